"""Quotations and the cues that stand beside or around them."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from onrecord.model import Span

from .draft import Draft, spans_of
from .quotations import Quotation

_GAP = re.compile(r"[\s,.;:?!—–…\-]*")


def give_quotations(doc: Doc, text: str, drafts: list[Draft], quotations: tuple[Quotation, ...]) -> None:
    """Every quotation of `text` goes to the cue whose content it is part of, or to the cue right beside it."""
    for quotation in quotations:
        holders = [d for d in drafts if _touches(doc, d, quotation.span)]
        if holders:
            # An inner content keeps its own pieces; the smallest that touches it owns the whole.
            for draft in holders:
                _cut_at_colon(doc, text, draft, quotation.span)
                draft.quotes.append(quotation.span)
        elif quotation.kind == "speech" and (beside := _beside(doc, text, drafts, quotation.span)):
            beside.quotes.append(quotation.span)


def _cut_at_colon(doc: Doc, text: str, draft: Draft, span: Span) -> None:
    """`The judge was brief: "...," she said`: what leads to the colon is the article's."""
    if text[: span.start].rstrip().endswith(":") and span.end <= doc[min(draft.cue)].idx:
        draft.content = {i for i in draft.content if doc[i].idx >= span.start}


def _touches(doc: Doc, draft: Draft, span: Span) -> bool:
    return any(s.overlaps(span) for s in spans_of(doc, draft.content))


def _beside(doc: Doc, text: str, drafts: list[Draft], span: Span) -> Draft | None:
    """The cue right after a quotation with only its source between them; else the one right before it."""
    free = [d for d in drafts if d.takes_quote and d.head is not None]
    after = [d for d in free if span.end <= _edges(doc, d)[0] and _near(doc, text, d, span)]
    if after:
        return min(after, key=lambda d: _edges(doc, d)[0])
    before = [d for d in free if _edges(doc, d)[1] <= span.start and _leads(doc, text, d, span)]
    return max(before, key=lambda d: d.cue[0], default=None)


def _edges(doc: Doc, draft: Draft) -> tuple[int, int]:
    spans = spans_of(doc, [*draft.cue, *draft.source])
    return spans[0].start, spans[-1].end


def _near(doc: Doc, text: str, draft: Draft, span: Span) -> bool:
    between = text[span.end : _edges(doc, draft)[0]]
    return "\n" not in between and _GAP.fullmatch(between) is not None and not _full_stop(text, span)


def _full_stop(text: str, span: Span) -> bool:
    """A quotation that ends with a full stop is over: what follows is another sentence."""
    return text[: span.end].rstrip("”\"'’»").endswith(".") and not text[: span.end].rstrip("”\"'’»").endswith("..")


def _leads(doc: Doc, text: str, draft: Draft, span: Span) -> bool:
    """`Asked how ..., he said, "..."`: the cue's sentence runs into the quotation."""
    cue_end = max(doc[i].idx + len(doc[i]) for i in draft.cue)
    between = text[cue_end : span.start]
    if re.search(r"[.!?]\s", between) or "\n\n" in between:
        return between.strip() in {".", ":"} or between.rstrip().endswith(":")
    return len(between.split()) <= 12 and (between.rstrip()[-1:] in {",", ":", ""} or len(between.split()) <= 4)
