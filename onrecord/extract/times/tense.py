"""Whether the words around a time look ahead or back: "will meet Friday" is another Friday than "met Friday"."""

from __future__ import annotations

from spacy.tokens import Token

AHEAD = frozenset({"will", "shall", "'ll", "’ll"})
PLANNED = frozenset({"expect", "schedule", "plan", "due", "set", "forecast", "slate", "hope", "intend", "aim"})


def looks_ahead(token: Token) -> bool | None:
    """True for what is to come, False for what has been, None where the governing verb does not say."""
    for verb in (one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX") or one.lemma_ == "due"):
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if AHEAD & helpers or _is_planned(verb):
            return True
        if verb.tag_ in ("VBD", "VBN") or {"had", "was", "were", "did"} & helpers:
            return False
    return None


def _is_planned(verb: Token) -> bool:
    governed = verb.tag_ == "VB" and verb.dep_ == "xcomp"
    return (governed and verb.head.lemma_ in PLANNED) or (
        verb.lemma_ in PLANNED
        and any(child.dep_ == "auxpass" and child.tag_ in ("VBP", "VBZ") for child in verb.children)
    )
