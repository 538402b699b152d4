"""Who may enter: every way in that is not the page's own is shut."""

from __future__ import annotations

from email.message import Message

import pytest

from onrecord.reviewing.gate import Gate

GATE = Gate("right-key", 8123)
OWN = "http://127.0.0.1:8123"


def headers(**values: str) -> Message[str, str]:
    made: Message[str, str] = Message()
    for name, value in values.items():
        made[name.replace("_", "-")] = value
    return made


@pytest.mark.parametrize("host", ["127.0.0.1:8123", "localhost:8123"])
def test_the_server_answers_to_its_own_names(host: str) -> None:
    """By number and by name, with its port."""
    assert GATE.stranger(headers(Host=host)) is None


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8123"]
)
def test_a_name_that_somebody_else_gave_this_machine_is_refused(host: str) -> None:
    """A page that has its own name point here never reads a line."""
    assert GATE.stranger(headers(Host=host)) == f"this server does not answer to the name '{host}'"


def test_two_names_at_once_are_refused() -> None:
    """Nobody can tell which one was meant."""
    two = headers(Host="127.0.0.1:8123")
    two["Host"] = "evil.example"
    assert GATE.stranger(two)


@pytest.mark.parametrize(
    "told",
    [
        {"Cookie": "onrecord-8123=right-key"},
        {"Cookie": "other=1; onrecord-8123=right-key"},
        {"X_OnRecord_Key": "right-key", "Sec_Fetch_Site": "same-origin"},
    ],
)
def test_who_has_the_key_may_read(told: dict[str, str]) -> None:
    """As a cookie or as a header."""
    assert GATE.reader(headers(**told)) is None


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"Cookie": "onrecord-8123=wrong"},
        {"Cookie": "onrecord-8124=right-key"},
        {"Cookie": "onrecord-8123=right-key", "Sec_Fetch_Site": "cross-site"},
        {"Cookie": "onrecord-8123=right-key", "Sec_Fetch_Site": "same-site"},
        {"X_OnRecord_Key": "right-kéy"},
        {"Cookie": "\x00=;;"},
    ],
)
def test_who_has_not_or_comes_from_elsewhere_may_not_read(told: dict[str, str]) -> None:
    """Another port of this machine is elsewhere too."""
    assert GATE.reader(headers(**told))


@pytest.mark.parametrize(
    "told", [{"Origin": OWN}, {"Origin": "http://localhost:8123"}, {"Sec_Fetch_Site": "same-origin"}]
)
def test_the_page_itself_may_write(told: dict[str, str]) -> None:
    """It shows the key in a header that no form can send."""
    assert GATE.writer(headers(X_OnRecord_Key="right-key", **told)) is None


@pytest.mark.parametrize(
    "told",
    [
        {"X_OnRecord_Key": "right-key"},
        {"X_OnRecord_Key": "right-key", "Origin": "null"},
        {"X_OnRecord_Key": "right-key", "Origin": "https://evil.example", "Sec_Fetch_Site": "same-origin"},
        {"X_OnRecord_Key": "right-key", "Origin": "http://127.0.0.1:8124"},
        {"X_OnRecord_Key": "right-key", "Sec_Fetch_Site": "none"},
        {"X_OnRecord_Key": "wrong", "Origin": OWN},
        {"Cookie": "onrecord-8123=right-key", "Origin": OWN},
    ],
)
def test_nobody_else_may_write(told: dict[str, str]) -> None:
    """Not without the header, not from another page, not with the cookie alone."""
    assert GATE.writer(headers(**told))
