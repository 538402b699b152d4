"""Clauses that describe a noun, told with the noun in the place of "who" or "which"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ..lexicons import lexicon
from .clauses import Clause
from .forms import finite_tag
from .predicates import SUBJECTS, is_finite, is_stray

COMMAS = frozenset({",", "—", "–", "--"})
_INDEFINITE = frozenset({"a", "an"})


def relative(verb: Token, inside: set[int]) -> Clause | None:
    """A relative clause that is set off: the noun takes the place of "who" or "which"."""
    if verb.dep_ != "relcl" or not is_finite(verb) or verb.head.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [t for t in verb.subtree if t.i in inside]
    opening = words[0]
    if opening.i < 2 or opening.nbor(-1).text not in COMMAS or opening.lower_ not in ("who", "which", "where"):
        return None
    noun = _named(verb.head)
    if opening.nbor(-2).i != noun.i and opening.nbor(-2).head.i not in {t.i for t in noun.subtree}:
        return None
    phrase = phrase_before(noun, opening)
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


def comment(verb: Token, inside: set[int]) -> Clause | None:
    """What a noun set beside the clause is said to do: "..., a move that ends the strike": the move ends the strike."""
    noun = verb.head
    if verb.dep_ != "relcl" or not is_finite(verb) or noun.dep_ not in ("npadvmod", "appos", "dep"):
        return None
    words = [t for t in verb.subtree if t.i in inside]
    before = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    if words[0].lower_ not in ("that", "which") or words[0].dep_ not in ("nsubj", "nsubjpass") or noun.pos_ != "NOUN":
        return None
    if noun.left_edge.lower_ not in _INDEFINITE or before.text not in COMMAS:
        return None
    phrase = phrase_before(noun, words[0])
    return Clause(verb, phrase, (), tuple(words[1:]), forms=_the(phrase)) if phrase else None


def stray(verb: Token, inside: set[int]) -> Clause | None:
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


def phrase_before(noun: Token, opening: Token) -> tuple[Token, ...]:
    """The words of a noun before its relative clause, without what stands between commas."""
    words = [t for t in noun.subtree if t.i < opening.i]
    comma = next((t.i for t in words if t.i > noun.i and t.text in COMMAS), opening.i)
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
