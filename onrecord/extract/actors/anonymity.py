"""Why a source is not named, in the article's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.reading import Reading
from onrecord.model import Paragraph, Span

from .stage import Player

_CONDITION = re.compile(
    r"(?:condition|request(?:ed|ing|s)?|insist(?:ed|ing)? on|ask(?:ed|ing)?(?: for)?|grant(?:ed)?|cover of)"
    r"\s+(?:of\s+|for\s+)?anonymity|(?:declin|refus)\w+ to be (?:named|identified|quoted by name)|"
    r"(?:ask|request|prefer|want)\w*(?: that \w+)? (?:not to be|to not be|not be) (?:named|identified)|"
    r"not authorized to (?:speak|comment|discuss|talk)|not authorised to (?:speak|comment|discuss|talk)",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|since|citing|out of|for fear|due to|given)\b(?:[^.;,]|(?<=(?-i:[A-Z]))\.|\.(?=\w))*", re.I
)


def mark_anonymity(reading: Reading, players: Sequence[Player]) -> None:
    """Gives the unnamed sources of a paragraph the reason that the paragraph gives for their silence."""
    for paragraph, sentence in _sentences(reading):
        text = sentence.cut(reading.article.text)
        condition = _CONDITION.search(text)
        if condition is None:
            continue
        because = _REASON.search(text, condition.start())
        reason = because.group().strip(" ,\n") if because else "spoke on condition of anonymity"
        for player in _meant(players, sentence, paragraph):
            player.anonymity = player.anonymity or reason
            player.on_record = False


def _sentences(reading: Reading) -> Iterator[tuple[Paragraph, Span]]:
    paragraphs = {p.number: p for p in reading.article.paragraphs}
    for sentence in reading.article.sentences:
        yield paragraphs[sentence.paragraph], sentence.span


def _meant(players: Sequence[Player], sentence: Span, paragraph: Paragraph) -> list[Player]:
    """The unnamed source in the same sentence; otherwise all that spoke before it in the paragraph."""
    unnamed = [p for p in players if p.kind == "unnamed"]
    here = [p for p in unnamed if any(sentence.holds(m) for m in p.mentions)]
    new = [p for p in here if sentence.holds(Span(p.order, p.order + 1))]
    if new:
        return new
    before = [p for p in unnamed if any(paragraph.span.start <= m.start < sentence.start for m in p.mentions)]
    return before or here
