"""What place "there" is, where only one can be meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from ..lexicons import lexicon
from .claims import Claim
from .details import is_located
from .material import Material, covers


def place_of(there: Token, claim: Claim, material: Material) -> str | None:
    """The place "there" points to, with its preposition: "in Oslo", "at Camp Bondi"; None where it is not sure.

    It is the one place named before it in its sentence, or else in the sentence before; what that sentence says is the
    name of a base, a town or a hall comes first. Where that one has a "there" itself, both are the same.
    """
    before = [t for t in there.sent if t.i < there.i]
    near = _places(before, material)
    if len(near) > 1 or (not near and _is_somewhere(before)):
        return None
    if near:
        return f"in {near[0]}"
    pairs = material.reading.sentences
    here = next((n for n, (s, _) in enumerate(pairs) if s.id == claim.sentence.id), 0)
    while here and pairs[here - 1][0].id.split("S")[0] == pairs[here][0].id.split("S")[0]:
        here -= 1
        sentence = list(pairs[here][1])
        if (named := _named_site(sentence)) is not None:
            return f"at {named}"
        found = _places(sentence, material)
        if len(found) == 1 and not _is_somewhere(sentence):
            return f"in {found[0]}"
        if found or not any(t.lower_ == "there" and t.tag_ == "RB" for t in sentence):
            return None
    return None


def _places(words: Sequence[Token], material: Material) -> list[str]:
    """The names of places that something is told to be at, each once, without those that hold another of them."""
    known = {p.id: p for p in material.places}
    prepositions = [word for word in lexicon("facts")["places"] if word not in ("from", "of", "to")]
    found = [
        known[p.id]
        for p in material.findings.places
        if p.id in known and any(covers(p.mentions, t) and is_located(t, p.mentions, prepositions) for t in words)
    ]
    states = {p.name for p in found if p.kind == "country"}
    smaller = [p for p in found if p.name not in states]
    return [p.name for p in (smaller or found)]


def _named_site(words: Iterable[Token]) -> str | None:
    """Of "the nearest base is Camp Bondi" the name."""
    sites = lexicon("facts")["sites"]
    for name in words:
        if name.dep_ != "attr" or name.pos_ != "PROPN" or name.head.lemma_ != "be":
            continue
        subject = next((c for c in name.head.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.lemma_.lower() in sites:
            return "".join(t.text_with_ws for t in name.subtree if t.i <= name.i).strip()
    return None


def _is_somewhere(words: Iterable[Token]) -> bool:
    """Whether a site without a name stands among the words, which "there" may mean."""
    sites = lexicon("facts")["sites"]
    return any(t.pos_ == "NOUN" and t.lemma_.lower() in sites for t in words)
