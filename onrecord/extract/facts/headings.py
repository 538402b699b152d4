"""The question that a fact of the background answers, chosen by what the fact is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ..lexicons import lexicon
from .matching import fits, has_words
from .material import Material
from .placed import Placed

FIELD_SENTENCES = 4
"""Sentences with words of a field that an article needs to be of that field."""
FIELD_SHARE = 0.25
"""Share of the article's sentences that need to have such words."""

Rule = Mapping[str, Any]


def question_of(placed: Placed, field: str | None) -> str:
    """The question a fact answers, of those open to an article of this field."""
    names = lexicon("headings")
    of_field = names["fields"][field]["questions"] if field is not None else ()
    rules: Sequence[Rule] = (*names["always"], *of_field, *names["questions"])
    return next((str(rule["ask"]) for rule in rules if _fits(rule, placed)), str(names["rest"]))


def is_unusual(placed: Placed) -> bool:
    """Whether a fact that is no quotation says why the news is out of the ordinary."""
    said = placed.fact.quote is not None or placed.fact.text.startswith("“")
    return not said and question_of(placed, None) == lexicon("headings")["unusual"]


def is_apart(placed: Placed) -> bool:
    """Whether a fact is background wherever it stands: what a deed changes, where talks stand, what the law says."""
    if placed.fact.quote is not None or placed.fact.text.startswith("“") or placed.tense not in ("present", "perfect"):
        return False
    names = lexicon("headings")
    rules = [rule for rule in (*names["always"], *names["questions"]) if rule["ask"] in names["apart"]]
    return any(_fits(rule, placed) for rule in rules)


def place_of(question: str | None) -> int:
    """Where on the page a question stands; those that the lexicon does not know come last."""
    page: list[str] = lexicon("headings")["page"]
    return page.index(question) if question in page else len(page)


def field_of(material: Material) -> str | None:
    """What the article is about as a whole: the field whose words are in most sentences; None if none has many."""
    lines = [{t.lemma_.lower() for t in tokens} for _, tokens in material.reading.sentences]
    counts = {name: sum(bool(words & line) for line in lines) for name, words in _field_words().items()}
    name = max(counts, key=lambda one: counts[one])
    enough = counts[name] >= max(FIELD_SENTENCES, FIELD_SHARE * len(lines))
    return name if enough else None


@cache
def _field_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(field["words"]) for name, field in lexicon("headings")["fields"].items()}


def _fits(rule: Rule, placed: Placed) -> bool:
    return not has_words(rule.get("not", ()), placed) and fits(rule["when"], placed)
