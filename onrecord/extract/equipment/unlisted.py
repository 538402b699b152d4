"""Equipment that the catalogue does not have.

Designations beside a word for the kind, designations of a known series, and ships by the prefix of their navy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.model import EquipmentClass, Span

from ..lexicons import lexicon
from .kinds import Kind

_DESIGNATION = re.compile(
    r"\b(?:[A-Z][A-Za-z]{0,8}-\d{1,4}[A-Z]{0,3}\d?|[A-Z]{1,4}\d{1,3}[A-Z]{0,2}"
    r"|(?:Type|Mark|Mk\.?) ?\d{1,3}[A-Z]?)(?=s?\b)"
)
_FLIGHT = re.compile(r"[A-Z]{2}\d{2,4}")
_SHIP_NAME = r" [A-Z][\w-]+(?:(?: (?:of|the|de|del))? [A-Z][\w-]+| [A-Z]\.(?: ?[A-Z]\.)*){0,4}(?<=\w)"
_HULL = r"(?: ?\([A-Z]{1,4}-?\d{1,4}\))?"


def find_unlisted(text: str, within: Span, kinds: Sequence[Kind]) -> Iterator[tuple[Span, str, EquipmentClass]]:
    """Where the words stand, the name and the class of what they name, in order of the rules.

    `kinds` are the words for kinds in the same sentence.
    """
    for match in _DESIGNATION.finditer(text, within.start, within.end):
        span = Span(*match.span())
        class_ = _series(span.cut(text)) or _beside(text, span, kinds)
        if class_:
            yield span, span.cut(text), class_
    for match in _ships().finditer(text, within.start, within.end):
        span = Span(match.start(), match.end("name"))
        yield span, " ".join(span.cut(text).split()), "ship"


def _beside(text: str, span: Span, kinds: Sequence[Kind]) -> EquipmentClass | None:
    """The class of the word for a kind right behind a designation, or right before one with a hyphen."""
    printed = span.cut(text)
    if _FLIGHT.fullmatch(printed) or printed.split("-")[0] in lexicon("equipment_kinds")["no_series"]:
        return None
    for kind in kinds:
        behind = 0 <= kind.span.start - span.end <= 2
        before = span.start - kind.span.end == 1 and "-" in printed
        if (behind or before) and kind.class_ not in ("other", "vehicle"):
            return kind.class_
    return None


def _series(printed: str) -> EquipmentClass | None:
    """The class of a series whose letters mean nothing else: any `MiG-` is an aircraft."""
    letters, hyphen, _ = printed.partition("-")
    return _all_series().get(letters) if hyphen else None


@cache
def _all_series() -> dict[str, EquipmentClass]:
    return {letters: class_ for class_, all_ in lexicon("equipment_kinds")["series"].items() for letters in all_}


@cache
def _ships() -> re.Pattern[str]:
    """A navy's prefix and the name of a ship."""
    prefixes = "|".join(lexicon("equipment_kinds")["ship_prefixes"])
    return re.compile(rf"\b(?P<name>(?:{prefixes}){_SHIP_NAME}){_HULL}")
