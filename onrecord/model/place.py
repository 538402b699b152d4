"""Where things happen."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .record import Kept, Text

PlaceKind = Literal[
    "country", "region", "city", "district", "base", "airport", "port", "sea", "river", "mountain", "island",
    "building", "continent", "area", "other",
]  # fmt: skip
PlaceRole = Literal["scene", "base", "departure", "target", "route", "dateline", "mention"]


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
    note: Text | None = Field(None, description="what a reader of the map should know")
