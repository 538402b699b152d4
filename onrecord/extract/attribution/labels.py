"""Speakers as labels: `BLOM: We need more time.`, as transcripts and headlines set them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.extract.reading import Reading
from onrecord.model import Paragraph, Span

from .draft import Draft

_LABEL = re.compile(r"(?P<name>(?:[A-Z][\w.'’\-]*|[A-Z]\.)(?: (?:[A-Z][\w.'’\-]*|de|van|von|al|bin)){0,4}):\s+(?=\S)")
_LEAST = 2
"""Labels of one article that make a transcript; one alone may be any heading."""


def drafts_from_labels(reading: Reading) -> Iterator[Draft]:
    """One draft for each paragraph that begins with a speaker's label, where the article has several.

    The label must be in capitals, or name somebody whom the text names elsewhere too.
    """
    text = reading.article.text
    found = [(p, m) for p in reading.article.paragraphs if p.kind == "body" and (m := _label(text, p))]
    known = [(p, m) for p, m in found if m["name"].isupper() or _is_known(text, m)]
    if len(known) < _LEAST:
        return
    for paragraph, match in known:
        draft = _draft(reading, paragraph, match)
        if draft is not None:
            yield draft


def _label(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    return _LABEL.match(text, paragraph.span.start, paragraph.span.end)


def _is_known(text: str, match: re.Match[str]) -> bool:
    last = match["name"].split()[-1]
    return len(re.findall(rf"\b{re.escape(last)}\b", text)) > 1


def _draft(reading: Reading, paragraph: Paragraph, match: re.Match[str]) -> Draft | None:
    name = reading.tokens(Span(match.start("name"), match.end("name")))
    said = reading.tokens(Span(match.end(), paragraph.span.end))
    colon = reading.tokens(Span(match.end("name"), match.end("name") + 1))
    if name is None or said is None or colon is None or len(said) < 2:
        return None
    content = {t.i for t in said if not t.is_space}
    return Draft([colon[0].i], ":", "say", source=[t.i for t in name], content=content)
