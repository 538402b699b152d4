"""Random articles, extractions and editors: what the property tests of the merge are run on."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from onrecord.model import (
    Actor,
    ActorsFile,
    At,
    Briefing,
    Dispute,
    Fact,
    FactsFile,
    Files,
    Found,
    FoundSentence,
    MilitaryFile,
    Publication,
    Quantity,
    Salute,
    Takeaway,
    Taken,
    text_hash,
)

_NOUNS = ["port", "mayor", "bridge", "convoy", "school", "river", "union", "court", "plant", "ferry"]
_VERBS = ["closed", "opened", "left", "blamed", "denied", "burned", "paid", "lost", "found", "sank"]
_ACTORS = ["police", "ana-ruiz", "ministry", "union", "official"]


@dataclass
class World:
    """An article as a list of sentences, and what an extractor of one mood finds in it."""

    random: Random
    sentences: list[str] = field(default_factory=list)
    mood: int = 0
    """Another mood is another version of the extractor: other words, other cuts, other ids."""
    suffix: str = ""

    def __post_init__(self) -> None:
        self.sentences = self.sentences or [self.sentence() for _ in range(self.random.randint(2, 7))]

    def sentence(self) -> str:
        """Two clauses of made-up news."""
        pick = self.random.choice
        number = self.random.randint(2, 99)
        return f"The {pick(_NOUNS)} {pick(_VERBS)} {number} days ago, and the {pick(_NOUNS)} {pick(_VERBS)} it."

    def newer_article(self) -> None:
        """A version of the article with sentences put in, taken out, moved or in other words."""
        for _ in range(self.random.randint(1, 2)):
            place = self.random.randrange(len(self.sentences))
            match self.random.randrange(4):
                case 0:
                    self.sentences.insert(place, self.sentence())
                case 1 if len(self.sentences) > 2:
                    del self.sentences[place]
                case 2:
                    self.sentences.append(self.sentences.pop(place))
                case _:
                    self.sentences[place] = self.sentences[place].replace("days", "weeks")

    def turn(self) -> None:
        """Before the next extraction: a newer article, another extractor, both, or nothing new."""
        what = self.random.randrange(4)
        if what in (0, 2):
            self.newer_article()
        self.mood += what in (1, 2)

    def renamed(self) -> None:
        """The extractor finds the same, and gives other ids."""
        self.suffix += "x"

    def extract(self) -> Found:
        """Pure: the same article and mood give the same."""
        mood = Random(f"{self.mood}")
        text = "\n\n".join(self.sentences)
        facts: list[Fact] = []
        places: list[FoundSentence] = []
        for number, sentence in enumerate(self.sentences, 1):
            start = text.index(sentence, places[-1].end if places else 0)
            places.append(
                FoundSentence(id=f"P{number}S1", start=start, end=start + len(sentence), hash=text_hash(sentence))
            )
            facts += self._facts(sentence, start, number, Random(f"{self.mood} {sentence}"))
        facts = _once(facts)
        named = {fact.source for fact in facts} - {"article"}
        briefing = Briefing(
            title="News",
            sources=(Publication(id="wire", rights="own"),),
            takeaways=tuple(Takeaway(text=f.text, facts=(f.id,)) for f in facts if mood.random() < 0.6),
            disputes=_disputes(facts),
        )
        files = Files(
            briefing=briefing,
            actors=ActorsFile(actors=tuple(Actor(id=a, name=a.title(), kind="group") for a in sorted(named))),
            events=FactsFile(facts=tuple(f for f in facts if f.event)),
            background=FactsFile(facts=tuple(f for f in facts if not f.event)),
            military=MilitaryFile(salute=Salute(time=tuple(f.id for f in facts if mood.random() < 0.3))),
        )
        taken = Taken(sha256=(text_hash(text) * 8), words=len(text.split()))
        return Found(article=taken, extractor=f"x {self.mood}", sentences=tuple(places), files=files)

    def _facts(self, sentence: str, start: int, number: int, mood: Random) -> list[Fact]:
        cut = sentence.index(", and")
        clauses = [(0, cut), (cut + 6, len(sentence) - 1)]
        if mood.random() < 0.2:
            clauses = [(0, len(sentence) - 1)]
        facts = []
        for begin, end in clauses:
            if mood.random() < 0.15:
                continue
            shorter = end - mood.choice([0, 0, 0, 3])
            words = sentence[begin:shorter]
            source = mood.choice(["article", *_ACTORS])
            said = words.split()
            facts.append(
                Fact(
                    id=self._id(said, number, mood),
                    text=f"{words[0].upper()}{words[1:]}{mood.choice(['', '', ' then'])}.",
                    source=source,
                    certainty="asserted" if source == "article" else "attributed",
                    event="other" if mood.random() < 0.5 else None,
                    quantities=tuple(Quantity(value=int(w), unit="day") for w in said if w.isdigit()),
                    at=At(sentence=f"P{number}S1", start=start + begin, end=start + shorter, hash=text_hash(words)),
                )
            )
        return facts

    def _id(self, words: list[str], number: int, mood: Random) -> str:
        place = f"-{number}" if mood.random() < 0.5 else ""
        return f"{words[1]}-{words[2]}{mood.choice(['', '', '-it'])}{place}{self.suffix}"


def _disputes(facts: list[Fact]) -> tuple[Dispute, ...]:
    pairs = pairwise(facts)
    return tuple(
        Dispute(id=f"dispute-{n}", question=f"{a.text} {b.text}", facts=(a.id, b.id)) for n, (a, b) in enumerate(pairs)
    )[:1]


def _once(facts: list[Fact]) -> list[Fact]:
    """Every id once, as the extractor gives them."""
    seen: dict[str, int] = {}
    for fact in facts:
        seen[fact.id] = seen.get(fact.id, 0) + 1
    counts = dict.fromkeys(seen, 0)
    made = []
    for fact in facts:
        counts[fact.id] += 1
        number = counts[fact.id]
        made.append(fact if number == 1 else fact.model_copy(update={"id": f"{fact.id}-n{number}"}))
    return made
