"""Reading files: encodings, metadata, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.article import article_of_text, read_article
from onrecord.model import Refusal

BODY = "TURIN, Italy (ANSA) — The river “Dora” rose on Monday.\r\n\r\nNobody was hurt, the mayor’s office said.\r\n"
GERMAN = "Der Fluss ist in der Nacht über die Ufer getreten und die Stadt hat den Notstand erklärt. " * 5


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def refused(path: Path, **given: str) -> str:
    with pytest.raises(Refusal) as caught:
        read_article(path, **given)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "cp1252"])
def test_every_common_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    """Line ends, typographic quotation marks and all; without the byte order mark."""
    data = b"\xff\xfe" + BODY.encode("utf-16-le") if encoding == "utf-16-le-mark" else BODY.encode(encoding)
    article = read_article(write(tmp_path, "a.txt", data))
    assert article.text == BODY
    assert [s.id for s in article.sentences] == ["P1S1", "P2S1"]


def test_text_decoded_wrongly_before_is_mended(tmp_path: Path) -> None:
    """Clear signs of mojibake are mended before offsets are taken."""
    pytest.importorskip("ftfy", reason="the extract extra is not installed")
    spoiled = BODY.encode("utf-8").decode("cp1252", errors="replace").replace("\ufffd", "\u009d")
    assert read_article(write(tmp_path, "a.txt", spoiled)).text.count("’") == 1


def test_front_matter_is_metadata_and_no_paragraph(tmp_path: Path) -> None:
    """Its keys fill the article's fields; paragraphs are counted after it."""
    front = (
        "---\ntitle: A river rises\npublished: 2024-05-06\nrights: open\nlicence: CC BY 4.0\ninvented: true\n---\n\n"
    )
    article = read_article(write(tmp_path, "a.md", front + BODY))
    assert (article.title, article.published, article.rights) == ("A river rises", "2024-05-06", "open")
    assert (article.licence, article.invented, article.publisher) == ("CC BY 4.0", True, "ANSA")
    assert article.paragraphs[0].span.start == len(front)


def test_the_persons_date_wins_over_the_files(tmp_path: Path) -> None:
    """`--published` is a person's word."""
    path = write(tmp_path, "a.md", "---\npublished: 2024-05-06\n---\n" + BODY)
    assert read_article(path, published="2024-05-07").published == "2024-05-07"


def test_a_year_in_a_rights_line_is_no_date(tmp_path: Path) -> None:
    """The rights line says reserved, and nothing of when."""
    article = read_article(write(tmp_path, "a.txt", BODY + "\r\nCopyright 2023 ANSA. All rights reserved.\r\n"))
    assert (article.published, article.rights, article.paragraphs[-1].kind) == (None, "reserved", "boilerplate")


def test_a_web_page_gives_markdown_that_reads_back_the_same(tmp_path: Path) -> None:
    """The text taken out of a page can be stored as .md: its spans hold for that file."""
    pytest.importorskip("trafilatura", reason="the extract extra is not installed")
    sentence = "The harbor of Odda stayed closed on Monday after the storm, the port authority said. Ferries wait. "
    page = (
        "<html lang='en'><head><title>Harbor shut</title><meta property='article:published_time' content='2024-05-06'>"
        f"</head><body><article><h1>Harbor shut</h1><p>{sentence}</p><p>#1 pier: {sentence * 2}</p></article>"
        "<footer>© 2019 Odda Post</footer></body></html>"
    )
    article = read_article(write(tmp_path, "a.html", page))
    again = read_article(write(tmp_path, "b.md", article.text))
    assert (article.published, article.title) == ("2024-05-06", "Harbor shut")
    assert (again.paragraphs, again.sentences, again.published) == (article.paragraphs, article.sentences, "2024-05-06")


def test_a_page_without_a_marked_date_has_none(tmp_path: Path) -> None:
    """A year in its footer is no publication date."""
    pytest.importorskip("trafilatura", reason="the extract extra is not installed")
    text = "The harbor of Odda stayed closed on Monday after the storm, the port authority said. " * 4
    page = f"<html><body><article><h1>Shut</h1><p>{text}</p></article><footer>© 2019 Odda Post</footer></body></html>"
    assert read_article(write(tmp_path, "a.html", page)).published is None


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "", "a.txt: the article is empty\n  put its text into the file"),
        ("a.txt", " \r\n\u00a0", "a.txt: the article is empty\n  put its text into the file"),
        ("a.txt", b"\x00\x01\x02\xff" * 40, "a.txt: this is binary data, not text\n  save the article as UTF-8 text"),
        ("a.pdf", "x", "a.pdf: files of the kind '.pdf' cannot be read\n  copy its text into a .txt or .md file"),
        ("a.docx", "x", "a.docx: files of the kind '.docx' cannot be read\n  save it as plain text (.txt)"),
        (
            "a.txt",
            GERMAN,
            "a.txt: the text does not read as English (it looks like 'de')\n  only English articles can be briefed",
        ),
        (
            "a.txt",
            "Rain fell. " * 20_000,
            "a.txt: the text has 220,000 characters; at most 200,000 are read\n  take one article out of it",
        ),
        (
            "a.txt",
            "Copyright 2023 Odda Post. All rights reserved.",
            "a.txt: no body text is left beside headings and boilerplate\n  check that it holds the article",
        ),
        (
            "a.md",
            "---\nrights: mine\n---\nIt rained.",
            "a.md:2:9: 'mine' is not a kind of rights\n  rights: mine\n          ^\n  one of: own, open, reserved",
        ),
        (
            "a.md",
            "---\ntitle: x\nIt rained.",
            "a.md:1:1: the front matter has no end\n  ---\n  ^\n  close it with a line of '---'",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_mend(
    tmp_path: Path, name: str, content: str | bytes, message: str
) -> None:
    """Place, what, and what would help."""
    assert refused(write(tmp_path, name, content)) == message


def test_a_missing_file_a_folder_and_a_false_date_are_refused(tmp_path: Path) -> None:
    """Each says what it is."""
    missing = tmp_path / "none.txt"
    assert refused(missing) == f"{missing}: there is no such file\n  check the path"
    assert "this is a folder, not an article" in refused(tmp_path)
    asked = refused(write(tmp_path, "a.txt", BODY), published="2023-02-30")
    assert asked == "--published: '2023-02-30' is not a date\n  write it as YYYY-MM-DD, as in 2016-08-16"


def test_english_with_foreign_names_or_in_capitals_is_read(tmp_path: Path) -> None:
    """Names are no sign of another language, capitals neither."""
    names = "Przemysław Wójcik of Łódź and José de la Peña met the mayor of Düsseldorf in Reykjavík on Monday. " * 6
    assert read_article(write(tmp_path, "a.txt", names)).sentences
    assert read_article(write(tmp_path, "b.txt", names.upper())).sentences


def test_the_seed_article_is_read_as_an_editor_would(seed_path: Path) -> None:
    """Dateline, agency and rights are found, the lines around it are not body, and 2023 is no date of it."""
    article = read_article(seed_path)
    assert len(article.paragraphs) == 34
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Beirut", "AP")
    assert (article.publisher, article.rights, article.published) == ("The Associated Press", "reserved", None)
    assert [p.number for p in article.paragraphs if p.kind == "boilerplate"] == [33, 34]


def test_a_batch_text_is_never_refused() -> None:
    """An empty text has no paragraphs."""
    assert article_of_text("", name="a").paragraphs == ()
