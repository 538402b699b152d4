"""Outlines of kinds of equipment, drawn for this project: they tell a helicopter from a ship, not type from type."""

from __future__ import annotations

from .svg import tag

_SHAPES = {
    "bomber": "M62 16l-10-2-8-1L30 2h-5l7 11-14 1-6-6H8l3 8-3 8h4l6-6 14 1-7 11h5l14-11 8-1z",
    "fighter": "M62 16l-12-3-6-1-10-9h-4l5 9-10 1-7-6h-4l3 9-3 9h4l7-6 10 1-5 9h4l10-9 6-1z",
    "transport": "M60 16c0-2-4-3-8-3H38L28 1h-5l6 12H13L8 8H4l3 8-3 8h4l5-5h16l-6 12h5l10-12h14c4 0 8-1 8-3z",
    "helicopter": (
        "M6 5h46v2H31v3h8c8 0 14 6 16 11 0 2-2 3-4 3H29c-5 0-8-4-10-9L7 13l-3 4H2l1-8h3l2 2 20 1 1-2V7H6zM25 "
        "27h28v2H25z"
    ),
    "drone": "M60 16l-6-2H41L39 1h-3l-2 13H21l-6-5h-3l2 7-2 7h3l6-5h13l2 13h3l2-13h13z",
    "missile": "M62 16l-9-4H18l-6-6H6l4 8v4l-4 8h6l6-6h35z",
    "bomb": "M56 16c0-5-10-8-20-8-8 0-12 2-16 4l-6-5H8l3 9-3 9h6l6-5c4 2 8 4 16 4 10 0 20-3 20-8z",
    "ship": "M2 18h10v-4h8V9h4V4h3v5h5V4h4v6h6v4h10v4h10l-6 10H8z",
    "submarine": "M4 20c0-3 6-5 14-5h8l2-7h10l1 7h9c8 0 14 3 14 5s-6 6-14 6H18C10 26 4 23 4 20z",
    "tank": "M20 7h18l2 4h22v3H42l1 3h10l5 4c0 5-4 8-9 8H13c-5 0-9-3-9-8l6-4h9z",
    "vehicle": (
        "M4 8h32v14h-4a5 5 0 0 0-10 0h-5a5 5 0 0 0-10 0H4zm34 3h10l9 8v5h-4a5 5 0 0 0-10 0h-5zM12 19a4 4 0 1 "
        "0 0 8 4 4 0 1 0 0-8zm15 0a4 4 0 1 0 0 8 4 4 0 1 0 0-8zm21 1a4 4 0 1 0 0 8 4 4 0 1 0 0-8z"
    ),
    "artillery": "M62 4l1 3-29 13 6 7h14v3H36l-8-7a7 7 0 1 1-7-6l9-1z",
    "launcher": (
        "M6 23h48v3H6zm8-4L44 3l4 6-22 14zM14 26a3 3 0 1 0 0 6 3 3 0 1 0 0-6zm32 0a3 3 0 1 0 0 6 3 3 0 1 0 0-6z"
    ),
}
_CLASSES = {
    "aircraft": "transport", "helicopter": "helicopter", "drone": "drone", "missile": "missile", "rocket": "missile",
    "bomb": "bomb", "vehicle": "vehicle", "armour": "tank", "artillery": "artillery", "ship": "ship",
    "submarine": "submarine", "air-defence": "launcher",
}  # fmt: skip
_AIRCRAFT = (("bomber", "bomber"), ("fighter", "fighter"), ("strike", "fighter"), ("jet", "fighter"))


def draw_silhouette(class_: str, type_: str) -> str:
    """The outline of a kind as inline SVG, hidden from screen readers; empty text where none would help.

    >>> draw_silhouette("chemical", "nerve agent")
    ''
    """
    said = type_.lower()
    special = next((shape for word, shape in _AIRCRAFT if word in said), None) if class_ == "aircraft" else None
    shape = special or _CLASSES.get(class_)
    if shape is None:
        return ""
    line = tag("path", d=_SHAPES[shape])
    return tag("svg", line, class_="silhouette", aria_hidden="true", viewBox="0 0 64 32", width=64.0, height=32.0)
