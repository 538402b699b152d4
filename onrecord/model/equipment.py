"""Weapons, aircraft, ships, vehicles."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .record import Id, Kept, Text

EquipmentClass = Literal[
    "aircraft", "helicopter", "drone", "missile", "rocket", "bomb", "vehicle", "armour", "artillery", "gun", "ship",
    "submarine", "air-defence", "explosive", "chemical", "other",
]  # fmt: skip


class Equipment(Kept):
    """A type of equipment. How many, and who says so, stands in the facts that name it."""

    name: Text = Field(description="designation of the trade, or the words used for a kind", examples=["Tu-22M3"])
    class_: EquipmentClass = Field(alias="class", description="what it is")
    type: Text | None = Field(None, description="its kind in words", examples=["long-range bomber"])
    aliases: tuple[Text, ...] = Field((), description="other designations in the article, and reporting names")
    maker: Text | None = Field(None, description="country it was designed in, in English")
    operator: Id | None = Field(None, description="id of the actor who uses it here")
    symbol: Text | None = Field(None, description="NATO symbol code (SIDC); without it the class decides")
    note: Text | None = Field(None, description="what a reader should know")
