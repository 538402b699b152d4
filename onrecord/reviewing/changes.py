"""What a reviewer can do with a record, as values: confirm it, correct it, reject it, add one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from onrecord.dossier.merging.cards import LISTS, Card, Cards, Key, cards_of, files_of
from onrecord.dossier.merging.pointing import without
from onrecord.dossier.writing.emit import emit
from onrecord.model import FACT_FILES, Article, At, Dossier, Kept, Rejection, Sentence, Span, text_hash
from onrecord.pages.review import Trouble, version

from .edits import Slot, find, replaced
from .filled import Form, filled
from .marks import Change, Doubted, Mark, Stale

_WORDS_OF_AN_ID = 4


def confirm(dossier: Dossier, record: str, shown: str, mark: Mark) -> Change:
    """Note who has compared a record with the article, and when."""
    slot, held = still(dossier, record, shown)
    if held.reviewed is not None:
        raise Stale(f"{held.id} was already reviewed by {held.reviewed.by} on {held.reviewed.on}")
    new = held.model_copy(update={"reviewed": mark.seen})
    return Change(record, f"{held.id} confirmed", replaced(dossier.files, slot, new))


def correct(dossier: Dossier, record: str, shown: str, *, form: Form, mark: Mark) -> Change:
    """Make a fact say what stands in the form. Raises Doubted where that is no fact.

    Without a reason there is no mark of correction: who and when, git knows.
    """
    slot, held = still(dossier, record, shown)
    new, wrong = filled(held.as_yaml(), form)
    if new is None:
        raise Doubted(wrong, sure=True)
    same = new == held
    if mark.why and not same:
        new = new.model_copy(update={"corrected": mark.corrected})
    if mark.reviewed and (new.reviewed is None or not same):
        new = new.model_copy(update={"reviewed": mark.seen})
    if new == held:
        raise Stale("nothing was changed")
    said = f"{new.id} {'confirmed' if same else 'corrected'}"
    return Change(record, said, replaced(dossier.files, slot, new))


def reject(dossier: Dossier, record: str, shown: str, mark: Mark) -> Change:
    """Take a record out, and its id out of all lists that name it; a dispute needs two sides.

    The reason, where one is given, stands in `briefing.yaml`; of a record that a person had added nothing is told.
    """
    slot, held = still(dossier, record, shown)
    key = LISTS[slot.file, slot.key], held.id
    files = files_of(removed(cards_of(dossier.files), key).values())
    found = dossier.found.files if dossier.found else None
    if mark.why and found and key in cards_of(found):
        reason = Rejection(id=held.id, why=mark.why, by=mark.by, on=mark.on)
        briefing = files.briefing.model_copy(update={"rejected": (*files.briefing.rejected, reason)})
        files = files.model_copy(update={"briefing": briefing})
    return Change(record, f"{held.id} removed", files)


def place(dossier: Dossier, article: Article, record: str, shown: str, *, span: Span) -> Change:
    """Give a fact its place in the article: the words that were chosen."""
    slot, held = still(dossier, record, shown)
    new = held.model_copy(update={"at": at(article, span, dossier)})
    if new == held:
        raise Stale("it stands on these words already")
    return Change(record, f"{held.id} has a new place", replaced(dossier.files, slot, new))


def add(dossier: Dossier, article: Article, span: Span, *, form: Form, mark: Mark) -> Change:
    """A new fact on words of the article, filed where the form says, in reading order."""
    file = str(form.get("file"))
    if file not in FACT_FILES:
        raise ValueError("'file' is missing")
    start = {"id": new_id(dossier, str(form.get("text"))), "at": at(article, span, dossier).as_yaml()}
    new, wrong = filled(start, form)
    if new is None:
        raise Doubted(wrong, sure=True)
    marks: dict[str, Any] = {"corrected": mark.corrected} if mark.why else {}
    new = new.model_copy(update={**marks, **({"reviewed": mark.seen} if mark.reviewed else {})})
    facts = getattr(dossier.files, file).facts
    number = next((n for n, fact in enumerate(facts) if fact.at and fact.at.start > span.start), len(facts))
    page = getattr(dossier.files, file).model_copy(update={"facts": (*facts[:number], new, *facts[number:])})
    return Change(f"{file}/{new.id}", f"{new.id} added", dossier.files.model_copy(update={file: page}))


def still(dossier: Dossier, record: str, shown: str) -> tuple[Slot, Kept]:
    """The record, as long as it says what the page showed. Raises Stale where it does not."""
    slot, held = there(dossier, record)
    if version(held) != shown:
        said: Mapping[str, Any] = held.as_yaml()
        message = f"{held.id} has changed in {slot.file}.yaml since this page showed it"
        raise Stale(message, now=emit(dict(said)), version=version(held))
    return slot, held


def there(dossier: Dossier, record: str) -> tuple[Slot, Kept]:
    """The record of this name. Raises Stale where there is none."""
    found = find(dossier.files, record)
    if found is None:
        raise Stale(f"{record} is no longer in the files")
    return found


def words(article: Article, start: int, end: int, said: str) -> Span:
    """The words from `start` to `end` without white space around them; they must be the ones that the page showed.

    Raises Stale where they are others, and where they do not begin in a sentence.
    """
    chosen = article.text[start:end]
    if not 0 <= start < end <= len(article.text) or chosen.split() != said.split() or not chosen.strip():
        raise Stale("the article has changed since this page showed it")
    span = Span(start + len(chosen) - len(chosen.lstrip()), end - len(chosen) + len(chosen.rstrip()))
    if sentence(article, span) is None:
        raise Stale("these words begin in no sentence of the article")
    return span


def sentence(article: Article, span: Span) -> Sentence | None:
    """The sentence in which words begin."""
    return next((s for s in article.sentences if s.span.start <= span.start < s.span.end), None)


def at(article: Article, span: Span, dossier: Dossier) -> At:
    """The place of words, as a fact has it."""
    holder = sentence(article, span)
    assert holder is not None, "`words` has looked"
    sources = dossier.briefing.sources
    same = next((source.id for source in sources if source.sha256 == article.sha256), sources[0].id)
    return At(
        article=same if same != sources[0].id else None,
        sentence=holder.id,
        start=span.start,
        end=span.end,
        hash=text_hash(span.cut(article.text)),
    )


def new_id(dossier: Dossier, text: str) -> str:
    """An id made of the first words of a text, that no record has or was ever found under."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    stem = "-".join(plain.split("-")[:_WORDS_OF_AN_ID]) or "fact"
    files = [dossier.files, *([dossier.found.files] if dossier.found and dossier.found.files else [])]
    taken = {identifier for one in files for _, identifier in cards_of(one)}
    taken |= {gone.record for gone in dossier.found.decisions.rejected} if dossier.found else set()
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(name for name in numbered if name not in taken)


def removed(cards: Cards, key: Key) -> Cards:
    """The cards without one, and without its id wherever others name it."""
    left = {other: _without(card, key) for other, card in cards.items() if other != key}
    return {other: card for other, card in left.items() if card}


def _without(card: Card, key: Key) -> Card | None:
    """The card without a record that goes; None for a dispute that has only one side left."""
    left = card.saying(without(card.kind, card.fields, {key}))
    named = [identifier for identifier in left.fields.get("facts", ()) if ("fact", identifier) != key]
    return None if card.kind == "dispute" and len(named) < 2 else left


def troubled(doubted: Doubted, *more: Trouble) -> Doubted:
    """The same refusal with more to say at the record's own fields."""
    return Doubted((*doubted.here, *more), doubted.elsewhere, sure=doubted.sure)
