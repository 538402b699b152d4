"""The corrections as an Atom feed: an entry each, with an id that never changes for the same correction."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from xml.etree import ElementTree

from onrecord.model import Correction, Dossier, Fact

from ..labels import source_label

ATOM = "http://www.w3.org/2005/Atom"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://schema.org/CorrectionComment")
"""What the entries' ids are made in; any fixed name would do."""
UNDATED = "1970-01-01"
"""A date for what bears none: a feed has to give one, and the clock's would change with each build."""


def corrections_feed(dossier: Dossier, corrections: Sequence[Correction]) -> str:
    """Atom 1.0. Dates are the corrections' own; an undated one has the article's day of publication."""
    day = dossier.briefing.sources[0].published or UNDATED
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _text(feed, "title", f"Corrections: {dossier.briefing.title}")
    _text(feed, "id", f"urn:uuid:{uuid.uuid5(_SPACE, dossier.slug)}")
    _text(feed, "updated", max(_moment(c.on or day) for c in corrections) if corrections else _moment(day))
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
    _text(entry, "content", _told(correction, _said_by(dossier, correction.record)), type="text")


def _said_by(dossier: Dossier, identifier: str) -> str | None:
    """Who says the fact a correction is about, as it stands or as it was found; None where it is no fact."""
    fact = dossier.facts.get(identifier) or _found(dossier, identifier)
    return source_label(fact, dossier) if fact else None


def _found(dossier: Dossier, identifier: str) -> Fact | None:
    files = dossier.found.files if dossier.found else None
    found = files.facts() if files else ()
    return next((fact for _, fact in found if fact.id == identifier), None)


def _told(correction: Correction, said_by: str | None) -> str:
    lines = [f"{correction.field}:"] if correction.field else []
    for name, value in (("was", correction.was), ("now", correction.now)):
        lines += [f"{name}: {_marked(value) if correction.field == 'quote' else value}"] if value else []
    lines += [f"source: {said_by or f'this briefing’s {correction.file} list'}"]
    return "\n".join([*lines, f"why: {correction.why or 'no reason given'}"])


def _marked(quotation: str) -> str:
    """A source's own words, marked as a quotation."""
    return f"“{quotation.translate(str.maketrans('', '', '“”'))}”"


def _moment(day: str) -> str:
    """The first moment of a date prefix; of `UNDATED` where it is none.

    >>> _moment("2016-08"), _moment("2016-08-17T10:30:00"), _moment("May 3")
    ('2016-08-01T00:00:00Z', '2016-08-17T00:00:00Z', '1970-01-01T00:00:00Z')
    """
    known = _DAY.match(day)
    whole = f"{known[1]}-{known[2] or '01'}-{known[3] or '01'}" if known else UNDATED
    return f"{whole}T00:00:00Z"


_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![-\d])")
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _text(parent: ElementTree.Element, name: str, words: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = _NOT_XML.sub("", words)
