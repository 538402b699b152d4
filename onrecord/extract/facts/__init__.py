"""From findings to the dossier's records: the facts, each with its source, and the files they live in."""

from __future__ import annotations

from onrecord.model import Fact, Files, FoundSentence

from .accounting import accounted, not_of_the_body
from .claims import Claim, LeftOut, claims_of
from .composing import files_of
from .disputes import with_disputes
from .material import Material
from .naming import unique
from .quotes import beyond_share, within_share
from .record import Recorder
from .telling import told_in

__all__ = ["Material", "make_files"]


def make_files(material: Material) -> tuple[Files, tuple[FoundSentence, ...]]:
    """The files of a briefing, and the sentences with the ids of the facts made of them or why there are none.

    Every id that a record refers to is there. A sentence that carries no fact says why.
    """
    pairs, left = _facts(material)
    claims = [claim for claim, _ in pairs]
    facts, disputes = with_disputes(claims, [fact for _, fact in pairs], material)
    if material.reserved:
        facts = within_share(facts, material.reading.article.words)
    files = files_of(material, claims, facts, disputes)
    return files, tuple(accounted(material, facts, left))


def _facts(material: Material) -> tuple[list[tuple[Claim, Fact]], list[LeftOut]]:
    recorder = Recorder(material)
    pairs: list[tuple[Claim, Fact]] = []
    left: list[LeftOut] = []
    for sentence, tokens in material.reading.sentences:
        if (heading := not_of_the_body(tokens, material)) is not None:
            left.append(LeftOut(sentence.id, heading))
            continue
        made = told_in(claims_of(sentence, list(tokens), material), recorder, [fact for _, fact in pairs])
        pairs += made.facts
        left += made.left
    if material.reserved:
        beyond = beyond_share([fact for _, fact in pairs], material.reading.article.words)
        why = "its words are the source's own, and enough is quoted already"
        left += [LeftOut(pairs[number][0].sentence.id, why) for number in sorted(beyond)]
        pairs = [pair for number, pair in enumerate(pairs) if number not in beyond]
    ids = unique(fact.id for _, fact in pairs)
    return [(c, f.model_copy(update={"id": i})) for (c, f), i in zip(pairs, ids, strict=True)], left
