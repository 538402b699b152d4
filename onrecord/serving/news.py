"""What open pages are told: that they are new, and what keeps the next ones from being made."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence

from onrecord.model import Problem

HEARTBEAT = 20.0
"""Seconds after which a silent line is sent, so that a closed page is noticed."""


class News:
    """The state that open pages follow. Each page waits on it in a thread of its own."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        # Counted on from the time, so that a page which outlived a server sees that the next one shows something new.
        self._number = time.time_ns() // 1_000_000
        self._problems = ""
        self._open: dict[int, str] = {}
        self._asked: dict[str, str] = {}
        self._closed = False

    def changed(self) -> None:
        """Pages are new: open ones load themselves again."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def tell(self, problems: Sequence[Problem]) -> None:
        """Show these problems over every open page; none takes away those that are shown."""
        said = "\n\n".join(problem.explain() for problem in problems)
        with self._changed:
            if said != self._problems:
                self._problems = said
                self._changed.notify_all()

    def close(self) -> None:
        """Let every page go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def asked_for(self, page: str) -> None:
        """Note that somebody looks at a page."""
        self._asked[page.split("/")[1]] = page

    def open_page(self, slug: str) -> str:
        """The page of a briefing that is looked at, by its file name; `index.html` where none is."""
        with self._changed:
            pages = [page for page in self._open.values() if page.startswith(f"/{slug}/")]
        page = pages[-1] if pages else self._asked.get(slug, "")
        return page.rpartition("/")[2] or "index.html"

    def follow(self, page: str, seen: int | None = None) -> Iterator[str]:
        """Server-sent events for one open page, until the server stops: its number, then what happens.

        `seen` is the number that the page was told before its line broke: it learns at once what it missed.
        """
        with self._changed:
            key, number, problems = id(object()), self._number if seen is None else seen, ""
            while key in self._open:
                key += 1
            self._open[key] = page
        try:
            yield f"retry: 300\nid: {number}\n\n"
            while not self._closed:
                with self._changed:
                    if number == self._number and problems == self._problems:
                        self._changed.wait(HEARTBEAT)
                    news, told = self._number, self._problems
                if self._closed:
                    return
                if told != problems:
                    yield f"event: problems\ndata: {json.dumps(told)}\n\n"
                if news != number:
                    yield f"id: {news}\nevent: changed\ndata: {news}\n\n"
                if news == number and told == problems:
                    yield ": still here\n\n"
                number, problems = news, told
        finally:
            with self._changed:
                self._open.pop(key, None)
