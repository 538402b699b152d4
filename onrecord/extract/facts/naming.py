"""Readable ids of facts: who, and what they do. Never a position in the article."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import ARTICLE

from ..ids import id_of
from ..lexicons import lexicon
from .claims import Claim
from .material import Material

_SMALL = frozenset({"the", "a", "an", "of", "at", "in", "for", "and", "s"})


def name_of(claim: Claim, material: Material) -> str:
    """A first name for the fact of a claim: the source or subject, and the event's word."""
    who = _source(claim, material) if claim.source != ARTICLE else _subject(claim)
    what = _deed(claim)
    parts = [part for part in (who, what) if part]
    return id_of(" ".join(dict.fromkeys(parts)))


def _source(claim: Claim, material: Material) -> str:
    actor = material.actor[claim.source]
    words = [w for w in id_of(actor.name.replace(".", "")).split("-") if w not in _SMALL]
    if actor.kind == "person":
        return words[-1] if words else ""
    return " ".join(words[:3] if actor.kind == "unnamed" else words[-3:])


def _subject(claim: Claim) -> str:
    clause = claim.clause
    subject = [t for t in (*clause.subject, *clause.words) if t.dep_ in ("nsubj", "nsubjpass")]
    subject = subject or [c for c in clause.root.children if c.dep_ == "dobj"]
    return subject[0].text if subject and subject[0].pos_ != "PRON" else ""


def _deed(claim: Claim) -> str:
    root = claim.clause.root
    if root.lemma_.lower() not in lexicon("facts")["light"]:
        return root.lemma_.lower()
    objects = [c for c in root.children if c.dep_ in ("attr", "dobj", "acomp", "pobj")]
    objects += [g for c in root.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    return objects[0].lemma_ if objects else root.lemma_


def unique(names: Iterable[str]) -> list[str]:
    """The names as ids, with -2, -3 ... where one comes again.

    >>> unique(["garver-notify", "russia-deny", "garver-notify"])
    ['garver-notify', 'russia-deny', 'garver-notify-2']
    """
    ids: list[str] = []
    for name in names:
        ids.append(id_of(name, taken=set(ids)))
    return ids
