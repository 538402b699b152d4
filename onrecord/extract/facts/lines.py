"""The line of a claim: the words that tell it, set apart from the article's, or why there is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from spacy.tokens import Token

from onrecord.model import QUOTE_LIMIT, FoundTime, Span, Verbatim
from onrecord.model.verbatim import RUN_LIMIT

from .certainty import reservation
from .claims import Claim, LeftOut
from .details import times_in
from .material import Material, covers
from .participles import result_forms
from .plain import apart
from .pronouns import Unclear, clear, first_person, spoken
from .quotes import quoted_spans, saying
from .shorten import LONGEST, ever_shorter
from .sound import fault
from .turning import turned_round
from .wording import line_of, terse

FAR = "no line of it is far enough from the article's words"
FULLEST = 24
"""Of so many of the fullest choices of words the line that loses least is taken; of the others the first."""


SAYING = 24
"""Words of a reserved article that a line may quote: short of the limit, for all quotations share a tenth of it."""


@dataclass(frozen=True)
class Line:
    """What is printed, and the words of the article that are in it."""

    text: str
    words: tuple[Token, ...]
    price: int = 0
    """How much a reader minds the rewordings in it."""


@dataclass(frozen=True)
class Liner:
    """Writes the lines of one article."""

    material: Material

    @cached_property
    def _verbatim(self) -> Verbatim | None:
        # One word short of the limit: the source's label stands beside the line and may go on as the article does.
        return Verbatim(self.material.text, limit=RUN_LIMIT - 1) if self.material.reserved else None

    @cached_property
    def _labelled(self) -> Verbatim:
        return Verbatim(self.material.text)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        paragraphs = [p.span for p in self.material.reading.article.paragraphs]
        return quoted_spans(self.material.text, paragraphs)

    def line(self, claim: Claim, words: Sequence[Token]) -> Line | LeftOut:
        """The line of a claim whose kept words are given, or why it has none."""
        material = self.material
        if _on_condition(claim):
            return LeftOut(claim.sentence.id, "its condition would be lost")
        if claim.clause.fragment:
            return self._saying(claim, words, "no clause is left of its quotation")
        if first_person(words):
            return self._saying(claim, words, "it speaks in the first person and is too long to quote as a line")
        try:
            words = clear(words, claim, material)
        except Unclear as unclear:
            return self._saying(claim, words, f"whom or what “{unclear}” means is not sure")
        return self._shortest(claim, words)

    def _shortest(self, claim: Claim, words: Sequence[Token]) -> Line | LeftOut:
        """The line that loses least, of the fullest choices of words; else the first that can be printed at all."""
        times, faults, hedge = times_in(words, self.material), Counter[str](), reservation(claim)
        reserved = hedge.words if hedge is not None else ()
        choices = list(ever_shorter(claim.clause, words, lambda word: self._cost(word, times)))
        for room in (choices[:FULLEST], choices[FULLEST:]):
            best: tuple[int, Line] | None = None
            for lost, kept in room:
                if best is not None and lost >= best[0]:
                    break
                made = self._worded(claim, kept, reserved)
                if made == FAR and (turned := turned_round(claim.clause.root, kept)) is not None:
                    made = self._worded(claim, turned[0], reserved, cased=dict(turned[1]))
                if isinstance(made, str):
                    faults[made] += 1
                elif best is None or lost + made.price < best[0]:
                    best = (lost + made.price, made)
            if best is not None:
                return best[1]
        return LeftOut(claim.sentence.id, next(iter(faults), "nothing is left of it"))

    def _worded(
        self, claim: Claim, kept: Sequence[Token], reserved: Sequence[Token], *, cased: Mapping[int, str] | None = None
    ) -> Line | str:
        """The line of the words that are kept, or what is wrong with it; `cased` are words with another capital."""
        clause = claim.clause
        try:
            names = spoken(kept, claim, self.material)
        except Unclear as unclear:
            return f"whom or what “{unclear}” means is not sure"
        printed = dict(result_forms(clause.root) if clause.passive else clause.forms) | dict(cased or {}) | names

        def line_with(printed: dict[int, str]) -> str:
            return self._honest(line_of(kept, printed))

        line = line_with(printed)
        wrong = fault(line, clause, kept, reserved=reserved)
        if wrong is not None or self._verbatim is None:
            return wrong or Line(line, tuple(kept))
        if len(line.split()) > LONGEST:
            return "no line of it is short enough"
        own = apart(kept, printed, line_of=line_with, runs=partial(self._runs, claim))
        if own is None:
            return FAR
        return Line(line_with(own.printed), tuple(kept), own.price)

    def _runs(self, claim: Claim, line: str) -> Sequence[str]:
        """The runs of the article's words in a line, also where its source's label stands before or behind it."""
        assert self._verbatim is not None
        label = self.material.actor[claim.source].name if claim.source in self.material.actor else ""
        return self._verbatim.runs(line) or self._labelled.runs(f"{label} {line} {label}")

    def _honest(self, line: str) -> str:
        """The line in short forms, and without quotation marks around what is not verbatim in the article."""
        line = terse(line) if self.material.reserved else line
        for whole, curly, straight in re.findall('(“([^”]*)”|"([^"]*)")', line):
            quoted = curly or straight
            if quoted.strip(" .,")[1:] not in self.material.text or quoted != quoted.strip():
                line = line.replace(whole, quoted)
        line = re.sub(r"\s+([.,])", r"\1", " ".join(line.split()))
        line = re.sub(r"(\.[A-Z])\.\.$", r"\1.", line)
        line = line[:1].upper() + line[1:]
        return line if line.endswith((".", "?", "!", "”")) else line + "."

    def _saying(self, claim: Claim, words: Sequence[Token], why: str) -> Line | LeftOut:
        """The clause as a quotation: the source's own words stay theirs where ours would have to guess."""
        line = saying(claim.clause, self.material.text, self.quoted, SAYING if self.material.reserved else QUOTE_LIMIT)
        return Line(line, tuple(words)) if line else LeftOut(claim.sentence.id, why)

    def _cost(self, word: Token, times: Sequence[FoundTime]) -> int:
        """What it costs to lose a word: little in a time, which is kept beside the line; more in a name or a number."""
        if covers([t.span for t in times], word):
            return -1
        named = word.pos_ == "PROPN" or word.i in self.material.actors_at
        return 4 if word.like_num else 2 if named else 0


def _on_condition(claim: Claim) -> bool:
    """Whether what someone says opens with a condition that the cue parts from it: "If it rains, she said, we stay"."""
    if _after_if(claim):
        return True
    if claim.attribution is None or claim.matrix or not claim.attribution.content:
        return False
    start = claim.attribution.content[0][0]
    own = {t.i for t in (*claim.clause.words, *claim.clause.subject)}
    opening = next((t for t in claim.clause.root.sent if t.idx >= start and t.is_alpha), None)
    conditions = ("if", "unless", "without", "until", "had", "were", "should")
    return opening is not None and opening.lower_ in conditions and opening.i not in own


def _after_if(claim: Claim) -> bool:
    """Whether a condition that the parser hung elsewhere stands right before the clause: "if you go, you fall"."""
    own = {t.i for t in (*claim.clause.words, *claim.clause.subject)}
    first = min((t for t in claim.clause.words if not t.is_punct), key=lambda t: t.i)
    before = [t for t in first.sent if t.i < first.i and not t.is_quote]
    if claim.clause.below or len(before) < 2 or before[-1].text != "," or claim.clause.root.dep_ == "conj":
        return False
    heads = (before[-2], *before[-2].ancestors)
    closed = (h for h in heads if h.dep_ == "advcl" and h.i not in own and h.i < first.i)
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for h in closed for c in h.children)
