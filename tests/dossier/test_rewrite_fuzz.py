"""Random dossiers in random dress, edited at random: the careful writer gives what was wanted and keeps the rest."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.dossier import Unwritable, rewrite
from onrecord.dossier.writing.scalars import is_plain, quoted, scalar
from onrecord.model import Fact, FactsFile

TEXTS = """The port closed.|NO|12:30|a: b|a #b|"Go," she said.|it's|x, y|[x]|Zürich “fell”|né|- x|1979|2016-08-16
🚢 sank
The ferry ran aground on a bank near the port late on Monday evening, the harbour master said.
A very long line that goes on about the same thing, which nobody reads to its end, as the desk knows.""".replace(
    "\n", "|"
)
WORDS = [text for text in TEXTS.split("|") if text]
IDS = [
    f"{one}-{two}" for one in ("port", "ferry", "mayor", "crew") for two in ("closes", "says", "one", "two", "three")
]
sweeping = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def fact(chance: random.Random, name: str) -> Fact:
    """A fact with some of its keys."""
    data: dict[str, Any] = {"id": name, "text": chance.choice(WORDS), "source": "article", "certainty": "asserted"}
    optional: dict[str, Any] = {
        "cue": "said",
        "hedge": chance.choice(WORDS),
        "via": "irna",
        "when": {"text": chance.choice(WORDS), "date": "2016-08-16"},
        "where": chance.sample(["oslo", "bergen", "hund", "skog"], chance.randint(1, 3)),
        "actors": chance.sample(["mayor", "crew", "police"], chance.randint(1, 3)),
        "quantities": [quantity(chance) for _ in range(chance.randint(1, 3))],
        "quote": {"text": chance.choice(WORDS), "kind": chance.choice(["direct", "mixed"])},
        "heading": chance.choice(WORDS),
        "at": {"sentence": "P1S2", "start": chance.randint(0, 9), "end": 20, "hash": "33187083"},
        "corrected": {"why": chance.choice(WORDS), "by": "jm"},
    }
    return Fact.model_validate(data | {key: value for key, value in optional.items() if chance.random() < 0.3})


def quantity(chance: random.Random) -> dict[str, Any]:
    value = chance.choice([None, 4, 2.5, -3, [10, 12]])
    return {"value": value, "unit": chance.choice([None, "bomber", "km"]), "operator": chance.choice(["=", "~", ">="])}


class Dress:
    """Writes records as a person might: any indentation, quotation marks, blank lines, remarks, line ends."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.ending = chance.choice(["\n", "\n", "\r\n", "\r"])
        self.dash, self.wide = chance.choice([0, 2, 4]), chance.choice([2, 2, 4])
        self.remarks = chance.choice([0, 0, 0.1, 0.3])
        self.blank, self.count = chance.random() < 0.7, 0

    def file(self, value: FactsFile) -> bytes:
        data = value.as_yaml().get("facts", [])
        lines = [*self.remark(""), *([""] if self.blank else [])]
        if not data:
            lines += self.chance.choice([[], ["facts: []"], ["facts:"], ["facts: []  # none yet"], ["facts: null"]])
        else:
            lines += [f"facts:{self.trailing()}", *self.records(data)]
        text = self.ending.join([*lines, *self.remark("")])
        end = self.chance.choice(["", self.ending, self.ending * 2])
        return (self.chance.choice(["", "", "\ufeff"]) + text + end).encode()

    def records(self, data: list[dict[str, Any]]) -> Iterator[str]:
        indent = " " * self.dash
        for number, record in enumerate(data):
            if number and self.blank:
                yield self.chance.choice(["", "", "  "])
                if self.chance.random() < self.remarks:
                    yield from [f"{indent}# a heading {self.next()}", ""]
            yield from self.remark(indent)
            lines = [line for key, value in record.items() for line in self.entry(key, value, indent + " " * self.wide)]
            yield indent + "-" + " " * (self.wide - 1) + lines[0].lstrip()
            yield from lines[1:]

    def entry(self, key: str, value: Any, indent: str) -> Iterator[str]:
        if key != "id":
            yield from self.remark(indent)
        if isinstance(value, dict | list) and self.chance.random() < 0.4:
            yield f"{indent}{key}:{self.trailing()}"
            yield from self.block(value, indent)
        elif isinstance(value, str) and key == "text" and self.chance.random() < 0.3:
            yield from self.lines(key, value, indent)
        else:
            yield f"{indent}{key}:{' ' * self.chance.choice([1, 1, 2])}{self.inline(value, False)}{self.trailing()}"

    def block(self, value: Any, indent: str) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield f"{indent}  {key}: {self.inline(inner, False)}{self.trailing()}"
        else:
            more = self.chance.choice(["", "  "])
            for inner in value:
                yield from self.remark(indent + more)
                yield f"{indent}{more}- {self.inline(inner, False)}{self.trailing()}"

    def lines(self, key: str, value: str, indent: str) -> Iterator[str]:
        words, inner = value.split(), indent + "  "
        cut = len(words) // 2 or 1
        parts = [" ".join(words[:cut]), " ".join(words[cut:])]
        way = self.chance.choice(["|", ">", ">-", '"', "'"])
        if way == "|" or (way[0] in "|>" and not parts[1]):
            yield from [f"{indent}{key}: {way}", inner + value]
        elif way[0] == ">":
            yield from [f"{indent}{key}: {way}", *(inner + part for part in parts)]
        else:
            broken = quoted(value, way).replace(" ", self.ending + inner, 1)
            yield from f"{indent}{key}: {broken}{self.trailing()}".split(self.ending)

    def inline(self, value: Any, flow: bool) -> str:
        gap = self.chance.choice(["", " "])
        if isinstance(value, dict):
            inner = [f"{key}: {self.inline(one, True)}" for key, one in value.items()]
            return "{" + gap + f",{gap or ' '}".join(inner) + gap + "}"
        if isinstance(value, list):
            return "[" + gap + f",{gap or ' '}".join(self.inline(one, True) for one in value) + gap + "]"
        if not isinstance(value, str):
            return self.chance.choice(["null", "~"]) if value is None else scalar(value)
        ways = ["'", '"', *([""] * 3 if is_plain(value, flow) else [])]
        way = self.chance.choice(ways)
        return quoted(value, way) if way else value

    def remark(self, indent: str) -> list[str]:
        return [f"{indent}# remark {self.next()}"] if self.chance.random() < self.remarks else []

    def trailing(self) -> str:
        return f"  # beside {self.next()}" if self.chance.random() < self.remarks else ""

    def next(self) -> int:
        self.count += 1
        return self.count


def edited(chance: random.Random, value: FactsFile, steps: int) -> FactsFile:
    """The records with changed, new and dropped keys, and with records added, removed and moved."""
    facts = list(value.facts)
    for _ in range(steps):
        step = chance.random()
        place = chance.randrange(len(facts)) if facts else 0
        free = [name for name in IDS if name not in [fact.id for fact in facts]]
        if not facts or (step < 0.2 and free):
            facts.insert(chance.randint(0, len(facts)), fact(chance, chance.choice(free)))
        elif step < 0.3:
            del facts[place]
        elif step < 0.4:
            facts.insert(chance.randrange(len(facts)), facts.pop(place))
        else:
            other = fact(chance, facts[place].id)
            name = chance.choice([name for name in Fact.model_fields if name != "id"])
            facts[place] = facts[place].model_copy(update={name: getattr(other, name)})
    return FactsFile(facts=tuple(facts))


def made(seed: int) -> tuple[random.Random, FactsFile, bytes]:
    chance = random.Random(seed)
    names = chance.sample(IDS, chance.randint(0, 5))
    value = FactsFile(facts=tuple(fact(chance, name) for name in names))
    return chance, value, Dress(chance).file(value)


def written(old: bytes, wanted: FactsFile) -> tuple[Unwritable | None, bytes]:
    """The new bytes; where the writer refuses, its refusal and the bytes without the remarks."""
    try:
        return None, rewrite("events", old, wanted)
    except Unwritable as refusal:
        return refusal, rewrite("events", old, wanted, drop_remarks=True)


def remarks(data: bytes) -> Counter[str]:
    return Counter(re.findall(r"# (?:remark|beside|a heading) \d+", data.decode()))


seeds = st.integers(0, 10**9)


@sweeping
@given(seeds)
def test_equal_values_are_equal_bytes(seed: int) -> None:
    """However a file is dressed, writing what it says changes nothing."""
    _, value, old = made(seed)
    assert rewrite("events", old, value) == old


@sweeping
@given(seeds)
def test_a_file_says_what_was_wanted_and_keeps_every_remark(seed: int) -> None:
    """Whatever was edited: the proof inside the writer holds, written again it changes nothing, no remark is gone."""
    chance, value, old = made(seed)
    wanted = edited(chance, value, chance.randint(1, 5))
    refused, new = written(old, wanted)
    if refused:
        assert remarks(old)
        assert refused.problems[0].message == "a remark stands in what would be removed"
        assert refused.patch.startswith("--- a/events.yaml")
    else:
        assert remarks(new) == remarks(old)
    assert rewrite("events", new, wanted) == new
    assert new.startswith(b"\xef\xbb\xbf") == old.startswith(b"\xef\xbb\xbf")


@sweeping
@given(seeds)
def test_untouched_records_keep_their_lines(seed: int) -> None:
    """The lines of every record that says the same as before are found again, in one piece."""
    chance, value, old = made(seed)
    wanted = edited(chance, value, 2)
    same = [fact for fact in value.facts if fact in wanted.facts]
    new = rewrite("events", old, wanted, drop_remarks=True)
    for record in same:
        assert own_lines(old, record.id) in new.decode()


def own_lines(data: bytes, name: str) -> str:
    """From a record's id to the last of its lines, without the line end behind it."""
    text = data.decode()
    start = re.search(rf"-\s+id:\s+[\"']?{name}\b", text)
    assert start
    later = re.compile(r"[\r\n]+ *(?:-\s+id:|# (?:remark|a heading))").search(text, start.end())
    return text[start.start() : later.start() if later else len(text)].rstrip()


@sweeping
@given(seeds)
def test_one_changed_value_is_one_changed_line(seed: int) -> None:
    """A value that stands on one line is changed on that line, and nothing else is."""
    chance, value, old = made(seed)
    if not value.facts:
        return
    place = chance.randrange(len(value.facts))
    word = chance.choice(["certainty", "source"])
    now = "disputed" if word == "certainty" else "harbour-master"
    facts = [fact.model_copy(update={word: now}) if n == place else fact for n, fact in enumerate(value.facts)]
    before, after = (
        re.split("(?<=\n)|(?<=\r)(?!\n)", data.decode())
        for data in (old, rewrite("events", old, FactsFile(facts=tuple(facts))))
    )
    assert len(before) == len(after)
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(changed) == 1
    assert now in changed[0][1]
    assert changed[0][0].partition("#")[2] == changed[0][1].partition("#")[2]
