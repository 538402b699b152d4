"""From the words of a source to the actor they mean; None where that is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.gazetteer import country_of
from onrecord.extract.reading import span_of
from onrecord.model import FoundAttribution, Span

from .bounds import POSTNOMINALS
from .descriptions import is_definite, led_back
from .kinds import is_plural, listed, noun_of, split_title
from .pronouns import FIRST, PRONOUNS, antecedent
from .scene import Scene
from .stage import Player
from .states import is_people
from .together import parts_of, together, widened
from .unnamed import is_person_noun, newcomer, same_words

_PEOPLE = ("ish", "ch", "ese", "ss")
"""Endings of adjectives that mean all of a people behind "the"."""


@dataclass
class Resolver:
    """Walks through the attributions in text order and remembers who spoke."""

    scene: Scene
    attributions: Sequence[FoundAttribution]
    idle: list[Player] = field(default_factory=list)
    """States that the article names and that do nothing, until one of them is a source."""
    done: dict[int, Player | None] = field(default_factory=dict)
    """Attributions by number, with the actor they were given to."""
    became: dict[int, Player] = field(default_factory=dict)
    """Sources without a name who were named later, by what they were."""

    def resolve(self, number: int) -> tuple[Player | None, Player | None]:
        """The actor and the relay of an attribution."""
        attribution = self.attributions[number]
        actor = self._actor(number)
        relay = self._actor_of(attribution.relay)
        if relay is not None:
            relay.speaks = True
        return actor, relay

    def _actor(self, number: int) -> Player | None:
        if number in self.done:
            return self.done[number]
        self.done[number] = None
        attribution = self.attributions[number]
        actor = self._actor_of(attribution.source)
        self.done[number] = actor
        if actor is not None:
            actor.speaks = True
            if not self._is_paper(attribution.source):
                self.scene.spoken.append((attribution.cue[0].start, actor))
        return actor

    def _is_paper(self, spans: Sequence[Span]) -> bool:
        """Whether it is somebody's survey or report that speaks: who made it is not who "it" means next."""
        words = self.scene.reading.tokens(spans[0]) if spans else None
        return words is not None and words.root.pos_ == "NOUN" and noun_of(words.root) in listed("documents")

    def _actor_of(self, spans: Sequence[Span]) -> Player | None:
        """Whom the words of a source mean."""
        words = self.scene.reading.tokens(spans[0]) if spans else None
        if words is None:
            return None
        if len(words) > 1 and words[-1].tag_ in {"WP", "WDT"}:
            words = words[:-1]
        words = widened(words)
        parts = parts_of(words, self.scene.players)
        return self._joined(words, parts) if len(parts) > 1 else self._single(words)

    def _single(self, words: Tokens) -> Player | None:
        if len(words) == 1 and words[0].lower_ in PRONOUNS:
            return self._pronoun(words[0])
        place = span_of(words)
        whole = next((p for p in self.scene.players if place in p.mentions), None)
        return whole or self._named(words) or self._described(words)

    def _pronoun(self, token: Token) -> Player | None:
        if token.lower_ in FIRST:
            return self._quoted_speaker(token)
        if token.tag_ in {"WP", "WDT"}:
            return self._of_clause(token)
        if token.lower_ in {"he", "she"} and self._follows_nobody(token):
            return None
        return self._subject_before(token) or antecedent(self.scene, token)

    def _follows_nobody(self, token: Token) -> bool:
        """Whether a name that means nobody for sure spoke right before: "he added" then is that one, and no other."""
        place = token.idx
        before = [n for n, a in enumerate(self.attributions) if a.source and a.cue[0].start < place and n in self.done]
        last = max(before, key=lambda n: self.attributions[n].cue[0].start, default=None)
        if last is None or self.done[last] is not None:
            return False
        source = self.attributions[last].source[0]
        words = self.scene.reading.tokens(source)
        near = self.scene.sentence(place) - self.scene.sentence(source.start) <= 2
        return near and words is not None and words.root.ent_type_ == "PERSON" and len(words) == 1

    def _quoted_speaker(self, token: Token) -> Player | None:
        """`I` and `we` inside someone's words are that someone."""
        place = span_of(token)
        around = [
            (sum(c.end - c.start for c in a.content), n)
            for n, a in enumerate(self.attributions)
            if a.kind != "indirect" and any(c.holds(place) for c in a.content) and place not in a.source
        ]
        return self._actor(min(around)[1]) if around else None

    def _of_clause(self, token: Token) -> Player | None:
        """`Who`: the noun that its clause belongs to."""
        verb = token.head
        if verb.dep_ != "relcl" or verb.head.pos_ not in {"NOUN", "PROPN"}:
            return None
        noun = verb.head
        return self._single(noun.doc[noun.left_edge.i : noun.i + 1])

    def _named(self, words: Tokens) -> Player | None:
        """The player whose name is the head of the words, or owns the document that is."""
        # Of a part that the parser saw inside another noun, the root is just its first word.
        head = words.root if words.root.pos_ != "DET" else words[-1]
        while head.text in POSTNOMINALS and head.i > words.start:
            head = head.nbor(-1)
        if noun_of(head) in listed("documents") and head.pos_ == "NOUN":
            return self._owner(words, head)
        return self._at(head) or self._bearer(words, head) or self._land(words, head)

    def _land(self, words: Tokens, head: Token) -> Player | None:
        """A country that is named only here as one who acts, or by its people: "the British"."""
        name = words.text.rstrip(" ,")
        people = len(words) == 2 and words[0].lower_ == "the" and name.endswith(_PEOPLE)
        country = country_of(name) if people or (head.pos_ == "PROPN" and not is_people(name)) else None
        return self._state(country, words) if country else None

    def _bearer(self, words: Tokens, head: Token) -> Player | None:
        """Who bears a description: `a spokesman, Ana Ruiz`, `the mayor of Oslo, Ana Ruiz,`."""
        bearer = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        if bearer is not None and (head.tag_ in {"NNS", "NNPS"} or list(bearer.conjuncts)):
            return self._bearers(words, head)
        if bearer is not None:
            found = self._at(bearer)
            self._name(words, found)
            return found if found is None or found.kind != "person" or is_person_noun(head) else None
        if not is_person_noun(head) or is_plural(head):
            return None
        place, players = span_of(words), self.scene.players
        behind = [p for p in players if p.kind == "person" and any(self._is_behind(place, m) for m in p.mentions)]
        return behind[0] if len(behind) == 1 else None

    def _name(self, words: Tokens, found: Player | None) -> None:
        """`A spokesman said ... the spokesman, Ana Ruiz, added`: the only one without a name has one now."""
        noun = noun_of(words.root)
        if found is None or found.kind != "person" or not is_definite(words):
            return
        told = [p for p in self.scene.players if not p.names and not p.plural and p.kind in {"unnamed", "person"}]
        told = [p for p in told if noun in p.heads and self.scene.before(p, words.start_char)]
        rivals = [p for p in self.scene.players if p.names and noun in p.heads and p is not found]
        if len(told) == 1 and not rivals and not told[0].anonymity:
            for mention in told[0].mentions:
                found.mention(mention)
            found.role, found.affiliation = found.role or told[0].name, found.affiliation or told[0].affiliation
            self.became[id(told[0])] = found
            self.scene.players.remove(told[0])

    def _bearers(self, words: Tokens, head: Token) -> Player | None:
        """`Two lawmakers, Ana Ruiz of Oslo and Kari Lund,` are both of them; one name does not make several people."""
        last = max(t.idx + len(t) for t in head.subtree)
        people = [p for p in self.scene.players if p.kind == "person" and p.names]
        named = [p for p in people if any(words.end_char <= m.start and m.end <= last for m in p.mentions)]
        named.sort(key=lambda p: min(m.start for m in p.mentions))
        group = together(named, words, self.scene.players) if len(named) > 1 else None
        if group is not None and group not in self.scene.players:
            self.scene.players.append(group)
        return group

    def _is_behind(self, place: Span, mention: Span) -> bool:
        """Whether a name ends the words, or stands right behind them with only a comma and a title between."""
        text = self.scene.reading.article.text
        if place.holds(mention):
            return mention.end == place.end and "," in text[place.start : mention.start]
        between = text[place.end : mention.start] if mention.start >= place.end else "."
        words = between.lstrip(",").split()
        if between == " " and not split_title([*words, "x"])[0]:
            return True
        after = text[mention.end : mention.end + 1]
        return between.startswith(", ") and split_title([*words, "x"])[1] == ["x"] and after in {",", ".", " "}

    def _at(self, token: Token) -> Player | None:
        place, players = span_of(token), self.scene.players
        found = [(m.end - m.start, n) for n, p in enumerate(players) for m in p.mentions if m.overlaps(place)]
        return players[min(found)[1]] if found else None

    def _owner(self, words: Tokens, head: Token) -> Player | None:
        """`The ministry statement`, `a report by the institute`, `its report`: the words are the owner's."""
        for token in words:
            if token.dep_ in {"poss", "compound", "nmod"} and token.head == head:
                return self._at(token) or (self._pronoun(token) if token.lower_ in PRONOUNS else None)
            if token.dep_ == "pobj" and token.head.lower_ in {"by", "from"} and token.head.head == head:
                return self._at(token)
        return None

    def _described(self, words: Tokens) -> Player | None:
        """A source without a name: one that was met before, or a new one."""
        if (known := led_back(words, self.scene)) is not None:
            known.mention(span_of(words))
            known.learn(words)
            return known
        if words.root.pos_ not in {"NOUN", "PROPN"}:
            return None
        owner = self._pronoun(words[0]) if words[0].tag_ == "PRP$" else None
        player = newcomer(words, owner=owner, body=self._body_of(words))
        if player is None:
            return None
        if player.country and player.kind == "government" and words.root.lower_ == "government":
            return self._state(player.country, words)
        same = same_words(player, self.scene.players)
        if same is not None:
            same.mention(span_of(words))
            return same
        self.scene.players.append(player)
        return player

    def _state(self, country: str, words: Tokens) -> Player:
        """`The Danish government` is Denmark."""
        states = (p for p in self.scene.players if p.kind == "government" and p.name == country)
        state = next(states, None)
        if state is None:
            idle = (p for p in self.idle if p.name == country)
            state = next(idle, None) or Player(country, "government", country=country)
            self.scene.players.append(state)
        end = words.root.i + 1
        start = next(t.i for t in words if t.lower_ not in {"the", "a", "an"})
        if start < end - 1:
            state.alias(words.doc[start:end].text)
        state.mention(span_of(words))
        return state

    def _body_of(self, words: Tokens) -> Player | None:
        """The body that a description names as the one it belongs to: "a spokesman for the Port Authority"."""
        place = span_of(words)
        bodies = [p for p in self.scene.players if p.kind not in {"person", "unnamed", "group", "document"}]
        inside = [p for p in bodies if p.names and any(place.holds(m) for m in p.mentions)]
        return inside[0] if len(inside) == 1 else None

    def _subject_before(self, pronoun: Token) -> Player | None:
        """Someone without a name that the sentence before brings in: "A clerk came. He said ..."."""
        start = pronoun.sent.start
        if start == 0 or pronoun.lower_ not in {"he", "she", "they"}:
            return None
        reading = self.scene.reading
        here, before = reading.sentence_of(pronoun), reading.sentence_of(pronoun.doc[start - 1])
        if here is None or before is None or here.paragraph != before.paragraph:
            return None
        sentence = pronoun.doc[start - 1].sent
        chunk = next((c for c in sentence.noun_chunks if c.root.dep_ == "nsubj" and c.root.head.dep_ == "ROOT"), None)
        plural = chunk is not None and chunk.root.tag_ == "NNS"
        if chunk is None or not is_person_noun(chunk.root) or plural != (pronoun.lower_ == "they"):
            return None
        return self._single(chunk)

    def _joined(self, words: Tokens, parts: Sequence[Tokens]) -> Player | None:
        """Several sources in one: their group; people under one description are a group as they stand."""
        named = any(self._at(t) and t.pos_ == "PROPN" for t in words)
        plain = newcomer(words) if not named and all(p.root.tag_ == "NNS" for p in parts) else None
        if plain is not None:
            plain.kind, plain.plural = ("group" if plain.kind != "unnamed" else "unnamed"), True
            self.scene.players.append(plain)
            return plain
        members = [self._single(part) for part in parts]
        if not all(members):
            return None
        group = together([m for m in members if m], words, self.scene.players)
        if group is not None and group not in self.scene.players:
            self.scene.players.append(group)
        return group
