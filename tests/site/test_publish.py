"""Rendered pages become a site: only what changed is built, and only what is sound is published."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from onrecord.model import Problem, Rendered
from onrecord.site import publish, write

ROOT = Path(__file__).parents[2]
PAGE = """---
title: {title}
page: index
briefing: B
invented: {invented}
---

# {title} {{#top}}

<div>
{body}
</div>
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Holds the configuration and the theme, nothing else."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for part in ("theme", "style"):
        shutil.copytree(ROOT / "templates" / part, tmp_path / "templates" / part)
    return tmp_path


def page_of(title: str, body: str, *, invented: bool = False) -> str:
    return PAGE.format(title=title, body=body, invented=str(invented).lower())


@pytest.fixture
def front() -> Rendered:
    """A front page that leads to one briefing."""
    return Rendered("", "On Record", {"index.md": page_of("Briefings", "<p>All</p>")}, (("Briefings", "index.md"),))


@pytest.fixture
def briefing() -> Rendered:
    """Two pages that lead to each other, a fact, and a download."""
    said = '<span class="fact-text">It rained.</span> <b class="fact-source">Ms. Rain</b>'
    fact = f'<p id="fact-a" data-fact="a" data-source="s">{said}</p>'
    files = {
        "index.md": page_of("Flood", f'{fact}<a href="about.html#top">About</a>', invented=True),
        "about.md": page_of(
            "About", '<a href="index.html#fact-a">the fact</a> <a href="data/a.csv">data</a>', invented=True
        ),
        "sources.md": page_of("Sources", "<p>x</p>", invented=True),
        "data/a.csv": "id\na\n",
    }
    menu = (("Overview", "index.md"), ("Sources", "sources.md"), ("About", "about.md"))
    return Rendered("flood", "Flood", files, menu)


def with_page(rendered: Rendered, path: str, body: str) -> Rendered:
    text = rendered.files["about.md"].split("<div>")[0] + f"<div>\n{body}\n</div>\n"
    return dataclasses.replace(rendered, files={**rendered.files, path: text})


def with_front(rendered: Rendered, path: str, line: str) -> Rendered:
    text = rendered.files[path].replace("---\n", f"---\n{line}", 1)
    return dataclasses.replace(rendered, files={**rendered.files, path: text})


def below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_briefing_is_a_site_of_its_own(root: Path, briefing: Rendered, front: Rendered) -> None:
    """Its pages, downloads and search lie in its folder; the front page lies above."""
    assert publish([briefing], front, root=root).problems == ()
    files = below(root / "public")
    assert {"index.html", "flood/index.html", "flood/about.html", "flood/data/a.csv", "flood/search/index.js"} <= set(
        files
    )
    assert "flood/sitemap.xml" not in files
    assert b"Briefings" in files["index.html"]


def test_a_site_that_knows_its_address_tells_robots_what_may_be_listed(
    root: Path, briefing: Rendered, front: Rendered
) -> None:
    """Canonical links, sitemaps without what is not to be listed, and where those are; without a build too."""
    hidden = with_front(briefing, "about.md", "robots: noindex\n")
    publish([hidden], front, root=root, site_url="https://news.example.org/all")
    files = below(root / "public")
    assert b'<link rel="canonical" href="https://news.example.org/all/flood/index.html">' in files["flood/index.html"]
    listed = re.findall(rb"<loc>([^<]*)", files["flood/sitemap.xml"])
    assert b"https://news.example.org/all/flood/sources.html" in listed
    assert b"https://news.example.org/all/flood/about.html" not in listed
    assert b"Sitemap: https://news.example.org/all/flood/sitemap.xml" in files["robots.txt"]
    assert b'content="noindex"' in files["flood/about.html"]
    publish([], front, root=root, site_url="https://news.example.org/all", kept=["flood"])
    assert b"flood/sitemap.xml" in (root / "public/robots.txt").read_bytes()


def test_what_did_not_change_is_not_built(root: Path, briefing: Rendered, front: Rendered) -> None:
    """A second publication builds nothing; a changed page builds its briefing only."""
    other = dataclasses.replace(briefing, slug="other")
    assert publish([briefing, other], front, root=root).built == ("flood", "other")
    assert publish([briefing, other], front, root=root).built == ()
    changed = with_page(other, "about.md", "<p>new</p>")
    assert publish([briefing, changed], front, root=root).built == ("other",)


def test_a_changed_theme_builds_everything(root: Path, briefing: Rendered, front: Rendered) -> None:
    """The theme is part of what a site is made from."""
    publish([briefing], front, root=root)
    with (root / "templates/style/10-ground.css").open("a") as style:
        style.write("\n.new { color: red; }\n")
    assert publish([briefing], front, root=root).built == ("flood",)
    assert b".new {" in (root / "public/flood/assets/style.css").read_bytes()


def test_a_changed_template_of_the_theme_shows_at_once(root: Path, briefing: Rendered, front: Rendered) -> None:
    """What was compiled for the last build does not outlive its text, also where size and place stay the same."""
    main = root / "templates" / "theme" / "main.html"
    for words in ("one way", "another"):
        main.write_text(f"<title>{words}</title><body>{{{{ page.content }}}}</body>")
        publish([briefing], front, root=root)
        assert words in (root / "public" / briefing.slug / "index.html").read_text()


def test_a_template_is_compiled_once(root: Path, briefing: Rendered, front: Rendered) -> None:
    """Building again compiles nothing of the theme anew: what was compiled is taken by its text."""
    publish([briefing], front, root=root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jinja2.Environment.compile", lambda *_, **__: pytest.fail("compiled again"))
        published = publish([with_page(briefing, "sources.md", "<p>new</p>")], front, root=root)
    assert (published.built, published.problems) == ((briefing.slug,), ())


def test_publishing_twice_gives_the_same_bytes(tmp_path: Path, root: Path, briefing: Rendered, front: Rendered) -> None:
    """From nothing, twice: every file is equal."""
    publish([briefing], front, root=root)
    first = below(root / "public")
    shutil.rmtree(root / "public")
    shutil.rmtree(root / "build")
    publish([briefing], front, root=root)
    assert below(root / "public") == first


def test_a_briefing_that_is_gone_goes_from_the_site(root: Path, briefing: Rendered, front: Rendered) -> None:
    """A removed page and a removed briefing leave no file behind."""
    other = dataclasses.replace(briefing, slug="other")
    publish([briefing, other], front, root=root)
    files = {path: text for path, text in briefing.files.items() if path != "data/a.csv"}
    fewer = with_page(dataclasses.replace(briefing, files=files), "about.md", "<p>x</p>")
    assert publish([fewer], front, root=root).problems == ()
    assert not (root / "public" / "other").exists()
    assert not (root / "public" / "flood" / "data").exists()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<a href="gone.html">x</a>', "a link leads to no file: gone.html"),
        ('<a href="index.html#gone">x</a>', "a link leads to no such place on the page: index.html#gone"),
        ('<a href="#gone">x</a>', "a link leads to no such place on the page: #gone"),
        ('<p id="a">x</p><p id="a">y</p>', "the id 'a' stands 2 times on the page"),
        ('<img src="https://host.example/a.png" alt="">', "the page asks another host: https://host.example/a.png"),
        ('<a href="javascript:x()">x</a>', "a link of an unsafe kind: javascript:x()"),
        ('<p style="background:url(//host.example/a)">x</p>', "the style asks another host: //host.example/a"),
    ],
)
def test_an_unsound_page_is_told_and_not_published(
    root: Path, briefing: Rendered, front: Rendered, body: str, message: str
) -> None:
    """The problem names the page; what was published before stays as it was."""
    publish([briefing], front, root=root)
    before = below(root / "public")
    told = publish([with_page(briefing, "about.md", body)], front, root=root)
    assert [(p.file, p.message) for p in told.problems] == [("public/flood/about.html", message)]
    assert below(root / "public") == before
    assert publish([with_page(briefing, "about.md", body)], front, root=root).problems == told.problems


def test_links_to_other_hosts_are_sound(root: Path, briefing: Rendered, front: Rendered) -> None:
    """A reader may follow a link to the article."""
    page = with_page(briefing, "about.md", '<a href="https://host.example/a">x</a>')
    assert publish([page], front, root=root).problems == ()


def test_what_mkdocs_warns_of_is_a_problem(root: Path, briefing: Rendered, front: Rendered) -> None:
    """A Markdown link to a page that is not there is told, without noise on the way."""
    path = root / "build"
    text = briefing.files["about.md"] + "\n[x](gone.md)\n"
    told = publish([dataclasses.replace(briefing, files={**briefing.files, "about.md": text})], front, root=root)
    assert path.is_dir()
    assert any("gone.md" in problem.message for problem in told.problems)


def test_the_invented_notice_stands_on_every_page(root: Path, briefing: Rendered, front: Rendered) -> None:
    """The theme prints it from front matter, and not on pages without it."""
    publish([briefing], front, root=root)
    pages = {p: c.decode() for p, c in below(root / "public").items() if p.endswith(".html")}
    assert all(("The event in this briefing is invented." in c) == p.startswith("flood/") for p, c in pages.items())


def test_hostile_titles_stay_words_in_menu_and_head(root: Path, briefing: Rendered, front: Rendered) -> None:
    """The theme escapes what it prints."""
    title = "<script>x</script> & {{ 1 }}"
    named = dataclasses.replace(briefing, title=title, menu=((title, "index.md"), *briefing.menu[1:]))
    assert publish([named], front, root=root).problems == ()
    page = (root / "public/flood/about.html").read_text(encoding="utf-8")
    assert "<script>x" not in page
    assert "&lt;script&gt;x&lt;/script&gt; &amp; {{ 1 }}" in page


def test_the_search_index_holds_facts_with_their_source(root: Path, briefing: Rendered, front: Rendered) -> None:
    """A script that gives each fact's words and who says so."""
    publish([briefing], front, root=root)
    script = (root / "public/flood/search/index.js").read_text(encoding="utf-8")
    entries = json.loads(re.fullmatch(r"onRecordIndex\((.*)\);\n", script)[1])  # type: ignore[index]
    assert {"at": "index.html#fact-a", "kind": "fact", "text": "It rained.", "said": "Ms. Rain"} in entries


def test_what_is_published_can_be_examined_first(root: Path, briefing: Rendered, front: Rendered) -> None:
    """Pages, downloads and search index are shown; a problem keeps all of it from the public."""
    seen: dict[str, str] = {}

    def examine(slug: str, texts: Mapping[str, str]) -> list[Problem]:
        seen.update({f"{slug}/{path}": text for path, text in texts.items()})
        return [Problem(slug, 0, 0, "too many words")]

    assert [p.message for p in publish([briefing], front, root=root, examine=examine).problems] == ["too many words"]
    assert {"flood/index.html", "flood/data/a.csv", "flood/search/index.js"} <= set(seen)
    assert not (root / "public").exists()


def test_writing_changes_only_what_differs(tmp_path: Path, briefing: Rendered) -> None:
    """Equal files keep their time of change; stale ones go."""
    assert write(briefing, tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    assert not write(briefing, tmp_path)
    (tmp_path / "stale.md").write_text("old")
    assert write(briefing, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == times


def body(page: Path) -> str:
    found = re.search(r"<main.*?</main>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found, page
    return found[0]


def test_properdocs_makes_the_same_article_bodies(root: Path, briefing: Rendered, front: Rendered) -> None:
    """Every page's main part is equal, character by character."""
    config = pytest.importorskip("properdocs.config", reason="ProperDocs is not installed")
    from properdocs.commands.build import build

    publish([briefing], front, root=root)
    settings = root / "build" / "flood.yml"
    build(config.load_config(config_file=str(settings), site_dir=str(root / "proper")))
    pages = sorted(set((root / "public" / "flood").glob("*.html")) - {root / "public" / "flood" / "whole.html"})
    assert len(pages) == 3
    for page in pages:
        assert body(root / "proper" / page.name) == body(page)
