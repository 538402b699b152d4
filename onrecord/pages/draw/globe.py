"""A small globe that shows where a sheet lies."""

from __future__ import annotations

from .clipping import inside, spread, thinned
from .frame import Frame
from .outlines import Ring, outlines
from .projection import EARTH_KM, Point, Projection, World, unwrapped
from .svg import number, path_of, tag

RADIUS, MARGIN = 30.0, 8.0
_RIM = 0.998
"""Square of the share of the radius beyond which a point counts as one on the rim."""


def globe(frame: Frame, middle: Point) -> list[str]:
    """The globe about a point of the sheet, in pixels, with the sheet as a box on it."""
    x, y = middle
    land = "".join(_on_globe(ring, frame.projection, (x, y)) for ring in outlines("110m").land)
    half = max(2.5, min(RADIUS * 0.8, frame.kilometres / EARTH_KM / 2 * RADIUS))
    tall = max(2.5, half * frame.height / frame.width)
    return [
        tag("circle", class_="rim", cx=x, cy=y, r=RADIUS),
        tag("path", class_="land", d=land, fill_rule="evenodd"),
        tag("rect", class_="here", x=x - half, y=y - tall, width=2 * half, height=2 * tall),
    ]


def _on_globe(ring: Ring, projection: Projection | World, middle: Point) -> str:
    """A ring seen from afar. What lies behind is drawn in to the rim; a ring round the far side is turned inside out.

    Drawn in to the rim, a coast that goes round the point behind closes about the whole disc: with the disc itself
    added, and what is covered twice left free, the land is land again and the sea is sea.
    """
    seen = [projection.globe(*point) for point in ring]
    if all(x * x + y * y > _RIM for x, y in seen):
        return ""
    points = thinned([(middle[0] + x * RADIUS, middle[1] + y * RADIUS) for x, y in seen], 1.6)
    if len(points) < 3 or spread(points) < 3:
        return ""
    return path_of(points) + (_disc(middle) if _holds_antipode(ring, projection) else "")


def _disc(middle: Point) -> str:
    x, y, r = number(middle[0] - RADIUS), number(middle[1]), number(RADIUS)
    across = number(2 * RADIUS)
    return f"M{x} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0z"


def _holds_antipode(ring: Ring, projection: Projection | World) -> bool:
    """Whether the point on the other side of the globe lies in a ring, across the date line or round a pole too."""
    turned, latitude = projection.longitude + 180, -projection.latitude
    whole = unwrapped(ring)
    if abs(whole[0][0] - whole[-1][0]) > 180:  # round a pole: closed along the edge of the plane of degrees
        pole = -90.0 if sum(y for _, y in whole) < 0 else 90.0
        whole = [*whole, (whole[-1][0], pole), (whole[0][0], pole)]
    return any(inside(whole, turned + turn, latitude) for turn in (-720, -360, 0, 360))
