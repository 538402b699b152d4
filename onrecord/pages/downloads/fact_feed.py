"""The facts as an Atom feed (RFC 4287): an entry each; its author is who says so."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from onrecord.model import CERTAINTY_WORDS, Dossier, Fact

from ..book import HOME
from ..credit import credits_of
from ..labels import publication_of, source_label
from ..phrases import resolved_words
from .changes import AUTHORITY
from .feed import UNDATED, as_xml, feed_of, link_in, moment, text_in


def facts_feed(dossier: Dossier) -> str:
    """Atom 1.0 of all facts in reading order. Same dossier, same bytes.

    An entry was published when its article was, and updated when a person last corrected it.
    """
    briefing = dossier.briefing
    feed = feed_of(dossier, "facts", f"Facts: {briefing.title}", "Each with who says so and how sure it is.")
    text_in(feed, "rights", credits_of(dossier))
    text_in(
        feed, "updated", max((moment(_updated(fact, dossier)) for fact in dossier.facts.values()), default=moment(""))
    )
    link_in(feed, "alternate", "../index.html", "text/html")
    link_in(feed, "related", "briefing.json", "application/json")
    for fact in dossier.facts.values():
        _entry(feed, fact, dossier)
    return as_xml(feed)


def _updated(fact: Fact, dossier: Dossier) -> str:
    corrected = fact.corrected.on if fact.corrected else None
    return max(corrected or "", publication_of(fact, dossier).published or UNDATED)


def _entry(feed: ElementTree.Element, fact: Fact, dossier: Dossier) -> None:
    entry, label = ElementTree.SubElement(feed, "entry"), source_label(fact, dossier)
    text_in(entry, "title", f"{fact.text} ({label})")
    text_in(entry, "id", f"tag:{AUTHORITY}:{dossier.slug}/fact/{fact.id}")
    text_in(entry, "published", moment(publication_of(fact, dossier).published or UNDATED))
    text_in(entry, "updated", moment(_updated(fact, dossier)))
    text_in(ElementTree.SubElement(entry, "author"), "name", label)
    ElementTree.SubElement(entry, "category", term=fact.certainty, label=CERTAINTY_WORDS[fact.certainty])
    link_in(entry, "alternate", f"../{HOME[dossier.file_of[fact.id]]}#fact-{fact.id}", "text/html")
    text_in(entry, "content", "\n".join(_told(fact, label)), type="text")


def _told(fact: Fact, label: str) -> Iterator[str]:
    yield fact.text
    yield f"source: {label}"
    yield f"certainty: {CERTAINTY_WORDS[fact.certainty]}"
    if fact.hedge:
        yield f"hedge: {fact.hedge}"
    if fact.when:
        resolved = resolved_words(fact.when)
        yield f"when: {fact.when.text} ({resolved})" if resolved else f"when: {fact.when.text}"
    if fact.quote:
        yield f"quotation: “{fact.quote.text}”"
