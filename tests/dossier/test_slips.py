"""A slip of the keyboard is told where it is, once, and hides nothing else."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from onrecord.dossier import check, load_dossier
from onrecord.model import Problem

FILES = {
    "briefing": """title: A test of the house
sources:
  - id: wire
    rights: own
takeaways:
  - text: The port closed.
    facts: [port-closed]
""",
    "actors": """actors:
  - id: police
    name: the police
    kind: government
  - id: mayor
    name: Ana Ruiz
    kind: person
    role: mayor
""",
    "places": """places:
  - id: the-port
    name: The port
    kind: port
    latitude: 45.5
    longitude: 13.5
""",
    "events": """facts:
  - id: port-closed
    text: The port closed.
    source: police
    certainty: attributed
    when: {text: Monday, date: 2026-11-16}
    where: [the-port]
    quantities: [{value: 4, unit: ship}]
  - id: port-open
    text: >-
      The port opened
      again.
    source: mayor
    certainty: attributed
  - id: port-quiet
    text: The port stayed quiet.
    source: article
    certainty: asserted
""",
}
"""A sound dossier, small and with every way of writing a value."""

SLIPS = {
    "    source: police": ["    source police", "    source:police", "   source: police", "source: police",
                           "      source: police", "    source = police", "\t source: police", "    source：police"],
    "    text: The port closed.": ["    text: The port: closed.", '    text: "The port closed.', "    text: *The* port",
                                   "    text: @port closed.", "    text: 'The port's shut.'", "    text: [A] port.",
                                   "    text: The port\n  closed.", "    text: - closed", "    text: > 4 ports"],
    "    where: [the-port]": ["    where: [the-port", "    where: [the-port}", "    where: [the-port]]",
                              "    where:\n   - the-port"],
    "  - id: port-open": ["  -id: port-open", "  -\tid: port-open", "- id: port-open", "    - id: port-open"],
    "  - id: port-closed": ["  -id: port-closed", "    - id: port-closed", "  - id port-closed",
                            "  - - id: port-closed", "  -\tid: port-closed"],
    "{text: Monday, date: 2026-11-16}": ["{text: Monday date: 2026-11-16}", "{text: Monday; date: 2026-11-16}",
                                         "{text: Monday, date: 2026-11-16"],
}  # fmt: skip
PIECES: list[str] = [
    *":-#'\"[]{},&*!|>%@`?=~ \t\n\r\0\xa0\u200b\u201c\x85\u2028о：",
    "- ",
    ": ",
    "\n  ",
    "\n- ",
    "---\n",
    "id: x\n",
]


def told(folder: Path, **changed: str) -> tuple[Problem, ...]:
    for name, text in (FILES | changed).items():
        (folder / f"{name}.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    dossier, problems = load_dossier(folder, folder)
    assert (dossier is None) == bool(problems)
    return problems if dossier is None else check(dossier)


def test_the_dossier_is_sound(tmp_path: Path) -> None:
    """What is told below comes from the slip."""
    assert told(tmp_path) == ()


@pytest.mark.parametrize(("right", "wrong"), [(right, wrong) for right, slips in SLIPS.items() for wrong in slips])
def test_a_slip_is_told_once_and_where_it_is(tmp_path: Path, right: str, wrong: str) -> None:
    """One problem, in the lines that were typed."""
    (problem,) = told(tmp_path, events=FILES["events"].replace(right, wrong))
    line = FILES["events"].partition(right)[0].count("\n") + 1
    assert problem.file == "events.yaml"
    assert line <= problem.line <= line + wrong.count("\n")
    assert "cannot be read as YAML" not in problem.message


@pytest.mark.parametrize(("right", "wrong"), [(right, wrong) for right, slips in SLIPS.items() for wrong in slips])
def test_a_slip_in_one_record_hides_no_other(tmp_path: Path, right: str, wrong: str) -> None:
    """A key written wrong in a later record is told in the same run."""
    text = FILES["events"].replace(right, wrong).replace("    source: article", "    sorce: article")
    first, second = told(tmp_path, events=text)
    assert first.message != second.message == "unknown key 'sorce'"


def test_what_points_at_a_broken_record_is_not_to_blame(tmp_path: Path) -> None:
    """An id written wrong, or in a record that cannot be parsed, is still an id to those who use it."""
    actors = FILES["actors"].replace("id: police", "id: Police").replace("name: Ana", "name Ana")
    assert [problem.line for problem in told(tmp_path, actors=actors)] == [2, 6]


def slip(text: str, rng: random.Random) -> str:
    """Type, delete or overwrite something; lose, copy or swap a line; shift it; cut the file off."""
    place, lines = rng.randrange(len(text) + 1), text.split("\n")
    line, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(8):
        case 0:
            return text[:place] + rng.choice(PIECES) + text[place:]
        case 1:
            return text[:place] + text[place + rng.randint(1, 3) :]
        case 2:
            return text[:place] + rng.choice(PIECES) + text[place + 1 :]
        case 3:
            return text[:place]
        case 4:
            del lines[line]
        case 5:
            lines.insert(line, lines[other])
        case 6:
            lines[line], lines[other] = lines[other], lines[line]
        case 7:
            lines[line] = " " * rng.randrange(6) + lines[line].lstrip()
    return "\n".join(lines)


def test_any_slip_loads_or_is_told_with_a_place_in_the_file(tmp_path: Path) -> None:
    """Four hundred slips: never a traceback; each problem has a mend, and a place that the file has."""
    rng = random.Random(20261116)
    for _ in range(400):
        name = rng.choice(list(FILES))
        text = FILES[name]
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            text = slip(text, rng)
        for problem in told(tmp_path, **{name: text}):
            assert problem.mend
            changed = FILES | {name: text}
            lines = re.split("\r\n|[\r\n\x85\u2028\u2029]", changed[problem.file.removesuffix(".yaml")])
            assert problem.line <= len(lines)
            assert problem.column <= len(lines[problem.line - 1]) + 1
