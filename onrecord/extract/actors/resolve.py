"""From the words of a source to the actor they mean; None where that is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.reading import Reading, span_of
from onrecord.model import FoundAttribution, Span

from .kinds import listed, split_title
from .pronouns import PRONOUNS, antecedent
from .stage import Player
from .together import parts_of, together, widened
from .unnamed import is_definite, is_person_noun, newcomer, pointed_at


@dataclass
class Resolver:
    """Walks through the attributions in text order and remembers who spoke."""

    reading: Reading
    players: list[Player]
    spoken: list[tuple[int, Player]] = field(default_factory=list)
    """Each cue's place with the actor it was given to, in order."""

    def resolve(self, attribution: FoundAttribution) -> tuple[Player | None, Player | None]:
        """The actor and the relay of an attribution."""
        actor = self.actor_of(attribution.source)
        relay = self.actor_of(attribution.relay)
        if actor is not None:
            actor.speaks = True
            self.spoken.append((attribution.cue[0].start, actor))
        if relay is not None:
            relay.speaks = True
        return actor, relay

    def actor_of(self, spans: Sequence[Span]) -> Player | None:
        """Whom the words of a source mean."""
        words = self.reading.tokens(spans[0]) if spans else None
        if words is None:
            return None
        if len(words) > 1 and words[-1].tag_ in {"WP", "WDT"}:
            words = words[:-1]
        words = widened(words)
        parts = parts_of(words, self.players)
        return self._joined(words, parts) if len(parts) > 1 else self._single(words)

    def _single(self, words: Tokens) -> Player | None:
        if len(words) == 1 and words[0].lower_ in PRONOUNS:
            return antecedent(self.reading, words[0], self.players, self.spoken) or self._subject_before(words[0])
        return self._named(words) or self._described(words)

    def _named(self, words: Tokens) -> Player | None:
        """The player whose name is the head of the words, or owns the document that is."""
        # Of a part that the parser saw inside another noun, the root is just its first word.
        head = words.root if words.root.pos_ != "DET" else words[-1]
        if head.lemma_.lower() in listed("documents") and head.pos_ == "NOUN":
            return self._owner(words, head)
        return self._at(head) or self._bearer(words, head)

    def _bearer(self, words: Tokens, head: Token) -> Player | None:
        """Who bears a description: `a spokesman, Ana Ruiz`, `the mayor of Oslo, Ana Ruiz,`."""
        bearer = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if bearer is not None:
            return self._at(bearer)
        if not is_person_noun(head):
            return None
        place = span_of(words)
        behind = [p for p in self.players if p.kind == "person" and any(self._is_behind(place, m) for m in p.mentions)]
        return behind[0] if len(behind) == 1 else None

    def _is_behind(self, place: Span, mention: Span) -> bool:
        """Whether a name ends the words, or stands right behind them with only a comma and a title between."""
        text = self.reading.article.text
        if place.holds(mention):
            return mention.end == place.end and "," in text[place.start : mention.start]
        between = text[place.end : mention.start] if mention.start >= place.end else "."
        words = between.lstrip(",").split()
        after = text[mention.end : mention.end + 1]
        return between.startswith(", ") and split_title([*words, "x"])[1] == ["x"] and after in {",", ".", " "}

    def _at(self, token: Token) -> Player | None:
        place = span_of(token)
        return next((p for p in self.players if any(m.overlaps(place) for m in p.mentions)), None)

    def _owner(self, words: Tokens, head: Token) -> Player | None:
        """`The ministry statement`, `a report by the institute`, `its report`: the words are the owner's."""
        for token in words:
            if token.dep_ in {"poss", "compound", "nmod"} and token.head == head:
                return self._at(token) or (
                    antecedent(self.reading, token, self.players, self.spoken) if token.lower_ in PRONOUNS else None
                )
            if token.dep_ == "pobj" and token.head.lower_ in {"by", "from"} and token.head.head == head:
                return self._at(token)
        return None

    def _described(self, words: Tokens) -> Player | None:
        """A source without a name: one that was met before, or a new one."""
        if is_definite(words) and (known := pointed_at(words, self.players)):
            known.mention(span_of(words))
            return known
        if words.root.pos_ not in {"NOUN", "PROPN"}:
            return None
        player = newcomer(words)
        if player is None:
            return None
        same = next((p for p in self.players if player.kind == "group" == p.kind and p.name == player.name), None)
        if same is not None:
            same.mention(span_of(words))
            return same
        self.players.append(player)
        return player

    def _subject_before(self, pronoun: Token) -> Player | None:
        """People without a name that the sentence before is about: "Activists met. They said ..."."""
        start = pronoun.sent.start
        if start == 0 or pronoun.lower_ not in {"he", "she", "they"}:
            return None
        here, before = self.reading.sentence_of(pronoun), self.reading.sentence_of(pronoun.doc[start - 1])
        if here is None or before is None or here.paragraph != before.paragraph:
            return None
        sentence = pronoun.doc[start - 1].sent
        chunk = next((c for c in sentence.noun_chunks if c.root.dep_ == "nsubj" and c.root.head.dep_ == "ROOT"), None)
        plural = chunk is not None and chunk.root.tag_ == "NNS"
        if chunk is None or not is_person_noun(chunk.root) or plural != (pronoun.lower_ == "they"):
            return None
        return self._described(chunk)

    def _joined(self, words: Tokens, parts: Sequence[Tokens]) -> Player | None:
        """Several sources in one: their group; people under one description are a group as they stand."""
        named = any(self._at(t) and t.pos_ == "PROPN" for t in words)
        plain = newcomer(words) if not named and all(p.root.tag_ == "NNS" for p in parts) else None
        if plain is not None:
            plain.kind, plain.plural = ("group" if plain.kind != "unnamed" else "unnamed"), True
            self.players.append(plain)
            return plain
        members = [self._single(part) for part in parts]
        if not all(members):
            return None
        group = together([m for m in members if m], words, self.players)
        if group is not None and group not in self.players:
            self.players.append(group)
        return group
