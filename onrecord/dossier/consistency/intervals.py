"""So long before or after an event: Monday afternoon, 36 hours before the flood, which came early on Wednesday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from onrecord.model import Agreement, Consistency, Fact

from .calendar import day_words, weekday_of, whole_day
from .figures import NUMBER, figure
from .lexicons import either, lexicon
from .told import Passage, Told

_WORDS = lexicon("words")
_KIND: dict[str, str] = {noun: kind for kind, nouns in _WORDS["events"].items() for noun in nouns}
_APART = re.compile(
    rf"(?P<count>{NUMBER}) (?P<unit>hour|day|week)s? (?P<way>before|after|ahead of) (?:the|its|his|her|their) "
    rf"(?:[a-z]+ )?(?P<noun>{either(_KIND)})\b"
)
_UNITS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
_HOURS = {
    "early": (0, 9),
    "morning": (4, 12),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "night": (18, 30),
    "late": (16, 30),
}
"""Hours that a part of a day can mean; night and late may run on into the next one."""

_Moments = tuple[datetime, datetime]


def check_intervals(told: Told) -> Iterator[Consistency]:
    """Every length of time to the event of the headline, where the facts give both days."""
    for passage in told.passages:
        for match in _APART.finditer(passage.text):
            if re.search(rf"\b{match['noun']}", told.dossier.briefing.title, re.IGNORECASE):
                yield from _checked(told, passage, match)


def _checked(told: Told, passage: Passage, match: re.Match[str]) -> Iterator[Consistency]:
    facts = [told.dossier.facts[i] for i in passage.facts(match)]
    dated = [(fact, moments) for fact in facts if (moments := _moments(fact))]
    event = _event(told, _KIND[match["noun"]], besides=[fact.id for fact in facts])
    if len(dated) != 1 or event is None:
        return
    (fact, start), (other, goal) = dated[0], event
    count, unit = figure(match["count"]), _UNITS[match["unit"]]
    shift = unit * count.value * (-1 if match["way"] == "after" else 1)
    room = unit / 2
    fits = start[0] + shift - room <= goal[1] and goal[0] <= start[1] + shift + room
    result: Agreement = "fits" if fits else "cannot be decided"
    way = "later" if match["way"] != "after" else "earlier"
    yield Consistency(
        "order",
        f"{match['count']} {match['unit']}s {match['way']} the {match['noun']}",
        (
            f"{fact.when.text if fact.when else ''} is {_words(start)}.",
            f"{match['count']} {match['unit']}s {way} is {_words((start[0] + shift, start[1] + shift))}.",
            f"The {match['noun']} came {other.when.text if other.when else ''}, that is {_words(goal)}.",
        ),
        result,
        None if fits else f"another {match['noun']} may be meant",
        facts=(fact.id, other.id),
        sentences=tuple(dict.fromkeys((*passage.sentences, *((other.at.sentence,) if other.at else ())))),
    )


def _event(told: Told, kind: str, *, besides: list[str]) -> tuple[Fact, _Moments] | None:
    """The event of the headline: the facts of that kind give it one day, and the first of them is taken."""
    facts = [f for f in told.dossier.files.events.facts if f.event == kind and f.id not in besides]
    dated = [(fact, moments) for fact in facts if (moments := _moments(fact)) and fact.certainty != "planned"]
    return dated[0] if dated and len({fact.when.date for fact, _ in dated if fact.when}) == 1 else None


def _moments(fact: Fact) -> _Moments | None:
    """From when to when the fact's time can be, to the hour; None unless it is one day."""
    when = fact.when
    day = whole_day(when.date) if when else None
    if when is None or when.until or when.relation != "on" or day is None or not 1000 < day.year < 9000:
        return None
    parts = [hours for word, hours in _HOURS.items() if re.search(rf"\b{word}\b", when.text)]
    first, last = max((p[0] for p in parts), default=0), min((p[1] for p in parts), default=24)
    midnight = datetime.combine(day, time())
    return midnight + timedelta(hours=first), midnight + timedelta(hours=max(last, first + 1))


def _words(moments: _Moments) -> str:
    first, last = moments
    end = last - timedelta(seconds=1)
    if first.date() == end.date():
        return f"{_day(first.date())} between {first.hour}:00 and {last.hour or 24}:00"
    return f"from {_day(first.date())} {first.hour}:00 to {_day(end.date())} {last.hour or 24}:00"


def _day(day: date) -> str:
    return f"{weekday_of(day)}, {day_words(day)},"
