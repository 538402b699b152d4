"""Names on a map, so that none covers another and none leaves the sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from .svg import text_width

SIZE = 13.0
"""Height of a place's name in pixels."""

BOLD = 1.06
"""How much wider its letters are than those of plain type."""


class Box(NamedTuple):
    """A rectangle on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True)
class Label:
    """A name in its place: the point its text starts, ends or is centred at, on the base line."""

    text: str
    x: float
    y: float
    anchor: Literal["start", "middle", "end"]
    box: Box
    lead: tuple[float, float] | None = None
    """Where a thin line to the mark begins, when the name stands away from it."""


@dataclass
class Sheet:
    """What is taken on a sheet so far."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)
    better_free: list[Box] = field(default_factory=list)
    """Where a name may stand if nothing else is free: on the way of an arrow."""

    def place(self, text: str, x: float, y: float, size: float = SIZE) -> Label | None:
        """The name beside its mark, or further off with a line to it; None where there is no room at all."""
        free = [label for label in _candidates(text, x, y, size) if self.is_free(label.box)]
        clear = (label for label in free if not any(label.box.meets(box) for box in self.better_free))
        label = next(clear, next(iter(free), None))
        if label is not None:
            self.taken.append(label.box)
        return label

    def centred(self, text: str, x: float, y: float, size: float, spacing: float = 1.0) -> Label | None:
        """A name about a point, `spacing` times as wide as its letters; None where that place is not free."""
        width = text_width(text, size) * spacing
        label = Label(
            text, x, y + size * 0.34, "middle", Box(x - width / 2, y - size * 0.7, x + width / 2, y + size * 0.7)
        )
        if not self.is_free(label.box):
            return None
        self.taken.append(label.box)
        return label

    def is_free(self, box: Box) -> bool:
        """Whether a box lies on the sheet and meets nothing."""
        inside = box.left >= 2 and box.top >= 2 and box.right <= self.width - 2 and box.bottom <= self.height - 2
        return inside and not any(box.meets(other) for other in self.taken)


def _candidates(text: str, x: float, y: float, size: float) -> Iterable[Label]:
    for gap in (9.0, 22.0, 38.0, 58.0):
        lead = (x, y) if gap > 9 else None
        for across, down in ((1, 0), (-1, 0), (1, -0.7), (1, 0.7), (-1, -0.7), (-1, 0.7), (0, -1), (0, 1)):
            yield _label(text, x + across * gap, y + down * (gap if across else gap + size / 2), across, size, lead)


def _label(text: str, x: float, y: float, across: float, size: float, lead: tuple[float, float] | None) -> Label:
    width = text_width(text, size) * BOLD
    left = x if across > 0 else x - width if across < 0 else x - width / 2
    anchor: Literal["start", "middle", "end"] = "start" if across > 0 else "end" if across < 0 else "middle"
    box = Box(left - 2, y - size * 0.66, left + width + 2, y + size * 0.66)
    return Label(text, x, y + size * 0.34, anchor, box, lead)
