"""The model, not YAML, decides what a scalar means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.dossier import load_dossier
from onrecord.model import Dossier, Quantity

Load = Callable[..., Dossier]
BRIEFING = "title: A test\nsources: [{id: wire, rights: own}]\n"


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Writes files given by name and loads them, expecting no problem."""

    def loaded(**files: str | bytes) -> Dossier:
        for name, text in {"briefing": BRIEFING, **files}.items():
            data = text.encode() if isinstance(text, str) else text
            (tmp_path / f"{name}.yaml").write_bytes(data)
        dossier, problems = load_dossier(tmp_path, tmp_path)
        assert dossier is not None, "\n".join(problem.explain() for problem in problems)
        return dossier

    return loaded


def actor_named(written: str) -> str:
    return f"actors:\n  - id: one\n    name: {written}\n    kind: person\n"


def quantity(written: str) -> str:
    fact = "facts:\n  - id: one\n    text: t\n    source: article\n    certainty: asserted\n"
    return f"{fact}    quantities: [{{value: {written}}}]\n"


TEXTS = """NO on off yes n Y true False 1979 12:30 2016-08-16 1e3 0x1F 0o17 0777 1_000 ~ null Null .5 .inf -1 +4 = 3.14
190:20:30 <<"""


@pytest.mark.parametrize("written", TEXTS.split())
def test_a_text_is_the_text_that_stands_there(load: Load, written: str) -> None:
    """Where the model wants a text, no plain scalar turns into anything else."""
    assert load(actors=actor_named(written)).actors["one"].name == written


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("4", 4), ("-3", -3), ("+4", 4), ("010", 10), ("0x1F", 31), ("0o17", 15), ("2.5", 2.5), (".5", 0.5),
        ("5.", 5.0), ("1e3", 1000.0), ("[10, 12]", (10, 12)), ("[1.5, 2]", (1.5, 2)),
        ("null", None), ("~", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_is_read_as_yaml_1_2_reads_it(load: Load, written: str, means: object) -> None:
    """Where the model wants a number, YAML 1.2's numbers are read, and nothing at all where it may be empty."""
    assert load(events=quantity(written)).facts["one"].quantities[0].value == means


def test_an_integer_stays_an_integer(load: Load) -> None:
    """`4` is four, not 4.0: pages print it as it was written."""
    assert repr(load(events=quantity("4")).facts["one"].quantities[0].value) == "4"


@pytest.mark.parametrize("written", ["~", "null", ""])
def test_null_is_none_only_where_a_field_may_be_empty(load: Load, written: str) -> None:
    """An optional text left blank is absent."""
    assert load(actors=actor_named("x") + f"    role: {written}\n").actors["one"].role is None


def test_a_quoted_null_is_a_text(load: Load) -> None:
    """Quotation marks make any word a text."""
    assert load(actors=actor_named("x") + '    role: "null"\n').actors["one"].role == "null"


def test_a_tilde_is_an_operator(load: Load) -> None:
    """`~` means about, where the field is an operator."""
    dossier = load(events=quantity("4, operator: ~"))
    assert dossier.facts["one"].quantities == (Quantity(value=4, operator="~"),)


@pytest.mark.parametrize(("written", "means"), [("true", True), ("false", False)])
def test_true_and_false_are_the_only_words_for_true_and_false(load: Load, written: str, means: bool) -> None:
    """The two words of YAML 1.2 in lower case are read."""
    assert load(actors=actor_named("x") + f"    on_record: {written}\n").actors["one"].on_record is means


def test_a_list_left_blank_is_empty(load: Load) -> None:
    """`aliases:` with nothing behind it is no alias."""
    assert load(actors=actor_named("x") + "    aliases:\n").actors["one"].aliases == ()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + actor_named("Zoë").encode(),
        actor_named("Zoë").replace("\n", "\r\n").encode(),
        ("---\n" + actor_named("Zoë") + "...\n").encode(),
        ("# yaml-language-server: $schema=actors.json\n\n" + actor_named("Zoë # the mayor")).encode(),
        actor_named('"Zo\\u00eb"').encode(),
        actor_named(">-\n      Zoë").encode(),
    ],
    ids=["byte order mark", "CRLF", "document marks", "comments", "escape", "block"],
)
def test_the_same_text_in_another_dress_is_the_same(load: Load, data: bytes) -> None:
    """Byte order mark, line ends, document marks, comments and styles of quoting change no value."""
    assert load(actors=data).actors["one"].name == "Zoë"


def test_every_record_knows_its_line(load: Load) -> None:
    """Positions count from 1 and point at the record's first key."""
    dossier = load(actors="# who\n" + actor_named("x"))
    place = dossier.positions["actors/one"]
    assert (place.file, place.line, place.column) == ("actors.yaml", 3, 5)


def test_keys_of_the_briefing_know_their_line(load: Load) -> None:
    """The overview's edit links need the line of a key."""
    assert load().positions["briefing/sources"].line == 2


def test_a_dossier_of_one_file_loads(load: Load) -> None:
    """Only briefing.yaml is required."""
    assert load().files.events.facts == ()
