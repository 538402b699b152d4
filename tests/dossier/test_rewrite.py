"""What the careful writer does to a file, case by case: the text before, and the text that holds the wanted values."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from onrecord.dossier import Unwritable, rewrite
from onrecord.dossier.reading.shapes import Group
from onrecord.dossier.reading.source import decode
from onrecord.dossier.reading.tree import read_tree
from onrecord.dossier.reading.typed import Reader
from onrecord.model import Actor, ActorsFile, Files, Record

# What happens, in which file; the text before; the text after, which holds the values asked for.
CASES: list[tuple[str, str, str, str]] = [
    (
        "a changed value changes its own part of its line; the remark beside it and its neighbours' dress stay",
        "actors",
        """\
        actors:
          -   id: ana-ruiz
              kind:   "person"    # of course
              name: Ana Ruis      # as printed
              role:   'mayor'
        """,
        """\
        actors:
          -   id: ana-ruiz
              kind:   "person"    # of course
              name: Ana Ruiz      # as printed
              role:   'mayor'
        """,
    ),
    (
        "quotation marks stay those of the person, where they can hold the new text",
        "actors",
        """\
        actors:
          - {id: a, name: 'Ana', kind: person, role: "mayor", side: 'x'}
        """,
        """\
        actors:
          - {id: a, name: 'Ana''s', kind: person, role: "the \\"mayor\\"", side: "a\\tb"}
        """,
    ),
    (
        "a plain text that can no longer be plain gets quotation marks",
        "actors",
        """\
        actors:
        - id: a
          name: Ana
          kind: person
          aliases: [Ana R, the mayor]
        """,
        """\
        actors:
        - id: a
          name: "Ana: mayor"
          kind: person
          aliases: ["NO, she", the mayor]
        """,
    ),
    (
        "a new key stands where the program would put it, in the record's own indentation",
        "events",
        """\
        facts:
            - id: a
              text: The port closed.
              source: article
              certainty: asserted
              # looked up on Monday
              at: {sentence: P1S1, start: 1, end: 2, hash: 0123abcd}
        """,
        """\
        facts:
            - id: a
              text: The port closed.
              source: article
              cue: said
              certainty: asserted
              where: [oslo]
              quantities: [{value: 4, unit: ship}]
              # looked up on Monday
              at: {sentence: P1S1, start: 1, end: 2, hash: 0123abcd}
              reviewed: {by: jm, on: 2026-11-22}
        """,
    ),
    (
        "a removed key takes its lines with it, and no others",
        "places",
        """\
        places:
          - id: oslo
            name: Oslo
            kind: city
            aliases:
              - Kristiania
              - Christiania
            note: the capital
        """,
        """\
        places:
          - id: oslo
            name: Oslo
            kind: city
            note: the capital
        """,
    ),
    (
        "a removed value with a remark is said to be nothing, so that the remark keeps its place",
        "events",
        """\
        facts:
          - id: a
            text: The port closed.
            source: article
            certainty: asserted
            cue: said   # or claimed?
            where: [oslo]  # Bergen?
            # the paper is not sure
            hedge: perhaps
        """,
        """\
        facts:
          - id: a
            text: The port closed.
            source: article
            certainty: asserted
            cue: null   # or claimed?
            where: []  # Bergen?
            # the paper is not sure
            hedge: null
        """,
    ),
    (
        "a record is added behind the one before it, parted as its neighbours are",
        "actors",
        """\
        actors:
          - id: a
            name: A
            kind: person
            # more of A


          - id: b
            name: B
            kind: person
        """,
        """\
        actors:
          - id: a
            name: A
            kind: person
            # more of A

          - id: c
            name: C
            kind: person


          - id: b
            name: B
            kind: person
        """,
    ),
    (
        "a removed record takes the blank line with it; a heading between records stays",
        "actors",
        """\
        actors:
          - id: a
            name: A
            kind: person

          - id: b
            name: B
            kind: person

          # the others

          - id: c
            name: C
            kind: person
        """,
        """\
        actors:
          - id: a
            name: A
            kind: person

          # the others

          - id: c
            name: C
            kind: person
        """,
    ),
    (
        "a moved record takes along what is said directly above it",
        "actors",
        """\
        actors:
        - {id: a, name: A, kind: person}
        - {id: b, name: B, kind: person}   # beside B
        # about C
        - {id: c, name: C, kind: person}
        """,
        """\
        actors:
        # about C
        - {id: c, name: C, kind: person}
        - {id: a, name: A, kind: person}
        - {id: b, name: B, kind: person}   # beside B
        """,
    ),
    (
        "a renamed record is the same record",
        "actors",
        """\
        actors:
          - id: a  # too short
            name: A
            kind: person
        """,
        """\
        actors:
          - id: ana  # too short
            name: A
            kind: person
        """,
    ),
    (
        "lists and groups in brackets are changed inside their line",
        "events",
        """\
        facts:
          - id: a
            text: Ships left.
            source: article
            certainty: asserted
            where: [ oslo,bergen , hund ]
            when: {text: Monday,  precision: day}
            quantities: [{value: 4, unit: ship}, {value: 2, unit: crew}]
        """,
        """\
        facts:
          - id: a
            text: Ships left.
            source: article
            certainty: asserted
            where: [ oslo,hund,skog ]
            when: {text: Monday,  date: 2026-11-16,  precision: day}
            quantities: [{value: 4, unit: ship}, {value: [2, 3], unit: crew, operator: "~"}]
        """,
    ),
    (
        "brackets over several lines keep them, with what is said in them",
        "actors",
        """\
        actors:
          - id: a
            name: A
            kind: person
            aliases: [
              the mayor,  # since May
              the boss,
            ]
        """,
        """\
        actors:
          - id: a
            name: A
            kind: person
            aliases: [
              the mayor,  # since May
              the chief,
            ]
        """,
    ),
    (
        "a new record among records in braces has its keys in the usual order",
        "actors",
        """\
        actors:
          - {id: a, name: A, kind: person}
        """,
        """\
        actors:
          - {id: a, name: A, kind: person}
          - {id: b, name: B, kind: person, reviewed: {by: jm, on: 2026-11-22}}
        """,
    ),
    (
        "what is new in brackets over several lines gets a line, and remarks stay beside what they are about",
        "events",
        """\
        facts:
          - id: a
            text: Ships left.
            source: article
            certainty: asserted
            where: [
              oslo,  # the port
              hund,
              skog,
            ]
            when: {
              text: Monday,  # or Sunday?
              precision: day }
        """,
        """\
        facts:
          - id: a
            text: Ships left.
            source: article
            certainty: asserted
            where: [
              oslo,  # the port
              bergen,
              hund,
              skog,
            ]
            when: {
              text: Monday,  # or Sunday?
              date: 2026-11-16, precision: day }
        """,
    ),
    (
        "brackets that hold nothing any more are closed",
        "military",
        """\
        # how many
        salute: {
            size: [a],
          }
        facts: [{id: a, text: Ships left., source: article, certainty: asserted}]
        """,
        """\
        # how many
        salute: {}
        facts: [{id: a, text: Ships left., source: article, certainty: asserted}]
        """,
    ),
    (
        "a text over several lines changes where its words do",
        "briefing",
        """\
        title: A test
        standfirst: >
          The port closed on Monday
          after the storm, as the
          harbour master said.
        sources: [{id: wire, title: "Port
          closes, ships
          wait"}]
        """,
        """\
        title: A test
        standfirst: >
          The port closed on Monday
          before the storm, as the
          harbour master said.
        sources: [{id: wire, title: "Port
          closes, all ships
          wait"}]
        """,
    ),
    (
        "a block that holds nothing any more leaves the remark on its first line",
        "briefing",
        """\
        title: A test
        standfirst: >-  # too long
          The port closed
          on Monday.
        sources: [{id: wire}]
        """,
        """\
        title: A test
        standfirst: null  # too long
        sources: [{id: wire}]
        """,
    ),
    (
        "a block of lines stays a block of lines",
        "places",
        """\
        places:
        - id: oslo
          name: Oslo
          kind: city
          note: |-
            the capital
            of Norway

        """,
        """\
        places:
        - id: oslo
          name: Oslo
          kind: city
          note: |-
            the capital
            and port
            of Norway

        """,
    ),
    (
        "the first record of an empty list goes below its key; examples in remarks stay",
        "actors",
        """\
        actors: []  # nobody yet
        # - id: ana-ruiz
        #   name: Ana Ruiz
        """,
        """\
        actors:  # nobody yet
          - id: a
            name: A
            kind: person
        # - id: ana-ruiz
        #   name: Ana Ruiz
        """,
    ),
    (
        "the last record of a file leaves an empty list",
        "actors",
        """\
        # Who acts.
        actors:
          - id: a
            name: A
            kind: person

        # The end.
        """,
        """\
        # Who acts.
        actors: []

        # The end.
        """,
    ),
    (
        "a file that holds only remarks gets its keys below them",
        "actors",
        """\
        # Who acts.
        """,
        """\
        # Who acts.

        actors:
          - id: a
            name: A
            kind: person
        """,
    ),
    (
        "a key left empty gets its value",
        "events",
        """\
        facts:
          - id: a
            text: Ships left.
            source: article
            cue:
            certainty: asserted
            when:   # ?
            where:
        """,
        """\
        facts:
          - id: a
            text: Ships left.
            source: article
            cue: said
            certainty: asserted
            when: {text: Monday}   # ?
            where: [oslo]
        """,
    ),
    (
        "a whole file in brackets stays one",
        "events",
        """\
        {facts: [{id: a, text: Ships left., source: article, certainty: asserted}]}
        """,
        """\
        {facts: [{id: a, text: All ships left., source: article, certainty: asserted}]}
        """,
    ),
    (
        "lines that begin with a dash alone, and lists at the edge",
        "events",
        """\
        ---
        facts:
        -
            id: a
            text: Ships left.
            source: article
            certainty: asserted
            where:
            - oslo  # or near it
            - bergen
        ...
        """,
        """\
        ---
        facts:
        -
            id: a
            text: Ships left.
            source: article
            cue: said
            certainty: asserted
            where:
            - oslo  # or near it
            - hund
            - bergen
        ...
        """,
    ),
    (
        "keys of a page's head are added and removed among their neighbours",
        "briefing",
        """\
        title: A test

        language: de

        sources:
          - id: wire
            rights: own

        gaps:
          - question: Why?
        """,
        """\
        title: A test
        standfirst: A line.

        sources:
          - id: wire
            rights: own
        takeaways:
          - text: Ships left.
            facts: [a]
        """,
    ),
]


def loaded(name: str, text: str) -> Record:
    """What a text holds."""
    record: Any = Files.model_fields[name].annotation
    source = decode(text.encode(), name)
    tree = read_tree(source)
    value = Reader(source).read(tree, Group(record), name) if tree else record()
    assert source.problems == []
    assert isinstance(value, Record)
    return value


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("say", "name", "before", "after"), CASES, ids=[case[0] for case in CASES])
def test_a_file_is_changed_as_a_person_would(say: str, name: str, before: str, after: str, ending: str) -> None:
    """The text before becomes exactly the text after, whatever its line ends, with and without the last of them."""
    old, new = (dedent(text).replace("\n", ending) for text in (before, after))
    for mark in ("", "\ufeff"):
        assert rewrite(name, (mark + old).encode(), loaded(name, new)).decode() == mark + new
    if old.count(ending) > 1 and not old.endswith(ending * 2):
        short, shorter = old.removesuffix(ending), new.removesuffix(ending)
        assert rewrite(name, short.encode(), loaded(name, new)).decode() == shorter


REMARKED = """\
actors:
  - id: a
    name: A
    kind: person

  # Is it she?
  - id: b
    name: B
    kind: person
"""


def test_a_remark_is_not_removed_with_its_record() -> None:
    """The writer refuses, says where the remark stands, and hands over the patch; unless remarks may go."""
    wanted = ActorsFile(actors=(Actor(id="a", name="A", kind="person"),))
    with pytest.raises(Unwritable) as refusal:
        rewrite("actors", REMARKED.encode(), wanted, file="content/x/actors.yaml")
    assert str(refusal.value).split("\n") == [
        "content/x/actors.yaml:6:3: a remark stands in what would be removed",
        "    # Is it she?",
        "    ^",
        "  move the remark elsewhere or delete it; or apply the patch: git apply",
    ]
    assert refusal.value.patch.split("\n") == [
        "--- a/content/x/actors.yaml",
        "+++ b/content/x/actors.yaml",
        "@@ -2,8 +2,3 @@",
        "   - id: a",
        "     name: A",
        "     kind: person",
        "-",
        "-  # Is it she?",
        "-  - id: b",
        "-    name: B",
        "-    kind: person",
        "",
    ]
    assert (
        rewrite("actors", REMARKED.encode(), wanted, drop_remarks=True) == REMARKED[: REMARKED.index("\n  #")].encode()
    )


def test_every_remark_in_the_way_is_told_at_once() -> None:
    """Above a record, beside its values and below it: each with its place."""
    old = REMARKED.replace("name: B", "name: B  # or Bea").encode() + b"    # or not\n"
    with pytest.raises(Unwritable) as refusal:
        rewrite("actors", old, ActorsFile(actors=(Actor(id="a", name="A", kind="person"),)))
    assert [(problem.line, problem.column) for problem in refusal.value.problems] == [(6, 3), (8, 14), (10, 5)]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", [True, False])
def test_the_patch_can_be_applied(tmp_path: Path, ending: str, mark: str, last: bool) -> None:
    """`git apply` makes of the file what the writer would have made of it, byte for byte."""
    old = (mark + (REMARKED if last else REMARKED[:-1]).replace("\n", ending)).encode()
    wanted = ActorsFile(actors=(Actor(id="b", name="Bea", kind="person"),))
    marked = old.replace(b"name: A", b"name: A  # ?")
    with pytest.raises(Unwritable) as refusal:
        rewrite("actors", marked, wanted, file="x/actors.yaml")
    file = tmp_path / "x" / "actors.yaml"
    file.parent.mkdir()
    file.write_bytes(marked)
    command = ["git", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(
        command, input=refusal.value.patch.encode(), cwd=tmp_path, check=True, env={"PATH": os.environ["PATH"]}
    )
    assert file.read_bytes() == rewrite("actors", marked, wanted, drop_remarks=True) != marked


def test_a_file_that_cannot_be_read_is_not_written() -> None:
    """What is wrong is told with its place, all of it; no patch is offered that would drop what nobody could read."""
    with pytest.raises(Unwritable) as refusal:
        rewrite("actors", b"actors: [a\nroles: b\n", ActorsFile())
    assert str(refusal.value).startswith("actors.yaml:1:9: a list opens with '[' and is not closed")
    assert refusal.value.patch == ""


def test_a_file_saved_since_it_was_loaded_is_not_changed() -> None:
    """What the caller took the file to say is no longer what it says: their change would undo a person's."""
    loaded_then = ActorsFile(actors=(Actor(id="a", name="An", kind="person"), Actor(id="b", name="B", kind="person")))
    wanted = ActorsFile(actors=loaded_then.actors[:1])
    with pytest.raises(Unwritable) as refusal:
        rewrite("actors", REMARKED.encode(), wanted, was=loaded_then)
    assert str(refusal.value) == (
        "actors.yaml: the file was saved by somebody else meanwhile\n"
        "  nothing was changed; run this again, and it starts from what stands there now"
    )


def test_nothing_becomes_a_whole_file() -> None:
    """An empty file is written as a new one is, schema and heading on top."""
    text = rewrite("actors", b"", ActorsFile(actors=(Actor(id="a", name="A", kind="person"),))).decode()
    assert text.split("\n")[:2] == [
        "# yaml-language-server: $schema=../../onrecord/dossier/schema/actors.json",
        "# Everyone who acts or speaks. A source is named by its id here.",
    ]
    assert rewrite("actors", b"", ActorsFile()) == b""


@pytest.mark.parametrize("equal", ["4", "4.0", "0x4", "4e0"])
def test_how_an_equal_value_is_written_is_not_our_business(equal: str) -> None:
    """Numbers written otherwise, defaults written out and nothing said in three ways stay as they are."""
    old = f"""facts:
  - {{id: a, text: 'It rained.', source: "article", certainty: asserted, cue: ~, where: [], denies: null,
     quantities: [{{value: {equal}, operator: "="}}]}}
"""
    text = "facts: [{id: a, text: It rained., source: article, certainty: asserted, quantities: [{value: 4}]}]"
    assert rewrite("events", old.encode(), loaded("events", text)) == old.encode()
