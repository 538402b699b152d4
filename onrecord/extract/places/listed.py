"""Names of the gazetteer that the parser did not take for places, where the words around them do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from onrecord.model import PlaceKind, Span

from ..gazetteer import Entry, lookup
from ..lexicons import lexicon
from .adjectives import is_adjective
from .toponym import Toponym, kind_nouns, kind_pattern

NAME_LABELS = ("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")


LONGEST = 5


LIGHTEST = 2000
"""A place less weighty is no place without the parser's word for it."""
IN_LIST_FROM = 15_000
"""A place as heavy as this may go on a list of places."""
KNOWN_FROM = 30_000
"""A place as heavy as this, in a country that the article names, is one where the parser sees a person."""


def listed_places(
    tokens: Sequence[Token], taken: Sequence[Span], *, found: Sequence[Span], people: Set[str], home: Set[str]
) -> Iterator[Toponym]:
    """Names of the gazetteer that the parser did not take for places, where the words around them do.

    `found` are places found so far, which a list may go on; `people` are parts of the names of people in the article,
    `home` the codes of the countries it names.
    """
    free = [t for t in tokens if not any(s.start <= t.idx < s.end for s in taken)]
    starts = {span.end: span.start for span in found}
    i = 0
    while i < len(free):
        run = _longest_name(free, i)
        if run and (_is_place_here(run, people, home) or _goes_on(run, starts, people)):
            starts[run[-1].idx + len(run[-1])] = run[0].idx
            yield Toponym(Span(run[0].idx, run[-1].idx + len(run[-1])), _text(run))
        i += len(run) if run else 1


def _longest_name(tokens: Sequence[Token], i: int) -> Sequence[Token] | None:
    if not tokens[i].text[0].isupper() and tokens[i].lower_ not in ("al", "el", "sub"):
        return None
    for size in range(min(LONGEST, len(tokens) - i), 0, -1):
        run = tokens[i : i + size]
        joined = all(b.i - a.i == 1 and "\n" not in b.doc[a.i : b.i].text_with_ws for a, b in pairwise(run))
        if joined and run[-1].text[0].isupper() and any(t.text[0].isupper() for t in run):
            text = _text(run)
            long_enough = len(text) > 2 or text in lexicon("places")["always"]
            barred = (
                "$" in text
                or text.casefold() in lexicon("places")["not_places"]
                or (is_adjective(text) and not text.isupper())
            )
            if not barred and long_enough and _entries(run):
                return run
    return None


def _entries(run: Sequence[Token]) -> tuple[Entry, ...]:
    """What the gazetteer knows by the words; a noun such as "State" at the end may be left away."""
    whole = lookup(_text(run))
    shorter = len(run) > 1 and run[-1].text in lexicon("places")["kind_ends"]
    return whole or (tuple(e for e in lookup(_text(run[:-1])) if e.kind == "region") if shorter else ())


def _text(run: Sequence[Token]) -> str:
    return " ".join(run[0].doc[run[0].i : run[-1].i + 1].text.split())


def _is_place_here(run: Sequence[Token], people: Set[str], home: Set[str]) -> bool:
    doc, rules = run[0].doc, lexicon("places")
    before = doc[run[0].i - 1] if run[0].i else None
    after = doc[run[-1].i + 1] if run[-1].i + 1 < len(doc) else None
    entity = {t.ent_type_ for t in run}
    heaviest = _entries(run)[0]
    if heaviest.kind in ("country", "region") and heaviest.own and _is_state_s(run, after):
        return True
    if inside_longer_name(run, before, after) or (before is not None and before.lower_.rstrip(".") in rules["titles"]):
        return False
    if (heaviest.kind == "country" and entity <= {"", "ORG", "NORP", "PERSON", "GPE"}) or _text(run) in rules["always"]:
        return True
    if len(run) > 1 and run[-1].text in rules["kind_ends"] and not lookup(_text(run)):
        return True
    person = "PERSON" in entity or run[0].text in people
    if run[0].text not in people and _is_called_place(run, heaviest.kind):
        return True
    place = doc[before.i - 1] if before is not None and before.lower_ == "the" and before.i else before
    if heaviest.weight < LIGHTEST:
        return False
    if heaviest.own and run[0].text not in people and (_seen_from(place) or _lies().match(_behind(run))):
        return True
    if place is None:
        return False
    at_home = heaviest.own and heaviest.country in home and heaviest.weight >= KNOWN_FROM
    if at_home and run[0].text not in people and place.lower_ in (*rules["locatives"], *rules["home_locatives"]):
        return True
    if place.lower_ not in rules["locatives"]:
        return False
    return not person or (heaviest.own and place.lower_ in rules["strong_locatives"] and heaviest.weight >= 10_000)


def _goes_on(run: Sequence[Token], starts: Mapping[int, int], people: Set[str]) -> bool:
    """Whether it is the next name in a list of places: "Gloucester, Cheltenham and Cirencester"."""
    doc, place = run[0].doc, run[0].i - 1
    joiner = doc[place] if place > 0 else None
    if joiner is None or joiner.text not in (",", "and", "or"):
        return False
    if joiner.text != "," and doc[place - 1].text == ",":
        place -= 1
    after = doc[run[-1].i + 1] if run[-1].i + 1 < len(doc) else None
    open_list = after is not None and after.text in (",", "and", "or")
    last = doc[place - 1]
    if last.idx + len(last) not in starts or (joiner.text == "," and not open_list):
        return False
    town = _entries(run)[0]
    known = town.own and town.kind != "airport" and town.weight >= IN_LIST_FROM
    led = doc.text[: starts[last.idx + len(last)]].rsplit(maxsplit=1)[-1:] if joiner.text != "," else []
    in_place = bool(led) and led[0].casefold() in lexicon("places")["locatives"]
    person = any(t.ent_type_ == "PERSON" for t in run) and not in_place
    return known and not person and run[0].text not in people and not inside_longer_name(run, joiner, after)


def _seen_from(place: Token | None) -> bool:
    """Whether "north of", "the outskirts of", "off" or "airstrikes on" stands before it."""
    nouns = lexicon("places")["seen_from"]
    if place is None:
        return False
    ruler = place.nbor(-1) if place.i > 0 else place
    struck = (
        place.lower_ in ("on", "against") and ruler.lemma_.lower() in lexicon("places")["clauses"]["target"]["deeds"]
    )
    return place.lower_ == "off" or (place.lower_ == "of" and ruler.lower_ in nouns) or struck


@cache
def _lies() -> re.Pattern[str]:
    """What says behind a name how far the place lies from another."""
    verb = r"(?:lies|sits|stands|is located|is situated|is|lay|was)"
    more = r"(?:about|some|around|roughly|nearly|almost|just|only|more than|over|less than|at least|approximately)"
    return re.compile(rf"(?:, (?:which )?| )(?:{verb} )?(?:{more} )*\d[\d.,]* ?(?:km|kilomet|miles?\b|nautical)")


def _behind(run: Sequence[Token]) -> str:
    last = run[-1]
    return last.whitespace_ + str(last.doc[last.i + 1 : last.i + 12].text)


def _is_state_s(run: Sequence[Token], after: Token | None) -> bool:
    """Whether it closes the name of an office or power of a state: the Government of Iraq, the President of Chad."""
    doc, place = run[0].doc, run[0].i - 1
    if place > 0 and doc[place].lower_ == "the":
        place -= 1
    closed = after is None or not (after.text[0].isupper() and after.pos_ == "PROPN")
    return closed and place > 0 and doc[place].lower_ == "of" and doc[place - 1].lower_ in lexicon("places")["powers"]


def _is_called_place(run: Sequence[Token], kind: PlaceKind) -> bool:
    """Whether "city of" stands before it or "province" behind it, or "the" before the name of a sea or river."""
    first, last = run[0].i, run[-1].i + 1
    before = run[0].doc[max(0, first - 3) : first].text_with_ws
    behind = run[-1].whitespace_ + run[0].doc[last : last + 4].text
    natural = kind in ("sea", "river", "mountain", "continent")
    if natural and before.casefold().endswith("the "):
        return True
    after = kind_pattern().match(behind.lstrip(" "))
    if after and after[0].islower() and behind[:1] == " ":
        return True
    called = re.search(r"([a-z]+) of $", before)
    return called is not None and called[1] in kind_nouns()


def inside_longer_name(run: Sequence[Token], before: Token | None, after: Token | None) -> bool:
    """Whether a capitalised neighbour belongs to the same name: the Bank of England, Paris Hilton."""
    glue = ("of", "for", "and", "&", "-")
    way = ("to", "from", "near", "outside")
    if before is not None and (before.text in lexicon("places")["openers"] or before.text in way):
        before = None
    if after is not None and after.text in way:
        after = None
    left = before is not None and ((before.text[0].isupper() and before.pos_ == "PROPN") or before.text in ("-", "&"))
    right = after is not None and ((after.text[0].isupper() and after.pos_ == "PROPN") or after.text in ("-", "&"))
    doc = run[0].doc
    in_entity = (before is not None and run[0].ent_iob_ == "I") or (after is not None and after.ent_iob_ == "I")
    of_entity = (
        before is not None and before.lower_ in glue and before.ent_type_ in NAME_LABELS and before.ent_type_ != ""
    )
    return bool(left or right or (in_entity and doc[run[0].i].ent_type_ in NAME_LABELS) or of_entity)
