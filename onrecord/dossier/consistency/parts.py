"""A part beside its whole: 44 people, including 12 children · six of the 163 invoices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Agreement, Consistency

from .figures import NUMBER, ROUGH, Figure, figure, plain
from .lexicons import lexicon
from .told import Passage, Told

_WORDS = lexicon("words")
_PEOPLE = frozenset(_WORDS["people"])
_UNITS = frozenset(_WORDS["not_counted"])
_NOUN = r"(?: [a-z][\w'-]*){1,4}?"
_INCLUDING = re.compile(
    rf"(?P<rough>\b{ROUGH} )?(?P<whole>{NUMBER})(?P<noun>{_NOUN})"
    rf"(?:, | — | \()(?:including|among them|of (?:them|whom)) (?:{ROUGH} )?(?P<part>{NUMBER}) (?P<those>[a-z][\w'-]*)"
)
_OF_THEM = re.compile(
    rf"(?P<rough>\b{ROUGH} )?(?P<whole>{NUMBER})(?P<noun>{_NOUN}),(?: and)? "
    rf"(?:{ROUGH} )?(?P<part>{NUMBER}) of (?:them|whom)\b"
)
_OF = re.compile(
    rf"(?<![$€£¥])(?P<part>{NUMBER}) (?:out of|of) (?P<def>the |its |their |his |her |our |all )?"
    rf"(?P<rough>{ROUGH} )?(?P<whole>{NUMBER})(?P<noun>(?: [a-z][\w'-]*)?)"
)


def check_parts(told: Told) -> Iterator[Consistency]:
    """Every part that is given with its whole: it cannot be more."""
    for passage in told.passages:
        for pattern in (_INCLUDING, _OF_THEM, _OF):
            for match in pattern.finditer(passage.text):
                if _is_pair(match) and (checked := _checked(passage, match)):
                    yield checked


def _is_pair(match: re.Match[str]) -> bool:
    """Whether both count things, and surely the same ones."""
    whole, part = figure(match["whole"]), figure(match["part"])
    nouns = match["noun"].split()
    if part.value <= 1:
        return False  # "one of the two": nobody needs to be told
    if (
        not (whole.whole and part.whole)
        or _is_year(match["whole"])
        or not _UNITS.isdisjoint(word.lower() for word in nouns)
    ):
        return False
    if match.re is _OF_THEM:
        return True
    if match.re is _OF:
        return bool(match["def"]) or " out of " in match[0] or bool(nouns)
    those = match["those"].lower()
    return bool(nouns) and (those in nouns or (those in _PEOPLE and not _PEOPLE.isdisjoint(nouns)))


def _checked(passage: Passage, match: re.Match[str]) -> Consistency | None:
    whole, part = figure(match["whole"]), figure(match["part"])
    result, why = _agreement(passage, match, whole=whole, part=part)
    if result is None:
        return None
    fits = part.value <= whole.value
    compared = f"{plain(part.value)} is {'not more' if fits else 'more'} than {plain(whole.value)}"
    return Consistency(
        "part",
        f"{part.text} of {(match['rough'] or '').lower()}{whole.text}{_people(match)}",
        (f"{compared}: a part {'can be that many' if fits else 'cannot be more than its whole'}.",),
        result,
        why,
        facts=passage.facts(match),
        sentences=passage.sentences,
    )


def _people(match: re.Match[str]) -> str:
    """The noun, where it is surely one."""
    noun = next((word for word in match["noun"].split() if word in _PEOPLE), None)
    return f" {noun}" if noun else ""


def _agreement(
    passage: Passage, match: re.Match[str], *, whole: Figure, part: Figure
) -> tuple[Agreement | None, str | None]:
    if part.value <= whole.value:
        return "fits", None
    if match.re is _OF and not (match["def"] or " out of " in match[0]):
        return None, None
    if match["rough"]:
        return "cannot be decided", "the whole is not given exactly"
    if re.search(NUMBER, passage.text[: match.start()]):
        return "cannot be decided", "other numbers stand before it, and the part may belong to them"
    return "does not fit", None


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d", text))
