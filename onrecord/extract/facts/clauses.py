"""What is said clause by clause: each predicate with its subject, and the words that hang on both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ..lexicons import lexicon
from .predicates import SUBJECTS, is_counted, is_finite, is_stray, joined_by, object_of, subject_of

_APART = frozenset({"parataxis", "intj", "meta", "dep"})


@dataclass(frozen=True)
class Clause:
    """A predicate, its subject and its words, in text order.

    `subject` may stand elsewhere in the sentence ("X rose and *fell*"); `shared` are auxiliaries taken from there too.
    `passive` marks a result clause ("killing five people") that has no subject of its own and reads the other way
    round: "five people were killed".
    """

    root: Token
    subject: tuple[Token, ...]
    shared: tuple[Token, ...]
    words: tuple[Token, ...]
    passive: bool = False
    below: bool = False
    """Whether it stands below another clause, which may print it too: "..., who denies it", "after it closed"."""
    object: Token | None = None
    """What stands in the place of the predicate's own object, where another clause has that."""
    fragment: bool = False
    """Whether it is speech without a predicate, which only a quotation can tell: "Too costly," he said."""
    forms: tuple[tuple[int, str], ...] = ()
    """What is printed in place of single words, by the word's place."""

    @property
    def span(self) -> tuple[int, int]:
        """First code point and the one after the last, of the words that are the clause's own."""
        own = sorted([t for t in self.words if not t.is_punct] or self.words, key=lambda t: t.i)
        return own[0].idx, own[-1].idx + len(own[-1])


def clauses_of(region: Sequence[Token]) -> Iterator[Clause]:
    """The clauses of a region of one sentence, in text order: main ones, coordinated ones, results of them."""
    torn = list(_torn(region))
    apart = {t.i for clause in torn for t in (*clause.subject, *clause.words)}
    apart |= {clause.subject[0].i - 1 for clause in torn}
    region = [t for t in region if t.i not in apart]
    inside = {t.i for t in region}
    tops = [t for t in region if t.head.i not in inside or t.head.i == t.i]
    roots = sorted({p for top in tops for p in _predicates(top, inside)}, key=lambda t: t.i)
    marks = {t.i for t in roots}
    for root in roots:
        clause = _clause(root, inside, marks)
        if clause is not None:
            yield clause
    yield from torn


def _torn(region: Sequence[Token]) -> Iterator[Clause]:
    """Clauses whose subject the parser joined to a noun of the clause before: "went to Oslo and no one remained"."""
    inside = {t.i for t in region}
    for verb in region:
        if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.lemma_ == "be" or verb.i - 1 not in inside:
            continue
        noun = verb.nbor(-1)
        root = verb.head if verb.dep_ in ("auxpass", "aux") else verb
        lonely = not any(c.dep_ in SUBJECTS or c.dep_ == "mark" for c in (*root.children, *verb.children))
        joined = noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") and noun.left_edge.i - 1 in inside
        if (
            lonely
            and joined
            and noun.left_edge.nbor(-1).dep_ == "cc"
            and root.dep_ in ("advcl", "acl", "relcl", "conj")
        ):
            subject = tuple(t for t in noun.subtree if t.i <= noun.i)
            words = tuple(t for t in root.subtree if t.i in inside and t.i > noun.i)
            yield Clause(root, subject, (), words)


def clause_at(root: Token, inside: set[int]) -> Clause | None:
    """The clause of one predicate with all that hangs on it, complements too; None without a finite verb or subject."""
    return _clause(root, inside, {root.i})


def beside_clause(verb: Token) -> Clause | None:
    """A relative clause as one of its own, with the noun it hangs on in its place: "Ruiz, who denies the charges".

    Of "a charge the firm denies" the firm denies a charge. None where the noun has another place in it.
    """
    noun = [t for t in verb.head.subtree if t.i <= verb.head.i]
    words = tuple(t for t in verb.subtree if t.tag_ not in ("WDT", "WP") and not t.is_punct and t.dep_ != "mark")
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or not is_finite(verb):
        return None
    if subject.tag_ in ("WDT", "WP"):
        return Clause(verb, tuple(noun), (), words)
    taken = any(c.dep_ == "dobj" and c.tag_ not in ("WDT", "WP") for c in verb.children)
    return None if taken else Clause(verb, (), (), (*words, *noun))


def _predicates(top: Token, inside: set[int]) -> Iterator[Token]:
    if top.pos_ not in ("VERB", "AUX") or top.dep_ in ("aux", "auxpass"):
        return
    yield top
    for child in top.children:
        if child.i not in inside or child.pos_ not in ("VERB", "AUX"):
            continue
        coordinated = child.dep_ == "conj" or (child.dep_ == "ccomp" and top.dep_ != "ccomp" and _beside(child))
        if (coordinated and _stands_alone(child)) or is_result(child):
            yield from _predicates(child, inside)


def _beside(child: Token) -> bool:
    """Whether a complement is really a clause beside its head.

    A conjunction, a semicolon, a colon or no more than a comma joins them: "the river rose, it was high".
    """
    head = child.head
    between = list(child.doc[min(child.i, head.i) : max(child.i, head.i)])
    if any(t.dep_ == "cc" and t.head.i in (child.i, head.i) for t in between):
        return True
    spliced = child.i < head.i and head.lemma_ == "be" and any(c.dep_ in SUBJECTS for c in head.children)
    return spliced or (child.i < head.i and any(t.text in (":", ";", "—", "–") for t in between))


def _stands_alone(verb: Token) -> bool:
    """Whether a coordinated verb is a clause of its own: finite, or sharing a finite auxiliary."""
    if _shares_object(verb):
        return False
    alike = verb.tag_ == verb.head.tag_ or {verb.tag_, verb.head.tag_} <= {"VBN", "VBD"}
    return is_finite(verb) or (verb.tag_ in ("VBN", "VBG", "VB") and alike and is_finite(verb.head))


def _shares_object(verb: Token) -> bool:
    """Whether what follows belongs to both: "will do or say anything", "live and work in the city"."""
    head = verb.head
    between = verb.doc[head.i + 1 : verb.i]
    joined = len(between) == 1 and between[0].lower_ in ("and", "or") and head.dep_ != "conj"
    own = any(c.dep_ in SUBJECTS for c in verb.children)
    alone = head.lemma_.lower() in lexicon("facts")["intransitive"]
    bare = all(c.dep_ in ("cc", "conj", "punct") for c in head.rights)
    goes_on = any(c.dep_ not in ("cc", "conj", "punct") for c in verb.rights)
    return joined and not own and not alone and bare and goes_on


def is_result(verb: Token) -> bool:
    """A participle that tells a result after a comma, with an object: ", killing five people"."""
    if verb.tag_ != "VBG" or object_of(verb) is None or verb.lemma_.lower() not in lexicon("facts")["results"]:
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        return verb.head.dep_ == "advcl" and verb.head.left_edge.nbor(-1).text == ","
    return verb.dep_ == "advcl" and verb.i > 0 and verb.nbor(-1).text == ","


def _clause(root: Token, inside: set[int], roots: set[int]) -> Clause | None:
    words = tuple(t for t in sorted(_hanging(root, inside, roots), key=lambda t: t.i))
    if not is_finite(root) and is_result(root):
        return Clause(root, (), (), _alone(root, words), passive=True)
    subject, shared = () if is_counted(root) else _subject(root), _shared(root)
    if is_counted(root):
        return Clause(root, (), shared, words) if shared else None
    if not subject or not (is_finite(root) or shared):
        return None
    own = {t.i for t in words}
    return Clause(root, tuple(t for t in subject if t.i not in own), shared, words)


def _alone(root: Token, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a result without a second participle: "trapping hundreds (and swamping towns)"."""
    gone = {t.i for c in root.children if c.dep_ == "conj" and c.tag_ == "VBG" for t in c.subtree}
    gone |= {c.i for c in root.children if c.dep_ == "cc"} if gone else set()
    return tuple(t for t in words if t.i not in gone)


def _subject(root: Token) -> tuple[Token, ...]:
    """The words of the subject; of a coordinated verb without one, those of the verb it is joined to."""
    subject = subject_of(root)
    return tuple(subject.subtree) if subject is not None else ()


def _shared(root: Token) -> tuple[Token, ...]:
    """What a coordinated verb takes over from the one before: auxiliaries, a negation before "or", a reservation."""
    if root.dep_ != "conj":
        return ()
    before = [c for c in root.head.children if c.i < root.head.i]
    if is_finite(root):
        own = any(c.dep_ in SUBJECTS for c in root.children)
        return () if own else tuple(c for c in before if _carries_over(c, root)) or _handed_on(root)
    helpers = [c for c in before if c.dep_ in ("aux", "auxpass", "neg") or _reserves(c)]
    return tuple(helpers) or _shared(root.head)


def _handed_on(root: Token) -> tuple[Token, ...]:
    """What the verb before has itself taken over, for the third of three."""
    taken = _shared(root.head) if root.head.dep_ == "conj" else ()
    return tuple(t for t in taken if t.dep_ == "neg" or _reserves(t))


def _carries_over(word: Token, root: Token) -> bool:
    return _reserves(word) or (word.dep_ == "neg" and word.lower_ == "never" and joined_by(root) == "or")


def _reserves(word: Token) -> bool:
    return word.dep_ == "advmod" and word.lower_ in lexicon("certainty")["hedges"]["adverbs"]


def _hanging(root: Token, inside: set[int], roots: set[int]) -> Iterator[Token]:
    yield root
    for child in root.children:
        if child.i in roots or child.i not in inside or child.dep_ in _APART or is_stray(child, root):
            continue
        if child.dep_ == "cc" and any(c.i in roots and c.i > child.i for c in root.children):
            continue
        yield from _hanging(child, inside, roots)
