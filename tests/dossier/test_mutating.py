"""A small dossier that is right: no problem; damaged in any way we know: a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.article import article_of_text, read_article
from onrecord.dossier import check, load_dossier
from onrecord.dossier.mutating import Trial, missed, mutate, mutations, table
from onrecord.dossier.mutating.change import with_facts
from onrecord.model import (
    Actor,
    ActorsFile,
    At,
    Briefing,
    Dispute,
    Distance,
    Dossier,
    Fact,
    FactsFile,
    Figure,
    Files,
    Found,
    FoundAttribution,
    FoundSentence,
    FoundTime,
    Place,
    PlacesFile,
    Publication,
    Quantity,
    Quote,
    Span,
    Takeaway,
    Taken,
    When,
    text_hash,
)

ROOT = Path(__file__).parent.parent.parent
TEXT = """ORLOVA — At least 20 miners died when a gallery collapsed in Orlova on Tuesday, the ministry said.

Jana Malá, head of the union, accused the owner of ignoring warnings.

The owner, Karvin Coal, denied the accusation. “We did not ignore a single warning,” it said.

The shaft could reopen in June, the inspectorate said, and repairs will take about 4 months.

The radio quoted Petr Novák, a rescuer, as saying that three men climbed out alive near Brod on Thursday, \
12 kilometers (7 miles) east of Orlova.

Prague will pay 40 million euros to the families.
"""
ARTICLE = article_of_text(TEXT, name="mine.txt", published="2026-03-12")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def at(words: str) -> At:
    stands = span(words)
    sentence = next(s.id for s in ARTICLE.sentences if s.span.overlaps(stands))
    return At(sentence=sentence, start=stands.start, end=stands.end, hash=text_hash(words))


def said(source: str, cue: str, content: str, actor: str, relay: tuple[str, str] | None = None) -> FoundAttribution:
    return FoundAttribution(
        source=(span(source),),
        cue=(span(cue),),
        content=(span(content),),
        relay=(span(relay[0]),) if relay else (),
        via=relay[1] if relay else None,
        kind="indirect",
        actor=actor,
        sense="say",
    )


DIED = "At least 20 miners died when a gallery collapsed in Orlova on Tuesday"
ACCUSED = "accused the owner of ignoring warnings"
QUOTED = "We did not ignore a single warning"
REOPEN = "The shaft could reopen in June"
REPAIRS = "repairs will take about 4 months"
CLIMBED = "three men climbed out alive near Brod on Thursday"
PAID = "Prague will pay 40 million euros to the families."
ACTORS = (
    Actor(id="ministry", name="the ministry", kind="government"),
    Actor(id="jana-mala", name="Jana Malá", kind="person", role="head of the union"),
    Actor(id="karvin-coal", name="Karvin Coal", kind="company", role="owner of the mine"),
    Actor(id="inspectorate", name="the inspectorate", kind="government"),
    Actor(id="petr-novak", name="Petr Novák", kind="person", role="rescuer"),
    Actor(id="radio", name="the radio", kind="media"),
    Actor(id="prague", name="Prague", kind="government"),
)
PLACES = (
    Place(id="orlova", name="Orlova", kind="city"),
    Place(
        id="brod",
        name="Brod",
        kind="city",
        distances=(Distance(to="orlova", words="12 kilometers (7 miles) east of", kilometres=12, direction="east"),),
    ),
)
EVENTS = (
    Fact(
        id="died",
        text="At least 20 miners died in Orlova on Tuesday.",
        source="ministry",
        cue="said",
        certainty="attributed",
        hedge="at least",
        when=When(text="Tuesday", date="2026-03-10", precision="day", origin="computed"),
        where=("orlova",),
        quantities=(Quantity(value=20, unit="miner", operator=">=", text="20 miners"),),
        event="accident",
        at=at(DIED),
    ),
    Fact(
        id="climbed",
        text="Three men climbed out alive near Brod.",
        source="petr-novak",
        via="radio",
        cue="quoted as saying",
        certainty="attributed",
        when=When(text="Thursday", date="2026-03-12", precision="day", origin="computed"),
        where=("brod",),
        quantities=(Quantity(value=3, unit="man", text="three men"),),
        at=at(CLIMBED),
    ),
    Fact(
        id="distance",
        text="Brod lies 12 kilometers (7 miles) east of Orlova.",
        source="article",
        certainty="asserted",
        quantities=(Quantity(value=12, unit="kilometre", text="12 kilometers (7 miles)"),),
        at=at("12 kilometers (7 miles) east of Orlova"),
    ),
    Fact(id="paid", text="Prague will pay 40 million euros to the families.", source="article", certainty="planned",
         at=at(PAID)),
)  # fmt: skip
REACTIONS = (
    Fact(id="accused", text="The owner is accused of ignoring warnings.", source="jana-mala", certainty="disputed",
         at=at(ACCUSED)),
    Fact(id="denied", text="The accusation is denied.", source="karvin-coal", cue="denied", certainty="attributed",
         denies=("accused",), at=at("denied the accusation")),
    Fact(id="not-ignored", text="No warning was ignored.", source="karvin-coal", certainty="attributed",
         quote=Quote(text=QUOTED), at=at(QUOTED)),
    Fact(id="reopen", text="The shaft could reopen in June.", source="inspectorate", certainty="hedged", hedge="could",
         when=When(text="June", date="2026-06", precision="month"), at=at(REOPEN)),
    Fact(id="repairs", text="Repairs will take about 4 months.", source="inspectorate", certainty="planned",
         quantities=(Quantity(value=4, unit="month", operator="~", text="about 4 months"),), at=at(REPAIRS)),
)  # fmt: skip
BRIEFING = Briefing(
    title="Mine collapse in Orlova",
    sources=(Publication(id="wire", rights="own", published="2026-03-12"),),
    summary=(Takeaway(text="At least 20 miners died in Orlova, the ministry says.", facts=("died",)),),
    takeaways=(Takeaway(text="Repairs will take about 4 months.", facts=("repairs",)),),
    figures=(Figure(label="miners dead", fact="died"),),
    disputes=(
        Dispute(
            id="warnings",
            question="Were warnings ignored?",
            facts=("accused", "not-ignored", "denied"),
            kind="denial",
        ),
    ),
)
FILES = Files(
    briefing=BRIEFING,
    actors=ActorsFile(actors=ACTORS),
    places=PlacesFile(places=PLACES),
    events=FactsFile(facts=EVENTS),
    reactions=FactsFile(facts=REACTIONS),
)
FOUND = Found(
    article=Taken(sha256=ARTICLE.sha256, words=ARTICLE.words),
    extractor="test",
    sentences=tuple(FoundSentence(id=s.id, start=s.span.start, end=s.span.end) for s in ARTICLE.sentences),
    attributions=(
        said("the ministry", "said", DIED, "ministry"),
        said("Jana Malá", "accused", "the owner of ignoring warnings", "jana-mala"),
        said("Karvin Coal", "denied", "the accusation", "karvin-coal"),
        said("it", "said", QUOTED, "karvin-coal"),
        said("the inspectorate", "said", REOPEN, "inspectorate"),
        said("the inspectorate", "said", REPAIRS, "inspectorate"),
        said("Petr Novák", "quoted", CLIMBED, "petr-novak", ("The radio", "radio")),
    ),
    times=(
        FoundTime(span=span("Tuesday"), value="2026-03-10", type="DATE", origin="computed"),
        FoundTime(span=span("June"), value="2026-06", type="DATE", origin="computed"),
        FoundTime(span=span("Thursday"), value="2026-03-12", type="DATE", origin="computed"),
    ),
    files=FILES,
)
DOSSIER = Dossier("mine", FILES, FOUND)
KINDS = {
    "actor changed in the text", "bound dropped everywhere", "bound dropped from the text",
    "bound dropped in the overview",
    "bound turned round", "date moved", "day changed in the text", "denial removed", "disputed told as attributed",
    "distance changed", "hedged told as attributed", "link 'denies' removed", "negation added", "negation removed",
    "number changed everywhere", "number changed in the overview", "number changed in the quantity",
    "number changed in the text", "number moved to another fact", "operator dropped", "operator turned round",
    "place changed", "place in the article exchanged", "planned told as asserted", "planned told as attributed",
    "relay dropped", "reservation dropped from text and field", "reservation dropped from the text",
    "scene moved to another fact", "side of a dispute removed", "source detached", "speakers exchanged",
    "time moved to another fact", "unit changed", "word of a quotation changed", "year changed",
}  # fmt: skip


@pytest.fixture(scope="module")
def trials() -> list[Trial]:
    """Every mutation of the small dossier, tried."""
    return list(mutate(DOSSIER, ARTICLE))


def test_a_dossier_that_is_right_has_no_problem() -> None:
    """Nothing is told of facts that say what the article says."""
    assert [problem.explain() for problem in check(DOSSIER, ARTICLE)] == []


def test_every_kind_of_damage_is_done(trials: list[Trial]) -> None:
    """The small dossier has something to damage for each kind."""
    assert {trial.mutation.kind for trial in trials} == KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_damage_is_told(kind: str, trials: list[Trial]) -> None:
    """Each damage brings a problem that was not there before."""
    assert missed(trial for trial in trials if trial.mutation.kind == kind) == ()


def test_every_mutation_changes_the_files() -> None:
    """No mutation leaves everything as it was, and none is made twice."""
    made = mutations(DOSSIER)
    assert all(one.files != DOSSIER.files for one in made)
    assert len({one.files.model_dump_json() for one in made}) == len(made)


def test_the_order_is_the_same_each_time() -> None:
    """The first mutations are of different kinds, and are the first every time."""
    first = mutations(DOSSIER)[: len(KINDS)]
    assert {one.kind for one in first} == KINDS
    assert first == mutations(DOSSIER)[: len(KINDS)]


def test_a_count_tries_that_many() -> None:
    """A count limits how much is tried."""
    assert len(list(mutate(DOSSIER, ARTICLE, 5))) == 5


def test_the_table_counts_by_kind(trials: list[Trial]) -> None:
    """One line a kind, the sum in the last."""
    lines = table(trials)
    assert len(lines) == len(KINDS) + 1
    assert lines[-1].split()[:3] == ["all", str(len(trials)), "made"]


def test_what_got_through_is_listed_with_both_wordings(trials: list[Trial]) -> None:
    """Kind and record, what it was, what it is now."""
    trial = Trial(trials[0].mutation, ())
    one = trial.mutation
    assert missed([trial]) == (f"{one.kind}: {one.record}", f"  was: {one.was}", f"  now: {one.now}")


def test_most_damage_to_the_sample_dossier_is_told() -> None:
    """Of the first hundred mutations of a real dossier, each kind in turn, nine in ten bring a problem."""
    dossier, problems = load_dossier(ROOT / "content" / "savinja-flood", ROOT)
    assert dossier is not None, problems
    article = read_article(ROOT / "content" / "savinja-flood" / "article.md", published="2026-03-12")
    tried = list(mutate(dossier, article, 100))
    assert sum(trial.caught for trial in tried) >= 90, missed(tried)


def test_a_reservation_that_was_found_may_not_vanish() -> None:
    """What the extraction kept as a word of reservation is looked for in the fact, whatever the word."""
    hedged = REACTIONS[0].model_copy(update={"hedge": "accused", "text": "The owner ignored warnings."})
    bare = hedged.model_copy(update={"hedge": None})
    base = FOUND.model_copy(update={"files": with_facts(FILES, {"accused": hedged})})
    told = check(Dossier("mine", with_facts(FILES, {"accused": bare}), base), ARTICLE)
    assert [problem.message for problem in told] == ["told without the article's reservation: accused"]
