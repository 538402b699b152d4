"""What the page asks for, and what it is told: a status and values for its script."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from pydantic import ValidationError

from onrecord.model import Article, Dossier, Refusal, Span

from .changes import add, confirm, correct, place, reject, words
from .desk import Desk
from .filled import Form
from .marks import Change, Doubted, Mark, Stale
from .reviewer import Reviewer
from .settling import settle

_IN_YAML = re.compile(r"write 'settled: \[[a-z]+\]' and say why under 'corrected'$")
_IN_PAGE = "say why and save all the same"
"""In the page nobody has to write YAML."""


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

    def number(self, name: str) -> int:
        """A value that has to be a whole number. Raises ValueError where it is not there."""
        value = self.values.get(name)
        if type(value) is not int:
            raise ValueError(f"'{name}' is missing")
        return value

    @property
    def form(self) -> Form:
        """The fields of a form."""
        form = self.values.get("form")
        if not isinstance(form, dict):
            raise ValueError("'form' is missing")
        return form

    def mark(self, form: Form | None = None) -> Mark:
        """Who asks, today, with what they say in the form. Raises ValueError where nobody has said who."""
        if self.reviewer.name is None:
            raise ValueError("nobody has said who is reviewing")
        said = form or {}
        return Mark(
            by=self.reviewer.name,
            on=self.desk.today().isoformat(),
            why=" ".join(str(said.get("why") or "").split()),
            reviewed=bool(said.get("reviewed")),
            insists=self.values.get("insist") is True,
        )


def answer(path: str, values: Mapping[str, Any], *, desk: Desk, reviewer: Reviewer) -> Answer:
    """Do what the path asks for. Whatever is wrong is an answer, never an error."""
    verb = _VERBS.get(path)
    if verb is None:
        return Answer(HTTPStatus.NOT_FOUND, {"said": "there is nothing to do here"})
    try:
        return Answer(HTTPStatus.OK, {"done": True, **verb(Asked(values, desk, reviewer))})
    except Doubted as doubted:
        return _doubted(doubted)
    except ValidationError:
        return Answer(HTTPStatus.CONFLICT, {"said": "no record can say this; nothing was written"})
    except ValueError as error:
        return Answer(HTTPStatus.BAD_REQUEST, {"said": f"{error}; nothing was written"})
    except Stale as stale:
        now = {"now": stale.now, "version": stale.version}
        return Answer(HTTPStatus.CONFLICT, {"said": f"{stale}; nothing was written", **now})
    except Refusal as refusal:
        told = [*(problem.explain() for problem in refusal.problems), *filter(None, [refusal.patch])]
        return Answer(HTTPStatus.CONFLICT, {"said": "nothing was written", "problems": told})
    except OSError as error:
        said = f"the file could not be written: {(error.strerror or 'no reason given').lower()}"
        return Answer(HTTPStatus.CONFLICT, {"said": said})


def _doubted(doubted: Doubted) -> Answer:
    """What stands against a change, at its fields; the request itself was in order."""
    here = [{**trouble._asdict(), "mend": _IN_YAML.sub(_IN_PAGE, trouble.mend)} for trouble in doubted.here]
    values = {"done": False, "here": here, "elsewhere": doubted.elsewhere, "sure": doubted.sure}
    return Answer(HTTPStatus.OK, {"said": f"{doubted}; nothing was written", **values})


def _written(change: Change) -> dict[str, Any]:
    return {"said": change.said, "record": change.record}


def _confirm(asked: Asked) -> dict[str, Any]:
    record, shown, mark = asked.text("record"), asked.text("version"), asked.mark()
    return _written(asked.desk.write(lambda dossier: confirm(dossier, record, shown, mark), mark, try_first=False))


def _correct(asked: Asked) -> dict[str, Any]:
    record, shown, form = asked.text("record"), asked.text("version"), asked.form
    mark = asked.mark(form)
    return _written(asked.desk.write(lambda dossier: correct(dossier, record, shown, form=form, mark=mark), mark))


def _reject(asked: Asked) -> dict[str, Any]:
    record, shown, mark = asked.text("record"), asked.text("version"), asked.mark({"why": asked.values.get("why")})
    return _written(asked.desk.write(lambda dossier: reject(dossier, record, shown, mark), mark))


def _add(asked: Asked) -> dict[str, Any]:
    form = asked.form
    mark = asked.mark(form)

    def make(dossier: Dossier) -> Change:
        article = _article(asked, dossier)
        return add(dossier, article, _chosen(asked, article), form=form, mark=mark)

    return _written(asked.desk.write(make, mark))


def _place(asked: Asked) -> dict[str, Any]:
    record, shown, mark = asked.text("record"), asked.text("version"), asked.mark()

    def make(dossier: Dossier) -> Change:
        article = _article(asked, dossier)
        return place(dossier, article, record, shown, span=_chosen(asked, article))

    return _written(asked.desk.write(make, mark))


def _article(asked: Asked, dossier: Dossier) -> Article:
    article, _ = asked.desk.at_hand(dossier)
    if article is None:
        raise Stale("the article is no longer at hand")
    return article


def _chosen(asked: Asked, article: Article) -> Span:
    return words(article, asked.number("start"), asked.number("end"), asked.text("words"))


def _settle(asked: Asked) -> dict[str, Any]:
    shown, take, mark = asked.text("version"), asked.text("take"), asked.mark()
    return _written(asked.desk.write(lambda dossier: settle(dossier, shown, take, mark), mark))


def _undo(asked: Asked) -> dict[str, Any]:
    said, record = asked.desk.undo()
    return {"said": said, "record": record}


def _who(asked: Asked) -> dict[str, Any]:
    asked.reviewer.keep(asked.text("by"))
    return {"said": f"reviewing as {asked.reviewer.name}", "by": asked.reviewer.name}


_VERBS: Mapping[str, Callable[[Asked], dict[str, Any]]] = {
    "/add": _add,
    "/confirm": _confirm,
    "/correct": _correct,
    "/place": _place,
    "/reject": _reject,
    "/settle": _settle,
    "/undo": _undo,
    "/who": _who,
}
