"""Where things lie."""

from __future__ import annotations

from pathlib import Path

from onrecord.house import House
from onrecord.slugs import slug


def test_a_briefing_is_a_folder_with_a_yaml_file(tmp_path: Path) -> None:
    """A folder without one is none; a folder that lacks only `briefing.yaml` is one, so that the lack is told."""
    (tmp_path / "content/flood").mkdir(parents=True)
    (tmp_path / "content/flood/briefing.yaml").write_text("title: Flood\n")
    (tmp_path / "content/notes").mkdir()
    (tmp_path / "content/storm").mkdir()
    (tmp_path / "content/storm/events.yaml").write_text("facts: []\n")
    assert House(tmp_path).slugs() == ["flood", "storm"]


def test_the_article_beside_the_dossier_comes_before_the_one_among_the_sources(tmp_path: Path) -> None:
    """A kept article is preferred to a private copy."""
    house = House(tmp_path)
    house.sources.mkdir()
    (house.sources / "flood.txt").touch()
    assert house.article_of("flood") == house.sources / "flood.txt"
    house.dossier("flood").mkdir(parents=True)
    (house.dossier("flood") / "article.md").touch()
    assert house.article_of("flood") == house.dossier("flood") / "article.md"


def test_an_article_without_a_dossier_is_one_nobody_has_extracted(tmp_path: Path) -> None:
    """As soon as its dossier exists, the article is no longer listed."""
    house = House(tmp_path)
    house.sources.mkdir()
    (house.sources / "port strike.txt").touch()
    (house.sources / "notes.docx").touch()
    assert house.articles_without_dossier() == [house.sources / "port strike.txt"]
    house.dossier("port-strike").mkdir(parents=True)
    (house.dossier("port-strike") / "briefing.yaml").touch()
    assert house.articles_without_dossier() == []


def test_a_slug_is_cut_at_a_word() -> None:
    """Long titles give slugs that end with a whole word, at most sixty characters."""
    made = slug("The quick brown fox jumps over the lazy dog while the river rises again and again")
    assert made == "the-quick-brown-fox-jumps-over-the-lazy-dog-while-the-river"


def test_a_title_without_latin_letters_still_gives_a_slug() -> None:
    """There is always a folder name."""
    assert slug("伊朗") == "briefing"
