"""Distances, directions, shares of a way against the map; a stationing beside nobody staying; the order of results."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.article import article_of_text
from onrecord.dossier import consistency
from onrecord.model import (
    At,
    Briefing,
    Consistency,
    Corrected,
    Distance,
    Dossier,
    Fact,
    FactsFile,
    Files,
    Place,
    PlacesFile,
    Publication,
    Quantity,
    Reviewed,
    When,
    text_hash,
)

SEEN = Reviewed(by="jm", on="2026-11-22")
CAPITAL = {"id": "lima", "name": "Lima", "kind": "city", "latitude": -12.05, "longitude": -77.04, "country": "Peru"}
TOWN = {"id": "ica", "name": "Ica", "kind": "city", "latitude": -14.07, "longitude": -75.73, "country": "Peru"}
"""From Lima to Ica it is 265 kilometres, south-southeast."""


def places(*distances: dict[str, Any], sure: bool = True, **changed: Any) -> tuple[Place, ...]:
    town = {**TOWN, **changed, "distances": tuple(Distance(to="lima", words="away from", **d) for d in distances)}
    pinned = {"origin": "gazetteer", "precision": "point", "reviewed": SEEN if sure else None}
    return tuple(Place(**{**pinned, **place}) for place in (CAPITAL, town))


def checked(*facts: Fact, known: tuple[Place, ...] = (), **briefing: Any) -> tuple[Consistency, ...]:
    files = Files(
        briefing=Briefing(title="Case", sources=(Publication(id="wire", rights="own", **briefing),)),
        places=PlacesFile(places=known),
        events=FactsFile(facts=facts),
    )
    return consistency(Dossier("case", files))


def results(checks: tuple[Consistency, ...]) -> dict[str, str]:
    return {check.kind: check.result for check in checks}


@pytest.mark.parametrize(
    ("said", "stated", "expected"),
    [
        ("as far as the map says", {"kilometres": 265}, {"distance": "fits"}),
        ("rounded", {"kilometres": 300}, {"distance": "fits"}),
        ("shorter than any way can be", {"kilometres": 165}, {"distance": "does not fit"}),
        ("about is loose, but not so loose", {"kilometres": 180, "operator": "~"}, {"distance": "does not fit"}),
        ("by road it is longer", {"kilometres": 380}, {"distance": "cannot be decided"}),
        ("a hundred times as far", {"kilometres": 26500}, {"distance": "cannot be decided"}),
        ("more than 200 can be 265", {"kilometres": 200, "operator": ">"}, {"distance": "fits"}),
        ("less than 300 can be 265", {"kilometres": 300, "operator": "<"}, {"distance": "fits"}),
        ("less than 165 cannot", {"kilometres": 165, "operator": "<"}, {"distance": "does not fit"}),
        ("a range around it", {"kilometres": (250, 280)}, {"distance": "fits"}),
        ("the direction of the map", {"direction": "southeast"}, {"direction": "fits"}),
        ("south, for what lies south-southeast", {"direction": "south"}, {"direction": "fits"}),
        ("east, more than a little off", {"direction": "east"}, {"direction": "cannot be decided"}),
        ("the opposite direction", {"direction": "northwest"}, {"direction": "does not fit"}),
    ],
)  # fmt: skip
def test_a_stated_distance_is_compared_with_the_straight_line(said: str, stated: dict[str, Any], expected: Any) -> None:
    """No way is shorter than the straight line; longer ones may go by road; directions are told loosely."""
    assert results(checked(known=places(stated))) == expected, said


@pytest.mark.parametrize(
    "changed",
    [{"kind": "region"}, {"precision": "area"}, {"latitude": None, "longitude": None}],
)
def test_what_is_no_point_is_compared_with_nothing(changed: dict[str, Any]) -> None:
    """A region, the middle of an area, a place without a pin: no straight line."""
    assert checked(known=places({"kilometres": 165, "direction": "north"}, **changed)) == ()


def test_a_pin_nobody_has_checked_proves_nothing_wrong() -> None:
    """The gazetteer may have taken another place of that name: it cannot be decided, and the reason is told."""
    (one,) = checked(known=places({"kilometres": 165}, sure=False))
    assert one.result == "cannot be decided"
    assert one.why == "nobody has checked the pins, and one of them may stand for another place of that name"
    assert results(checked(known=places({"kilometres": 265}, sure=False))) == {"distance": "fits"}


def test_pins_too_near_one_another_have_no_direction() -> None:
    """Within a dozen kilometres a town's own size decides."""
    near = places({"direction": "north"}, latitude=-12.06, longitude=-77.03)
    assert results(checked(known=near)) == {"direction": "cannot be decided"}


def test_a_distance_names_the_facts_that_hold_its_figure() -> None:
    """The fact with that quantity at that place, and no other."""
    held = Fact(id="held", text="Ica is far.", source="article", certainty="asserted", where=("ica",),
                quantities=(Quantity(value=265, unit="kilometre"),))  # fmt: skip
    other = Fact(id="other", text="Ica is dry.", source="article", certainty="asserted", where=("ica",))
    (one,) = checked(held, other, known=places({"kilometres": 265}))
    assert one.facts == ("held",)
    assert one.places == ("ica", "lima")


def fact(identifier: str, text: str, **values: Any) -> Fact:
    return Fact(**{"id": identifier, "text": text, "source": "article", "certainty": "asserted", **values})


STAYED = fact("stayed", "No foreign troops stayed in Peru.", where=("peru",), when=When(text="2020", date="2020"))
STATIONED = fact("stationed", "It is the first stationing of foreign troops in Peru.", where=("peru",),
                 when=When(text="2020", date="2020"))  # fmt: skip


def test_nobody_stayed_beside_a_stationing_by_the_same_source_does_not_fit() -> None:
    """Same place, same source, same time."""
    (one,) = checked(STAYED, STATIONED)
    assert (one.kind, one.result, one.facts) == ("presence", "does not fit", ("stayed", "stationed"))


@pytest.mark.parametrize(
    "changed",
    [
        {"source": "ministry", "certainty": "attributed"},
        {"when": None},
        {"when": When(text="2021", date="2021")},
    ],
)
def test_nobody_stayed_beside_a_stationing_of_another_voice_or_day_cannot_be_decided(changed: dict[str, Any]) -> None:
    """Each voice speaks for itself, and troops come and go."""
    assert results(checked(STAYED, STATIONED.model_copy(update=changed))) == {"presence": "cannot be decided"}


@pytest.mark.parametrize(
    "text",
    [
        "It is the first visit of foreign troops to Peru.",
        "No troops are stationed in Peru.",
        "The army is large.",
        "Police officers are brave.",
    ],
)
def test_nobody_stayed_is_compared_with_nothing_but_a_stationing(text: str) -> None:
    """A visit, another denial, an army at home."""
    assert checked(STAYED, STATIONED.model_copy(update={"text": text})) == ()


def test_a_stationing_in_another_place_is_no_contradiction() -> None:
    """The places must be the same."""
    assert checked(STAYED, STATIONED.model_copy(update={"where": ("chile",)})) == ()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The way to Lima was 600 kilometers.", "From Ica the distance is less than half that.", "fits"),
        ("The way to Lima was 400 kilometers.", "From Ica the distance is less than half that.", "does not fit"),
        ("The way to Lima was over 400 kilometers.", "From Ica the way is less than half that.", "cannot be decided"),
        ("The way to Lima was 500 kilometers.", "From Ica the distance is about half that.", "fits"),
        ("The way to Lima was 130 kilometers.", "From Ica the distance is twice that.", "fits"),
        ("The way to Lima was 60 kilometers.", "From Ica the distance is twice that.", "does not fit"),
        ("The way to Lima was 600 kilometers.", "From Ica the price is less than half that.", None),
        ("The way to Lima was long.", "From Ica the distance is less than half that.", None),
        ("The way to Lima was 600 kilometers.", "From Cusco the distance is less than half that.", None),
    ],
)  # fmt: skip
def test_a_share_of_a_way_is_compared_with_the_map(first: str, second: str, expected: str | None) -> None:
    """Only where the start and the goal are pinned and the distance stands right before."""
    found = checked(fact("first", first), fact("second", second), known=places())
    assert results(found) == ({"ratio": expected} if expected else {})


def test_names_elsewhere_are_counted_but_prove_nothing() -> None:
    """Three provinces, and three names by the same source: fits; two names: cannot be decided."""
    towns = tuple(Place(id=i, name=i.capitalize(), kind="city") for i in ("ica", "puno", "tacna"))
    counted = fact("counted", "Storms hit three provinces.", event="disaster",
                   quantities=(Quantity(value=3, unit="province", text="three"),))  # fmt: skip
    named = fact("named", "Storms hit Ica, Puno and Tacna.", event="disaster", where=("ica", "puno", "tacna"))
    assert results(checked(counted, named, known=towns)) == {"set": "fits"}
    fewer = named.model_copy(update={"where": ("ica", "puno"), "text": "Storms hit Ica and Puno."})
    assert results(checked(counted, fewer, known=towns)) == {"set": "cannot be decided"}
    others = named.model_copy(update={"source": "mayor"})
    assert checked(counted, others, known=towns) == ()


def test_a_date_that_is_not_the_printed_weekday_does_not_fit() -> None:
    """An editor's or the program's slip shows: the printed word stands beside the date."""
    right = fact("right", "It rained.", when=When(text="early Tuesday", date="2016-08-16"))
    wrong = fact("wrong", "It rained.", when=When(text="Monday", date="2016-08-16"))
    night = fact("night", "It rained.", when=When(text="the night to Monday", date="2016-08-16"))
    assert results(checked(right)) == {"weekday": "fits"}
    assert results(checked(wrong)) == {"weekday": "does not fit"}
    assert checked(night) == ()


def test_a_date_worked_out_from_its_weekday_proves_nothing() -> None:
    """The program went from the word to the date; that they agree is no check. That they differ is."""
    computed = When(text="Tuesday", date="2016-08-16", origin="computed")
    assert checked(fact("right", "It rained.", when=computed)) == ()
    edited = computed.model_copy(update={"date": "2016-08-17"})
    assert results(checked(fact("wrong", "It rained.", when=edited))) == {"weekday": "does not fit"}


FLOOD = fact(
    "flood", "The river burst its banks.", event="disaster", when=When(text="early Wednesday", date="2026-03-11")
)


@pytest.mark.parametrize(
    ("text", "when", "expected"),
    [
        ("They opened the gates 36 hours before the flood.", ("Monday afternoon", "2026-03-09"), "fits"),
        ("They opened the gates two days before the flood.", ("Monday", "2026-03-09"), "fits"),
        ("They opened the gates six days before the flood.", ("Monday", "2026-03-09"), "cannot be decided"),
        ("Help came two days after the flood.", ("Friday", "2026-03-13"), "fits"),
        ("Help came a week after the flood.", ("Friday", "2026-03-13"), None),
        ("Help came two days after the vote.", ("Friday", "2026-03-13"), None),
        ("Help came two days after the flood.", ("March", "2026-03"), None),
        ("Help came late.", ("Friday", "2026-03-13"), None),
    ],
)
def test_a_length_of_time_leads_to_the_event_of_the_headline(text: str, when: Any, expected: str | None) -> None:
    """Only where both days are known; what leads elsewhere may belong to another event of that kind."""
    told = fact("told", text, when=When(text=when[0], date=when[1]))
    files = Files(
        briefing=Briefing(title="Flood hits valley", sources=(Publication(id="wire", rights="own"),)),
        events=FactsFile(facts=(FLOOD, told)),
    )
    found = [check for check in consistency(Dossier("case", files)) if check.kind == "order"]
    assert [check.result for check in found] == ([expected] if expected else [])
    assert all(check.facts == ("told", "flood") for check in found)


def test_two_floods_on_two_days_leave_open_which_is_meant() -> None:
    """Nothing is compared that is not surely the same thing."""
    other = FLOOD.model_copy(update={"id": "second", "when": When(text="Thursday", date="2026-03-12")})
    told = fact("told", "Help came two days after the flood.", when=When(text="Friday", date="2026-03-13"))
    files = Files(
        briefing=Briefing(title="Flood hits valley", sources=(Publication(id="wire", rights="own"),)),
        events=FactsFile(facts=(FLOOD, other, told)),
    )
    assert not [check for check in consistency(Dossier("case", files)) if check.kind == "order"]


KILLED = fact("first", "The quake killed 40 people.", source="mayor", certainty="attributed", event="disaster",
              where=("ica",), when=When(text="March 9", date="2026-03-09"))  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"text": "The quake killed 52 people."}, ["cannot be decided"]),
        ({"text": "The quake killed at least 30 people."}, ["fits"]),
        ({"text": "The quake killed 52 people.", "source": "police"}, []),
        ({"text": "The quake killed 52 people.", "source": "article", "certainty": "asserted"}, []),
        ({"text": "The quake killed 52 people.", "where": ("puno",)}, []),
        ({"text": "The quake killed 52 people.", "when": When(text="March 10", date="2026-03-10")}, []),
        ({"text": "The quake killed 52 people.", "when": None}, []),
        ({"text": "The quake killed 12 more people."}, []),
        ({"text": "The quake injured 52 people."}, []),
        ({"text": "The quake may kill 52 people.", "certainty": "planned"}, []),
    ],
)
def test_one_source_with_two_counts_is_told_but_never_called_wrong(changed: Any, expected: list[str]) -> None:
    """Same source, kind of event, place and day; a toll rises, and other voices are a dispute."""
    found = checked(KILLED, KILLED.model_copy(update={"id": "second", **changed}))
    assert [check.result for check in found] == expected


def test_what_does_not_fit_comes_first_and_the_same_check_once() -> None:
    """A sentence and the fact made of it give one check, about both."""
    one = fact("one", "The wall is 10 meters (33 feet) high.")
    two = fact("two", "It rose to 10 meters (33 feet) in May.")
    bad = fact("bad", "The gate is 10 meters (93 feet) wide.")
    found = checked(one, two, bad)
    assert [(check.result, check.facts) for check in found] == [("does not fit", ("bad",)), ("fits", ("one", "two"))]


def test_with_the_article_its_sentences_are_read_and_own_words_of_editors_too() -> None:
    """A fact stands on a stretch of a sentence; what an editor has put into other words is read besides."""
    text = "The wall is 10 meters (33 feet) high. Guards watch it by day and by night, the mayor said on Monday."
    article = article_of_text(text, name="wall.txt")
    words = "The wall is 10 meters (33 feet) high"
    at = At(sentence="P1S1", start=0, end=len(words), hash=text_hash(words))
    found = fact("found", "The wall is high.", at=at)
    edited = fact("edited", "The wall is 10 meters (93 feet) high.", at=at, corrected=Corrected(why="For the test"))
    files = Files(
        briefing=Briefing(title="Wall", sources=(Publication(id="wire", rights="own"),)),
        events=FactsFile(facts=(found, edited)),
    )
    checks = consistency(Dossier("wall", files), article)
    assert [(check.result, check.facts, check.sentences) for check in checks] == [
        ("does not fit", ("edited",), ("P1S1",)),
        ("fits", ("found", "edited"), ("P1S1",)),
    ]
