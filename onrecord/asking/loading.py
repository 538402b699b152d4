"""What a question is asked of: the dossiers that can be read, and one of them with all that comes of it."""

from __future__ import annotations

from onrecord.dossier import check as check_dossier
from onrecord.dossier import consistency, corrections, load_dossier
from onrecord.house import House
from onrecord.making import shown_files
from onrecord.model import Dossier, Refusal
from onrecord.opening import at_hand

from .address import of_slug
from .what_if import State


def loaded(house: House, slug: str | None) -> list[Dossier]:
    """The dossiers that can be read, or the one that is named. Raises Refusal where none can."""
    tried = [load_dossier(house.dossier(name), house.root) for name in of_slug(slug, house.slugs())]
    known = [dossier for dossier, _ in tried if dossier is not None]
    if tried and not known:
        raise Refusal([problem for _, problems in tried for problem in problems])
    return known


def state_of(house: House, dossier: Dossier) -> State:
    """A dossier with its problems, corrections, checks and files."""
    article, refused = at_hand(house, dossier)
    problems = (*refused, *check_dossier(dossier, article))
    shown = shown_files(house, dossier, article)
    return State(dossier, problems, corrections(dossier), consistency(dossier, article), shown)
