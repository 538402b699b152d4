"""Quotations without a cue: they go on with the last speaker's words."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from onrecord.model import Paragraph, Span

from .draft import Draft, spans_of
from .quotations import Quotation


def continue_speakers(
    doc: Doc, text: str, drafts: list[Draft], speech: list[Quotation], paragraphs: tuple[Paragraph, ...]
) -> None:
    """Gives each quotation that no cue claims to the attribution it continues; leaves it alone if there is none.

    It continues what was quoted before it in the same paragraph, or at the end of the paragraph before.
    """
    for quotation in speech:
        if any(quotation.span in d.quotes for d in drafts):
            continue
        here = _paragraph(quotation.span, paragraphs)
        if here is None or not _is_whole(text, quotation, paragraphs[here].span):
            continue
        draft = _continued(doc, drafts, quotation.span, paragraphs[max(here - 1, 0) : here + 1])
        if draft is not None:
            draft.quotes.append(quotation.span)


def _continued(doc: Doc, drafts: list[Draft], span: Span, paragraphs: tuple[Paragraph, ...]) -> Draft | None:
    """Who goes on speaking in `span`; the last of `paragraphs` holds it, one before it may stand there too."""
    here = paragraphs[-1].span
    before = [d for d in drafts if d.takes_quote and d.source and _end(doc, d) <= span.start]
    same = [d for d in before if _start(doc, d) >= here.start]
    if same:
        return _speaking(doc, same)
    if len(paragraphs) == 1 or not _opens_paragraph(span, here):
        return None
    return _speaking(doc, [d for d in before if any(paragraphs[0].span.holds(q) for q in d.quotes)])


def _speaking(doc: Doc, drafts: list[Draft]) -> Draft | None:
    """Whoever spoke last, in quotation marks if anybody did; not who is only told to think or to want."""
    said = [d for d in drafts if d.quotes] or [d for d in drafts if d.content and d.sense == "say"]
    return max(said, key=lambda d: _end(doc, d), default=None)


def _paragraph(span: Span, paragraphs: tuple[Paragraph, ...]) -> int | None:
    return next((i for i, p in enumerate(paragraphs) if p.span.holds(span)), None)


def _is_whole(text: str, quotation: Quotation, paragraph: Span) -> bool:
    """Whether the quotation is a sentence of its own, not a piece of one of the article's; nobody closes a long one."""
    lead = text[paragraph.start : quotation.span.start].rstrip()
    starts = not lead or lead[-1] in ".!?”\"’'»"
    ends = re.search(r"[.!?…—][”\"'’»]*$", quotation.span.cut(text)) is not None
    return starts and (ends or not quotation.closed)


def _opens_paragraph(span: Span, paragraph: Span) -> bool:
    return span.start == paragraph.start


def _start(doc: Doc, draft: Draft) -> int:
    return doc[min(draft.cue)].idx


def _end(doc: Doc, draft: Draft) -> int:
    ends = [s.end for s in spans_of(doc, draft.cue)] + [s.end for s in draft.quotes]
    return min(ends)
