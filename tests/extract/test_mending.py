"""Slips of the parser that are set right, and trees that are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.reading import Reading

Read = Callable[..., Reading]


def _of(reading: Reading, word: str) -> tuple[str, str]:
    """The head and the relation of the first token that reads `word`."""
    token = next(t for t in reading.doc if t.text == word)
    return token.head.text, token.dep_


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        pytest.param(
            "Prime Minister Adil Hamadi, who is seeking a second term, promised his government would fund two wells.",
            "government",
            ("fund", "nsubj"),
            id="who is to act is the subject of the content",
        ),
        pytest.param(
            "Alba Hern, head of the SMN, said the storm would probably be a Category 4 hurricane when it reached land, "
            "and could cause waves several meters high.",
            "cause",
            ("be", "conj"),
            id="a modal behind the content goes on with the content",
        ),
        pytest.param(
            "Mayor Ona Ray was re-elected on Tuesday with 52 percent of the vote.",
            "Ray",
            ("re-elected", "nsubjpass"),
            id="a verb with a prefix behind a hyphen is one word",
        ),
        pytest.param(
            "A bomb killed at least 31 people in the market on Monday.",
            "bomb",
            ("killed", "nsubj"),
            id="a participle with an object of its own is the main verb",
        ),
        pytest.param(
            "Houses destroyed by the flood.",
            "destroyed",
            ("Houses", "acl"),
            id="a participle with an agent describes its noun",
        ),
        pytest.param(
            "Soldiers given two days of leave.",
            "leave",
            ("of", "pobj"),
            id="a participle of giving keeps its object",
        ),
        pytest.param(
            "Several outlets reported on Wednesday the agency had met the actor.",
            "met",
            ("reported", "ccomp"),
            id="a finite verb read as a participle",
        ),
        pytest.param(
            "The bridge, engineers said in a letter, is safe.",
            "bridge",
            ("is", "nsubj"),
            id="the subject of the content before the cue",
        ),
        pytest.param(
            "An investigator told a briefing that weapons were seized.",
            "seized",
            ("told", "ccomp"),
            id="what a briefing is told does not describe the briefing",
        ),
        pytest.param(
            "There are 62 farms within the floodplain, environmentalists estimate, and Lund Energy has four sites.",
            "estimate",
            ("are", "parataxis"),
            id="a cue between commas is an aside",
        ),
        pytest.param(
            "Satellite images taken on Thursday show at least four craters in the market and burned vehicles.",
            "craters",
            ("show", "dobj"),
            id="a verb tagged as a noun",
        ),
        pytest.param(
            "The metal is still found in the pipes of some 26,000 schools, the nonprofit Open Tap estimates.",
            "estimates",
            ("found", "parataxis"),
            id="a cue at the end tagged as a noun",
        ),
        pytest.param(
            "He said the dead would be buried with honour and vowed that the crime would be punished.",
            "vowed",
            ("said", "conj"),
            id="who vows is who says so",
        ),
        pytest.param(
            "The jury heard that Lund had accepted that the account was his, but claimed he had opened it for her.",
            "claimed",
            ("accepted", "conj"),
            id="a court does not claim what it hears",
        ),
        pytest.param(
            "He told detectives he believed the money was safe.",
            "believed",
            ("told", "ccomp"),
            id="what officers are told",
        ),
        pytest.param(
            "Flemming, 84, said he quickly left, but added Lund later told him the boat was sold.",
            "told",
            ("added", "ccomp"),
            id="a second cue read as a modifier",
        ),
        pytest.param(
            "The prosecution disputes that figure.",
            "figure",
            ("disputes", "dobj"),
            id="a thing read as a clause",
        ),
        pytest.param(
            "Assomo said the information was false and blamed armed rebels for the death of the priest.",
            "blamed",
            ("said", "conj"),
            id="who blames is who says what is false",
        ),
        pytest.param(
            "The clerk told a story that nobody believed.",
            "believed",
            ("story", "relcl"),
            id="a relative clause stays one",
        ),
        pytest.param(
            "The pilot told the crew to leave.", "crew", ("told", "dobj"), id="who is told stays the object of the cue"
        ),
        pytest.param(
            "The papers reported on Wednesday were dull.",
            "reported",
            ("papers", "acl"),
            id="a participle stays one where the main verb has one subject",
        ),
    ],
)
def test_heads_are_where_the_sentence_has_them(text: str, word: str, wanted: tuple[str, str], read_text: Read) -> None:
    """Each word hangs on the verb it belongs to."""
    assert _of(read_text(text), word) == wanted


def test_mending_moves_no_sentence_boundary(read_text: Read) -> None:
    """The sentences of the parse stay the article's."""
    text = "Several outlets reported on Wednesday the agency had met the actor. It denied that."
    assert [s.text.strip() for s in read_text(text).doc.sents] == text.replace(". It", ".|It").split("|")


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Ana Ruiz hoped for rain.", {"hoped": "hope"}),
        ("The judge fined him and staged a walkout.", {"fined": "fine", "staged": "stage"}),
        ("The dog hopped over the fence.", {"hopped": "hop"}),
        ("The race started late.", {"started": "start"}),
    ],
)
def test_a_lost_last_letter_is_given_back(text: str, lemmas: dict[str, str], read_text: Read) -> None:
    """The dictionary form is one that has the form in the text."""
    doc = read_text(text).doc
    assert {t.text: t.lemma_ for t in doc if t.text in lemmas} == lemmas
