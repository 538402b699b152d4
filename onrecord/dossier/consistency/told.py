"""What the checks read: the dossier, its day, and the passages in which figures stand, each with its facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.model import Article, Dossier, Fact, Span

from .calendar import whole_day

_MARKS = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "–": "—"})


@dataclass(frozen=True)
class Passage:
    """A sentence of the article, or the words of a fact, with the facts that stand on its stretches.

    `text` has straight apostrophes, plain spaces and one kind of dash; no character is added or lost.
    """

    text: str
    sentence: str | None
    stands: tuple[tuple[str, Span], ...] = ()
    """Each fact made of it, with the stretch that it stands on."""
    shared: tuple[str, ...] = ()
    """Every fact of the same sentence."""

    def facts(self, match: re.Match[str] | None = None) -> tuple[str, ...]:
        """The facts that a match stands in; without one, all."""
        if match is None:
            return self.shared
        met = Span(*match.span())
        return tuple(identifier for identifier, span in self.stands if span.overlaps(met))

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its sentence, where it has one."""
        return (self.sentence,) if self.sentence else ()


@dataclass(frozen=True)
class Told:
    """A dossier as the checks see it, with its article where that is at hand."""

    dossier: Dossier
    article: Article | None = None

    @cached_property
    def published(self) -> date | None:
        """The day of publication, where it is known whole."""
        return whole_day(self.dossier.briefing.sources[0].published)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The article's sentences where it is at hand, then the words of facts that the article does not have so.

        Without the article, the words of all facts. One dossier holds several articles: only the facts of the
        one at hand are read from it.
        """
        if self.article is None:
            return tuple(_of_fact(fact) for fact in self.dossier.facts.values())
        own = tuple(_of_fact(fact) for fact in self.dossier.facts.values() if self._own_words(fact))
        return (*self._of_article(self.article), *own)

    def _of_article(self, article: Article) -> tuple[Passage, ...]:
        passages = []
        for sentence in article.sentences:
            here = [f for f in self._at_hand if f.at and sentence.span.overlaps(Span(f.at.start, f.at.end))]
            stands = tuple((f.id, _within(f, sentence.span)) for f in here)
            text = _plain(sentence.span.cut(article.text))
            passages.append(Passage(text, sentence.id, stands, tuple(f.id for f in here)))
        return tuple(passages)

    @cached_property
    def _at_hand(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.dossier.facts.values() if self._of_this(fact))

    def _of_this(self, fact: Fact) -> bool:
        sources = self.dossier.briefing.sources
        same = next((s.id for s in sources if self.article and s.sha256 == self.article.sha256), sources[0].id)
        return fact.at is not None and (fact.at.article or sources[0].id) == same

    def _own_words(self, fact: Fact) -> bool:
        """Whether a person wrote or changed it, or it comes from another article than the one at hand."""
        return not self._of_this(fact) or fact.corrected is not None


def _of_fact(fact: Fact) -> Passage:
    text = _plain(fact.text)
    sentence = fact.at.sentence if fact.at else None
    return Passage(text, sentence, ((fact.id, Span(0, len(text))),), (fact.id,))


def _plain(text: str) -> str:
    r"""The same characters, one for one, with fewer kinds of marks.

    >>> _plain("10–12 of the\nmayor’s – or hers")
    "10-12 of the mayor's — or hers"
    """
    return re.sub(r"\s", " ", re.sub(r"(?<=\d)–(?=\d)", "-", text).translate(_MARKS))


def _within(fact: Fact, sentence: Span) -> Span:
    assert fact.at is not None
    return Span(fact.at.start - sentence.start, fact.at.end - sentence.start)
