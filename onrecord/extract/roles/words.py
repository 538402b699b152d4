"""Clues from general word lists: lists of our own, kinds of cue, and WordNet's 41 wide senses of nouns and verbs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ..lexicons import lexicon
from .place import Clue


def word_clues(tokens: Tokens) -> Iterator[Clue]:
    """Clues of the words of a sentence, each list named once however many of its words are there."""
    seen = Counter(form for t in tokens for form in {t.lemma_.lower(), t.lower_.replace("’", "'")})
    hits = Counter(name for word in seen for name in _lists().get(word, ()))
    for name, count in hits.items():
        yield f"word of {name}", 1.0
        if count > 1:
            yield f"words of {name}", 1.0
    plain = " ".join(t.lower_ for t in tokens if not t.is_space)
    for name, phrases in lexicon("roles")["phrases"].items():
        if any(f" {phrase} " in f" {plain} " for phrase in phrases):
            yield f"phrase of {name}", 1.0
    if tokens[0].lower_ in _openers():
        yield f"opens with {tokens[0].lower_}", 1.0
    yield from _shape(tokens)


def sense_clues(tokens: Tokens, verbs: tuple[Token, Token]) -> Iterator[Clue]:
    """Clues of the wide senses of a sentence's nouns and verbs, those of its main verbs and their subject marked."""
    total: Counter[str] = Counter()
    for token in tokens:
        if token.pos_ in ("NOUN", "VERB") and (sense := senses().get((token.pos_, token.lemma_.lower()))):
            total[f"sense {sense}"] += 1
            if part := _part(token, verbs):
                yield f"{part} sense {sense}", 1.0
    for name, count in total.items():
        yield name, count / 3
    for token in tokens:
        if token.pos_ == "VERB":
            for sense in cue_senses().get(token.lemma_, ()):
                yield f"verb to {sense}", 1.0


def _part(token: Token, verbs: tuple[Token, Token]) -> str | None:
    if token == verbs[0]:
        return "root"
    if token == verbs[1]:
        return "told"
    if token.head in verbs and token.dep_.startswith("nsubj"):
        return "subject"
    return None


def _shape(tokens: Tokens) -> Iterator[Clue]:
    size = len(tokens)
    yield "length", min(60, size) / 40
    if size < 12:
        yield "short", 1.0
    if size > 32:
        yield "long", 1.0
    if any(t.like_num for t in tokens):
        yield "number", 1.0


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    """Names of the lists that hold a word."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, words in lexicon("roles")["words"].items():
        for word in words:
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


@cache
def cue_senses() -> Mapping[str, tuple[str, ...]]:
    """Verbs that attribute, with the kinds of cue they can be."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in lexicon("cues")["verbs"]:
        for verb in group["verbs"]:
            found[verb].add(group["sense"] or "stance")
    return {verb: tuple(sorted(kinds)) for verb, kinds in found.items()}


@cache
def senses() -> Mapping[tuple[str, str], str]:
    """The wide sense of a noun or verb in its dictionary form: ("NOUN", "flood") is an event."""
    kinds = {"noun": "NOUN", "verb": "VERB"}
    return {
        (kinds[kind], word): f"{kind} {name}"
        for kind, groups in lexicon("senses").items()
        for name, words in groups.items()
        for word in words.split()
    }


@cache
def _openers() -> frozenset[str]:
    """Words that tell something at the head of a sentence."""
    return frozenset(lexicon("roles")["openers"])
