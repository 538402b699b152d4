"""Nothing that someone says is told as the article's own: held to texts of several kinds of news."""

from __future__ import annotations

import pytest

from onrecord.model import Fact, Found, FoundAttribution

pytest.importorskip("spacy", reason="the extract extra is not installed")

COURT = """LINZ — Prosecutors accused Ana Ruiz, 44, of hiding losses at Nordbank and said she had lied to auditors.

“The books were false for years,” prosecutor Jan Weber told the court. “Nobody outside the bank could have known.”

Ruiz, who denies the charges, left the building without a word. Her lawyer, Tomas Berg, said the case was weak and \
that the bank had approved every payment.

The judge said the trial would resume on Monday. It began in March.
"""
STORM = """The storm killed at least 12 people in the valley, the weather service said. It flooded 300 houses.

According to the mayor of Asten, two bridges are closed and the road to the coast may not open before June.

“We heard a noise like a train.

“Then the roof was gone,” said Marta Kovač, a nurse. “The water came up to the stairs.”

Residents said the siren never sounded. The fire service denied that the siren had failed.
"""
MARKETS = """Shares of Halden fell 4 percent on Friday after the company said sales had dropped in May.

Analysts at Nordbank said the firm could cut its dividend, while the union warned that 300 jobs were at risk.

“The market has turned,” said Ida Holm, an economist. Holm expects a weak summer and believes prices will fall.

Halden said it had no plans to close its plant. The plant opened in 1998.
"""
SPORT = """Rovers won the cup on Saturday, beating City 2-1.

Coach Lena Brandt said her side had been lucky, adding that the goal was offside. City called the decision a disgrace.

“The referee was wrong,” captain Omar Said said. He was sent off in May.

A report by the league found that the cameras had failed, and the league said a new system would be ready in August.
"""
SCIENCE = """A vaccine against the fever works in mice, a study in the journal Cells suggests.

The team, led by Ines Prado of the University of Porto, said the vaccine cut infections by half. Two mice died.

Other researchers were careful. The sample was small, said Paul Okoye, who was not part of the work, and the effect \
might not last.

Prado told reporters that a trial in people was planned. The ministry pays for the work.
"""
WAR = """The army said its troops had taken the village of Orsk and that 40 rebels had been killed.

The rebels denied losing the village. A spokesman for the rebels said the army had shelled a school, an accusation the \
army rejects.

State television quoted a general as saying the road was open. Aid workers said the road was mined.

The war began in 2019.
"""
TEXTS = {"court": COURT, "storm": STORM, "markets": MARKETS, "sport": SPORT, "science": SCIENCE, "war": WAR}
SAID = {
    "court": ["The books were false", "Nobody outside the bank", "case was weak", "approved every payment", "lied to"],
    "storm": ["killed at least 12", "bridges are closed", "the roof was gone", "water came up", "siren never sounded"],
    "markets": [
        "sales had dropped",
        "cut its dividend",
        "jobs were at risk",
        "The market has turned",
        "prices will fall",
    ],
    "sport": ["been lucky", "goal was offside", "referee was wrong", "cameras had failed", "new system"],
    "science": ["cut infections", "sample was small", "effect might", "trial in people"],
    "war": ["taken the village", "rebels had been killed", "shelled a school", "road was open", "road was mined"],
}
"""Words that someone says in each text."""
OWN = {
    "markets": "The plant opened in 1998.",
    "sport": "Rovers won the cup on Saturday.",
    "science": "Two mice died.",
    "war": "The war began in 2019.",
}
"""A line of most texts that the article tells itself."""


def _found(name: str) -> Found:
    from onrecord.article import article_of_text
    from onrecord.extract import extract

    return extract(article_of_text(TEXTS[name], name=f"{name}.txt", published="2026-03-12"))


def _holders(fact: Fact, found: Found) -> list[FoundAttribution]:
    place = fact.at
    assert place is not None
    return [a for a in found.attributions if any(s[0] <= place.start and place.end <= s[1] for s in a.content)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_fact_within_what_someone_says_has_that_source(name: str) -> None:
    """Its place lies in the content of attributions, and one of these is by its source."""
    found = _found(name)
    assert found.files is not None
    held = [(fact, _holders(fact, found)) for _, fact in found.files.facts()]
    assert [fact.text for fact, by in held if by and fact.source not in {a.actor for a in by}] == []
    assert any(by for _, by in held)


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_said_is_never_the_articles_own(name: str) -> None:
    """No line with the article as its source prints what someone says."""
    found = _found(name)
    assert found.files is not None
    own = [fact.text for _, fact in found.files.facts() if fact.source == "article"]
    assert [line for line in own for words in SAID[name] if words in line] == []


@pytest.mark.parametrize("name", OWN)
def test_what_the_article_tells_itself_stays_its_own(name: str) -> None:
    """A plain statement beside what others say keeps the article as its source."""
    found = _found(name)
    assert found.files is not None
    assert OWN[name] in [fact.text for _, fact in found.files.facts() if fact.source == "article"]
