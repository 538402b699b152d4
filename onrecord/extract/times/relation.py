"""How a time is tied to what is told: on it, since it, until it, before or after it, for so long; and ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Literal

from onrecord.model import FoundTime, Span

from ..lexicons import lexicon
from ..numerals import either
from .meaning import Meaning

Relation = Literal["on", "since", "until", "before", "after", "for"]

_COMPARED = re.compile(
    r"\d[^,;]*\bfrom\s+$|\b(?:up|down|change|increase|decrease|rise|drop|gain|decline)\s+from\s+$", re.I
)
_FOLLOWS = re.compile(r"\s+(before|after|following|prior to|since)\b", re.I)
_LASTS = re.compile(r"\b(?:for|took|takes|lasted|lasts|spent|spend|waited|wait|within)\s+$", re.I)
_JOINS = re.compile(r"\s*(?P<word>to|until|till|through|and|[-–—])\s*(?:the\s+)?(?:end of\s+)?", re.I)
_OPENS = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.I)


_LOOSE = r"\s+(?:(?:the|about|around|roughly|approximately|at\s+least|sometime\s+in|some\s+time\s+in)\s+)?"
"""What may stand between "since" and the time."""


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\b({either(lexicon('times')['relations'])}){_LOOSE}$", re.I)


def relation_of(kind: str, text: str, span: Span, meaning: Meaning) -> Relation:
    """What the words before a time, or behind a length of time, make of it."""
    before = text[max(0, span.start - 40) : span.start]
    if kind == "from_event" and not _LASTS.search(before):
        follows = _FOLLOWS.match(text, span.end)
        return "on" if follows is None else "before" if follows[1].lower() in ("before", "prior to") else "after"
    found = _leads().search(before)
    if found is None or "/" in (meaning.value or ""):
        return "on"
    word = " ".join(found[1].lower().split())
    if word == "from" and _COMPARED.search(before):
        return "on"
    relation: Relation = lexicon("times")["relations"][word]
    if relation == "for":
        return "for" if meaning.type == "DURATION" else "on"
    return "on" if meaning.type == "DURATION" and relation == "before" else relation


def with_ranges(times: Sequence[FoundTime], text: str) -> list[FoundTime]:
    """The times, with those that begin a range told where it ends: "from Monday to Friday", "between 1990 and 1995"."""
    done = list(times)
    for number, (first, last) in enumerate(pairwise(done)):
        if not _is_range(first, last, text):
            continue
        end = _not_before(first.value, last.value)
        whole = Span(first.span[0], last.span[1])
        done[number] = first.model_copy(update={"relation": "on", "until": end, "range": whole})
        done[number + 1] = last.model_copy(update={"relation": "until", "value": end})
    return done


def _is_range(first: FoundTime, last: FoundTime, text: str) -> bool:
    """Whether words join two times to one span: "from A to B", "between A and B", "A through B"."""
    if first.type not in ("DATE", "TIME") or last.type != first.type:
        return False
    opens = _OPENS.search(text[max(0, first.span[0] - 20) : first.span[0]])
    joins = _JOINS.fullmatch(text[first.span[1] : last.span[0]])
    if joins is None or opens is None:
        return joins is not None and joins["word"].lower() == "through"
    return (opens["word"].lower() == "between") == (joins["word"].lower() == "and")


def _not_before(first: str | None, last: str | None) -> str | None:
    """The end of a range: a weekday that would lie before its beginning is one week on, a month one year."""
    if first and last and re.fullmatch(r"\d{4}-\d\d", last) and len(first) == len(last) and last < first:
        return f"{int(last[:4]) + 1:04}{last[4:]}"
    days = re.compile(r"\d{4}-\d\d-\d\d")
    if first and last and days.fullmatch(first) and days.fullmatch(last) and last < first:
        return (date.fromisoformat(last) + timedelta(days=7)).isoformat() if _near(first, last) else last
    return last


def _near(first: str, last: str) -> bool:
    return (date.fromisoformat(first) - date.fromisoformat(last)).days < 7
