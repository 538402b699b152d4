"""Every time that an article names, in text order: found by its shape, read with the tense and the story around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import FoundTime, Span

from ..reading import Reading
from .anchoring import anchor_of, seen_at
from .doubts import is_time
from .kinds import Match, kinds, meaning_of
from .relation import relation_of, with_ranges
from .shapes import hints_in
from .story import Story, story_of


def find_times(reading: Reading) -> tuple[FoundTime, ...]:
    """Dates, times of day, lengths of time and repeated times of all paragraphs but boilerplate, in text order.

    Relative times are resolved against the day the article was written (`story.written`) and the dates told before
    them; without such a day their value is None. Of overlapping readings the longest that begins first counts.
    """
    story = story_of(reading.article)
    found: list[FoundTime] = []
    for paragraph in reading.article.paragraphs:
        if paragraph.kind != "boilerplate":
            found += with_ranges(list(_in_span(reading, paragraph.span, story)), reading.plain)
    return tuple(found)


def _in_span(reading: Reading, span: Span, story: Story) -> Iterator[FoundTime]:
    matches = _matches(reading.plain, span)
    end = span.start
    for number, match in enumerate(matches):
        following = matches[number + 1 : number + 9]
        if match[1].start() >= end and (time := _time(reading, match, story, following)):
            end = time.span.end
            story.add(match[0].name, time)
            yield time


def _matches(text: str, span: Span) -> list[Match]:
    """All shapes of time in a span of the text, by their place, the longest first."""
    hints = hints_in(text, *span)
    found = [
        (match.start(), -match.end(), number, (kind, match))
        for number, (kind, pattern) in enumerate(kinds())
        if kind.hint is None or kind.hint in hints
        for match in pattern.finditer(text, *span)
    ]
    return [match for *_, match in sorted(found, key=lambda one: one[:3])]


def _time(reading: Reading, match: Match, story: Story, following: list[Match]) -> FoundTime | None:
    if reading.tokens(Span(*match[1].span())) is None or not is_time(match[0].name, match[1], reading):
        return None
    seen = seen_at(reading, match)
    meaning = meaning_of(match, anchor_of(reading, match, story, seen=seen, following=following))
    if meaning is None:
        return None
    span = _trimmed(reading.plain, match[1])
    return FoundTime(
        span=span,
        value=meaning.value,
        type=meaning.type,
        modifier=meaning.modifier if span.start == match[1].start() else None,
        relation=relation_of(match[0].name, reading.plain, span, meaning),
        origin="computed" if meaning.computed else "stated",
        tense=seen.tense,
    )


_EXACTLY = re.compile(
    r"\b(?:for|in|after|of|took|lasted|lasts|last|spent|than|just|little|well|was|is|within)\s+$", re.IGNORECASE
)
_NAMED = re.compile(r"over (?:the|these|his|her|its|their|our|next|last|past)\b", re.IGNORECASE)


def _trimmed(text: str, match: re.Match[str]) -> Span:
    """The match without an "over" that means "during": "used over three years", "over the next few days"."""
    start, end = match.span()
    limit = match.groupdict().get("limit") or ""
    if limit.lower() != "over" or re.search(r"\b(?:ago|later|earlier)$", match[0]):
        return Span(start, end)
    if not _NAMED.match(match[0]) and _EXACTLY.search(text, max(0, start - 12), start):
        return Span(start, end)
    return Span(start + len(limit) + 1, end)
