"""What a toponym means: one entry of the gazetteer, or none where two are as likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import asin, cos, log10, radians, sin, sqrt

from ..gazetteer import Entry, lookup, lookup_folded, nation_of_adjective, nations
from ..gazetteer.keys import exact_key
from ..lexicons import lexicon
from .toponym import Toponym, state_of

MARGIN = 0.5
"""How far the likeliest meaning must lead: about a factor of three in people."""
NEAR_KM = 161
"""Two meanings no farther apart than this are one for a map of the world."""
SMALL_BELOW = 50_000
"""A country alone does not make a town smaller than this the likeliest; its state or province does."""
BIG_AIRPORT = 50_000
"""The weight of an airport that is known without a word about its country."""
HOME_SHARE = 0.15
"""A small place needs a country with at least this share of the article's countries, or none at all named."""
KNOWN_FROM = 30_000
"""A place as heavy as this is known without a word about its country."""
ALONE_FROM = 8_000
"""So is a town as heavy as this where no other place has its name."""


@dataclass(frozen=True)
class Context:
    """Countries (ISO codes) and regions an article names beyond doubt, with how often."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)


def kilometres(one: Entry, other: Entry) -> float:
    """Great-circle distance of two places."""
    return kilometres_between((one.latitude, one.longitude), (other.latitude, other.longitude))


def kilometres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees north and east."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(h)))


def context_of(toponyms: Sequence[Toponym]) -> Context:
    """What the article's countries, states, adjectives and unmistakable cities say about where it plays.

    To judge a name, ask for the context that its own mentions have no part in.
    """
    context = Context()
    for toponym in toponyms:
        if toponym.adjective:
            entry = _of_adjective(toponym.name)
            context.countries.update([entry.country] if entry and entry.country else [])
            continue
        entries = [e for e in candidates(toponym) if e.own or e.kind == "country"]
        sure = entries and (len(entries) == 1 or entries[0].weight >= 30 * entries[1].weight)
        if sure and (entries[0].weight >= 100_000 or entries[0].kind in ("country", "region")):
            context.countries.update([entries[0].country] if entries[0].country else [])
            context.regions.update([entries[0].region] if entries[0].region else [])
    return context


def candidates(toponym: Toponym) -> tuple[Entry, ...]:
    """Every place of that name: as printed, without the words that say its kind, else transliterated otherwise."""
    names = list(_spellings(toponym.name))
    for name in names:
        if found := lookup(name):
            return found
    return next((found for found in map(lookup_folded, names) if found), ())


def _spellings(name: str) -> Iterable[str]:
    yield state_of(name) or name
    words = name.split()
    if len(words) > 1 and words[-1].casefold() in lexicon("places")["kind_words"]:
        yield " ".join(words[:-1])
    if len(words) > 2 and words[0].casefold() in lexicon("places")["kind_words"]:
        yield " ".join(words[2:])
    if len(words) > 1 and words[0].casefold() in lexicon("places")["qualifiers"]:
        yield " ".join(words[1:])


def resolve(toponyms: Sequence[Toponym], context: Context) -> Entry | None:
    """The place that all `toponyms`, mentions of one name, mean; None if there is none or its lead is small."""
    if toponyms[0].adjective:
        return _of_adjective(toponyms[0].name)
    entries = candidates(toponyms[0])
    within = None if _is_large(entries) else next((t.within for t in toponyms if t.within), None)
    kind, often = Counter(t.kind for t in toponyms).most_common(1)[0]
    kind = kind if often * 2 > len(toponyms) or len(toponyms) == 2 else None
    if within:
        entries = tuple(e for e in entries if _lies_in(e, within)) or entries * (not _settles(within))
    if kind == "building":
        entries = tuple(e for e in entries if e.kind in ("building", "airport", "base"))
    if kind in ("region", "country") and toponyms[0].kind == kind:
        entries = tuple(e for e in entries if e.kind == kind) or entries
    elif kind != "region":
        entries = _towns_before_their_regions(entries)
    if kind == "base":
        entries = tuple(e for e in entries if e.kind == "base") or entries
    exact = bool(lookup(toponyms[0].name))
    ranked = sorted(
        ((_score(e, kind, context, exact), e) for e in entries), key=lambda pair: (-pair[0], pair[1].number)
    )
    return _leader(ranked, context, sure=within is not None)


def _towns_before_their_regions(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Without a word for it, a name is the town's, not that of the province around it."""
    towns = [e for e in entries if e.kind == "city" and e.own]
    around = {
        e.number
        for e in entries
        if e.kind == "region"
        and e.weight < 10**6
        and any(t.country == e.country and kilometres(t, e) < NEAR_KM for t in towns)
    }
    return tuple(e for e in entries if e.number not in around)


def _of_adjective(word: str) -> Entry | None:
    nation = nation_of_adjective(word)
    name = nation.name if nation else lexicon("places")["adjectives"][word]
    return next((e for e in lookup(name) if e.kind in ("country", "region", "continent", "sea")), None)


def _is_large(entries: Sequence[Entry]) -> bool:
    """Whether a comma and a country behind the name go on with a list: "Malta, Portugal and Spain"."""
    return bool(entries) and entries[0].own and entries[0].kind in ("country", "region") and entries[0].weight >= 10**6


def _leader(ranked: Sequence[tuple[float, Entry]], context: Context, *, sure: bool) -> Entry | None:
    if not ranked:
        return None
    best, entry = ranked[0]
    rival = next((score for score, other in ranked[1:] if kilometres(entry, other) > NEAR_KM), None)
    if rival is not None and best - rival < MARGIN:
        return None
    total = sum(context.countries.values())
    at_home = entry.region in context.regions or context.countries[entry.country] > HOME_SHARE * total
    alone = len(ranked) == 1 and entry.kind == "city"
    known = (entry.weight >= (ALONE_FROM if alone else KNOWN_FROM) and entry.own) or entry.weight >= 10 * KNOWN_FROM
    airport = entry.kind == "airport" and entry.weight >= BIG_AIRPORT
    return entry if sure or at_home or known or airport else None


def _score(entry: Entry, kind: str | None, context: Context, exact: bool) -> float:
    score = 7.7 if entry.kind == "country" else min(log10(entry.weight + 10), 7.4)
    score += 0.0 if entry.own else -2.0 if entry.kind in ("base", "airport") and kind != entry.kind else -1.5
    score += 0.0 if exact else -1.0
    total = sum(context.countries.values()) or 1
    if entry.country in context.countries:
        bonus = 1.3 + 1.2 * context.countries[entry.country] / total
        small = entry.kind == "city" and entry.weight < SMALL_BELOW and entry.region not in context.regions
        score += min(bonus, 1.0) if small else bonus
    if entry.region and entry.region in context.regions and entry.kind != "region":
        score += 1.2
    if entry.own and entry.kind == "city" and entry.country and exact_key(entry.name) in _capitals(entry.country):
        score += 2.0
    if kind and kind == entry.kind:
        score += 1.5
    return score + (2.0 if kind == "base" and entry.kind == "base" else 0.0)


def _capitals(code: str) -> set[str]:
    nation = nations().get(code)
    return {exact_key(name) for name in nation.capitals} if nation else set()


def _settles(within: str) -> bool:
    """Whether a name behind a comma is a country or state, so that a town which is not in it is another."""
    return any(e.kind == "country" or (e.kind == "region" and e.weight >= 10**6) for e in lookup(within)[:1])


def _lies_in(entry: Entry, within: str) -> bool:
    larger = [e for e in lookup(within) if e.kind in ("country", "region") and e.number != entry.number]
    return any(
        entry.country == e.country
        and (e.kind == "country" or exact_key(entry.region) == exact_key(e.name) or _near(entry, e))
        for e in larger
        if e.country
    )


def _near(entry: Entry, region: Entry) -> bool:
    """Whether a place may lie in a region that is not of the first order: a county, say."""
    return region.region != region.name and kilometres(entry, region) < 60
