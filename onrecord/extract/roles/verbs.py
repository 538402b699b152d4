"""Clues from a sentence's main verb, and from the verb of what is said in it: tense, mood, voice, subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from .place import Clue
from .words import cue_senses

_SAID = ("ccomp", "parataxis")
_FORMS = ("VBD", "VBZ", "VBP", "MD", "VB", "VBG", "VBN")
_PRESENT = frozenset({"is", "are", "am", "does", "do", "'s", "’s", "'re", "’re", "'m", "’m"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_SHAPES = {"he": "he or she", "she": "he or she", "i": "i or we", "we": "i or we"}


def main_verbs(tokens: Tokens) -> tuple[Token, Token]:
    """The root of a sentence, and the verb of what it reports; the root twice where it reports nothing."""
    root = next((t for t in tokens if t.dep_ == "ROOT"), tokens[0])
    if root.lemma_ in cue_senses():
        return root, next((child for child in root.children if child.dep_ in _SAID), root)
    return root, root


def verb_clues(tokens: Tokens, known: frozenset[str]) -> Iterator[Clue]:
    """Clues of a sentence's verbs; `known` are the words of headline and lead."""
    root, said = main_verbs(tokens)
    if said is not root:
        yield "reports", 1.0
    if root.lemma_.lower() in known:
        yield "verb of lead", 1.0
    yield from _about("root", root)
    yield from _about("told", said)
    yield from _subject(said, known)
    yield from _grammar(tokens)


def _about(whose: str, verb: Token) -> Iterator[Clue]:
    children = list(verb.children)
    helpers = {c.lower_ for c in children if c.dep_ in ("aux", "auxpass")}
    yield f"{whose} {verb.tag_}", 1.0
    yield f"{whose} {_tense(verb, helpers)}", 1.0
    for helper in helpers:
        yield f"{whose} with {helper.replace('’', chr(39))}", 1.0
    for relation, name in (("nsubjpass", "passive"), ("neg", "negated"), ("expl", "there")):
        if any(c.dep_ == relation for c in children):
            yield f"{whose} {name}", 1.0
    if verb.lemma_ == "be":
        yield f"{whose} be", 1.0


def _tense(verb: Token, helpers: set[str]) -> str:
    if any(c.tag_ == "MD" for c in verb.children):
        return "modal"
    if "had" in helpers:
        return "had done"
    if helpers & _PERFECT:
        return "has done"
    if verb.tag_ == "VBD" or helpers & {"was", "were", "did"}:
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or helpers & _PRESENT:
        return "present"
    return "no tense"


def _subject(verb: Token, known: frozenset[str]) -> Iterator[Clue]:
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        yield "no subject", 1.0
        return
    yield f"subject {subject.ent_type_ or subject.pos_}", 1.0
    if subject.lemma_.lower() in known:
        yield "subject of lead", 1.0
    if subject.pos_ in ("PRON", "DET"):
        yield f"subject {_SHAPES.get(subject.lower_, subject.lower_)}", 1.0


def _grammar(tokens: Tokens) -> Iterator[Clue]:
    size = len(tokens)
    for tag, count in Counter(t.tag_ for t in tokens).items():
        yield f"tag {tag}", count / size * 3
        if tag in _FORMS:
            yield f"has {tag}", 1.0
    for kind, count in Counter(t.pos_ for t in tokens).items():
        yield f"kind {kind}", count / size * 2
    for relation, count in Counter(t.dep_ for t in tokens).items():
        yield f"relation {relation}", min(3, count) / 3
