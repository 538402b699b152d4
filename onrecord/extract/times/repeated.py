"""Times that come again: "every Monday", "daily", "twice a year", "two flights a week"."""

from __future__ import annotations

from ..lexicons import lexicon
from ..numerals import value_of
from .calendar import period
from .lengths import singular
from .meaning import Anchor, Kind, Meaning, Words


def _every(words: Words, _: Anchor) -> Meaning | None:
    if (number := lexicon("times")["weekdays"].get(words.get("wd"))) is not None:
        part = lexicon("times")["parts"].get(words.get("part", ""), "")
        return Meaning(f"XXXX-WXX-{number + 1}{part if part[1:].isalpha() else ''}", "SET")
    if "season" in words:
        return Meaning(f"XXXX-{lexicon('times')['seasons'][words['season']]}", "SET")
    if "mon" in words:
        return Meaning(f"XXXX-{lexicon('times')['months'][words['mon'].rstrip('.')]:02}", "SET")
    if "unit" not in words:
        return Meaning("P1D" if "part" in words else "P1W", "SET")
    counts: dict[str, int | str] = {"other": 2, "few": "X", "single": 1, "": 1}
    number_words = words.get("n", "")
    count = counts[number_words] if number_words in counts else value_of(number_words)
    return Meaning(period(singular(words["unit"]), count or "X"), "SET")


def _plural(words: Words, _: Anchor) -> Meaning:
    return _every(words, _) or Meaning(None, "SET")


def _set(words: Words, _: Anchor) -> Meaning:
    return Meaning(lexicon("times")["sets"][words["set"]], "SET")


def _per(words: Words, _: Anchor) -> Meaning:
    return Meaning(period(words["unit"], 1), "SET")


KINDS = (
    Kind("set", r"(?P<set>{set})\b", _set),
    Kind(
        "every",
        r"(?:every|each) (?:(?P<n>{number}|other|few|single) )?(?:(?P<unit>{anyunit})|(?P<wd>{longweekday})s?"
        r"(?: (?P<part>{part}))?|(?P<season>{season})|(?P<mon>{longmonth})|(?P<part2>{part}))\b",
        _every,
    ),
    Kind("weekdays", r"(?P<wd>{longweekday})(?:s| (?P<part>morning|afternoon|evening|night)s)\b", _plural),
    Kind(
        "per",
        r"(?:(?:once|twice|three times|{number} times) )?(?:an?|per|each) (?P<unit>day|night|week|month|year|"
        r"hour|quarter)",
        _per,
        hint="unit",
    ),
)
