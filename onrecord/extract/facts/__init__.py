"""From findings to the dossier's records: the facts, each with its source, and the files they live in."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import (
    ActorsFile,
    Dispute,
    Fact,
    FactsFile,
    Files,
    FoundSentence,
    MilitaryFile,
    PlacesFile,
)

from .casting import as_kept
from .claims import Claim, LeftOut, claims_of
from .disputes import with_disputes
from .filing import event_of, file_of, heading_of, is_military, words_of_claim
from .material import Material
from .naming import unique
from .overview import briefing_of
from .quotes import beyond_share, within_share
from .record import Recorder
from .salute import salute_of

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
    files = _filed(material, claims, facts, disputes)
    return files, tuple(_accounted(sentence, facts, left) for sentence in material.findings.sentences)


def _facts(material: Material) -> tuple[list[tuple[Claim, Fact]], list[LeftOut]]:
    recorder = Recorder(material)
    pairs: list[tuple[Claim, Fact]] = []
    left: list[LeftOut] = []
    for sentence, tokens in material.reading.sentences:
        for claim in claims_of(sentence, list(tokens), material):
            made = claim if isinstance(claim, LeftOut) else recorder.fact(claim)
            if isinstance(made, LeftOut):
                left.append(made)
            elif isinstance(claim, Claim) and not any(_same(made, fact) for _, fact in pairs):
                pairs.append((claim, made))
    if material.reserved:
        beyond = beyond_share([fact for _, fact in pairs], material.reading.article.words)
        why = "its words are the source's own, and enough is quoted already"
        left += [LeftOut(pairs[number][0].sentence.id, why) for number in sorted(beyond)]
        pairs = [pair for number, pair in enumerate(pairs) if number not in beyond]
    ids = unique(fact.id for _, fact in pairs)
    return [(c, f.model_copy(update={"id": i})) for (c, f), i in zip(pairs, ids, strict=True)], left


def _same(one: Fact, other: Fact) -> bool:
    return one.text == other.text and one.source == other.source


def _filed(material: Material, claims: Sequence[Claim], facts: Sequence[Fact], disputes: Sequence[Dispute]) -> Files:
    military = is_military(material)
    filed: dict[str, list[Fact]] = {"events": [], "military": [], "reactions": [], "background": []}
    for claim, fact in zip(claims, facts, strict=True):
        role, words = material.sentence[claim.sentence.id].role, words_of_claim(claim.clause.words)
        file = file_of(
            fact,
            role,
            military=military,
            words=words,
            sense=claim.attribution.sense if claim.attribution is not None else None,
            event=event_of(claim, material),
        )
        filed[file].append(fact.model_copy(update={"heading": heading_of(role, file, words)}))
    if not filed["events"]:
        _with_lead(filed)
    return _files(material, filed, disputes, military=military)


def _with_lead(filed: dict[str, list[Fact]]) -> None:
    """Files the facts of the first sentence that has any under what happened: it is why the article was written."""
    placed = [fact for facts in filed.values() for fact in facts if fact.at is not None]
    lead = min((fact.at.start for fact in placed if fact.at is not None), default=None)
    first = {f.at.sentence for f in placed if f.at is not None and f.at.start == lead}
    for name in ("military", "reactions", "background"):
        moved = [f for f in filed[name] if f.at is not None and f.at.sentence in first]
        filed["events"] += [f.model_copy(update={"heading": None}) for f in moved]
        filed[name] = [f for f in filed[name] if f not in moved]


def _files(material: Material, filed: dict[str, list[Fact]], disputes: Sequence[Dispute], *, military: bool) -> Files:
    ordered = [fact for name in filed for fact in filed[name]]
    equipment = material.equipment if military or any(f.equipment for f in ordered) else ()
    briefing = briefing_of(material, ordered, filed["events"], disputes)
    return Files(
        briefing=briefing,
        actors=ActorsFile(actors=as_kept(material.actors, material.reading.article.text, reserved=material.reserved)),
        places=PlacesFile(places=material.places),
        events=FactsFile(facts=tuple(filed["events"])),
        military=MilitaryFile(
            salute=salute_of(ordered) if military else MilitaryFile().salute,
            equipment=equipment,
            facts=tuple(filed["military"]),
        ),
        reactions=FactsFile(facts=tuple(filed["reactions"])),
        background=FactsFile(facts=tuple(filed["background"])),
    )


def _accounted(sentence: FoundSentence, facts: Sequence[Fact], left: Sequence[LeftOut]) -> FoundSentence:
    ids = tuple(fact.id for fact in facts if fact.at is not None and fact.at.sentence == sentence.id)
    reasons = dict.fromkeys(gone.why for gone in left if gone.sentence == sentence.id)
    why = "; ".join(reasons) or (None if ids else "no clause with a subject and a finite verb was found in it")
    return sentence.model_copy(update={"facts": ids, "left_out": why})
