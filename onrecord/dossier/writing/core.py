"""YAML as plain data, by the few types of YAML 1.2's core: a date stays a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, ClassVar

import yaml
from yaml.constructor import SafeConstructor

_KEPT = 8192


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2 core types only."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


def _resolve(tag: str, pattern: str, first: Iterable[str]) -> None:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolve("bool", r"^(?:true|false)$", "tf")
_resolve("int", r"^[-+]?[0-9]+$", "-+0123456789")
_resolve("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")
_resolve("null", r"^(?:null|~|)$", ("n", "~", ""))


def data_of(text: str) -> Any:
    """The one document of a text as plain data. Raises yaml.YAMLError, RecursionError.

    Made straight from the parser's events, twice as fast as by way of nodes; what our own files never have (anchors,
    tags, a second document) goes that way.
    """
    data = _built(text)
    return yaml.load(text, Loader=CoreLoader) if data is _OTHERWISE else data


_OTHERWISE = object()


def _built(text: str) -> Any:
    """Lists and groups fill up as their values come; a key waits for its value."""
    root: list[Any] = []
    held: Any = root
    outer: list[tuple[Any, Any]] = []
    key: Any = _OTHERWISE
    for event in yaml.parse(text, Loader=CoreLoader):
        match event:
            case yaml.ScalarEvent(anchor=None, tag=None):
                value = _scalar(event.value) if event.implicit[0] else event.value
            case yaml.MappingStartEvent(anchor=None, tag=None) | yaml.SequenceStartEvent(anchor=None, tag=None):
                outer.append((held, key))
                held, key = ({} if isinstance(event, yaml.MappingStartEvent) else []), _OTHERWISE
                continue
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                value = held
                held, key = outer.pop()
            case yaml.NodeEvent():
                return _OTHERWISE
            case _:
                continue
        if isinstance(held, list):
            held.append(value)
        elif key is _OTHERWISE:
            if isinstance(value, list | dict):
                return _OTHERWISE
            key = value
        else:
            held[key] = value
            key = _OTHERWISE
    return root[0] if len(root) == 1 else _OTHERWISE


@lru_cache(maxsize=_KEPT)
def _scalar(text: str) -> Any:
    """What a text without quotation marks means."""
    tags = CoreLoader.yaml_implicit_resolvers.get(text[:1], [])
    tag = next((tag for tag, pattern in tags if pattern.match(text)), "tag:yaml.org,2002:str")
    return SafeConstructor().construct_object(yaml.ScalarNode(tag, text))
