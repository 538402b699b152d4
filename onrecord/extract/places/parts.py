"""What a place is in the story, by its clause: left, attacked, used as a base, passed, or where it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from onrecord.model import FoundPlace, PlaceRole

from ..lexicons import lexicon
from ..reading import Reading

_NAME = frozenset({"compound", "nmod", "appos", "conj", "flat", "amod", "nummod"})
_INSIDE = frozenset({"in", "at", "near", "outside", "inside", "around", "off", "on", "along", "throughout", "across"})
_STOOD_ON = ("island", "sea", "river", "mountain", "building", "area", "other", "port", "base")
"""What things happen on: talks "on Syria" are not held there."""
_OF_OBJECTS: tuple[PlaceRole, ...] = ("target", "departure", "route")
_UP_TO = 6
"""So many steps from a name to the word that rules it."""


def clause_roles(reading: Reading, place: FoundPlace) -> Iterator[PlaceRole]:
    """The role that each mention of `place` has in its clause, in text order; nothing for a mention without one.

    What could be, is denied or is planned, and what a sentence tells of another year, gives no role.
    """
    for mention in place.mentions:
        tokens = reading.tokens(mention)
        if tokens is None or reading.sentence_of(tokens[0]) is None:
            continue
        role = _role(tokens.root, on=place.kind in _STOOD_ON)
        if role is not None and (role == "base" or _is_news(reading, tokens.root)):
            yield role


def _role(name: Token, *, on: bool) -> PlaceRole | None:
    head = _whole_name(name)
    if head.dep_ in ("dobj", "nsubjpass") and head.head.pos_ == "VERB" and _is_told(head.head):
        return _of_object(head.head)
    if head.dep_ != "pobj":
        return None
    return _by_preposition(head.head, on=on)


def _by_preposition(preposition: Token, *, on: bool = True) -> PlaceRole | None:
    word, ruler = preposition.lower_, preposition.head
    if word == "of" and ruler.lemma_ in _words("target", "deeds"):
        return "target"
    if word == "of" and ruler.lower_ in lexicon("places")["seen_from"]:
        return _role_of_whole(ruler)
    if preposition.dep_ == "prep" and ruler.dep_ == "prep":
        ruler, word = ruler.head, f"{ruler.lower_} {word}"
    if not _is_told(ruler):
        return None
    if word.endswith("from") and ruler.lemma_ in _words("departure", "verbs"):
        return "departure"
    if word in ("on", "against") and ruler.lemma_ in _words("target", "deeds"):
        return "target"
    if word in ("via", "through", "over", "across") and ruler.lemma_ in _words("route", "verbs"):
        return "route"
    if word in _INSIDE and ruler.lemma_ in _words("base", "verbs"):
        return "base"
    return "scene" if word in _INSIDE and (on or word != "on") and _tells_event(ruler) else None


def _role_of_whole(noun: Token) -> PlaceRole | None:
    """The role of "the city of Basra", or of what lies "north of Basra", is that of the noun."""
    if noun.dep_ == "pobj":
        return _by_preposition(noun.head)
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" and _is_told(noun.head):
        return _of_object(noun.head)
    return None


def _of_object(verb: Token) -> PlaceRole | None:
    """What a verb makes of the place that it is done to; a storm has no target."""
    role = next((r for r in _OF_OBJECTS if verb.lemma_ in _words(r, "objects")), None)
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    doers += [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    natural = any(t.lemma_.lower() in _nature() for t in doers)
    return "scene" if role == "target" and natural else role


def _whole_name(name: Token) -> Token:
    """The noun that the name belongs to: itself, the first of a list, the province that it names."""
    token = name
    for _ in range(_UP_TO):
        kinds = lexicon("places")["kind_words"]
        joined = token.dep_ in ("conj", "appos") or (token.dep_ in _NAME and token.head.lower_ in kinds)
        if not joined or token.head is token:
            break
        token = token.head
    return token


def _tells_event(word: Token) -> bool:
    """Whether a verb, or a noun, tells of an event."""
    if word.pos_ == "VERB":
        told = word.lemma_ in _event_words("verbs") or word.lemma_ in lexicon("places")["happenings"]
        return told or any(
            c.dep_ in ("nsubj", "nsubjpass") and c.lemma_ in _event_words("nouns") for c in word.children
        )
    return word.pos_ == "NOUN" and word.lemma_ in _event_words("nouns")


def _is_told(word: Token) -> bool:
    """Whether a verb tells of what was done: past, not negated, without a modal; nouns tell what their clause tells."""
    verb = next((t for t in (word, *word.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return True
    subjects = [c for v in (verb, verb.head) for c in v.children if "subj" in c.dep_]
    nobody = any(t.lower_ in ("no", "nobody", "none") for c in subjects for t in c.subtree)
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "mark")}
    return not nobody and not helpers & _unreal() and verb.tag_ != "VB"


def _is_news(reading: Reading, name: Token) -> bool:
    """Whether a sentence tells of these days: it names no year but that of the article, and no time long past."""
    published = (reading.article.published or "")[:4]
    words = {t.lower_ for t in name.sent}
    years = {t.text for t in name.sent if t.text.isdigit() and len(t) == 4 and t.text[:2] in ("18", "19", "20")}
    return not (years - {published}) and not words & set(lexicon("places")["long_past"])


@cache
def _words(role: PlaceRole, key: str) -> frozenset[str]:
    return frozenset(lexicon("places")["clauses"][role].get(key, ()))


@cache
def _event_words(kind: str) -> frozenset[str]:
    lists: dict[str, Sequence[str]] = lexicon("events")[kind]
    return frozenset(word for words in lists.values() for word in words)


@cache
def _nature() -> frozenset[str]:
    nouns = lexicon("events")["nouns"]
    return frozenset([*nouns["disaster"], *nouns["accident"], *lexicon("places")["plagues"]])


def tells_of_nature(words: str) -> bool:
    """Whether words name a disaster or a plague, which strikes a place without aiming at it."""
    return any(word in _nature() or word.removesuffix("s") in _nature() for word in words.casefold().split())


@cache
def _unreal() -> frozenset[str]:
    return frozenset(lexicon("places")["roles"]["unsure"]) | {
        "n't",
        "not",
        "never",
        "would",
        "will",
        "shall",
        "if",
        "to",
    }
