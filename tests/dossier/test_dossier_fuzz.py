"""Whatever an editor's slip does to a file, loading answers with problems, never with a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.dossier import check, load_dossier

BRIEFING = """title: A test
sources:
  - {id: wire, rights: own, published: 2026-11-16}
takeaways:
  - text: The port closed for 4 days.
    facts: [closed]
disputes:
  - {id: when, question: When?, facts: [closed, open]}
"""
ACTORS = """actors:
  - id: police
    name: "the police"
    kind: government
    aliases: [NO, 'it''s', on]
    on_record: true
"""
EVENTS = """facts:
  - id: closed
    text: The port closed.
    source: police
    certainty: disputed
    when: {text: Monday, date: 2026-11-16, precision: day}
    quantities: [{value: [4, 5], unit: day, operator: ">="}, {value: 1.5e3}]
    quote: {text: "We had … no choice"}
    at: {sentence: P1S1, start: 0, end: 9, hash: "33187083"}
  - id: open
    text: >-
      The port
      stayed open.
    source: article
    certainty: asserted
    denies: [closed]
    corrected: {why: "A reason: good", by: jm, on: 2026-11-22}
"""
TYPED = """: - # ' " [ ] { } , &a *a !t !!int <<: | > % @ ` ? --- ... \\ ~ null yes 0x1F 1e999 2026-02-30 0000 𝟙 ² 😀"""
BLANKS = ["\t", "  ", "\n", ": ", "- ", " #", "\r", "\x00", "\x85", "\u2028", "\ufeff"]
LARGE = ["id: x\n", "---\n", "9" * 40, "[" * 60]
PIECES = st.one_of(st.sampled_from(TYPED.split()), st.sampled_from(BLANKS + LARGE), st.text(max_size=3))
EDITS = st.lists(st.tuples(st.integers(0, 800), st.integers(0, 12), PIECES), min_size=1, max_size=4)
FOUND = f"""extractor: x
article: {{sha256: "{"0" * 64}", words: 5}}
files:
  briefing:
    title: x
    sources: [{{id: a}}]
"""


def edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, removed, put in edits:
        place = start % (len(text) + 1)
        text = text[:place] + put + text[place + removed :]
    return text


def loads_or_tells(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        dossier, problems = load_dossier(folder, folder)
        assert (dossier is None) == bool(problems)
        told = problems if dossier is None else check(dossier)
        assert list(told) == sorted(told)
        for problem in told:
            assert problem.message
            assert problem.explain()


quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(EDITS, st.sampled_from(["briefing", "actors", "events"]))
def test_a_slip_of_the_keyboard_never_ends_in_a_traceback(edits: list[tuple[int, int, str]], name: str) -> None:
    """Pieces typed, pasted or deleted anywhere in a file give a dossier or problems."""
    texts = {"briefing": BRIEFING, "actors": ACTORS, "events": EVENTS}
    texts[name] = edited(texts[name], edits)
    loads_or_tells({f"{file}.yaml": text.encode("utf-8", "surrogatepass") for file, text in texts.items()})


@quick
@given(st.binary(max_size=60), st.sampled_from(["briefing", "military", "found"]))
def test_any_bytes_at_all_are_answered(data: bytes, name: str) -> None:
    """Files that were never YAML are told so."""
    loads_or_tells({"briefing.yaml": BRIEFING.encode(), f"{name}.yaml": data})


@quick
@given(EDITS)
def test_a_found_file_that_someone_edited_is_answered(edits: list[tuple[int, int, str]]) -> None:
    """`found.yaml` is the program's, yet a slip in it is told like any other."""
    loads_or_tells({"briefing.yaml": BRIEFING.encode(), "found.yaml": edited(FOUND, edits).encode("utf-8", "replace")})


def test_a_folder_where_a_file_belongs_is_told(tmp_path: Path) -> None:
    """What cannot be opened is a problem with a reason."""
    (tmp_path / "briefing.yaml").write_text(BRIEFING)
    (tmp_path / "events.yaml").mkdir()
    assert [p.explain() for p in load_dossier(tmp_path, tmp_path)[1]] == [
        "events.yaml: a folder has the name of the file\n  rename the folder, or move it elsewhere"
    ]
