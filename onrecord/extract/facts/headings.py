"""The question that a fact of the background answers, chosen by what the fact is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from ..lexicons import lexicon
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
    if any(f" {words} " in placed.line for words in rule.get("not", ())):
        return False
    return any(all(_TESTS[key](value, placed) for key, value in one.items()) for one in rule["when"])


def _subject_in(lemmas: Sequence[str], placed: Placed) -> bool:
    return placed.subject is not None and placed.subject.lemma_.lower() in lemmas


def _subject_is(kind: str, placed: Placed) -> bool:
    return (kind == "actor") is (placed.subject is not None and placed.subject.i in placed.material.actors_at)


def _numbers_are(wanted: str, placed: Placed) -> bool:
    return (wanted == "given") is any(q.value is not None for q in placed.fact.quantities)


_TESTS: dict[str, Callable[[Any, Placed], bool]] = {
    "roots": lambda lemmas, placed: placed.root.lemma_.lower() in lemmas,
    "subjects": _subject_in,
    "nouns": lambda lemmas, placed: not placed.nouns.isdisjoint(lemmas),
    "phrases": lambda phrases, placed: any(f" {words} " in placed.line for words in phrases),
    "patterns": lambda patterns, placed: any(re.search(pattern, placed.line) for pattern in patterns),
    "tenses": lambda tenses, placed: placed.tense in tenses,
    "roles": lambda roles, placed: placed.role in roles,
    "events": lambda events, placed: placed.event is not None and placed.event.type in events,
    "certainty": lambda kinds, placed: placed.fact.certainty in kinds,
    "subject": _subject_is,
    "numbers": _numbers_are,
}
"""What each key of an alternative asks of a fact."""
