"""How a time looks on a strip: a point for a day, a bar for longer, soft ends and arrows for what is not exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .bands import Axis
from .dates import Stretch
from .svg import number, tag

RADIUS, THICK = 5.5, 10.0
_LEAST, _ARROW = 7.0, 16.0
"""Pixels that a bar is long at least; that an arrow is long at least, where the sheet ends or not."""


@dataclass(frozen=True)
class Moment:
    """A time as it is drawn: `left` to `right` are pixels, the arrow included."""

    stretch: Stretch
    modifier: str | None
    relation: str
    planned: bool
    begin: float
    end: float
    left: float
    right: float

    @property
    def is_point(self) -> bool:
        """Whether it is drawn as a point: a day known as such."""
        return self.stretch.days == 1 and self.modifier != "about"


def moment_on(
    axis: Axis, stretch: Stretch, *, modifier: str | None, relation: str, planned: bool, width: float
) -> Moment:
    """Where a time stands on an axis that is drawn `width` pixels wide."""
    point = stretch.days == 1
    modifier = modifier if modifier == "about" or not point else None  # early or late that day is that day
    begin = axis.at(stretch.first, 0.5 * point) * width / 100
    end = axis.at(stretch.last, 1 - 0.5 * point) * width / 100
    if point and modifier != "about":
        begin = end = min(max(begin, RADIUS + 1), width - RADIUS - 1)
        left, right = begin - RADIUS - 1, end + RADIUS + 1
    else:
        grown = max(_LEAST * (2 if point else 1), end - begin)
        begin = min(max((begin + end - grown) / 2, 0), width - grown)
        left, right = begin, begin + grown
        end = right
    if relation in ("since", "after"):
        now = axis.at(axis.reference, 1.0) * width / 100
        right = min(max(now, right + _ARROW), width)
    if relation in ("until", "before"):
        left = max(left - _ARROW, 0)
    return Moment(stretch, modifier, relation, planned, begin, end, left, right)


def drawn(moment: Moment, y: float, key: str) -> Iterable[str]:
    """The marks of a time whose middle lies at height `y`: arrows first, so that points lie on them."""
    if moment.relation in ("since", "after"):
        yield from _arrow(moment.end, moment.right, y)
    if moment.relation in ("until", "before"):
        yield from _arrow(moment.begin, moment.left, y)
    hollow = " open" if moment.planned or moment.relation in ("after", "before") else ""
    if moment.is_point:
        yield tag("circle", class_=f"mark{hollow}", cx=moment.begin, cy=y, r=RADIUS)
        return
    soft = _soft_ends(moment)
    yield tag(
        "rect",
        class_=None if soft else f"mark{hollow}",
        fill=f"url(#f{soft}{key})" if soft else None,
        rx=2,
        x=moment.begin,
        y=y - THICK / 2,
        width=moment.end - moment.begin,
        height=THICK,
    )


def _soft_ends(moment: Moment) -> str:
    if moment.modifier in ("about", "mid"):
        return "both"
    return {"late": "start", "early": "end"}.get(moment.modifier or "", "")


def _arrow(start: float, end: float, y: float) -> Iterable[str]:
    back = -5 if end > start else 5
    tip, line = number(end), number(y)
    head = f"M{number(end + back)} {number(y - 4)}L{tip} {line}L{number(end + back)} {number(y + 4)}"
    yield tag("path", class_="arrow", d=f"M{number(start)} {line}H{tip}{head}")


def fades(key: str) -> str:
    """Gradients for ends that are not exact: "about" and "mid" both, "late" the start, "early" the end."""
    stops = {"both": (0, 1, 1, 0), "start": (0, 1, 1, 1), "end": (1, 1, 1, 0)}
    return tag("defs", *(_fade(f"f{name}{key}", opacities) for name, opacities in stops.items()))


def _fade(name: str, opacities: tuple[int, ...]) -> str:
    places = zip(("0", ".45", ".55", "1"), opacities, strict=True)
    return tag("linearGradient", *(tag("stop", offset=o, stop_opacity=a, class_="tone") for o, a in places), id=name)
