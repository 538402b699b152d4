"""Figures of a time's shape that are none: "2,000 troops", "a second term", "a quarter of voters", "37 years old"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from .surroundings import PREPOSITIONS, Surroundings

_LEAD = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|before|after|during|from|to|for|and|or|between|the|that|year|through|late|early"
    r"|circa|mid|as of)|[,(–-])\s*$",
    re.I,
)
_COUNTED = re.compile(
    r"\s*(?:[-–] ?(?!(?:1\d|20)\d\d\b)\d|%|percent|per cent|people|\s?GMT|\s?UTC"
    r"|[-–]?\w*(?:meters|metres|miles|points|kilomet\w+))"
)
_NUMBERED = re.compile(
    r"\b(?:at|No\.?|number|Resolution|Route|Highway|Interstate|Flight|Unit|Room|Section|Article|Directive|Regulation"
    r"|Bill|Order|Decree|Act|Model|Channel|Gate|Lot|Level)\s+$"
)
_AGED = re.compile(r"\baged?\s+(?:of\s+)?$")
_SPORT = re.compile(
    r"\b(?:touchdowns?|quarterback|yards?|scor\w+|halftime|rebounds?|kick\w*|goals?|game|seconds? left)\b"
)
_WEATHER = re.compile(r"\b(?:temperatures?|highs?|lows?|degrees|mercury|readings)\b")
_SPEED = re.compile(r"\b(?:miles?|kilomet\w+|km|kms|met(?:er|re)s?|feet|knots|tons?|tonnes|\w*watts?)\s+$", re.I)
_SHARE = re.compile(r"\b(?:quarter|third|half|tenth)s? of\s+$", re.I)
_LASTING = "for|in|by|within|only|just|lasted|least|than|about|last|lasts|took|takes"


def is_year(place: Surroundings) -> bool:
    """Four digits behind a preposition, or that the parser took for a date, and that count nothing."""
    entity = place.token is not None and place.token.ent_type_ in ("DATE", "EVENT")
    if _COUNTED.match(place.after) or (_NUMBERED.search(place.before) and not place.has("mod")):
        return False
    return bool(_LEAD.search(place.before) or (entity and not _counts(place.token)))


def _counts(token: Token | None) -> bool:
    """Whether a number stands before a plural that it counts: "2000 soldiers"."""
    return token is not None and token.dep_ == "nummod" and token.head.tag_ == "NNS"


def is_two_thousand(place: Surroundings) -> bool:
    """The year, not a count of something."""
    if place.part("head") != "two thousand" or place.text.lower().startswith("the year"):
        return True
    return place.led("in|since|until|by") and not re.match(r"\s+[a-z]", place.after)


def is_length(place: Surroundings) -> bool:
    """No age, no ordinal ("a second term"), no share ("a quarter of"), no "one day" of a tale."""
    if place.after[:1] == "-" or place.followed("old|of age") or _AGED.search(place.before):
        return False
    if _SHARE.search(place.before) or (place.part("unit") == "hour" and _SPEED.search(place.before)):
        return False
    unit, number = place.part("unit"), place.part("n")
    if unit == "second":
        counted = number not in ("a", "an", "one")
        return counted or not re.match(r"\s+[a-z]", place.after) or place.followed("or|and|of|to|for|in|before|after")
    if unit.startswith("quarter"):
        return bool(re.search(r"straight|consecutive|successive|past|last|next", place.text)) and not place.followed(
            "of"
        )
    if number == "some" and not unit.endswith("s"):
        return False
    if number == "one" and unit in ("day", "night") and "-" not in place.text:
        return place.led(_LASTING)
    return True


def is_bare_length(place: Surroundings) -> bool:
    """A unit without a number: "years of war", not the tail of "2.5 years"."""
    named = place.led("early|small|wee|working|opening|office|business|rush|visiting|closing|happy|golden|glory")
    return not named and not re.search(r"\d\s*$", place.before) and is_length(place)


def is_rate(place: Surroundings) -> bool:
    """Two flights a week come again each week; a week spent there does not."""
    token, text = place.token, place.text.lower()
    if place.part("unit") == "hour" and _SPEED.search(place.before):
        return False
    if re.match(r"(?:once|twice|\w+ times|per)\b", text):
        return True
    if text.startswith("each") or token is None or token.i == 0:
        return False
    if place.followed("after|before|later|ago|earlier|old|long|from|in|hence|or|and|of"):
        return False
    before = token.nbor(-1)
    counted = before.tag_ in ("NNS", "CD", "NNPS", "$") or any(c.pos_ in ("NUM", "SYM") for c in before.children)
    return before.text == "%" or (before.pos_ in ("NOUN", "NUM", "SYM") and counted)


def is_clock(place: Surroundings) -> bool:
    """15:40 behind a preposition or before a zone; "5:10" alone may be odds or a result."""
    if place.has("zone") or re.search(r"h(?:ou)?rs?$", place.text):
        return True
    return "." not in place.text and place.led(PREPOSITIONS)


def is_military_clock(place: Surroundings) -> bool:
    """0735 GMT; "at 2000 hours", not "2000 hours of work"."""
    return place.has("zone") or place.led(PREPOSITIONS)


def is_decade(place: Surroundings) -> bool:
    """The 70s; not temperatures in the 70s."""
    return len(place.part("decade")) != 2 or not _WEATHER.search(place.before)


def is_quarter(place: Surroundings) -> bool:
    """A quarter of a year, not of a match."""
    return place.has("y") or not _SPORT.search(place.before + place.after)
