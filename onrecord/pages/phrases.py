"""Times and counts in words, always with what makes them unsure."""

from __future__ import annotations

from onrecord.model import When

from .draw.dates import day_words, month_words, stretch_of
from .words import N_, say, say_many


def date_words(date: str) -> str:
    """A date prefix in words, as precise as it is; as given where it is no date.

    >>> date_words("2016-08-16"), date_words("2016-08"), date_words("1979")
    ('Aug. 16, 2016', 'Aug. 2016', '1979')
    """
    stretch = stretch_of(date)
    if stretch is None or len(date) == 4:
        return date
    if len(date) > 7:
        return day_words(stretch.first)
    told = {"month": month_words(stretch.first.month), "year": stretch.first.year}
    return say("%(month)s %(year)s") % told


def resolved_words(when: When) -> str | None:
    """The date a printed time means, and how it is known; None without a date, or where the words hold it already.

    >>> resolved_words(When(text="Tuesday", date="2016-08-16", origin="computed"))
    'Aug. 16, 2016, computed from the publication date'
    >>> resolved_words(When(text="1979", date="1979"))
    """
    plain = _stretch_words(when)
    computed = when.origin == "computed"
    if plain is None or (not computed and plain.lower() in when.text.lower()):
        return None
    date = dated_words(when)
    return say("%(date)s, computed from the publication date") % {"date": date} if computed else date


def dated_words(when: When) -> str | None:
    """The date alone that a printed time means, as exact as it is and no more; None where there is none.

    >>> dated_words(When(text="since Sunday", date="2031-02", relation="since"))
    'since Feb. 2031'
    """
    date = _stretch_words(when)
    for table, key in ((_MODIFIED, when.modifier), (_RELATED, when.relation)):
        date = say(table[key]) % {"date": date} if date and key in table else date
    return date


def _stretch_words(when: When) -> str | None:
    if when.date is None:
        return None
    date = date_words(when.date)
    if when.until and when.until != when.date:
        date = f"{date} – {date_words(when.until)}"
    return say("week of %(date)s") % {"date": date} if when.precision == "week" else date


_RELATED = {
    "since": N_("since %(date)s"),
    "until": N_("until %(date)s"),
    "before": N_("before %(date)s"),
    "after": N_("after %(date)s"),
}
_MODIFIED = {
    "early": N_("early %(date)s"),
    "mid": N_("mid %(date)s"),
    "late": N_("late %(date)s"),
    "about": N_("about %(date)s"),
}


def counted(facts: int, sources: int) -> str:
    """How many facts, and on how many voices they rest.

    >>> counted(73, 1)
    '73 facts from 1 source'
    """
    told = {
        "facts": say_many("%(num)s fact", "%(num)s facts", facts) % {"num": facts},
        "sources": say_many("%(num)s source", "%(num)s sources", sources) % {"num": sources},
    }
    return say("%(facts)s from %(sources)s") % told


def count_words(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> count_words(1, "fact"), count_words(0, "fact"), count_words(2, "body", "bodies")
    ('1 fact', 'no facts', '2 bodies')
    """
    noun = one if count == 1 else many or f"{one}s"
    return f"{count or 'no'} {noun}"
