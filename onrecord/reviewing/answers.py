"""What the page asks for, and what it is told: a status and values for its script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from onrecord.model import Refusal

from .desk import Desk, Stale
from .reviewer import Reviewer


@dataclass(frozen=True)
class Answer:
    """`values["said"]` is a sentence for the person, always there."""

    status: HTTPStatus
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """What came with a request."""

    values: Mapping[str, Any]
    desk: Desk
    reviewer: Reviewer

    def text(self, name: str) -> str:
        """A value that has to be a text. Raises ValueError where it is not there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            raise ValueError(f"'{name}' is missing")
        return value


def answer(path: str, values: Mapping[str, Any], *, desk: Desk, reviewer: Reviewer) -> Answer:
    """Do what the path asks for. Whatever is wrong is an answer, never an error."""
    verb = _VERBS.get(path)
    if verb is None:
        return Answer(HTTPStatus.NOT_FOUND, {"said": "there is nothing to do here"})
    try:
        return Answer(HTTPStatus.OK, verb(Asked(values, desk, reviewer)))
    except ValueError as error:
        return Answer(HTTPStatus.BAD_REQUEST, {"said": f"{error}; nothing was written"})
    except Stale as stale:
        said = f"{stale}; nothing was written"
        return Answer(HTTPStatus.CONFLICT, {"said": said, "shown": stale.shown, "now": stale.now})
    except Refusal as refusal:
        told = [*(problem.explain() for problem in refusal.problems), *filter(None, [refusal.patch])]
        return Answer(HTTPStatus.CONFLICT, {"said": "nothing was written", "problems": told})
    except OSError as error:
        said = f"the file could not be written: {(error.strerror or 'no reason given').lower()}"
        return Answer(HTTPStatus.CONFLICT, {"said": said})


def _confirm(asked: Asked) -> dict[str, Any]:
    by = asked.reviewer.name
    if by is None:
        raise ValueError("nobody has said who is reviewing")
    return {"said": asked.desk.confirm(asked.text("record"), asked.text("version"), by)}


def _undo(asked: Asked) -> dict[str, Any]:
    said, record = asked.desk.undo()
    return {"said": said, "record": record}


def _who(asked: Asked) -> dict[str, Any]:
    asked.reviewer.keep(asked.text("by"))
    return {"said": f"reviewing as {asked.reviewer.name}", "by": asked.reviewer.name}


_VERBS: Mapping[str, Callable[[Asked], dict[str, Any]]] = {
    "/confirm": _confirm,
    "/undo": _undo,
    "/who": _who,
}
