"""How sure a claim is, and the article's own word of reservation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model import ARTICLE, Certainty

from ..lexicons import lexicon
from .claims import Claim
from .hedges import Hedge, hedges_in
from .judgement import is_judgement, reserving
from .material import Material, covers
from .outlook import foreseen, is_planned


@dataclass(frozen=True)
class Sureness:
    """A certainty and the word of reservation, if there is one."""

    certainty: Certainty
    hedge: str | None = None


def sureness_of(claim: Claim, words: Sequence[Token], material: Material) -> Sureness:
    """How sure a claim is; disputes are found later, between facts. `words` are those its line prints.

    Hedged comes first: a reservation about the clause itself. Then planned: what is still to come, with "expected" or
    "about to" kept as its word of reservation. Then analysis. What is left is attributed, or the article's own. A
    hedge that reserves only a figure ("some 40 people") or a noun is kept, and leaves the certainty as it is.
    """
    hedges = hedges_of(claim)
    doubt = _doubted(claim)
    whole = next((h for h in hedges if h.reach == "clause"), None)
    part = next((h.text for h in hedges if h.reach == "part" and {t.i for t in h.words} <= {t.i for t in words}), None)
    published = material.reading.article.published
    if whole is not None:
        return Sureness("analysis" if _judges(claim, words, material) else "hedged", whole.text)
    if is_planned(claim, material.findings.times, published):
        ahead = foreseen(claim)
        return Sureness("planned", ahead.text if ahead is not None else part or doubt)
    if _judges(claim, words, material):
        verb = reserving(claim)
        return Sureness("analysis", verb.text if verb is not None else part)
    if claim.source == ARTICLE:
        return Sureness("hedged", doubt) if doubt is not None else Sureness("asserted", part)
    return Sureness("attributed", part or doubt)


def _doubted(claim: Claim) -> str | None:
    """The verb of someone who suspects or fears it: the clause's own, or the cue of what it attributes."""
    doubting = lexicon("certainty")["hedges"]["doubting"]
    root, attribution = claim.clause.root, claim.attribution
    active = any(c.dep_ == "nsubj" for c in root.children) and not any(c.dep_ == "neg" for c in root.children)
    if claim.source == ARTICLE:
        return root.text if active and root.lemma_.lower() in doubting and _is_held(root) else None
    return claim.cue if attribution is not None and attribution.lemma in doubting else None


def _is_held(root: Token) -> bool:
    return any(c.dep_ in ("dobj", "ccomp") for c in root.children)


def hedges_of(claim: Claim) -> tuple[Hedge, ...]:
    """Every hedge of a claim's clause. A cue is none where someone known says so: "the union threatened to strike"."""
    attribution = claim.attribution
    cue = attribution.lemma if attribution is not None and claim.matrix and attribution.actor is not None else None
    return hedges_in(claim.clause, but=cue)


def reservation(claim: Claim) -> Hedge | None:
    """The hedge of the clause itself, which its line must not lose; None if there is none."""
    return next((h for h in hedges_of(claim) if h.reach == "clause"), None)


def _judges(claim: Claim, words: Sequence[Token], material: Material) -> bool:
    cue = (claim.attribution.lemma or "").split() if claim.attribution is not None else []
    if len(cue) == 2 and cue[0] == "in":
        return True  # "in her view": a view it is
    spans = [span for span, _ in material.mentions]
    role = material.sentence[claim.sentence.id].role
    return is_judgement(
        words, claim, role=role, source=material.actor.get(claim.source), named=lambda t: covers(spans, t)
    )
