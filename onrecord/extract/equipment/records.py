"""The dossier's records of equipment: one for each type, and for those kinds that say something of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import At, Equipment, FoundActor, FoundEquipment, Span, text_hash

from ..reading import Reading
from .catalogue import FAMILIES, Type, by_name, symbol_of
from .kinds import find_kinds
from .operators import operators


def equipment_records(
    reading: Reading, found: Sequence[FoundEquipment], *, actors: Sequence[FoundActor] = ()
) -> tuple[Equipment, ...]:
    """Records for the types in `found`, with the same ids and order; who of the `actors` uses each, where it is said.

    A kind gets a record only if its words are specific and no designated type of its class is in the article:
    there "the bombers" are the designated ones, and the mention stays in `found`. Airliners and the like get none.
    """
    kinds = dict(_specific(reading))
    civil = {one.name for one in found if (type_ := by_name().get(one.name)) and type_.civil}
    named = {FAMILIES.get(one.class_) for one in found if one.name not in kinds and one.name not in civil}
    users = operators(reading, found, actors) if actors else {}
    return tuple(
        _record(reading, one, by_name().get(one.name)).model_copy(update={"operator": users.get(one.id)})
        for one in found
        if one.name not in civil
        and (one.name not in kinds or (kinds[one.name] and FAMILIES.get(one.class_) not in named))
    )


def _specific(reading: Reading) -> Iterator[tuple[str, bool]]:
    for sentence, _ in reading.sentences:
        for kind in find_kinds(reading, sentence.span):
            yield kind.name, kind.specific


def _record(reading: Reading, found: FoundEquipment, type_: Type | None) -> Equipment:
    printed = dict.fromkeys(" ".join(m.cut(reading.article.text).split()) for m in found.mentions)
    aliases = tuple(name for name in printed if name.casefold().rstrip("s") != found.name.casefold().rstrip("s"))
    return Equipment(
        id=found.id,
        name=found.name,
        type=type_.kind if type_ else None,
        aliases=aliases if type_ else (),
        maker=type_.maker if type_ else None,
        symbol=type_.symbol if type_ else symbol_of(found.name, found.class_),
        at=_at(reading, found.mentions[0]),
        **{"class": found.class_},
    )


def _at(reading: Reading, mention: Span) -> At | None:
    tokens = reading.tokens(mention)
    sentence = reading.sentence_of(tokens[0]) if tokens else None
    if sentence is None:
        return None
    words = sentence.span.cut(reading.article.text)
    return At(sentence=sentence.id, start=sentence.span.start, end=sentence.span.end, hash=text_hash(words))
