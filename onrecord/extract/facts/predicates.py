"""Questions to the parse: what a predicate is, its subject and object, what joins it to another."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ..lexicons import lexicon

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def object_of(verb: Token) -> Token | None:
    """The direct object of a verb."""
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def is_finite(verb: Token) -> bool:
    """Whether a verb carries a tense itself or through an auxiliary."""
    return verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)


def head_of(words: Sequence[Token]) -> Token | None:
    """The word of a phrase that the others hang on."""
    places = {t.i for t in words}
    return next((t for t in words if t.head.i == t.i or t.head.i not in places), None)


def subject_of(root: Token) -> Token | None:
    """The head of a verb's subject; of a coordinated verb without one, that of the verb it is joined to."""
    own = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    joined = own is None and root.dep_ == "conj" and root.head.pos_ in ("VERB", "AUX")
    return subject_of(root.head) if joined else own


def joined_by(root: Token) -> str | None:
    """The conjunction before a coordinated verb: "and", "or", "nor"; None where there is none."""
    between = [c for c in (*root.head.children, *root.children) if c.dep_ == "cc" and c.i < root.i]
    return max(between, key=lambda c: c.i).lower_ if root.dep_ == "conj" and between else None


def is_stray(child: Token, root: Token) -> bool:
    """A clause that the parser hung on a verb that has an object already: it belongs to a noun nearby."""
    lonely = child.dep_ == "ccomp" and not any(c.dep_ == "mark" for c in child.children)
    return (
        lonely
        and child.i > root.i
        and root.lemma_ != "tell"
        and any(c.dep_ == "dobj" and c.i > root.i for c in root.children)
    )


def is_counted(root: Token) -> bool:
    """Whether a participle behind "and" has but a number for a subject: "12 were killed and several injured"."""
    if root.dep_ != "conj" or root.tag_ != "VBN" or root.i < 2 or root.nbor(-1).head.i != root.i:
        return False
    few = lexicon("facts")["counting"]
    return (root.nbor(-1).like_num or root.nbor(-1).lower_ in few) and root.nbor(-2).dep_ == "cc"
