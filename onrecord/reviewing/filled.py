"""A filled-in form as the keys of a fact: what stands in a field is what the YAML will say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from onrecord.dossier.reading.numerals import number, number_mend
from onrecord.dossier.reading.wording import broken_rule
from onrecord.model import Fact
from onrecord.pages.review import Trouble

Form = Mapping[str, Any]
"""Texts by the name of their field, as in `when.date` or `quantities.0.value`; `where` is a list of them."""

WORDS = ("text", "source", "via", "cue", "certainty", "hedge")
_GROUPS = {"when": ("text", "date", "until"), "quote": ("text", "kind")}
_ROW = ("value", "operator", "unit", "of", "text")
_RANGE = re.compile(r"\[\s*([^,\]]+?)\s*,\s*([^,\]]+?)\s*\]|(\S+?)\s*(?:–|\bto\b|(?<=\d)-)\s*(\S+)")
_PRECISION = {4: "year", 7: "month", 10: "day"}


def filled(was: Mapping[str, Any], form: Form) -> tuple[Fact | None, tuple[Trouble, ...]]:
    """The fact that the form makes of the keys there were, or everything that is wrong with it, field by field.

    A field that was emptied is a key that is left out. Keys that the form does not have stay as they are.
    """
    data, wrong = dict(was), list[Trouble]()
    for name in WORDS:
        _set(data, name, _text(form, name))
    for name, keys in _GROUPS.items():
        _set(data, name, _group(was.get(name, {}), {key: _text(form, f"{name}.{key}") for key in keys}))
    _date(was.get("when", {}), data.get("when"))
    where = form.get("where")
    if isinstance(where, list):
        _set(data, "where", [str(place) for place in where])
    if "quantities" in form:
        _set(data, "quantities", _rows(was.get("quantities", []), form, wrong))
    try:
        fact = Fact.model_validate(data)
    except ValidationError as error:
        return None, (*wrong, *(_trouble(dict(one)) for one in error.errors(include_url=False)))
    return (None if wrong else fact), tuple(wrong)


def _text(form: Form, name: str) -> str | None:
    """What a field holds; None where the form has no such field."""
    value = form.get(name)
    return " ".join(value.split()) if isinstance(value, str) else None


def _set(data: dict[str, Any], name: str, value: Any) -> None:
    if value:
        data[name] = value
    elif value is not None:
        data.pop(name, None)


def _group(was: Mapping[str, Any], given: Mapping[str, str | None]) -> dict[str, Any] | None:
    """A group of keys; empty where its words were emptied, None where the form has none of it."""
    if given["text"] is None:
        return None
    group = dict(was)
    for key, value in given.items():
        _set(group, key, value)
    return group if given["text"] or any(given[key] for key in ("date", "until") if key in given) else {}


def _date(was: Mapping[str, Any], when: dict[str, Any] | None) -> None:
    """A date that a person wrote is as precise as they wrote it."""
    if when is not None and when.get("date") != was.get("date"):
        _set(when, "precision", _PRECISION.get(len(when.get("date", "")), ""))


def _rows(was: list[dict[str, Any]], form: Form, wrong: list[Trouble]) -> list[dict[str, Any]]:
    """The numbers in the order of the form; a row knows by its own number which one it was. Empty rows are none."""
    rows: list[dict[str, Any]] = []
    for row in form["quantities"] if isinstance(form["quantities"], list) else []:
        given = {key: _text(form, f"quantities.{row}.{key}") or "" for key in _ROW}
        if not any(given[key] for key in ("value", "unit", "text")):
            continue
        index = int(row) if str(row).isdecimal() else len(was)
        quantity = dict(was[index]) if index < len(was) else {}
        quantity["value"] = _value(given["value"], len(rows), wrong)
        for key in ("unit", "of", "text"):
            _set(quantity, key, given[key])
        _set(quantity, "operator", given["operator"] if given["operator"] != "=" else "")
        rows.append(quantity)
    return rows


def _value(text: str, row: int, wrong: list[Trouble]) -> Any:
    """A number, low and high of a range, or None for a number that the article does not give.

    >>> [_value(text, 0, []) for text in ("4", "2.5", "10 to 12", "10-12", "[10, 12]", "-3", "")]
    [4, 2.5, [10, 12], [10, 12], [10, 12], -3, None]
    """
    if text in ("", "null", "~"):
        return None
    pair = _RANGE.fullmatch(text)
    read = [number(part, whole=False) for part in (filter(None, pair.groups()) if pair else [text])]
    if None in read:
        mend = number_mend(text, plain=True, whole=False)
        wrong.append(Trouble(f"quantities/{row}/value", f"'{text}' is not a number", mend))
        return None
    return read if pair else read[0]


def _trouble(error: dict[str, Any]) -> Trouble:
    path = "/".join(str(step) for step in error["loc"])
    if error["type"] == "missing":
        return Trouble(path, "nothing stands here", "this cannot be left empty")
    given = error.get("input")
    return Trouble(path, *broken_rule(error, given if isinstance(given, str) else ""))
