"""What a number without a unit counts: the noun it stands with, in the article's words."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ..lexicons import lexicon

FARTHEST = 9
"""How many words apart two things of one list stand at most."""
_LARGE = frozenset({"thousands", "millions", "billions", "trillions"})


def noun_of(tokens: Tokens) -> Token | None:
    """The noun that these number words count; None where they stand alone ("four of them", "he won 6-4")."""
    inside = {token.i for token in tokens}
    root = tokens.root
    for token in (root, *root.ancestors):
        if token.i in inside or (token.lower_ in ("more", "other", "additional") and token.dep_ == "amod"):
            continue
        if token.pos_ == "NUM" and token.dep_ == "nummod" and token.nbor(-1).lower_ == "of":
            continue  # "five of 22 cases"
        if token.pos_ in ("NOUN", "PROPN") and root.dep_ in ("nummod", "compound", "quantmod", "amod", "npadvmod"):
            return token if token.i > tokens[-1].i and _is_joined(tokens, token) else None
        break
    if root.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj"):
        return _of(tokens[-1]) or _of(root)  # "tens of thousands of people" ends with what has the people
    return None


def _is_joined(tokens: Tokens, noun: Token) -> bool:
    """Whether nothing parts a number from its noun: no preposition, no verb, no other number ("50 off 20 balls")."""
    between = tokens.doc[tokens.end : noun.i]
    prepositions = (t for t in between if t.pos_ == "ADP" and t.lower_ != "of" and t.nbor(-1).tag_ != "HYPH")
    parted = next(prepositions, None) is not None or any(t.tag_ in ("VBD", "VBZ", "VBP") for t in between)
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
    if token.lower_ in ("more", "most", "such", "plus", "odd"):
        return False
    return token.is_alpha and token.pos_ in ("ADJ", "ADV", "NOUN", "PROPN") and token.tag_ not in ("VBN", "VBG", "RB")


def uncounted(noun: Token) -> list[Token]:
    """Plural nouns in one list with a counted noun that no number stands with: they have a count, but none is given.

    Only where another of the list has its own number: "600,000 homes and businesses" are counted together.
    """
    chain = _listed(noun)
    if not any(child.dep_ == "nummod" for one in chain if one.i != noun.i for child in one.children):
        return []
    return [one for one in chain if one.i != noun.i and one.tag_ == "NNS" and not _is_counted(one)]


def together(noun: Token) -> str | None:
    """The words of a list whose members are counted together: "homes and businesses"; None where one stands alone."""
    chain = _listed(noun)
    joined = len(chain) > 1 and chain[0].i == noun.i and all(one.tag_ == "NNS" for one in chain)
    if not joined or any(_is_counted(one) for one in chain[1:]) or chain[-1].i - noun.i > FARTHEST:
        return None
    plain = all(t.pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT") for t in noun.doc[noun.i : chain[-1].i])
    first = noun
    while first.i and noun.doc[first.i - 1].head.i == noun.i and noun.doc[first.i - 1].dep_ in ("compound", "amod"):
        first = noun.doc[first.i - 1]
    return str(noun.doc[first.i : chain[-1].i + 1].text) if plain else None


def _listed(noun: Token) -> list[Token]:
    """The nouns of the list that a noun stands in, in order."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ == "NOUN":
        head = head.head
    chain = [head]
    while nexts := [child for child in chain[-1].children if child.dep_ == "conj" and child.pos_ == "NOUN"]:
        chain.append(nexts[0])
    return chain


def _is_number(noun: Token) -> bool:
    words = lexicon("numbers")
    return noun.lower_ in words["vague"] or noun.lemma_.lower() in (*words["scales"], *words["groups"])


def _is_counted(noun: Token) -> bool:
    return _is_number(noun) or any(
        child.dep_ in ("nummod", "quantmod", "det", "poss") or child.pos_ == "NUM" or child.text[:1].isdigit()
        for child in noun.children
    )
