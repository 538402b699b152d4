"""What has not happened yet: what is planned, arranged, promised or foreseen."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model import FoundTime

from ..lexicons import lexicon
from .claims import Claim
from .predicates import is_finite

_PRESENT = frozenset({"VBZ", "VBP"})


def is_planned(claim: Claim, times: Sequence[FoundTime] = (), published: str | None = None) -> bool:
    """Whether the clause tells of something still to come.

    "will", "is to", "is due to", "is set to", "plans to", "is expected to" and a promise look ahead; so does "would"
    under a cue in the past, and the present tense with a time that lies after the day of publication or says so
    ("opens next month"). What someone did not plan, or promised to accept and has accepted, is no plan.
    """
    root = claim.clause.root
    helpers = [*(c for c in root.children if c.dep_ in ("aux", "auxpass")), *claim.clause.shared]
    if any(t.lower_ in lexicon("certainty")["outlook"]["modals"] and t.tag_ == "MD" for t in helpers):
        return True
    if any(t.lower_ in ("would", "'d", "’d") and t.tag_ == "MD" for t in helpers) and _is_reported_future(claim):
        return True
    if _denied(root):
        return False
    return (
        _promises(claim) or _intends(root) or _is_to(claim) or bool(foreseen(claim)) or _comes(claim, times, published)
    )


def foreseen(claim: Claim) -> Token | None:
    """The word that says that someone unnamed expects it, or that it is close: "expected", "about"; else None."""
    names, root = lexicon("certainty")["outlook"], claim.clause.root
    lemma = root.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in root.children)
    if passive and lemma in names["forecast"] and _complement(root) is not None:
        return root
    adjective = _adjective(root)
    return adjective if adjective is not None and adjective.lower_ in names["kept"] else None


def _denied(root: Token) -> bool:
    return any(c.dep_ == "neg" for c in root.children) and root.lemma_ in (
        "plan",
        "intend",
        "promise",
        "pledge",
        "hope",
    )


def _is_reported_future(claim: Claim) -> bool:
    """Of "she said it would close": what she says is to come; not "would have closed", not "would cost, if"."""
    root, attribution = claim.clause.root, claim.attribution
    if any(c.lower_ in ("have", "’ve", "'ve") and c.dep_ == "aux" for c in root.children):
        return False
    if _is_proposed(root):
        return True
    if attribution is None or claim.matrix or attribution.kind == "direct":
        return False
    if root.lemma_.lower() in lexicon("certainty")["outlook"]["states"]:
        return False
    doing = any(c.dep_ == "csubj" or c.lower_ in ("rather", "never", "only") for c in root.children)
    conditional = any(c.dep_ == "advcl" and any(m.lower_ in ("if", "were") for m in c.children) for c in root.children)
    return not doing and not conditional


def _is_proposed(root: Token) -> bool:
    """Of "the bill would ban it", "under the deal, pay would rise": what a proposal is to do."""
    projects = lexicon("certainty")["outlook"]["projects"]
    if root.dep_ == "conj" and root.head.pos_ in ("VERB", "AUX") and _is_proposed(root.head):
        return True
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    under = (g for c in root.children if c.dep_ == "prep" and c.lower_ == "under" for g in c.children)
    return any(t.lemma_.lower() in projects for t in (*under, *((subject,) if subject is not None else ())))


def _promises(claim: Claim) -> bool:
    if not claim.matrix or claim.attribution is None or claim.attribution.sense != "promise":
        return False
    if claim.clause.root.lemma_.lower() in lexicon("certainty")["outlook"]["acts"]:
        return _infinitive(claim.clause.root) is not None
    return True


def _infinitive(head: Token) -> Token | None:
    for child in head.children:
        if child.dep_ in ("xcomp", "acl", "advcl") and any(c.lower_ == "to" for c in child.children):
            return child
    return None


def _complement(head: Token) -> Token | None:
    """What a verb of outlook looks ahead to: an infinitive, or a phrase of time or place: "for May", "on Monday"."""
    phrases = ("for", "on", "in", "at", "by", "next", "later", "tomorrow", "within")
    after = (c for c in head.children if c.dep_ in ("prep", "npadvmod") and c.i > head.i)
    return _infinitive(head) or next((c for c in after if c.dep_ == "npadvmod" or c.lower_ in phrases), None)


def _intends(root: Token) -> bool:
    """Whether someone plans it, or announces a plan for it: "plans to sell", "announced plans to sell"."""
    names, lemma = lexicon("certainty")["outlook"], root.lemma_.lower()
    active = not any(c.dep_ == "auxpass" for c in root.children)
    if active and lemma in names["verbs"] and _infinitive(root) is not None:
        return True
    if lemma == "go" and root.tag_ == "VBG" and _infinitive(root) is not None:
        return any(c.lemma_ == "be" and c.dep_ == "aux" for c in root.children)
    return lemma in names["announced"] and any(_is_design(c) for c in root.children)


def _is_design(noun: Token) -> bool:
    plans = noun.dep_ in ("dobj", "attr") and noun.lemma_.lower() in lexicon("certainty")["outlook"]["designs"]
    none = any(c.lower_ in ("no", "without", "any") for c in noun.children)
    return plans and not none and _infinitive(noun) is not None


def _adjective(root: Token) -> Token | None:
    """The word of outlook after a form of "be": "is due to speak", "is about to sell"; None for "is due to rain"."""
    if root.lemma_ not in ("be", "seem", "appear", "look", "remain"):
        return None
    ahead = lexicon("certainty")["outlook"]["adjectives"]
    if any(c.dep_ == "neg" for c in root.children):
        return None
    adjectives = (c for c in root.children if c.dep_ in ("acomp", "oprd", "xcomp", "prep") and c.lower_ in ahead)
    for adjective in adjectives:
        if _infinitive(adjective) is not None or (adjective.lower_ != "about" and _infinitive(root) is not None):
            return adjective
        if adjective.lower_ not in ("about", "ready", "bound", "set") and _complement(adjective) is not None:
            return adjective
    return None


def _is_to(claim: Claim) -> bool:
    names, root = lexicon("certainty")["outlook"], claim.clause.root
    if _adjective(root) is not None:
        return True
    if root.lemma_.lower() in names["arranged"] and any(c.dep_ == "auxpass" for c in root.children):
        return _complement(root) is not None and (root.lemma_ not in ("design", "mean", "bind", "set") or _is_act(root))
    if root.lemma_ != "be" or any(c.dep_ in ("acomp", "attr", "prep", "expl") for c in root.children):
        return False
    act = _infinitive(root)
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if act is None or act.dep_ != "xcomp" or subject is None or act.lemma_.lower() in names["blamed"]:
        return False
    described = any(c.dep_ == "relcl" or (c.dep_ == "poss" and root.tag_ == "VBD") for c in subject.children)
    return subject.lemma_.lower() not in names["purposes"] and not described


def _is_act(root: Token) -> bool:
    return root.lemma_ == "set" and _infinitive(root) is not None


def _comes(claim: Claim, times: Sequence[FoundTime], published: str | None) -> bool:
    """Whether a clause in the present tense has a time of its own that lies ahead."""
    root = claim.clause.root
    helpers = [c for c in root.children if c.dep_ in ("aux", "auxpass")]
    finite = helpers[0] if helpers else root
    if not is_finite(root) or finite.tag_ not in _PRESENT or finite.lemma_ == "have":
        return False
    near = [t for c in root.children if c.dep_ in ("npadvmod", "prep", "advmod") for t in c.subtree]
    ahead = set(lexicon("certainty")["outlook"]["ahead"])
    if any(t.lower_ in ahead and (t.lower_ == "tomorrow" or t.head.ent_type_ == "DATE") for t in near):
        return True
    places = {t.idx for t in near}
    later = (t.value for t in times if t.type == "DATE" and any(t.span[0] <= p < t.span[1] for p in places))
    return published is not None and any(v and len(v) >= 10 and v[:4].isdigit() and v[:10] > published for v in later)
