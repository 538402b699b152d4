"""Whatever an article or an editor writes, the checks come to an end without a traceback, and say what they mean."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dossier import consistency
from onrecord.model import (
    Agreement,
    Briefing,
    Distance,
    Dossier,
    Fact,
    FactsFile,
    Files,
    Place,
    PlacesFile,
    Publication,
    When,
)

WORDS = (
    "0|12|1,200|2.5|46 million|twenty-three|$40|€3|Monday|May 31|Feb. 31|2016|1966| of the | of |, including |, or "
    "| (|)| percent|%| kilometers| miles| feet| gallons| C| F| rose | fell | doubled | from | to | by | points| people"
    "| killed | were |: |, | and | — | in Oslo| years ago| since |-year-old| born in | anniversary of the | half"
    "| less than | that| distance | hours before the flood| no troops stayed | stationing of troops |.|Ana Ruiz, 43,"
    "| men| women| a total of "
)
PIECES = (*WORDS.split("|"), "9" * 400)
DATES = ("2016-08-16", "2016-02-30", "2016", "2016-08", "0001-01-01", "9999-12-31")


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    number = draw(st.integers(0, 10**6))
    text = "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))).strip() or "x"
    written = st.sampled_from(("Monday", "early Tuesday", "x"))
    when = draw(st.none() | st.builds(When, text=written, date=st.sampled_from(DATES)))
    event = draw(st.sampled_from((None, "disaster", "attack")))
    said = {"source": "article", "certainty": "asserted", "where": ("oslo",)}
    return Fact.model_validate({"id": f"f{number}", "text": text, "when": when, "event": event, **said})


@settings(max_examples=150, deadline=None)
@given(
    st.lists(facts(), min_size=1, max_size=4), st.sampled_from((None, *DATES)), st.floats(-90, 90), st.floats(-180, 180)
)
def test_no_words_make_the_checks_stumble(told: list[Fact], published: str | None, north: float, east: float) -> None:
    """Numbers of any size, dates of any year, places anywhere."""
    places = (
        Place(id="oslo", name="Oslo", kind="city", latitude=north, longitude=east),
        Place(id="bergen", name="Bergen", kind="city", latitude=0.0, longitude=0.0,
              distances=(Distance(to="oslo", words="away from", kilometres=12, direction="north"),)),
    )  # fmt: skip
    files = Files(
        briefing=Briefing(title="Flood kills 12", sources=(Publication(id="wire", published=published, rights="own"),)),
        places=PlacesFile(places=places),
        events=FactsFile(facts=tuple({fact.id: fact for fact in told}.values())),
    )
    for check in consistency(Dossier("case", files)):
        assert check.result in get_args(Agreement)
        assert check.claim
        assert check.derivation
        assert (check.why is not None) == (check.result == "cannot be decided")


@pytest.mark.parametrize(
    "text",
    [
        "12 men, " * 1500,
        "rose from 5 " * 1500,
        "12 of 14 " * 1500,
        "two men, " + "Ana " * 3000,
        "5 km (" * 2000,
        "1" * 20000,
    ],
)
def test_long_texts_take_no_long_time(text: str) -> None:
    """No pattern runs away with a text that nearly fits it."""
    fact = Fact(id="long", text=text.strip(), source="article", certainty="asserted")
    briefing = Briefing(title="Case", sources=(Publication(id="wire", rights="own"),))
    begun = time.monotonic()
    consistency(Dossier("case", Files(briefing=briefing, events=FactsFile(facts=(fact,)))))
    assert time.monotonic() - begun < 20
