"""Clauses that may be someone's words although nobody is found who says them: they are never told as the article's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from onrecord.model import ARTICLE, FoundAttribution, Span

from ..lexicons import lexicon
from .claims import Claim
from .hedges import hedges_in
from .material import Material, covers

_BULLET = re.compile(r"\s*(?:[-–—•*·▪]|\(?\d{1,2}[.)])\s")
_SPEAKER = re.compile(r"\s*[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}: ")
_SIGNED = re.compile(r"[.?!”\"]\s*[―—–]\s*[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}\s*$")
_BACK = frozenset({"would", "could", "might", "had"})


def not_its_own(claim: Claim, material: Material, quoted: Sequence[Span]) -> str | None:
    """Why a claim may not be told as its source's: someone else may be saying it; None where all is well."""
    if claim.source != ARTICLE:
        return None
    if covers(quoted, claim.clause.root) or any(q.holds(Span(*claim.clause.span)) for q in quoted):
        return "it is a quotation whose speaker is not sure"
    if _is_signed(claim, material):
        return "someone says it, and who is not sure"
    if _is_said_after(claim):
        return "someone says it, and who is not sure"
    reserved = any(h.reach == "clause" for h in hedges_in(claim.clause))
    if not claim.matrix and not reserved and _is_called_claim(claim.clause.root):
        return "it is called a claim, and whose is not sure"
    if _is_view(claim):
        return "it is someone’s view, and whose is not sure"
    goes_on = _goes_on(claim, material) or _is_listed(claim, material)
    return "it may go on with what was said before" if goes_on else None


def _is_signed(claim: Claim, material: Material) -> bool:
    """Whether the paragraph bears its speaker's name: "PENCE: ..." before it, or "― Ana Ruiz" behind."""
    article = material.reading.article
    paragraph = next((p.span.cut(material.text) for p in article.paragraphs if p.span.holds(claim.sentence.span)), "")
    return bool(_SPEAKER.match(paragraph) or _SIGNED.search(paragraph))


def _is_said_after(claim: Claim) -> bool:
    """Whether a clause of saying with its subject stands behind a comma: "..., Tim Bale told reporters"."""
    saying = lexicon("certainty")["views"]["after"]
    for token in claim.clause.root.sent:
        if (
            token.lemma_.lower() not in saying
            or token.tag_ not in ("VBD", "VBZ", "VBP")
            or token.i <= claim.clause.root.i
        ):
            continue
        subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i]
        subject = max(subjects, key=lambda c: c.i, default=None)
        if (
            subject is None
            or subject.tag_ in ("WP", "WDT")
            or any(c.dep_ in ("mark", "advmod") for c in token.children)
        ):
            continue
        before = subject.left_edge.i - 1
        inner = any(c.dep_ in ("ccomp", "dobj") and c.i > token.i for c in token.children if token.lemma_ != "tell")
        if before > claim.clause.root.i and token.doc[before].text == "," and not inner:
            return True
    return False


def _is_called_claim(root: Token) -> bool:
    """Whether the article goes on to call it one: "the army shelled the town, a claim that Kyiv rejects"."""
    names = lexicon("disputes")["denial"]
    for noun in (t for head in (root, *root.children) for t in head.children):
        called = noun.lemma_.lower() in names["charges"] or noun.lemma_.lower() in ("claim", "assertion", "contention")
        if called and noun.dep_ in ("appos", "npadvmod", "dobj", "attr", "dep") and noun.i > root.i:
            opening = noun.left_edge
            if opening.lower_ in ("a", "an") and opening.i and opening.nbor(-1).text in (",", "—", "–"):
                return any(c.dep_ in ("relcl", "acl", "appos", "nsubj") for c in noun.children)
    return False


def _is_view(claim: Claim) -> bool:
    """Whether the clause says that it is a view: "in this view", "in his eyes", "as the report put it"."""
    views = lexicon("certainty")["views"]
    words = [*claim.clause.subject, *claim.clause.words]
    for token in words:
        if token.dep_ == "prep" and token.lower_ in ("in", "to", "from") and token.head.i == claim.clause.root.i:
            noun = next((c for c in token.children if c.dep_ == "pobj"), None)
            if noun is not None and noun.lower_ in views["nouns"]:
                return any(c.dep_ == "poss" or c.lower_ in ("this", "that", "one") for c in noun.children)
        if token.dep_ == "advcl" and token.lemma_.lower() in views["verbs"] and _is_comment(token):
            return True
    return False


def _is_comment(verb: Token) -> bool:
    """Whether a clause is one of comment: "as the paper reported", "as some have argued"; not "as he spoke to it"."""
    opened = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod", "prep") for c in verb.children)
    return opened and not any(c.dep_ in ("ccomp", "prep") for c in verb.children)


def _goes_on(claim: Claim, material: Material) -> bool:
    """Whether the clause may be speech that runs on without a cue: "The bank knew, she said. It had done nothing."

    It may where the sentence before it, in the same paragraph, ends in someone's indirect speech, and this one is in
    the tense that such speech takes; then only its own source could tell, and none is named.
    """
    before = _sentence_before(claim, material)
    if before is None or not any(t.lower_ in _BACK for t in _helpers(claim.clause.root)):
        return False
    return any(_fills(a, before) for a in material.findings.attributions)


def _helpers(root: Token) -> Iterable[Token]:
    return (c for c in root.children if c.dep_ in ("aux", "auxpass"))


def _sentence_before(claim: Claim, material: Material) -> Span | None:
    sentences = material.reading.article.sentences
    number = next((n for n, s in enumerate(sentences) if s.id == claim.sentence.id), 0)
    before = sentences[number - 1] if number else None
    same = before is not None and before.id.split("S")[0] == claim.sentence.id.split("S")[0]
    return before.span if before is not None and same else None


def _fills(attribution: FoundAttribution, sentence: Span) -> bool:
    """Whether a sentence is nothing but an indirect attribution: its cue, its source and what is said."""
    if attribution.kind != "indirect" or attribution.sense not in ("say", "believe"):
        return False
    parts = (*attribution.content, *attribution.cue, *attribution.source)
    if not all(sentence.start <= p[0] and p[1] <= sentence.end for p in parts):
        return False
    said = sum(end - start for start, end in attribution.content)
    return 2 * said > sentence.end - sentence.start


def _is_listed(claim: Claim, material: Material) -> bool:
    """Whether the clause stands in a list, or right after a colon, that someone's saying opens: "The mayor said:"."""
    number = int(claim.sentence.id[1:].split("S")[0])
    opening = next((n for n in range(number - 1, 0, -1) if not _bulleted(n, material)), 0)
    if not opening or (number - opening > 1 and not _bulleted(number, material)):
        return False
    pairs = [(s, t) for s, t in material.reading.sentences if s.id.startswith(f"P{opening}S")]
    if not pairs or not pairs[-1][1].text.rstrip().endswith(":"):
        return False
    views = lexicon("certainty")["views"]
    return any(t.lemma_.lower() in (*views["verbs"], *views["listing"]) and t.pos_ == "VERB" for t in pairs[-1][1])


def _bulleted(number: int, material: Material) -> bool:
    sentence = next((s for s in material.reading.article.sentences if s.id == f"P{number}S1"), None)
    return sentence is not None and bool(_BULLET.match(sentence.span.cut(material.text)))
