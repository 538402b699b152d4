"""Which record is meant: an id, found across all dossiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.dossier import nearest
from onrecord.model import Dossier, Files, Kept, Problem, Refusal


@dataclass(frozen=True)
class Target:
    """A record and the dossier it lives in. `kind` is fact, actor, place or equipment; `file` is without `.yaml`."""

    dossier: Dossier
    kind: str
    file: str
    record: Kept

    @property
    def address(self) -> str:
        """How it is called where its id alone could mean several: `events/port-closes`."""
        return f"{self.file}/{self.record.id}"


def records_of(dossier: Dossier) -> Iterator[Target]:
    """Everything in a dossier that has an id and is shown for itself."""
    for file, fact in dossier.files.facts():
        yield Target(dossier, "fact", file, fact)
    for actor in dossier.files.actors.actors:
        yield Target(dossier, "actor", "actors", actor)
    for place in dossier.files.places.places:
        yield Target(dossier, "place", "places", place)
    for kind in dossier.files.military.equipment:
        yield Target(dossier, "equipment", "military", kind)


def find_record(name: str, dossiers: Sequence[Dossier]) -> Target:
    """The record that a person calls `port-closes`, or `events/port-closes` where several have that id.

    Raises Refusal with the ids that were most likely meant, or with every record that it could be.
    """
    known = [target for dossier in dossiers for target in records_of(dossier)]
    those = [target for target in known if name in (target.record.id, target.address)]
    if len(those) == 1:
        return those[0]
    if those:
        raise Refusal([Problem(name, 0, 0, f"{len(those)} records have this id", _choices(those))])
    searched = ", ".join(dossier.slug for dossier in dossiers) or "no dossier"
    raise Refusal(
        [Problem(name, 0, 0, f"no fact, actor, place or equipment has this id in {searched}", _guess(name, known))]
    )


def slug_holding(names: Sequence[str], dossiers: Sequence[Dossier]) -> Dossier:
    """The one dossier that holds the records of these names; file names are in every one.

    Raises Refusal where no dossier, or more than one, holds them all.
    """
    ids = {dossier.slug: {word for name in _all_ids(dossier) for word in name} for dossier in dossiers}
    own = [name for name in names if name not in Files.model_fields]
    those = [dossier for dossier in dossiers if all(name in ids[dossier.slug] for name in own)]
    if len(those) == 1:
        return those[0]
    if those:
        said = ", ".join(dossier.slug for dossier in those)
        raise Refusal([Problem(names[0], 0, 0, f"{len(those)} dossiers have this", f"name one with --slug: {said}")])
    missing = next((name for name in own if not any(name in ids[slug] for slug in ids)), own[0])
    guess = nearest(missing.rpartition("/")[2], sorted(set().union(*ids.values())))
    mend = f"did you mean '{guess}'?" if guess else "FACT.field=value begins with a record's id"
    raise Refusal([Problem(missing, 0, 0, f"no record has this id in {', '.join(ids) or 'no dossier'}", mend)])


def _all_ids(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for target in records_of(dossier):
        yield target.record.id, target.address
    briefing = dossier.briefing
    for name in (*(dispute.id for dispute in briefing.disputes), *(source.id for source in briefing.sources)):
        yield name, f"briefing/{name}"


def of_slug(slug: str | None, known: Sequence[str]) -> list[str]:
    """The dossiers to look into: the one that is named, or all. Raises Refusal where no dossier has the name."""
    if slug is None:
        return list(known)
    if slug in known:
        return [slug]
    guess = nearest(slug, known)
    mend = f"did you mean '{guess}'? " if guess else ""
    raise Refusal(
        [Problem(slug, 0, 0, "no dossier has that name", f"{mend}there are: {', '.join(known) or 'none yet'}")]
    )


def _choices(those: Sequence[Target]) -> str:
    slugs = {target.dossier.slug for target in those}
    how = "name one with --slug" if len(slugs) == len(those) else "write file/id, and --slug where that is not enough"
    return f"{how}: " + ", ".join(f"{target.address} of {target.dossier.slug}" for target in those)


def _guess(name: str, known: Sequence[Target]) -> str:
    word = name.rpartition("/")[2]
    guess = nearest(word, [target.record.id for target in known])
    if guess is None:
        return "python build.py review SLUG shows every fact with its id; so does each fact's address on its page"
    where = next(target for target in known if target.record.id == guess)
    return f"did you mean '{guess}'? ({where.kind} of {where.dossier.slug})"
