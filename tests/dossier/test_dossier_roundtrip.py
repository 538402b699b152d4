"""What is written is read back the same, by our loader and by others."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.dossier import dump_files, dump_found, load_dossier, load_found
from onrecord.dossier.writing.scalars import scalar
from onrecord.model import (
    Actor,
    ActorsFile,
    At,
    Briefing,
    Corrected,
    Equipment,
    Fact,
    FactsFile,
    Files,
    Found,
    FoundAttribution,
    FoundPlace,
    FoundQuantity,
    MilitaryFile,
    Place,
    PlacesFile,
    Publication,
    Quantity,
    Quote,
    Salute,
    Span,
    Takeaway,
    Taken,
    When,
)

TRAPS = """NO on 12:30 1979 2016-08-16 2016-08 ~ null .5 1e3 0x1F 0777 1_000 = << - --- ... ? ! & * % @ ` y 190:20:30"""
PHRASES = ["a: b", "a #b", '"q"', "it's", "[x]", "{x}", "x:", "a, b", "? x", "- x"]

letters = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(lambda text: text.strip() == text != "")
texts = st.one_of(st.sampled_from(TRAPS.split()), st.sampled_from(PHRASES), letters)
maybe_text = st.none() | texts
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
hashes = st.from_regex(r"[0-9a-f]{8}", fullmatch=True)
dates = st.sampled_from(["2016", "2016-08", "2016-08-16"])
degrees = st.none() | st.floats(-90, 90)
reals = st.floats(-1e9, 1e9, allow_subnormal=False).map(lambda number: round(number, 4))
numbers = st.one_of(st.integers(-(10**9), 10**9), reals)
values = st.one_of(st.none(), numbers, st.tuples(numbers, numbers))


def listed(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


at = st.builds(At, sentence=st.just("P1S2"), start=st.integers(0, 9), end=st.integers(9, 99), hash=hashes)
corrected = st.builds(Corrected, why=texts, by=maybe_text, on=st.just("2026-11-22"))
kept: dict[str, st.SearchStrategy[Any]] = {"id": ids, "at": st.none() | at, "corrected": st.none() | corrected}
operators = st.sampled_from(["=", "~", ">", ">=", "<", "<="])
quantities = st.builds(Quantity, value=values, unit=maybe_text, of=maybe_text, operator=operators, text=maybe_text)
facts = st.builds(
    Fact,
    **kept,
    text=texts,
    source=ids,
    via=st.none() | ids,
    cue=maybe_text,
    certainty=st.sampled_from(["asserted", "hedged", "disputed"]),
    when=st.none() | st.builds(When, text=texts, date=st.none() | dates),
    where=listed(ids),
    quantities=listed(quantities),
    quote=st.none() | st.builds(Quote, text=texts),
)
actors = st.builds(Actor, **kept, name=texts, kind=st.just("person"), aliases=listed(texts), on_record=st.booleans())
places = st.builds(Place, **kept, name=texts, kind=st.just("city"), latitude=degrees, country=maybe_text)
equipment = st.builds(lambda **record: Equipment(**{"class": "ship"}, **record), **kept, name=texts)
count = st.none() | st.integers(0, 9)
sources = st.builds(Publication, id=ids, title=maybe_text, published=st.none() | dates, words=count)
takeaways = st.builds(Takeaway, text=texts, facts=listed(ids, 1))
files = st.builds(
    Files,
    briefing=st.builds(
        Briefing,
        title=texts,
        standfirst=maybe_text,
        invented=st.booleans(),
        sources=listed(sources, 1),
        takeaways=listed(takeaways),
    ),
    actors=st.builds(ActorsFile, actors=listed(actors)),
    places=st.builds(PlacesFile, places=listed(places)),
    events=st.builds(FactsFile, facts=listed(facts)),
    military=st.builds(MilitaryFile, salute=st.builds(Salute, size=listed(ids)), equipment=listed(equipment)),
)
span = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
found = st.builds(
    Found,
    article=st.just(Taken(sha256="0" * 64, published="2016-08-16", words=9)),
    extractor=texts,
    files=st.none() | files,
    attributions=listed(
        st.builds(FoundAttribution, source=listed(span), content=listed(span), kind=st.just("direct"), lemma=maybe_text)
    ),
    quantities=listed(st.builds(FoundQuantity, span=span, value=values, unit=maybe_text)),
    places=listed(
        st.builds(FoundPlace, id=ids, name=texts, kind=st.just("city"), latitude=degrees, mentions=listed(span))
    ),
)
slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(files)
def test_files_are_read_back_as_they_were_written(written: Files) -> None:
    """Any records survive dump and load, value by value."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in dump_files(written).items():
            (folder / file).write_text(text, encoding="utf-8", newline="")
        dossier, problems = load_dossier(folder, folder)
        assert problems == ()
        assert dossier is not None
        assert dossier.files == written


@slow
@given(found)
def test_found_is_read_back_as_it_was_written(written: Found) -> None:
    """`found.yaml` is its own round trip."""
    assert load_found(dump_found(written)) == written


@slow
@given(files)
def test_dumping_is_stable(written: Files) -> None:
    """The same records give the same bytes."""
    assert dump_files(written) == dump_files(Files.model_validate(written.model_dump()))


numberlike = st.from_regex(r"[-+.]?[0-9][-+0-9._:,xobeEaTt ]{0,9}", fullmatch=True).filter(
    lambda text: text.strip() == text
)


@given(texts | numberlike)
def test_other_readers_read_a_text_as_a_text(text: str) -> None:
    """PyYAML's YAML 1.1 reads our scalars as the texts they are; a full date is the one exception."""
    for written in (f"a: {scalar(text)}", f"a: [{scalar(text, flow=True)}]"):
        value = yaml.safe_load(written)["a"]
        read = value[0] if isinstance(value, list) else value
        assert read == text or (type(read) is date and str(read) == text)


@given(numbers)
def test_numbers_are_numbers_to_other_readers(number: float) -> None:
    """No float is written in a form that YAML 1.1 takes for a text."""
    assert yaml.safe_load(scalar(number)) == number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Mosul", "Mosul"), ("NO", '"NO"'), ("12:30", '"12:30"'), ("2016-08-16", "2016-08-16"), ("2016", '"2016"'),
        ("She said: go", '"She said: go"'), ('the "Wall"', 'the "Wall"'), ('"Go"', "'\"Go\"'"), ("it's", "it's"),
        ("Tu-22M3", "Tu-22M3"), ("“We will”", "“We will”"), (1e16, "1.0e+16"), (True, "true"), (None, "null"),
        ("33187083", '"33187083"'), ("5efd4b87", "5efd4b87"), ("2016-08", "2016-08"), ("1,500", '"1,500"'),
         ("1e345678", '"1e345678"'), ("a\nb", '"a\\nb"'), ("", '""'),
        ("« Non », dit-il", "« Non », dit-il"), ("–5", "–5"), ("№ 4", "№ 4"), ("-5 or so", '"-5 or so"'),
    ],
)  # fmt: skip
def test_a_scalar_is_quoted_only_where_someone_could_misread_it(value: object, written: str) -> None:
    """Plain where YAML 1.1 and 1.2 agree, quoted where they do not."""
    assert scalar(value) == written


def test_a_file_reads_well() -> None:
    """Records are blocks, small groups one line, long lines never folded, where it stands and who kept it last."""
    fact = Fact(
        id="port-closed",
        text="The port closed " + "for a very long time " * 8 + "indeed.",
        source="police",
        certainty="attributed",
        when=When(text="Monday", date="2026-11-16"),
        where=("the-port",),
        at=At(sentence="P1S1", start=4, end=30, hash="33187083"),
    )
    briefing = Briefing(title="A test", sources=(Publication(id="wire"),))
    text = dump_files(Files(briefing=briefing, events=FactsFile(facts=(fact, fact))))["events.yaml"]
    record = [
        "  - id: port-closed",
        f"    text: {fact.text}",
        "    source: police",
        "    certainty: attributed",
        "    when: {text: Monday, date: 2026-11-16}",
        "    where: [the-port]",
        '    at: {sentence: P1S1, start: 4, end: 30, hash: "33187083"}',
    ]
    assert text.split("\n") == [
        "# yaml-language-server: $schema=../../onrecord/dossier/schema/events.json",
        "# What happened: the facts of the timeline.",
        "",
        "facts:",
        *record,
        "",
        *record,
        "",
    ]
