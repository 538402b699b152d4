"""What a pronoun stands for, where one reading alone is left: a topic that goes on, the only noun that fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Span as Words
from spacy.tokens import Token

from ..lexicons import lexicon
from .claims import Claim
from .forms import is_plural
from .material import Material, covers
from .predicates import subject_of

THING = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
LONGEST = 6
"""Words of a noun phrase that can stand in place of a pronoun."""
_ACTING = frozenset({"government", "organisation", "company", "armed-group", "media"})


def antecedent(token: Token, claim: Claim, material: Material) -> str | None:
    """The words for "it" or "they": what the sentence before is about, or the one noun that fits in this sentence."""
    if token.lower_ not in THING | PLURAL:
        return None
    noun = (_main_subject(token, claim, material) or _only(token, claim)) if claim.clause.below else None
    noun = noun or _topic(token, claim, material)
    return _told(noun, material) if noun is not None else None


def is_ahead(token: Token, material: Material) -> bool:
    """Whether the name comes right behind, as the subject of the same clause: "In his remarks, Mr Ito thanked ..."."""
    head = token.head
    while head.dep_ in ("pobj", "prep", "pcomp", "amod", "compound", "conj", "advmod") and head.head.i != head.i:
        head = head.head
    if head.pos_ not in ("VERB", "AUX"):
        return False
    subject = subject_of(head)
    if subject is None or subject.i < token.i or subject.pos_ == "PRON" or subject.head.i != head.i:
        return False
    people = [span for span, actor in material.mentions if actor.kind == "person"]
    person = subject.ent_type_ == "PERSON" or any(covers(people, t) for t in subject.subtree)
    if token.lower_ in PERSON:
        return person or subject.lemma_.lower() in lexicon("harm")["human"]
    return not person and is_plural(subject) == (token.lower_ in PLURAL)


def is_inner(root: Token) -> bool:
    """Whether a predicate is one that its subject alone can speak of: "said he hoped", "said it was ready"."""
    inner = lexicon("facts")["inner"]
    if root.lemma_.lower() in inner["verbs"]:
        return True
    return any(c.dep_ in ("acomp", "attr") and c.lemma_.lower() in inner["states"] for c in root.children)


def _main_subject(token: Token, claim: Claim, material: Material) -> Token | None:
    """The subject of the clause above, a body or state, where a pronoun is that of the one below: "where it has flown".

    Refused where the clause above names another one.
    """
    head = claim.clause.root.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    subject = subject_of(head) if head.pos_ in ("VERB", "AUX") and token.head.i == claim.clause.root.i else None
    if subject is None or token.dep_ not in ("nsubj", "nsubjpass") or is_plural(subject) != (token.lower_ in PLURAL):
        return None
    own = material.actors_at.get(subject.i, frozenset())
    bodies = [(span, a.id) for span, a in material.mentions if a.kind in _ACTING]
    others = {id for span, id in bodies if _inside(span, token.sent) and span[0] < token.idx} - own
    named = any(id in own for _, id in bodies)
    return subject if named and not others else None


def _topic(token: Token, claim: Claim, material: Material) -> Token | None:
    """The subject of the sentence before, where a pronoun opens a sentence as its subject and goes on about it.

    Refused where another body acts in that sentence, or where something new of the same number comes up in it.
    """
    if not _opens(token) or _is_cleft(token) or claim.attribution is not None:
        return None
    before = _sentence_before(claim, material)
    root = before.root if before is not None else None
    subject = subject_of(root) if root is not None else None
    if root is None or subject is None or subject.pos_ not in ("NOUN", "PROPN") or _is_someones(before, material):
        return None
    plural = token.lower_ in PLURAL
    if is_plural(subject) != plural or (not plural and _is_person(subject, material)):
        return None
    others = {a.id for span, a in material.mentions if a.kind in _ACTING and _inside(span, before)}
    named = {i for t in subject.subtree for i in material.actors_at.get(t.i, ())}
    goes_on = any(c.lower_ in ("also", "too", "still", "then") for c in token.head.children)
    new = [c for c in root.children if c.dep_ in ("dobj", "attr", "oprd") and c.pos_ in ("NOUN", "PROPN")]
    rival = others - named or any(is_plural(c) == plural for c in new)
    return None if rival and not goes_on else subject


def _opens(token: Token) -> bool:
    """Whether a pronoun is the subject of its sentence, with nothing but small words before it."""
    noun = token if token.dep_ in ("nsubj", "nsubjpass") else token.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or (noun is not token and token.dep_ != "poss"):
        return False
    first = list(takewhile(lambda t: t.i < token.i, token.sent))
    return noun.head.dep_ == "ROOT" and all(t.pos_ in ("CCONJ", "ADV", "PUNCT", "SPACE") for t in first)


def _is_cleft(token: Token) -> bool:
    """Whether "it" only points ahead: "It was the rain that stopped them"."""
    if any(c.lower_ == "like" for c in token.head.children):
        return True  # "It's not like anybody cared"
    named = (c for c in token.head.children if c.dep_ == "attr" and token.head.lemma_ == "be")
    return any(c.dep_ == "relcl" for noun in named for c in noun.children)


def _sentence_before(claim: Claim, material: Material) -> Words | None:
    pairs = material.reading.sentences
    here = next((n for n, (s, _) in enumerate(pairs) if s.id == claim.sentence.id), 0)
    return pairs[here - 1][1] if here else None


def _is_someones(sentence: Words | None, material: Material) -> bool:
    """Whether a sentence is what some actor says: its subject may be the speaker, and the topic what he speaks of."""
    if sentence is None:
        return True
    start, end = sentence.start_char, sentence.end_char
    spoken = (a for a in material.findings.attributions if a.actor is not None or a.kind != "indirect")
    return any(start <= cue[0] < end for a in spoken for cue in (*a.cue, *a.content))


def _inside(span: Sequence[int], sentence: Words | None) -> bool:
    return sentence is not None and sentence.start_char <= span[0] < sentence.end_char


def _is_person(noun: Token, material: Material) -> bool:
    people = [span for span, actor in material.mentions if actor.kind == "person"]
    human = noun.lemma_.lower() in lexicon("harm")["human"]
    return noun.ent_type_ == "PERSON" or human or any(covers(people, t) for t in noun.subtree)


def _only(token: Token, claim: Claim) -> Token | None:
    """The one noun before a pronoun in its sentence that it can stand for."""
    plural, sentence = token.lower_ in PLURAL, claim.clause.root.sent
    before = (t for t in sentence if t.i < token.i and t.pos_ in ("NOUN", "PROPN"))
    heads = [
        t
        for t in before
        if t.dep_ not in ("compound", "nmod", "poss", "npadvmod") and t.ent_type_ not in ("DATE", "TIME")
    ]
    human = lexicon("harm")["human"]
    fitting = [t for t in heads if is_plural(t) == plural and (plural or t.ent_type_ != "PERSON")]
    fitting = [t for t in fitting if plural or t.lemma_.lower() not in human]
    return fitting[0] if len(fitting) == 1 else None


def _told(noun: Token, material: Material) -> str | None:
    """A noun as it is printed in place of a pronoun: an actor by its name, anything else with "the"."""
    ids = set(material.actors_at.get(noun.i, ()))
    if len(ids) == 1 and noun.pos_ == "PROPN" and not list(noun.conjuncts):
        return material.actor[next(iter(ids))].name
    last = max([noun.i, *(t.i for t in noun.conjuncts if t.i > noun.i)])
    words = [t for t in noun.subtree if t.i <= last]
    if len(words) > LONGEST or any(t.pos_ == "PRON" or t.is_punct for t in words):
        return None
    line = "".join(t.text_with_ws for t in words).strip()
    first, _, rest = line.partition(" ")
    if first.lower() in ("a", "an", "the", "this", "that", "these", "those"):
        return f"the {rest}"
    return line
