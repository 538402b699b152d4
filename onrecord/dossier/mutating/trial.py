"""Damage tried against the checks: which of it do they let through?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, zip_longest

from onrecord.model import Article, Dossier, Problem

from ..check import check
from .change import Mutation
from .fields import damage_fields
from .overview import damage_overview
from .wording import damage_words


@dataclass(frozen=True)
class Trial:
    """A damage, and the problems that `check` tells because of it; none = it got through."""

    mutation: Mutation
    problems: tuple[Problem, ...]

    @property
    def caught(self) -> bool:
        """Whether `check` tells of something that it did not tell of before."""
        return bool(self.problems)


def mutations(dossier: Dossier) -> tuple[Mutation, ...]:
    """Every damage that can be done, each kind in turn, so that the first hundred are of all kinds.

    The same dossier gives the same damage in the same order.
    """
    made: dict[str, list[Mutation]] = {}
    for one in chain(damage_words(dossier), damage_fields(dossier), damage_overview(dossier)):
        made.setdefault(one.kind, []).append(one)
    ordered = [sorted(listed, key=_shuffled) for listed in made.values()]
    return tuple(one for row in zip_longest(*ordered) for one in row if one is not None)


def mutate(dossier: Dossier, article: Article, count: int | None = None) -> Iterator[Trial]:
    """Try the first `count` mutations of a dossier, or all of them, each for itself, against `check`."""
    before = _told(check(_bare(dossier, dossier), article))
    for mutation in mutations(dossier)[:count]:
        after = check(_bare(dossier, mutation), article)
        yield Trial(mutation, tuple(_new(after, before)))


def table(trials: Iterable[Trial]) -> tuple[str, ...]:
    """How many mutations of each kind were made and caught, a line each, and all together in the last."""
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for trial in trials:
        made[trial.mutation.kind] += 1
        caught[trial.mutation.kind] += trial.caught
    width = max((len(kind) for kind in made), default=0)
    lines = [f"{kind:{width}}  {made[kind]:5} made  {caught[kind]:5} caught" for kind in sorted(made)]
    total, held = made.total(), caught.total()
    share = f", {100 * held / total:.0f} %" if total else ""
    return (*lines, f"{'all':{width}}  {total:5} made  {held:5} caught{share}")


def missed(trials: Iterable[Trial]) -> tuple[str, ...]:
    """What got through, three lines each: the kind and the record, what it was, what it is now."""
    lines: list[str] = []
    for trial in trials:
        if not trial.caught:
            one = trial.mutation
            lines += [f"{one.kind}: {one.record}", f"  was: {one.was}", f"  now: {one.now}"]
    return tuple(lines)


def _bare(dossier: Dossier, changed: Dossier | Mutation) -> Dossier:
    """The dossier with other files and without positions: what stood where is of no use in changed files."""
    return Dossier(dossier.slug, changed.files, dossier.found)


def _told(problems: Iterable[Problem]) -> Counter[tuple[str, str]]:
    return Counter((problem.file, problem.message) for problem in problems)


def _new(after: Iterable[Problem], before: Counter[tuple[str, str]]) -> Iterator[Problem]:
    left = before.copy()
    for problem in after:
        if left[problem.file, problem.message] > 0:
            left[problem.file, problem.message] -= 1
        else:
            yield problem


def _shuffled(mutation: Mutation) -> str:
    return sha256(f"{mutation.record} {mutation.now}".encode()).hexdigest()
