"""Words of a time's shape that are none: "May" the minister, "the fall of Kabul", "High Noon", "as soon as"."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Token

from ..lexicons import lexicon
from ..reading import Reading
from . import figures
from .surroundings import PREPOSITIONS, Surroundings, surroundings_of

_BACK = r"in|since|by|until|till|last|next|this|late|early|mid|of|and|to|from|before|after|through|during|for|between"
_NAMES = frozenset({"may", "march", "august", "april", "june", "jan", "mar"})
"""Months that are persons, verbs or adjectives, too."""


def is_time(kind: str, match: re.Match[str], reading: Reading) -> bool:
    """Whether a match of this kind is a time where it stands."""
    judge = _JUDGES.get(kind)
    return judge is None or judge(surroundings_of(match, reading))


def _month(place: Surroundings) -> bool:
    name = place.part("mon").rstrip(".")
    if name not in _NAMES or place.has("rel", "mod", "yrel"):
        return True
    if place.followed("for|on|of|against") and not place.led(_BACK):
        return False
    if place.token is not None and place.token.ent_type_ == "PERSON":
        return False
    dated = place.token is not None and place.token.ent_type_ == "DATE"
    return dated or place.led(_BACK) or place.before.endswith(("-", "–", "("))


def _weekday(place: Surroundings) -> bool:
    """“Black Monday”, “The Mail on Sunday” and the Sunday Times are names."""
    names = lexicon("times")["day_names"]
    word = re.search(r"(\S+)\s+$", place.before)
    behind = re.match(r"\s+([A-Z]\w+)", place.after)
    before = word[1].strip("`‘’'\"“") if word else ""
    named = before.istitle() and before.lower() in names["before"]
    if named or re.search(r"\bMail on\s+$", place.before):
        return False
    return behind is None or behind[1].lower() not in names["after"]


def _season(place: Surroundings) -> bool:
    if place.followed("of") or (place.token is not None and place.token.pos_ == "VERB"):
        return False
    if place.has("mod"):
        return True
    if place.part("season") == "fall":
        return place.led("in|during|by|since|until|through|for") and not place.followed("in|to|by|from")
    return place.led("in|during|by|since|until|before|after|through|over|for|throughout")


def _past(place: Surroundings) -> bool:
    return place.token is None or not _in_noun(place.token)


def _present(place: Surroundings) -> bool:
    if place.after[:1] in ("-", "–") or place.before.endswith(("-", "–")):
        return False
    if place.text.lower() == "the present":
        return not re.match(r"\s+[a-z]+", place.after) or place.followed("and|day|is|was|as|but|or")
    return place.token is None or not _in_noun(place.token)


def _future(place: Surroundings) -> bool:
    if place.text.lower() not in ("soon", "shortly"):
        return not place.followed("of")
    if place.led("as|how|so|too|very") or place.after[:1] == "-":
        return False
    return not place.followed("after|before|afterwards?|as|enough|there")


def _in_noun(token: Token) -> bool:
    """Whether a word only describes what stands before a noun: "the previously announced plan"."""
    head = token.head
    return token.dep_ == "advmod" and head.dep_ == "amod" and head.i > token.i


def _set(place: Surroundings) -> bool:
    """“Daily flights” come again; the Daily Mail and an annual report do not."""
    token = place.token
    if token is None or (place.text[0].isupper() and re.match(r"\s+[A-Z]", place.after)):
        return False
    if place.before.endswith("-") or place.after.startswith("-"):
        return False
    if place.part("set") in lexicon("times")["kinds"]:
        return token.dep_ in ("advmod", "npadvmod") and token.head.pos_ == "VERB"
    return True


def _noon(place: Surroundings) -> bool:
    """“At noon”, “noon Thursday”; not the film, and no noun before another: “a noon deadline”."""
    if place.led(PREPOSITIONS + "|past"):
        return True
    titled = place.text[0].isupper() and bool(re.search(r"\w\s+$", place.before))
    return not titled and not place.led("high") and (place.followed("on") or not re.match(r"\s+[a-z]", place.after))


def _the_unit(place: Surroundings) -> bool:
    named = re.search(r"fiscal|financial|calendar", place.text, re.IGNORECASE)
    if named or place.has("emon", "latest", "full", "mod"):
        return True
    if re.match(r"(?:’|')s\b", place.after):
        return place.part("unit") != "period"
    return place.led("in|for|during|of|over|throughout|within|this|into|on|through")


_JUDGES: dict[str, Callable[[Surroundings], bool]] = {
    "year": figures.is_year, "years": figures.is_year, "spelled": figures.is_two_thousand, "month": _month,
    "weekday": _weekday, "season": _season, "past": _past, "present": _present, "future": _future,
    "duration": figures.is_length, "adjective": figures.is_length, "from_event": figures.is_length,
    "ago": figures.is_length, "later": figures.is_length, "range": figures.is_length,
    "bare_units": figures.is_bare_length, "per": figures.is_rate, "set": _set, "clock24": figures.is_clock,
    "military": figures.is_military_clock, "noon": _noon, "the_unit": _the_unit, "decade": figures.is_decade,
    "quarter": figures.is_quarter,
}  # fmt: skip
