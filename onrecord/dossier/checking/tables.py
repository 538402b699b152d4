"""Tables of a topic against the facts of their rows: each number under its own heading and beside its own name.

Only what cannot be right is reported: a row names a fact that speaks of somebody else, or a number of another kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Fact, Quantity, Record, Result, Step, Toll

from .desk import Desk
from .lexicons import lexicon
from .names import is_named
from .words import words

_SAID = {effect: frozenset(listed["words"]) for effect, listed in lexicon()["effects"].items()}
_MEANT = {effect: frozenset((*listed["words"], *listed["with"])) for effect, listed in lexicon()["effects"].items()}
_UNITS = {measure: frozenset(listed) for measure, listed in lexicon()["election_units"].items()}
_WHOLE = ("turnout", "counted")
"""Measures of the whole election: nobody in particular has them."""


def check_tables(desk: Desk) -> None:
    """Report rows of `toll`, `results` and `case` that their facts cannot bear."""
    briefing = desk.dossier.briefing
    for key in ("toll", "results", "case"):
        _twice(desk, key, getattr(briefing, key))
    for number, count in enumerate(briefing.toll):
        _count(desk, f"briefing/toll/{number}", count)
    for number, result in enumerate(briefing.results):
        _result(desk, f"briefing/results/{number}", result)
    for number, step in enumerate(briefing.case):
        _step(desk, f"briefing/case/{number}", step)


def has_quantity(desk: Desk, path: str, number: int, fact: Fact) -> bool:
    """Whether a fact has a quantity of this number; reported where it has not."""
    if number <= len(fact.quantities):
        return True
    said = f"quantity {number} of '{fact.id}', which has {len(fact.quantities) or 'none'}"
    desk.report(f"{path}/quantity", said, "add it to the fact, or name another quantity")
    return False


def _twice(desk: Desk, key: str, rows: Sequence[Record]) -> None:
    for number, row in enumerate(rows):
        if row in rows[:number]:
            place = desk.place(f"briefing/{key}/{rows.index(row)}/fact")
            mend = "remove one of them" + (f"; the first stands at {place.file}:{place.line}" if place else "")
            desk.report(f"briefing/{key}/{number}/fact", f"this row stands twice under '{key}'", mend)


def _count(desk: Desk, path: str, row: Toll) -> None:
    fact = desk.dossier.facts.get(row.fact)
    if fact is None or not has_quantity(desk, path, row.quantity, fact):
        return
    quantity = fact.quantities[row.quantity - 1]
    # Of several numbers only its own words tell what became of each.
    told = _words(quantity, fact if len(fact.quantities) == 1 else None)
    others = [effect for effect, listed in _SAID.items() if listed & told]
    if others and not _MEANT[row.effect] & told:
        said = f"counted as '{row.effect}', and '{fact.id}' tells of '{others[0]}'"
        mend = f"write 'effect: {others[0]}', or say in the fact what became of them"
        desk.report(f"{path}/effect", said, mend)


def _words(quantity: Quantity, fact: Fact | None) -> frozenset[str]:
    own = (quantity.unit, quantity.printed, quantity.of, quantity.text, fact.text if fact else "")
    return frozenset(words(" ".join(part for part in own if part)))


def _result(desk: Desk, path: str, row: Result) -> None:
    if row.actor is None and row.measure not in _WHOLE:
        desk.report(path, f"a number of '{row.measure}' without who has it", "add 'actor', the id of who stood")
    if row.actor is not None and row.measure in _WHOLE:
        desk.report(f"{path}/actor", f"'{row.measure}' is of the whole election, not of one", "remove 'actor'")
    fact = desk.dossier.facts.get(row.fact)
    if fact is None or not has_quantity(desk, path, row.quantity, fact):
        return
    quantity = fact.quantities[row.quantity - 1]
    if other := _other_measure(quantity, row):
        said = f"'{quantity.unit}' under '{row.measure}'"
        desk.report(f"{path}/measure", said, f"write 'measure: {other}', or name another quantity of the fact")
    if row.actor is None:
        return
    if quantity.of in desk.dossier.actors and quantity.of != row.actor:
        said = f"the number in '{fact.id}' is that of '{quantity.of}'"
        desk.report(f"{path}/actor", said, f"write 'actor: {quantity.of}', or mend the quantity's 'of'")
    elif quantity.of != row.actor:
        _not_of(desk, path, row.actor, fact, {one.actor for one in desk.dossier.briefing.results if one.actor})


def _other_measure(quantity: Quantity, row: Result) -> str | None:
    """The measure that a number's unit is of, where that is not the row's."""
    unit = set(words(f"{quantity.unit or ''} {quantity.printed or ''}"))
    of = next((measure for measure, listed in _UNITS.items() if listed & unit), None)
    shares = ("share", *_WHOLE)
    return of if of and of != row.measure and not (of == "share" and row.measure in shares) else None


def _step(desk: Desk, path: str, row: Step) -> None:
    fact = desk.dossier.facts.get(row.fact)
    if fact is not None and fact.source != row.actor:
        _not_of(desk, path, row.actor, fact, {one.actor for one in desk.dossier.briefing.case})


def _not_of(desk: Desk, path: str, mine: str, fact: Fact, table: Iterable[str]) -> None:
    """Report a fact that is about others of the table, and not about the row's own."""
    actors = desk.dossier.actors
    if mine in fact.actors or (mine in actors and is_named(actors[mine], fact.text)):
        return
    about = {name for name in table if name in fact.actors or (name in actors and is_named(actors[name], fact.text))}
    if others := sorted(about - {mine}):
        mend = f"write 'actor: {others[0]}', or name whom this row is about in the fact's 'actors'"
        desk.report(f"{path}/actor", f"'{fact.id}' is about '{others[0]}'", mend)
