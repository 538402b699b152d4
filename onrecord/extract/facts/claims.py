"""Who says which clause: the article itself, or the source of an attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model import ARTICLE, FoundAttribution, Sentence, Span

from ..reading import span_of
from .clauses import Clause, clause_at, clauses_of, is_finite
from .material import Material, covers

MOST = 3
"""Most claims of one voice in one sentence."""
MATRIX = frozenset({"deny", "accuse", "promise", "ask", "doubt"})
"""Senses of a cue that belong to what is claimed: "denied the charge", "promised help"."""
_BELOW = ("relcl", "acl", "advcl", "dep")
"""Clauses below another that are no claims of the article's own."""


@dataclass(frozen=True)
class Claim:
    """A clause and who says it."""

    sentence: Sentence
    clause: Clause
    source: str = ARTICLE
    via: str | None = None
    cue: str | None = None
    attribution: FoundAttribution | None = None
    matrix: bool = False
    """Whether the clause is the one with the cue, so that the source is its subject."""


@dataclass(frozen=True)
class LeftOut:
    """Why words of a sentence became no fact."""

    sentence: str
    why: str


def claims_of(sentence: Sentence, tokens: Sequence[Token], material: Material) -> Iterator[Claim | LeftOut]:
    """Every claim of one sentence, in text order for each voice; and why a part of it makes none."""
    attributions = [_narrowed(a, tokens) for a in material.attributions_in(sentence)]
    cued = [a for a in material.findings.attributions if a not in attributions and _cue_tokens(a, tokens)]
    for attribution in attributions:
        yield from _attributed(sentence, tokens, attribution, attributions)
    apart = [*attributions, *cued]
    own = [t for t in tokens if not any(covers((*a.content, *a.cue, *a.source), t) for a in apart)]
    roots = [t for a in apart for t in _cue_tokens(a, tokens)]
    clauses = [c for c in clauses_of(own) if c.root not in roots and (c.passive or c.root.dep_ not in _BELOW)]
    yield from (Claim(sentence, clause) for clause in clauses[:MOST])


def _attributed(
    sentence: Sentence, tokens: Sequence[Token], attribution: FoundAttribution, others: Sequence[FoundAttribution]
) -> Iterator[Claim | LeftOut]:
    inner = [o for o in others if o is not attribution and _inside(o, attribution)]
    told = [s for o in inner for s in (*o.content, *o.cue)]
    region = [t for t in tokens if covers(attribution.content, t) and not covers(told, t)]
    if attribution.actor is None:
        yield LeftOut(sentence.id, "its source is not resolved")
        return
    outer = [o.actor for o in others if o is not attribution and _inside(attribution, o) and o.actor]
    via = attribution.via or next((a for a in outer if a != attribution.actor), None)
    cue = " ".join(Span(*s).cut(tokens[0].doc.text) for s in attribution.cue) or None
    base = {"source": attribution.actor, "via": via, "cue": cue, "attribution": attribution}
    for clause, matrix in _clauses(region, tokens, attribution):
        yield Claim(sentence, clause, matrix=matrix, **base)  # type: ignore[arg-type]


def _clauses(
    region: Sequence[Token], tokens: Sequence[Token], attribution: FoundAttribution
) -> Iterator[tuple[Clause, bool]]:
    cues = _cue_tokens(attribution, tokens)
    clauses = [c for c in clauses_of(region) if c.root not in cues and c.root.dep_ not in ("relcl", "acl")]
    if attribution.sense in MATRIX or not clauses:
        root = next((t for t in cues if t.pos_ == "VERB" and is_finite(t)), None)
        matrix = clause_at(root, _beside_others(root, tokens)) if root is not None else None
        if matrix is not None:
            yield matrix, True
            return
        if attribution.sense in MATRIX:
            return
    yield from ((clause, False) for clause in clauses[:MOST])


def _beside_others(root: Token, tokens: Sequence[Token]) -> set[int]:
    """The words of a sentence without those of verbs coordinated with `root`."""
    apart = {t.i for c in root.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") for t in c.subtree}
    apart |= {c.i for c in root.children if c.dep_ == "cc" and apart}
    return {t.i for t in tokens} - apart


def _inside(inner: FoundAttribution, outer: FoundAttribution) -> bool:
    """Whether one attribution is part of what another says."""
    return bool(inner.cue) and all(any(Span(*o).holds(Span(*s)) for o in outer.content) for s in inner.cue)


def _cue_tokens(attribution: FoundAttribution, tokens: Sequence[Token]) -> list[Token]:
    return [t for t in tokens if covers(attribution.cue, t)]


def _narrowed(attribution: FoundAttribution, tokens: Sequence[Token]) -> FoundAttribution:
    """Content cut to the figure where "according to" follows a result clause without a comma.

    In "The storm moved north, killing 20 people according to the mayor" the mayor stands for the figure only.
    """
    cues = _cue_tokens(attribution, tokens)
    if not cues or cues[0].lower_ != "according" or cues[0].i == tokens[0].i or cues[0].nbor(-1).text == ",":
        return attribution
    results = (t for t in tokens if t.dep_ == "advcl" and t.tag_ == "VBG" and t.nbor(-1).text == ",")
    result = next((t for t in results if t.i < cues[0].i), None)
    if result is None:
        return attribution
    end = span_of(cues[0].nbor(-1)).end
    return replace_content(attribution, Span(result.idx, end))


def replace_content(attribution: FoundAttribution, span: Span) -> FoundAttribution:
    """The same attribution with one span of content."""
    return attribution.model_copy(update={"content": (span,)})
