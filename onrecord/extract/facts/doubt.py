"""Signs that the parser lost its way in a clause: what is in doubt is left out rather than printed."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ..lexicons import lexicon
from .clauses import Clause
from .forms import finite_tag
from .predicates import head_of, object_of

_JOINED = frozenset({"ccomp", "advcl", "relcl", "pcomp", "csubj", "csubjpass", "parataxis", "xcomp", "acl"})


def is_doubtful(clause: Clause, words: Sequence[Token]) -> bool:
    """Whether the parse of a clause is in doubt; `words` are those that its line prints."""
    if _doubtful(clause) or _cut_off(clause, words) or _shifts(clause):
        return True
    kept = {t.i for t in words}
    return _orphans(clause, kept) or any(_is_lost(t, clause, kept) for t in words)


def _orphans(clause: Clause, kept: set[int]) -> bool:
    """Whether words are printed and not those that they hang on."""
    own = {t.i for t in clause.words}
    loose = (t for t in clause.words if t.i in kept and t.i != clause.root.i and not t.is_punct and t.dep_ != "cc")
    return any(t.head.i in own and t.head.i not in kept for t in loose)


def _is_lost(token: Token, clause: Clause, kept: set[int]) -> bool:
    """A finite verb that nothing joins to the line, or a "that" whose verb is not printed."""
    if token.i == clause.root.i:
        return False
    if token.dep_ == "mark" or (token.lower_ == "that" and token.tag_ == "IN"):
        return token.dep_ != "mark" or token.head.i not in kept
    bare = token.tag_ == "VB" and token.dep_ == "conj" and token.head.tag_ in ("VBN", "VBD")
    if not (bare or token.tag_ in ("VBD", "VBZ", "VBP")) or token.dep_ in ("aux", "auxpass", *_JOINED):
        return False
    if token.dep_ == "conj":
        joints = [c for c in token.head.children if c.dep_ == "cc" and c.i < token.i]
        listed = any(c.dep_ == "conj" and c.i > token.i for c in token.children)
        return not listed and not any(c.i in kept for c in joints)
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)


def _shifts(clause: Clause) -> bool:
    """Whether a second verb in another tense is rather a noun: "led to calls for reform" read as "led and calls"."""
    root, first = clause.root, clause.root.head
    listed = root.i > 0 and root.nbor(-1).text == "," and first.tag_ in ("VBP", "VBZ", "VB")
    if root.dep_ == "conj" and root.tag_ == "VBD" and listed and clause.subject:
        return True  # "more troops, accelerated training and aid"
    if root.dep_ != "conj" or root.tag_ != "VBZ" or first.tag_ != "VBD" or not clause.subject:
        return False
    return object_of(root) is None and root.i + 1 < len(root.doc) and root.nbor(1).tag_ == "IN"


def _doubtful(clause: Clause) -> bool:
    """Signs that the parser lost its way: two subjects, or a finite verb stranded below another."""
    subjects = [c for c in clause.root.children if c.dep_ in ("nsubj", "nsubjpass")]
    shared = head_of(clause.subject) if clause.root.dep_ == "conj" and not clause.shared else None
    if any(_disagree(subject, clause.root) for subject in (*subjects, *((shared,) if shared is not None else ()))):
        return True
    opening = [t.text for t in (*clause.subject, *clause.words) if t.i < clause.root.i]
    if opening.count(":") or opening.count("“") > 1:
        return True
    return len(subjects) > 1 or any(_is_stranded(t) for t in clause.words[1:])


def _disagree(subject: Token, root: Token) -> bool:
    """Whether subject and verb are of different numbers, so that one of them was misread: "voters is"."""
    tag = finite_tag(root)
    helper = next((c for c in root.children if c.dep_ in ("aux", "auxpass")), root)
    one = tag == "VBZ" or helper.lower_ == "was"
    many = (tag == "VBP" and helper.lower_ not in ("am",)) or helper.lower_ == "were"
    joined = any(c.dep_ in ("conj", "cc", "prep", "nummod", "appos") or c.tag_ == "CD" for c in subject.children)
    if joined or subject.ent_type_ or subject.pos_ != "NOUN":
        return False
    if one:
        return subject.tag_ == "NNS" and not subject.lower_.endswith(("ics", "news", "series", "headquarters", "means"))
    group = subject.lemma_.lower() in (*lexicon("facts")["plural"], *lexicon("facts")["groups"])
    return many and subject.tag_ == "NN" and not group


def _is_stranded(token: Token) -> bool:
    """A verb in the past tense that hangs below a clause as if it were a participle or an auxiliary."""
    return token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ == "auxpass" and token.lemma_ not in ("be", "get")


def _cut_off(clause: Clause, words: Sequence[Token]) -> bool:
    """Whether a comma stands right between the subject and a bare verb: then that was a participle."""
    before = clause.root.nbor(-1) if clause.root.i else clause.root
    kept = {t.i for t in words}
    named = before.i > 0 and any(t.dep_ == "appos" for t in (before.nbor(-1), *before.nbor(-1).ancestors))
    bare = clause.root.tag_ == "VBD" and before.text == "," and before.i - 1 in kept
    return bare and not named and not clause.shared
