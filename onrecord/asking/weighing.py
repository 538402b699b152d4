"""What a correction would change, as a terminal shows it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.model import QUIET

from .telling import WIDTH, row, rows

MOST = 4
"""Places of a page whose words are shown; the others are counted."""


def weighed(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """A comparison as lines."""
    return tuple(_lines(answer))


def _lines(one: Mapping[str, Any]) -> Iterator[str]:
    yield f"what if, in {one['briefing']}"
    for tried in one["tried"]:
        yield from row("", tried)
    yield ""
    if not one["changes"]:
        yield from row("changes", "nothing: that is what stands there")
        return
    yield from rows("counts as", _corrections(one))
    yield from rows("arises", _problems(one["arises"]), "no problem")
    yield from rows("vanishes", _problems(one["vanishes"]))
    yield from rows("figures", [_figure(figure) for figure in one["figures"]])
    yield from rows("read again", [f"{line['what']}: {line['says']} ({line['lives']})" for line in one["rests_on_it"]])
    yield from rows("shows on", _files(one["pages"]), "no page: nothing a reader sees would change")
    for page in one["pages"] or ():
        yield from _page(page)
    yield ""
    yield "Nothing was written."


def _corrections(one: Mapping[str, Any]) -> list[str]:
    if not one["was_found"]:
        return ["no correction: these files were not extracted, so nothing was found before"]
    taken = [f"no correction any more: {_named(change)} is as it was found" for change in _settled(one)]
    made = []
    for change in one["counts_as"]:
        was, now = (change[key] if change[key] is not None else "nothing" for key in ("was", "now"))
        why = "" if change["why"] or change["kind"] in (*QUIET, "rejection") else "; no reason given yet"
        said = f"{was} → {now}" if change["field"] else change["was"] or change["now"]
        made.append(f"{change['kind']} of {_named(change)}: {said}{why}")
    return made + taken or ["no correction: what differs is not compared with what was found"]


def _settled(one: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Corrections that go without another one of the same field, or of the whole record, in their place."""
    made = {(change["record"], change["field"]) for change in one["counts_as"]}
    gone = one["counts_no_more"]
    return [one for one in gone if not {(one["record"], one["field"]), (one["record"], None)} & made]


def _problems(those: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each with its place in short; what it says in full stands with the problems of the run."""
    return [f"{one['file'].rpartition('/')[2]}:{one['line']}: {one['message']}" for one in those]


def _named(change: Mapping[str, Any]) -> str:
    return f"{change['record']}.{change['field']}" if change["field"] else str(change["record"])


def _figure(figure: Mapping[str, Any]) -> str:
    was, now = figure["was"] or "not compared", figure["now"] or "not compared any more"
    return f"{figure['claim']}: {was} → {now}"


def _files(pages: Sequence[Mapping[str, Any]] | None) -> list[str]:
    if pages is None:
        return ["not looked up: the pages cannot be made while ids lead nowhere"]
    names = [page["page"] + (" (new)" if page["how"] == "added" else "") for page in pages if page["how"] != "removed"]
    gone = [f"no more: {page['page']}" for page in pages if page["how"] == "removed"]
    return [", ".join(names), *gone] if names else gone


def _page(page: Mapping[str, Any]) -> Iterator[str]:
    if not page["lines"] and not page["drawing"]:
        return
    yield ""
    yield page["page"] + ("  (the drawing changes)" if page["drawing"] else "")
    above = None
    for place in page["lines"][:MOST]:
        if place["anchor"] != above:
            above = place["anchor"]
            yield f"  #{above}" if above else "  (top)"
        for sign, words in (("-", place["was"]), ("+", place["now"])):
            for line in words:
                yield from _signed(sign, line)
    more = len(page["lines"]) - MOST
    if more > 0:
        yield f"  and {more} more place{'s' if more > 1 else ''}"


def _signed(sign: str, line: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent=f"  {sign} ", subsequent_indent="    ", break_on_hyphens=False)
