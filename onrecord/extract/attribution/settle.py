"""From drafts to attributions: quotations joined to their cues, spans cut, doubles dropped, text order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Doc

from onrecord.extract.reading import Reading, span_of
from onrecord.model import FoundAttribution, Span

from .asides import give_surroundings
from .beside import give_quotations
from .continuation import continue_speakers
from .cues import nouns, words
from .draft import Draft, spans_of
from .labels import drafts_from_labels
from .nesting import settle_nested
from .nouns import drafts_from_nouns
from .phrases import drafts_from_phrases
from .predicates import drafts_from_predicates
from .quotations import Quotation, find_quotations
from .relays import settle_relays
from .turns import drafts_from_turns
from .verbs import drafts_from_verbs


def find_attributions(reading: Reading) -> tuple[FoundAttribution, ...]:
    """Every attribution in the body, in the order of its cue; `actor` and `via` are not resolved yet.

    Spans are code points of the article. A source that the article does not name leaves `source` empty. Words inside a
    quotation are the speaker's: what he or she reports there is no attribution of the article's.
    """
    doc, text = reading.doc, reading.article.text
    quotations = find_quotations(text, reading.article.paragraphs)
    speech = [q for q in quotations if q.kind == "speech"]
    open_tokens = [t for t in reading.body() if not _inside(t.idx, speech)]
    drafts = [
        *drafts_from_verbs(open_tokens),
        *drafts_from_phrases(doc, open_tokens),
        *drafts_from_nouns(open_tokens),
        *drafts_from_predicates(open_tokens),
        *drafts_from_turns(open_tokens),
        *drafts_from_labels(reading),
    ]
    drafts.sort(key=lambda d: d.cue[0])
    drafts = settle_relays(settle_nested(doc, _without_doubles(drafts)))
    give_quotations(doc, reading.text, drafts, quotations)
    for draft in drafts:
        if not draft.quotes and (first := reading.sentence_of(doc[draft.cue[0]])):
            tokens = reading.tokens(first.span)
            if tokens is not None:
                give_surroundings(doc, draft, range(tokens.start, tokens.end))
    body = tuple(p for p in reading.article.paragraphs if p.kind != "boilerplate")
    continue_speakers(doc, reading.text, drafts, speech, body)
    found = [a for d in drafts if (a := _attribution(doc, d, quotations))]
    return _ordered(found)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Less the drafts whose cue is part of a longer cue: "saying" in "quoted as saying"."""
    longer = [set(d.cue) for d in drafts if len(d.cue) > 1]
    return [d for d in drafts if not any(set(d.cue) < cue for cue in longer)]


def _inside(place: int, speech: list[Quotation]) -> bool:
    return any(q.span.start <= place < q.span.end for q in speech)


def _attribution(doc: Doc, draft: Draft, quotations: tuple[Quotation, ...]) -> FoundAttribution | None:
    draft.content = _without_question(doc, draft)
    draft.content = _before_comment(doc, draft)
    content = _content(doc, draft)
    cue = spans_of(doc, draft.cue) or (span_of(doc[draft.cue[0]]),)
    if not content or not cue:
        return None
    source = spans_of(doc, [i for i in draft.source if not doc[i].is_quote or _is_inside(i, draft.source)])
    return FoundAttribution(
        source=source,
        cue=cue,
        content=content,
        relay=spans_of(doc, draft.relay),
        kind=_kind(doc, content, quotations),
        lemma=draft.lemma,
        sense=draft.sense,
    )


def _is_inside(number: int, source: list[int]) -> bool:
    """Whether a quotation mark stands inside the source, not at its end: Robert "Sugar" Miller."""
    return min(source) < number < max(source)


def _without_question(doc: Doc, draft: Draft) -> set[int]:
    """Content without the question it answers: "Asked why he left, Ruiz said ..."."""
    first = min(draft.content, default=0)
    if not draft.content or first > draft.cue[0] or doc[first].lower_ not in words("asked"):
        return draft.content
    return {i for i in draft.content if i > draft.cue[0]}


def _before_comment(doc: Doc, draft: Draft) -> set[int]:
    """Content up to a dash behind which somebody comments on it: "— a charge that the union repeated"."""
    for i in range(draft.cue[0], max(draft.content, default=0)):
        if doc[i].text in {"—", "–", "--"} and _is_comment(doc, i + 1):
            return {j for j in draft.content if j < i}
    return draft.content


def _is_comment(doc: Doc, start: int) -> bool:
    return any(t.lemma_.lower() in nouns() for t in doc[start : start + 3]) and doc[start].pos_ in {"DET", "PRON"}


def _content(doc: Doc, draft: Draft) -> tuple[Span, ...]:
    """The content's spans; a quotation that they touch belongs to it whole, marks included."""
    spans = list(spans_of(doc, draft.content)) + draft.quotes
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _kind(
    doc: Doc, content: tuple[Span, ...], quotations: tuple[Quotation, ...]
) -> Literal["direct", "indirect", "mixed"]:
    marks = [q.span for q in quotations if q.kind != "name" and any(q.span.overlaps(s) for s in content)]
    if not marks:
        return "indirect"
    outside = [t for s in content for t in _tokens(doc, s) if not any(m.start <= t < m.end for m in marks)]
    return "mixed" if outside else "direct"


def _tokens(doc: Doc, span: Span) -> list[int]:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    return [t.idx for t in tokens or () if not (t.is_punct or t.is_space)]


def _ordered(found: Iterable[FoundAttribution]) -> tuple[FoundAttribution, ...]:
    unique: dict[tuple[Span, ...], FoundAttribution] = {}
    for attribution in sorted(found, key=lambda a: (a.cue[0].start, a.content[0].start)):
        unique.setdefault(attribution.cue, attribution)
    return tuple(unique.values())
