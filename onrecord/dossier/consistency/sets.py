"""A number of things and the names that are listed for them: two ministers, A and B · three provinces, three places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Agreement, Consistency, Fact, Quantity

from .figures import NUMBER, figure, plain
from .lexicons import lexicon
from .told import Passage, Told

_NAME = r"[A-Z][\w'.-]*(?: (?:of|the|de|del|da|di|el|al|la|van|von|bin|ibn|du|des)(?= )| [A-Z][\w'.-]*| [A-Z](?=[ ,]))*"
_LISTED = re.compile(
    rf"(?P<count>{NUMBER})(?P<noun>(?: [a-z][\w'-]*){{1,3}})(?P<intro>: | — |, | \()"
    rf"(?P<list>{_NAME}(?:(?:, | and |, and ){_NAME})+)(?P<end>[.;)—,]| —|$)"
)
_AMBIGUOUS = re.compile(r"\b(?:Jr|Sr|Mr|Mrs|Ms|Dr|brothers|sisters|family|Inc|Co|Ltd)\b|\bI{1,3}\b")
_PARTS_OF_COUNTRIES: dict[str, str] = lexicon("words")["parts_of_countries"]
_SMALL = 12


def check_sets(told: Told) -> Iterator[Consistency]:
    """Lists right behind their number, then places named elsewhere by the same source for the same kind of event."""
    for passage in told.passages:
        for match in _LISTED.finditer(passage.text):
            if checked := _listed(told, passage, match):
                yield checked
    for fact in told.dossier.facts.values():
        for quantity in fact.quantities:
            if checked := _elsewhere(told, fact, quantity):
                yield checked


def _listed(told: Told, passage: Passage, match: re.Match[str]) -> Consistency | None:
    count, names = figure(match["count"]), re.split(r",? and |, ", match["list"].rstrip("."))
    if " and " not in match["list"] and match["intro"] == ", ":
        return None
    if not count.whole or not 2 <= count.value <= _SMALL or _AMBIGUOUS.search(match["list"]):
        return None
    result, why = _agreement(told, match, names=names, count=int(count.value))
    if result is None:
        return None
    return Consistency(
        "set",
        f"{count.text}{match['noun']}, {len(names)} names",
        (
            f"The article announces {count.text}.",
            f"Behind it stand {len(names)}: {'; '.join(names)}.",
        ),
        result,
        why,
        facts=passage.facts(match),
        sentences=passage.sentences,
    )


def _agreement(
    told: Told, match: re.Match[str], *, names: list[str], count: int
) -> tuple[Agreement | None, str | None]:
    """A list is complete where a colon or a dash opens it and nothing follows; "and" may stand inside a name."""
    if len(names) == count:
        return "fits", None
    complete = match["intro"] in (": ", " — ", " (") and match["end"].strip() in (".", ";", ")", "—", "")
    if not complete:
        return None, None
    fewest = len(re.split(r", (?:and )?", match["list"]))
    if len(names) > count and (_mixed(told, names) or len(names) == count + 1 or count >= fewest):
        return "cannot be decided", "a name may hold an “and”, or tell where another one lies"
    if len(names) < count and re.search(r"\b(?:including|such as|among)\b", match[0]):
        return "cannot be decided", "the list need not be complete"
    return "does not fit", None


def _mixed(told: Told, names: list[str]) -> bool:
    """Whether countries stand beside towns: "Paris, France" is one place."""
    kinds = {place.kind for place in told.dossier.places.values() if place.name in names}
    return len(kinds) > 1


def _elsewhere(told: Told, fact: Fact, quantity: Quantity) -> Consistency | None:
    """Places that other facts of the same source and kind of event name; never proof that something is wrong."""
    noun = (quantity.unit or "").rpartition(" ")[2]
    if noun not in _PARTS_OF_COUNTRIES or not isinstance(quantity.value, int) or not 2 <= quantity.value <= _SMALL:
        return None
    if quantity.operator != "=" or fact.event is None:
        return None
    others = [f for f in told.dossier.facts.values() if f.id != fact.id and _same_story(fact, f)]
    named = dict.fromkeys(place for f in others for place in f.where if _is_part(told, fact, place))
    if len(named) < 2:
        return None
    names = "; ".join(told.dossier.places[place].name for place in named)
    result: Agreement = "fits" if len(named) == quantity.value else "cannot be decided"
    return Consistency(
        "set",
        f"{quantity.text or plain(quantity.value)} {_PARTS_OF_COUNTRIES[noun]}, {len(named)} names elsewhere",
        (
            f"One fact counts {quantity.text or plain(quantity.value)} and names none.",
            f"Elsewhere the same source names {len(named)}: {names}.",
            "The article does not say that these are the ones that were counted.",
        ),
        result,
        None if result == "fits" else "the names need not be complete, and two of them may lie in one " + noun,
        facts=(fact.id, *(f.id for f in others if set(f.where) & set(named))),
        places=tuple(named),
        sentences=tuple(dict.fromkeys(f.at.sentence for f in (fact, *others) if f.at)),
    )


def _same_story(fact: Fact, other: Fact) -> bool:
    """Whether both tell of the same kind of event on the word of the same source, and not of different days."""
    days = {one.when.date for one in (fact, other) if one.when and one.when.date}
    return fact.source == other.source and fact.event == other.event and len(days) < 2


def _is_part(told: Told, fact: Fact, identifier: str) -> bool:
    """Whether a place is a part of a country, and not one that the counting fact names itself."""
    place = told.dossier.places.get(identifier)
    return place is not None and place.kind in ("city", "region", "district") and identifier not in fact.where
