"""Whose words a part of a sentence are: how facts use each attribution that reaches into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from onrecord.model import FoundAttribution

from ..lexicons import lexicon
from .clauses import clauses_of
from .denying import denies_claim
from .material import Material, covers
from .predicates import is_finite, is_stray

Use = Literal["content", "matrix", "none"]
_WHOLE = frozenset({"deny", "doubt"})
"""Senses of a cue that belong to what is claimed, whatever follows: "denied that ..."."""
_PARTLY = frozenset({"accuse", "promise"})
"""Senses that belong to the claim where no clause follows: "accused the bank of fraud", "promised help"."""


@dataclass(frozen=True)
class Voice:
    """An attribution in one sentence. `words` are its content there, `cues` its cue, where that stands there too.

    `use` says what a fact is made of: the content ("content"), the clause with the cue in it ("matrix"), or nothing
    of its own ("none"): then the words belong to the voice around it.
    """

    attribution: FoundAttribution
    words: tuple[Token, ...]
    cues: tuple[Token, ...]
    sources: tuple[Token, ...]
    use: Use = "none"

    @property
    def echoes(self) -> bool:
        """Whether it only repeats, in a clause beside, what someone else says: ", a claim repeated by the mayor"."""
        beside = any(t.pos_ == "VERB" and t.dep_ in ("relcl", "acl") for t in self.cues)
        return beside and self.attribution.lemma in ("repeat", "echo", "reiterate", "restate")

    @property
    def root(self) -> Token | None:
        """The finite verb of the cue."""
        return next((t for t in self.cues if t.pos_ == "VERB" and is_finite(t)), None)

    def holds(self, other: Voice) -> bool:
        """Whether the other's cue is part of what this one says."""
        mine = {t.i for t in self.words}
        return bool(other.cues) and other is not self and all(t.i in mine for t in other.cues)


def voices_in(tokens: Sequence[Token], material: Material) -> tuple[Voice, ...]:
    """Every attribution with content or cue in the sentence, and the use facts make of it."""
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    near = [a for a in material.findings.attributions if _reaches(a, start, end)]
    voices = [_voice(a, tokens) for a in near]
    here = [_apart(v, voices) for v in voices if v.words or v.cues]
    return tuple(replace(v, use=_use(v, here)) for v in here)


def _apart(voice: Voice, others: Sequence[Voice]) -> Voice:
    """Of two voices that each hold the other's cue, only one is outside: the one behind a comma.

    In "The navy said the ships had left, according to reports" the reports are about what the navy said; in "said
    that it fell by half according to the bank" the bank is part of what is said.
    """
    for other in others:
        if not (voice.holds(other) and other.holds(voice)) or other.cues[0].i < voice.cues[0].i:
            continue
        cue = other.cues[0]
        if cue.nbor(-1).text == ",":
            return replace(voice, words=tuple(t for t in voice.words if t.i < cue.i - 1))
    for other in others:
        if voice.holds(other) and other.holds(voice) and voice.cues[0].nbor(-1).text != ",":
            return replace(voice, words=tuple(t for t in voice.words if t.i > other.cues[-1].i))
    return voice


def _reaches(attribution: FoundAttribution, start: int, end: int) -> bool:
    return any(s[0] < end and start < s[1] for s in (*attribution.content, *attribution.cue))


def _voice(attribution: FoundAttribution, tokens: Sequence[Token]) -> Voice:
    cues = tuple(t for t in tokens if covers(attribution.cue, t))
    words = [t for t in tokens if covers(attribution.content, t)]
    words = _narrowed(words, cues, tokens)
    if attribution.kind == "indirect":
        words = _before_contrast(words, cues)
    sources = tuple(t for t in tokens if covers(attribution.source, t))
    return Voice(attribution, tuple(words), cues, sources)


def _use(voice: Voice, others: Sequence[Voice]) -> Use:
    attribution = voice.attribution
    if voice.echoes or _is_withheld(voice):
        return "none"
    told = _tells(voice)
    if attribution.sense in _WHOLE and voice.root is not None and not denies_claim(voice.root):
        return "none"
    if attribution.sense in _WHOLE or (attribution.sense in _PARTLY and not told):
        nested = any(o.holds(voice) for o in others)
        return "matrix" if _stands(voice.root) and not nested else "none"
    if attribution.sense in ("say", "show") and not told and attribution.actor is not None and _claims(voice):
        nested = any(o.holds(voice) for o in others)
        return "matrix" if _stands(voice.root) and not nested else "none"
    # Whom someone asks or what someone hopes for is told by the article; only a clause after it is theirs.
    if attribution.sense in ("believe", "ask") and not told:
        return "none"
    if not told and attribution.kind == "direct" and attribution.actor is not None:
        return "content"
    if not told or (not attribution.source and not attribution.actor and not voice.sources and voice.cues):
        return "none"
    if attribution.actor is None and attribution.lemma in lexicon("certainty")["judgement"]["verbs"]:
        return "none"
    return "content"


def _is_withheld(voice: Voice) -> bool:
    """Whether someone is told not to say it: "stopped short of saying that", "left without saying that"."""
    for cue in voice.cues:
        if cue.pos_ == "VERB" and _is_unsaid(cue):
            return True
        if cue.dep_ == "pcomp" and cue.tag_ == "VBG":
            before = {cue.head.lower_, cue.head.head.lower_, *(c.lower_ for c in cue.head.head.children)}
            if before & {"short", "without", "instead", "rather", "against"} or cue.head.lower_ == "from":
                return True
    return False


def _is_unsaid(cue: Token) -> bool:
    """Whether a cue stands in what someone did not say: "did not say how they believed it was done"."""
    saying = lexicon("certainty")["views"]["after"]
    above = [t for t in cue.ancestors if t.pos_ == "VERB" and t.lemma_.lower() in saying]
    return any(c.dep_ == "neg" for verb in above for c in verb.children) and cue.dep_ == "ccomp"


def _claims(voice: Voice) -> bool:
    """Whether the clause with the cue is an assertion or a judgement of its source, though no clause follows.

    "The rebels claimed to have shot down a drone", "the mayor called it a mistake", "the firm announced a merger",
    "satellite images show four craters".
    """
    if voice.attribution.sense == "show":
        return any(t.lemma_.lower() in lexicon("actors")["documents"] for t in voice.sources)
    return voice.attribution.lemma in lexicon("facts")["judging"]


def _stands(root: Token | None) -> bool:
    """Whether the clause with the cue is one of its own, not one that describes a noun."""
    return root is not None and root.dep_ not in ("relcl", "acl") and not is_stray(root, root.head)


def _tells(voice: Voice) -> bool:
    """Whether the content has a clause of its own that says something."""
    cues = {t.i for t in voice.cues}
    return any(c.root.i not in cues and is_told(c.root) for c in clauses_of(voice.words))


def is_told(root: Token) -> bool:
    """Whether a clause says something and does not merely describe a noun: "the claim *that prices fell*" does."""
    opened = any(c.dep_ == "mark" for c in root.children)
    return root.dep_ != "relcl" and (root.dep_ != "acl" or opened)


def _narrowed(words: list[Token], cues: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
    """Content cut to the figure where "according to" follows a result clause without a comma.

    In "The storm moved north, killing 20 people according to the mayor" the mayor stands for the figure only.
    """
    if not cues or cues[0].lower_ != "according" or cues[0].i == tokens[0].i or cues[0].nbor(-1).text == ",":
        return words
    results = (t for t in tokens if t.tag_ == "VBG" and t.dep_ == "advcl" and t.nbor(-1).text == ",")
    start = next((t.i for t in results if t.i < cues[0].i), None)
    return words if start is None else [t for t in tokens if start <= t.i < cues[0].i]


def _before_contrast(words: list[Token], cues: Sequence[Token]) -> list[Token]:
    """Content up to a "but" that opens a full clause after the cue's: there the article speaks again.

    In "The firm says the plant is safe but it has leaked before" only the first half is the firm's.
    """
    for token in words:
        if token.lower_ != "but" or token.dep_ != "cc" or not cues or cues[0].i > words[0].i:
            continue
        after = next((c for c in token.head.children if c.dep_ == "conj" and c.i > token.i), None)
        full = after is not None and is_finite(after) and any(c.dep_ in ("nsubj", "nsubjpass") for c in after.children)
        if full and token.nbor(1).lower_ != "that":
            return [t for t in words if t.i < token.i]
    return words
