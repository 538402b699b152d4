"""Where and by whom an article was filed: `BEIRUT (AP) —` at the head of its first paragraph."""

from __future__ import annotations

import re

from onrecord.model import Dateline, Span

from .lexicons import lexicon

_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DATE = rf"(?:,?\s+(?:(?i:{_MONTHS})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?i:{_MONTHS})\.?)(?:,?\s+(?:\d{{4}}|\d{{2}}))?)?"
_DASH = r"\s*(?:—|–|--+|-|_)+(?=[\s\"“‘'`A-Z\[]|\Z)\s*"
_NAME = r"[A-ZÀ-Þ][\w.'’À-ÿ/-]*(?:[ \u00a0][A-ZÀ-Þ][\w.'’À-ÿ/-]*|[ ](?:de|da|do|del|la|of|al|el|upon|the)){0,4}"
_PLACE = rf"(?P<place>{_NAME})(?P<region>(?:\s\([A-Z. ]+\)(?=,\s))?(?:,\s*{_NAME}){{0,2}})"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]+[A-ZÀ-Þ.]"
_AGENCY = r"\((?P<agency>[A-Za-zÀ-ÿ][\w &./'’À-ÿ-]{0,40})\)"
_LONGEST = 160
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_PLACE}{_DATE}\s*{_AGENCY}{_DATE}(?:{_DASH}|\s+|\Z)",
        rf"{_AGENCY}{_DATE}{_DASH}",
        rf"(?P<place>{_CAPITALS})(?P<region>(?:,\s*{_NAME}){{0,2}}){_DATE}{_DASH}(?=[A-ZÀ-Þ\"“‘'`\[\d]|\Z)",
    )
)


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline at the head of a paragraph, its dash included; None if there is none."""
    limit = min(paragraph.start + _LONGEST, paragraph.end)
    for form in _FORMS:
        found = form.match(text, paragraph.start, limit)
        if found and (found.end() < limit or limit == paragraph.end) and _is_dateline(found):
            groups = found.groupdict()
            return Dateline(
                Span(found.start(), found.start() + len(found[0].rstrip())),
                _place(groups.get("place")),
                groups.get("agency"),
            )
    return None


def publisher_of(agency: str | None) -> str | None:
    """The full name of the agency that a dateline names; None for none, the name itself for one that is unknown."""
    if agency is None:
        return None
    names: dict[str, str] = lexicon("agencies")["agencies"]
    return names.get(agency.upper().strip(), agency)


def _is_dateline(found: re.Match[str]) -> bool:
    """A bracket without a dash, or after a place in small letters, counts only with a known agency in it."""
    groups = found.groupdict()
    agency, place = groups.get("agency"), groups.get("place")
    known = agency is not None and agency.upper() in lexicon("agencies")["agencies"]
    if agency is None:
        return place is not None and place.isupper()
    dashed = found[0].rstrip()[-1] in "—–-_"
    return known or (dashed and (place is None or place.isupper()) and len(agency.split()) <= 4 and agency[0].isupper())


def _place(printed: str | None) -> str | None:
    """A place in capitals in its usual letters: `RIO DE JANEIRO` is Rio de Janeiro."""
    if printed is None or not printed.isupper():
        return printed
    small = {"De", "Da", "Do", "Del", "La", "Of", "Upon", "The", "Al"}
    parts = [w if n == 0 or w not in small else w.lower() for n, w in enumerate(printed.title().split(" "))]
    return " ".join(parts)
