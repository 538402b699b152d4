"""Numbers as the article gives them: with their operator, and `null` where it gives none."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .record import Record, Text

Operator = Literal["=", "~", ">", ">=", "<", "<="]
OPERATOR_WORDS: dict[str, str] = {
    "=": "",
    "~": "about",
    ">": "more than",
    ">=": "at least",
    "<": "fewer than",
    "<=": "up to",
}
"""How each operator reads before a number. No page prints a number without it."""

Value = int | float | tuple[int | float, int | float]
"""A number, or low and high of a range."""


class Quantity(Record):
    """A number, what it counts, and how sure the article is of it."""

    value: Value | None = Field(
        description="the number; [low, high] for a range; null = the article gives none", examples=[4, [10, 12]]
    )
    unit: Text | None = Field(None, description="what is counted, or the unit of measure", examples=["bomber", "km"])
    of: Text | None = Field(None, description="id of the actor, place or equipment it belongs to, or words for it")
    operator: Operator = Field("=", description="= exactly, ~ about, > more than, >= at least, < fewer than, <= up to")
    printed: Text | None = Field(
        None, description="the unit as the article prints it", examples=["economies", "personnel", "£", "percent"]
    )
    text: Text | None = Field(None, description="the number as printed", examples=["280 kilometers (175 miles)"])
