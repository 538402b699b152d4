"""The point in dispute as a question that a reader would ask, built from the claim by rule."""

from __future__ import annotations

import re

from spacy.tokens import Token

from onrecord.model import Actor, Verbatim

from ..lexicons import lexicon
from .opposing import Opposition
from .statements import Statement
from .wording import line_of

LONGEST = 20
"""Words of a question."""
FEW = 8
"""Words of a subject that a question can bear."""


def question_of_denial(claim: Statement) -> str:
    """Whether what is claimed is so: "Did the operator open the gates too late?"."""
    return _kept([_of_charge(claim), _turned(claim)], claim) or _plain(claim)


def question_of(opposition: Opposition) -> str:
    """What two statements differ on."""
    first = opposition.first
    if opposition.over == "number":
        return _how_many(first, opposition.counted or "")
    if opposition.over == "figure":
        return f"Is the figure of {opposition.counted} right?"
    if opposition.over in ("change", "time", "place"):
        asked = {"change": "By how much", "time": "When", "place": "Where"}[opposition.over]
        return _asked_about(asked, first) or _plain(first)
    if opposition.over == "blame":
        cause = next((t for t in first.words if t.dep_ == "prep" and t.lower_ == "for"), None)
        return (
            f"Who is to blame {line_of(sorted(cause.subtree, key=_place), {})[:-1].lower()}?"
            if cause
            else "Who is to blame?"
        )
    sides = sorted((first, opposition.second), key=_is_negative)
    return _kept([_turned(s) for s in sides], first) or _plain(first)


def _is_negative(statement: Statement) -> bool:
    return any(c.dep_ == "neg" for c in statement.root.children)


def _asked_about(asked: str, claim: Statement) -> str | None:
    """The question word, the subject and the bare verb: "Where did the fire start?"."""
    subject, verb = claim.subject, claim.root
    helper = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    if subject is None or len(list(subject.subtree)) > FEW:
        return None
    told = _text(list(subject.subtree))
    particle = "".join(
        f" {c.text}" for c in verb.children if c.dep_ == "prt" or (verb.lemma_ == "take" and c.dep_ == "dobj")
    )
    if helper is not None:
        return f"{asked} {helper.text.lower()} {told} {verb.text.lower()}{particle}?"
    do = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_)
    return f"{asked} {do} {told} {verb.lemma_.lower()}{particle}?" if do else None


def _place(token: Token) -> int:
    return token.i


def _kept(questions: list[str | None], claim: Statement) -> str | None:
    """The first question that is short, and of a reserved article no copy."""
    verbatim = Verbatim(claim.material.text)
    for question in [short for whole in questions if whole is not None for short in _shorter(whole)]:
        if len(question.split()) > LONGEST:
            continue
        if not claim.material.reserved or not verbatim.runs(question):
            return question
    return None


def _shorter(question: str) -> list[str]:
    """The question, then without the reason or time at its end: "Did he pursue her because ...?"."""
    cut = re.match(r"(\S+(?: [^\s,“”]+){3,}?) (?:because|although|while|after|before|when) ", question)
    return [question, f"{cut[1]}?"] if cut is not None else [question]


def _plain(claim: Statement) -> str:
    """A question that needs no words of the claim: whose claim it is, and that it is doubted."""
    actor = claim.material.actor.get(claim.fact.source)
    noun = "accusation" if claim.accuses else "claim"
    return f"Is the {noun} by {_named(actor)} true?" if actor is not None else f"Is the {noun} true?"


def _named(actor: Actor) -> str:
    """A source as it stands inside a sentence: "Ana Ruiz", "the prosecution", "aid workers"."""
    name = actor.name
    if actor.kind in ("person", "company", "media") and name[:1].isupper():
        return name
    words = name.split()
    # "Civil society groups" is a description: only its first word is in capitals, and its last stands for many.
    if actor.kind == "group" and words[-1].endswith("s") and all(w.islower() for w in words[1:]):
        return name[:1].lower() + name[1:]
    return f"the {name}" if name.islower() and len(words) == 1 and not name.endswith("s") else name


def _of_charge(claim: Statement) -> str | None:
    """Of "accused the operator of opening the gates": whether the operator opened them."""
    target, charge = _charged(claim)
    if target is None or charge is None:
        return None
    whom = [t for t in target.subtree if t.i < charge.i or charge.i < target.i]
    beside = {t.i for c in charge.subtree if c.dep_ == "relcl" or c.head.i == charge.i for t in _apart(c)}
    rest = [t for t in charge.subtree if t.i > charge.i and t.i not in beside and not t.is_space]
    if not rest or any(t.pos_ == "PRON" and t.dep_ != "poss" for t in whom):
        return None
    if rest[0].tag_ == "VBG" and rest[0].dep_ == "pcomp":
        return f"Did {_text(whom)} {rest[0].lemma_.lower()} {_text(rest[1:])}".rstrip() + "?"
    kind = {"blame": "Is {whom} to blame for {rest}?", "charge": "Is the charge of {rest} against {whom} true?"}
    asked = kind.get(claim.root.lemma_, "Is the accusation of {rest} against {whom} true?")
    return asked.format(whom=_text(whom), rest=_text(rest))


def _apart(word: Token) -> list[Token]:
    """What a question about a charge can do without: a relative clause, a second charge joined by "and"."""
    return list(word.subtree) if word.dep_ in ("relcl", "conj", "cc") else []


def _charged(claim: Statement) -> tuple[Token | None, Token | None]:
    """Who is charged, and the word that opens what with: "of", "with", "for"."""
    root = claim.root
    stands = next((c for c in root.children if c.lower_ == "accused"), None)
    if (
        root.lemma_.lower() not in (*lexicon("disputes")["accusing"]["verbs"], "criticize", "criticise")
        and stands is None
    ):
        return None, None
    passive = stands is not None or (claim.subject is not None and claim.subject.dep_ == "nsubjpass")
    target = claim.subject if passive else next((c for c in root.children if c.dep_ == "dobj"), None)
    opening = [
        t for t in claim.words if t.dep_ == "prep" and t.i > root.i and t.lower_ in ("of", "with", "for", "over")
    ]
    # "accused the operator of the dam of opening the gates": the charge is the one with a deed in it.
    deeds = (t for t in opening if any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in t.children))
    charge = next(deeds, None) or next((t for t in opening if t.head in (root, target, stands)), None)
    return target, charge


def _text(words: list[Token]) -> str:
    """Words in one line, without a full stop, the first in lower case unless it is a name."""
    line = line_of(sorted(words, key=_place), {}).rstrip(".")
    first = min(words, key=_place, default=None)
    return (
        line[:1].lower() + line[1:]
        if first is not None and line and first.pos_ != "PROPN" and first.text != "I"
        else line
    )


def _turned(claim: Statement) -> str | None:
    """The line of a claim as a yes-or-no question; None where its verb cannot be found in it."""
    root, line = claim.root, claim.fact.text
    if claim.claim.clause.passive or "“" in line or '"' in line:
        return None
    helpers = [
        c for c in (*root.children, *claim.claim.clause.shared) if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO"
    ]
    finite = min(helpers, key=_place, default=root)
    at = re.search(rf"(?<![\w’']){re.escape(finite.text)}(?![\w’'])", line)
    subject = line[: at.start()].strip() if at is not None else ""
    if at is None or not subject or finite.text[:1] in "'’n":
        return None
    rest = line[at.end() :].strip().rstrip(".")
    opening = next((t for t in claim.words if line.lower().startswith(t.lower_)), None)
    if opening is None or not _is_of_subject(opening, claim):
        return None
    if not opening.text[:1].isupper() or (opening.is_sent_start and not _is_name(opening, claim)):
        subject = subject[0].lower() + subject[1:]
    if helpers or finite.lemma_ == "be":
        return f"{finite.text.capitalize()} {subject} {rest}?".replace(" ?", "?")
    do = {"VBD": "Did", "VBZ": "Does", "VBP": "Do"}.get(root.tag_)
    return f"{do} {subject} {root.lemma_.lower()} {rest}?".replace(" ?", "?") if do else None


def _is_of_subject(opening: Token, claim: Statement) -> bool:
    """Whether the line opens with its subject, not with a phrase that a question would have to move."""
    subject = claim.subject
    if subject is None:
        return opening.dep_ in ("expl", "csubj")
    return any(t.i == opening.i for t in subject.subtree) or opening.i == subject.i


def _is_name(opening: Token, claim: Statement) -> bool:
    """Whether a word is in capitals for its own sake."""
    named = opening.i in claim.material.actors_at
    return opening.text[:1].isupper() and opening.pos_ != "DET" and (named or not opening.is_sent_start)


def _how_many(claim: Statement, counted: str) -> str:
    """How many there were, by what happened to them: "How many people were killed?"."""
    from_noun = next((t for t in claim.words if t.lemma_.lower() == counted and t.tag_ in ("NNS", "NNPS")), None)
    noun = from_noun.text.lower() if from_noun is not None else {"person": "people"}.get(counted, counted)
    fate = _fate(claim)
    if fate is not None:
        return f"How many {noun} {fate}?"
    verb = claim.root
    past = verb.tag_ in ("VBD", "VBN")
    if claim.subject is not None and claim.subject.text.lower() == noun and verb.lemma_ != "be":
        return f"How many {noun} {verb.text.lower()}?"
    subject = _text([t for t in claim.subject.subtree if t.dep_ != "relcl"]) if claim.subject is not None else ""
    do = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_)
    if do and subject and len(subject.split()) < FEW and any(c.dep_ == "dobj" for c in verb.children):
        return f"How many {noun} {do} {subject} {verb.lemma_.lower()}?"
    return f"How many {noun} {'were' if past else 'are'} there?"


def _fate(claim: Statement) -> str | None:
    said = {
        "death": "were killed",
        "injury": "were injured",
        "missing": "are missing",
        "arrest": "were arrested",
        "displaced": "were displaced",
    }
    tolls: dict[str, list[str]] = lexicon("disputes")["tolls"]
    lemma = claim.root.lemma_.lower()
    kind = next((kind for kind, verbs in tolls.items() if lemma in verbs), None)
    return "died" if lemma in ("die", "perish", "drown") else said.get(kind or "")
