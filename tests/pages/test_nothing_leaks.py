"""Words from an article never act as Markdown, HTML, template or front matter."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import markdown
import pytest

from onrecord.model import Dossier, Files
from onrecord.pages import render, render_home

HOSTILE = [
    "<script>alert(1)</script> <b onclick=x>bold</b> <!-- gone --> </div></td></svg>",
    "**bold** _em_ `code` [x](javascript:alert(1)) ![i](http://host.example/p.png) <http://a.example>",
    "{{ 7 * 7 }} {% raw %} {# gone #} {: .x #y } {#id} {##}",
    "--- title: gone | a | b | ::: note &amp; &lt; &#42; &copy; # heading 1. one - two * * * [^1] [TOC] ~~x~~ \\*",
    "\" ' onmouseover=\"x\" data-fact='y' \x02wzxhzdk:0\x03 \x0b ``` ~~~",
    "```\ncode\n```\n\n# heading\n\n    block\n\n---\n| a |\n|---|\n| b |\n\n<div>\n\n</div>\n~~~\nx\n~~~",
]
"""Each is put where a dossier holds words for a reader."""
_WORDS = {
    "text", "name", "title", "role", "question", "label", "heading", "side", "hedge", "cue", "unit", "note",
    "anonymity",    "publisher", "author", "dateline", "standfirst", "country", "type", "maker",
}  # fmt: skip


def poisoned(value: Any, words: str) -> Any:
    """The same record with `words` in every field that holds words."""
    if isinstance(value, dict):
        return {k: words if k in _WORDS and isinstance(v, str) else poisoned(v, words) for k, v in value.items()}
    return [poisoned(one, words) for one in value] if isinstance(value, list) else value


def harmless(dossier: Dossier, words: str) -> Dossier:
    plain = dossier.files.model_dump(mode="json", by_alias=True, exclude_none=True)
    changed = poisoned(plain, words)
    for new, old in zip(changed["places"]["places"], plain["places"]["places"], strict=True):
        new["role"] = old.get("role", "mention")
    return Dossier("ferry", Files.model_validate(changed))


def html_of(text: str) -> str:
    """A page as MkDocs turns it into HTML."""
    body = text.split("---\n", 2)[2]
    return markdown.markdown(body, extensions=["toc", "tables", "fenced_code", "attr_list"])


def tags(html: str) -> list[str]:
    """Every tag and its attribute names, in order."""
    found = re.findall(r"<(/?[a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*?)?)/?>", html)
    names = [(tag, sorted(re.findall(r'\s([a-zA-Z-]+)="', rest))) for tag, rest in found]
    return [f"{tag} {' '.join(attributes)}" for tag, attributes in names]


def shape(html: str) -> list[str]:
    """Tags and attributes but those of drawings, whose number of lines depends on the length of words."""
    return tags(re.sub(r"<svg.*</svg>", "", html, flags=re.DOTALL))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_change_no_markup(ferry: Dossier, words: str) -> None:
    """Every page has the same tags and attributes as with harmless words of the same kind."""
    hostile = render(harmless(ferry, words)).rendered.files
    calm = render(harmless(ferry, "calm words")).rendered.files
    for path in (path for path in calm if path.endswith(".md")):
        assert shape(html_of(hostile[path])) == shape(html_of(calm[path])), path


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_printed_as_they_stand(ferry: Dossier, words: str) -> None:
    """A reader sees each mark; only control characters and line ends go."""
    found = render(harmless(ferry, words)).rendered.files
    expected = " ".join(re.sub(r"[\x00-\x08\x0b-\x1f]", "", words).split())
    for path in ("index.md", "timeline.md", "actors.md", "places.md", "disputes.md", "military.md", "sources.md"):
        html = re.sub(r"<(style|script).*?</\1>", " ", html_of(found[path]), flags=re.DOTALL)
        shown = " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
        assert expected.replace("\x0b", "") in shown, path


def test_front_matter_holds_any_title(ferry: Dossier) -> None:
    """A title with line ends, colons and dashes stays one value."""
    import yaml

    title = "a: b\n---\n- c # d “é” {x}"
    page = render(harmless(ferry, title)).rendered.files["index.md"]
    front = yaml.safe_load(page.split("---\n", 2)[1])
    assert front["title"] == title


def test_the_front_page_escapes_too(ferry: Dossier) -> None:
    """Titles and summaries of briefings stay words there."""
    text = render_home([harmless(ferry, HOSTILE[0])]).files["index.md"]
    assert "<script" not in html_of(text)


def test_only_addresses_of_the_web_become_links(ferry: Dossier) -> None:
    """A source article's address with a script in it is not linked."""
    plain = ferry.files.model_dump(mode="json", by_alias=True, exclude_none=True)
    plain["briefing"]["sources"][0]["url"] = "javascript:alert(1)"
    assert "javascript:" not in render(Dossier("ferry", Files.model_validate(plain))).rendered.files["sources.md"]


def test_templates_lie_where_the_renderer_looks() -> None:
    """Templates are read from the project's folder."""
    from onrecord.pages.render import TEMPLATES

    assert Path(__file__).parents[2] / "templates" == TEMPLATES
