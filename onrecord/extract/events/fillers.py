"""Who did it, to whom, to what, with what: the roles of a violent event, from its place in the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ..lexicons import lexicon
from ..reading import Reading
from .phrase import name_of, phrase_of

Names = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Fillers:
    """The fillers of one event's roles; each entity is the tuple of its names as printed."""

    perpetrators: Names = ()
    perpetrator_organisations: Names = ()
    targets: Names = ()
    victims: Names = ()
    weapons: Names = ()

    def as_fields(self) -> dict[str, Names]:
        """The roles by the names of the event's fields."""
        return dict(vars(self))


def fillers_of(word: Token, reading: Reading) -> Fillers:
    """The fillers of the roles around one event word."""
    agents = list(_with_conjuncts(_agents(word)))
    patients = list(_with_conjuncts(_patients(word)))
    text = reading.article.text
    return Fillers(
        perpetrators=_unique(phrase_of(t, text) for t in agents if _is_person(t) and not _is_weapon(t)),
        perpetrator_organisations=_unique(phrase_of(o, text) for t in agents for o in _organisations(t)),
        targets=_unique(phrase_of(t, text, counted=False) for t in patients if _is_thing(t)),
        victims=_unique(name_of(t, text) for t in patients if _is_victim(t)),
        weapons=_unique(phrase_of(t, text, counted=False) for t in word.sent if _is_weapon(t)),
    )


def _unique(names: Iterable[str | None]) -> Names:
    """Each name once, as an entity of one name."""
    return tuple((name,) for name in dict.fromkeys(names) if name)


def _agents(word: Token) -> Iterator[Token]:
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in word.children) or word.dep_ == "acl"
    for child in word.children:
        if child.dep_ == "nsubj" and not passive:
            yield child
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            yield from (c for c in child.children if c.dep_ == "pobj")
        if word.pos_ == "NOUN" and child.dep_ in ("poss", "compound", "amod") and _is_group(child):
            yield child
    if word.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT") for c in word.children):
        yield word.head
    if word.dep_ == "conj" and word.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children):
        yield from _agents(word.head)
    if word.dep_ == "xcomp":
        yield from (c for c in word.head.children if c.dep_ == "nsubj")
    yield from _blamed(word)


def _blamed(word: Token) -> Iterator[Token]:
    """Who claims an event, carries it out, or is charged with it: "the ELN claimed the attack", "blamed on rebels"."""
    words = lexicon("events")
    head = word.head
    for _ in range(3):
        low = head.lemma_.lower()
        if head.pos_ == "VERB" and low in words["claiming"]:
            yield from (c for c in head.children if c.dep_ == "nsubj")
            yield from (p for c in head.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj")
        if head.pos_ == "VERB" and low in words["blaming"]:
            yield from (c for c in head.children if c.dep_ in ("dobj", "nsubjpass") and c.i != word.i)
            yield from (p for c in head.children if c.lower_ in ("on", "to") for p in c.children if p.dep_ == "pobj")
        head = head.head


def _patients(word: Token) -> Iterator[Token]:
    for child in word.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            yield child
        if child.dep_ == "prep" and child.lower_ in ("against", "on", "of", "at", "in"):
            yield from (c for c in child.children if c.dep_ == "pobj" and _fits(child.lower_, word, c))
    if word.dep_ == "acl" and word.tag_ == "VBN":
        yield word.head
    if word.dep_ == "relcl" and any(c.dep_ == "nsubjpass" and c.tag_ in ("WP", "WDT") for c in word.children):
        yield word.head
    if (
        word.dep_ == "conj"
        and word.tag_ == "VBN"
        and not any(c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in word.children)
    ):
        yield from (c for c in word.head.children if c.dep_ == "nsubjpass")


def _fits(preposition: str, word: Token, noun: Token) -> bool:
    """Whether a noun after the preposition is what was attacked, not where or how."""
    if preposition in ("against", "on"):
        return word.pos_ == "NOUN" or preposition == "against"
    if preposition == "of":
        return word.pos_ == "NOUN"
    return (
        noun.lemma_.lower() in lexicon("events")["things"] and word.lemma_.lower() in lexicon("events")["setting_off"]
    )


def _with_conjuncts(tokens: Iterator[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from (t for t in token.conjuncts if t.i > token.i)


def _is_weapon(token: Token) -> bool:
    words = lexicon("events")
    low = token.lemma_.lower()
    if low not in words["weapons"] or token.dep_ == "compound" or token.pos_ not in ("NOUN", "PROPN"):
        return False
    plain = low not in ("charge", "device", "weapon", "shell", "gun", "mine")
    return plain or any(c.lemma_.lower() in words["weapon_words"] for c in token.children)


def _is_group(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNP", "NNPS") and (_is_person(token) or _is_organisation(token))


def _is_person(token: Token) -> bool:
    return token.lemma_.lower() in lexicon("events")["armed"] or (token.pos_ == "PROPN" and token.ent_type_ == "PERSON")


def _is_organisation(token: Token) -> bool:
    low = token.lemma_.lower()
    if low in lexicon("events")["armed"]:
        return False
    if low in lexicon("events")["generic"]:
        own = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.pos_ in ("PROPN", "ADJ")]
        return bool(own) and not any(_is_acronym(c) for c in own)
    named = token.pos_ == "PROPN" and (token.ent_type_ == "ORG" or _is_acronym(token))
    return named or low in lexicon("events")["organisations"]


def _is_acronym(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text.isalpha() and token.text.isupper() and len(token.text) > 2


def _organisations(agent: Token) -> Iterator[Token]:
    """The body an agent is, or the one that its name begins with: "FARC guerrillas"."""
    if _is_organisation(agent):
        yield agent
    if agent.lemma_.lower() in lexicon("events")["parts"]:
        of = (p for c in agent.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
        yield from (p for p in of if _is_organisation(p))
    yield from (c for c in agent.children if c.dep_ in ("compound", "nmod") and _is_acronym(c))


def _is_thing(token: Token) -> bool:
    return token.lemma_.lower() in lexicon("events")["things"]


def _is_victim(token: Token) -> bool:
    """Whether a word names a person killed or attacked; those only counted are casualties, not names."""
    if token.pos_ == "PROPN":
        return token.ent_type_ == "PERSON"
    named = any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in token.children)
    return named and token.lemma_.lower() in lexicon("events")["human"]
