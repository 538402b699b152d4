"""Markup is read fast where it is well formed, and that changes nothing about what is read."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import markup
from onrecord.pages.markup import Piece, Tag, pieces

WELL_FORMED = [
    *(
        "<p>",
        "</p>",
        "<P ID='x'>",
        '<b class="a b">',
        '<b class ="a">',
        "<br/>",
        "<br />",
        "</b >",
        "</q>",
        "word",
        " ",
    ),
    *(
        "<q class='quote'>",
        '<a title="5 > 4">',
        "<a title='\"'>",
        "<input disabled>",
        "<svg:g>",
        "\n",
        "don't",
        '"',
        "'",
    ),
    *(
        "<!-- a remark -->",
        "<!-- <p> -->",
        "<!DOCTYPE html>",
        "<script>if (a < b) { c }</script>",
        ">",
        "&lt;b&gt;",
        "é",
    ),
    *("<style>p > q {}</style>", '<a title="&quot;said&quot;">', "\N{NO-BREAK SPACE}", "<a b='c' b='d'>", "&"),
    *("word", " ", '"', "'", "&lt;b&gt;", "é"),
]
BROKEN = [
    *(
        "<",
        "<a title=it's>",
        "<a title=x>",
        '<a title="x>',
        '<a b="x"c="y">',
        "< p>",
        "<é>",
        "<p",
        "</",
        "</>",
        "<!-->",
    ),
    *(
        "<!-- a -- b -->",
        "<script>",
        "</script>",
        "<style>",
        "<br / >",
        "<a/b>",
        "<a\x0bb>",
        "<p\0>",
        "<a \0=''>",
        "<!x>",
    ),
    *(
        "<a\N{NO-BREAK SPACE}b='c'>",
        "<?x?>",
        "<\N{LATIN SMALL LETTER LONG S}cript>",
        "<a ='x'>",
        "<a b= 'c'>",
        "</p x>",
    ),
    *("<scripts>", "<script-x>", "<!--", "-->", "<script src='x'>", "<br/", "<a b='c'/ >", "<!-->", "<!x>", "</p x>"),
]


def _plain(read: Iterable[Piece]) -> list[object]:
    """Pieces as values, texts that follow one another joined."""
    plain: list[object] = []
    for piece in read:
        if isinstance(piece, str) and plain and isinstance(plain[-1], str):
            plain[-1] += piece
        else:
            said = piece if isinstance(piece, str) else (type(piece), piece.name)
            plain.append((*said, dict(piece.values)) if isinstance(piece, Tag) else said)
    return plain


@given(st.lists(st.sampled_from([*WELL_FORMED, *BROKEN])).map("".join))
def test_it_reads_what_the_standard_parser_reads(text: str) -> None:
    """However tags, texts and slips follow one another, the pieces are those of Python's own parser."""
    assert _plain(pieces(text)) == _plain(markup._forgiven(text))


@given(st.lists(st.sampled_from(WELL_FORMED)).map("".join))
def test_well_formed_markup_needs_no_forgiveness(text: str) -> None:
    """Pages as the templates print them are read the fast way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(markup, "_forgiven")
        pieces(text)


def test_scripts_styles_and_remarks_hold_no_words() -> None:
    """What no reader sees is no text."""
    text = "<script>var a = 'said';</script><style>p {}</style><!-- said --><p>Seen.</p>"
    assert [piece for piece in pieces(text) if isinstance(piece, str)] == ["Seen."]
