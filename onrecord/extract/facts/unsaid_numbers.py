"""Gaps about numbers: how many of things that something was done to, how many exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import FoundQuantity, Gap, Span

from ..lexicons import lexicon
from .forms import participle
from .inquiry import Inquiry
from .placed import Placed


def uncounted(inquiry: Inquiry) -> Iterator[Gap]:
    """How many of things in the plural something happened to, where no number of them stands anywhere."""
    names = lexicon("gaps")
    news = (o for name in ("events", "military") for o in inquiry.held[name] if o.role not in ("history", "evaluation"))
    for one in news:
        for noun in _objects(one):
            group = next((g for g in names["countable"] if noun.lemma_.lower() in g), None)
            aimed = noun.lemma_.lower() in names["people"] and _verb(noun).lemma_.lower() in names["aimed"]
            if group is None or aimed or inquiry.counts(group):
                continue
            things, rough = " ".join(t.text for t in _described(noun)), _roughly(noun)
            asked = f"How many {things} were {participle(_verb(noun))}?"
            if rough is not None:
                yield Gap(question=f"{asked} The article says “{rough}”.", facts=(one.fact.id,))
            elif _is_bare(noun):
                yield Gap(question=asked, facts=(one.fact.id,))


def vague(inquiry: Inquiry) -> Iterator[Gap]:
    """How many exactly, where a number of the main event is only a word such as "dozens"."""
    rough = [q for q in inquiry.material.findings.quantities if q.vague and q.printed]
    for one in inquiry.held["events"]:
        room = Span(one.fact.at.start, one.fact.at.end) if one.fact.at is not None and one.tense != "ahead" else None
        for quantity in (q for q in rough if room is not None and room.holds(Span(*q.span))):
            words = " ".join(Span(*quantity.span).cut(inquiry.material.text).split()).lower()
            word = next((w for w in words.split() if w in lexicon("gaps")["unsure"]), None)
            verb = _done_to(quantity, inquiry)
            if word is not None and verb is not None and not _is_counted(quantity, inquiry):
                things = quantity.printed or ""
                yield Gap(
                    question=f"How many {things} were {participle(verb)}? The article says “{word}”.",
                    facts=(one.fact.id,),
                )


def _done_to(quantity: FoundQuantity, inquiry: Inquiry) -> Token | None:
    """The verb of what was done to those counted, where it can be counted."""
    tokens = inquiry.material.reading.tokens(Span(*quantity.span))
    things = (quantity.printed or "").lower().split()
    if tokens is None or not things or things[-1] in lexicon("gaps")["unasked"]:
        return None
    head: Token = tokens.root
    for _ in range(3):
        if head.dep_ in ("dobj", "nsubjpass") and head.head.pos_ == "VERB":
            verb = head.head
            done = verb.lemma_.lower() in lexicon("gaps")["counted"]
            return verb if done and not any(c.dep_ == "neg" for c in verb.children) else None
        head = head.head
    return None


def _objects(one: Placed) -> list[Token]:
    """What something is done to in a fact: objects, in the passive subjects, and what is joined to them."""
    verb = one.root
    negative = any(c.dep_ == "neg" for c in verb.children)
    if verb.lemma_.lower() not in lexicon("gaps")["counted"] or one.tense == "ahead" or negative:
        return []
    heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    joined = [c for head in heads for c in _joined(head)]
    return [noun for noun in (*heads, *joined) if noun.tag_ == "NNS" and noun.lower_ in one.fact.text.lower()]


def _joined(noun: Token) -> Sequence[Token]:
    below = [c for c in noun.children if c.dep_ == "conj"]
    return [*below, *(c for b in below for c in _joined(b))]


def _verb(noun: Token) -> Token:
    return _verb(noun.head) if noun.dep_ == "conj" else noun.head


def _is_bare(noun: Token) -> bool:
    """Whether nothing before a noun says how many, or that it is only some of them."""
    never = set(lexicon("gaps")["never_counted"])
    return not any(c.dep_ in ("nummod", "quantmod", "poss") or c.lower_ in never for c in noun.children)


def _roughly(noun: Token) -> str | None:
    """The word that says roughly how many: "several houses"; None without one."""
    rough = lexicon("gaps")["rough"]
    return next((c.lower_ for c in noun.children if c.lower_ in rough and c.dep_ in ("amod", "det")), None)


def _described(noun: Token) -> list[Token]:
    """A noun with the nouns and adjectives before it."""
    rough = lexicon("gaps")["rough"]
    kinds = (c for c in noun.lefts if c.dep_ in ("compound", "amod") and c.pos_ in ("NOUN", "ADJ", "PROPN"))
    return [*(c for c in kinds if c.lower_ not in rough), noun]


def _is_counted(quantity: FoundQuantity, inquiry: Inquiry) -> bool:
    """Whether a number of the same things stands somewhere."""
    others = (q for q in inquiry.material.findings.quantities if not q.vague and q.value is not None)
    return any(q.unit is not None and q.unit == quantity.unit for q in others)
