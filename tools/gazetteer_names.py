"""Other names that follow from a place's name by rule: "River Rhine", "Mt Etna", "Straits of Malacca", "Heathrow"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

KINDS_OF_BASE = r"(?:[Aa]ir ?[Bb]ase|[Aa]irfield|Airbase)"
KINDS_OF_AIRPORT = r"(?:International |Regional |Intercontinental )?Airport"


def feature_names(name: str, kind: str) -> set[str]:
    """Usual other forms of a natural feature's or base's name.

    >>> sorted(feature_names("Danube", "river"))
    ['Danube River', 'River Danube']
    >>> sorted(feature_names("Strait of Dover", "sea"))
    ['Dover Strait', 'Straits of Dover']
    """
    return set(_feature_names(name, kind)) - {name}


def _feature_names(name: str, kind: str) -> Iterator[str]:
    if kind == "river" and "River" not in name and "Delta" not in name:
        yield from (f"{name} River", f"River {name}")
    if kind == "mountain" and name.startswith("Mount "):
        yield "Mt " + name.removeprefix("Mount ")
    if kind == "sea" and (strait := re.fullmatch(r"Strait of (.+)", name)):
        yield from (f"Straits of {strait[1]}", f"{strait[1]} Strait")
    if kind == "base" and (base := re.fullmatch(rf"(.+) {KINDS_OF_BASE}", name)):
        yield from (f"{base[1]} airbase", f"{base[1]} airfield")


def airport_names(name: str, town: str, towns: Set[str]) -> set[str]:
    """What a big airport is called without its town: Heathrow, Dulles International Airport, Schiphol.

    `towns` are great towns whose names may stand before its own. A town's name, or less than five letters, is none.

    >>> sorted(airport_names("London Heathrow Airport", "London", set()))
    ['Heathrow', 'Heathrow Airport', 'Heathrow International Airport']
    >>> airport_names("Damascus International Airport", "Damascus", set())
    {'Damascus Airport'}
    """
    plain = re.sub(r"\s*(?:[/(]|\s-\s).*$", "", name).replace("–", " ")
    if behind := re.fullmatch(r"(.+) Airport (\w{5,})", plain):
        return {behind[2], f"{behind[2]} Airport"} if behind[1] in towns or behind[1] == town else set()
    core = re.sub(rf"\s*{KINDS_OF_AIRPORT}$", "", plain)
    if core == plain:
        return set()
    prefixes = sorted((t for t in {town, *towns} if t and core.startswith(t + " ")), key=len)
    own = core.removeprefix(prefixes[-1] + " ") if prefixes else core
    names = {f"{own} Airport", f"{own} International Airport"} if own != core else {f"{core} Airport"}
    sure = own != core and " " not in own and len(own) > 4 and own not in towns and own.isalpha()
    return ((names | {own}) if sure else names) - {name}
