"""A picture of a briefing for where its address is passed on: the title, where it comes from, how much is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .svg import tag, text_width, words

WIDTH, HEIGHT = 1200, 630
"""The shape that services which show such pictures ask for."""
_EDGE = 80
_SIZES = (72, 60, 50, 42)
_PAPER, _INK, _SOFT, _ACCENT = "#fcfbf8", "#17191c", "#585c62", "#96290f"
"""Colours of the light style sheet: a picture stands apart from the site and knows no other."""
_SERIF = "Georgia, 'Noto Serif', 'Liberation Serif', serif"
_SANS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"


def card(title: str, lines: Sequence[str], *, brand: str) -> str:
    """The picture as an SVG file of 1200 x 630 pixels; `lines` stand below the title.

    What is too long for its room ends in an ellipsis.

    >>> "Port reopens" in card("Port reopens", ["Lantern News"], brand="On Record")
    True
    """
    size, rows = _set(title)
    told = [
        tag("text", words(row), x=_EDGE, y=200 + number * size * 1.16, font_size=size, font_family=_SERIF, fill=_INK)
        for number, row in enumerate(rows)
    ]
    room = WIDTH - 2 * _EDGE
    told += [
        tag(
            "text",
            words(_cut(line, 30, room)),
            x=_EDGE,
            y=HEIGHT - 40 - 44 * back,
            font_size=30,
            font_family=_SANS,
            fill=_SOFT,
        )
        for back, line in enumerate(reversed(lines), 1)
    ]
    parts = [
        tag("title", words(title)),
        tag("rect", width=WIDTH, height=HEIGHT, fill=_PAPER),
        tag("rect", width=WIDTH, height=14, fill=_ACCENT),
        tag("text", words(brand), x=_EDGE, y=100, font_size=34, font_weight="700", font_family=_SANS, fill=_ACCENT),
        *told,
    ]
    return tag("svg", *parts, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img") + "\n"


def _set(title: str) -> tuple[int, list[str]]:
    """The largest type in which the title fits in its room, and its lines."""
    for size in _SIZES:
        rows = _rows(title, size, WIDTH - 2 * _EDGE)
        if len(rows) * size * 1.16 <= 260:
            return size, rows
    size = _SIZES[-1]
    rows = _rows(title, size, WIDTH - 2 * _EDGE)
    kept = rows[: int(260 // (size * 1.16))]
    return size, [*kept[:-1], _cut(f"{kept[-1]} …", size, WIDTH - 2 * _EDGE)]


def _rows(title: str, size: float, room: float) -> list[str]:
    """Lines no wider than the room; a word that is wider by itself is broken."""
    rows = [""]
    for word in title.split():
        longer = f"{rows[-1]} {word}".strip()
        if text_width(longer, size) <= room:
            rows[-1] = longer
            continue
        rows = [*filter(None, rows), *_pieces(word, size, room)]
    return rows


def _pieces(word: str, size: float, room: float) -> Iterator[str]:
    """A word in pieces that fit: as it is where it does."""
    while text_width(word, size) > room:
        count = next(n for n in range(len(word), 0, -1) if text_width(word[:n], size) <= room)
        yield word[:count]
        word = word[count:]
    yield word


def _cut(line: str, size: float, room: float) -> str:
    """The line as far as there is room."""
    if text_width(line, size) <= room:
        return line
    count = next(n for n in range(len(line), 0, -1) if text_width(f"{line[:n].rstrip()}…", size) <= room)
    return f"{line[:count].rstrip(' …')}…"
