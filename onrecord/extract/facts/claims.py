"""Who says which clause: the article itself, or the source of an attribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model import ARTICLE, FoundAttribution, Sentence, Span

from .below import adverbial, clauses_below
from .clauses import Clause, beside_clause, clause_at, clauses_of
from .denying import denied_by_clause, denies_claim
from .material import Material
from .parting import parted
from .reach import after_stop, around, runs_on
from .voices import Voice, is_told, voices_in

MOST = 6
"""Most claims of one voice in one sentence."""
_RUNS_ON = "it may go on with what was said before"
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
    every = voices_in(tokens, material)
    voices = [v for v in every if v.use != "none"]
    for voice in voices:
        yield from _said(sentence, tokens, voice, voices, material.text)
    yield from _denied_beside(sentence, every, material.text)
    yield from _own(sentence, tokens, every, material)


def _own(
    sentence: Sentence, tokens: Sequence[Token], every: Sequence[Voice], material: Material
) -> Iterator[Claim | LeftOut]:
    """What no voice takes up: the article's own clauses, and why some of them may not be."""
    voices = [v for v in every if v.use != "none"]
    taken = {t.i for v in voices for t in (*_words(v, tokens), *v.cues, *v.sources)}
    roots = {t.i for v in voices for t in v.cues}
    gone: set[int] = set()
    for clause in _finite(_clauses([t for t in tokens if t.i not in taken]), roots):
        voice, why = around(clause, voices), _not_own(clause, every, roots)
        if voice is not None:
            said = voice.attribution
            yield Claim(sentence, clause, said.actor or ARTICLE, said.via, _cue(said, material.text), said)
        elif why is not None or (clause.root.dep_ == "conj" and clause.root.head.i in gone):
            gone.add(clause.root.i)
            yield LeftOut(sentence.id, why or _RUNS_ON)
        else:
            yield Claim(sentence, clause)


def _not_own(clause: Clause, every: Sequence[Voice], roots: set[int]) -> str | None:
    """Why a clause that no voice takes up may be someone's, or is no statement; None if it is the article's."""
    root = clause.root
    if any(t.i == root.i for v in every if v.use == "none" and not v.echoes for t in v.words):
        return "someone says it, and who is not sure"
    if any(runs_on(clause, v) for v in every if v.use != "none") or any(after_stop(clause, v) for v in every):
        return _RUNS_ON
    if any(v.root.i == root.i for v in every if v.root is not None and not v.words and v.attribution.content):
        return "it says no more than that someone speaks"
    if root.dep_ == "conj" and root.head.i in roots and clause.subject and _after_but(root):
        return "what its subject is, is not sure"
    return None


def _denied_beside(sentence: Sentence, voices: Sequence[Voice], text: str) -> Iterator[Claim]:
    """A denial in a relative clause is a claim of its own: "Ruiz, who denies the charges, was freed"."""
    for voice in voices:
        root, attribution = voice.root, voice.attribution
        if root is None or root.dep_ != "relcl" or attribution.sense != "deny":
            continue
        clause = beside_clause(root) if denies_claim(root) or denied_by_clause(root) else None
        if clause is not None:
            cue = _cue(attribution, text)
            yield Claim(sentence, clause, attribution.actor or ARTICLE, attribution.via, cue, attribution, True)


def _after_but(root: Token) -> bool:
    """Whether a verb that is joined to a cue may belong to what is said: "admits it is old, but is proud of it"."""
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in root.children)
    being = root.lemma_ == "be" or any(c.lemma_ == "be" and c.dep_ in ("aux", "auxpass") for c in root.children)
    return not own and (root.tag_ in ("VBZ", "VBP") or being)


def _finite(clauses: Iterable[Clause], cues: set[int]) -> list[Clause]:
    return [c for c in clauses if c.root.i not in cues and (c.passive or c.below or c.root.dep_ not in _BELOW)][:MOST]


def _clauses(region: Sequence[Token]) -> Iterator[Clause]:
    """The clauses of a region, those below others last."""
    for clause in (*clauses_of(region), *clauses_below(region)):
        yield from parted(clause)


def _words(voice: Voice, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a sentence that a voice takes up."""
    clause = _matrix(voice, tokens)
    return (*clause.words, *clause.subject) if clause is not None else voice.words


def _said(
    sentence: Sentence, tokens: Sequence[Token], voice: Voice, voices: Sequence[Voice], text: str
) -> Iterator[Claim | LeftOut]:
    attribution = voice.attribution
    matrix = _matrix(voice, tokens)
    if attribution.actor is None and matrix is None:
        if voice.words:
            yield LeftOut(sentence.id, "its source is not resolved")
        return
    outer = [v.attribution.actor for v in voices if v.holds(voice) and not _set_against(voice)]
    via = attribution.via or next((a for a in outer if a and a != attribution.actor), None)
    cue = _cue(attribution, text)
    # A clause that names who denies or asks can be told by the article itself where that one is no actor.
    source = attribution.actor or ARTICLE
    for clause in [matrix] if matrix is not None else _contents(voice, voices) or _fragment(voice):
        yield Claim(sentence, clause, source, via, cue, attribution, matrix is not None)


def _cue(attribution: FoundAttribution, text: str) -> str | None:
    return " ".join(" ".join(Span(*s).cut(text).split()) for s in attribution.cue) or None


def _set_against(voice: Voice) -> bool:
    """Whether the cue stands in a clause that the article sets beside another: "while Oslo says it is safe"."""
    root = voice.root
    return root is not None and any(c.lower_ in ("while", "whereas", "although", "though") for c in root.children)


def _contents(voice: Voice, voices: Sequence[Voice]) -> list[Clause]:
    """The clauses of a voice's content without those that another voice inside it says."""
    inner = [v for v in voices if voice.holds(v)]
    told = {t.i for v in inner for t in (*v.words, *v.cues)}
    roots = {t.i for v in (voice, *inner) for t in v.cues}
    clauses = _clauses([t for t in voice.words if t.i not in told])
    return [c for c in clauses if c.root.i not in roots and (c.below or is_told(c.root))][:MOST]


def _fragment(voice: Voice) -> list[Clause]:
    """Direct speech in which there is no clause, as the words it is."""
    words = tuple(t for t in voice.words if not t.is_space)
    top = next((t for t in words if t.head not in words and not t.is_punct), None)
    if voice.attribution.kind != "direct" or top is None or top.pos_ in ("VERB", "AUX"):
        return []
    return [Clause(top, (), (), words, fragment=True)]


def _matrix(voice: Voice, tokens: Sequence[Token]) -> Clause | None:
    """The clause with the cue in it, where that is what is claimed."""
    root = voice.root
    if voice.use != "matrix" or root is None:
        return None
    apart = {t.i for c in root.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") for t in c.subtree}
    apart |= {c.i for c in root.children if c.dep_ == "cc" and apart}
    inside = {t.i for t in tokens} - apart
    # What someone announced before the news happened is told by itself: "after the firm announced a deal, shares rose".
    return adverbial(root, inside) or clause_at(root, inside)
