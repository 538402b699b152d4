"""Designations of the catalogue in the text, and which type each of them means there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.model import EquipmentClass, Span

from ..reading import is_word
from .catalogue import FAMILIES, PIECE, Designation, Type, designations
from .kinds import Kind

_JOINT = re.compile(r"[-‐‑–/’'.& ]{0,2}")
_VARIANT = re.compile(r"[A-Z]{1,3}\d{0,2}[A-Z]?\b|[A-Z]{0,2}(?=s\b)")
_QUOTES = " \"“”'‘’,("
_FLOWN = re.compile(r"s? (?:(?:and|or) [A-Z][\w-]* )?(?:[a-z]+ )?(?:fighter|trainer|tanker|interceptor)s?\b")
"""Words that mean an aircraft only behind the name of one: elsewhere fighters are people, and trainers shoes."""
_LINKS = ("and", "or", "other")
LONGEST = 8
"""No designation has more pieces than this."""


@dataclass(frozen=True)
class Named:
    """A designation where it stands, and the types it may mean."""

    span: Span
    choices: tuple[Designation, ...]

    @property
    def sure(self) -> tuple[Designation, ...]:
        """The choices that need no company."""
        return tuple(choice for choice in self.choices if choice.sure)


def find_named(text: str, within: Span) -> Iterator[Named]:
    """Designations and nicknames of the catalogue in `within`, in order, the longest at each place."""
    pieces = [Span(*match.span()) for match in PIECE.finditer(text, within.start, within.end)]
    i = 0
    while i < len(pieces):
        first = pieces[i].cut(text).casefold()
        known = first in _firsts() or first.removesuffix("s") in _firsts()
        named = _longest(text, pieces[i : i + LONGEST]) if known else None
        if named:
            yield named
            while i < len(pieces) and pieces[i].start < named.span.end:
                i += 1
        else:
            i += 1


@cache
def _firsts() -> frozenset[str]:
    """What a designation can begin with: most words of an article are none of these."""
    return frozenset(pieces[0] for pieces in designations())


def _longest(text: str, pieces: Sequence[Span]) -> Named | None:
    first = pieces[0]
    if first.start and (text[first.start - 1].isalnum() or text[first.start - 1] == "_"):
        return None
    best: Named | None = None
    for size in range(1, len(pieces) + 1):
        if size > 1 and not _JOINT.fullmatch(text, pieces[size - 2].end, pieces[size - 1].start):
            break
        span = Span(first.start, pieces[size - 1].end)
        key = tuple(piece.cut(text).casefold() for piece in pieces[:size])
        if key not in designations() and key[-1].endswith("s") and len(key[-1]) > 3:
            span, key = Span(span.start, span.end - 1), (*key[:-1], key[-1][:-1])
        found = span.cut(text)
        choices = tuple(_as_found(d, found) for d in designations().get(key, ()) if _spelled_alike(found, d.printed))
        ended = _end(text, span.end) if choices else None
        if ended is not None:
            best = Named(Span(span.start, ended), choices)
    return best


def _as_found(designation: Designation, found: str) -> Designation:
    """The designation, sure only if it is so as it is printed here.

    "Columbia class" may be a year of students, "Columbia-class" is none; "An 26-year-old" is no An-26.
    """
    blank = re.match(r"([^\W\d]+) \d", found)
    split = blank is not None and not designation.printed.startswith(blank[0][:-1]) and is_word(blank[1].casefold())
    loose = split or found.endswith((" class", " Class"))
    return replace(designation, sure=False) if loose and designation.sure else designation


def _spelled_alike(found: str, printed: str) -> bool:
    """Capitals as in the catalogue, or capitals all through; words without capitals there stand in any case."""
    letters, wanted = re.sub(r"[^\w]", "", found), re.sub(r"[^\w]", "", printed)
    return letters == wanted or wanted.islower() or (letters.isupper() and (len(wanted) > 3 or letters == wanted))


def _end(text: str, end: int) -> int | None:
    """Where a designation really ends: behind its variant letters, before a plural s; None inside a word."""
    if text[end - 1].isalpha() and re.match(r"-\d", text[end : end + 2]):
        return None  # another type of the series: no Shahed-136 is meant by Shahed-999
    rest = text[end : end + 1]
    if not (rest.isalnum() or rest == "_"):
        return end
    variant = _VARIANT.match(text, end) if text[end - 1].isdigit() or text[end].isupper() else None
    if variant:
        return variant.end()
    plural = re.match(r"s\b", text[end:])
    return end if plural else None


def company(text: str, named: Named, kinds: Sequence[Kind]) -> EquipmentClass | None:
    """The class of the word for a kind that stands beside a designation, before or behind it; None without one."""
    for kind in kinds:
        if kind.span.start - named.span.end >= 0 and _beside(text[named.span.end : kind.span.start]):
            return kind.class_
        if 0 <= named.span.start - kind.span.end <= 3 and not text[kind.span.end : named.span.start].strip(_QUOTES):
            return kind.class_
    return None


def _beside(between: str) -> bool:
    """Whether only names, numbers, commas or "and" lie between a designation and the noun that tells its kind."""
    words = re.findall(r"[\w’'-]+", re.sub(r"^s\b", "", between))
    quiet = not re.search(r"[.;:!?()\n]", between)
    return quiet and len(words) <= 4 and all(w in _LINKS or w[0].isupper() or w[0].isdigit() or "-" in w for w in words)


def chosen(
    text: str, named: Named, kinds: Sequence[Kind], known: frozenset[str], *, listed: bool = False
) -> Type | None:
    """The type a designation means, or None.

    `known`: names of the types that the article names beyond doubt; `listed`: it stands in a list with such a type.
    """
    sure = {choice.type.name: choice.type for choice in named.sure}
    if len(sure) == 1:
        return next(iter(sure.values()))
    also = [choice.type for choice in named.choices if choice.type.name in known]
    if also:
        return also[0]
    beside = company(text, named, kinds)
    fitting = [c.type for c in named.choices if beside and c.type.family == FAMILIES.get(beside, "other")]
    if not fitting and _FLOWN.match(text, named.span.end):
        fitting = [choice.type for choice in named.choices if choice.type.class_ == "aircraft"]
    if not fitting and listed:
        fitting = [choice.type for choice in named.choices]
    return fitting[0] if len(fitting) == 1 else None
