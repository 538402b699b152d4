"""What can be well written and still not be: a hedge without its word, a dispute with one side, a 31 February."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.model import ARTICLE, QUOTE_LIMIT, Dossier, Fact, Quantity

from .desk import Desk

_RELATIONS = ("denies", "contradicts", "elaborates")


def check_sense(desk: Desk) -> None:
    """Report what contradicts itself inside the files, without the article."""
    for path, fact in desk.facts():
        _attribution(desk, path, fact)
        _relations(desk, path, fact)
        _quote(desk, path, fact)
        _settled(desk, path, fact)
        for number, quantity in enumerate(fact.quantities):
            _range(desk, f"{path}/quantities/{number}/value", quantity)
    for path, written in _dates(desk):
        _calendar(desk, path, written)
    _spans_of_time(desk)
    _disputed(desk)
    _coordinates(desk)


def _attribution(desk: Desk, path: str, fact: Fact) -> None:
    own = fact.source == ARTICLE
    if own and fact.certainty == "attributed":
        mend = "name the actor who says so as 'source', or write 'certainty: asserted'"
        desk.report(f"{path}/certainty", "attributed, but the source is the article itself", mend)
    if not own and fact.certainty == "asserted":
        mend = "write 'certainty: attributed', or 'source: article' if nobody is named"
        desk.report(f"{path}/certainty", f"asserted by the article, but the source is '{fact.source}'", mend)
    if fact.certainty == "hedged" and not fact.hedge:
        mend = "add the article's own word, as in 'hedge: perhaps'"
        desk.report(f"{path}/certainty", "hedged, but the word of reservation is missing", mend)
    if fact.via and fact.via == fact.source:
        desk.report(f"{path}/via", "the relay is the source itself", "remove 'via'")


def _relations(desk: Desk, path: str, fact: Fact) -> None:
    for key in _RELATIONS:
        for number, other in enumerate(getattr(fact, key)):
            if other == fact.id:
                desk.report(f"{path}/{key}/{number}", f"the fact {key} itself", "name the other fact, or remove it")


def _quote(desk: Desk, path: str, fact: Fact) -> None:
    words = len(fact.quote.text.split()) if fact.quote else 0
    if words > QUOTE_LIMIT and _rights(desk.dossier, fact) == "reserved":
        message = f"a quotation of {words} words; the article's rights are reserved"
        desk.report(f"{path}/quote/text", message, f"keep at most {QUOTE_LIMIT} words, and tell the rest in our own")


def _settled(desk: Desk, path: str, fact: Fact) -> None:
    if fact.settled and fact.corrected is None:
        mend = "add 'corrected: {why: ...}': a doubt is settled by a reason that a reader can see"
        desk.report(f"{path}/settled", "settled, but nobody says why", mend)


def _rights(dossier: Dossier, fact: Fact) -> str:
    named = fact.at.article if fact.at and fact.at.article else None
    source = next((s for s in dossier.briefing.sources if s.id == named), dossier.briefing.sources[0])
    return source.rights


def _range(desk: Desk, path: str, quantity: Quantity) -> None:
    if isinstance(quantity.value, tuple) and quantity.value[0] > quantity.value[1]:
        low, high = quantity.value
        desk.report(path, "the range runs downwards", f"write [{high:g}, {low:g}]: the low number first")


def _dates(desk: Desk) -> Iterator[tuple[str, str]]:
    """Every date in the files, with its path."""
    for number, source in enumerate(desk.dossier.briefing.sources):
        if source.published:
            yield f"briefing/sources/{number}/published", source.published
    for path, fact in desk.facts():
        if fact.when:
            yield from ((f"{path}/when/{key}", d) for key in ("date", "until") if (d := getattr(fact.when, key)))
    for _, path, record in desk.kept():
        if record.reviewed:
            yield f"{path}/reviewed/on", record.reviewed.on
        if record.corrected and record.corrected.on:
            yield f"{path}/corrected/on", record.corrected.on


def _calendar(desk: Desk, path: str, written: str) -> None:
    if not _is_real(written):
        desk.report(path, f"{written} is not in the calendar", "write a day that exists, or leave the day out")


def _is_real(written: str) -> bool:
    if not written.isascii():
        return False
    year, month, day = (*(int(part) for part in written.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _spans_of_time(desk: Desk) -> None:
    for path, fact in desk.facts():
        when = fact.when
        if when and when.until and not when.date:
            desk.report(f"{path}/when/until", "an end without a beginning", "add 'date', or write 'relation: until'")
        elif when and when.until and when.date and when.until < when.date:
            desk.report(f"{path}/when/until", "it ends before it begins", "'until' is the later of the two dates")


def _disputed(desk: Desk) -> None:
    briefing = desk.dossier.briefing
    met = {fact for dispute in briefing.disputes if len(set(dispute.facts)) > 1 for fact in dispute.facts}
    for _, fact in desk.facts():
        others = [other for other in (*fact.denies, *fact.contradicts) if other != fact.id]
        met |= {fact.id, *others} if others else set()
    whole = desk.known["fact"] == frozenset(desk.dossier.facts)
    for path, fact in desk.facts():
        if whole and fact.certainty == "disputed" and fact.id not in met:
            mend = f"let the other fact say 'denies: [{fact.id}]', or put both into a dispute in briefing.yaml"
            desk.report(f"{path}/certainty", "disputed, but nothing disputes it", mend)
    for number, dispute in enumerate(briefing.disputes):
        if len(set(dispute.facts)) < len(dispute.facts):
            desk.report(f"briefing/disputes/{number}/facts", "a dispute with one fact twice", "name each side once")


def _coordinates(desk: Desk) -> None:
    for number, place in enumerate(desk.dossier.files.places.places):
        if (place.latitude is None) != (place.longitude is None):
            given, other = ("latitude", "longitude") if place.longitude is None else ("longitude", "latitude")
            mend = f"add '{other}', or remove both: the place is then listed, not pinned"
            desk.report(f"places/places/{number}/{given}", f"{given} without {other}", mend)
