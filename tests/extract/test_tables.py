"""Results of an election and steps of a court case: filled only where the news itself is one, and whose is sure."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="the extract extra is not installed")

Rows = list[tuple[str | None, str, object]]


def _tables(text: str) -> tuple[str | None, Rows]:
    from onrecord.article import article_of_text
    from onrecord.extract import extract

    files = extract(article_of_text(text, name="test.txt", published="2031-06-17")).files
    assert files is not None
    facts = {fact.id: fact for _, fact in files.facts()}
    results = [
        (row.actor, row.measure, facts[row.fact].quantities[row.quantity - 1].value) for row in files.briefing.results
    ]
    steps = [(row.actor, row.stage, None) for row in files.briefing.case]
    return files.briefing.topic, [*results, *steps]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Mayor Lena Ortiz was re-elected on Tuesday with 52 percent of the vote, the county clerk said.\n\n"
            "Carl Dunn got 41 percent of the votes. A third candidate, teacher Amy Foss, had 7 percent.",
            [("lena-ortiz", "share", 52), ("carl-dunn", "share", 41), ("amy-foss", "share", 7)],
            id="shares, said of the vote or beside one that is",
        ),
        pytest.param(
            "Opposition leader Dina Sator won Sunday's runoff in Zelna with 54.1 percent of the votes, officials said."
            "\n\nPresident Ivo Kranj received 45.9 percent with 92 percent of polling stations counted."
            " Turnout was 58 percent.",
            [
                ("dina-sator", "share", 54.1),
                ("ivo-kranj", "share", 45.9),
                (None, "counted", 92),
                (None, "turnout", 58),
            ],
            id="turnout and what is counted are of the whole",
        ),
        pytest.param(
            "Ona Ray received 18,305 votes in Sunday's election, the commission said. Ray won 4 of 40 seats.",
            [("ona-ray", "votes", 18305), ("ona-ray", "seats", 4)],
            id="votes and seats",
        ),
    ],
)
def test_who_won_what_is_found_on_the_word_of_its_source(text: str, rows: Rows) -> None:
    """Each number beside the one it is said of."""
    assert _tables(text) == ("election", rows)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A poll showed Carl Dunn winning 44 percent of the vote. Dunn is a teacher.", id="a poll"),
        pytest.param("Carl Dunn could win 44 percent of the vote, the clerk said on Monday.", id="what may be"),
        pytest.param("Carl Dunn won 44 percent of the vote in 2027. He is a teacher.", id="a vote of long ago"),
        pytest.param("Carl Dunn did not win 44 percent of the vote, the clerk said.", id="a negation"),
        pytest.param("The bill got 52 votes in the Senate on Monday, officials said.", id="a vote on a bill"),
        pytest.param(
            "Carl Dunn got 41 percent of the profit on Monday, the firm said.", id="a share of something else"
        ),
        pytest.param("Ona Ray and Carl Dunn won 44 percent of the vote on Sunday, the clerk said.", id="two at once"),
        pytest.param(
            "Ona Ray opened a school on Monday. The town has a lake. The school cost $2 million.\n\n"
            "Ray won 52 percent of the vote on Sunday.",
            id="not the news",
        ),
    ],
)
def test_what_is_no_result_of_this_election_makes_no_table(text: str) -> None:
    """Nothing is guessed, and a table is not begun for a line in the background."""
    assert _tables(text) == (None, [])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "A court in Marisport convicted Konrad Holt of bribery on Friday. Judge Anna Leclerc spoke for an hour.\n\n"
            "Former treasurer Eva Brandt was acquitted. Holt had pleaded not guilty."
            " Holt was charged with bribery in 2030.",
            [
                ("konrad-holt", "verdict", None),
                ("eva-brandt", "verdict", None),
                ("konrad-holt", "plea", None),
                ("konrad-holt", "charge", None),
            ],
            id="verdicts, the plea and the charge before them",
        ),
        pytest.param(
            "An appeals court on Wednesday upheld the conviction of opposition leader Tomas Vey.\n\n"
            "Vey was sentenced to nine years in prison in 2029.",
            [("tomas-vey", "appeal", None), ("tomas-vey", "sentence", None)],
            id="an appeal, and the sentence it is against",
        ),
        pytest.param(
            "Konrad Holt stole from a charity, a jury was told on Tuesday. Holt, 58, is accused of fraud."
            " He denies fraud.",
            [("konrad-holt", "charge", None), ("konrad-holt", "plea", None)],
            id="in court, who is accused is charged, and who denies it pleads",
        ),
        pytest.param(
            "Federal prosecutors charged Miles Cobb with fraud on Tuesday. Cobb pleaded not guilty.\n\n"
            "Prosecutors asked for ten years.",
            [
                ("miles-cobb", "charge", None),
                ("miles-cobb", "plea", None),
                ("miles-cobb", "demand", None),
            ],
            id="what is asked for is of the only one accused",
        ),
    ],
)
def test_the_steps_of_a_case_are_found_for_whom_they_are_told_of(text: str, rows: Rows) -> None:
    """The order is that of the article."""
    assert _tables(text) == ("court", rows)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Konrad Holt could be charged with fraud, lawyers said on Monday.", id="what may come"),
        pytest.param("Konrad Holt was not charged with fraud, police said on Monday.", id="a negation"),
        pytest.param("The shop charged Konrad Holt five euros on Monday, he said.", id="money"),
        pytest.param("The minister accused Konrad Holt of lying on Monday. Holt denied it.", id="a quarrel"),
        pytest.param("The minister appealed for calm on Monday. Konrad Holt was there.", id="another appeal"),
        pytest.param(
            "Konrad Holt opened a shop on Monday. The street was full. The mayor came. The shop cost $2 million.\n\n"
            "Holt was convicted of fraud in 2019.",
            id="not the news",
        ),
    ],
)
def test_what_is_no_step_of_a_case_makes_no_table(text: str) -> None:
    """Nothing is guessed, and nobody's old conviction becomes a page."""
    assert _tables(text) == (None, [])


def test_an_earlier_case_of_the_same_person_is_kept_apart() -> None:
    """A conviction before today's charge belongs to another case."""
    topic, rows = _tables(
        "Prosecutors charged Dario Pell with murder on Monday. Pell pleaded not guilty.\n\n"
        "Pell was found guilty of robbery in 2022."
    )
    assert (topic, [stage for _, stage, _ in rows]) == ("court", ["charge", "plea"])
