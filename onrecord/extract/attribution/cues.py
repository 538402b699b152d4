"""Which words attribute, what they mean, and where their content stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from spacy.tokens import Token

from onrecord.extract.lexicons import lexicon

Sense = Literal["say", "deny", "accuse", "promise", "believe", "show", "ask", "doubt"]


@dataclass
class Verb:
    """A reporting verb: each frame it takes with the sense it has there, each preposition likewise."""

    frames: dict[str, Sense | None] = field(default_factory=dict)
    prepositions: dict[str, Sense | None] = field(default_factory=dict)

    @property
    def sense(self) -> Sense | None:
        """The sense of the first frame that the lexicon gives."""
        return next(iter([*self.frames.values(), *self.prepositions.values()]), None)


@dataclass(frozen=True)
class Word:
    """A noun, or an adjective as a predicate, that attributes: what it means and which words lead to its content."""

    sense: Sense
    leads: frozenset[str]


@cache
def verbs() -> dict[str, Verb]:
    """Every reporting verb by its dictionary form, particle included: `point out`."""
    found: dict[str, Verb] = {}
    for group in lexicon("cues")["verbs"]:
        for lemma in group["verbs"]:
            _enter(found.setdefault(lemma, Verb()), group)
    return found


def _enter(verb: Verb, group: dict[str, Any]) -> None:
    for frame in group["frames"]:
        verb.frames.setdefault(frame, group["sense"])
    for preposition in group.get("with", ()):
        verb.prepositions.setdefault(preposition, group["sense"])


@cache
def nouns() -> dict[str, Word]:
    """Every attributive noun by its dictionary form."""
    groups = lexicon("cues")["nouns"]
    return {lemma: Word(g["sense"], frozenset(g["with"])) for g in groups for lemma in g["nouns"]}


@cache
def adjectives() -> dict[str, Word]:
    """Every adjective that attributes when it is a predicate."""
    groups = lexicon("cues")["adjectives"]
    return {word: Word(g["sense"], frozenset(g["with"])) for g in groups for word in g["adjectives"]}


@cache
def words(name: str) -> frozenset[str]:
    """A plain list of the cue lexicon: `works`, `namers`, `relay`, `prepositions`."""
    return frozenset(lexicon("cues")[name])


def lemma_of(token: Token) -> str:
    """The dictionary form of a cue, with its particle: `point out`."""
    lemma = token.lemma_.lower()
    # The small model takes "hoped" for a form of "hop".
    if lemma == "hop" and token.lower_.startswith("hop") and not token.lower_.startswith("hopp"):
        lemma = "hope"
    particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), None)
    if particle and f"{lemma} {particle}" in verbs():
        return f"{lemma} {particle}"
    return lemma


def verb_of(token: Token) -> Verb | None:
    """The entry of a reporting verb; None for any other word."""
    if token.pos_ not in {"VERB", "AUX"} and token.tag_[:2] != "VB":
        return None
    return verbs().get(lemma_of(token))
