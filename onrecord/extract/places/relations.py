"""Where things lie, as the article says: "50 kilometers north of", "near", "in southern", "off the coast of"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import cast

from onrecord.model import Direction, FoundPlace, FoundRelation, Operator, Span, Value

from ..gazetteer import nation_of_adjective
from ..gazetteer.keys import exact_key
from ..lexicons import lexicon
from ..numerals import number_pattern, value_of
from ..reading import Reading
from .adjectives import is_adjective

_COMPASS = (
    r"(?:due )?(?P<direction>north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
    r"(?:-north-?east|-north-?west|-south-?east|-south-?west)?"
)
_SIDE = r"(?P<direction>north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
_CAPITAL = " capital"
_REACH = 110
"""So far before a name, in code points, its relation begins."""


def with_relations(reading: Reading, places: Sequence[FoundPlace]) -> tuple[FoundPlace, ...]:
    """`places`, each with what the article says of things that lie near it, so far from it, or in a part of it."""
    owners = {mention: place.id for place in places for mention in place.mentions}
    found: dict[str, list[FoundRelation]] = defaultdict(list)
    for mention, owner in sorted(owners.items()):
        if not is_adjective(mention.cut(reading.article.text)):
            found[owner] += _relations(reading, mention, owners)
        elif capital := _capital(reading, mention, places):
            span = Span(mention.start, mention.end + len(_CAPITAL))
            found[capital] += _relations(reading, span, {**owners, span: capital})
    return tuple(p.model_copy(update={"relations": tuple(found[p.id])}) if found.get(p.id) else p for p in places)


def _capital(reading: Reading, adjective: Span, places: Sequence[FoundPlace]) -> str | None:
    """The place that "the Iranian capital" means, where the article names it elsewhere and not right behind."""
    behind = reading.plain[adjective.end : adjective.end + 20]
    nation = nation_of_adjective(adjective.cut(reading.article.text))
    if nation is None or not re.match(rf"{_CAPITAL}\b(?!,? [A-Z])", behind):
        return None
    names = {exact_key(name) for name in nation.capitals}
    return next((p.id for p in places if p.kind == "city" and exact_key(p.name) in names), None)


def _relations(reading: Reading, mention: Span, owners: Mapping[Span, str]) -> Iterator[FoundRelation]:
    tokens = reading.tokens(mention)
    sentence = reading.sentence_of(tokens[0]) if tokens else None
    if sentence is not None:
        start = max(sentence.span.start, mention.start - _REACH)
        relation = _relation(reading.plain[start : mention.start], mention, start)
        if relation is not None:
            yield relation.model_copy(update={"of": _located(reading, relation, owners, sentence.span)})


def _relation(before: str, mention: Span, start: int) -> FoundRelation | None:
    """What stands right before a name; the first form that fits tells most."""
    for kind, form in _forms().items():
        found = form.search(before)
        if found is None:
            continue
        groups = found.groupdict()
        kilometres = _kilometres(groups.get("number"), groups.get("unit"))
        if kind == "distance" and kilometres is None:
            continue
        return FoundRelation(
            span=Span(start + found.start(), start + len(before.rstrip())),
            mention=mention,
            relation=kind,
            kilometres=kilometres,
            operator=_operator(groups.get("more")),
            direction=_direction(groups.get("direction")),
        )
    return None


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    rules = lexicon("places")["relations"]
    units = "|".join(sorted(rules["units"], key=len, reverse=True))
    more = "|".join(sorted(rules["operators"], key=len, reverse=True))
    number = rf"(?P<number>{number_pattern()}(?: ?(?:-|–|to) ?{number_pattern()})?)"
    paired = r"(?: ?\([^()]{2,30}\)| or so)?(?: away)?"
    large = r"(?:city|town|village|capital|port|province|region|border|centre|center)"
    end = rf" (?:the )?(?:(?:\w+ ){{0,2}}{large}(?: of|,)? )?(?:the )?$"
    rim = "outskirts|edges?|fringes?|suburbs|periphery"
    close = "near|close to|nearby|not far from|adjacent to|next to|(?<!from )outside|in the vicinity of"
    within = "in|across|throughout|from|to|of|over|into"
    forms = {
        "distance": rf"\b(?:(?P<more>{more}) )?{number}[ -]?(?P<unit>{units}){paired},?(?: (?:to the )?{_COMPASS})?"
        rf"(?: outside)? ?(?:of|from|outside|off){end}",
        "direction": rf"\b(?:(?:just|to the) )?{_COMPASS} of{end}",
        "outskirts": rf"\b(?:on|in|at) the (?:{_SIDE}(?:ern)? )?(?:{rim}) of{end}",
        "coast": rf"\b(?:on|along) the (?:{_SIDE}(?:ern)? )?(?:coast|shores?|banks?) of{end}",
        "off": rf"\boff(?: the (?:{_SIDE}(?:ern)? )?coast of| the shores? of|(?= (?:the )?$)){end}",
        "border": rf"\b(?:on|at|near|along|across) (?:\w+ ){{0,2}}(?:border|frontier) (?:with|of){end}",
        "part": rf"\b(?:{within})(?: the)? (?:{_SIDE}ern|(?:parts? of ))(?: parts? of)?{end}",
        "near": rf"\b(?:just )?(?:{close}){end}",
    }
    return {kind: re.compile(form, re.IGNORECASE) for kind, form in forms.items()}


def _kilometres(number: str | None, unit: str | None) -> Value | None:
    """The distance in km, to three significant figures beyond the article's own."""
    if number is None or unit is None:
        return None
    factor = lexicon("places")["relations"]["units"][unit.casefold()]
    values = [value_of(part) for part in re.split(r" ?(?:-|–|\bto\b) ?", number)] if _is_range(number) else []
    values = values or [value_of(number)]
    figures = [_rounded(v * factor) for v in values if v is not None]
    return None if len(figures) != len(values) else (figures[0], figures[1]) if len(figures) == 2 else figures[0]


def _is_range(number: str) -> bool:
    return bool(re.fullmatch(r"[\d.,]+ ?(?:-|–|to) ?[\d.,]+", number))


def _rounded(value: float) -> int | float:
    rounded = round(value, 3 if value < 1 else 2 if value < 10 else 1)
    return int(rounded) if rounded == int(rounded) else rounded


def _operator(words: str | None) -> Operator:
    operators = lexicon("places")["relations"]["operators"]
    return cast(Operator, operators[" ".join(words.casefold().split())]) if words else "="


def _direction(word: str | None) -> Direction | None:
    return cast(Direction, word.casefold().replace("-", "")) if word else None


def _located(reading: Reading, relation: FoundRelation, owners: Mapping[Span, str], sentence: Span) -> str | None:
    """The place named right before the relation, where the words between say that it lies there."""
    if relation.relation == "part":
        return None
    before = [m for m in owners if sentence.start <= m.start and m.end <= relation.span.start]
    last = max(before, default=None)
    if last is None or owners[last] == owners[relation.mention]:
        return None
    return owners[last] if _lies().fullmatch(reading.plain[last.end : relation.span.start]) else None


@cache
def _lies() -> re.Pattern[str]:
    """Words between the name of a place and where it lies: ", a town of 3,000 people", "which lies", "is"."""
    verbs = r"(?:is|lies|lying|sits|stands|located|situated|was|lay)"
    nouns = "city|town|village|hamlet|suburb|port|base|airport|camp|island|district|area|site"
    noun = rf"(?:an?|the) (?:[\w-]+ ){{0,4}}?(?:{nouns})"
    kind = r"(?: (?:city|town|village|province|district|air base|airbase|base|airport|camp))?"
    return re.compile(rf"{kind},? ?(?:{noun},? ?)?(?:(?:which|that) )?(?:{verbs} ?){{0,2}}(?:just )?", re.IGNORECASE)
