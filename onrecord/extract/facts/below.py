"""Clauses below another one that are statements of their own: "..., which closed in May", "after it closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ..lexicons import lexicon
from .clauses import SUBJECTS, Clause, clause_at, is_finite, is_stray, subject_of
from .forms import finite_tag
from .hedges import is_reserved
from .participles import active_forms, main_verb, reduced_forms

_COMMAS = frozenset({",", "—", "–", "--"})
_ABSTRACT = re.compile(r"(tion|sion|ment|ance|ence|ing|age)s?$")
_PAST = frozenset({"VBD"})
_HOLDING = frozenset({"VBD", "VBZ", "VBP"})
_INDEFINITE = frozenset({"a", "an"})


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


def _relative(verb: Token, inside: set[int]) -> Clause | None:
    """A relative clause that is set off: the noun takes the place of "who" or "which"."""
    if verb.dep_ != "relcl" or not is_finite(verb) or verb.head.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [t for t in verb.subtree if t.i in inside]
    opening = words[0]
    if not opening.i or opening.nbor(-1).text not in _COMMAS or opening.lower_ not in ("who", "which", "where"):
        return None
    noun = _named(verb.head)
    if opening.nbor(-2).i != noun.i and opening.nbor(-2).head.i not in {t.i for t in noun.subtree}:
        return None
    phrase = _phrase(noun, opening)
    if (
        not phrase
        or noun.ent_type_ in ("DATE", "TIME")
        or _of_the_whole(verb, opening)
        or _other_number(verb, opening, noun)
    ):
        return None
    rest = tuple(t for t in words if t.i != opening.i)
    return _in_place(verb, opening, phrase, rest)


def _in_place(verb: Token, opening: Token, phrase: tuple[Token, ...], rest: tuple[Token, ...]) -> Clause | None:
    """The clause with the noun where the relative word stood: first as its subject, or behind its verb."""
    if opening.dep_ in ("nsubj", "nsubjpass"):
        return Clause(verb, phrase, (), rest, forms=_the(phrase))
    if not any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    if opening.lower_ == "where":
        first = phrase[0]
        lead = ((first.i, f"in {'the' if first.lower_ in _INDEFINITE else first.text}"),)
        return Clause(verb, (), (), (*rest, *phrase), forms=lead)
    objects = any(c.dep_ in ("dobj", "attr", "ccomp", "xcomp") and c.i != opening.i for c in verb.children)
    if objects or opening.dep_ != "dobj":
        return None
    return Clause(verb, (), (), _with_object(rest, verb, phrase), forms=_the(phrase))


def _the(phrase: Sequence[Token]) -> tuple[tuple[int, str], ...]:
    """What was new in the clause above is known in the one below: "a ship, which was sinking": the ship."""
    return tuple((t.i, "the") for t in phrase[:1] if t.lower_ in _INDEFINITE)


def _with_object(words: Sequence[Token], verb: Token, phrase: Sequence[Token]) -> tuple[Token, ...]:
    """The words with an object right behind their verb."""
    particle = next((c for c in verb.children if c.dep_ == "prt"), verb)
    last = max(verb.i, particle.i)
    return (*(t for t in words if t.i <= last), *phrase, *(t for t in words if t.i > last))


def _comment(verb: Token, inside: set[int]) -> Clause | None:
    """What a noun set beside the clause is said to do: "..., a move that ends the strike": the move ends the strike."""
    noun = verb.head
    if verb.dep_ != "relcl" or not is_finite(verb) or noun.dep_ not in ("npadvmod", "appos", "dep"):
        return None
    words = [t for t in verb.subtree if t.i in inside]
    before = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    if words[0].lower_ not in ("that", "which") or words[0].dep_ not in ("nsubj", "nsubjpass") or noun.pos_ != "NOUN":
        return None
    if noun.left_edge.lower_ not in _INDEFINITE or before.text not in _COMMAS:
        return None
    phrase = _phrase(noun, words[0])
    return Clause(verb, phrase, (), tuple(words[1:]), forms=_the(phrase)) if phrase else None


def _stray(verb: Token, inside: set[int]) -> Clause | None:
    """A relative clause without its pronoun that lost its noun: "talks the United Nations hopes to convene"."""
    if verb.dep_ != "ccomp" or not is_stray(verb, verb.head) or not is_finite(verb):
        return None
    last = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    words = [t for t in verb.subtree if t.i in inside]
    noun = words[0].nbor(-1) if words[0].i else words[0]
    if noun.pos_ != "NOUN" or any(c.dep_ in ("dobj", "ccomp", "attr", "acomp") for c in last.children):
        return None
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    phrase = tuple(t for t in noun.subtree if t.i < words[0].i)
    return Clause(verb, (), (), _with_object(words, last, phrase))


def _named(noun: Token) -> Token:
    """The name that a noun stands beside: of "the mayor, Ana Ruiz, who ..." the mayor."""
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def _phrase(noun: Token, opening: Token) -> tuple[Token, ...]:
    """The words of a noun before its relative clause, without what stands between commas."""
    words = [t for t in noun.subtree if t.i < opening.i]
    comma = next((t.i for t in words if t.i > noun.i and t.text in _COMMAS), opening.i)
    return tuple(t for t in words if t.i < comma and not (t.is_punct and t.i + 1 == opening.i))


def _of_the_whole(verb: Token, opening: Token) -> bool:
    """Whether "which" may stand for the whole clause, or for a noun further up, rather than for the last one.

    Of "the lake, which is deep, froze" the lake is deep: the main verb is still to come.
    """
    noun = verb.head
    if opening.lower_ not in ("which", "who") or verb.sent.root.i > opening.i or noun.dep_ in ("nsubj", "nsubjpass"):
        return False
    if opening.lower_ == "which" and verb.lemma_.lower() in lexicon("facts")["whole"] and noun.dep_ != "attr":
        return True
    # "attacks on the consulate in Benghazi, which resulted in deaths": the attacks did.
    return noun.dep_ == "pobj" and noun.head.head.pos_ in ("NOUN", "PROPN") and opening.lower_ == "which"


def _other_number(verb: Token, opening: Token, noun: Token) -> bool:
    """Whether the verb shows that another noun is meant: "the head of the unions, who has resigned" is one person."""
    tag = finite_tag(verb)
    if opening.dep_ not in ("nsubj", "nsubjpass") or tag not in ("VBZ", "VBP"):
        return False
    plural = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    return plural != (tag == "VBP")


def _adverbial(verb: Token, inside: set[int]) -> Clause | None:
    """A clause of time, cause or contrast: what it tells holds whether or not the main clause does."""
    if verb.dep_ != "advcl" or not any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    marks = [c for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i and c.i in inside]
    words = lexicon("facts")["granting"]
    mark = next((c for c in marks if c.lower_ in words["past"] + words["any"]), None)
    others = {c.lower_ for c in marks if mark is None or c.i != mark.i}
    if mark is None or others & {"if", "even", "only", "just", "so"} or is_reserved(verb.head):
        return None
    if finite_tag(verb) not in (_PAST if mark.lower_ in words["past"] else _HOLDING) and not _perfect(verb):
        return None
    return clause_at(verb, {t.i for t in verb.subtree if t.i in inside and t.i > mark.i})


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
    if opening.i != verb.i or opening.nbor(-1).text not in _COMMAS or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    phrase, forms = _phrase(noun, opening), reduced_forms(verb, noun)
    return Clause(verb, phrase, (), tuple(words), forms=forms) if phrase and forms else None


def _set_off(first: Token, last: Token) -> bool:
    """Whether a comma parts the words from the clause they hang on."""
    if first.i == first.sent.start or first.i == first.sent.start + 1:
        return last.i + 1 < len(last.doc) and last.nbor(1).text == ","
    return first.nbor(-1).text in _COMMAS


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


_RULES = (_relative, _comment, _adverbial, _participial, _stray, _misread)
