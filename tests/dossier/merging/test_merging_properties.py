"""Whatever people edit and whatever is found next: nothing of theirs is lost, and a second merge changes nothing."""

from __future__ import annotations

from random import Random

import pytest

from onrecord.dossier.check import check
from onrecord.dossier.merging.three import three_way
from onrecord.model import Dossier

from .editors import Editor
from .worlds import World

SCRIPTS = 1000
"""Random editors, each with three rounds of editing and extracting again."""
BATCH = 100


@pytest.mark.parametrize("first", range(0, SCRIPTS, BATCH))
def test_no_edit_is_lost_and_a_second_merge_changes_nothing(first: int) -> None:
    """Over three rounds, with articles that change and extractors that think otherwise."""
    for seed in range(first, first + BATCH):
        random = Random(seed)
        world = World(random)
        found = world.extract()
        assert found.files is not None
        dossier, editor = Dossier("port", found.files, found), Editor(random)
        for _ in range(3):
            dossier = Dossier("port", editor.edited(dossier.files), dossier.found)
            world.turn()
            found = world.extract()
            merged = three_way(dossier, found, on="2026-01-02")
            assert editor.lost(merged.files) == [], seed
            problems = [problem.message for problem in check(Dossier("port", merged.files))]
            assert [message for message in problems if "has the id" in message or "twice" in message] == [], seed
            dossier = Dossier("port", merged.files, merged.found)
            again = three_way(dossier, found, on="2026-01-02")
            assert again.files == merged.files, seed
            assert again.found == merged.found, seed


@pytest.mark.parametrize("first", range(0, 300, BATCH))
def test_ids_stay_where_the_words_stay(first: int) -> None:
    """A paragraph put in, moved or in other words elsewhere changes no id; an id is never given to other words."""
    for seed in range(first, first + BATCH):
        random = Random(seed)
        world = World(random)
        found = world.extract()
        assert found.files is not None
        dossier = Dossier("port", found.files, found)
        before = _ids(dossier)
        world.newer_article()
        world.renamed()
        merged = three_way(dossier, world.extract())
        after = _ids(Dossier("port", merged.files))
        assert {words: after[words] for words in before if words in after} == {
            words: identifier for words, identifier in before.items() if words in after
        }, seed


def _ids(dossier: Dossier) -> dict[str, str]:
    """Ids of facts by the hash of their words, where these stand once."""
    seen: dict[str, list[str]] = {}
    for fact in dossier.facts.values():
        if fact.at:
            seen.setdefault(fact.at.hash, []).append(fact.id)
    return {words: ids[0] for words, ids in seen.items() if len(ids) == 1}
