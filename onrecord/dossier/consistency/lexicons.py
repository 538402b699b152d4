"""The words that the checks read: data beside the code, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon `lexicon/<name>.yaml` without its `about`."""
    folder = files("onrecord.dossier.consistency") / "lexicon"
    read = yaml.load(
        (folder / f"{name}.yaml").read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    )
    return {key: value for key, value in read.items() if key != "about"}


def either(words: Iterable[str]) -> str:
    r"""A pattern for any of the words, longest first.

    >>> either(["mile", "nautical mile", "Jan."])
    '(?:nautical\\ mile|mile|Jan\\.)'
    """
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
