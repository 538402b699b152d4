"""Answers as a terminal shows them: narrow, calm, without colour."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.model import Article

WIDTH = 98
"""Columns that a line takes at most."""
_LABEL = 16


def told(explained: Mapping[str, Any], article: Article | None) -> tuple[str, ...]:
    """An explanation as lines. The article's own words are marked as such; they stand in no file that is published."""
    return tuple(_lines(explained, article))


def as_json(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """An answer for programs."""
    return (json.dumps(answer, ensure_ascii=False, indent=1),)


def row(label: str, words: str) -> list[str]:
    """A label and its words beside it, wrapped."""
    first = f"  {label:<{_LABEL}}"
    indent = " " * len(first)
    lines = textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
    return lines or [first.rstrip()]


def rows(label: str, those: Iterable[str], none: str = "") -> Iterator[str]:
    """Several entries below one label, said once; where there are none, `none`, or nothing if that is empty."""
    for number, words in enumerate(list(those) or ([none] if none else [])):
        yield from row("" if number else label, words)


def _lines(one: Mapping[str, Any], article: Article | None) -> Iterator[str]:
    yield f"{one['kind']} {one['id']} of {one['briefing']}"
    yield from row("", f"“{one['says']}”" if one["kind"] == "fact" else one["says"])
    yield ""
    if place := one["lives"]:
        yield from row("lives in", f"{place['file']}:{place['line']}:{place['column']}")
    yield from (_fact(one) if one["kind"] == "fact" else _other(one))
    yield from _article(one["article"], article)
    yield from rows("found there", [f"{each['what']}: {each['said']}" + _cut(each, article) for each in one["found"]])
    yield from rows("read by", _rules(one["found"]))
    yield from rows("changed", map(_change, one["changed"]), "as it was found" if one["found"] else "")
    reviewed = one["reviewed"]
    yield from row("reviewed", f"by {reviewed['by']}, {reviewed['on']}" if reviewed else "by nobody yet")
    yield from rows("held against it", one["held_against"], "nothing")
    yield from rows("linked", [f"{link['how']} {link['fact']}: {link['says']}" for link in one.get("linked", ())])
    yield from rows("bears", [f"{each['what']}: {each['says']} ({each['lives']})" for each in one["bears"]])
    yield from rows("shown on", _shown(one["shown"]), "no page")


def _fact(one: Mapping[str, Any]) -> Iterator[str]:
    source = one["source"]
    cue = f", “{source['cue']}”" if source["cue"] else ""
    via = f", via {source['via']}" if source["via"] else ""
    yield from row("said by", f"{source['label']} ({source['id']}{via}){cue}")
    hedge = f"; “{one['hedge']}” is the article’s word" if one["hedge"] else ""
    yield from row("certainty", f"{one['certainty']}: {one['certainty_words']}{hedge}")


def _other(one: Mapping[str, Any]) -> Iterator[str]:
    yield from rows("is", [f"{key}: {_plain(value)}" for key, value in one["details"].items()])
    yield from rows(
        "facts", [f"{fact['how']} {fact['fact']}: {fact['says']}" for fact in one["facts"]], "none names it"
    )


def _plain(value: object) -> str:
    return ", ".join(map(_plain, value)) if isinstance(value, list) else str(value)


def _article(stands: Mapping[str, Any] | None, article: Article | None) -> Iterator[str]:
    if stands is None:
        yield from row("in the article", "no place: added by a person")
        return
    yield from row("in the article", f"{stands['sentence']}, code points {stands['start']} to {stands['end']}")
    if article is None:
        yield from row("", "the article is not at hand: its words cannot be shown")
    elif stands["as_taken_in"]:
        yield from row("its words", f"| {' '.join(article.text[stands['start'] : stands['end']].split())}")
    else:
        yield from row("", "other words stand there now: extract the article again")


def _cut(finding: Mapping[str, Any], article: Article | None) -> str:
    """The words a finding stands on, where they are few."""
    words = "" if article is None else " ".join(article.text[finding["start"] : finding["end"]].split())
    return f"  | {words}" if words and finding["what"] != "sentence" and len(words) <= WIDTH // 3 else ""


def _rules(found: Iterable[Mapping[str, Any]]) -> list[str]:
    files = dict.fromkeys(name for each in found for name in each["rules"].split(", "))
    return [f"onrecord/extract/lexicon: {', '.join(files)}"] if files else []


def _change(change: Mapping[str, Any]) -> str:
    if change["field"] is None:
        return f"{change['kind']}{_because(change)}"
    was, now = (change[key] if change[key] is not None else "nothing" for key in ("was", "now"))
    return f"{change['field']} ({change['kind']}): {was} → {now}{_because(change)}"


def _because(change: Mapping[str, Any]) -> str:
    who = ", ".join(str(change[key]) for key in ("by", "on") if change[key])
    return f"; {change['why'] or 'no reason given'}{f' ({who})' if who else ''}"


def _shown(shown: Iterable[Mapping[str, Any]] | None) -> list[str]:
    """A line for each anchor of a page, its forms together."""
    if shown is None:
        return ["not looked up: the pages cannot be made while ids lead nowhere"]
    places: dict[str, list[str]] = {}
    for one in shown:
        place = f"{one['page']}#{one['anchor']}" if one["anchor"] else one["page"]
        places.setdefault(place, []).append(one["as"] + (f" × {one['times']}" if one["times"] > 1 else ""))
    return [f"{place}  {', '.join(forms)}" for place, forms in places.items()]
