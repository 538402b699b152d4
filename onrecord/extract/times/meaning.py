"""What a time can mean, what it is counted from, and what a room of this part gives: kinds with their resolvers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future", "hypothetical"]
Words = dict[str, str]
"""The named parts of a match, in small letters, each white space one blank."""


@dataclass(frozen=True)
class Anchor:
    """What a relative time is counted from: the day of publication, the times told before it, the tense around it."""

    day: date | None
    """The day of publication, or the one that the dateline prints."""
    future: bool | None = None
    """True: the words look ahead; False: they look back; None: they do not say."""
    tense: Tense | None = None
    told: str | None = None
    """The date that the text named last, near by: `2016-08`, `2016-08-16`, `1989-Q3`."""
    told_day: date | None = None
    """The last day that the text named near by."""
    beside: str | None = None
    """The day that stands in the same sentence: a time of day belongs to it."""
    results: str | None = None
    """The quarter or half whose results the sentence compares: "a year earlier" is the same one then."""
    quarter: str | None = None
    """The quarter that the text named last."""
    ended: bool = False
    """Whether "ended" stands before the words."""
    since: bool = False
    """Whether "since" or "from" stands before the words."""
    day_first: bool | None = None
    """How 05/06/2016 is to be read; None: not known."""

    @property
    def ahead(self) -> bool:
        """Whether a bare weekday is the next one: what will happen, and what happens ("opens Friday")."""
        return self.future if self.future is not None else self.tense == "present"


@dataclass(frozen=True)
class Meaning:
    """A value with its type; `computed` when it was counted from the day of publication or from another date."""

    value: str | None
    type: TimeType = "DATE"
    modifier: str | None = None
    computed: bool = False


Resolver = Callable[[Words, Anchor], Meaning | None]


@dataclass(frozen=True)
class Kind:
    """A shape of time in print and what reads it. `{month}` in the pattern stands for the words of that name."""

    name: str
    pattern: str
    resolve: Resolver
    """None where the words mean no time after all."""
    hint: str | None = None
    """A word of `shapes.hints_in` that a text must hold for the pattern to match at all."""
