"""Verbs with a prefix behind a hyphen, which the tokenizer cuts in three: `was re-elected`, `co-founded the firm`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

PREFIXES = frozenset({"re", "co", "pre", "de", "dis", "mis", "un", "over", "under", "out", "counter", "cross", "self"})
"""What English writes before a verb with a hyphen, by the style books of news agencies."""
_DASHES = frozenset({"-", "‑"})


def join_prefixes(doc: Doc) -> None:
    """Makes one token of prefix, hyphen and verb, in the place of the highest of the three; its lemma keeps all."""
    with doc.retokenize() as tokens:
        for words in _cut(doc):
            verb = words[2]
            lemma = f"{words[0].lower_}-{verb.lemma_.lower()}"
            tokens.merge(words, attrs={"LEMMA": lemma, "TAG": verb.tag_, "POS": verb.pos_, "DEP": words.root.dep_})


def _cut(doc: Doc) -> Iterator[Span]:
    for dash in doc[1:-1]:
        prefix, verb = dash.nbor(-1), dash.nbor(1)
        close = not prefix.whitespace_ and not dash.whitespace_
        if dash.text in _DASHES and close and prefix.lower_ in PREFIXES and verb.tag_.startswith("VB"):
            yield doc[prefix.i : verb.i + 1]
