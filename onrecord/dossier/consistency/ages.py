"""Ages: aged 43 and born in 1973; the same person with two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model import Agreement, Consistency

from .calendar import DATE, YEAR, day_number, day_of, month_number
from .told import Passage, Told

_BORN = rf"born (?:in (?:[A-Z][a-z]+ ){{1,2}})?(?:(?:on |in )?{DATE},? |in )(?P<year>{YEAR})\b"
_AGED = (
    re.compile(rf"\b(?P<age>\d\d)-year-old[^.;,\d]{{0,40}}, (?:who was )?{_BORN}"),
    re.compile(rf"(?:, |\baged )(?P<age>\d\d), (?:who )?(?:was )?{_BORN}"),
    re.compile(rf"{_BORN}[^.;\d]{{0,30}}(?:,| and) (?:he|she) is (?:now )?(?P<age>\d\d)\b(?! percent)"),
)
_NAMED = re.compile(r"\b(?P<name>[A-Z][\w'-]+ [A-Z][\w'-]+), (?P<age>[1-9]\d),")


def check_ages(told: Told) -> Iterator[Consistency]:
    """Ages told twice; and, where the day of publication is known, beside years of birth."""
    yield from _same_person(told)
    if told.published is None:
        return
    for passage in told.passages:
        for pattern in _AGED:
            for match in pattern.finditer(passage.text):
                yield _aged(passage, match, told.published)


def _same_person(told: Told) -> Iterator[Consistency]:
    """Every full name with an age behind it that the article has twice."""
    ages: dict[str, list[tuple[int, Passage, re.Match[str]]]] = {}
    for passage in told.passages:
        for match in _NAMED.finditer(passage.text):
            ages.setdefault(match["name"], []).append((int(match["age"]), passage, match))
    for name, told_ages in ages.items():
        places = {passage.sentence for _, passage, _ in told_ages}
        values = sorted({age for age, _, _ in told_ages})
        if len(told_ages) > 1 and len(places) > 1:
            yield _twice(name, values, told_ages)


def _twice(name: str, values: list[int], told_ages: list[tuple[int, Passage, re.Match[str]]]) -> Consistency:
    apart = values[-1] - values[0]
    result: Agreement = "fits" if apart == 0 else "cannot be decided"
    return Consistency(
        "age",
        f"{name}, {' and '.join(str(age) for age in values)}",
        (f"The article gives {name} an age {len(told_ages)} times: {', '.join(str(age) for age, _, _ in told_ages)}.",),
        result,
        None if apart == 0 else "two people may have one name, or one of the ages may be that of another year",
        facts=tuple(dict.fromkeys(fact for _, passage, match in told_ages for fact in passage.facts(match))),
        sentences=tuple(dict.fromkeys(s for _, passage, _ in told_ages for s in passage.sentences)),
    )


def _aged(passage: Passage, match: re.Match[str], published: date) -> Consistency:
    age, year = int(match["age"]), int(match["year"])
    month = match["month"] or match["month2"]
    birthday = day_of(year, month_number(month), day_number(match["day"] or match["day2"])) if month else None
    turns = published.year - year
    ages = {turns - 1, turns}
    if birthday is not None:
        ages = {turns if (published.month, published.day) >= (birthday.month, birthday.day) else turns - 1}
    told = " or ".join(str(one) for one in sorted(ages))
    steps = (
        f"The article was published in {published.year}: {published.year} − {year} = {turns}.",
        f"Who was born in {year} was {told} then" + ("." if birthday else ", before or after the birthday."),
    )
    near = min(abs(age - one) for one in ages)
    result: Agreement = (
        "fits" if near == 0 else "cannot be decided" if near == 1 or _another_time(passage) else "does not fit"
    )
    why = "the age may be that of another day than publication" if result == "cannot be decided" else None
    claim = f"aged {age}, born in {year}"
    return Consistency("age", claim, steps, result, why, facts=passage.facts(match), sentences=passage.sentences)


def _another_time(passage: Passage) -> bool:
    """Whether the sentence tells of somebody's end or of another year: the age may be that of then."""
    return bool(re.search(r"\b(?:died|dies|killed|was then|at the time|late)\b", passage.text)) or (
        len(re.findall(rf"\b{YEAR}\b", passage.text)) > 1
    )
