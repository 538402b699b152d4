"""Word lists as data: each `lexicon/*.yaml` is read once, and says in `about` where it comes from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> Any:
    """What `lexicon/<name>.yaml` holds, without its `about` line.

    Values are typed as YAML 1.1 types them: quote `no`, `on` and `off` in a lexicon.
    """
    text = files(__package__).joinpath("lexicon", f"{name}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    data.pop("about")
    return data
