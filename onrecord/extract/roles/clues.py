"""What can be seen in a sentence that speaks for a role: its place, tense, times, words and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spacy.tokens import Span as Tokens

from onrecord.model import FoundAttribution, FoundTime, Sentence, Span

from ..lexicons import lexicon
from ..reading import Reading

TOP = 6
"""So many sentences at the head of an article have a clue of their own."""
_YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")


@dataclass(frozen=True)
class Clues:
    """The clues of one article's sentences, by the number of the sentence from 0."""

    reading: Reading
    times: tuple[FoundTime, ...]
    attributions: tuple[FoundAttribution, ...]

    def of(self, number: int, before: str | None) -> tuple[str, ...]:
        """Names of the clues of one sentence; `before` is the role of the sentence before it."""
        sentence, tokens = self.reading.sentences[number]
        found = {
            *self._place(number),
            f"after {before}",
            *self._voice(tokens),
            *_tense(tokens),
            *_words(tokens),
            *self._time(sentence),
        }
        return tuple(sorted(found))

    def _place(self, number: int) -> Iterator[str]:
        if number < TOP:
            yield f"sentence {number + 1}"
            return
        rest = max(1, len(self.reading.sentences) - TOP)
        yield f"quarter {1 + int(3.99 * (number - TOP) / rest)}"

    def _voice(self, tokens: Tokens) -> Iterator[str]:
        text = tokens.text
        quoted = sum(len(m) for m in re.findall(r"[“\"].*?(?:[”\"]|$)", text))
        if quoted:
            yield "mostly quoted" if quoted > 0.5 * len(text) else "partly quoted"
        words = {t.lemma_.lower() for t in tokens}
        if words & {"say", "tell", "add"}:
            yield "says"
        if words & {"i", "we", "our", "you"}:
            yield "first person"
        if not quoted and not words & {"say", "tell", "add"}:
            yield "own voice"

    @cached_property
    def _today(self) -> date | None:
        published = self.reading.article.published
        return date.fromisoformat(published) if published else None

    def _time(self, sentence: Sentence) -> Iterator[str]:
        text = sentence.span.cut(self.reading.article.text)
        if self._today and any(int(m[0]) < self._today.year for m in _YEAR.finditer(text)):
            yield "year past"
        for time in self.times:
            if Span(*time.span).overlaps(sentence.span) and time.type in ("DATE", "TIME"):
                yield from self._distance(time.value or "")

    def _distance(self, value: str) -> Iterator[str]:
        if value == "PAST_REF":
            yield "time vague past"
        if self._today is None or not (match := re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$", value[:10])):
            return
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None or month is None or day is None:
            months = (year or 0) * 12 + (month or 6) - self._today.year * 12 - self._today.month
            yield "time long past" if months < -1 else "time ahead" if months > 0 else "time this month"
            return
        days = (date(year, month, day) - self._today).days
        yield _day_clue(days)


def _day_clue(days: int) -> str:
    if days > 0:
        return "time ahead"
    if days >= -1:
        return "time now"
    return "time this week" if days >= -7 else "time this month" if days >= -31 else "time long past"


def _tense(tokens: Tokens) -> Iterator[str]:
    root = next((t for t in tokens if t.dep_ == "ROOT"), tokens[0])
    if root.lemma_ in ("say", "tell", "add"):
        root = next((c for c in root.children if c.dep_ == "ccomp"), root)
    helpers = {c.lower_ for c in root.children if c.dep_ in ("aux", "auxpass")}
    if "had" in helpers:
        yield "had done"
    elif helpers & {"has", "have", "'ve", "’ve"}:
        yield "has done"
    elif root.tag_ in ("VBZ", "VBP") or helpers & {"is", "are", "does", "do"}:
        yield "present"
    elif root.tag_ == "VBD" or helpers & {"was", "were", "did"}:
        yield "past"
    if any(c.dep_ == "nsubjpass" for c in root.children):
        yield "passive"
    if any(c.dep_ == "neg" for c in root.children):
        yield "negated"


def _words(tokens: Tokens) -> Iterator[str]:
    seen = {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}
    for name, words in lexicon("roles")["words"].items():
        if not seen.isdisjoint(words):
            yield f"word of {name}"
    if "?" in seen:
        yield "question"
    if any(t.like_num for t in tokens):
        yield "number"
    if len(tokens) < 12:
        yield "short"
