"""The catalogue of equipment is sound: every type has a maker we know, a symbol, and names that mean nothing else."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="the extract extra is not installed")

from onrecord.extract.equipment.catalogue import Type, by_name, pieces_of, symbol_of, types
from onrecord.extract.gazetteer import country_of
from onrecord.extract.lexicons import lexicon
from onrecord.extract.reading import is_word

SYMBOL_SETS = {
    "aircraft": {"01"}, "helicopter": {"01"}, "drone": {"01", "15", "30", "35"}, "missile": {"02", "15"},
    "rocket": {"05", "15"}, "air-defence": {"15"}, "armour": {"15"}, "vehicle": {"15"}, "artillery": {"15"},
    "gun": {"15"}, "bomb": {"01", "15", "35"}, "explosive": {"15", "36"}, "chemical": {"15"}, "ship": {"30"},
    "submarine": {"35"}, "other": {"05", "15"},
}  # fmt: skip
"""Air 01, missiles 02, space 05, land equipment 15, sea surface 30, subsurface 35, mines at sea 36."""

SURE_WORDS = {"Exocet", "Scud", "Humvee", "Kalashnikov", "JDAM", "BearCat"}
"""Words of the parser's lists, or read as forms of one, that name the weapon and nothing else."""


def makers(type_: Type) -> list[str]:
    """The countries of the line that names the makers."""
    return re.split(r", | and ", type_.maker) if type_.maker else []


def test_the_catalogue_is_large_and_of_all_makers() -> None:
    """At least 2,000 types of at least 40 countries."""
    assert len(types()) >= 2000
    assert len({maker for type_ in types() for maker in makers(type_)}) >= 40


@pytest.mark.parametrize(
    "country",
    ["United States", "Russia", "China", "United Kingdom", "France", "Germany", "Italy", "Sweden", "Israel", "Turkey",
     "Iran", "India", "Pakistan", "Japan", "South Korea", "North Korea", "Brazil", "South Africa", "Ukraine", "Poland",
     "Spain", "Taiwan"],
)  # fmt: skip
def test_every_large_maker_has_several_classes(country: str) -> None:
    """A maker of weapons makes more than one sort of them."""
    assert len({type_.class_ for type_ in types() if country in makers(type_)}) >= 3


def test_every_maker_is_a_country() -> None:
    """Makers bear the names of the gazetteer; only poisons have none."""
    unknown = {maker for type_ in types() for maker in makers(type_) if country_of(maker) != maker}
    assert unknown == set()
    assert {type_.class_ for type_ in types() if not type_.maker} == {"chemical"}


def test_every_type_has_a_symbol_of_its_class() -> None:
    """Each is listed with its class, and no type falls back on what its class is drawn as."""
    listed = lexicon("equipment_types")["types"]
    assert [type_.name for type_ in types() if type_.kind not in listed[type_.class_]] == []


@pytest.mark.parametrize("class_", sorted(SYMBOL_SETS))
def test_symbols_are_codes_of_the_right_set(class_: str) -> None:
    """Twenty digits: version 10, a real thing of unknown affiliation, a symbol set of the class."""
    lists = lexicon("equipment_types")
    for code in (lists["classes"][class_], *lists["types"][class_].values()):
        assert re.fullmatch(r"1001(\d\d)0000\d{6}\d{4}", code)
        assert code[4:6] in SYMBOL_SETS[class_]


def test_symbols_can_be_drawn() -> None:
    """The library that draws them knows every code."""
    milsymbol = pytest.importorskip("milsymbol", reason="milsymbol is not installed")
    lists = lexicon("equipment_types")
    codes = {*lists["classes"].values(), *(code for rows in lists["types"].values() for code in rows.values())}
    assert [code for code in sorted(codes) if not milsymbol.Symbol(code).is_valid()] == []


def test_the_words_of_a_kind_are_read_from_the_right() -> None:
    """A heavy battle tank is drawn as a tank; what has no words of its own as its class."""
    assert symbol_of("heavy battle tank", "armour") == symbol_of("tank", "armour")
    assert symbol_of("tractor", "vehicle") == lexicon("equipment_types")["classes"]["vehicle"]


def test_no_ordinary_word_means_a_weapon_by_itself() -> None:
    """A designation of one plain word that has other meanings is a nickname, which needs company."""
    sure = [
        name
        for type_ in types()
        if type_.class_ != "chemical"
        for name in (type_.name, *type_.aliases)
        if name not in type_.nicknames and name.isalpha() and is_word(name.casefold())
    ]
    assert sorted(set(sure) - SURE_WORDS) == []


def test_an_alias_is_listed_once() -> None:
    """No type lists a designation twice, spelled alike or not; no alias is another type's name."""
    names = {pieces_of(name): name for name in by_name()}
    for type_ in types():
        spelled = [pieces_of(alias) for alias in (type_.name, *type_.aliases)]
        assert len(spelled) == len(set(spelled)), type_.name
        assert {names.get(pieces, type_.name) for pieces in spelled} == {type_.name}
