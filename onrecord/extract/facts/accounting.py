"""Every sentence of the body accounted for: the facts made of it, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words

from onrecord.model import Fact, FoundSentence, words_of

from .claims import LeftOut
from .material import Material
from .predicates import is_finite


def accounted(material: Material, facts: Sequence[Fact], left: Sequence[LeftOut]) -> Iterator[FoundSentence]:
    """Every sentence in order, with the ids of its facts, and with why it, or a part of it, makes none."""
    words = {sentence.id: tokens for sentence, tokens in material.reading.sentences}
    for sentence in material.findings.sentences:
        ids = tuple(fact.id for fact in facts if fact.at is not None and fact.at.sentence == sentence.id)
        reasons = dict.fromkeys(gone.why for gone in left if gone.sentence == sentence.id)
        why = "; ".join(reasons) or (None if ids else _without_clause(words.get(sentence.id)))
        yield sentence.model_copy(update={"facts": ids, "left_out": why})


def not_of_the_body(tokens: Words, material: Material) -> str | None:
    """Why a sentence is no part of what the article tells: it repeats the headline; None if it is one."""
    title = material.reading.article.title
    same = title is not None and words_of(title) == words_of(tokens.text)
    return "it is the headline again" if same else None


def _without_clause(tokens: Words | None) -> str:
    if tokens is None or not any(t.pos_ in ("VERB", "AUX") and is_finite(t) for t in tokens):
        return "it has no finite verb: a label, a caption or a part of a list"
    return "no clause with a subject and a finite verb was found in it"
