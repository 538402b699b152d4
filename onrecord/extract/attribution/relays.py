"""Who passes it on: in "the paper reported, citing two officials" the officials are the source, the paper the relay."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.lexicons import lexicon

from .contents import tree
from .cues import words
from .draft import Draft
from .sources import noun_phrase

_PEOPLE = ("unnamed", "people", "groups")


def settle_relays(drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of "citing ..." gone into the reports they belong to.

    Only where a news organisation cites people or a body: a person who cites a letter goes on speaking.
    """
    gone = []
    for citing in drafts:
        cited, report = _cited(citing), _report(citing, drafts)
        if cited is None or report is None:
            continue
        report.relay, report.source = report.source, noun_phrase(cited)
        report.content = report.content - tree(cited.head)
        gone.append(citing)
    return [draft for draft in drafts if not any(draft is one for one in gone)]


def _cited(draft: Draft) -> Token | None:
    """Who is cited: the object of a participle of "cite" or "quote"; None for a document."""
    verb = draft.head
    if draft.lemma not in words("relay") or verb is None or verb.tag_ != "VBG":
        return None
    cited = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return cited if cited is not None and _can_speak(cited) else None


def _can_speak(noun: Token) -> bool:
    known = lexicon("actors")
    people = any(noun.lemma_.lower() in known[name] or noun.lower_ in known[name] for name in _PEOPLE)
    body = any(noun.lemma_.lower() in names for names in known["bodies"].values())
    return people or body or noun.ent_type_ in {"PERSON", "ORG", "NORP"}


def _report(citing: Draft, drafts: list[Draft]) -> Draft | None:
    """The report that the participle belongs to: the same sentence, the same source, a body that reports."""
    verb = citing.head
    if verb is None or not citing.source or not _is_newsroom(verb.doc[citing.source[-1]], citing, verb):
        return None
    same = [
        d
        for d in drafts
        if d is not citing and d.sense == "say" and d.source == citing.source and not d.relay and d.head is not None
    ]
    near = [d for d in same if d.head is not None and d.head.sent == verb.sent and (d.content or d.takes_quote)]
    return min(near, key=lambda d: abs(d.cue[0] - verb.i), default=None)


def _is_newsroom(last: Token, citing: Draft, verb: Token) -> bool:
    tokens = [verb.doc[i] for i in citing.source]
    media = {*lexicon("actors")["bodies"]["media"], *words("newsrooms")}
    named = any(t.ent_type_ == "ORG" for t in tokens) and not any(t.ent_type_ == "PERSON" for t in tokens)
    return named or any(t.lemma_.lower() in media or t.lower_ in media for t in tokens) or last.lower_ == "it"
