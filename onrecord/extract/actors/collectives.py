"""Bodies that act without a name of their own: "the Iraqi government", "U.S. forces", "rebel fighters"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from onrecord.extract.ids import id_of
from onrecord.extract.lexicons import lexicon
from onrecord.extract.reading import Reading, span_of
from onrecord.model import ActorKind, FoundActor, Span

from .kinds import listed


def with_collectives(reading: Reading, *, actors: Sequence[FoundActor]) -> tuple[FoundActor, ...]:
    """The actors, those that are bodies with every mention in the same words; and one more for each other such phrase.

    What is added has no record of its own in a dossier: nothing is said of it but what it does.
    """
    text = reading.article.text
    taken = [Span(*mention) for actor in actors for mention in actor.mentions]
    named = [(Span(*m), a) for a in actors if a.kind != "unnamed" for m in a.mentions]
    known = {span.cut(text).lower().removeprefix("the "): actor for span, actor in named}
    more: dict[str, list[Span]] = {}
    found: dict[str, tuple[ActorKind, list[Span]]] = {}
    for words, kind in _phrases(reading):
        if any(words.overlaps(other) for other in taken):
            continue
        name = " ".join(words.cut(text).split())
        if name.lower() in known:
            more.setdefault(known[name.lower()].id, []).append(words)
        else:
            found.setdefault(name, (kind, []))[1].append(words)
    joined = tuple(a.model_copy(update={"mentions": tuple(sorted((*a.mentions, *more.get(a.id, ()))))}) for a in actors)
    return (*joined, *_made(found, {actor.id for actor in actors}))


def _made(found: dict[str, tuple[ActorKind, list[Span]]], ids: set[str]) -> Iterator[FoundActor]:
    for name, (kind, mentions) in found.items():
        actor = FoundActor(id=id_of(name, taken=ids), name=name, kind=kind, mentions=tuple(mentions))
        ids.add(actor.id)
        yield actor


@cache
def _heads() -> dict[str, ActorKind]:
    groups: dict[ActorKind, list[str]] = lexicon("actors")["collectives"]
    return {word: kind for kind, words in groups.items() for word in words}


def _phrases(reading: Reading) -> Iterator[tuple[Span, ActorKind]]:
    """Each phrase with its kind: the noun and what stands before it, without article and number."""
    for token in reading.body():
        kind = _heads().get(token.lower_)
        if kind is None or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod"):
            continue
        named = (c for c in token.lefts if c.pos_ in ("ADJ", "PROPN", "NOUN", "VERB"))
        before = [c for c in named if c.dep_ in ("amod", "compound", "nmod")]
        definite = any(c.lower_ in ("the", "these", "those") for c in token.lefts) and not before
        if definite or kind == "armed-group" or any(_marks(c) for c in before):
            start = min((c.left_edge.i for c in before), default=token.i)
            yield span_of(token.doc[_without_number(token, start) : token.i + 1]), kind


def _marks(word: Token) -> bool:
    """Whether a word before the noun says whose body it is, or that it is an armed one."""
    return word.pos_ == "PROPN" or word.ent_type_ in ("NORP", "GPE") or word.lower_ in listed("collective_marks")


def _without_number(noun: Token, start: int) -> int:
    """The first word of the phrase that is no article, number or possessive."""
    while start < noun.i and noun.doc[start].pos_ in ("DET", "NUM", "PRON", "PUNCT", "PART"):
        start += 1
    return start
