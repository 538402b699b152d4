"""The server of the private page: what it lets in, what it answers, and that nothing else is ever written."""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Refusal
from onrecord.reviewing import Reviewer, Server, serve_review
from tests.reviewing.bridge import Town, lay


@dataclass
class Visit:
    """The server, and requests to it that carry what a browser would send from the page."""

    town: Town
    server: Server

    @property
    def own(self) -> dict[str, str]:
        """The headers of the page's own script."""
        gate = self.server.gate
        origin = f"http://127.0.0.1:{gate.port}"
        return {"Origin": origin, "X-OnRecord-Key": gate.key, "Content-Type": "application/json"}

    def ask(
        self, method: str, path: str, body: str | bytes | None = None, **headers: str
    ) -> tuple[int, http.client.HTTPMessage, str]:
        """Status, headers and text of an answer."""
        line = http.client.HTTPConnection("127.0.0.1", self.server.gate.port, timeout=10)
        line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        got = answer.status, answer.headers, answer.read().decode("utf-8")
        line.close()
        return got

    def page(self) -> str:
        """The page as somebody with the cookie sees it."""
        gate = self.server.gate
        status, _, text = self.ask("GET", "/", Cookie=f"{gate.cookie}={gate.key}")
        assert status == 200
        return text

    def post(self, path: str, **values: Any) -> tuple[int, dict[str, Any]]:
        """What the page's script is told."""
        status, _, text = self.ask("POST", path, json.dumps(values), **self.own)
        return status, json.loads(text)

    def version(self, record: str) -> str:
        """The version of a record that the page shows."""
        found = re.search(f'data-record="{record}" data-version="([0-9a-f]+)"', self.page())
        assert found, record
        return found[1]


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[Visit]:
    town = lay(tmp_path)
    with Server(town.desk, Reviewer(tmp_path / "build" / "reviewer.txt", "jm"), 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield Visit(town, server)
        server.shutdown()
        thread.join()


def test_the_key_in_the_address_becomes_a_cookie(visit: Visit) -> None:
    """It does not stay in the address line, and no script and no other site gets the cookie."""
    address = visit.server.address
    status, headers, _ = visit.ask("GET", address.partition("/?")[1] + address.partition("/?")[2])
    assert (status, headers["Location"]) == (303, "/")
    gate = visit.server.gate
    assert headers["Set-Cookie"] == f"{gate.cookie}={gate.key}; Path=/; HttpOnly; SameSite=Strict"
    assert "The bridge over the Moss was closed" in visit.page()


@pytest.mark.parametrize("path", ["/", "/?key=wrong", "/?key=", "/page", "/?key=%ff", "/../events.yaml"])
def test_without_the_key_nothing_can_be_read(visit: Visit, path: str) -> None:
    """Neither the article nor whether a page exists."""
    status, _, text = visit.ask("GET", path)
    assert status == 403
    assert text == ("not let in: the key is missing or of an earlier run: open the address that the terminal shows\n")


def test_a_name_of_another_host_is_refused_even_with_the_key(visit: Visit) -> None:
    """A page whose name was made to point to this machine gets nothing."""
    gate = visit.server.gate
    for path in ("/", f"/?key={gate.key}"):
        status, _, text = visit.ask("GET", path, Host="evil.example", Cookie=f"{gate.cookie}={gate.key}")
        assert (status, text) == (403, "not let in: this server does not answer to the name 'evil.example'\n")
    assert visit.ask("POST", "/undo", "{}", **visit.own, Host="evil.example")[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/content/bridge/events.yaml",
        "/../../content/bridge/events.yaml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/build/",
        "//etc",
    ],
)
def test_no_file_and_no_folder_is_served(visit: Visit, path: str) -> None:
    """There is one page; a path is never looked up on the disk."""
    gate = visit.server.gate
    status, _, text = visit.ask("GET", path, Cookie=f"{gate.cookie}={gate.key}")
    assert (status, text) == (404, "there is no such page\n")


def test_the_page_is_kept_to_itself(visit: Visit) -> None:
    """Nothing from elsewhere in it, not in anybody's frame, kept nowhere."""
    gate = visit.server.gate
    _, headers, text = visit.ask("GET", "/", Cookie=f"{gate.cookie}={gate.key}")
    policy = headers["Content-Security-Policy"]
    nonce = re.search(r"script-src 'nonce-([\w-]+)'", policy)
    assert nonce
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert headers["Cache-Control"] == "no-store"
    assert re.findall("^<(?:script|style).*", text, re.MULTILINE) == [
        f'<{tag} nonce="{nonce[1]}">' for tag in ("style", "script")
    ]
    assert "https://" not in text.replace("http://127.0.0.1", "")
    assert " style=" not in text


def test_a_nonce_and_a_key_are_never_used_twice(visit: Visit, tmp_path: Path) -> None:
    """Each answer has a nonce of its own, each run a key."""
    assert len({re.findall('nonce="([^"]+)"', visit.page())[0] for _ in range(3)}) == 3
    with Server(visit.town.desk, Reviewer(tmp_path / "name", "jm"), 0) as other:
        assert other.gate.key != visit.server.gate.key


def test_the_page_can_confirm_and_undo(visit: Visit) -> None:
    """The file has the line, then its old bytes; the page shows both."""
    before, seen = visit.town.all(), visit.version("events/buses")
    assert visit.post("/confirm", record="events/buses", version=seen) == (
        200,
        {"done": True, "said": "buses confirmed", "record": "events/buses"},
    )
    assert "    reviewed: {by: jm, on: 2026-11-22}\n" in visit.town.read("events")
    assert "reviewed by jm, 2026-11-22" in visit.page()
    assert visit.post("/undo") == (
        200,
        {"done": True, "said": "undone: buses confirmed", "record": "events/buses"},
    )
    assert visit.town.all() == before


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_post_can_write(visit: Visit, method: str) -> None:
    """A link, an image or a prefetch changes nothing."""
    seen, before = visit.version("events/buses"), visit.town.all()
    path = f"/confirm?record=events/buses&version={seen}&key={visit.server.gate.key}"
    assert visit.ask(method, path, **visit.own)[0] in (404, 405)
    assert visit.town.all() == before


@pytest.mark.parametrize(
    "changed",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"X-OnRecord-Key": "wrong"},
        {"X-OnRecord-Key": ""},
    ],
)
def test_another_page_cannot_write(visit: Visit, changed: dict[str, str]) -> None:
    """Even with the cookie of somebody who has our page open."""
    seen, before, gate = visit.version("events/buses"), visit.town.all(), visit.server.gate
    body = json.dumps({"record": "events/buses", "version": seen})
    told = {**visit.own, **changed, "Cookie": f"{gate.cookie}={gate.key}"}
    assert visit.ask("POST", "/confirm", body, **told)[0] == 403
    assert visit.town.all() == before


@pytest.mark.parametrize(
    ("body", "changed", "status"),
    [
        ("x" * 70_000, {}, 413),
        ("{", {}, 400),
        ("[]", {}, 400),
        ("{}", {"Content-Type": "text/plain"}, 400),
        ("{}", {"Content-Type": "application/x-www-form-urlencoded"}, 400),
        ("{}", {"Content-Length": "-1"}, 400),
        ("[" * 60_000, {}, 400),
        (b"\xff\xfe", {}, 400),
        ("{}", {}, 400),
        ('{"record": 4, "version": []}', {}, 400),
    ],
)
def test_what_the_page_would_never_send_is_refused(
    visit: Visit, body: str | bytes, changed: dict[str, str], status: int
) -> None:
    """Too long, no JSON, no object, keys missing: an answer, never an error."""
    before = visit.town.all()
    assert visit.ask("POST", "/confirm", body, **{**visit.own, **changed})[0] == status
    assert visit.town.all() == before


def test_a_stale_page_is_told_and_nothing_is_written(visit: Visit) -> None:
    """The record changed in an editor after the page was shown."""
    seen, path = visit.version("events/buses"), visit.town.folder / "events.yaml"
    path.write_text(visit.town.read("events").replace("value: 40", "value: 14"), encoding="utf-8")
    before = visit.town.all()
    status, told = visit.post("/confirm", record="events/buses", version=seen)
    assert status == 409
    assert told["said"] == "buses has changed in events.yaml since this page showed it; nothing was written"
    assert visit.town.all() == before


def test_an_edit_shows_at_the_next_look_and_a_broken_file_says_what_to_mend(visit: Visit) -> None:
    """The page is made anew each time; while the files cannot be read, it holds the problems."""
    path = visit.town.folder / "events.yaml"
    text = visit.town.read("events")
    path.write_text(text.replace("About 40 buses take", "Some 40 buses take"), encoding="utf-8")
    assert "Some 40 buses take another way." in visit.page()
    path.write_text(text.replace("certainty: hedged", "certainty: sure"), encoding="utf-8")
    broken = visit.page()
    assert "&#39;sure&#39; is not allowed here" in broken
    assert "Nobody was hurt" not in broken
    path.write_text(text, encoding="utf-8")
    assert "About 40 buses take another way." in visit.page()


def test_a_reviewer_without_a_name_is_asked_once(visit: Visit) -> None:
    """The name is kept for the next run; until there is one nothing is confirmed."""
    reviewer, seen = visit.server.reviewer, visit.version("events/buses")
    reviewer.name = None
    status, told = visit.post("/confirm", record="events/buses", version=seen)
    assert (status, told["said"]) == (400, "nobody has said who is reviewing; nothing was written")
    for empty in ("", "  ", "x" * 61, "a\x07b"):
        assert visit.post("/who", by=empty)[0] == 400
    assert visit.post("/who", by=" Ana  Ruiz ") == (
        200,
        {"done": True, "said": "reviewing as Ana Ruiz", "by": "Ana Ruiz"},
    )
    assert Reviewer.at(visit.town.folder, reviewer.kept).name == "Ana Ruiz"
    assert visit.post("/confirm", record="events/buses", version=seen)[0] == 200
    assert "reviewed: {by: Ana Ruiz, on: 2026-11-22}" in visit.town.read("events")


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    """With the mend, and without a traceback."""
    town = lay(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Refusal) as refused:
            serve_review(town.desk, Reviewer(tmp_path / "name"), port=port, tell=lambda _: None)
    assert refused.value.problems[0].explain() == (
        f"review: port {port} cannot be used: address already in use\n"
        "  choose another one, or leave --port out to take any that is free"
    )
