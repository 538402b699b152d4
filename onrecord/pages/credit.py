"""Where a briefing's facts come from and what may be done with the article, in words: the same ones everywhere."""

from __future__ import annotations

from onrecord.model import Dossier, Publication

from .phrases import date_words
from .words import N_, say

_RIGHTS = {
    "own": N_("the article is the publisher’s own and stands with the briefing"),
    "open": N_("the article is open"),
    "reserved": N_(
        "all rights in the article are reserved; the briefing holds facts and short quotations, not its text"
    ),
}


def credit(source: Publication) -> str:
    """The article as a credit line; its headline without quotation marks: nobody said it.

    >>> credit(Publication(id="a", publisher="Lantern News", title="Port reopens", published="2026-03-12"))
    'Port reopens (Lantern News, March 12, 2026)'
    >>> credit(Publication(id="a"))
    'the article'
    """
    known = [source.publisher or "", date_words(source.published) if source.published else ""]
    told = ", ".join(filter(None, known))
    if source.title:
        return f"{source.title} ({told})" if told else source.title
    return told or say("the article")


def rights_words(source: Publication) -> str:
    """What may be done with the article.

    >>> rights_words(Publication(id="a", rights="open", licence="CC BY 4.0"))
    'the article is open (CC BY 4.0)'
    """
    said = say(_RIGHTS[source.rights])
    return f"{said} ({source.licence})" if source.licence else said


def credits_of(dossier: Dossier) -> str:
    """Every article with what may be done with it, in a line."""
    return "; ".join(f"{credit(source)}: {rights_words(source)}" for source in dossier.briefing.sources)
