"""The name of a body in full: grown over words that the parser left outside."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from .kinds import kind_of_body
from .persons import has_given_name

_COMPLETING = frozenset(
    ["administration", "government", "agency", "newspaper", "ministry", "campaign", "regime", "cabinet", "presidency"]
)


def completed(tokens: Tokens) -> Tokens:
    """With the words that complete the name of a body.

    `Ruiz administration`, `ANSA news agency`, `Islamic State`, `Ministry of Health, Labour and Welfare`,
    `Clark County Coroner's Office`.
    """
    doc, end = tokens.doc, tokens.end
    tokens = _enumerated(_grown_back(tokens))
    end = tokens.end
    if end >= len(doc):
        return tokens
    after = doc[end]
    if after.lower_ == "news" and end + 1 < len(doc) and doc[end + 1].lower_ == "agency":
        return doc[tokens.start : end + 2]
    if tokens.text.lower() == "islamic" and after.text == "State":
        return doc[tokens.start : end + 1]
    if after.tag_ == "POS" and end + 1 < len(doc) and _is_capital_body(doc[end + 1]):
        return doc[tokens.start : end + 2]
    completes = after.pos_ == "NOUN" and after.text.islower() and after.lower_ in _COMPLETING
    return doc[tokens.start : end + 1] if completes and tokens.root.head == after else tokens


def _grown_back(tokens: Tokens) -> Tokens:
    """Grown over capitalized words that belong to the name's last: `Evening | Gazette`."""
    doc, start = tokens.doc, tokens.start
    while start > 0 and _belongs(doc[start - 1], tokens):
        start -= 1
    return doc[start : tokens.end]


def _belongs(token: Token, tokens: Tokens) -> bool:
    name = token.tag_ == "NNP" and token.text[:1].isupper() and token.is_alpha and not token.ent_type_
    return name and token.dep_ == "compound" and token.head in tokens and token.sent == tokens[0].sent


def _is_capital_body(token: Token) -> bool:
    return token.text[:1].isupper() and kind_of_body([token.text]) is not None


def _enumerated(tokens: Tokens) -> Tokens:
    """Grown over the fields that a ministry or council is for, where the parser stopped at a comma or "and"."""
    doc, start, end = tokens.doc, tokens.start, tokens.end
    words = [t.lower_ for t in tokens]
    if kind_of_body([tokens[-1].text]) and end + 1 < len(doc) and doc[end].lower_ == "of" and _is_field(doc[end + 1]):
        end += 1
        while end < len(doc) and _is_field(doc[end]):
            end += 1
        words.append("of")
    if "of" in words[1:] or "for" in words[1:]:
        end = _grown_right(doc, end)
    elif "and" in words and kind_of_body([tokens[-1].text]) == "government":
        start = _grown_left(doc, start)
    return doc[start:end]


def _grown_right(doc: Doc, end: int) -> int:
    at, last = end, end
    while at + 1 < len(doc) and doc[at].text in {",", "and", "&"} and _is_field(doc[at + 1]):
        joint = doc[at].text
        at += 2
        while at < len(doc) and _is_field(doc[at]):
            at += 1
        if joint != ",":
            return at
    return last


def _grown_left(doc: Doc, start: int) -> int:
    at = start
    while at >= 2 and doc[at - 1].text in {","} and _is_field(doc[at - 2]) and not doc[at - 2].is_sent_start:
        at -= 2
        while at >= 1 and _is_field(doc[at - 1]):
            at -= 1
    return at


def _is_field(token: Token) -> bool:
    """A capitalized word that is no name of its own."""
    return (
        token.text[:1].isupper()
        and token.is_alpha
        and token.ent_type_ not in {"PERSON", "GPE", "NORP", "DATE"}
        and kind_of_body([token.text]) is None
        and not has_given_name([token.text, "x"])
    )


def is_modifier(tokens: Tokens) -> bool:
    """Whether a name only says of what kind a common noun is: "the Ruiz administration"."""
    head = tokens.root.head
    return tokens.root.dep_ in {"compound", "nmod", "amod"} and head.i == tokens.end and head.lower_ in _COMPLETING
