"""Actors as the dossier keeps them."""

from __future__ import annotations

from onrecord.article import article_of_text
from onrecord.extract import extract
from onrecord.extract.facts.casting import UNNAMED_REASON, as_kept
from onrecord.model import Actor

ARTICLE = (
    "Dr. Ana Ruiz, professor of coastal engineering at the Maritime College of the Northern Islands, called it rare. "
    "An engineer spoke because she was not allowed to talk to the press about a matter still before the court. "
)


def kept(*, reserved: bool = True, **fields: str) -> Actor:
    actor = Actor.model_validate({"id": "a", "name": "Ana Ruiz", "kind": "person", **fields})
    return as_kept([actor], ARTICLE, reserved=reserved)[0]


def test_a_role_that_would_copy_the_article_loses_its_last_phrases() -> None:
    """What is left still says what the actor is."""
    role = "professor of coastal engineering at the Maritime College of the Northern Islands"
    assert kept(role=role).role == "professor of coastal engineering at the Maritime College"


def test_a_short_role_stays_whole() -> None:
    """Nothing is cut without need."""
    assert kept(role="professor of coastal engineering").role == "professor of coastal engineering"


def test_an_article_of_our_own_keeps_its_words() -> None:
    """Only reserved articles set a limit."""
    role = "professor of coastal engineering at the Maritime College of the Northern Islands"
    assert kept(role=role, reserved=False).role == role


def test_a_reason_for_anonymity_needs_no_because() -> None:
    """The reason is kept, its opening is not."""
    assert kept(anonymity="because they were not allowed to talk").anonymity == "not allowed to talk"


def test_a_reason_too_long_to_quote_becomes_a_plain_one() -> None:
    """That there was a condition is said in any case."""
    reason = "because she was not allowed to talk to the press about a matter still before the court"
    assert kept(anonymity=reason).anonymity == UNNAMED_REASON


def test_a_vague_count_keeps_its_word_and_gets_no_number() -> None:
    """The word may mean 12 to 120; a fact that printed either would say more than the article."""
    result = extract(article_of_text("The fire destroyed dozens of houses in the village on Monday.", name="fire.txt"))
    assert result.files is not None
    [fact] = [fact for _, fact in result.files.facts()]
    assert [(q.value, q.unit, q.text) for q in fact.quantities] == [(None, "house", "dozens")]
    assert [q.value for q in result.quantities] == [(12, 120)]


def test_a_long_description_of_a_source_loses_its_last_phrases() -> None:
    """With its cue it would be a run of the article's words."""
    name = "other companies with production and refining operations along the northern coast"
    assert kept(name=name, kind="group").name == "other companies"
    assert kept(name=name, kind="group", reserved=False).name == name


def test_a_name_stays_whole() -> None:
    """A person's name is never cut."""
    name = "Juan Carlos Maria of Bourbon and Two Sicilies of Parma and Piacenza"
    assert kept(name=name).name == name
