"""Gaps by table: a question for each kind of news, asked where the article has none of the words that answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.model import Gap

from .inquiry import Inquiry
from .matching import fits, object_of, source_noun
from .placed import Placed
from .slots import gives_reason
from .wondering import asked, phrase

Question = Mapping[str, Any]
_NEEDS = ("past", "perfect", "present", "ahead")


def by_table(question: Question, inquiry: Inquiry) -> Iterator[Gap]:
    """The gaps that one question of the lexicon finds."""
    if not _is_open(question, inquiry):
        return
    for one in inquiry.core:
        if question.get("reasonless") and _is_reasoned(question, one, inquiry):
            continue
        noun = _asks_of(question, one, inquiry)
        words = _worded(question, one, noun) if noun is not None else None
        if words is not None:
            yield Gap(question=words, facts=(one.fact.id,))


def _is_open(question: Question, inquiry: Inquiry) -> bool:
    """Whether the question is for articles of this field, and nothing in the article answers it."""
    field = inquiry.field
    if ("fields" in question and field not in question["fields"]) or field in question.get("not_fields", ()):
        return False
    if "raised" in question and not inquiry.has(question["raised"]):
        return False
    return bool(question.get("reasonless")) or not inquiry.has(question["answered"])


def _is_reasoned(question: Question, one: Placed, inquiry: Inquiry) -> bool:
    """Whether a reason stands near a fact, or in any sentence that names its subject or its verb."""
    if any(gives_reason(other.words, other.fact.text) for other in inquiry.core):
        return True
    names = {one.root.lemma_.lower()[:4], *((one.subject.lemma_.lower(),) if one.subject is not None else ())}
    about = [inquiry.near(one), *(line for line in inquiry.lines if any(name in line for name in names))]
    return any(re.search(pattern, line) for pattern in question["answered"] for line in about)


def _asks_of(question: Question, one: Placed, inquiry: Inquiry) -> str | None:
    """The noun for the deed of a fact that the question is about, empty where it needs none; None if it is not."""
    if any(c.dep_ == "neg" for c in one.root.children):
        return None
    if "deeds" not in question:
        return "" if fits(question["when"], one) else None
    told = inquiry.deed(one)
    if told is None or told[1] not in question["deeds"]:
        return None
    event, noun = told
    known = event.agents or event.perpetrators or event.perpetrator_organisations
    return None if known and question.get("nobody") else noun


def _worded(question: Question, one: Placed, deed: str) -> str | None:
    """The question in words; None where a part of the fact cannot be named in few."""
    if "turn" in question:
        return asked(str(question["turn"]), one)
    subject, thing = one.subject, object_of(one)
    parts = {
        "{deed}": deed,
        "{subject}": phrase(subject) if subject is not None else None,
        "{object}": _known(phrase(thing)) if thing is not None else None,
        "{subject noun}": subject.lemma_.lower() if subject is not None else None,
        "{source noun}": source_noun(one),
    }
    words = str(question["ask"])
    for slot, part in parts.items():
        if slot in words:
            if not part:
                return None
            words = words.replace(slot, part)
    return words


def _known(words: str | None) -> str | None:
    """A thing that was told of, and so has "the" in a question.

    >>> _known("an agreement"), _known("Meldon Steel")
    ('the agreement', 'Meldon Steel')
    """
    return re.sub(r"^(an?) ", "the ", words) if words is not None else None
