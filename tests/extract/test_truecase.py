"""Text in capitals gets its likely case back, and keeps every offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.truecase import English, in_capitals, truecase

WORDS = {
    "police",
    "found",
    "the",
    "car",
    "said",
    "president",
    "bush",
    "army",
    "of",
    "a",
    "liberation",
    "national",
    *("rivera", "bill"),
}
WORDS |= {"rivera", "bill"}
NOUNS = {"police", "car", "army", "rivera", "liberation"}
RARE = {"rivera"}


def _cased(text: str) -> str:
    return truecase(text, [0], English(WORDS.__contains__, NOUNS.__contains__, RARE.__contains__))


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("POLICE FOUND THE CAR.", "Police found the car."),
        ("POLICE FOUND ORTEGA.", "Police found Ortega."),
        ("PRESIDENT BUSH SAID.", "President Bush said."),
        ("POLICE FOUND THE U.S. CAR.", "Police found the U.S. car."),
        ("THE ARMY OF NATIONAL LIBERATION (ELN) SAID.", "The army of national liberation (ELN) said."),
        ("POLICE SAID IN EL SALVADOR.", "Police said in El Salvador."),
        ("POLICE FOUND THE CAR ON MONDAY.", "Police found the car on Monday."),
        ("POLICE FOUND HECTOR.", "Police found Hector."),
        ("HECTOR RIVERA SAID RIVERA FOUND THE CAR.", "Hector Rivera said Rivera found the car."),
        ("POLICE FOUND THE RIVERA.", "Police found the rivera."),
        ("POLICE FOUND THE BILL.", "Police found the bill."),
        ("HECTOR FOUND THE CAR.", "Hector found the car."),
    ],
)
def test_a_text_in_capitals_is_given_its_likely_case(text: str, cased: str) -> None:
    """Known words fall to lower case; names, initials and abbreviations in brackets keep their capitals."""
    assert _cased(text) == cased


def test_a_text_in_mixed_case_stays_as_it_is() -> None:
    """Only text with practically no lower case is changed."""
    text = "The FBI found the CAR."
    assert (in_capitals(text), _cased(text)) == (False, text)


@given(st.text())
def test_no_offset_moves(text: str) -> None:
    """Whatever the text, each code point keeps its place; only its case may change."""
    cased = _cased(text)
    assert len(cased) == len(text)
    assert all(a == b or a.lower() == b for a, b in zip(text, cased, strict=True))
