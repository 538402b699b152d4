"""From findings to the dossier's records: the facts, each with its source, and the files they live in."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Fact, Files, FoundSentence

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
    return files, tuple(_accounted(sentence, facts, left) for sentence in material.findings.sentences)


def _facts(material: Material) -> tuple[list[tuple[Claim, Fact]], list[LeftOut]]:
    recorder = Recorder(material)
    pairs: list[tuple[Claim, Fact]] = []
    left: list[LeftOut] = []
    for sentence, tokens in material.reading.sentences:
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


def _accounted(sentence: FoundSentence, facts: Sequence[Fact], left: Sequence[LeftOut]) -> FoundSentence:
    ids = tuple(fact.id for fact in facts if fact.at is not None and fact.at.sentence == sentence.id)
    reasons = dict.fromkeys(gone.why for gone in left if gone.sentence == sentence.id)
    why = "; ".join(reasons) or (None if ids else "no clause with a subject and a finite verb was found in it")
    return sentence.model_copy(update={"facts": ids, "left_out": why})
