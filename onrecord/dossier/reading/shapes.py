"""What the model allows at each place of a file, taken from the model's own annotations.

The loader types YAML by these shapes, and the reference page is written from them, so neither can say anything that the
model does not.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from onrecord.model import Record
from onrecord.model.record import DATE_PATTERN, DAY_PATTERN, ID_PATTERN, SENTENCE_PATTERN

_FORMS = {ID_PATTERN: "id", DATE_PATTERN: "date", DAY_PATTERN: "day", SENTENCE_PATTERN: "sentence"}


_LAST = ("at", "reviewed", "corrected", "kept", "settled")


@dataclass(frozen=True)
class Words:
    """A text; `kind` where it has a form: an id, a date."""

    kind: str = "text"
    name: str = "a text"


@dataclass(frozen=True)
class Number:
    """A number; `whole` when it may have no decimals, `ranged` when low and high may stand instead."""

    whole: bool
    ranged: bool = False

    @property
    def name(self) -> str:
        return "a whole number" if self.whole else "a number"


@dataclass(frozen=True)
class Flag:
    """True or false."""

    name: str = "true or false"


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    allowed: tuple[str, ...]
    name: str = "one of a few words"


@dataclass(frozen=True)
class Several:
    """A list; `length` where it always has the same."""

    of: Shape
    length: int | None = None

    @property
    def name(self) -> str:
        return f"a list of {self.length}" if self.length else "a list"


@dataclass(frozen=True)
class Group:
    """Keys with values: a record."""

    record: type[Record]
    name: str = "a group of keys"

    @property
    def keys(self) -> Mapping[str, Key]:
        """Every key that the record allows, by the name YAML uses."""
        return keys_of(self.record)


@dataclass(frozen=True)
class Either:
    """A number, or a list of two."""

    one: Shape
    several: Several

    @property
    def name(self) -> str:
        return f"{self.one.name} or {self.several.name}"


Shape = Words | Number | Flag | Choice | Several | Group | Either


@dataclass(frozen=True)
class Key:
    """A key of a record: what may stand there, and what it means."""

    name: str
    shape: Shape
    nullable: bool
    field: FieldInfo

    @property
    def required(self) -> bool:
        """Whether the record is incomplete without it."""
        return self.field.is_required()


@cache
def keys_of(record: type[Record]) -> Mapping[str, Key]:
    """The keys of a record by their YAML names: what it says, then where it stands and who kept it."""
    keys = [_key(name, info) for name, info in record.model_fields.items()]
    return types.MappingProxyType({key.name: key for key in sorted(keys, key=lambda key: key.name in _LAST)})


@cache
def words_of(record: type[Record]) -> tuple[str, ...]:
    """Every key that can stand in a file, at any level, the longest first."""
    found, ahead = [record], [record]
    while ahead:
        inner = [_held(key.shape) for key in keys_of(ahead.pop()).values()]
        fresh = [one for one in inner if one and one not in found]
        found, ahead = found + fresh, ahead + fresh
    return tuple(sorted({name for one in found for name in keys_of(one)}, key=lambda name: (-len(name), name)))


def _held(shape: Shape) -> type[Record] | None:
    inner = shape.of if isinstance(shape, Several) else shape
    return inner.record if isinstance(inner, Group) else None


def _key(name: str, info: FieldInfo) -> Key:
    kinds = _union(info.annotation)
    shapes = [_shape(kind) for kind in kinds if kind is not type(None)]
    shape = _joined(shapes)
    if isinstance(shape, Words):
        shape = _formed(info.metadata) or shape
    return Key(info.alias or name, shape, type(None) in kinds, info)


def _formed(constraints: Iterable[Any]) -> Words | None:
    """The text that a pattern among the constraints asks for."""
    patterns = (getattr(constraint, "pattern", None) for constraint in constraints)
    return next((_words(_FORMS.get(pattern, "text")) for pattern in patterns if pattern), None)


def _words(kind: str) -> Words:
    names = {"id": "an id", "date": "a date", "day": "a day", "sentence": "a place in the article"}
    return Words(kind, names.get(kind, "a text"))


def _union(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(kind for arm in get_args(annotation) for kind in _union(arm))
    return (annotation,)


def _joined(shapes: list[Shape]) -> Shape:
    lists = [shape for shape in shapes if isinstance(shape, Several)]
    single = [shape for shape in shapes if not isinstance(shape, Several)]
    one: Shape | None = single[0] if single else None
    if len(single) > 1 and all(isinstance(shape, Number) for shape in single):
        one = Number(whole=all(isinstance(shape, Number) and shape.whole for shape in single))
    if len(single) > 1 and all(isinstance(shape, Words) for shape in single):
        one = Words(", or ".join(shape.kind for shape in single if isinstance(shape, Words)))
    if one is None:
        return lists[0]
    if lists and isinstance(one, Number):
        one = Number(one.whole, ranged=True)
    return Either(one, lists[0]) if lists else one


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _formed(arguments[1:]) or _shape(arguments[0])
    if origin is Literal:
        return Choice(tuple(arguments))
    if origin in (Union, types.UnionType):
        return _joined([_shape(kind) for kind in _union(annotation)])
    if origin is tuple:
        endless = arguments[-1] is Ellipsis
        return Several(_shape(arguments[0]), None if endless else len(arguments))
    return _plain(annotation)


def _plain(annotation: Any) -> Shape:
    if annotation is bool:
        return Flag()
    if annotation in (int, float):
        return Number(whole=annotation is int)
    if annotation is str:
        return Words()
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Group(annotation)
    raise TypeError(f"the model has a field that YAML files cannot hold: {annotation}")
