"""`docs/yaml.md`: every file, key, meaning and allowed value, written from the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import PydanticUndefined

from onrecord.model import Files, Record

from .reading.shapes import Choice, Either, Flag, Group, Key, Number, Several, Shape, Words, keys_of
from .writing.dump import HEADINGS
from .writing.emit import in_line

_HEAD = """# The YAML files

*Written from the model by `make docs`; a test keeps it current. Do not edit.*

A briefing is a folder `content/<slug>/` with these files. Only `briefing.yaml` is required; a file with nothing in it
may be left out. `found.yaml` beside them is the last extraction the editor saw: only the program writes it.

How values are read (`docs/decisions/0003-the-model-types-the-yaml.md`):

- A text is the text that stands there: `NO`, `on`, `1979`, `12:30` need no quotation marks. They are needed where a
  text holds `: ` or ` #`, or begins with one of ``{ [ & * ! | > % @ ` " '``.
- A number is in digits, without quotation marks: `4`, `2.5`, `-3`, `1e3`. The unit has its own key.
- `null`, `~` and nothing at all mean "none", where a key may be left out; otherwise they are the text they are.
- `true` and `false` are the only words for true and false.
- A date is `2016-08-16`, `2016-08` or `2016`, as precise as is known; a day is `2016-08-16`.
- Ids are lower-case words and numbers joined by hyphens: `ana-ruiz`. One id stands for one record and is never reused.
- A comment begins with `# `, with a space on both sides of the mark: `Pier #4` without quotation marks is a problem.
- Unknown keys, a key given twice, anchors (`&`), aliases (`*`), merge keys (`<<`), tags (`!`), tabs in the indentation
  and a second document (`---`) are problems: the build names the line and publishes nothing.
"""

_EXAMPLE = """## A fact, whole

```yaml
facts:
  - id: gauge-record
    text: The first release came late on Tuesday.
    source: ministry-official     # an id of actors.yaml; `article` = the article's own voice
    cue: said
    certainty: disputed
    when: {text: late on Tuesday, date: 2026-03-10, precision: day, modifier: late, origin: computed}
    where: [gornji-grad]
    denies: [release-monday]
    quantities: [{value: 36, unit: hour, operator: "~"}]
    quote: {text: "late on Tuesday", kind: mixed}
    at: {sentence: P8S1, start: 1659, end: 1867, hash: "33187083"}
    reviewed: {by: jm, on: 2026-11-22}
    corrected: {why: The ministry's own list says six, by: jm, on: 2026-11-22}
```
"""


def reference() -> str:
    """The whole page as Markdown."""
    parts = [_HEAD, *(_file(name) for name in Files.model_fields), "## Records\n", *_records(), _EXAMPLE]
    return "\n".join(parts)


def _file(name: str) -> str:
    record = Files.model_fields[name].annotation
    assert isinstance(record, type)
    return f"## {name}.yaml\n\n{HEADINGS[name]}\n\n{_table(record)}"


def _records() -> Iterator[str]:
    for record in _inside(Files):
        yield f"### {record.__name__}\n\n{(record.__doc__ or '').strip()}\n\n{_table(record)}"


def _inside(record: type[Record]) -> list[type[Record]]:
    """Every record that stands in a file, each once, in the order one meets them."""
    files = [info.annotation for info in record.model_fields.values()]
    found: list[type[Record]] = [kind for kind in files if isinstance(kind, type)]
    for kind in found:
        inner = [_record_of(key.shape) for key in keys_of(kind).values()]
        found += [one for one in dict.fromkeys(inner) if one and one not in found]
    return [kind for kind in found if kind not in files]


def _record_of(shape: Shape) -> type[Record] | None:
    inner = shape.of if isinstance(shape, Several) else shape
    return inner.record if isinstance(inner, Group) else None


def _table(record: type[Record]) -> str:
    keys = keys_of(record).values()
    rows = ["| key | value | meaning |", "|---|---|---|"]
    rows += [f"| `{key.name}`{' *' * key.required} | {_kind(key.shape)} | {_meaning(key)} |" for key in keys]
    rows += ["", "\\* required"] if any(key.required for key in keys) else []
    return "\n".join(rows) + "\n"


def _kind(shape: Shape) -> str:
    match shape:
        case Choice(allowed):
            return " · ".join(f"`{word}`" for word in allowed)
        case Several(of, None):
            return f"list of {_kind(of)}"
        case Several(of, length):
            return f"list of {length} × {_kind(of)}"
        case Group(record):
            return f"[{record.__name__}](#{record.__name__.lower()})"
        case Either(one, several):
            return f"{_kind(one)}, or {_kind(several)}"
        case Flag():
            return "`true` · `false`"
        case Number(whole):
            return "whole number" if whole else "number"
        case Words(kind):
            return kind


def _meaning(key: Key) -> str:
    said = key.field.description or ""
    examples = [f"`{in_line(value)}`" for value in key.field.examples or []]
    said += f"; for example {', '.join(examples)}" if examples else ""
    default: Any = key.field.default
    if default not in (None, (), PydanticUndefined) and not isinstance(default, Record):
        said += f"; without it `{in_line(default)}`"
    return said.replace("|", "\\|")
