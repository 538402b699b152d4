"""The corrections as an Atom feed (RFC 4287): an entry each, with an id that never changes for the same correction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from onrecord.model import QUIET, Dossier

from ..changed import KIND_WORDS
from .changes import AUTHORITY, Row

ATOM = "http://www.w3.org/2005/Atom"
UNDATED = "1970-01-01"
"""A date for what bears none: a feed has to give one, and the clock's would change with each build."""


def corrections_feed(dossier: Dossier, every: Sequence[Row]) -> str:
    """Atom 1.0 of all rows but wording and filing. Same corrections, same bytes.

    Dates are the corrections' own; what bears none has the article's day of publication, and says that it is undated.
    """
    told = [row for row in every if row["kind"] not in QUIET]
    day = dossier.briefing.sources[0].published or UNDATED
    subtitle = "What was corrected, clarified, updated, added and removed, with was, now and why."
    feed = feed_of(dossier, "corrections", f"Corrections: {dossier.briefing.title}", subtitle)
    text_in(feed, "updated", max((moment(row["on"] or day) for row in told), default=moment(day)))
    link_in(feed, "alternate", "../corrections.html", "text/html")
    link_in(feed, "related", "corrections.json", "application/json")
    for row in told:
        _entry(feed, row, day)
    return as_xml(feed)


def feed_of(dossier: Dossier, name: str, title: str, subtitle: str) -> ElementTree.Element:
    """A feed with all it must have but its entries and the moment of its last change."""
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": dossier.briefing.language})
    text_in(feed, "title", title)
    text_in(feed, "subtitle", subtitle)
    text_in(feed, "id", f"tag:{AUTHORITY}:{dossier.slug}/{name}")
    text_in(ElementTree.SubElement(feed, "author"), "name", "On Record")
    link_in(feed, "self", f"{name}.atom", "application/atom+xml")
    return feed


def as_xml(feed: ElementTree.Element) -> str:
    """The feed as a file."""
    ElementTree.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def _entry(feed: ElementTree.Element, row: Row, day: str) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    of = f"{row['record']}, {row['field']}" if row["field"] and row["field"] != row["record"] else row["record"]
    text_in(entry, "title", f"{KIND_WORDS[row['kind']]}: {of}")
    text_in(entry, "id", row["id"])
    text_in(entry, "updated", moment(row["on"] or day))
    if row["by"]:
        text_in(ElementTree.SubElement(entry, "author"), "name", row["by"])
    ElementTree.SubElement(entry, "category", term=row["kind"], label=KIND_WORDS[row["kind"]])
    if not row["on"]:
        ElementTree.SubElement(entry, "category", term="undated", label="Undated")
    link_in(entry, "alternate", f"../{row['page']}", "text/html")
    text_in(entry, "content", _told(row), type="text")


def _told(row: Row) -> str:
    lines = [f"{row['field']}:"] if row["field"] else []
    for name in ("was", "now"):
        value = row[name]
        lines += [f"{name}: {_marked(value) if row['field'] == 'quote' else value}"] if value else []
    lines += [f"source: {row['source_label']}", f"why: {row['why'] or 'no reason given'}"]
    lines += [f"by: {row['by'] or 'an editor'}"] if row["kind"] != "update" else []
    return "\n".join([*lines, f"on: {row['on'] or 'undated'}"])


def _marked(quotation: str) -> str:
    """A source's own words, marked as a quotation."""
    return f"“{quotation.translate(str.maketrans('', '', '“”'))}”"


def moment(day: str) -> str:
    """The first moment of a date prefix; of `UNDATED` where it is none.

    >>> moment("2016-08"), moment("2016-08-17T10:30:00"), moment("May 3")
    ('2016-08-01T00:00:00Z', '2016-08-17T00:00:00Z', '1970-01-01T00:00:00Z')
    """
    known = _DAY.match(day)
    whole = f"{known[1]}-{known[2] or '01'}-{known[3] or '01'}" if known else UNDATED
    return f"{whole}T00:00:00Z"


_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![-\d])")
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_in(parent: ElementTree.Element, name: str, words: str, **attributes: str) -> None:
    """An element with words; what XML has no sign for is left out."""
    ElementTree.SubElement(parent, name, attributes).text = _NOT_XML.sub("", words)


def link_in(parent: ElementTree.Element, rel: str, href: str, type_: str) -> None:
    """A link from the feed's own folder."""
    ElementTree.SubElement(parent, "link", rel=rel, type=type_, href=href)
