"""One briefing while it is rendered: where each record stands on the site, and how a fact is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from onrecord.model import ARTICLE, CERTAINTY_WORDS, Correction, Dossier, Fact

from .amounts import quantity_words
from .changed import Change, badges
from .editing import EditLink
from .engine import Engine
from .labels import actor_label, publication_of, source_label
from .phrases import resolved_words
from .printed import FactView, Printed, marked
from .words import N_, say

HOME = {
    "events": "timeline.html",
    "military": "military.html",
    "reactions": "reactions.html",
    "background": "background.html",
}
"""The page on which the facts of each file have their blocks."""


class Link(NamedTuple):
    """Words and where they lead; `href` empty = nowhere."""

    words: str
    href: str = ""


class Relation(NamedTuple):
    """How another fact stands to this one, and that fact's line."""

    words: str
    fact: FactView


@dataclass(frozen=True)
class Book:
    """What views ask. Hrefs are relative to the briefing's folder, where all its pages lie."""

    dossier: Dossier
    engine: Engine
    edit_url: str | None = None
    """Where a line of a file can be edited, with `{file}`, `{line}` and `{column}`."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The timeline's number of each dated fact."""
    corrections: Sequence[Correction] = ()
    """What was changed, newest first: each fact says so wherever it is printed."""
    base: str = ""
    """Before every href: the way to the briefing's folder from the page that prints."""

    def fact(self, identifier: str, beside: Sequence[str] = ()) -> FactView:
        """The fact with this id; of the facts that stand `beside` it on the page it does not repeat the line."""
        fact = self.dossier.facts[identifier]
        return FactView(identifier, lambda part: self.engine.part(part, {"fact": self._words(fact, beside)}))

    def facts(self, identifiers: Iterable[str]) -> tuple[FactView, ...]:
        """Facts by id, in the order given."""
        return tuple(self.fact(identifier) for identifier in identifiers)

    def told(self, part: str, identifier: str, values: Mapping[str, Any]) -> Printed:
        """One fact in a part of its own, with what a view says of it there: a row, a step."""
        fact = self.dossier.facts[identifier]
        return Printed(lambda: self.engine.part(part, {"fact": self._words(fact, ()), **values}))

    def label(self, identifier: str) -> str:
        """The source label of a fact."""
        return source_label(self.dossier.facts[identifier], self.dossier)

    def fact_href(self, identifier: str) -> str:
        """Where the fact's own block stands."""
        return f"{self.base}{HOME[self.dossier.file_of[identifier]]}#fact-{identifier}"

    def actor(self, identifier: str) -> Link:
        """An actor's name, leading to its card; words that are no id lead nowhere."""
        known = identifier in self.dossier.actors
        return Link(
            actor_label(identifier, self.dossier), f"{self.base}actors.html#actor-{identifier}" if known else ""
        )

    def place(self, identifier: str) -> Link:
        """A place's name, leading to its row."""
        place = self.dossier.places.get(identifier)
        return Link(place.name, f"{self.base}places.html#place-{identifier}") if place else Link(identifier)

    def equipment(self, identifier: str) -> Link:
        """A type of equipment, leading to its card."""
        kind = self.dossier.equipment.get(identifier)
        return Link(kind.name, f"{self.base}military.html#equipment-{identifier}") if kind else Link(identifier)

    def named(self, words: str) -> str:
        """The name behind an id of any kind; the words themselves where they are no id."""
        dossier = self.dossier
        record = dossier.equipment.get(words) or dossier.actors.get(words) or dossier.places.get(words)
        return record.name if record else words

    def edit(self, path: str, what: str = N_("this record")) -> EditLink:
        """The way to the line of a record given as `file/id` or by its path, `briefing/takeaways/0`."""
        return EditLink(say(what), self.dossier.positions.get(path), self.edit_url or "")

    def edit_fact(self, identifier: str) -> EditLink:
        """The way to the line of a fact."""
        return self.edit(f"{self.dossier.file_of[identifier]}/{identifier}", N_("this fact"))

    def statement(self, part: str, identifiers: Iterable[str], values: Mapping[str, Any]) -> Printed:
        """Words of the editor's that rest on facts, with those facts' sources."""
        known = [self.dossier.facts[i] for i in identifiers if i in self.dossier.facts]
        sources: dict[str, Fact] = {}
        for fact in known:
            sources.setdefault(source_label(fact, self.dossier), fact)
        borne = {
            "first": known[0].id,
            "source": known[0].source,
            "sources": [{"id": f.id, "source": f.source, "label": label} for label, f in sources.items()],
            "facts": [Link(str(n + 1), self.fact_href(f.id)) for n, f in enumerate(known)],
        }
        return Printed(lambda: self.engine.part(part, {**borne, **values}))

    @cached_property
    def changes(self) -> Mapping[tuple[str, str], tuple[Change, ...]]:
        """What was changed in each record beyond wording and filing, by its kind and id, newest first."""
        return badges(self.dossier, self.corrections)

    def badge(self, identifier: str, of: str = "fact") -> Link | None:
        """A word that says that a record was changed, leading to what was changed; None where nothing was."""
        changes = self.changes.get((of, identifier))
        return Link(changes[0].title, f"{self.base}corrections.html#{changes[0].id}") if changes else None

    @cached_property
    def _answers(self) -> Mapping[str, list[tuple[str, str]]]:
        """For each fact, what others say against it or add to it."""
        answers: dict[str, list[tuple[str, str]]] = {}
        for fact in self.dossier.facts.values():
            for other in fact.denies:
                answers.setdefault(other, []).append((say("Denied by"), fact.id))
            for other in fact.contradicts:
                answers.setdefault(other, []).append((say("Contradicted by"), fact.id))
        return answers

    def _words(self, fact: Fact, beside: Sequence[str]) -> dict[str, Any]:
        """Everything the parts of a fact may print. Never handed to a page's template."""
        when = fact.when
        return {
            "id": fact.id,
            "source": fact.source,
            "text": marked(fact.text),
            "label": source_label(fact, self.dossier),
            "source_href": f"{self.base}sources.html#source-{fact.source}",
            "certainty": fact.certainty,
            "certainty_words": CERTAINTY_WORDS[fact.certainty],
            "hedge": fact.hedge,
            "cue": fact.cue if fact.source != ARTICLE else None,
            "when": when and when.text,
            "resolved": when and resolved_words(when),
            "who": [self.actor(actor).words for actor in fact.actors],
            "where": [self.place(place) for place in fact.where],
            "quantities": [self._quantity(fact, n) for n in range(len(fact.quantities))],
            "quote": _apart(fact),
            "evidence": self._evidence(fact),
            "relations": self._relations(fact, beside),
            "href": self.fact_href(fact.id),
            "edit": self.edit_fact(fact.id),
            "changes": self.changes.get(("fact", fact.id), ()),
            "badge": self.badge(fact.id),
            "number": self.numbers.get(fact.id),
        }

    def _quantity(self, fact: Fact, number: int) -> str:
        quantity = fact.quantities[number]
        of = self.named(quantity.of) if quantity.of else ""
        return quantity_words(quantity) + (f" ({of})" if of and of.lower() not in (quantity.unit or "").lower() else "")

    def _evidence(self, fact: Fact) -> dict[str, Any]:
        publication = publication_of(fact, self.dossier)
        return {
            "sentence": fact.at.sentence if fact.at else None,
            "publisher": publication.publisher or say("the article"),
            "published": publication.published,
            "reviewed": fact.reviewed,
            "corrected": fact.corrected,
            "before": self._near(fact, -1),
            "after": self._near(fact, 1),
            "adds": [Link(self.label(other), self.fact_href(other)) for other in fact.elaborates],
        }

    @cached_property
    def _order(self) -> tuple[Sequence[str], Mapping[str, int]]:
        """The facts that have a place in their article, in its order, and where each stands among them."""
        placed = [fact for fact in self.dossier.facts.values() if fact.at]
        placed.sort(key=lambda fact: (publication_of(fact, self.dossier).id, fact.at.start if fact.at else 0))
        order = [fact.id for fact in placed]
        return order, {identifier: number for number, identifier in enumerate(order)}

    def _near(self, fact: Fact, step: int) -> Link | None:
        """The fact that stands before or after this one in the article: its source and sentence."""
        order, number = self._order
        near = number.get(fact.id, -2) + step
        if not 0 <= near < len(order):
            return None
        other = self.dossier.facts[order[near]]
        at = f", {other.at.sentence}" if other.at else ""
        return Link(f"{source_label(other, self.dossier)}{at}", self.fact_href(other.id))

    def _relations(self, fact: Fact, beside: Sequence[str]) -> list[Relation]:
        against = [(say("Denies"), other) for other in fact.denies]
        against += [(say("Contradicts"), other) for other in fact.contradicts]
        against += self._answers.get(fact.id, [])
        seen = dict.fromkeys(other for _, other in against)
        words = {other: said for said, other in reversed(against)}
        return [Relation(words[other], self.fact(other)) for other in seen if other not in beside]


def _apart(fact: Fact) -> str | None:
    """The quotation, where the text does not hold it already."""
    held = fact.quote is None or f"“{fact.quote.text.rstrip('.,')}" in fact.text
    return None if fact.quote is None or held else fact.quote.text
