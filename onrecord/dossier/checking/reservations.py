"""Reservations and plans: "perhaps" must not fall off, and what will be is not yet done."""

from __future__ import annotations

import re

from onrecord.model import ARTICLE

from .evidence import Evidence, Passage
from .lexicons import lexicon
from .words import main_clause, stem, words

_HEDGES = frozenset(lexicon()["hedges"]["words"])
_ATTRIBUTES = frozenset(lexicon()["hedges"]["attributes"])
_SHIELDS = _HEDGES - _ATTRIBUTES
_SAYING = frozenset(stem(word) for word in lexicon()["saying"])
_UNSURE = _HEDGES | {"virtually", "practically"}
"""Words that bound a number as well, and reserve a statement all the same."""
_BOUNDS = frozenset(word for listed in lexicon()["operators"].values() for word in listed)
_KEEPING = _HEDGES | frozenset(lexicon()["hedges"]["keeping"])
_EMPTY = frozenset(lexicon()["empty"])
_REACH = 6
_HEARSAY = re.compile(
    rf"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+|also\s+)?({'|'.join(lexicon()['hearsay'])})\b(?! by\b)",
    re.IGNORECASE,
)
_NO_NOUN = r"(?<!ing )(?<!\bthe )(?<!\bits )(?<!\bown )(?<!\btheir )(?<!\bof )(?<!\bany )(?<!\bno )"
_TO_COME = re.compile(
    rf"{_NO_NOUN}\b(?:{'|'.join(lexicon()['outlook']['verbs'])})\s+to\s+\w"
    rf"|\b(?:we|they|[a-z]{{3,}}s)\s+(?:also\s+)?(?:{'|'.join(lexicon()['outlook']['bare'])})\s+to\s+\w"
    rf"|\b(?:is|are)\s+(?:\w+ly\s+)?(?:{'|'.join(lexicon()['outlook']['arranged'])})\s+(?:to|for)"
    r"\s+(?!be\s+(?:found|seen)\b)",
    re.IGNORECASE,
)
_BOUND_WORDS = frozenset(word for bound in _BOUNDS for word in bound.split())
_FUTURE = re.compile(
    r"(?<!\bthe )(?<!\bhis )(?<!\bher )(?<!\bour )(?<!\bat )(?<!\btheir )(?<!\bof )(?<!\bgood )(?<!\bpolitical )"
    r"\b(?:will|shall|won't|[a-z]+'ll)\b(?! of\b)(?!['\".,;])",
    re.IGNORECASE,
)
_BETWEEN = r"(?:not |also |then |only |still |just |even |all |both |never |probably )*"
_WOULD = re.compile(rf"\bwould (?!{_BETWEEN}(?:{'|'.join(lexicon()['outlook']['supposed'])})\b)", re.IGNORECASE)
_BE = r"\b(?:is|are|was|were|be|looks?|looked|seems?|seemed)\s+(?:\w+ly\s+|very\s+|more\s+)?"
_LIKELY = re.compile(rf"{_BE}(likely|unlikely)\b|\b(almost certain)", re.IGNORECASE)
_MONTH = re.compile(r"(?<![.!?\"] )(?<!^)\bMay\b|\bMay(?= \d)")


def check_reservations(evidence: Evidence) -> None:
    """Report a word of reservation that fell off, one that nobody said, and a plan that is told as done."""
    for passage in evidence.passages:
        _kept(evidence, passage)
        _said(evidence, passage)
        _sure(evidence, passage)
        _ahead(evidence, passage)


def _is_ahead(passage: Passage) -> bool:
    """Whether what the article announces is what the fact tells: its own verb, or a word for what is to come."""
    main, text = main_clause(passage.own), passage.fact.text
    if _TO_COME.search(main) and _TO_COME.search(text):
        return True
    reported = (
        passage.fact.source != ARTICLE
        and not passage.fact.quote
        and "“" not in text
        and "if" not in words(passage.sentence)
    )
    said = {stem(word) for word in words(text)}
    coming = [m for m in _FUTURE.finditer(main) if _FUTURE.search(text) or said & _behind(main, m)]
    coming += [m for m in _WOULD.finditer(main) if reported and _WOULD.search(text)]
    return any(not _SAYING & {stem(word) for word in words(main[: match.start()])} for match in coming)


def _behind(text: str, match: re.Match[str]) -> set[str]:
    return {stem(word) for word in words(text[match.end() :])[:2] if word not in _EMPTY}


def hedges_in(text: str) -> list[str]:
    """The words of reservation in a text, in order; the month of May is none.

    >>> hedges_in("In May it may perhaps rain")
    ['may', 'perhaps']
    """
    return [word for word in words(_MONTH.sub("", text)) if word in _HEDGES]


def _kept(evidence: Evidence, passage: Passage) -> None:
    fact = passage.fact
    keeps = bool(set(words(fact.text)) & _KEEPING)
    lost = _lost(passage.own, fact.text) or _found(evidence, passage)
    if not fact.hedge and lost:
        said = f"told without the article's reservation: {lost}"
        mend = f"keep it in the text, or write 'hedge: {lost}' and 'certainty: hedged'"
        evidence.doubt(passage, "hedge", "text", said=said, mend=mend)
    # A cue of doubt ("fear", "hope") reserves what it attributes; the line has it beside its source.
    elif fact.hedge and fact.hedge != fact.cue and not _holds(fact.text, fact.hedge):
        if keeps and not (lost and lost in words(fact.hedge)):
            return
        said = f"the text is told without its reservation: {fact.hedge}"
        evidence.doubt(passage, "hedge", "text", said=said, mend="keep the reservation in the text")


def _lost(own: str, text: str) -> str | None:
    """The first reservation of the article's words that a text has lost; None where it kept them all.

    >>> _lost("the road could reopen by Sunday", "The road reopens by Sunday.")
    'could'
    >>> _lost("the road could reopen by Sunday", "The road may reopen by Sunday.")
    """
    keeps = set(words(text)) & _KEEPING
    main: list[str] = [
        *(word for word in hedges_in(main_clause(own)) if word in _SHIELDS),
        *_HEARSAY.findall(main_clause(own)),
    ]
    if main and not keeps:
        return main[0]
    told = [stem(word) for word in words(text)]
    kept = [word in _KEEPING for word in words(text)]
    said = words(_MONTH.sub("", own))
    for place, word in enumerate(said):
        behind = next((stem(w) for w in said[place + 1 : place + 4] if w not in _EMPTY and w not in _HEDGES), None)
        if word in _HEDGES and behind in told and told.count(behind) == 1:
            there = told.index(behind)
            if not any(kept[max(0, there - _REACH) : there + 2]):
                return word
    return None


def _found(evidence: Evidence, passage: Passage) -> str | None:
    """The reservation that was found in the fact's words, where its text and its field have lost it."""
    found, text = evidence.base(passage.fact), passage.fact.text
    if found is None or not found.hedge or set(words(text)) & _KEEPING or _holds(text, found.hedge):
        return None
    if set(words(found.hedge)) <= _BOUND_WORDS:
        return None  # it bounds a number, which the fact may leave out
    return found.hedge if f" {' '.join(words(found.hedge))} " in f" {' '.join(words(passage.own))} " else None


def _holds(text: str, hedge: str) -> bool:
    """Whether a text has a reservation as it is printed, or another bound for its number."""
    told = f" {' '.join(words(text))} "
    return f" {' '.join(words(hedge))} " in told or any(f" {bound} " in told for bound in _BOUNDS)


def _said(evidence: Evidence, passage: Passage) -> None:
    hedge = passage.fact.hedge
    there = {stem(word) for word in words(passage.paragraph)}
    if hedge and not {stem(word) for word in words(hedge)} <= there:
        said = f"“{hedge}” is not printed where it stands"
        evidence.doubt(passage, "hedge", "hedge", said=said, mend="give the article's own word of reservation")


def _sure(evidence: Evidence, passage: Passage) -> None:
    """A hedge in the main clause, or kept as the fact's own, makes the fact hedged."""
    fact = passage.fact
    sure = fact.certainty == "attributed" or (fact.certainty == "asserted" and fact.source == ARTICLE)
    clause = main_clause(passage.own)
    likely = {word for match in _LIKELY.findall(clause) for word in words(" ".join(match))}
    held = [word for word in words(fact.hedge or "") if word in _SHIELDS | likely]
    main = [*hedges_in(clause), *likely]
    mine = set(words(fact.hedge or ""))
    bound = (bool(mine & _BOUND_WORDS) and not mine & _UNSURE) or mine <= _ATTRIBUTES
    own = fact.certainty == "asserted" and fact.source == ARTICLE and not bound
    if own or (sure and held and set(held) & set(main)):
        said = f"{fact.certainty}, though the article says it with a reservation: {fact.hedge}"
        evidence.doubt(passage, "certainty", "certainty", said=said, mend="write 'certainty: hedged'")


def _ahead(evidence: Evidence, passage: Passage) -> None:
    fact = passage.fact
    if fact.certainty in ("asserted", "attributed") and _is_ahead(passage):
        said = f"{fact.certainty}, though the article tells of what is to come"
        evidence.doubt(passage, "certainty", "certainty", said=said, mend="write 'certainty: planned'")
