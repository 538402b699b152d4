"""Train the weights of the roles of sentences. For developers only: nothing here runs when an article is read.

    PYTHONPATH=. python tools/train_roles.py NEWSDISCOURSE-TRAIN.jsonl --date 2026-11-23

Writes onrecord/extract/lexicon/roles_weights.yaml. The input: a first line about the set, then one text a line,
{"id", "text", "title"?, "published"?, "gold": {"sentences": [{"start", "end", "role"}]}}. What is learnt is how much
each general clue (onrecord/extract/roles/clues.py) speaks for each role; no word of a text is written.

Prints the scores of a cross-validation by text (five parts, `--repeats` times, each with another division). PENALTY,
LEANING and RARE were chosen by them. No randomness: texts are divided by the hash of their id.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.article import article_of_text
from onrecord.extract import extract
from onrecord.extract.reading import read
from onrecord.extract.roles.clues import Clues
from onrecord.extract.roles.weigh import ROLES, UNIT
from onrecord.model import Sentence
from tools.chain_field import UNKNOWN, Array, Chains, Field, Numbers, chances, train

OUT = Path(__file__).parent.parent / "onrecord" / "extract" / "lexicon" / "roles_weights.yaml"
PARTS = 5
PENALTY = 10.0
LEANING = 0.5
"""How far rare roles are helped: this share of the logarithm of how rare each is is added to it."""
RARE = 5
"""A clue that fewer sentences have is left out."""
ABOUT = """about: >-
  What each clue of roles/clues.py adds to each role, in hundredths of a logarithm of odds: learnt by
  tools/train_roles.py on {date} from {texts} texts ({sentences} sentences) of the training part of NewsDiscourse
  (Choubey et al., ACL 2020), no text, sentence or word of which is here. Cross-validation by text, {parts} parts,
  {repeats} divisions: macro F1 {macro:.1f}, micro F1 {micro:.1f}. `between`: what a role adds to the role after it;
  `first`: what being the first sentence adds; `leaning`: what is added in the end, so that rare roles are found.
"""


@dataclass(frozen=True)
class Text:
    """One annotated text: for each of our sentences its clues and its label."""

    id: str
    clues: list[dict[str, float]]
    labels: Numbers


def texts_of(path: Path) -> Iterator[Text]:
    """The annotated texts, read as the extractor reads them."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        row = json.loads(line)
        article = article_of_text(row["text"], name=row["id"], title=row.get("title"), published=row.get("published"))
        found, reading = extract(article), read(article)
        clues = Clues(reading, found.times, found.attributions)
        labels = [_label(sentence, row["gold"]["sentences"]) for sentence, _ in reading.sentences]
        yield Text(row["id"], [clues.of(n) for n in range(len(labels))], np.array(labels))


def _label(sentence: Sentence, golds: list[dict[str, Any]]) -> int:
    def shared(gold: dict[str, Any]) -> int:
        return int(min(gold["end"], sentence.span.end) - max(gold["start"], sentence.span.start))

    best = max(golds, key=shared, default=None)
    return ROLES.index(best["role"]) if best and shared(best) > 0 else UNKNOWN


def names_of(texts: Sequence[Text]) -> list[str]:
    """The clues that are common enough, sorted."""
    counts = Counter(name for text in texts for seen in text.clues for name in seen)
    return sorted(name for name, count in counts.items() if count >= RARE)


def rows_of(text: Text, names: Sequence[str]) -> Array:
    """A row for each sentence, a column for each clue."""
    rows: Array = np.array([[seen.get(name, 0.0) for name in names] for seen in text.clues])
    return rows


def learn(texts: Sequence[Text], names: Sequence[str]) -> Field:
    """The weights learnt from these texts."""
    chains = Chains.of([rows_of(t, names) for t in texts], [t.labels for t in texts], len(ROLES))
    return train(chains, penalty=PENALTY)


def leaning_of(texts: Sequence[Text]) -> Array:
    """What is added to each role in the end."""
    labels = np.concatenate([text.labels for text in texts])
    counts = np.bincount(labels[labels != UNKNOWN], minlength=len(ROLES))
    rarity = -LEANING * np.log(counts / counts.sum())
    centred: Array = rarity - rarity.mean()
    return centred


def validate(texts: Sequence[Text], division: int) -> tuple[float, float]:
    """Macro and micro F1 when each part of the texts is judged by what the others taught."""
    true: list[int] = []
    guess: list[int] = []
    for part in range(PARTS):
        rest = [t for t in texts if _part(t, division) != part]
        names, leaning = names_of(rest), leaning_of(rest)
        field = learn(rest, names)
        for text in (t for t in texts if _part(t, division) == part):
            best = (chances(rows_of(text, names), field) + leaning).argmax(1)
            true += text.labels[text.labels != UNKNOWN].tolist()
            guess += best[text.labels != UNKNOWN].tolist()
    return scores(np.array(true), np.array(guess))


def _part(text: Text, division: int) -> int:
    return hashlib.sha256(f"{division} {text.id}".encode()).digest()[0] % PARTS


def scores(true: Numbers, guess: Numbers) -> tuple[float, float]:
    """Macro and micro F1, in hundredths; a role that is nowhere in `true` is left out of the mean."""
    hits = true == guess
    each = [
        2 * (hits & (true == role)).sum() / ((true == role).sum() + (guess == role).sum())
        for role in range(len(ROLES))
        if (true == role).any()
    ]
    return 100 * float(np.mean(each)), 100 * float(hits.mean())


def written(names: Sequence[str], field: Field, leaning: Array) -> Iterator[str]:
    """The lines of the lexicon below `about`."""
    yield f"roles: [{', '.join(ROLES)}]"
    yield "clues:"
    for name, row in zip(names, field.clues, strict=True):
        yield f"  {json.dumps(name)}: {_line(row)}"
    yield "between:"
    for role, row in zip(ROLES, field.between, strict=True):
        yield f"  {role}: {_line(row)}"
    yield f"first: {_line(field.first)}"
    yield f"leaning: {_line(leaning)}"


def _line(row: Array) -> str:
    return " ".join(str(round(float(number) * UNIT)) for number in row)


def main() -> None:
    """Read, cross-validate, learn from all, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the annotated texts")
    parser.add_argument("--date", required=True, help="day to be written down, YYYY-MM-DD")
    parser.add_argument("--repeats", type=int, default=3, help="divisions of the cross-validation")
    options = parser.parse_args()
    texts = list(texts_of(options.data))
    measured = np.array([validate(texts, division) for division in range(options.repeats)])
    for macro, micro in measured:
        print(f"macro F1 {macro:.1f}  micro F1 {micro:.1f}")
    names = names_of(texts)
    macro, micro = measured.mean(0)
    sizes = {"texts": len(texts), "sentences": sum(int((t.labels != UNKNOWN).sum()) for t in texts)}
    tested = {"parts": PARTS, "repeats": options.repeats, "macro": macro, "micro": micro}
    about = ABOUT.format(date=options.date, **sizes, **tested)
    OUT.write_text(about + "\n".join(written(names, learn(texts, names), leaning_of(texts))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
