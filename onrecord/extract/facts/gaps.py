"""What a reader would ask and the article does not say: few questions, the most important first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from onrecord.model import Dispute, Gap, Verbatim

from ..lexicons import lexicon
from .filing import File
from .inquiry import Inquiry
from .material import Material
from .placed import Placed
from .unsaid import by_table
from .unsaid_answers import accusers, confirmation, reply
from .unsaid_circumstances import checked, planned, when, where, which
from .unsaid_claims import basis, hearsay, polls
from .unsaid_numbers import uncounted, vague
from .unsaid_people import unnamed, victims

MOST = 6
LONGEST = 24
"""Words of a question."""
Rule = Callable[[Inquiry], Iterator[Gap]]
RULES: dict[str, Rule] = {
    "accusers": accusers,
    "basis": basis,
    "hearsay": hearsay,
    "polls": polls,
    "checked": checked,
    "confirmation": confirmation,
    "planned": planned,
    "reply": reply,
    "uncounted": uncounted,
    "unnamed": unnamed,
    "vague": vague,
    "victims": victims,
    "when": when,
    "where": where,
    "which": which,
}
"""The rules that the lexicon calls by name."""


def gaps_of(held: Mapping[File, Sequence[Placed]], disputes: Sequence[Dispute], material: Material) -> tuple[Gap, ...]:
    """The questions that the facts raise and no sentence of the article answers, as far as rules can tell."""
    inquiry = Inquiry(held, disputes, material)
    verbatim = Verbatim(material.text) if material.reserved else None
    found: dict[str, Gap] = {}
    for rule, many in _rules():
        fit = (g for g in rule(inquiry) if len(g.question.split()) <= LONGEST and g.question not in found)
        for gap in islice((g for g in fit if verbatim is None or not verbatim.runs(g.question)), many):
            found.setdefault(gap.question, gap)
    return tuple(islice(found.values(), MOST))


def _rules() -> Iterator[tuple[Rule, int]]:
    """Every rule in the order of the lexicon, and how often it may ask."""
    for question in lexicon("gaps")["questions"]:
        rule: Rule = RULES[question["rule"]] if "rule" in question else partial(by_table, question)
        yield rule, question.get("times", 1)
