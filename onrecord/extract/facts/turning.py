"""The same said with other small words or in another order: "the government of Iran" as "Iran’s government"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ..lexicons import lexicon

Words = tuple[tuple[int, str], ...]
"""What is printed in place of single words, by the word's place."""
NAME = 3
"""Words of a name that a possessive bears."""


def small_words(token: Token, kept: set[int]) -> Words | None:
    """Other small words for the same: "more than 40" as "over 40", "that" as "which", "on Tuesday" as "Tuesday"."""
    low, names = token.lower_, lexicon("plain")
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    pair = f"{low} {after.lower_}"
    negated = token.i > 0 and token.nbor(-1).lower_ in ("no", "not", "nothing", "little", "none")
    third = token.nbor(2) if token.i + 2 < len(token.doc) else token
    negated = negated or third.tag_ == "VB"  # "is due to open"
    if pair in names["pairs"] and not negated and after.i in kept and (after.lower_ != "than" or _counts(after)):
        return ((token.i, names["pairs"][pair]), (after.i, ""))
    if (three := names["threes"].get(f"{pair} {third.lower_}")) and {after.i, third.i} <= kept:
        return ((token.i, three), (after.i, ""), (third.i, ""))
    named = token.head.head.lemma_.lower() not in names["whens"]
    if low == "that" and token.tag_ == "WDT" and token.dep_ in ("nsubj", "nsubjpass", "dobj") and named:
        human = token.head.head.lemma_.lower() in lexicon("harm")["human"]
        return ((token.i, "who" if human else "which"),)
    if (
        low == "on"
        and token.i > token.head.i
        and after.ent_type_ == "DATE"
        and after.lower_ in names["weekdays"]
        and token.dep_ == "prep"
    ):
        return ((token.i, ""),)
    return ((token.i, "after"),) if low == "following" and token.dep_ == "prep" else None


def _counts(than: Token) -> bool:
    return than.i + 1 < len(than.doc) and (than.nbor(1).like_num or than.nbor(1).is_currency)


def possessed(token: Token, kept: set[int]) -> Words | None:
    """A noun and the name whose it is, the other way round: "Assad’s army" and "the army of Assad"."""
    return _of_name(token, kept) or _names_own(token, kept)


def _of_name(noun: Token, kept: set[int]) -> Words | None:
    """Of "the army of Chad": "Chad’s army"."""
    of = next((c for c in noun.children if c.dep_ == "prep" and c.i == noun.i + 1), None)
    article = noun.nbor(-1) if noun.i else noun
    if of is None or of.lower_ != "of" or article.lower_ != "the" or article.head.i != noun.i or noun.pos_ != "NOUN":
        return None
    name = next((c for c in of.children if c.dep_ == "pobj"), None)
    rest = [c for c in noun.children if c.i not in (article.i, of.i) and not c.is_punct]
    if noun.lower_ in lexicon("plain")["partitives"]:
        return None
    if name is None or rest or not _is_plain_name(name, of.i + 1) or not _all({article.i, of.i, name.i}, kept):
        return None
    ending = "’" if name.text.endswith("s") else "’s"
    return ((article.i, ""), (noun.i, ""), (of.i, ""), (name.i, f"{name.text}{ending} {noun.text}"))


def _names_own(mark: Token, kept: set[int]) -> Words | None:
    """Of "Chad’s army": "the army of Chad"; only where nothing else describes the army."""
    if mark.tag_ != "POS" or mark.i + 1 >= len(mark.doc):
        return None
    name, noun = mark.head, mark.nbor(1)
    first = name.left_edge
    if name.dep_ != "poss" or noun.i != name.head.i or noun.pos_ != "NOUN" or not _is_plain_name(name, first.i):
        return None
    described = any(c.i > noun.i and (c.dep_ == "acl" or c.lower_ == "of") for c in noun.children)
    if described or not _all({*range(first.i, noun.i + 1)}, kept) or noun.dep_ in ("compound", "poss", "nmod"):
        return None
    words = mark.doc[first.i : mark.i].text
    the = "The" if first.is_sent_start else "the"
    return ((first.i, f"{the} {noun.text} of {words}"), *((i, "") for i in range(first.i + 1, noun.i + 1)))


def _is_plain_name(name: Token, first: int) -> bool:
    """Whether a name is a few proper nouns in a row from a place on, with nothing else hanging on it."""
    words = [t for t in name.subtree if t.tag_ != "POS"]
    return (
        name.pos_ == "PROPN"
        and name.ent_type_ in ("GPE", "PERSON", "ORG")
        and words[0].i == first
        and len(words) <= NAME
        and all(t.pos_ == "PROPN" for t in words)
    )


def _all(places: set[int], kept: set[int]) -> bool:
    return places <= kept


def turned_round(root: Token, words: Sequence[Token]) -> tuple[list[Token], Words] | None:
    """The words with the phrase that opens the clause at its end, and that phrase without its capital.

    "In May, the mine closed" becomes "the mine closed in May". None where nothing stands before the subject, or where
    the clause ends on what the phrase could be taken to belong to: another clause.
    """
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or not words or words[0].i >= subject.left_edge.i:
        return None
    opening = next((c for c in root.children if c.left_edge.i <= words[0].i <= c.right_edge.i), None)
    if opening is None or opening.dep_ not in ("prep", "npadvmod") or opening.right_edge.i >= subject.left_edge.i:
        return None
    if any(c.dep_ in ("ccomp", "advcl", "xcomp", "conj", "parataxis") and c.i > root.i for c in root.children):
        return None
    last = opening.right_edge.i
    front = [t for t in words if t.i <= last]
    rest = [t for t in words if t.i > last and not (t.is_punct and t.i == last + 1)]
    first = front[0]
    lower = first.text if first.pos_ == "PROPN" else first.lower_
    return ([*rest, *front], ((first.i, lower),)) if rest and not rest[-1].is_punct else None
