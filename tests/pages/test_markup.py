"""Markup is read fast where it is well formed, and that changes nothing about what is read."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import markup
from onrecord.pages.markup import Piece, Tag, pieces

WELL_FORMED = r"""
<p> | </p> | <P ID='x'> | <b class="a b"> | <b class ="a"> | <br/> | <br /> | </b > | <q class='quote'> | </q> | word
<a title="5 > 4"> | <a title='"'> | <input disabled> | <svg:g> | don't | " | ' | > | &lt;b&gt; | é | & | &nbsp;
<!-- a remark --> | <!-- <p> --> | <!DOCTYPE html> | <script>if (a < b) { c }</script> | <style>p > q {}</style>
<a title="&quot;said&quot;"> | <a b='c' b='d'>
"""
BROKEN = r"""
< | <a title=it's> | <a title=x> | <a title="x> | <a b="x"c="y"> | < p> | <é> | <p | </ | </> | <!--> | <!x> | <?x?>
<!-- a -- b --> | <!-- | --> | <script> | </script> | <style> | <script src='x'> | <scripts> | <script-x> | <br / >
<a/b> | <br/ | <a ='x'> | <a b= 'c'> | <a b='c'/ > | </p x>
"""
STRANGE = [" ", "\n", "\N{NO-BREAK SPACE}", "<a\N{NO-BREAK SPACE}b='c'>", "<a\x0bb>", "<p\0>", "<a \0=''>"]
STRANGE += ["<\N{LATIN SMALL LETTER LONG S}cript>"]


def _each(table: str) -> list[str]:
    return re.split(r" \| |\n", table.strip())


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


@given(st.lists(st.sampled_from([*_each(WELL_FORMED), *_each(BROKEN), *STRANGE])).map("".join))
def test_it_reads_what_the_standard_parser_reads(text: str) -> None:
    """However tags, texts and slips follow one another, the pieces are those of Python's own parser."""
    assert _plain(pieces(text)) == _plain(markup._forgiven(text))


@given(st.lists(st.sampled_from([*_each(WELL_FORMED), *STRANGE[:3]])).map("".join))
def test_well_formed_markup_needs_no_forgiveness(text: str) -> None:
    """Pages as the templates print them are read the fast way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(markup, "_forgiven")
        pieces(text)


def test_scripts_styles_and_remarks_hold_no_words() -> None:
    """What no reader sees is no text."""
    text = "<script>var a = 'said';</script><style>p {}</style><!-- said --><p>Seen.</p>"
    assert [piece for piece in pieces(text) if isinstance(piece, str)] == ["Seen."]
