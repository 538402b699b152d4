"""Look up a name. The tables stay text until a row is asked for: opening them takes a tenth of a second."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from onrecord.model import PlaceKind

from .keys import exact_key, folded_key


@dataclass(frozen=True)
class Entry:
    """A place of the gazetteer, as one of its names found it."""

    number: int
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str
    """ISO code; empty where it lies in no one country."""
    region: str
    weight: int
    """People who live there, or a number that ranks it among them."""
    own: bool
    """Found by its own name, not by another of its names."""


def lookup(name: str) -> tuple[Entry, ...]:
    """Places called `name`, the heaviest first; spelling counts, case and diacritics do not."""
    return _find(exact_key(name))


def lookup_folded(name: str) -> tuple[Entry, ...]:
    """Places whose name is `name` transliterated otherwise. To be asked only where `lookup` finds nothing."""
    folded = folded_key(name)
    return _find("=" + folded) or _find(folded) if len(folded) > 3 else ()


@cache
def _find(key: str) -> tuple[Entry, ...]:
    names = _lines("names")
    place = bisect_left(names, key + "\t")
    if not key or place == len(names) or not names[place].startswith(key + "\t"):
        return ()
    return tuple(sorted(_entries(names[place][len(key) + 1 :]), key=lambda e: (-e.weight, e.number)))


def _entries(numbers: str) -> Iterator[Entry]:
    for printed in numbers.split():
        number = int(printed.lstrip("~"))
        name, kind, latitude, longitude, country, region, weight = _lines("places")[number].split("\t")
        place = float(latitude), float(longitude)
        own = not printed.startswith("~")
        yield Entry(number, name, cast(PlaceKind, kind), *place, country, region, int(weight), own)


@cache
def _lines(name: str) -> list[str]:
    data = files(__package__).joinpath(f"{name}.tsv.gz").read_bytes()
    return gzip.decompress(data).decode().split("\n")[:-1]
