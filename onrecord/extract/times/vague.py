"""Words that point to the past, the present or the future as such."""

from __future__ import annotations

from .meaning import Anchor, Kind, Meaning, Resolver, Words


def _reference(value: str) -> Resolver:
    return lambda _words, _anchor: Meaning(value)


def _around(_: Words, anchor: Anchor) -> Meaning | None:
    """“Around the same time”: the date told before, or near it."""
    return Meaning(anchor.told, "DATE", "APPROX", computed=True)


KINDS = (
    Kind("same_time", r"(?:around|about) (?:the same|that|this) time(?! last year| this year)", _around),
    Kind("past", r"(?:more |most )?(?:{past})(?! (?:{anyunit}|{number}|few|several|couple))\b", _reference("PAST_REF")),
    Kind("present", r"(?:{present})\b", _reference("PRESENT_REF")),
    Kind("future", r"(?:{future})\b|as soon as possible", _reference("FUTURE_REF")),
)
