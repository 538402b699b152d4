"""Which claims a denial answers."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicons import lexicon
from .denying import Denial, denial_of
from .statements import Statement

NEAR = 2
"""Sentences between a claim about someone and his denial of something that is not named in it."""
_BLAME = frozenset({"responsibility", "involvement", "blame", "part", "role"})
"""What is denied right behind an accusation, whoever is named in it."""
FAR = 2
"""Paragraphs between a claim and a denial that names whom it is about."""


def answered(denying: Statement, all_: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that a denial denies: all of the nearest sentence that it can be about; none where unsure.

    They come from someone else and are about the one who denies; or they stand in the sentence right before, and the
    denial points at them: "the claim", "the accusation", "that". A denial may also come first, right before an
    accusation against the one who denies.
    """
    denial = denial_of(denying.root)
    if denial is None:
        return ()
    fitting = [s for s in all_ if s is not denying and _fits(s, denying, denial)]
    before = [s for s in fitting if s.sentence <= denying.sentence and denying.paragraph - s.paragraph <= FAR]
    about = [s for s in before if s.about & denying.party]
    if about:
        return _nearest(about)
    open_ = [s for s in before if s.accuses and denying.paragraph - s.paragraph <= 1]
    if denial.what == "charge" and len({s.sentence for s in open_}) == 1:
        return tuple(open_)
    blamed = [s for s in open_ if denying.sentence - s.sentence <= 1]
    if denial.what == "wrong" and denial.word in _BLAME and len({s.sentence for s in blamed}) == 1:
        return tuple(blamed)
    if denial.word in lexicon("disputes")["findings"]:
        found = [s for s in fitting if s.sentence < denying.sentence and _is_finding(s)]
        return _nearest(found) if found else ()
    beside = [s for s in before if denying.sentence - s.sentence <= 1]
    if denial.word in lexicon("disputes")["figures"]:
        beside = [s for s in beside if s.fact.quantities]
    if beside and denial.what in ("charge", "claim", "pointed"):
        return _nearest(beside)
    if denial.what == "clause":
        same = [s for s in beside if s.root.lemma_.lower() == denial.word and _shares_things(s, denying)]
        if same:
            return _nearest(same)
    after = [s for s in fitting if 0 < s.sentence - denying.sentence <= 1 and s.about & denying.party]
    after = [s for s in after if s.accuses or s.root.lemma_.lower() == denial.word]
    return tuple(after)


def _fits(statement: Statement, denying: Statement, denial: Denial) -> bool:
    """Whether a statement is of the kind that is denied, and comes from someone else."""
    if statement.party & denying.party or denial_of(statement.root) is not None or statement.fact.text.startswith("“"):
        return False
    if denial.what == "charge":
        return statement.accuses
    if denial.what == "wrong":
        return statement.accuses or (_told(statement) and bool(statement.subject_keys & denying.party))
    if denial.what == "clause":
        near = abs(denying.sentence - statement.sentence) <= NEAR and bool(statement.subject_keys & denying.party)
        return statement.accuses or (_told(statement) and (near or statement.root.lemma_.lower() == denial.word))
    return statement.accuses or _told(statement)


def _told(statement: Statement) -> bool:
    """Whether it is something that someone says is so."""
    attribution, root = statement.claim.attribution, statement.root
    if attribution is None or statement.claim.matrix:
        # "The rebels claimed to have shot down a drone": the clause itself says that someone says so.
        said = root.lemma_.lower() in lexicon("certainty")["views"]["after"]
        return said and any(c.dep_ in ("xcomp", "ccomp") for c in root.children)
    return attribution is not None and attribution.sense in ("say", "show", "believe") and not statement.claim.matrix


def _shares_things(statement: Statement, denying: Statement) -> bool:
    """Whether two or more of the same things stand behind both verbs: "forces shelled a school"."""
    nouns = [{t.lemma_.lower() for t in s.words if t.pos_ in ("NOUN", "PROPN")} for s in (statement, denying)]
    return len(nouns[0] & nouns[1]) > 1


def _is_finding(statement: Statement) -> bool:
    """Whether it is what a study found: its cue is "found", "showed", "concluded"."""
    cue = (statement.fact.cue or "").lower().split()
    return statement.claim.attribution is not None and bool(set(cue) & set(lexicon("disputes")["finding"]))


def _nearest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    last = max(s.sentence for s in statements)
    return tuple(s for s in statements if s.sentence == last)
