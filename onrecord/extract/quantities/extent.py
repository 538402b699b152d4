"""How far an amount reaches: without what parts it from the next word, with what makes it negative or a magnitude."""

from __future__ import annotations

import re

from onrecord.model import Span, Value


def trimmed(match: re.Match[str]) -> Span:
    """The match without the blank or hyphen that parts it from what follows; a count without a number without its unit.

    "Several hundred people" are several hundred, of people: what is said of them then reads as it is printed.
    """
    if match["vague"]:
        return Span(*match.span("vague"))
    text = match.group()
    return Span(match.start(), match.start() + len(text.rstrip(" \u00a0-")))


def below_zero(text: str, value: Value, unit: str | None, span: Span) -> tuple[Value, Span]:
    """A temperature, a share or a bare number behind "minus" is below zero."""
    before = re.search(r"\b[Mm]inus $", text[max(0, span.start - 6) : span.start])
    cold = ("celsius", "fahrenheit", "degree", "kelvin", "percentage", "point", None)
    if before is None or unit not in cold or isinstance(value, tuple) or value < 0:
        return value, span
    return -value, Span(span.start - 6, span.end)


def with_scale(text: str, span: Span) -> Span:
    """The span with the words that make a number a magnitude: "magnitude 6.4", "6.4 on the Richter scale"."""
    before = re.search(r"\bmagnitude(?: of)? $", text[max(0, span.start - 14) : span.start], re.IGNORECASE)
    behind = re.match(r" on the Richter(?: scale)?", text[span.end : span.end + 24])
    return Span(
        span.start - len(before[0]) if before else span.start, span.end + len(behind[0]) if behind else span.end
    )
