"""Random dossiers in random dress, edited at random: the careful writer gives what was wanted and keeps the rest."""

from __future__ import annotations

import copy
import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from onrecord.dossier import Unwritable, rewrite
from onrecord.dossier.reading.shapes import Group, Several, Shape
from onrecord.dossier.writing.scalars import is_plain, quoted, scalar
from onrecord.model import Files, Record

FERRY = Path(__file__).parent.parent / "pages" / "ferry.yaml"
NAMES = list(Files.model_fields)
WORDS = [
    *["The port closed.", "NO", "12:30", "a: b", "a #b", "it's", "x, y", "[x]", "né", "- x", "1979", "2016-08-16"],
    *["🚢 sank", "two\nlines", "#one", "? x"],
    '"Go," she said.',
    "Zürich “fell” on 3 May",
    "The ferry ran aground on a bank near the port late on Monday evening, the harbour master said.",
    "A very long line that goes on about the same thing, " * 4 + "as the desk knows.",
]
sweeping = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 10**9)


@cache
def pool() -> dict[str, list[Any]]:
    """Every value of a rich dossier by the key it stands under, and every entry of a list by its list's key."""
    found: dict[str, list[Any]] = {}
    files = Files.model_validate(yaml.load(FERRY.read_text(encoding="utf-8"), yaml.BaseLoader))

    def visit(key: str, value: Any) -> None:
        found.setdefault(key, []).append(value)
        for inner, its in value.items() if isinstance(value, dict) else []:
            visit(inner, its)
        for its in value if isinstance(value, list) else []:
            visit(f"{key}[]", its)

    for name in NAMES:
        visit(f"{name}.yaml", getattr(files, name).as_yaml())
    return found


class Dress:
    """Writes records as a person might: any indentation, quotation marks, blank lines, remarks, line ends."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.count = chance, 0
        self.ending = chance.choice(["\n", "\n", "\r\n", "\r"])
        self.dash, self.wide = chance.choice([0, 2, 4]), chance.choice([2, 2, 4])
        self.remarks = chance.choice([0, 0, 0.1, 0.3])
        self.odd = chance.choice([0, 0, 0.1])
        self.blank = chance.random() < 0.7

    def file(self, value: Record) -> bytes:
        lines = [*(["---"] if self.oddly() else []), *self.remark(""), *([""] if self.blank else [])]
        shape = Group(type(value))
        for key, inner in self.with_defaults(value.as_yaml(), shape):
            lines += self.remark("")
            if inner and isinstance(inner, list) and isinstance(inner[0], dict):
                lines += [f"{key}:{self.trailing()}", *self.records(inner, shape.keys[key].shape)]
            else:
                lines += self.entry(key, inner, "", shape.keys[key].shape)
            lines += [""] if self.oddly() else []
        text = self.ending.join([*lines, *self.remark("")])
        end = self.chance.choice(["", self.ending, self.ending * 2])
        return (self.chance.choice(["", "", "\ufeff"]) + text + end).encode()

    def with_defaults(self, data: dict[str, Any], shape: Shape) -> list[tuple[str, Any]]:
        """The keys, some of those at their default written out, and seldom in another order."""
        entries = list(data.items())
        if isinstance(shape, Group):
            for name, key in shape.keys.items():
                if name not in data and not key.required and self.oddly():
                    default = key.field.default
                    entries.append((name, [] if default == () else {} if isinstance(default, Record) else default))
        if self.oddly():
            first = entries[:1] if "id" in data else []
            entries = first + self.chance.sample(entries[len(first) :], len(entries) - len(first))
        return entries

    def records(self, data: list[dict[str, Any]], shape: Shape) -> Iterator[str]:
        indent, of = " " * self.dash, shape.of if isinstance(shape, Several) else shape
        for number, record in enumerate(data):
            if number and self.blank:
                yield self.chance.choice(["", "", "  "])
                if self.chance.random() < self.remarks:
                    yield from [f"{indent}# a heading {self.next()}", ""]
            yield from self.remark(indent)
            yield from self.record(record, indent, of)

    def record(self, record: dict[str, Any], indent: str, of: Shape) -> Iterator[str]:
        inner = indent + " " * self.wide
        lines: list[str] = []
        for key, value in self.with_defaults(record, of):
            lines += self.remark(inner) if lines else []
            lines += self.entry(key, value, inner, of.keys[key].shape if isinstance(of, Group) else of)
            lines += [""] if self.oddly() else []
        if self.oddly():
            yield f"{indent}-{self.trailing()}"
            yield inner + lines[0].lstrip()
        else:
            yield indent + "-" + " " * (self.wide - 1) + lines[0].lstrip()
        yield from lines[1:]

    def entry(self, key: str, value: Any, indent: str, shape: Shape) -> Iterator[str]:
        name = quoted(key, self.chance.choice("'\"")) if self.oddly() else key
        if value and isinstance(value, dict | list) and self.chance.random() < 0.4:
            yield f"{indent}{name}:{self.trailing()}"
            yield from self.block(value, indent, shape)
        elif isinstance(value, str) and key in ("text", "standfirst", "note") and self.chance.random() < 0.3:
            yield from self.lines(name, value, indent)
        elif value and isinstance(value, dict | list) and self.oddly():
            yield from self.wide_flow(name, value, indent)
        elif value is None and self.oddly():
            yield f"{indent}{name}:{self.trailing()}"
        else:
            yield f"{indent}{name}:{' ' * self.chance.choice([1, 1, 2])}{self.inline(value, False)}{self.trailing()}"

    def block(self, value: Any, indent: str, shape: Shape) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in self.with_defaults(value, shape):
                yield f"{indent}  {key}: {self.inline(inner, False)}{self.trailing()}"
            return
        more, of = self.chance.choice(["", "  "]), shape.of if isinstance(shape, Several) else shape
        for inner in value:
            yield from self.remark(indent + more)
            if isinstance(inner, dict) and self.chance.random() < 0.5:
                yield from self.record(inner, indent + more, of)
            else:
                yield f"{indent}{more}- {self.inline(inner, False)}{self.trailing()}"

    def wide_flow(self, name: str, value: Any, indent: str) -> Iterator[str]:
        marks = "[]" if isinstance(value, list) else "{}"
        entries = (
            value if isinstance(value, list) else [f"{key}: {self.inline(its, True)}" for key, its in value.items()]
        )
        yield f"{indent}{name}: {marks[0]}{self.trailing()}"
        for number, entry in enumerate(entries):
            yield from self.remark(indent + "    ")
            shown = entry if isinstance(value, dict) else self.inline(entry, True)
            yield f"{indent}    {shown}{',' if number + 1 < len(entries) or self.oddly() else ''}{self.trailing()}"
        yield f"{indent}  {marks[1]}{self.trailing()}"

    def lines(self, key: str, value: str, indent: str) -> Iterator[str]:
        words, inner = value.split(), indent + "  "
        cut = len(words) // 2 or 1
        parts = [" ".join(words[:cut]), " ".join(words[cut:])]
        way = self.chance.choice(["|", "|-", ">", ">-", '"', "'"])
        if way[0] == "|" or "\n" in value or (way[0] == ">" and not parts[1]):
            yield from [f"{indent}{key}: |", *(inner + line for line in value.split("\n"))]
        elif way[0] == ">":
            yield from [f"{indent}{key}: {way}{self.trailing()}", *(inner + part for part in parts)]
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

    def oddly(self) -> bool:
        return self.chance.random() < self.odd

    def next(self) -> int:
        self.count += 1
        return self.count


def edited(chance: random.Random, value: Record, steps: int) -> Record:
    """The records after some changes anywhere in them: values, keys, records, their order."""
    for _ in range(steps * 3):
        data = copy.deepcopy(value.as_yaml())
        places = list(containers("", data))
        # The outer lists hold much, so they are chosen more often than by their number.
        key, container = chance.choice(places if chance.random() < 0.6 else places[:4])
        (change_list if isinstance(container, list) else change_keys)(chance, key, container)
        try:
            changed = type(value).model_validate(data)
        except ValidationError:
            continue
        value, steps = changed, steps - 1
        if not steps:
            break
    return value


def containers(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict | list):
        yield key, value
        entries = value.items() if isinstance(value, dict) else [(f"{key}[]", inner) for inner in value]
        for name, inner in entries:
            yield from containers(name, inner)


def change_keys(chance: random.Random, key: str, data: dict[str, Any]) -> None:
    others = [other for other in pool().get(key, [{}]) if isinstance(other, dict)] or [{}]
    names = [*data, *chance.choice(others)]
    name = chance.choice(names) if names else "facts"
    if name in data and chance.random() < 0.2:
        del data[name]
    elif name == "id":
        data[name] = f"renamed-{chance.randint(2, 10**9)}"
    elif isinstance(data.get(name), str) and chance.random() < 0.5:
        data[name] = chance.choice(WORDS)
    elif name in pool():
        data[name] = copy.deepcopy(chance.choice(pool()[name]))


def change_list(chance: random.Random, key: str, data: list[Any]) -> None:
    step, place = chance.random(), chance.randrange(len(data) or 1)
    if step < 0.3 and data:
        del data[place]
    elif step < 0.5 and data:
        data.insert(chance.randrange(len(data)), data.pop(place))
    else:
        entry = copy.deepcopy(chance.choice(pool()[f"{key}[]"]))
        if isinstance(entry, dict) and "id" in entry:
            entry["id"] = f"{entry['id']}-{chance.randint(2, 10**9)}"
        data.insert(chance.randint(0, len(data)), entry)


def made(seed: int) -> tuple[random.Random, str, Record, bytes]:
    """A file's name, what it holds and how it is written, and a source of chance for what is done with it."""
    chance = random.Random(seed)
    name = chance.choice([*NAMES, "events", "military"])
    value = edited(chance, type_of(name).model_validate(pool()[f"{name}.yaml"][0]), chance.randint(0, 6))
    return chance, name, value, Dress(chance).file(value)


def type_of(name: str) -> type[Record]:
    record = Files.model_fields[name].annotation
    assert isinstance(record, type)
    return record


def written(name: str, old: bytes, wanted: Record) -> tuple[Unwritable | None, bytes]:
    """The new bytes; where the writer refuses, its refusal and the bytes without the remarks."""
    try:
        return None, rewrite(name, old, wanted)
    except Unwritable as refusal:
        return refusal, rewrite(name, old, wanted, drop_remarks=True)


def remarks(data: bytes) -> Counter[str]:
    return Counter(re.findall(r"# (?:remark|beside|a heading) \d+", data.decode()))


@sweeping
@given(seeds)
def test_equal_values_are_equal_bytes(seed: int) -> None:
    """However a file is dressed, writing what it says changes nothing."""
    _, name, value, old = made(seed)
    assert rewrite(name, old, value) == old


@sweeping
@given(seeds)
def test_a_file_says_what_was_wanted_and_keeps_every_remark(seed: int) -> None:
    """Whatever was edited: the proof inside the writer holds, written again it changes nothing, no remark is gone."""
    chance, name, value, old = made(seed)
    wanted = edited(chance, value, chance.randint(1, 5))
    refused, new = written(name, old, wanted)
    if refused:
        assert remarks(old)
        assert refused.problems[0].message == "a remark stands in what would be removed"
        assert refused.patch.startswith(f"--- a/{name}.yaml")
    else:
        assert remarks(new) == remarks(old)
    assert rewrite(name, new, wanted) == new
    assert new.startswith(b"\xef\xbb\xbf") == old.startswith(b"\xef\xbb\xbf")


@sweeping
@given(seeds)
def test_untouched_records_keep_their_lines(seed: int) -> None:
    """The lines of every record that says the same as before are found again, in one piece."""
    chance, name, value, old = made(seed)
    wanted = edited(chance, value, 2)
    new = rewrite(name, old, wanted, drop_remarks=True).decode()
    for key in type(value).model_fields:
        kept = [entry for entry in listed(value, key) if entry in listed(wanted, key)]
        assert len({entry.id for entry in listed(value, key)}) == len(listed(value, key))
        for entry in kept:
            assert own_lines(old.decode(), entry.id) in new


def listed(value: Record, key: str) -> list[Any]:
    entries = getattr(value, key)
    return [entry for entry in entries if hasattr(entry, "id")] if isinstance(entries, tuple) else []


def own_lines(text: str, name: str) -> str:
    """From a record's id to the last of its lines, without the line end behind it."""
    start = re.search(rf"[\"']?\bid[\"']?: +[\"']?{name}\b(?!-)", text)
    assert start
    later = re.compile(r"[\r\n]+(?: *(?:-\s|# )|[\"']?\w+[\"']?:)").search(text, start.end())
    return text[start.start() : later.start() if later else len(text)].rstrip()


@sweeping
@given(seeds)
def test_one_changed_value_is_one_changed_line(seed: int) -> None:
    """A value that stands on one line is changed on that line, and nothing else is."""
    chance, name, value, old = made(seed)
    key = next((key for key in ("facts", "actors", "places") if hasattr(value, key)), "")
    if not key or not getattr(value, key):
        return
    records = list(getattr(value, key))
    place, field = chance.randrange(len(records)), "certainty" if key == "facts" else "name"
    now = "hedged" if records[place].as_yaml()[field] == "disputed" else "disputed"
    records[place] = records[place].model_copy(update={field: now})
    wanted = value.model_copy(update={key: tuple(records)})
    before, after = (re.split("(?<=\n)|(?<=\r)(?!\n)", data.decode()) for data in (old, rewrite(name, old, wanted)))
    assert len(before) == len(after)
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(changed) == 1
    assert now in changed[0][1]
    assert changed[0][0].partition("  #")[2] == changed[0][1].partition("  #")[2]
