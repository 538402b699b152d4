"""When something happened: the printed words beside the date they mean, with its precision."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .record import Date, Record, Text

Precision = Literal["day", "week", "month", "season", "year", "decade", "century", "period"]
Modifier = Literal["early", "mid", "late", "about"]
Relation = Literal["on", "since", "until", "before", "after", "for"]


class When(Record):
    """A time: never a date alone, always with the words it came from.

    Without a publication date, "Tuesday" stays "Tuesday": `date` is then absent.
    """

    text: Text = Field(description="the article's own words", examples=["Tuesday", "late November"])
    date: Date | None = Field(None, description="2016, 2016-08 or 2016-08-16, as precise as is known; absent = unknown")
    until: Date | None = Field(None, description="the last day, month or year of a span of time")
    precision: Precision | None = Field(None, description="how exactly the date is known")
    modifier: Modifier | None = Field(None, description="early, mid or late in it, or about it")
    relation: Relation = Field("on", description="on, since, until, before or after the date; for a length of time")
    origin: Literal["stated", "computed"] = Field(
        "stated", description="stated in the article, or computed from the publication date or one told before"
    )
