"""What is a denial, read off the parse: someone denies what is claimed, and does not merely turn something down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ..lexicons import lexicon

What = Literal["charge", "claim", "wrong", "pointed", "clause"]
"""What a denial names: an accusation, a statement, a wrong, "it", or what did not happen."""
_POINTING = frozenset({"it", "this", "that", "them", "these", "those"})


@dataclass(frozen=True)
class Denial:
    """What is denied: its kind, and the dictionary form of its noun or verb."""

    what: What
    word: str


def denial_of(root: Token) -> Denial | None:
    """The denial that the clause of a predicate is; None if it is none, or if what it denies is not sure."""
    if any(c.dep_ == "neg" for c in root.children) and root.lemma_ != "plead":
        return None
    return _denied(root) or _pleaded(root) or _called_false(root) or _uttered(root)


def denies_claim(verb: Token) -> bool:
    """Whether a verb of denial or doubt is about a claim, and not about bail, an offer or a suspect."""
    return _denied(verb) is not None


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "dobj" or (child.dep_ == "nsubjpass" and any(c.dep_ == "agent" for c in verb.children)):
            yield child
            yield from (c for c in child.conjuncts if c.i > child.i)


def _denied(verb: Token) -> Denial | None:
    names, lemma = lexicon("disputes")["denial"], verb.lemma_.lower()
    if lemma not in names["firm"] and lemma not in names["loose"]:
        return None
    for noun in _objects(verb):
        found = _named(noun, lemma)
        if found is not None:
            return found
    return _clause(verb) if lemma in (*names["firm"], "dispute") and not list(_objects(verb)) else None


def _named(noun: Token, lemma: str) -> Denial | None:
    names, word = lexicon("disputes")["denial"], noun.lemma_.lower()
    if word in names["withheld"] and not any(c.dep_ == "prep" and c.lower_ == "that" for c in noun.children):
        return None
    if word in names["charges"]:
        return Denial("charge", word)
    if word in names["claims"]:
        # "The fraud claims" are an accusation, and not whatever was claimed last.
        wrong = any(c.dep_ == "compound" and c.lemma_.lower() in names["wrongs"] for c in noun.children)
        return Denial("charge" if wrong else "claim", word)
    if noun.lower_ in _POINTING and noun.pos_ in ("PRON", "DET"):
        return Denial("pointed", noun.lower_) if lemma in names["pointing"] else None
    if lemma in names["firm"] and word in names["wrongs"]:
        return Denial("wrong", word)
    return None


def _clause(verb: Token) -> Denial | None:
    """Of "denied that it had hidden losses", "denied opening the gates": the verb of what did not happen."""
    for child in verb.children:
        if child.i <= verb.i or child.dep_ not in ("ccomp", "xcomp"):
            continue
        person = any(
            c.dep_ == "nsubj" and c.tag_ == "PRP" and c.lower_ in ("him", "her", "them") for c in child.children
        )
        if (
            child.pos_ in ("VERB", "AUX")
            and not person
            and child.lemma_.lower() not in lexicon("disputes")["denial"]["withheld"]
        ):
            return Denial("clause", child.lemma_.lower())
    return None


def _pleaded(root: Token) -> Denial | None:
    if root.lemma_ not in ("plead", "enter"):
        return None
    guiltless = any(c.dep_ == "neg" for t in (root, *root.children) for c in t.children)
    word = next((c.lower_ for c in root.children if c.lower_ in ("guilty", "innocent")), None)
    return Denial("charge", "charge") if (word == "guilty" and guiltless) or word == "innocent" else None


def _called_false(root: Token) -> Denial | None:
    """Of "the claim was false", "called the allegations baseless", "described the report as a lie"."""
    names = lexicon("disputes")["denial"]
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if root.lemma_ == "be":
        what = subject
        said = [c for c in root.children if c.dep_ in ("acomp", "attr")]
    elif root.lemma_ in ("call", "brand", "label", "deem", "describe", "denounce", "dismiss"):
        what = next((t for t in root.subtree if t.dep_ in ("dobj", "nsubj") and t.i > root.i), None)
        said = [t for t in root.subtree if t.i > root.i]
    else:
        return None
    if what is None or not any(t.lower_ in names["falsities"] or t.lemma_.lower() in names["falsities"] for t in said):
        return None
    word = what.lemma_.lower()
    if points_at_claim(what):
        return Denial("pointed", word)
    return (
        Denial("charge", word)
        if word in names["charges"]
        else Denial("claim", word)
        if word in names["claims"]
        else None
    )


def points_at_claim(token: Token) -> bool:
    """Whether "that" or "this" is a claim that is called false: "that was wrong"."""
    verb = token.head
    if token.lower_ not in ("that", "this") or token.dep_ != "nsubj" or verb.lemma_ != "be":
        return False
    plain = lexicon("disputes")["denial"]["falsities"]
    said = (c for c in verb.children if c.dep_ in ("acomp", "attr"))
    return any(c.lower_ in plain for c in said) and not any(c.dep_ == "neg" for c in verb.children)


def _uttered(root: Token) -> Denial | None:
    """Of "issued a denial", "repeated his denial"."""
    names = lexicon("disputes")["denial"]
    if root.lemma_.lower() not in names["uttering"]:
        return None
    objects = (c for c in root.children if c.dep_ == "dobj")
    return next((Denial("wrong", c.lemma_) for c in objects if c.lemma_.lower() in names["nouns"]), None)


def denied_by_clause(verb: Token) -> bool:
    """Whether a relative clause denies the claim it hangs on: "a charge the firm denies"."""
    names, noun = lexicon("disputes")["denial"], verb.head.lemma_.lower()
    denies = verb.lemma_.lower() in (*names["firm"], *names["loose"])
    return verb.dep_ == "relcl" and denies and noun in (*names["charges"], *names["claims"], *names["wrongs"])
