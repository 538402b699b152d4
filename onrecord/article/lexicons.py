"""The article part's lexicons: data beside the code, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon `lexicon/<name>.yaml` without its `about`."""
    text = (files("onrecord.article") / "lexicon" / f"{name}.yaml").read_text(encoding="utf-8")
    read = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {key: value for key, value in read.items() if key != "about"}


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of a lexicon as a set of lower-case words."""
    return frozenset(word.lower().rstrip(".") for word in lexicon(name)[key])
