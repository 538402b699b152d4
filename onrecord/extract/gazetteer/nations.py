"""Countries by any of their words: name, adjective, noun for the people, capital."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .keys import exact_key


@dataclass(frozen=True)
class Nation:
    """A country and its words. All English."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    """Words for its people, singular and plural."""
    capitals: tuple[str, ...]
    """Its capital, and what stands for its government: Moscow, the Kremlin."""


@cache
def nations() -> dict[str, Nation]:
    """Every country by its ISO code."""
    data = gzip.decompress(files(__package__).joinpath("countries.tsv.gz").read_bytes()).decode()
    rows = (line.split("\t") for line in data.splitlines())
    return {code: Nation(code, name, *(_words(column) for column in columns)) for code, name, *columns in rows}


def _words(column: str) -> tuple[str, ...]:
    return tuple(word for word in column.split("|") if word)


def country_of(word: str) -> str | None:
    """The country, by its English name, that a name, adjective, noun for its people or capital belongs to.

    None if it belongs to none, or to several.

    >>> country_of("Russian"), country_of("the U.S."), country_of("Tehran"), country_of("Kurds")
    ('Russia', 'United States', 'Iran', None)
    """
    key = exact_key(word)
    code = _by_word().get(key.removeprefix("the "))
    return nations()[code].name if code else None


def nation_of_adjective(word: str) -> Nation | None:
    """The country of an adjective such as "Danish"; None if it is no such adjective, or of several countries.

    >>> nation_of_adjective("Danish").name
    'Denmark'
    """
    code = _by_adjective().get(exact_key(word))
    return nations()[code] if code else None


@cache
def _by_word() -> dict[str, str]:
    """Names outrank adjectives, these nouns, and these capitals; a word of two countries in one rank is of none."""
    words: dict[str, str] = {}
    for rank in ("name", "names", "adjectives", "nouns", "capitals"):
        words = {**_of_one(rank), **words}
    return words


@cache
def _by_adjective() -> dict[str, str]:
    return _of_one("adjectives")


def _of_one(rank: str) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for nation in nations().values():
        words = getattr(nation, rank)
        for word in (words,) if isinstance(words, str) else words:
            owners.setdefault(exact_key(word), set()).add(nation.code)
    return {word: next(iter(codes)) for word, codes in owners.items() if len(codes) == 1}
