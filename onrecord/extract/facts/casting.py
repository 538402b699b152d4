"""The actors as the dossier keeps them: roles and reasons short enough not to copy the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.model import RUN_LIMIT, Actor, Verbatim

UNNAMED_REASON = "spoke on condition of anonymity"
_OPENING = re.compile(
    r"^(?:because|since|given that)\s+(?:the\s+|an?\s+)?(?:[\w.-]+\s+){1,3}?(?:was|were|is|are)\s+(?=not\b|\w+ed\b)",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"\s+(?:at|of|in|for|on|from|with|who|which|that|and)\s+(?=\S)|,\s+")
SPARE = 4
"""Words that may stand beside a name on a page, title and affiliation, and must not complete a run."""


def as_kept(actors: Iterable[Actor], article: str, *, reserved: bool) -> tuple[Actor, ...]:
    """The actors with their reason for anonymity without its opening; of a reserved article also with short roles."""
    return tuple(_as_kept(actor, Verbatim(article), reserved=reserved) for actor in actors)


def _as_kept(actor: Actor, verbatim: Verbatim, *, reserved: bool) -> Actor:
    reason = actor.anonymity and _OPENING.sub("", actor.anonymity)
    role = actor.role
    if reserved:
        reason = UNNAMED_REASON if reason and len(reason.split()) >= RUN_LIMIT else reason
        role = next((cut for cut in _cuts(role) if not _copies(actor, cut, verbatim)), None) if role else None
    name = actor.name if not reserved or actor.kind == "person" else _short(actor.name)
    return actor.model_copy(update={"name": name, "anonymity": reason, "role": role})


def _short(name: str) -> str:
    """A description of a source without its last phrases, where it is long enough to complete a run with its cue."""
    whole = (cut for cut in _cuts(name) if not name[len(cut) :].startswith(" and "))
    return next((cut for cut in whole if len(cut.split()) <= RUN_LIMIT - SPARE), name)


def _cuts(role: str) -> Iterator[str]:
    """The role, then what is left of it when its last phrases are taken away one by one."""
    yield role
    for boundary in reversed(list(_BOUNDARY.finditer(role))):
        yield role[: boundary.start()]


def _copies(actor: Actor, role: str, verbatim: Verbatim) -> bool:
    lines = (f"{actor.name} {role}", f"{role} {actor.name}", f"{actor.title or ''} {actor.name} {role}")
    return len(role.split()) > RUN_LIMIT - SPARE or any(verbatim.runs(line) for line in lines)
