"""The editor that edit links open while one looks at the site: a name, an address pattern, or none."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from onrecord.model import Problem, Refusal
from onrecord.pages import EDITORS

GUESSED = "auto"
_PLACES = ("{path}", "{file}")


def editor_pattern(name: str, *, which: Callable[[str], str | None] = shutil.which) -> str:
    """The address pattern of an editor; empty where links lead nowhere and the place is shown instead.

    `name` is one of `EDITORS`, `auto` for VS Code where it is installed, or a pattern of one's own with `{path}`, and
    as it needs `{file}`, `{line}` and `{column}`. Raises Refusal for anything else.

    >>> editor_pattern("vscode")
    'vscode://file/{path}:{line}:{column}'
    >>> editor_pattern("auto", which=lambda _: None)
    ''
    >>> editor_pattern("idea://open?file={path}&line={line}")
    'idea://open?file={path}&line={line}'
    """
    if name == GUESSED:
        return EDITORS["vscode" if which("code") or which("codium") else "none"]
    if name in EDITORS:
        return EDITORS[name]
    scheme, between, _ = name.partition(":")
    if between and scheme.lower() not in ("javascript", "data") and any(place in name for place in _PLACES):
        return name
    mend = f"write {', '.join([GUESSED, *EDITORS])}, or an address with {{path}} and {{line}}"
    raise Refusal([Problem("--editor", 0, 0, f"'{name}' is no editor that is known, nor an address of a file", mend)])
