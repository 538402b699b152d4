"""Pronouns that stand for who speaks, or for the subject of the clause before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model import ARTICLE, Actor

from ..lexicons import lexicon
from .antecedents import PERSON, PLURAL, is_inner
from .claims import Claim
from .material import Material, covers

_GROUPS = frozenset(
    {"group", "unnamed", "organisation", "government", "company", "armed-group", "nationality", "media"}
)


def denier(token: Token, claim: Claim, material: Material) -> str | None:
    """The source itself, where the pronoun is the words that name it: "he denies the charge"."""
    attribution = claim.attribution
    if not claim.matrix or attribution is None or attribution.actor is None or token.tag_ != "PRP":
        return None
    return material.actor[attribution.actor].name if covers(attribution.source, token) else None


def speaker(token: Token, claim: Claim, material: Material) -> Actor | None:
    """The source itself, where a pronoun in indirect speech can only mean it: "the bank said it would pay".

    In direct speech a source is "I"; where the source is named behind ("it may rain, the bank said"), the pronoun means
    what stood before; and where someone else was named just before, "he" may be that person.
    """
    low, source = token.lower_, material.actor.get(claim.source)
    if claim.source == ARTICLE or source is None or claim.attribution is None or not _fits(low, source):
        return None
    if not any(span.end <= token.idx for span in claim.attribution.source):
        return None
    if (
        claim.attribution.lemma == "according to"  # "according to her lawyer, she left": hardly the lawyer
        or _in_quotation(token)
        or claim.attribution.kind == "direct"
        or (low in PERSON and _rivals(claim, material) and not is_inner(claim.clause.root))
    ):
        return None
    return source


def _in_quotation(token: Token) -> bool:
    """Whether a pronoun stands in quotation marks: there the source is "I"."""
    before = [t.text for t in token.sent if t.i < token.i]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _rivals(claim: Claim, material: Material) -> bool:
    """Whether another person is named in the sentence before the claim, or in the two sentences before that one."""
    ids = [s.id for s in material.reading.article.sentences]
    here = ids.index(claim.sentence.id)
    first = material.reading.article.sentences[max(0, here - 2)].span.start
    near = [a for span, a in material.mentions if first <= span.start < claim.clause.root.idx]
    return any(a.kind == "person" and a.id != claim.source for a in near)


def _fits(low: str, source: Actor) -> bool:
    if low in PERSON:
        return source.kind == "person"
    last = source.name.rstrip().rpartition(" ")[2].lower()
    many = source.kind in ("group", "unnamed") and last.endswith("s")
    plural = bool(source.members) or many or last in lexicon("facts")["plural"]
    return plural if low in PLURAL else source.kind in _GROUPS and not plural


def first_subject(low: str, claim: Claim) -> str | None:
    """The subject of the clause that this one is joined to: "Oslo agreed, but it ..."; None if that is a pronoun."""
    root = claim.clause.root
    first = root.head if root.dep_ in ("conj", "ccomp") and root.head.pos_ in ("VERB", "AUX") else None
    if first is None or first.lemma_ in ("say", "tell", "add"):
        return None
    subject = next((c for c in first.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    person = subject is not None and subject.ent_type_ == "PERSON"
    if subject is None or person or low in PERSON or any(t.pos_ == "PRON" for t in subject.subtree):
        return None
    plural = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    words = [t for t in subject.subtree if t.i <= max(subject.i, *(t.i for t in subject.conjuncts), subject.i)]
    return line_words(words) if plural == (low in PLURAL) else None


def line_words(words: Sequence[Token]) -> str:
    """Words of the article in one line, as they stand."""
    return "".join(t.text_with_ws for t in words).strip()
