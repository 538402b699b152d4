"""A table for spreadsheets: columns with their meaning, rows of plain values, and the CSV made of them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from onrecord.model import Record

ColumnType = Literal["string", "integer", "number", "boolean"]
"""Kinds of value, by their names in Table Schema."""


@dataclass(frozen=True)
class Column:
    """A column of a table and what stands in it; `allowed` = no other values, `required` = never empty."""

    name: str
    meaning: str
    type: ColumnType = "string"
    allowed: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table: what each of its rows is, its columns in order, and as many values in each row."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Any]]
    key: tuple[str, ...] = ("id",)
    """The columns whose values together name a row."""
    facts: str = ""
    """The column that holds the id of a fact, a row of `facts.csv`; empty = none does."""

    @property
    def path(self) -> str:
        """Where it lies below the briefing's folder."""
        return f"data/{self.name}.csv"


def column(record: type[Record], field: str, name: str = "", also: str = "", *, required: bool = False) -> Column:
    """A column that holds a field of a record, with the meaning and the allowed values that the model gives it.

    >>> from onrecord.model import Fact
    >>> column(Fact, "hedge").meaning
    "the article's own word of reservation"
    """
    info = record.model_fields[field]
    among = (info.annotation, *get_args(info.annotation))
    allowed = tuple(value for one in among for value in (one, *get_args(one)) if isinstance(value, str))
    kind: ColumnType = "boolean" if bool in among else "number" if float in among else "string"
    meaning = f"{info.description}; {also}" if also else info.description or ""
    return Column(name or info.alias or field, meaning.replace("`", ""), kind, tuple(dict.fromkeys(allowed)), required)


def as_csv(sheet: Sheet) -> str:
    """The table as CSV (RFC 4180, but lines end with a line feed). Nothing in it runs in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([one.name for one in sheet.columns])
    writer.writerows([cell(value) for value in row] for row in sheet.rows)
    return out.getvalue()


_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*")


def cell(value: Any) -> str:
    """A cell no spreadsheet runs and every reader of CSV reads; a number below zero stays a number.

    >>> [cell(value) for value in ("=1+1", "-5", "-5 degrees", " @x", None, -2.5, True, ("a", "b"))]
    ["'=1+1", '-5', "'-5 degrees", "' @x", '', '-2.5', 'true', 'a; b']
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    words = value if isinstance(value, str) else listed(value or ())
    text = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    formula = text.lstrip()[:1] in tuple("=+-@＝＋－＠")
    return f"'{text}" if formula and not _NUMBER.fullmatch(text) else text


def listed(values: Iterable[str]) -> str:
    """Several values in one cell; each of them once."""
    return "; ".join(dict.fromkeys(values))
