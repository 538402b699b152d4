"""The briefings as an Atom feed (RFC 4287), for who wants to know of a new one: title, article, what it says first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from xml.etree import ElementTree

from .changes import AUTHORITY
from .feed import ATOM, UNDATED, as_xml, link_in, moment, text_in

FEED = "briefings.atom"
"""Where it lies: beside the front page."""


class Listed(Protocol):
    """What the front page knows of a briefing."""

    @property
    def slug(self) -> str:
        """Its folder."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def publisher(self) -> str:
        """Who published its article."""

    @property
    def day(self) -> str:
        """The day of its article; empty where it is not known."""

    @property
    def counts(self) -> str:
        """How many facts from how many sources, in words."""

    @property
    def invented(self) -> bool:
        """Whether its event is."""


def briefings_feed(cards: Sequence[Listed]) -> str:
    """Atom 1.0, the newest first. It holds no fact: those stand on the pages, each with its source."""
    feed = ElementTree.Element("feed", {"xmlns": ATOM})
    text_in(feed, "title", "On Record")
    text_in(feed, "subtitle", "News articles as briefings: every fact with who says so, and how sure it is.")
    text_in(feed, "id", f"tag:{AUTHORITY}:briefings")
    text_in(ElementTree.SubElement(feed, "author"), "name", "On Record")
    text_in(feed, "updated", max((moment(card.day or UNDATED) for card in cards), default=moment(UNDATED)))
    link_in(feed, "self", FEED, "application/atom+xml")
    link_in(feed, "alternate", "index.html", "text/html")
    for card in cards:
        entry = ElementTree.SubElement(feed, "entry")
        text_in(entry, "title", card.title)
        text_in(entry, "id", f"tag:{AUTHORITY}:{card.slug}")
        text_in(entry, "updated", moment(card.day or UNDATED))
        link_in(entry, "alternate", f"{card.slug}/index.html", "text/html")
        invented = " The event is invented." if card.invented else ""
        text_in(entry, "content", f"{card.publisher}: {card.counts}.{invented}", type="text")
    return as_xml(feed)
