"""What weighs in a text: its numbers, its words of polarity, reservation, size, direction and time, its names."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAME = re.compile(r"(?<=[\w,;:’'“\"] )[A-Z][\w’'-]*")


@cache
def lexicon() -> dict[str, Any]:
    """`lexicon/wording.yaml` without its `about`; every value a text, a list or a group of texts."""
    text = (files("onrecord.dossier") / "lexicon" / "wording.yaml").read_text(encoding="utf-8")
    read = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {key: value for key, value in read.items() if key != "about"}


def weight(text: str) -> list[str]:
    """The numbers of a text and its words that weigh, sorted; `five` counts as 5.

    >>> weight("At least five of the 1,200 didn’t return")
    ['1200', '5', 'least', 'not']
    """
    weighing = frozenset(lexicon()["weighing"])
    words = (_even(word) for word in _TOKEN.findall(written(text)))
    return sorted(word for word in words if word[0].isdigit() or word in weighing)


def names(text: str) -> frozenset[str]:
    """The words with a capital letter that do not open a sentence, in lower case and without a possessive ending.

    >>> sorted(names("Planes left Iran for Aleppo. Syria’s air force helped Moscow’s."))
    ['aleppo', 'iran', 'moscow']
    """
    found = (re.sub(r"['’]s?$", "", name) for name in _NAME.findall(written(text)))
    return frozenset(name.lower() for name in found)


def numbers(text: str) -> set[str]:
    """The numbers in a text, as digits without thousands commas; number words up to twenty count.

    >>> sorted(numbers("Two of 1,500 ships, 2.5 km off"))
    ['1500', '2', '2.5']
    """
    return {word for word in map(_even, _TOKEN.findall(text)) if word[0].isdigit()}


def written(text: str) -> str:
    """The text with each name that can be written in two ways in one of them.

    >>> written("5% of U.S. troops, said the UN"), written("give us USB sticks")
    ('5 percent of United States troops, said the United Nations', 'give us USB sticks')
    """
    return _ways().sub(lambda way: lexicon()["written"][way[0]], text)


@cache
def _ways() -> re.Pattern[str]:
    ways = sorted(lexicon()["written"], key=len, reverse=True)
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(way)}(?!\w)" if way[0].isalpha() else re.escape(way) for way in ways)
    )


def _even(word: str) -> str:
    lower = word.lower().replace("’", "'")
    if lower[0].isdigit():
        return lower.replace(",", "")
    return "not" if lower.endswith("n't") or lower == "cannot" else lexicon()["numbers"].get(lower, lower)
