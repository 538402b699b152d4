"""Terms explained where they first stand on a page: a link to the explanation, which a pointer also shows at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import escape

_PARTS = re.compile(r"(<[^>]*>)")
_OPEN = re.compile(r"<([a-zA-Z][\w-]*)([^>]*?)(/?)>")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "path", "circle", "rect", "line", "stop"})
_SHUT = frozenset({"a", "q", "blockquote", "svg", "summary", "button", "h1", "h2", "h3", "th", "dt", "time", "details"})
"""Elements in which a word is not linked: links, other people's words, drawings, headings, what is folded away."""


@dataclass(frozen=True)
class Term:
    """A term, what it means, and where that stands."""

    term: str
    meaning: str
    href: str


def explained(markup: str, terms: Sequence[Term]) -> str:
    """The page with the first use of each term in a fact's words linked to its explanation; otherwise unchanged.

    >>> print(explained('<p data-fact="a">NATO met. <a>NATO</a> NATO</p>', [Term("NATO", "an alliance", "#nato")]))
    <p data-fact="a"><a class="term" href="#nato" title="an alliance">NATO</a> met. <a>NATO</a> NATO</p>
    """
    left = {term.term: term for term in terms}
    if not left:
        return markup
    known = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(left, key=len, reverse=True)))})(?![\w-])")
    open_: list[tuple[str, bool, bool]] = []  # name, whether words are linked below it, whether it is in a fact
    parts = _PARTS.split(markup)
    for number, part in enumerate(parts):
        if number % 2:
            _follow(part, open_)
        elif left and open_ and open_[-1][1] and open_[-1][2]:
            parts[number] = known.sub(lambda found: _link(found[1], left), part)
    return "".join(parts)


def _link(word: str, left: dict[str, Term]) -> str:
    term = left.pop(word, None)
    return word if term is None else f'<a class="term" href="{term.href}" title="{escape(term.meaning)}">{word}</a>'


def _follow(tag: str, open_: list[tuple[str, bool, bool]]) -> None:
    """Keeps the elements that are open. What is closed without having been opened is passed over."""
    if tag.startswith("</"):
        name = tag[2:-1].strip().lower()
        if any(one[0] == name for one in open_):
            while open_.pop()[0] != name:
                pass
        return
    if (found := _OPEN.match(tag)) and not found[3] and (name := found[1].lower()) not in _VOID:
        free, fact = (open_[-1][1], open_[-1][2]) if open_ else (True, False)
        shut = name in _SHUT or "fact-source" in found[2] or "fact-line" in found[2]
        open_.append((name, free and not shut, fact or "data-fact=" in found[2]))


def escaped(terms: Iterable[Term]) -> list[Term]:
    """The terms as they stand in a page's markup."""
    return [Term(str(escape(term.term)), term.meaning, term.href) for term in terms]
