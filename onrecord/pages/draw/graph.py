"""Who stands how to whom: actors on two benches, and lines between them that are told apart without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .svg import key_of, number, tag, text_width, words

_ROW, _LINE, _CAPTION = 40.0, 14.0, 26.0
_SIZE = 12.0
"""Height of a name's letters in pixels; of a row, so that a name may have two lines."""
_DOT = 4.0


@dataclass(frozen=True)
class Node:
    """An actor, and the side it is listed under."""

    id: str
    name: str
    side: str
    href: str


@dataclass(frozen=True)
class Edge:
    """How one stands to another; `fact` and `source` are empty where it rests on no fact but on the record itself."""

    start: str
    end: str
    kind: str
    words: str
    """What its title says: who, how, to whom, and on whose word."""
    fact: str = ""
    source: str = ""


@dataclass(frozen=True)
class _Seat:
    node: Node
    left: bool
    y: float


def draw_graph(nodes: Sequence[Node], edges: Sequence[Edge], *, title: str, description: str, width: int = 900) -> str:
    """The graph as inline SVG, `width` pixels wide where there is room; empty text without an edge.

    Nodes keep their order: sides one after the other, the first half on the left bench. Same graph, same bytes.
    """
    known = {node.id for node in nodes}
    drawn = [edge for edge in edges if {edge.start, edge.end} <= known and edge.start != edge.end]
    if not drawn:
        return ""
    key = key_of(title, nodes, edges, width)
    seats, captions, height = _seated(nodes)
    bench = width * 0.3
    placed = {seat.node.id: seat for seat in seats}
    parts = [
        tag("title", words(title), id=f"gt{key}"),
        tag("desc", words(description), id=f"gd{key}"),
        *(_edge(edge, placed, bench, width) for edge in sorted(drawn, key=lambda one: one.kind != "says")),
        *(_caption(text, left=left, y=y, bench=bench, width=width) for text, left, y in captions),
        *(_seat(seat, bench, width) for seat in seats),
    ]
    view = f"0 0 {number(width)} {number(height)}"
    return tag("svg", *parts, class_="graph", role="group", aria_labelledby=f"gt{key} gd{key}", viewBox=view)


def _seated(nodes: Sequence[Node]) -> tuple[list[_Seat], list[tuple[str, bool, float]], float]:
    """Seats, captions of sides, and the height: sides stay together, and the benches are about equally long."""
    sides: dict[str, list[Node]] = {}
    for node in nodes:
        sides.setdefault(node.side, []).append(node)
    seats: list[_Seat] = []
    captions: list[tuple[str, bool, float]] = []
    ends = {True: 6.0, False: 6.0}
    half = (len(nodes) * _ROW + len(sides) * _CAPTION) / 2
    for side, members in sides.items():
        tall = _CAPTION + len(members) * _ROW
        left = ends[True] + tall / 2 <= half + _ROW / 2 and not captions_on_right(captions)
        captions.append((side, left, ends[left] + _CAPTION - 9))
        for count, node in enumerate(members):
            seats.append(_Seat(node, left, ends[left] + _CAPTION + (count + 0.5) * _ROW))
        ends[left] += tall
    return seats, captions, max(ends.values()) + 6


def captions_on_right(captions: Sequence[tuple[str, bool, float]]) -> bool:
    """Whether a side sits on the right already: those after it do so too."""
    return any(not left for _, left, _ in captions)


_SIDE = 10.5 * 1.15
"""Height of a side's name in pixels as it must be measured: its letters are bold and set apart."""


def _caption(text: str, *, left: bool, y: float, bench: float, width: float) -> str:
    """Beside its bench; a longer one begins at the edge of the sheet and may reach half across it."""
    x, anchor = (bench, "end") if left else (width - bench, "start")
    if text_width(text, _SIDE) > bench - 2:
        x, anchor = (2.0, "start") if left else (width - 2.0, "end")
    said = _cut(text, width / 2 - 8, _SIDE)
    return tag("text", words(said), class_="side", x=x, y=y, text_anchor=anchor)


def _seat(seat: _Seat, bench: float, width: float) -> str:
    x = bench + 8 if seat.left else width - bench - 8
    anchor, at = ("end", bench) if seat.left else ("start", width - bench)
    lines = _wrapped(seat.node.name, bench - 4)
    top = seat.y + _SIZE * 0.35 - (len(lines) - 1) * _LINE / 2
    names = (
        tag("text", words(line), class_="name", x=at, y=top + count * _LINE, text_anchor=anchor)
        for count, line in enumerate(lines)
    )
    dot = tag("circle", class_="seat", cx=x, cy=seat.y, r=_DOT)
    return tag("g", tag("title", words(seat.node.name)), tag("a", *names, href=seat.node.href, tabindex="-1"), dot)


def _wrapped(name: str, room: float) -> list[str]:
    """A name on two lines at most; what is longer still ends in an ellipsis, and stands whole in its title."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer, _SIZE) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 2:
        lines = [lines[0], " ".join(lines[1:])]
    return [_cut(line, room, _SIZE) for line in lines]


def _cut(text: str, room: float, size: float) -> str:
    if text_width(text, size) <= room:
        return text
    while text and text_width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _edge(edge: Edge, placed: dict[str, _Seat], bench: float, width: float) -> str:
    start, end = placed[edge.start], placed[edge.end]
    x1, x2 = (bench + 8 + _DOT if seat.left else width - bench - 8 - _DOT for seat in (start, end))
    inner = width - 2 * bench - 16
    reach = inner * (0.45 if start.left != end.left else 0.2 + 0.1 * min(abs(start.y - end.y) / (3 * _ROW), 2.5))
    c1, c2 = (x + (reach if seat.left else -reach) for x, seat in ((x1, start), (x2, end)))
    line = "".join(
        (f"M{number(x1)} {number(start.y)}", f"C{number(c1)} {number(start.y)} ", f"{number(c2)} {number(end.y)} ",
         f"{number(x2)} {number(end.y)}")
    )  # fmt: skip
    head = "".join(_head(edge, x2, end)) if edge.kind in ("says", "speaks-for", "part-of") else ""
    said = tag("title", words(edge.words), class_="fact-source" if edge.fact else None)
    return tag(
        "g",
        said,
        tag("path", class_=f"tie {edge.kind}", d=line),
        head,
        data_fact=edge.fact or None,
        data_source=edge.source or None,
    )


def _head(edge: Edge, x: float, end: _Seat) -> Iterator[str]:
    back = 7 if end.left else -7
    shape = f"M{number(x)} {number(end.y)}l{back} -3.5v7z"
    yield tag("path", class_=f"tip {edge.kind}", d=shape)
