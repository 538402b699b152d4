"""Dossiers that strain the pages: everything too long, too many, too few, in scripts of three directions of reading.

Made by counting, so that the same dossier comes out each time. All of it is invented.
"""

from __future__ import annotations

from itertools import cycle, islice
from types import MappingProxyType
from typing import Any

from onrecord.model import Dossier, Files, Position

_NAMES = (
    "Anastasia-Konstantinowna von und zu Hohenschwangau-Wittelsbach",
    "محمد بن عبد الرحمن الطويل",
    "陈丽华",
    "Ó",
    "Bundesamt für Bevölkerungsschutz und Katastrophenhilfeangelegenheiten",
    "Τμήμα Πολιτικής Προστασίας",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Council",
    "Nguyễn Thị Minh Khai",
)
_KINDS = ("person", "government", "organisation", "armed-group", "company", "media", "group", "unnamed", "document")
_TEXTS = (
    "The dam holds, and the water falls.",
    "Some {n} people left their homes before the second wave came; nobody was able to say how many of them had already "
    "come back by the evening, and the two counts that were given during the day differ by more than half.",
    "قال المتحدث إن المياه ستنحسر خلال {n} أيام.",
    "发言人说，水位将在{n}天内下降。",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft counts {n} boats.",
    "The minister spoke of “a matter of {n} hours” <b>& no more</b>.",
)
_CERTAIN = ("asserted", "attributed", "hedged", "disputed", "analysis", "planned")
_WHENS: tuple[dict[str, Any] | None, ...] = (
    {"text": "Tuesday", "date": "2031-04-08", "precision": "day", "origin": "computed"},
    None,
    {"text": "in late 1979", "date": "1979", "precision": "year", "modifier": "late"},
    {"text": "since March", "date": "2031-03", "precision": "month", "relation": "since", "origin": "computed"},
    {"text": "from 2 to 6 April", "date": "2031-04-02", "until": "2031-04-06", "precision": "day"},
    {"text": "next year", "date": "2032", "precision": "year", "origin": "computed"},
    {"text": "the nineteenth century", "date": "1801", "until": "1900", "precision": "century"},
    {"text": "before 2020", "date": "2020", "precision": "year", "relation": "before"},
)
_QUANTITIES: tuple[dict[str, Any], ...] = (
    {"value": 4300, "unit": "person", "operator": "~"},
    {"value": [10, 12], "unit": "bridge"},
    {"value": 2000, "unit": "km", "operator": ">"},
    {"value": None, "unit": "house", "text": "Dozens"},
    {"value": 0.5, "unit": "tonne", "operator": "<="},
    {"value": 7, "unit": "dead", "operator": ">="},
)
_PAGES = ("events", "military", "reactions", "background")


def stress() -> Dossier:
    """80 actors, 300 facts, 40 places, 20 types of equipment, 12 disputes."""
    return _dossier("stress", _raw(actors=80, facts=300, places=40))


def one_place() -> Dossier:
    """A few facts, all in one place."""
    return _dossier("one-place", _raw(actors=3, facts=6, places=1))


def no_places() -> Dossier:
    """A few facts, none of which has a place."""
    return _dossier("no-places", _raw(actors=3, facts=6, places=0))


def only_quotations() -> Dossier:
    """Nothing but what people said; no date, no place, no number."""
    raw = _raw(actors=5, facts=0, places=0)
    said = [
        {
            "id": f"said-{n}",
            "text": f"Speaker {n} asks for patience.",
            "source": f"actor-{n % 5}",
            "cue": "said",
            "certainty": "attributed",
            "quote": {"text": f"Patience, I beg you, for the {n}th time", "kind": "direct"},
        }
        for n in range(8)
    ]
    return _dossier("only-quotations", {**raw, "reactions": {"facts": said}})


def every() -> tuple[Dossier, ...]:
    """All of them."""
    return stress(), one_place(), no_places(), only_quotations()


def _dossier(slug: str, raw: dict[str, Any]) -> Dossier:
    files = Files.model_validate(raw)
    places = {
        f"{name}/{fact.id}": Position(f"content/{slug}/{name}.yaml", 10 * n + 2, 5)
        for n, (name, fact) in enumerate(files.facts())
    }
    return Dossier(slug, files, None, MappingProxyType(places))


def _raw(*, actors: int, facts: int, places: int) -> dict[str, Any]:
    every = [_fact(n, actors, places, facts) for n in range(facts)]
    pages: dict[str, Any] = {name: {"facts": every[number::4]} for number, name in enumerate(_PAGES)}
    if facts:
        pages["military"] |= {
            "equipment": [_equipment(n, actors) for n in range(min(20, facts))],
            "salute": _salute(every),
        }
    return {
        "briefing": _briefing(every),
        "actors": {"actors": [_actor(n) for n in range(actors)]},
        "places": {"places": [_place(n) for n in range(places)]},
        **pages,
    }


def _briefing(facts: list[dict[str, Any]]) -> dict[str, Any]:
    ids = [fact["id"] for fact in facts]
    lines = [{"text": _TEXTS[n % 6].format(n=n), "facts": ids[n : n + 1 + n % 4]} for n in range(min(7, len(ids)))]
    return {
        "title": "Unprecedented-floods-and-everything-after-them: what الجميع say about 洪水 in twenty-seven districts",
        "invented": True,
        "standfirst": None if lines else "Nothing but words.",
        "sources": [{"id": "strain", "publisher": "Strained Press Agency International", "published": "2031-04-09"}],
        "summary": lines[:2],
        "takeaways": lines,
        "figures": [{"label": f"of a kind {n}", "fact": i} for n, i in enumerate(ids[:24:4])],
        "disputes": [
            {
                "id": f"dispute-{n}",
                "question": f"Does the dam number {n} hold, whatever anybody says of it?",
                "facts": pair,
            }
            for n in range(12)
            if len(pair := ids[n * 3 : n * 3 + 2 + n % 3]) > 1
        ],
        "gaps": [{"question": f"Who paid for dam number {n}?", "facts": ids[n : n + 2]} for n in range(6)],
    }


def _actor(number: int) -> dict[str, Any]:
    kind = _KINDS[number % len(_KINDS)]
    return {
        "id": f"actor-{number}",
        "name": f"{_NAMES[number % len(_NAMES)]} {number}",
        "kind": kind,
        "title": "Lt. Col." if kind == "person" and number % 2 else None,
        "role": ("speaker of the provincial office for the protection of rivers and their banks", None)[number % 2],
        "side": (None, "The valley", "The upper town and all who hold with it", "不同的一方")[number % 4],
        "aliases": [f"alias {number}", "ABC"] if number % 3 == 0 else [],
        "affiliation": f"actor-{number - 1}" if number % 5 == 4 else None,
        "anonymity": "because it was not allowed to speak" if kind == "unnamed" else None,
        "on_record": kind != "unnamed",
    }


def _place(number: int) -> dict[str, Any]:
    pinned = number % 7 != 6
    return {
        "id": f"place-{number}",
        "name": f"{('Upper', 'Lower', 'Saint-Germain-des-Fossés-sur-l’Eau', 'قرية', '村庄')[number % 5]} {number}",
        "kind": ("city", "river", "base", "region")[number % 4],
        "country": "Slovenia",
        "role": ("scene", "mention", "target", "departure", "base")[number % 5],
        "latitude": 46 + (number * 37 % 100) / 100 if pinned else None,
        "longitude": 14 + (number * 61 % 100) / 100 if pinned else None,
        "origin": "editor" if pinned else None,
        "precision": ("area" if number % 4 == 3 else "point") if pinned else None,
    }


def _equipment(number: int, actors: int) -> dict[str, Any]:
    classes = (
        "aircraft",
        "helicopter",
        "drone",
        "missile",
        "ship",
        "submarine",
        "armour",
        "artillery",
        "other",
        "bomb",
    )
    return {
        "id": f"kind-{number}",
        "name": f"Type {number} “{_NAMES[number % 8][:24]}”",
        "class": classes[number % len(classes)],
        "aliases": [f"T-{number}"],
        "operator": f"actor-{number % actors}",
    }


def _salute(facts: list[dict[str, Any]]) -> dict[str, Any]:
    ids = [fact["id"] for fact in facts]
    return {"size": ids[1:2], "activity": ids[1:4], "location": ids[5:6]}


def _fact(number: int, actors: int, places: int, facts: int) -> dict[str, Any]:
    certainty = _CERTAIN[number % 6]
    return {
        "id": f"fact-number-{number}",
        "text": _TEXTS[number % 6].format(n=number + 2),
        "source": "article" if certainty == "asserted" else f"actor-{number % actors}",
        "via": f"actor-{(number + 1) % actors}" if number % 11 == 10 and actors > 1 else None,
        "cue": None if certainty == "asserted" else "said",
        "certainty": certainty,
        "hedge": "perhaps" if certainty == "hedged" else None,
        "when": _WHENS[number % len(_WHENS)],
        "where": [f"place-{n % places}" for n in range(number, number + number % 3)] if places else [],
        "actors": list(dict.fromkeys(f"actor-{n * 7 % actors}" for n in range(number, number + 1 + number % 3))),
        "equipment": [f"kind-{number % min(20, facts)}"] if number % 4 == 1 else [],
        "quantities": list(islice(cycle(_QUANTITIES), number % 6, number % 6 + number % 3))
        or [_QUANTITIES[number % 6]],
        "heading": ("How was it before?", None, "Was ist zuvor geschehen, und wer hat es wann gewusst?")[number % 3],
        "contradicts": [f"fact-number-{number - 1}"] if number % 13 == 12 else [],
        "at": {
            "sentence": f"P{number // 3 + 1}S{number % 3 + 1}",
            "start": number * 90,
            "end": number * 90 + 60,
            "hash": f"{number:08x}",
        },
    }
