"""Front matter: the YAML between two lines of `---` at the head of a Markdown file."""

from __future__ import annotations

import datetime
import re

import yaml

from onrecord.model import Problem, Refusal, Rights

from .compose import Metadata

_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(?P<yaml>(?:.*?(?:\r\n|\r|\n))??)---[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)
_RIGHTS: dict[str, Rights] = {"own": "own", "open": "open", "reserved": "reserved"}
_KEYS = ("title", "publisher", "author", "published", "url", "language", "rights", "licence", "invented")


def read_front(text: str, *, name: str) -> tuple[Metadata, int]:
    """What the front matter says, and where the text after it starts: (nothing, 0) where there is none.

    Raises Refusal with every problem at once: YAML that does not parse, unknown keys, values out of range.
    """
    if not text.startswith("---"):
        return Metadata(), 0
    found = _FRONT.match(text)
    if found is None:
        raise Refusal([Problem(name, 1, 1, "the front matter has no end", "close it with a line of '---'", "---")])
    values = _values(found["yaml"], name)
    return _metadata(values), found.end()


def valid_date(value: str) -> bool:
    """Whether a value is a date of the calendar as YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _values(source: str, name: str) -> dict[str, str]:
    lines = re.split(r"\r\n|\r|\n", source)
    try:
        node = yaml.compose(source, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        what = getattr(error, "problem", None) or "it cannot be read"
        raise Refusal(
            [_problem(name, line, column, f"the front matter is not YAML: {what}", "quote the value", lines)]
        ) from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise Refusal(
            [_problem(name, 0, 0, "the front matter is not a list of keys", "write 'key: value' lines", lines)]
        )
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        wrong = _wrong(key, value, values)
        if wrong:
            at = key if wrong[2] else value
            problems.append(_problem(name, at.start_mark.line, at.start_mark.column, wrong[0], wrong[1], lines))
        else:
            values[key.value] = value.value
    if problems:
        raise Refusal(problems)
    return values


def _wrong(key: yaml.Node, value: yaml.Node, seen: dict[str, str]) -> tuple[str, str, bool] | None:
    """Message, mend, and whether it is the key that is wrong."""
    if not isinstance(key, yaml.ScalarNode) or key.value not in _KEYS:
        return f"unknown key '{key.value}' in the front matter", f"known keys: {', '.join(_KEYS)}", True
    if key.value in seen:
        return f"the key '{key.value}' stands twice", "keep one of them", True
    if not isinstance(value, yaml.ScalarNode):
        return f"'{key.value}' must be one value", "write it on the key's line", False
    word = value.value
    if key.value == "published" and word and not valid_date(word):
        return f"'{word}' is not a date", "write it as YYYY-MM-DD", False
    if key.value == "rights" and word not in _RIGHTS:
        return f"'{word}' is not a kind of rights", "one of: own, open, reserved", False
    if key.value == "invented" and word not in ("true", "false"):
        return f"'{word}' is neither true nor false", "write true or false", False
    return None


def _problem(name: str, line: int, column: int, message: str, mend: str, lines: list[str]) -> Problem:
    """A problem at a line of the front matter, counted from 0; the file's first line is its `---`."""
    excerpt = lines[line] if line < len(lines) else ""
    return Problem(name, line + 2, column + 1, message, mend, excerpt)


def _metadata(values: dict[str, str]) -> Metadata:
    given = {key: value.strip() or None for key, value in values.items()}
    rights = _RIGHTS.get(given.get("rights") or "")
    return Metadata(
        title=given.get("title"),
        publisher=given.get("publisher"),
        author=given.get("author"),
        published=given.get("published"),
        url=given.get("url"),
        language=given.get("language"),
        rights=rights,
        licence=given.get("licence"),
        invented=given.get("invented") == "true",
    )
