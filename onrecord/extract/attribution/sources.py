"""Who a cue belongs to: the source's words, read off the parse."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from .misread import misread_subject

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_STOPS = frozenset({",", "—", "–", "(", ";", ":", "“", '"'})
_ISSUING = frozenset(
    [
        "issue",
        "release",
        "put",
        "send",
        "post",
        "publish",
        "make",
        "give",
        "deliver",
        "write",
        "read",
        "circulate",
        "file",
    ]
)
_LINKED = frozenset({"conj", "xcomp", "advcl", "parataxis"})


def subject(verb: Token) -> Token | None:
    """Who does what `verb` says: its own subject, or the one it shares with the clause above it."""
    own = min(subjects(verb), key=lambda c: _distance(c, verb), default=None)
    if own is not None:
        return _antecedent(own)
    if any(c.dep_ in {"expl", "nsubjpass"} for c in verb.children):
        return None
    if any(c.dep_ == "csubj" for c in verb.children):
        return misread_subject(verb)
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"}:
        return subject(verb.head.head)
    if verb.dep_ == "acl" and verb.head.dep_ == "dobj" and verb.head.head.lemma_.lower() in _ISSUING:
        return subject(verb.head.head)
    if verb.dep_ in {"acl", "relcl"}:
        return verb.head if verb.tag_ in {"VBG", "VBD"} or verb.dep_ == "relcl" else None
    shared = _shared(verb) if verb.dep_ in _LINKED or _is_participle(verb) else None
    return shared if shared is not None else misread_subject(verb)


def subjects(verb: Token) -> list[Token]:
    """What the parser calls the verb's subjects; of two, the further one is the subject of the content.

    `The bridge, engineers said, is safe`: "engineers" and "The bridge". One behind the verb that a clause follows is
    the content's too: `Ana Ruiz, prosecuting, said the club had lied`.
    """
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    clauses = [c.i for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    before = [c for c in found if c.i < verb.i]
    return before if before and any(c.i > verb.i and any(i > c.i for i in clauses) for c in found) else found


def _distance(noun: Token, verb: Token) -> int:
    """How many tokens part a noun phrase from its verb."""
    return noun.left_edge.i - verb.i if noun.i > verb.i else verb.i - noun.i


def _antecedent(own: Token) -> Token:
    """`who` and `which` stand for the noun their clause describes."""
    if own.lower_ in {"who", "which", "that"} and own.head.dep_ == "relcl":
        noun = own.head.head
        return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun
    return own


def _is_participle(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "ccomp", "dep"}


def _shared(verb: Token) -> Token | None:
    head = verb.head
    if verb.dep_ == "xcomp":
        told = next((c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i), None)
        if told is not None and verb.tag_ == "VB":
            return told
    if verb.dep_ in {"advcl", "conj", "xcomp"} and head.pos_ in {"ADJ", "NOUN"} and head.head.pos_ in {"AUX", "VERB"}:
        head = head.head
    if head.dep_ == "prep" or head.pos_ not in {"VERB", "AUX"}:
        return None
    passive = next((c for c in head.children if c.dep_ == "nsubjpass"), None)
    return passive if passive is not None else subject(head)


def agent(verb: Token) -> Token | None:
    """The doer of a passive: what follows `by`."""
    by = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive, with its auxiliary or as a bare participle after a noun."""
    own = any(c.dep_ in {"nsubj", "aux"} for c in verb.children)
    bare = not own and (
        (verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "acomp", "xcomp"})
        or (verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "advcl" and verb.i == verb.sent.start)
    )
    return bare or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def noun_phrase(noun: Token, *, cue: Token | None = None) -> list[int]:
    """The tokens that name a source: the noun with what belongs to it.

    Left out: what stands behind a comma (appositions, relative clauses), and the clause that holds the `cue` itself.
    """
    kept = {noun.i}
    for child in noun.children:
        if child.i > noun.i and child.text in _STOPS:
            break
        below = {t.i for t in child.subtree}
        if _belongs(child, noun) and (cue is None or cue.i not in below):
            kept |= below
    return sorted(_reach(kept, noun.i))


def _belongs(child: Token, noun: Token) -> bool:
    if child.dep_ == "appos":
        return child.i == noun.i + 1
    if child.dep_ == "prep" and any(c.ent_type_ in {"DATE", "TIME"} for c in child.children):
        return False
    return child.dep_ != "parataxis" and not (child.dep_ == "relcl" and child.i > noun.i + 12)


def _reach(kept: set[int], centre: int) -> set[int]:
    """The unbroken run around `centre`; a token's gap ends it."""
    low = high = centre
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return set(range(low, high + 1))


def without(numbers: Iterable[int], *others: Iterable[int]) -> set[int]:
    """`numbers` less all the `others`."""
    taken = {i for other in others for i in other}
    return {i for i in numbers if i not in taken}
