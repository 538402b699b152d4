"""The day in the dateline against the day of publication, from which every weekday is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model import Agreement, Consistency

from .calendar import DATE, YEAR, day_number, day_of, day_words, month_number
from .told import Told

_DAY = re.compile(rf"\b{DATE}(?:,? (?P<year>{YEAR}))?")
NEAR, FAR = 2, 40
"""Days between filing and publication: an agency's text is printed a day or two later, not weeks."""


def check_datelines(told: Told) -> Iterator[Consistency]:
    """The dateline's day, where the article prints one and the day of publication is known."""
    if told.article is None or told.article.dateline is None or told.published is None:
        return
    match = _DAY.search(told.article.dateline.span.cut(told.article.text))
    filed = _filed(match, told.published) if match else None
    if filed is not None:
        yield _made(filed, told.published)


def _filed(match: re.Match[str], published: date) -> date | None:
    """The printed day, in the year that is printed or in the nearest one."""
    month, day = month_number(match["month"] or match["month2"]), day_number(match["day"] or match["day2"])
    years = [int(match["year"])] if match["year"] else [published.year + step for step in (-1, 0, 1)]
    days = [known for year in years if (known := day_of(year, month, day))]
    return min(days, key=lambda known: abs(known - published), default=None)


def _made(filed: date, published: date) -> Consistency:
    apart = (published - filed).days
    result: Agreement = "fits" if 0 <= apart <= NEAR else "cannot be decided" if -1 <= apart <= FAR else "does not fit"
    return Consistency(
        "order",
        f"Filed on {day_words(filed)}, published on {day_words(published)}",
        (
            f"The dateline prints {day_words(filed)}; the day of publication is {day_words(published)}.",
            f"Between them are {abs(apart)} days" + (", and publication comes first." if apart < 0 else "."),
            "Weekdays and words like yesterday are counted from the day of publication.",
        ),
        result,
        "the text may have been printed late; its weekdays may be those of the dateline"
        if result == "cannot be decided"
        else None,
        sentences=(),
    )
