"""Claim and denial: whoever denies stays beside what is denied, and what is denied is not told as sure."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Fact, Span

from .desk import Desk
from .evidence import Evidence

_SURE = ("asserted", "attributed")


def check_sides(desk: Desk) -> None:
    """Report claims told as sure that another fact denies, and disputes that leave out a side."""
    for path, fact in desk.facts():
        for other, key in _against(desk, fact):
            if other.certainty in _SURE and "certainty" not in other.settled:
                said = f"'{other.id}', which is told here as wrong, stands as {other.certainty}"
                desk.report(f"{path}/{key}", said, f"write 'certainty: disputed' at '{other.id}'")
    for number, dispute in enumerate(desk.dossier.briefing.disputes):
        path = f"briefing/disputes/{number}"
        for missing, claim in _missing(desk, dispute.facts):
            said = f"the dispute leaves out '{missing}', which speaks against '{claim}'"
            desk.report(f"{path}/facts", said, "add it: both sides stand in one block")
        facts = [side for name in dispute.facts if (side := desk.dossier.facts.get(name))]
        if dispute.kind == "denial" and len(facts) == len(dispute.facts) and not any(f.denies for f in facts):
            said = "a denial in which no fact denies another"
            desk.report(f"{path}/kind", said, "write 'denies: [...]' at the fact that denies, or name another kind")


def check_denials(evidence: Evidence) -> None:
    """Report claims whose denial the article has, the extraction found, and the dossier no longer tells."""
    found = evidence.desk.dossier.found
    if found is None or found.files is None or not evidence.found.sentences:
        return
    spans = [passage.span for passage in evidence.passages]
    gone = [
        fact
        for _, fact in found.files.facts()
        if fact.denies and fact.at and not any(span.overlaps(Span(fact.at.start, fact.at.end)) for span in spans)
    ]
    for passage in evidence.passages:
        for fact in gone:
            if passage.fact.id in fact.denies:
                assert fact.at is not None
                said = f"the article has a denial of this in {fact.at.sentence}, and no fact tells it"
                mend = f"tell it again, with 'denies: [{passage.fact.id}]'"
                evidence.doubt(passage, "denial", "text", said=said, mend=mend)


def _against(desk: Desk, fact: Fact) -> Iterator[tuple[Fact, str]]:
    for key in ("denies", "contradicts"):
        for number, identifier in enumerate(getattr(fact, key)):
            if (other := desk.dossier.facts.get(identifier)) and identifier != fact.id:
                yield other, f"{key}/{number}"


def _missing(desk: Desk, sides: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Facts that speak against one of the sides and stand in no dispute with it."""
    together = [set(dispute.facts) for dispute in desk.dossier.briefing.disputes]
    for _, fact in desk.facts():
        for other, _ in _against(desk, fact):
            if other.id in sides and not any({fact.id, other.id} <= block for block in together):
                yield fact.id, other.id
