"""What a number without a unit counts: the noun it stands with, in the article's words."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ..lexicons import lexicon

_LARGE = frozenset({"thousands", "millions", "billions", "trillions"})


def noun_of(tokens: Tokens) -> Token | None:
    """The noun that these number words count; None where they stand alone ("four of them", "he won 6-4")."""
    inside = {token.i for token in tokens}
    root = tokens.root
    for token in (root, *root.ancestors):
        if token.i in inside or (token.lower_ in ("more", "other", "additional") and token.dep_ == "amod"):
            continue
        if token.pos_ in ("NOUN", "PROPN") and root.dep_ in ("nummod", "compound", "quantmod", "amod", "npadvmod"):
            return token if token.i > tokens[-1].i and _is_joined(tokens, token) else None
        break
    if root.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj"):
        return _of(tokens[-1]) or _of(root)  # "tens of thousands of people" ends with what has the people
    return None


def _is_joined(tokens: Tokens, noun: Token) -> bool:
    """Whether nothing parts a number from its noun: no preposition, no verb, no other number ("50 off 20 balls")."""
    between = tokens.doc[tokens.end : noun.i]
    parted = any((t.pos_ == "ADP" and t.nbor(-1).tag_ != "HYPH") or t.tag_ in ("VBD", "VBZ", "VBP") for t in between)
    return not parted and not noun.text.startswith(("of-", "by-", "to-"))


def _of(root: Token) -> Token | None:
    """The noun behind "of", as in "dozens of houses"."""
    for preposition in (child for child in root.children if child.lower_ == "of" and child.i > root.i):
        nouns = (c for c in preposition.children if c.dep_ == "pobj" and c.pos_ == "NOUN")
        return next((noun for noun in nouns if noun.lower_ not in _LARGE), None)
    return None


def unit_of(noun: Token, tokens: Tokens) -> str:
    """The noun in the singular with the words that qualify it: "command post", "different boss"."""
    kinds: list[Token] = []
    for token in tokens.doc[tokens.end : noun.i]:
        if token.tag_ == "POS":
            kinds.clear()  # "of the mayor's friends"
        elif _qualifies(token):
            kinds.append(token)
        elif kinds and kinds[-1].tag_ == "HYPH":
            kinds = [kind for kind in kinds if kind.i < token.i - 2]  # "work-related messages"
    before = "".join(t.text_with_ws for t in kinds)
    return before + (noun.lemma_.lower() if noun.pos_ == "NOUN" else noun.text)


def _qualifies(token: Token) -> bool:
    """Whether a word between a number and its noun says which kind is counted; a hyphen inside a word does."""
    if token.tag_ == "HYPH":
        return token.nbor(-1).tag_ not in ("CD", "VBN") and not token.nbor(-1).whitespace_
    if token.lower_ in ("more", "such", "plus", "odd"):
        return False
    return token.is_alpha and token.pos_ in ("ADJ", "ADV", "NOUN", "PROPN") and token.tag_ not in ("VBN", "VBG", "RB")


def uncounted(noun: Token) -> list[Token]:
    """Plural nouns in one list with a counted noun that no number stands with: they have a count, but none is given."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ == "NOUN":
        head = head.head
    chain, row = [head], head
    while nexts := [child for child in row.children if child.dep_ == "conj" and child.pos_ == "NOUN"]:
        row = nexts[0]
        chain.append(row)
    return [one for one in chain if one.i != noun.i and one.tag_ == "NNS" and not _is_counted(one)]


def _is_number(noun: Token) -> bool:
    words = lexicon("numbers")
    return noun.lower_ in words["vague"] or noun.lemma_.lower() in (*words["scales"], *words["groups"])


def _is_counted(noun: Token) -> bool:
    return _is_number(noun) or any(
        child.dep_ in ("nummod", "quantmod", "det", "poss") or child.pos_ == "NUM" or child.text[:1].isdigit()
        for child in noun.children
    )
