"""How many people were killed, hurt, are missing or had to leave, by the word that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model import Casualties, Effect, FoundQuantity

from ..lexicons import lexicon
from .kinds import listed
from .parts import objects, patients, with_joined
from .phrase import name_of, phrase_of
from .scene import Scene


class Harm(NamedTuple):
    """What one word tells of harm to people, and whether they were fighters."""

    word: Token
    casualties: Casualties
    fighters: bool


def harm_at(word: Token, scene: Scene) -> Iterator[Harm]:
    """Each count that a word like "killed", "deaths", "wounded" or "toll" gives; nothing for all other words."""
    effect = "death" if _to_death(word) else _effects().get(word.lemma_.lower()) or _effects().get(word.lower_)
    if word.lemma_.lower() in listed("harm", "tolls"):
        yield from _toll(word, scene)
        return
    if effect is None or _either(word):
        return
    yield from _counted(word, effect, list(_harmed(word, effect)), scene)


@cache
def _effects() -> dict[str, Effect]:
    """Effects by dictionary form of the verb, noun or state that tells of them."""
    parts = ("verbs", "dying", "nouns", "states", "losses")
    return {
        form: effect for effect, words in lexicon("harm")["effects"].items() for part in parts for form in words[part]
    }


def _either(word: Token) -> bool:
    """Whether the word is joined by "or" to another: "killed or wounded" says neither how many nor which."""
    joined = (word, word.head) if word.dep_ == "conj" else (word,)
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for t in joined for c in t.children)


def _harmed(word: Token, effect: Effect) -> Iterator[Token]:
    """The heads of the phrases that name the people a word of harm is about."""
    words, low = lexicon("harm")["effects"][effect], word.lemma_.lower()
    if word.pos_ == "VERB" and low in words["dying"]:
        yield from _subjects(word)
    elif low in words["losses"]:
        yield from _of_lives(word)
    elif word.pos_ == "VERB" and (low in words["verbs"] or _to_death(word)) and word.dep_ not in ("amod", "compound"):
        yield from patients(word)
    elif word.pos_ == "NOUN" and low in words["nouns"]:
        own = [t for t in patients(word) if t.lower_ != "hands"]
        yield from own or ([word] if _has_number(word) else [])
    elif word.lower_ in words["states"]:
        yield from _in_state(word)


def _subjects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            yield verb.head if child.tag_ in ("WP", "WDT") else child


def _of_lives(noun: Token) -> Iterator[Token]:
    """As in "claimed 12 lives", "12 people lost their lives"."""
    if _has_number(noun):
        yield noun
    elif noun.dep_ == "dobj" and noun.head.lemma_ == "lose":
        yield from _subjects(noun.head)


def _in_state(word: Token) -> Iterator[Token]:
    """As in "12 dead", "left 12 people dead", "three people were missing"."""
    if _has_number(word):
        yield word
        return
    head = word.head
    if word.dep_ in ("acomp", "attr", "oprd", "ccomp", "xcomp", "advcl"):
        own = [c for c in word.children if c.dep_ in ("nsubj", "nsubjpass")]
        objects_ = [c for c in head.children if c.dep_ == "dobj"] if head.lemma_ in ("leave", "report", "find") else []
        yield from own or objects_ or (_subjects(head) if head.lemma_ in ("be", "remain", "go", "report") else ())
    elif word.dep_ in ("amod", "acl") and (word.i > head.i or _has_number(head)):
        yield head
    elif word.dep_ == "conj" and word.head.lower_ in ("dead", "killed"):
        yield from ()


def _has_number(noun: Token) -> bool:
    return any(c.dep_ in ("nummod", "quantmod") or c.pos_ == "NUM" for c in noun.children)


def _toll(word: Token, scene: Scene) -> Iterator[Harm]:
    """As in "the death toll rose to 12": the number behind the verb."""
    if any(c.lower_ in ("financial", "economic", "psychological") for c in word.children):
        return
    verb = word.head
    told = (c for c in verb.children if c.dep_ in ("attr", "dobj"))
    numbers = [*objects(verb, "to", "at", "of"), *told, *objects(word, "of", "at")]
    yield from _counted(word, "death", numbers, scene)


def _counted(word: Token, effect: Effect, heads: Sequence[Token], scene: Scene) -> Iterator[Harm]:
    """A count for each phrase that has a number or names one person; nothing is added up."""
    told = scene.told_at.get(word.i)
    source = told.actor if told else None
    for head in with_joined(iter(heads)):
        if head.dep_ == "appos" and (not scene.is_person(head) or _quantity_of(head.head, scene) is not None):
            continue
        if _is_none(head) or (effect in ("missing", "displaced") and not _is_human(head, word)):
            continue
        casualties = None if _is_machine(head, scene) else _casualties(head, word, effect, scene)
        if casualties is not None:
            fighters = _fights(head, scene)
            yield Harm(word, casualties.model_copy(update={"source": source}), fighters)


def _casualties(head: Token, word: Token, effect: Effect, scene: Scene) -> Casualties | None:
    quantity = _quantity_of(head, scene)
    if quantity is not None:
        named = head.pos_ in ("NOUN", "PROPN") and head.i != word.i
        of = phrase_of(head, scene, counted=False) if named else None
        return _with_number(quantity, effect).model_copy(update={"of": of})
    if scene.is_person(head):
        return Casualties(effect=effect, operator="=", value=1, of=name_of(head, scene))
    return Casualties(effect=effect, operator="=", value=1, of=phrase_of(head, scene)) if _is_one(head) else None


def _is_machine(head: Token, scene: Scene) -> bool:
    return head.i in scene.armed_at or head.lemma_.lower() in listed("harm", "things")


def _fights(head: Token, scene: Scene) -> bool:
    """Whether those counted fight or attack; "five others" and "six" are of the kind counted before them."""
    low = head.lemma_.lower()
    if low in listed("harm", "combatants") | listed("harm", "armed"):
        return low != "policeman"
    if low in listed("harm", "parts"):
        whose = (*objects(head, "of", "from"), *(c for c in head.children if c.dep_ in ("compound", "nmod")))
        return any(_is_armed_body(t, scene) for t in whose)
    if low not in ("other", "one") and head.pos_ != "NUM":
        return False
    before = (t for t in reversed(head.doc[head.sent.start : head.i]) if t.i in scene.quantity_at and t.pos_ == "NOUN")
    first = next(before, None)
    return first is not None and first.lemma_.lower() != "other" and _fights(first, scene)


def _is_armed_body(token: Token, scene: Scene) -> bool:
    actor = scene.actor_at.get(token.i)
    armed = actor is not None and actor.kind == "armed-group"
    return armed or token.lemma_.lower() in listed("harm", "military") - {"company", "unit"}


def _quantity_of(head: Token, scene: Scene) -> FoundQuantity | None:
    inner = (
        head,
        *(c for c in head.children if c.dep_ in ("nummod", "quantmod", "amod", "det", "prep") and c.i < head.i),
    )
    found = (scene.quantity_at.get(t.i) for t in inner)
    return next((q for q in found if q is not None and q.value is not None), None)


def _is_none(head: Token) -> bool:
    """Whether the words before a head say that nobody is meant, or how many in a day: "not a single person"."""
    none = any(t.lower_ in ("no", "not", "each", "every", "per") for t in head.subtree if t.i <= head.i + 1)
    return none or any(t.lemma_ in ("average", "rate") for t in head.ancestors)


def _is_human(head: Token, word: Token) -> bool:
    return head.i == word.i or head.lemma_.lower() in listed("harm", "human") or head.pos_ == "NUM"


def _is_one(head: Token) -> bool:
    """Whether a word names one person without a number: "a peasant woman", "the mayor"."""
    if head.tag_ != "NN" or head.lemma_.lower() not in listed("harm", "human"):
        return False
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children):
        return False
    if head.lower_ in ("person", "people", "other", "victim", "suspect", "member") and not _has_number(head):
        return any(c.dep_ == "det" and c.lower_ in ("a", "an", "one", "another") for c in head.children)
    return any(c.dep_ in ("det", "poss") and c.lower_ not in ("no", "any", "every", "each") for c in head.children)


def _with_number(quantity: FoundQuantity, effect: Effect) -> Casualties:
    """A range counts from its lower end; a vague count ("dozens") is told without a number, not with a made-up one."""
    if not isinstance(quantity.value, tuple):
        return Casualties(effect=effect, operator=quantity.operator, value=quantity.value)
    vague = quantity.vague or quantity.value in (tuple(ends) for ends in lexicon("numbers")["vague"].values())
    return Casualties(effect=effect, operator=">=", value=None if vague else quantity.value[0])


def _to_death(verb: Token) -> bool:
    """Whether somebody was killed by a verb that alone does not say so: "shot dead", "stabbed to death"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in (
        "shoot",
        "stab",
        "beat",
        "burn",
        "gun",
        "crush",
        "starve",
        "stone",
    ):
        return False
    behind = (*verb.children, *verb.doc[verb.i + 1 : verb.i + 2])
    marked = any(t.lower_ in ("dead", "down") for t in behind)
    return marked or any(p.lower_ == "death" for p in objects(verb, "to"))
