"""The source's own words: verbatim, one fragment, never across an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import QUOTE_LIMIT, QUOTE_SHARE, Fact, FoundAttribution, Quote, Span, words_of

from ..lexicons import lexicon
from .clauses import Clause

_MARK = re.compile("[“”„«»\"]|''|``")
_PAIRS = {"“": '”"', "„": "“”", "«": "»", "``": "''", "”": "”"}
_CLOSING = "”»\"''"
_ELLIPSIS = re.compile(r"\s*(?:…|\.\s?\.\s?\.)\s*")
_LOOSE = frozenset({"advcl", "npadvmod"})
_BROKEN = re.compile(r"[“”\"\n\[\]()]|''")
"""What a quotation in a line cannot hold: other marks, brackets, a line's end."""
FEWEST = 3
"""Words that a quotation needs to stand as a line."""
SNIPPET = 100
"""Words below which a text is a snippet: one sentence of speech is more than its share, and the build will say so."""
SPARE = 0.8
"""Share of the limit on quotations that extraction uses up; the rest is the editor's."""


def quoted_spans(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """What stands between quotation marks; a quotation left open runs to the end of its paragraph.

    Where the next one closes it without having opened it anew, it goes on from that one's start. Straight marks open
    where white space or a bracket stands before them.
    """
    found: list[Span] = []
    left_open = False
    for paragraph in paragraphs:
        inside, left_open = _between(paragraph.cut(text), left_open=left_open)
        found += [Span(paragraph.start + start, paragraph.start + end) for start, end in inside]
    return tuple(found)


def _between(words: str, *, left_open: bool) -> tuple[list[tuple[int, int]], bool]:
    """The quotations of one paragraph, and whether its last one is left open. A mark is closed by one of its kind."""
    marks = list(_MARK.finditer(words))
    goes_on = left_open and bool(marks) and not _opens(marks[0], words)
    start, closing = (0, _CLOSING) if goes_on else (None, "")
    found = []
    for mark in marks:
        if start is None and _opens(mark, words):
            start, closing = mark.end(), _PAIRS.get(mark[0], mark[0])
        elif start is not None and mark[0] in closing and not _opens(mark, words):
            found.append((start, mark.start()))
            start = None
    if start is not None:
        found.append((start, len(words)))
    return found, start is not None


def _opens(mark: re.Match[str], words: str) -> bool:
    """Whether a mark opens: it looks so, or white space or a bracket stands before it and none behind."""
    if mark[0] in _PAIRS and mark[0] != "”":
        return True
    before = words[mark.start() - 1] if mark.start() else " "
    after = words[mark.end()] if mark.end() < len(words) else " "
    return (before.isspace() or before in "([{—–-") and not after.isspace()


def quote_of(text: str, quoted: Sequence[Span], attribution: FoundAttribution, within: Span) -> Quote | None:
    """The longest fragment of quoted content inside `within` that is at most as long as a quotation may be."""
    parts = [part for span in attribution.content for part in _shared(quoted, Span(*span), within)]
    fragments = [f for part in parts for f in _fragments(part.cut(text))]
    fitting = [f for f in fragments if 2 <= len(f.split()) <= QUOTE_LIMIT]
    if not fitting:
        return None
    best = max(fitting, key=lambda f: len(f.split()))
    return Quote(text=best, kind="direct" if attribution.kind == "direct" else "mixed")


def _shared(quoted: Sequence[Span], content: Span, within: Span) -> Iterator[Span]:
    for span in quoted:
        start, end = max(span.start, content.start, within.start), min(span.end, content.end, within.end)
        if start < end:
            yield Span(start, end)


def _fragments(words: str) -> Iterator[str]:
    for piece in _ELLIPSIS.split(words):
        yield re.sub(r"^(?:and|but|or)\s+", "", piece.strip().rstrip(",;").strip())


def saying(clause: Clause, text: str, quoted: Sequence[Span], limit: int) -> str | None:
    """The clause, or its opening, in its own words and quotation marks; None where it is not quoted or too long to cut.

    “We knew in time” to act: words after the quotation stay outside its marks.
    """
    said = [t for t in clause.words if not t.is_punct]
    while said and said[-1].dep_ == "cc":
        said.pop()
    end = said[-1].idx + len(said[-1]) if said else clause.span[1]
    start = next((t.idx for t in clause.words if t.dep_ != "cc" and not t.is_punct), end)
    mark = next((q for q in quoted if q.holds(Span(start, clause.root.idx))), None)
    if any(c.dep_ == "mark" and c.i == said[0].i for c in clause.root.children if said):
        return None  # “If you say so” says nothing alone
    if mark is None or clause.subject or _ELLIPSIS.search(text[start:end]):
        return None
    if len(words_of(text[start:end])) > limit:
        end = _cut(clause, min(end, mark.end), limit)
    inside, after = text[start : min(end, mark.end)].strip(" ,;"), text[mark.end + 1 : end].strip(" ,;")
    if len(inside.split()) < FEWEST or any(
        c in f"{inside}{after}" for c in ("“", "”", '"', "\n", "[", "]", "(", ")", "''")
    ):
        return None
    opening = inside[0].upper() + inside[1:]
    return f"“{opening}” {after}." if after else f"“{opening.rstrip('.')}.”"


def _is_deep(word: Token, clause: Clause) -> bool:
    """Whether a word stands in a clause below the main one, which a cut would leave hanging."""
    head = word.head
    while head.i != clause.root.i and head.head.i != head.i:
        if head.dep_ in ("ccomp", "relcl", "acl", "xcomp", "pcomp"):
            return True
        head = head.head
    return False


def _relates(word: Token) -> bool:
    """Whether a preposition opens a relative clause: "a country in which nobody is safe"."""
    return word.i + 1 < len(word.doc) and word.nbor(1).tag_ in ("WDT", "WP", "WP$")


def _cut(clause: Clause, end: int, limit: int) -> int:
    """Where a quoted clause can end early, at most `limit` words in: before a phrase that can be left out.

    Nothing may be left out that turns the meaning: a negation, a condition, a "but". 0 where there is no such place.
    """
    words = [t for t in clause.words if t.idx < end]
    turning = {*lexicon("facts")["conditions"], *lexicon("facts")["firm"], "or"}
    best = 0
    for word in words:
        rest = [t for t in words if t.i >= word.i]
        opens = word.dep_ in ("prep", "dative") or any(t.left_edge.i == word.i and t.dep_ in _LOOSE for t in rest)
        kept = words_of(clause.words[0].doc[clause.words[0].i : word.i].text)
        opens = opens and not ((word.dep_ == "prep" and word.head.pos_ == "ADJ") or word.nbor(-1).tag_ in ("VBN", "JJ"))
        opens = opens and not _is_deep(word, clause) and not _relates(word)
        opens = opens and word.nbor(-1).dep_ != "cc" and not (word.dep_ == "prep" and word.head.lemma_ == "be")
        turned = any(t.dep_ == "neg" or t.lower_ in turning for t in rest)
        if word.i > clause.root.i + 1 and opens and not turned and 4 <= len(kept) <= limit:
            best = word.idx
    return best


def beyond_share(facts: Sequence[Fact], words: int) -> frozenset[int]:
    """Which facts, by number, print more quotation in their lines than an article of `words` words can bear.

    The first ones stay: an article opens with what matters.
    """
    if words < SNIPPET:
        return frozenset()
    budget, used, beyond = QUOTE_SHARE * SPARE * words, 0, set()
    for number, fact in enumerate(facts):
        quoted = sum(len(match[1].split()) for match in re.finditer("“([^”]*)”", fact.text))
        if quoted and used + quoted > budget:
            beyond.add(number)
        else:
            used += quoted
    return frozenset(beyond)


def within_share(facts: Sequence[Fact], words: int) -> tuple[Fact, ...]:
    """The facts with only so many quotations as an article of `words` words can bear; the shortest are kept."""
    budget = QUOTE_SHARE * SPARE * words
    used = sum(len(m[1].split()) for fact in facts for m in re.finditer("“([^”]*)”", fact.text))
    kept: set[str] = set()
    for fact in sorted(facts, key=lambda f: len(f.quote.text.split()) if f.quote else 0):
        if fact.quote and used + len(fact.quote.text.split()) <= budget:
            used += len(fact.quote.text.split())
            kept.add(fact.id)
    return tuple(f if f.id in kept or f.quote is None else f.model_copy(update={"quote": None}) for f in facts)
