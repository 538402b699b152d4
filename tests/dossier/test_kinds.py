"""Wording is told apart from substance, and in doubt a change is one of substance."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.dossier.kinds import kind_of
from onrecord.dossier.rewording import same_weight, same_words

FACT: dict[str, Any] = {"text": "The port closed.", "source": "mayor", "certainty": "attributed"}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("The port closed.", "The port closes."),
        ("Two ships were held.", "2 ships were held."),
        ("About 1,200 fled.", "Approximately 1200 fled"),
        ("Four ships were held in the harbor on Monday.", "On Monday, four ships were held in the harbor."),
        ("The defence ministry closed its programme.", "The defense ministry closes its program."),
        ("They didn’t return.", "They did not return."),
        ("They can’t return.", "They cannot return."),
        ("U.S. officials say five percent left.", "United States officials said 5% left."),
        ("Russia’s bombers took off.", "Russia's bombers take off."),
        ("The work began in 1990.", "The work started in 1990"),
        ("Gen. Ruiz resigned on Aug. 3.", "General Ruiz resigned on August 3."),
        ("A union says that it is too late.", "The union says it is too late."),
        ("The police tried to stop them.", "The police try to stop them."),
        ("He said: “We stay.”", 'He said: "We stay."'),
    ],
)
def test_other_words_for_the_same(was: str, now: str) -> None:
    """Spelling, tense, articles, digits, an abbreviation, a time or a place at the other end."""
    assert same_words(was, now)
    assert same_words(now, was)


@pytest.mark.parametrize(
    ("what", "was", "now"),
    [
        ("negation", "The port was not closed.", "The port was closed."),
        ("negation, short", "The port wasn’t closed.", "The port was closed."),
        ("number", "4 ships were held.", "8 ships were held."),
        ("number in words", "Four ships were held.", "Eight ships were held."),
        ("digits moved", "It cost 1.25 euros.", "It cost 12.5 euros."),
        ("sign", "It was -5 degrees.", "It was 5 degrees."),
        ("operator", "At least 4 ships were held.", "4 ships were held."),
        ("another operator", "At least 4 ships were held.", "At most 4 ships were held."),
        ("reservation", "The alleged thief fled.", "The thief fled."),
        ("reservation added", "The thief fled.", "The thief perhaps fled."),
        ("harm", "Five people were killed.", "Five people were wounded."),
        ("name", "Planes left Russia.", "Planes left Ukraine."),
        ("name in capitals", "IS fighters left.", "US fighters left."),
        ("direction", "They moved north.", "They moved south."),
        ("scale", "It cost 4 million euros.", "It cost 4 billion euros."),
        ("currency", "They paid $40.", "They paid €40."),
        ("unit", "It lies 50 miles away.", "It lies 50 kilometers away."),
        ("day", "It closed on Monday.", "It closed on Tuesday."),
        ("who to whom", "Rebels attacked the army.", "The army attacked rebels."),
        ("passive", "The rebels attacked.", "The rebels were attacked."),
        ("passive, whole", "The rebels attacked the army.", "The rebels were attacked by the army."),
        ("participle", "The attacked rebels fled.", "The attacking rebels fled."),
        ("one or many", "An air strike hit the port.", "Air strikes hit the port."),
        ("few", "A few survived.", "Few survived."),
        ("share or order", "A third ship sank.", "The third ship sank."),
        ("ahead or past", "The port will close.", "The port closed."),
        ("duty", "The mayor had to resign.", "The mayor resigned."),
        ("from and to", "Planes flew to Iran.", "Planes flew from Iran."),
        ("before and after", "It closed before noon.", "It closed after noon."),
        ("quotation", "They are “bandits”.", "They are bandits."),
        ("question", "Did the port close?", "Did the port close."),
        ("verb of saying", "The mayor said it closed.", "The mayor claimed it closed."),
        ("opposite", "The mayor opened the gates.", "The mayor closed the gates."),
        ("short words", "The feed stopped.", "The fee stopped."),
        ("a word more", "The port closed.", "The old port closed."),
        ("order of a sum", "Seven of 12 ships sank.", "12 of seven ships sank."),
        ("nothing left", "The port closed.", "…"),
    ],
)  # fmt: skip
def test_another_statement(what: str, was: str, now: str) -> None:
    """Whatever a reader could rely on counts, in both directions."""
    assert not same_words(was, now), what
    assert not same_words(now, was), what


@pytest.mark.parametrize(
    ("field", "before", "after", "kind"),
    [
        ("text", {}, {"text": "The port closes."}, "wording"),
        ("text", {}, {"text": "The port was shut."}, "correction"),
        ("text", {}, {"text": "The port closes.", "source": "police"}, "correction"),
        ("text", {}, {"text": "The port closes.", "hedge": "perhaps"}, "correction"),
        ("text", {"where": ["a", "b"]}, {"text": "The port closes.", "where": ["b", "a"]}, "wording"),
        ("where", {"where": ["a", "b"]}, {"where": ["b", "a"]}, "filing"),
        ("where", {"where": ["a"]}, {"where": ["a", "b"]}, "correction"),
        ("when", {"when": {"text": "Monday", "date": "2026-11-16"}},
         {"when": {"text": "on Monday", "date": "2026-11-16"}}, "correction"),
        ("when", {"when": {"text": "the Monday", "date": "2026-11-16"}},
         {"when": {"text": "Monday", "date": "2026-11-16"}}, "wording"),
        ("when", {"when": {"text": "Monday", "date": "2026-11-16"}},
         {"when": {"text": "Monday", "date": "2026-11-17"}}, "correction"),
        ("quantities", {"quantities": [{"value": 4, "text": "four"}]},
         {"quantities": [{"value": 4, "text": "4"}]}, "wording"),
        ("quantities", {"quantities": [{"value": 4}]}, {"quantities": [{"value": 4, "operator": ">="}]}, "correction"),
        ("heading", {"heading": "One"}, {"heading": "Two"}, "filing"),
        ("actors", {"actors": ["iran"]}, {"actors": ["iran", "russia"]}, "filing"),
        ("actors", {"actors": ["iran"]}, {"actors": ["russia"]}, "correction"),
        ("cue", {"cue": "said"}, {"cue": "told"}, "filing"),
        ("cue", {"cue": "claimed"}, {"cue": "said"}, "correction"),
        ("side", {}, {"side": "government"}, "filing"),
        ("side", {"side": "rebels"}, {"side": "government"}, "correction"),
        ("quote", {"quote": {"text": "We stay"}}, {"quote": {"text": "We go"}}, "correction"),
        ("certainty", {}, {"certainty": "hedged"}, "correction"),
        ("name", {"name": "The Port"}, {"name": "the port"}, "wording"),
        ("name", {"name": "The port of Koper"}, {"name": "the port"}, "correction"),
    ],
)  # fmt: skip
def test_the_kind_of_a_change(field: str, before: dict[str, Any], after: dict[str, Any], kind: str) -> None:
    """Only a text whose source, certainty and numbers stay can be wording; lists say nothing by their order."""
    assert kind_of(field, {**FACT, **before}, {**FACT, **after}) == kind


@pytest.mark.parametrize(
    ("said", "text", "kind"),
    [
        ("clarification", "The port of Koper closed.", "clarification"),
        ("update", "The port closed for two days.", "update"),
        ("correction", "The port closes.", "correction"),
        ("wording", "The harbor shut down.", "wording"),
        ("wording", "The port did not close.", "correction"),
        ("wording", "The port probably closed.", "correction"),
        ("wording", "The port of Koper closed.", "correction"),
        ("wording", "Two ports closed.", "correction"),
        (None, "The harbor shut down.", "correction"),
    ],
)  # fmt: skip
def test_what_a_person_calls_a_change(said: str | None, text: str, kind: str) -> None:
    """They are believed, but a number, a name, a negation or a reservation is never a matter of words."""
    assert kind_of("text", FACT, {**FACT, "text": text}, said=said) == kind


def test_filing_stays_filing_whatever_it_is_called() -> None:
    """The reason belongs to what the record says; under what heading it stands goes along."""
    assert kind_of("heading", FACT, {**FACT, "heading": "x"}, said="clarification") == "filing"


@pytest.mark.parametrize(
    ("was", "now", "same"),
    [
        ("Four vessels were kept in port.", "In port, 4 ships were held.", True),
        ("The base in Iran cuts the distance.", "The Iranian base cuts the distance.", False),
        ("Syria’s army left.", "The army of Syria left.", True),
        ("At least four left.", "Four left, at the least.", True),
    ],
)
def test_what_weighs(was: str, now: str, same: bool) -> None:
    """Numbers, words of polarity and size, and names that do not open the text."""
    assert same_weight(was, now) is same
