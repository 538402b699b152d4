"""Who changes something, what comes of it, and the two ways in which it can be refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Corrected, Files, Reviewed
from onrecord.pages.review import Trouble


class Stale(Exception):
    """What the page showed is no longer what the file says, or there is nothing to do; nothing was written."""

    def __init__(self, said: str, *, now: str = "", version: str = "") -> None:
        super().__init__(said)
        self.now, self.version = now, version
        """What the record says now, as YAML, and the eight digits that stand for it."""


class Doubted(Exception):
    """A change would make something wrong; nothing was written.

    `here` stands at the fields of the record, `elsewhere` in other records. Where `sure` is false a person can insist:
    the files would load, nothing would point at what is not there, and they may know better.
    """

    def __init__(self, here: Sequence[Trouble], elsewhere: Sequence[str] = (), *, sure: bool) -> None:
        super().__init__("this does not hold together")
        self.here, self.elsewhere, self.sure = tuple(here), tuple(elsewhere), sure


@dataclass(frozen=True)
class Mark:
    """Who does something, on which day, and what they say about it."""

    by: str
    on: str
    why: str = ""
    reviewed: bool = True
    """Whether they have compared the record with the article."""
    insists: bool = False
    """Whether they want it written in spite of doubts."""

    @property
    def seen(self) -> Reviewed:
        """The mark of who has compared a record with the article."""
        return Reviewed(by=self.by, on=self.on)

    @property
    def corrected(self) -> Corrected:
        """The mark of who has changed a record, with the reason."""
        return Corrected(why=self.why, by=self.by, on=self.on)


@dataclass(frozen=True)
class Change:
    """The files as they are to be, what was done in a few words, and the record it is about, as `file/id`."""

    record: str
    said: str
    files: Files
