"""The gazetteer and the equipment catalogue are data: sound, without doubles, and small."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path
from typing import get_args

import pytest

from onrecord.extract import gazetteer
from onrecord.extract.equipment.catalogue import designations, pieces_of, types
from onrecord.extract.gazetteer import country_of, lookup, lookup_folded, nations
from onrecord.extract.gazetteer.keys import exact_key
from onrecord.extract.lexicons import lexicon
from onrecord.model import EquipmentClass, PlaceKind

FOLDER = Path(gazetteer.__file__).parent


def _rows(name: str) -> list[list[str]]:
    data = gzip.decompress((FOLDER / f"{name}.tsv.gz").read_bytes()).decode()
    return [line.split("\t") for line in data.splitlines()]


def test_the_data_stay_below_three_megabytes() -> None:
    """The gazetteer ships in the repository."""
    assert sum(path.stat().st_size for path in FOLDER.glob("*.gz")) < 3_000_000


def test_the_archives_carry_no_time() -> None:
    """The same inputs give the same bytes: the gzip header's time is zero."""
    assert all(path.read_bytes()[4:8] == bytes(4) for path in FOLDER.glob("*.gz"))


def test_every_place_lies_on_the_earth_and_is_of_a_known_kind() -> None:
    """Latitude, longitude, kind and weight are in range in each row."""
    wrong = [
        row
        for row in _rows("places")
        if not (
            row[1] in get_args(PlaceKind)
            and -90 <= float(row[2]) <= 90
            and -180 <= float(row[3]) <= 180
            and int(row[6]) >= 0
            and row[0]
        )
    ]
    assert wrong == []


def test_names_are_sorted_and_point_at_rows() -> None:
    """The look-up halves the list: order and numbers must hold."""
    names, places = _rows("names"), _rows("places")
    keys = [key + "\t" for key, _ in names]
    assert keys == sorted(keys)
    assert all(int(n.lstrip("~")) < len(places) for _, numbers in names for n in numbers.split())


def test_every_country_has_a_place_and_a_name_of_its_own() -> None:
    """Codes and names of countries are unique, and each is in the table of places."""
    known = {row[4] for row in _rows("places") if row[1] == "country"}
    assert known == set(nations())
    assert len({nation.name for nation in nations().values()}) == len(nations())


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("French", "France"),
        ("Britons", "United Kingdom"),
        ("the Netherlands", "The Netherlands"),
        ("U.S.", "United States"),
        ("Tehran", "Iran"),
        ("Kremlin", "Russia"),
        ("Chinese", "China"),
        ("Kurds", None),
        ("Dominican", "Dominican Republic"),
        ("", None),
    ],
)
def test_a_word_leads_to_its_country(word: str, country: str | None) -> None:
    """Name, adjective, people, capital or seat of power; None for what belongs to no country."""
    assert country_of(word) == country


def test_folded_names_meet_and_others_do_not() -> None:
    """Spellings of one name find one place; names that are merely alike find none or another."""
    assert "Hmeimim" in {e.name.removesuffix(" Air Base") for e in lookup_folded("Hmeimeem")} | {"Hmeimim"} & {
        e.name.split()[0] for e in lookup_folded("Khmeimim")
    }
    assert lookup("Hamedan")[0].country == "IR"
    assert lookup("Hama")[0].country == "SY"
    assert lookup("Nosuchtownanywhere") == ()


def test_the_catalogue_has_a_known_class_for_every_type() -> None:
    """Classes are those of the model, kinds are named, and there are enough types."""
    assert {type_.class_ for type_ in types()} <= set(get_args(EquipmentClass))
    assert all(type_.kind for type_ in types())
    assert len(types()) >= 400


def test_no_sure_designation_belongs_to_two_types() -> None:
    """A designation that needs no company means one type."""
    doubles = [key for key, choices in designations().items() if sum(choice.sure for choice in choices) > 1]
    assert doubles == []


def test_names_of_types_are_unique() -> None:
    """Each type has a name of its own, however it is written."""
    names = [pieces_of(type_.name) for type_ in types()]
    assert len(names) == len(set(names))


def test_no_kind_has_two_classes() -> None:
    """A word for a kind stands in one list."""
    heads = [
        name for lists in lexicon("equipment_kinds")["heads"].values() for names in lists.values() for name in names
    ]
    assert sorted(heads) == sorted(set(heads))


HAND_WRITTEN = ("regions", "waters", "lands", "sites", "towns")
TABLES = Path(__file__).parent.parent.parent / "tools" / "gazetteer"
WIDE = {"region": 14.0, "area": 14.0, "sea": 14.0, "river": 12.0, "mountain": 10.0, "island": 16.0}
"""How many degrees a hand-written place may lie from the next town of its country."""
FAR = [
    "Strait of Magellan",
    "Cape Horn",
    "Azores",
    "Baffin Island",
    "Chatham Islands",
    "Easter Island",
    "Ellesmere Island",
    "Jan Mayen",
    "Kiritimati",
    "Midway Atoll",
    "Wake Island",
    "In Amenas",
    "Longyearbyen",
    "Vardo",
]
"""Places that do lie far from any town of their country."""


def _hand_written() -> list[dict[str, str]]:
    tables = [(TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines() for name in HAND_WRITTEN]
    lines = [csv.DictReader((x for x in t if x[0] != "#"), delimiter="\t", restval="") for t in tables]
    return [row for table in lines for row in table]


def test_hand_written_places_lie_near_a_town_of_their_country() -> None:
    """An exchanged sign or digit puts a place far from every town of the country it is said to lie in."""
    towns: dict[str, list[tuple[float, float]]] = {}
    for row in _rows("places"):
        if row[1] == "country" or (row[1] == "city" and row[5]):
            towns.setdefault(row[4], []).append((float(row[2]), float(row[3])))
    lost = [
        row["name"]
        for row in _hand_written()
        if row["country"] not in ("", "AQ", "RU", "SH", "GS", "IO") and not _lies_near(row, towns[row["country"]])
    ]
    assert sorted(lost) == sorted(FAR)


def _lies_near(row: dict[str, str], towns: list[tuple[float, float]]) -> bool:
    place, wide = (float(row["latitude"]), float(row["longitude"])), WIDE.get(row["kind"], 6.0)
    return any(abs(t[0] - place[0]) < wide / 2 and abs(t[1] - place[1]) < wide for t in towns)


def test_no_hand_written_name_means_two_places_of_one_kind() -> None:
    """Each name of the tables stands for one place, so that none is decided by the order of lines."""
    owners: dict[tuple[str, str], set[str]] = {}
    for row in _hand_written():
        for name in (row["name"], *filter(None, row["names"].split("|"))):
            owners.setdefault((row["kind"], exact_key(name)), set()).add(row["name"])
    assert [key for key, names in owners.items() if len(names) > 1] == []


@pytest.mark.parametrize(
    ("name", "kind", "latitude", "longitude"),
    [
        ("Strait of Dover", "sea", 51, 1.5),
        ("Lake Balaton", "sea", 46.8, 17.7),
        ("River Danube", "river", 45, 22),
        ("Mt Fuji", "mountain", 35.4, 138.7),
        ("Gobi", "area", 42.5, 104),
        ("Tenerife", "island", 28.3, -16.6),
        ("Kiel Canal", "sea", 54.2, 9.5),
        ("Schiphol", "airport", 52.3, 4.8),
        ("Bagram", "base", 34.9, 69.3),
        ("Port of Rotterdam", "port", 51.9, 4.1),
    ],
)
def test_the_world_s_seas_rivers_heights_islands_and_sites_are_known(
    name: str, kind: str, latitude: float, longitude: float
) -> None:
    """A newspaper atlas has them, with an approximate place."""
    found = lookup(name)[0]
    assert (found.kind, abs(found.latitude - latitude) < 1, abs(found.longitude - longitude) < 1) == (kind, True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hamadan", "Hamedan"),
        ("Khmeimim", "Hmeymim"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Deir al-Zour", "Deir Ezzor"),
        ("Kiev", "Kyiv"),
        ("Bombay", "Mumbai"),
        ("Peking", "Beijing"),
        ("Kharkov", "Kharkiv"),
        ("Raqqa", "Ar Raqqah"),
        ("Calcutta", "Kolkata"),
        ("Al Hillah", "Hilla"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
    ],
)
def test_spellings_and_older_names_lead_to_one_place(one: str, other: str) -> None:
    """Transliterations meet by folding, older names by the list of names."""
    first, second = (next(iter(lookup(name) or lookup_folded(name))) for name in (one, other))
    assert first.number == second.number
