"""Places: a locator map and a table with the same rows; what has no sure coordinates is listed, not pinned."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model import Place

from ..book import Book, Link
from ..draw import Mark, Way, draw_map
from ..editing import EditLink
from ..printed import FactView
from ..words import N_, say
from .distances import distance_lines
from .movements import Move, movements, moves

_ROLES = {
    "scene": N_("scene"),
    "base": N_("base"),
    "departure": N_("point of departure"),
    "target": N_("target"),
    "route": N_("on the way"),
    "dateline": N_("where the article was filed"),
    "mention": N_("mentioned"),
}
_ORIGINS = {"gazetteer": N_("from the gazetteer"), "editor": N_("from the editor")}

_SHEETS = (("wide", 960), ("narrow", 360))
"""Widths in pixels that the map is drawn for, so that its letters stay readable on a telephone."""


@dataclass(frozen=True)
class Row:
    """One place in words. `coordinates` is None where it is not pinned."""

    id: str
    name: str
    kind: str
    country: str | None
    role: str
    coordinates: str | None
    origin: str
    note: str | None
    aliases: str
    distances: tuple[str, ...]
    facts: tuple[FactView, ...]
    edit: EditLink
    badge: Link | None


@dataclass(frozen=True)
class Places:
    """`places.md`."""

    map: Markup
    moves: tuple[Move, ...]
    pinned: tuple[Row, ...]
    unpinned: tuple[Row, ...]


def places(book: Book) -> Places | None:
    """Every place; None when there is none."""
    rows = [_row(book, place) for place in book.dossier.files.places.places]
    if not rows:
        return None
    pinned = tuple(row for row in rows if row.coordinates)
    return Places(_maps(book), moves(book), pinned, tuple(row for row in rows if not row.coordinates))


def small_map(book: Book) -> Markup:
    """The map for the overview, with its events' places alone; empty where nothing is pinned."""
    title = say("Map: where it happened")
    return Markup(_drawn(book, title, 380, small=True))


def _maps(book: Book) -> Markup:
    """The locator map for a wide sheet and for a narrow one; the style sheet shows the one that fits."""
    title = say("Map: where the places of “%(title)s” lie") % {"title": book.dossier.briefing.title}
    drawn = [(name, _drawn(book, title, width)) for name, width in _SHEETS]
    return Markup("").join(Markup('<div class="map-{}">{}</div>').format(n, Markup(svg)) for n, svg in drawn if svg)


def _drawn(book: Book, title: str, width: int, *, small: bool = False) -> str:
    marks = [
        Mark(
            id=place.id,
            name=place.name,
            latitude=place.latitude,
            longitude=place.longitude,
            area=place.precision == "area",
            country=place.country,
            role=place.role,
        )
        for place in book.dossier.files.places.places
        if place.latitude is not None and place.longitude is not None
    ]
    said = say("The tables of the page on places have the same places and movements, with coordinates and sources.")
    ways = [
        Way(m.start, m.end, m.fact, fact.source, book.label(m.fact), sure=fact.certainty == "asserted")
        for m in movements(book.dossier)
        for fact in [book.dossier.facts[m.fact]]
    ]
    return draw_map(marks, ways=ways, title=title, description=said, width=width, small=small)


def _row(book: Book, place: Place) -> Row:
    return Row(
        id=place.id,
        name=place.name,
        kind=say(place.kind),
        country=place.country if place.country != place.name else None,
        role=say(_ROLES[place.role]),
        coordinates=_coordinates(place),
        origin=say(_ORIGINS[place.origin]) if place.origin else "",
        note=place.note,
        aliases=", ".join(place.aliases),
        distances=tuple(distance_lines(place, book.dossier.places)),
        facts=book.facts(fact.id for fact in book.dossier.facts.values() if place.id in fact.where),
        edit=book.edit(f"places/{place.id}", N_("this place")),
        badge=book.badge(place.id, "place"),
    )


def _coordinates(place: Place) -> str | None:
    if place.latitude is None or place.longitude is None:
        return None
    north, east = "N" if place.latitude >= 0 else "S", "E" if place.longitude >= 0 else "W"
    point = f"{abs(place.latitude):.2f}° {north}, {abs(place.longitude):.2f}° {east}"
    return say("%(point)s, middle of an area") % {"point": point} if place.precision == "area" else point
