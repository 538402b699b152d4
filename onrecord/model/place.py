"""Where things happen."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .quantity import Operator, Value
from .record import Id, Kept, Record, Text

PlaceKind = Literal[
    "country", "region", "city", "district", "base", "airport", "port", "sea", "river", "mountain", "island",
    "building", "continent", "area", "other",
]  # fmt: skip
PlaceRole = Literal["scene", "base", "departure", "target", "route", "dateline", "mention"]
Direction = Literal["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"]


class Distance(Record):
    """How far, and in which direction, the article says that a place lies from another."""

    to: Id = Field(description="id of the place it is measured from")
    words: Text = Field(description="as printed", examples=["some 50 kilometers north of"])
    kilometres: Value | None = Field(None, description="the article's figure in km; [low, high] for a range")
    operator: Operator = Field("=", description="= exactly, ~ about, > more than, >= at least, < fewer than, <= up to")
    direction: Direction | None = Field(None, description="where it lies, seen from the other")


class Place(Kept):
    """A resolved point or area. Without sure coordinates it is listed, never pinned."""

    name: Text = Field(description="the name as printed")
    kind: PlaceKind = Field(description="what it is")
    country: Text | None = Field(None, description="country it lies in, in English")
    role: PlaceRole = Field("mention", description="what it is in this briefing")
    latitude: float | None = Field(None, ge=-90, le=90, description="degrees north; null = not pinned")
    longitude: float | None = Field(None, ge=-180, le=180, description="degrees east; null = not pinned")
    origin: Literal["gazetteer", "editor"] | None = Field(None, description="where the coordinates come from")
    precision: Literal["point", "area"] | None = Field(None, description="a point, or the middle of an area")
    aliases: tuple[Text, ...] = Field((), description="other names and spellings in the article")
    distances: tuple[Distance, ...] = Field((), description="how far it lies from other places, as the article says")
    note: Text | None = Field(None, description="what a reader of the map should know")
