"""The catalogue of equipment: types by their designations, aliases and nicknames.

From `lexicon/equipment.yaml`; what each type is drawn as stands in `lexicon/equipment_types.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.model import EquipmentClass

from ..lexicons import lexicon

PIECE = re.compile(r"[^\W\d_]+|\d+")
"""What a designation is made of: runs of letters and runs of digits. `Tu-22M3` is Tu, 22, M, 3."""

FAMILIES: dict[EquipmentClass, str] = {
    "aircraft": "air", "helicopter": "air", "drone": "air", "missile": "missile", "rocket": "missile",
    "air-defence": "missile", "bomb": "missile", "vehicle": "land", "armour": "land", "artillery": "land",
    "gun": "hand", "explosive": "hand", "chemical": "chemical", "ship": "sea", "submarine": "sea",
}  # fmt: skip
"""Classes that news mixes up: a rocket is called a missile, an armoured vehicle a tank."""


@dataclass(frozen=True)
class Type:
    """A type of equipment as the catalogue has it."""

    name: str
    class_: EquipmentClass
    kind: str
    maker: str | None = None
    aliases: tuple[str, ...] = ()
    """Designations that mean this type wherever they stand."""
    nicknames: tuple[str, ...] = ()
    """Names that mean other things too."""

    @property
    def family(self) -> str:
        """The family of its class; `other` has none of its own."""
        return FAMILIES.get(self.class_, "other")

    @property
    def symbol(self) -> str:
        """The NATO symbol code of its type, of unknown affiliation."""
        return symbol_of(self.kind, self.class_)

    @property
    def civil(self) -> bool:
        """Whether it is no military equipment: an airliner, a rocket that carries satellites."""
        return self.kind in lexicon("equipment_types")["civil"]


@dataclass(frozen=True)
class Designation:
    """One way to name a type. `sure`: it means the type without any company."""

    printed: str
    type: Type
    sure: bool


def pieces_of(words: str) -> tuple[str, ...]:
    """The letters and digits of a designation, casefolded.

    >>> pieces_of("Tu-22M3") == pieces_of("TU 22M3") == ("tu", "22", "m", "3")
    True
    """
    return tuple(piece.casefold() for piece in PIECE.findall(words))


@cache
def types() -> tuple[Type, ...]:
    """Every type of the catalogue, in its order."""
    return tuple(_types())


@cache
def by_name() -> dict[str, Type]:
    """Every type of the catalogue by its name."""
    return {type_.name: type_ for type_ in types()}


def _types() -> Iterator[Type]:
    for class_, kinds in lexicon("equipment")["types"].items():
        for kind, rows in kinds.items():
            for name, row in rows.items():
                aliases, nicknames = tuple(row.get("aliases", ())), tuple(row.get("nicknames", ()))
                yield Type(name, class_, kind, _countries(row.get("maker")), aliases, nicknames)


def _countries(maker: str | list[str] | None) -> str | None:
    """The makers in one line: `France and Germany`."""
    if maker is None or isinstance(maker, str):
        return maker
    return f"{', '.join(maker[:-1])} and {maker[-1]}"


def symbol_of(kind: str, class_: EquipmentClass) -> str:
    """The NATO symbol code for the words of a type or kind, read from the right; of the class where no words help.

    >>> symbol_of("heavy battle tank", "armour"), symbol_of("tractor", "vehicle")
    ('10011500001202000000', '10011500001200000000')
    """
    lists = lexicon("equipment_types")
    words = kind.split()
    ends = (" ".join(words[i:]) for i in range(len(words)))
    return str(next((code for end in ends if (code := lists["types"][class_].get(end))), lists["classes"][class_]))


@cache
def designations() -> dict[tuple[str, ...], tuple[Designation, ...]]:
    """Every designation by its pieces. A name that the type also lists as a nickname is not sure."""
    index: dict[tuple[str, ...], tuple[Designation, ...]] = {}
    for type_ in types():
        doubtful = {pieces_of(name) for name in type_.nicknames}
        for printed in dict.fromkeys((type_.name, *type_.aliases, *type_.nicknames)):
            pieces = pieces_of(printed)
            designation = Designation(printed, type_, pieces not in doubtful)
            known = index.get(pieces, ())
            if all(other.type is not type_ for other in known):
                index[pieces] = (*known, designation)
    return index
