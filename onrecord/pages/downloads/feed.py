"""The corrections as an Atom feed: an entry each, with an id that never changes for the same correction."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from xml.etree import ElementTree

from onrecord.model import Correction, Dossier

ATOM = "http://www.w3.org/2005/Atom"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://schema.org/CorrectionComment")
"""What the entries' ids are made in; any fixed name would do."""
UNDATED = "1970-01-01"
"""A date for what bears none: a feed has to give one, and the clock's would change with each build."""


def corrections_feed(dossier: Dossier, corrections: Sequence[Correction]) -> str:
    """Atom 1.0. Dates are the corrections' own; an undated one has the article's day of publication."""
    published = dossier.briefing.sources[0].published or UNDATED
    day = published if len(published) == 10 else UNDATED
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _text(feed, "title", f"Corrections: {dossier.briefing.title}")
    _text(feed, "id", f"urn:uuid:{uuid.uuid5(_SPACE, dossier.slug)}")
    _text(feed, "updated", _moment(max((c.on for c in corrections if c.on), default=day)))
    _text(ElementTree.SubElement(feed, "author"), "name", "On Record")
    for correction in corrections:
        _entry(feed, dossier, correction, day)
    ElementTree.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def _entry(feed: ElementTree.Element, dossier: Dossier, correction: Correction, day: str) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    _text(entry, "title", f"{correction.kind.capitalize()}: {correction.file}/{correction.record}")
    what = (dossier.slug, correction.file, correction.record, correction.field, correction.was, correction.now)
    _text(entry, "id", f"urn:uuid:{uuid.uuid5(_SPACE, repr(what))}")
    _text(entry, "updated", _moment(correction.on or day))
    if correction.by:
        _text(ElementTree.SubElement(entry, "author"), "name", correction.by)
    _text(entry, "content", _told(correction), type="text")


def _told(correction: Correction) -> str:
    lines = [f"{correction.field}:"] if correction.field else []
    for name, value in (("was", correction.was), ("now", correction.now)):
        lines += [f"{name}: {_marked(value) if correction.field == 'quote' else value}"] if value else []
    return "\n".join([*lines, f"why: {correction.why or 'no reason given'}"])


def _marked(quotation: str) -> str:
    """A source's own words, marked as a quotation."""
    return f"“{quotation.translate(str.maketrans('', '', '“”'))}”"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: ElementTree.Element, name: str, words: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = "".join(c for c in words if c >= " " or c in "\n\t")
