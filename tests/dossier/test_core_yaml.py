"""Our own YAML is read straight from the parser's events, and that changes nothing about what it means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dossier.writing.core import CoreLoader, data_of
from onrecord.dossier.writing.emit import emit

ROOT = Path(__file__).parent.parent.parent

TEXTS = [
    *("", "~", "null", "true", "TRUE", "no", "12", "-3", "+4", "010", "0x1f", "1_000", "1.5", ".5", "1.", "1e3", "-"),
    *(
        "2016-08-16",
        "12:30",
        ".inf",
        "1e400",
        '"12"',
        "'null'",
        "[1, 2]",
        "{a: 1, a: 2}",
        "{1: 2}",
        "{null: 1}",
        "=",
        "[]",
    ),
    *("? a", "- a\n- b", "|\n x\n", ">\n y\n z\n", "<<: {a: 1}", "&a b", "a: &b c\nd: *b", "!!str 1", "a: !x b", "{}"),
    *("{[1]: 2}", "{{a: 1}: 2}", "a: b\n---\nc", "%YAML 1.2\n---\na", "a: [", "a: b: c", "\t- a", "*a", "---", "# a"),
]


def _read(read: Any, text: str) -> object:
    try:
        return repr(read(text))
    except yaml.YAMLError as error:
        return type(error)


def _by_nodes(text: str) -> Any:
    return yaml.load(text, Loader=CoreLoader)


@pytest.mark.parametrize("text", TEXTS)
def test_it_means_what_it_means_by_way_of_nodes(text: str) -> None:
    """Types, double keys, anchors, tags and what is no YAML: all as the library reads it."""
    assert _read(data_of, text) == _read(_by_nodes, text)


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("content/*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_every_file_of_a_dossier_is_read_so(path: Path) -> None:
    """The committed files give the same data either way."""
    text = path.read_text(encoding="utf-8")
    assert data_of(text) == _by_nodes(text)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.recursive(
            st.one_of(st.text(max_size=12), st.integers(), st.booleans()),
            lambda inner: st.lists(inner, min_size=1, max_size=3),
            max_leaves=6,
        ),
        min_size=1,
    )
)
def test_what_we_write_is_read_back(data: dict[str, Any]) -> None:
    """Whatever words, numbers and lists our files hold come back as they were written."""
    assert data_of(emit(data)) == data
