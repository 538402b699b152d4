"""Five to seven lines that an editor would put at the head of a briefing, each bound to the facts that bear it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Dispute, Fact, Takeaway, Verbatim

from ..lexicons import lexicon
from .choosing import alike, best
from .filing import File
from .placed import Placed

MOST = 7
FEW = 5
LONGEST = 34
"""Words of a line that sets a claim beside its answer."""
_TURNS = ("What does it change?", "Where do talks stand?", "What does the law say?", "What was the cause?")


@dataclass(frozen=True)
class Choice:
    """What lines are chosen from: the facts by file, the disputes, and the article where it must not be copied."""

    held: Mapping[File, Sequence[Placed]]
    disputes: Sequence[Dispute]
    verbatim: Verbatim | None

    def headed(self, *questions: str) -> list[Placed]:
        """The background under these questions."""
        return [one for one in self.held["background"] if one.fact.heading in questions]


def takeaways_of(choice: Choice, summary: Sequence[Takeaway]) -> tuple[Takeaway, ...]:
    """The lines in the order of an overview: consequence, dispute, reaction, what is new in it, what comes next.

    None says again what `summary` or another line says.
    """
    said, lines = [line.text for line in summary], list[Takeaway]()
    every = sum(len(facts) for facts in choice.held.values())
    most = min(MOST, max(1, every // 2))
    for candidates, many in _parts(choice):
        taken = 0
        for line in candidates:
            if taken < many and len(lines) < most and not any(alike(line.text, other) for other in said):
                lines.append(line)
                said.append(line.text)
                taken += 1
    return (*lines, *_more(choice, said, min(FEW, most) - len(lines)))


def _parts(choice: Choice) -> Iterator[tuple[Iterable[Takeaway], int]]:
    """The parts of an overview in their order: lines to choose from, the best first, and how many of them to take."""
    held = choice.held
    planned = [one for name in held for one in held[name] if one.fact.certainty == "planned"]
    yield (line_of(one) for one in best(held["events"])), 2
    yield _disputed(choice), 2
    yield (line_of(one) for one in best(held["military"])), 1
    yield _each_source(held["reactions"]), 2 if len(held["reactions"]) > FEW else 1
    yield (line_of(one) for one in best(choice.headed("Why is this unusual?"))), 1
    yield (line_of(one) for one in best(choice.headed(*_TURNS))), 1
    yield (line_of(one) for one in best(planned)), 1


def line_of(one: Placed) -> Takeaway:
    """A fact as a line."""
    return Takeaway(text=one.fact.text, facts=(one.fact.id,))


def _disputed(choice: Choice) -> Iterator[Takeaway]:
    """Each claim with its answer in one line, both sides in it."""
    facts = {one.fact.id: one.fact for name in choice.held for one in choice.held[name]}
    for dispute in sorted(choice.disputes, key=lambda d: not any(_is_of_harm(facts.get(id)) for id in d.facts)):
        claim = dispute.facts[0]
        answers = (id for id in dispute.facts if id in facts and claim in (*facts[id].denies, *facts[id].contradicts))
        ids = (claim, next(answers, dispute.facts[1]))
        text = " ".join(facts[i].text for i in ids if i in facts)
        told = claim in facts and re.search(r"\b(it|this|that|them)\.$", facts[claim].text) is None
        whole = told and all(i in facts for i in ids) and len(text.split()) <= LONGEST
        if whole and not (choice.verbatim is not None and choice.verbatim.runs(text)):
            yield Takeaway(text=text, facts=ids)


def _is_of_harm(fact: Fact | None) -> bool:
    """Whether a fact tells how many died or were hurt: a dispute on that comes first."""
    return fact is not None and any(word in fact.text.lower() for word in lexicon("overview")["harm"])


def _each_source(placed: Sequence[Placed]) -> Iterator[Takeaway]:
    """The best of each source."""
    seen: set[str] = set()
    for one in best(placed):
        if one.fact.source not in seen:
            seen.add(one.fact.source)
            yield line_of(one)


def _more(choice: Choice, said: Sequence[str], wanted: int) -> Iterator[Takeaway]:
    """The best of what is left, where there are too few lines."""
    told, taken = list(said), 0
    for one in best(one for name in choice.held for one in choice.held[name]):
        if taken < wanted and not any(alike(one.fact.text, other) for other in told):
            told.append(one.fact.text)
            taken += 1
            yield line_of(one)
