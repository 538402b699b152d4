"""Sources: the articles, how much of them stands here word for word, and every voice in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from onrecord.model import ARTICLE, Actor, Publication

from ..book import Book, Link
from ..draw.bars import draw_bar
from ..editing import EditLink
from ..labels import actor_label
from ..phrases import date_words
from ..printed import FactView
from ..rights import Measure
from ..words import N_, say, say_many

_RIGHTS = {
    "own": N_("the article is our own"),
    "open": N_("open licence"),
    "reserved": N_("all rights reserved; only facts and short quotations are shown"),
}


@dataclass(frozen=True)
class Voice:
    """Who facts are attributed to, or who passed them on."""

    id: str
    name: Link
    role: str | None
    record: str
    anonymity: str | None
    count: str
    quoted: str
    """How many of them are in its own words; empty where none is."""
    cues: str
    """The article's verbs for it."""
    bar: Markup
    facts: tuple[FactView, ...]
    edit: EditLink


@dataclass(frozen=True)
class Origin:
    """A source article's metadata as label and words."""

    title: str
    url: str
    rows: tuple[tuple[str, str], ...]
    edit: EditLink


@dataclass(frozen=True)
class Sources:
    """`sources.md`."""

    origins: tuple[Origin, ...]
    voices: tuple[Voice, ...]
    measure: Measure | None


def sources(book: Book, measure: Measure | None) -> Sources:
    """Every voice, the article's own last."""
    origins = tuple(_origin(book, publication) for publication in book.dossier.briefing.sources)
    voices = [_voice(book, actor) for actor in book.dossier.files.actors.actors]
    heard = sorted((voice for voice in voices if voice.facts), key=lambda voice: -len(voice.facts))
    everyone = [*heard, *_own_voice(book)]
    full = max((len(voice.facts) for voice in everyone), default=1)
    return Sources(origins, tuple(replace(one, bar=_bar(len(one.facts), full)) for one in everyone), measure)


def _bar(count: int, full: int) -> Markup:
    return Markup(draw_bar(count, count, "=", full=full))


def _voice(book: Book, actor: Actor) -> Voice:
    facts = [f.id for f in book.dossier.facts.values() if actor.id in (f.source, f.via)]
    named = actor.kind != "unnamed"
    record = say("on record") if named and actor.on_record else say("not on record") if named else say("not named")
    record = say("document") if actor.kind == "document" else record
    return Voice(
        id=actor.id,
        name=Link(actor_label(actor.id, book.dossier), f"actors.html#actor-{actor.id}"),
        role=actor.role,
        record=record,
        anonymity=actor.anonymity or (say("no reason given") if not named else None),
        count=_count(book, actor.id),
        quoted=_quoted(book, facts),
        cues=_cues(book, facts),
        bar=Markup(),
        facts=book.facts(facts),
        edit=book.edit(f"actors/{actor.id}", N_("this actor")),
    )


def _count(book: Book, actor: str) -> str:
    facts = book.dossier.facts.values()
    said = sum(fact.source == actor for fact in facts)
    passed_on = sum(fact.via == actor for fact in facts)
    rests = _rests(said)
    passes = say_many("passes on %(num)s fact", "passes on %(num)s facts", passed_on) % {"num": passed_on}
    return "; ".join(words for words, count in ((rests, said), (passes, passed_on)) if count)


def _rests(count: int) -> str:
    return say_many("%(num)s fact rests on it", "%(num)s facts rest on it", count) % {"num": count}


def _words(count: int) -> str:
    return say_many("%(num)s word", "%(num)s words", count) % {"num": count}


def _own_voice(book: Book) -> list[Voice]:
    facts = [f.id for f in book.dossier.facts.values() if f.source == ARTICLE]
    if not facts:
        return []
    name = book.dossier.briefing.sources[0].publisher or say("the article")
    count = _rests(len(facts))
    said = say("what the article says in its own voice")
    own = Voice(
        ARTICLE, Link(name), said, say("the article itself"), None, count, "", "", Markup(), book.facts(facts),
        EditLink(say("this voice")),
    )  # fmt: skip
    return [own]


def _quoted(book: Book, facts: Sequence[str]) -> str:
    count = sum(book.dossier.facts[one].quote is not None for one in facts)
    return say_many("%(num)s in its own words", "%(num)s in its own words", count) % {"num": count} if count else ""


def _cues(book: Book, facts: Sequence[str]) -> str:
    cues = Counter(cue for one in facts if (cue := book.dossier.facts[one].cue))
    return ", ".join(cue for cue, _ in cues.most_common(4))


def _origin(book: Book, publication: Publication) -> Origin:
    licence = f" ({publication.licence})" if publication.licence else ""
    rows = (
        (say("Publisher"), publication.publisher),
        (say("Author"), publication.author),
        (say("Published"), date_words(publication.published) if publication.published else say("date not known")),
        (say("Filed from"), publication.dateline),
        (say("Length"), _words(publication.words) if publication.words else None),
        (say("Rights"), say(_RIGHTS[publication.rights]) + licence),
        (say("Text taken in"), f"SHA-256 {publication.sha256[:16]}…" if publication.sha256 else None),
    )
    title = publication.title or publication.publisher or publication.id
    edit = book.edit(f"briefing/{publication.id}", N_("this article"))
    return Origin(title, _web(publication.url), tuple((key, words) for key, words in rows if words), edit)


def _web(url: str | None) -> str:
    """Only addresses of the web become links."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""
