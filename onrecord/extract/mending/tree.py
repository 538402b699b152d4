"""What the rules of mending share: reporting verbs, their content, and how a word is hung elsewhere."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from onrecord.extract.lexicons import lexicon

MODALS = frozenset(
    ["would", "could", "should", "might", "may", "will", "can", "must", "wo", "ca", "'d", "’d", "'ll", "’ll"]
)
"""Auxiliaries that tell of what may or will be; "wo" and "ca" stand before "n't"."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


@cache
def reporting() -> frozenset[str]:
    """Verbs that a finite clause follows."""
    groups = lexicon("cues")["verbs"]
    return frozenset(lemma for group in groups if "clause" in group["frames"] for lemma in group["verbs"])


@cache
def telling() -> frozenset[str]:
    """Verbs of what people do with words: say, deny, accuse, promise, ask."""
    groups = lexicon("cues")["verbs"]
    senses = {"say", "deny", "accuse", "promise", "ask"}
    return frozenset(lemma for group in groups if group["sense"] in senses for lemma in group["verbs"])


def content_of(verb: Token) -> Token | None:
    """The clause that the verb reports, behind it."""
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ in {"VERB", "AUX"}), None)


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own, be it only "there"."""
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def attach(token: Token, head: Token, relation: str) -> None:
    """Hangs a word, with all below it, on another head."""
    token.head = head
    token.dep_ = relation
