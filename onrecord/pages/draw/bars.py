"""A number as a bar that shows how sure it is: open where it is "more than", hollow where it is "up to", never more."""

from __future__ import annotations

from collections.abc import Iterable

from .svg import tag

_HIGH, _TALL = 14.0, 10.0
_STEPS = ((4.0, 0.55), (4.0, 0.3), (4.0, 0.12))
"""What follows an open end, in hundredths of the width, and how dark: the bar goes on, nobody says how far."""
OPEN = 1 + sum(width for width, _ in _STEPS) / 100


def draw_bar(low: float, high: float, operator: str, *, full: float) -> str:
    """A bar from nothing to `low`, and on to `high` for a range; `full` is what the whole width stands for.

    Hidden from screen readers: the words beside it say the same. Widths are per cent, so it fits any column.

    >>> draw_bar(5, 5, "=", full=10).count("<rect")
    1
    """
    end = min(100.0, 100 * low / full) if full > 0 else 0.0
    top = min(100.0, 100 * high / full) if full > 0 else 0.0
    inside = "".join(_parts(end, top, operator))
    return tag("svg", inside, class_="bar-drawn", aria_hidden="true", width="100%", height=_HIGH)


def _parts(end: float, top: float, operator: str) -> Iterable[str]:
    if operator in ("<", "<="):
        yield _part(0, end, "most")
        return
    solid = end - 3 if operator == "~" else end
    yield _part(0, max(solid, 0.4), "whole")
    if top > end:
        yield _part(end, top, "range")
    if operator == "~":
        yield _part(max(solid, 0.4), min(end + 3, 100), "range")
    if operator in (">", ">="):
        for width, dark in _STEPS:
            yield _part(top, min(top + width - 0.6, 100), "whole", dark)
            top += width


def _part(start: float, end: float, look: str, dark: float | None = None) -> str:
    wide = max(end - start, 0.4)
    return tag(
        "rect", class_=look, x=_share(start), y=(_HIGH - _TALL) / 2, width=_share(wide), height=_TALL, opacity=dark
    )


def _share(value: float) -> str:
    return f"{value:.1f}%"
