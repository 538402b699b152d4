"""What the article says where a fact stands: the passage, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import (
    Actor,
    Article,
    Doubt,
    Fact,
    Findings,
    FoundAttribution,
    FoundQuantity,
    FoundTime,
    Paragraph,
    Place,
    Span,
    text_hash,
)

from .desk import Desk
from .words import plain

Named = Actor | Place

_NEAR = 3
"""How many paragraphs before its own a fact may take a name from that its sentence has as a pronoun."""


@dataclass(frozen=True)
class Passage:
    """A fact and the place in the article it stands on. All texts have straight marks and keep their length."""

    path: str
    fact: Fact
    span: Span
    own: str
    """The words that the fact stands on."""
    sentence: str
    """The sentences that hold these words."""
    paragraph: str
    before: str
    """The paragraphs before this one, the nearest last."""
    held: Span
    """Where `sentence` stands."""
    around: Span
    """Where `paragraph` stands."""


@dataclass(frozen=True)
class Evidence:
    """An article beside the dossier that was made of it. Findings count only where they are of this very text."""

    desk: Desk
    article: Article

    @cached_property
    def found(self) -> Findings:
        """What the program found in this article; nothing where it read another text."""
        found = self.desk.dossier.found
        return found if found and found.article.sha256 == self.article.sha256 else Findings()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every fact whose words stand where it says, with the passage around them."""
        return tuple(self._passages())

    @cached_property
    def head(self) -> str:
        """What stands over the article, and over the briefing."""
        return plain(f"{self.article.title or ''} {self.desk.dossier.briefing.title}")

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Every actor and every place of the dossier."""
        return (*self.desk.dossier.actors.values(), *self.desk.dossier.places.values())

    def namesakes(self, record: Named) -> list[Named]:
        """The record, and those that share one of its names: the state and its land are two records."""
        return [record, *(other for name in called(record) for other in self._by_name.get(_even(name), ()))]

    def quantities(self, span: Span) -> list[FoundQuantity]:
        """The quantities found in a stretch."""
        return [quantity for quantity in self.found.quantities if span.holds(quantity.span)]

    def times(self, span: Span) -> list[FoundTime]:
        """The times found in a stretch."""
        return [time for time in self.found.times if span.overlaps(time.span)]

    def attributions(self, span: Span) -> list[FoundAttribution]:
        """The attributions whose content shares characters with a stretch."""
        return [one for one in self.found.attributions if any(part.overlaps(span) for part in one.content)]

    def base(self, fact: Fact) -> Fact | None:
        """The fact as it was found, where it stands on the same words."""
        found = self._base.get(fact.id)
        return found if found and found.at == fact.at else None

    def mentioned(self, identifier: str, span: Span) -> bool:
        """Whether an actor or a place of this id was found in a stretch."""
        return any(mention.overlaps(span) for mention in self._mentions.get(identifier, ()))

    def doubt(self, passage: Passage, kind: Doubt, key: str, *, said: str, mend: str) -> None:
        """Report what the article does not bear out, at a key of the fact, unless a person has settled it."""
        if kind not in passage.fact.settled:
            settle = f"; if it is right, write 'settled: [{kind}]' and say why under 'corrected'"
            self.desk.report(f"{passage.path}/{key}", said, mend + settle)

    @cached_property
    def _by_name(self) -> dict[str, list[Named]]:
        named: dict[str, list[Named]] = {}
        for record in self.named:
            for name in called(record):
                named.setdefault(_even(name), []).append(record)
        return named

    @cached_property
    def _base(self) -> dict[str, Fact]:
        found = self.desk.dossier.found
        return {fact.id: fact for _, fact in found.files.facts()} if found and found.files else {}

    @cached_property
    def _mentions(self) -> dict[str, list[Span]]:
        mentions: dict[str, list[Span]] = {}
        for actor in self.found.actors:
            mentions.setdefault(actor.id, []).extend(actor.mentions)
        for place in self.found.places:
            mentions.setdefault(place.id, []).extend(place.mentions)
        return mentions

    def _passages(self) -> Iterator[Passage]:
        for path, fact in self.desk.facts():
            if fact.at and self._is_here(fact):
                yield self._passage(path, fact, Span(fact.at.start, fact.at.end))

    def _is_here(self, fact: Fact) -> bool:
        assert fact.at is not None
        sources = self.desk.dossier.briefing.sources
        same = next((source.id for source in sources if source.sha256 == self.article.sha256), sources[0].id)
        span = Span(fact.at.start, fact.at.end)
        return (fact.at.article or sources[0].id) == same and text_hash(span.cut(self.article.text)) == fact.at.hash

    def _passage(self, path: str, fact: Fact, span: Span) -> Passage:
        held = _hull((s.span for s in self.article.sentences if s.span.overlaps(span)), span)
        number, around = self._paragraph(span)
        near = [p.span for p in self.article.paragraphs if number - _NEAR <= p.number < number]
        before = Span(near[0].start, around.start).cut(self.article.text) if near else ""
        own, sentence, paragraph = (plain(one.cut(self.article.text)) for one in (span, held, around))
        return Passage(path, fact, span, own, sentence, paragraph, plain(before), held, around)

    def _paragraph(self, span: Span) -> tuple[int, Span]:
        whole: list[Paragraph] = [p for p in self.article.paragraphs if p.span.overlaps(span)]
        return (whole[0].number if whole else 1), _hull((p.span for p in whole), span)


def called(record: Named) -> list[str]:
    """Everything a record is called."""
    return [record.name, *record.aliases]


def _even(name: str) -> str:
    return plain(name).lower()


def _hull(spans: Iterable[Span], otherwise: Span) -> Span:
    """From the first character of the spans to their last."""
    known = list(spans)
    return Span(min(s.start for s in known), max(s.end for s in known)) if known else otherwise
