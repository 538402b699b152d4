"""Clauses below another one that are statements of their own: "..., which closed in May", "after it closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ..lexicons import lexicon
from .clauses import Clause, clause_at, is_result
from .forms import finite_tag
from .hedges import is_reserved
from .participles import active_forms, main_verb, reduced_forms
from .predicates import SUBJECTS, is_finite, subject_of
from .relatives import COMMAS, comment, phrase_before, relative, stray

_ABSTRACT = re.compile(r"(tion|sion|ment|ance|ence|ing|age)s?$")
_PAST = frozenset({"VBD"})
_HOLDING = frozenset({"VBD", "VBZ", "VBP"})


def clauses_below(region: Sequence[Token]) -> Iterator[Clause]:
    """The clauses below others in a region of one sentence that hold for themselves, in text order.

    Relative clauses after a comma; clauses of time, cause and contrast that take what they tell for granted;
    participles whose subject is that of the main clause. Nothing is taken from below a condition, a denial or a plan.
    """
    inside = {t.i for t in region}
    for verb in sorted(region, key=lambda t: t.i):
        if verb.pos_ not in ("VERB", "AUX") or verb.head.i not in inside:
            continue
        clause = next((c for rule in _RULES if (c := rule(verb, inside)) is not None), None)
        if clause is not None:
            yield replace(clause, below=True)


def adverbial(verb: Token, inside: set[int]) -> Clause | None:
    """A clause of time, cause or contrast: what it tells holds whether or not the main clause does."""
    if verb.dep_ != "advcl" or not any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    marks = [c for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i and c.i in inside]
    words = lexicon("facts")["granting"]
    mark = next((c for c in marks if c.lower_ in words["past"] + words["any"]), None)
    others = {c.lower_ for c in marks if mark is None or c.i != mark.i}
    if mark is None or others & {"if", "even", "only", "just", "so"} or is_reserved(verb.head):
        return None
    if mark.lower_ == "as" and _compares(verb, mark):
        return None
    if finite_tag(verb) not in (_PAST if mark.lower_ in words["past"] else _HOLDING) and not _perfect(verb):
        return None
    return clause_at(verb, {t.i for t in verb.subtree if t.i in inside and t.i > mark.i})


def _compares(verb: Token, mark: Token) -> bool:
    """Whether "as" measures something or leaves its object out: "as bad as the polls had said", "as they expected"."""
    before = mark.nbor(-1) if mark.i else mark
    full = any(not c.is_punct for c in verb.rights)
    return verb.head.pos_ in ("ADJ", "ADV") or before.pos_ in ("ADJ", "ADV") or not full


def _perfect(verb: Token) -> bool:
    return any(c.lemma_ == "have" and c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.children)


def _participial(verb: Token, inside: set[int]) -> Clause | None:
    """A participle behind a comma, or before one, with the subject of the main clause or the noun it stands beside."""
    words = [t for t in verb.subtree if t.i in inside and not (t.is_punct and t.i in (verb.left_edge.i,))]
    if not words or any(c.dep_ in (*SUBJECTS, "mark", "aux") for c in verb.children):
        return None
    opening = words[0]
    if verb.dep_ == "acl":
        return _beside(verb, opening, words)
    joined = verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.dep_ == "advcl" and verb.head.tag_ == "VBG"
    if not joined and (verb.dep_ != "advcl" or not _set_off(opening, words[-1])):
        return None
    words = _without_joined(verb, words)
    head = main_verb(verb)
    subject = subject_of(head)
    if subject is None or subject.i not in inside:
        return None
    first = opening.i <= verb.sent.start + 1
    forms = active_forms(verb) if verb.tag_ == "VBG" and _is_of(verb, subject) else None
    forms = reduced_forms(verb, subject) if forms is None and first else forms
    return Clause(verb, _own(subject), (), tuple(words), forms=forms) if forms else None


def _without_joined(verb: Token, words: Sequence[Token]) -> list[Token]:
    """The words of a participle without a second one that is joined to it, which is a clause of its own."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBG"]
    gone = {t.i for c in joined for t in c.subtree}
    gone |= {c.i for c in verb.children if c.dep_ == "cc"} if joined else set()
    return [t for t in words if t.i not in gone]


def _beside(verb: Token, opening: Token, words: Sequence[Token]) -> Clause | None:
    noun = verb.head
    if noun.pos_ not in ("NOUN", "PROPN") or opening.i != verb.i or not opening.i:
        return None
    if opening.nbor(-1).text not in COMMAS:
        return None
    phrase, forms = phrase_before(noun, opening), reduced_forms(verb, noun)
    return Clause(verb, phrase, (), tuple(words), forms=forms) if phrase and forms else None


def _set_off(first: Token, last: Token) -> bool:
    """Whether a comma parts the words from the clause they hang on."""
    if first.i == first.sent.start or first.i == first.sent.start + 1:
        return last.i + 1 < len(last.doc) and last.nbor(1).text == ","
    return first.nbor(-1).text in COMMAS


def _is_of(verb: Token, subject: Token) -> bool:
    """Whether the subject of the main clause does what a participle tells, and not the clause as a whole."""
    names, lemma = lexicon("facts"), verb.lemma_.lower()
    if lemma in names["results"]:
        return False
    if lemma not in names["loose"]:
        return True
    return lemma in names["drawing"] and bool(
        _ABSTRACT.search(subject.lower_) or subject.lemma_.lower() in names["deeds"]
    )


def _own(subject: Token) -> tuple[Token, ...]:
    """The words of a subject without what stands beside it between commas."""
    below = {t.i for c in subject.children if c.dep_ in ("relcl", "acl", "appos") for t in c.subtree}
    words = [t for t in subject.subtree if t.i not in below]
    while words and words[-1].is_punct:
        words.pop()
    return tuple(words)


def _misread(verb: Token, inside: set[int]) -> Clause | None:
    """A participle between commas that was read as the main verb: "The law, passed in 1979, bans it"."""
    noun = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    before = verb.nbor(-1) if verb.i else verb
    goes_on = any(c.dep_ == "conj" and is_finite(c) and c.nbor(-1).text == "," for c in verb.children)
    if verb.tag_ != "VBD" or noun is None or before.text != "," or noun.right_edge.i > before.i or not goes_on:
        return None
    last = next(c for c in verb.children if c.dep_ == "conj" and is_finite(c))
    words = [t for t in verb.subtree if t.i in inside and before.i < t.i < last.left_edge.i]
    forms = reduced_forms(verb, noun)
    return Clause(verb, _own(noun), (), tuple(words), forms=forms) if forms else None


def _result(verb: Token, inside: set[int]) -> Clause | None:
    """What followed from what a clause of time tells: "help came after a storm hit the coast, killing ten"."""
    head = main_verb(verb)
    if not is_result(verb) or head.dep_ != "advcl" or head.i not in inside:
        return None
    joined = {t.i for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBG" for t in c.subtree}
    words = [t for t in verb.subtree if t.i in inside and t.i not in joined]
    while words and (words[-1].is_punct or words[-1].dep_ == "cc"):
        words.pop()
    return Clause(verb, (), (), tuple(words), passive=True)


_RULES = (relative, comment, adverbial, _participial, stray, _misread, _result)
