"""The words by which facts are compared with the article: data beside the code, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon() -> dict[str, Any]:
    """`lexicon/words.yaml` without its `about`; every value a text, a list or a group of texts."""
    path = files("onrecord.dossier.checking") / "lexicon" / "words.yaml"
    read = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {key: value for key, value in read.items() if key != "about"}
