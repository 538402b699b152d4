"""The private page on this machine's own address: read by who has the key, written by the page itself."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from onrecord.model import Problem, Refusal
from onrecord.pages.review import Live

from .answers import Answer, answer
from .desk import Desk
from .gate import Gate
from .marks import Stale
from .reviewer import Reviewer

BODY_LIMIT = 64 * 1024
"""Bytes that a write may have: the longest correction is a few lines."""
PATIENCE = 10.0
"""Seconds that a request may take to arrive."""


def serve_review(desk: Desk, reviewer: Reviewer, *, port: int, tell: Callable[[str], None]) -> None:
    """Serve the page on 127.0.0.1 until interrupted; `tell` gets its address. Port 0 = any that is free.

    Raises Refusal when the port is taken.
    """
    with _bound(desk, reviewer, port) as server:
        tell(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            tell("\nstopped; everything that was confirmed is in the files")


def _bound(desk: Desk, reviewer: Reviewer, port: int) -> Server:
    try:
        return Server(desk, reviewer, port)
    except OSError as error:
        said = f"port {port} cannot be used: {(error.strerror or 'no reason given').lower()}"
        mend = "choose another one, or leave --port out to take any that is free"
        raise Refusal([Problem("review", 0, 0, said, mend)]) from error


class Server(ThreadingHTTPServer):
    """One dossier's page on a port of the loopback address, with a key of its own."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"
    """So that a port can be used again at once. Elsewhere it would let two servers share one."""

    def __init__(self, desk: Desk, reviewer: Reviewer, port: int) -> None:
        super().__init__(("127.0.0.1", port), partial(_Handler, self))
        self.desk, self.reviewer = desk, reviewer
        self.gate = Gate(secrets.token_urlsafe(24), self.server_address[1])

    @property
    def address(self) -> str:
        """Where to open the page: the only place that the key is printed."""
        return f"http://127.0.0.1:{self.gate.port}/?key={self.gate.key}"

    def server_bind(self) -> None:
        """Bind without asking a name server what this machine is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]


class _Handler(BaseHTTPRequestHandler):
    """One request. Every answer is for this page alone and is never kept."""

    timeout = PATIENCE
    server_version, sys_version = "onrecord", ""

    def __init__(self, house: Server, *connection: Any) -> None:
        self.house = house
        self.nonce = secrets.token_urlsafe(16)
        super().__init__(*connection)

    def do_GET(self) -> None:
        """Trade the key in the address for a cookie, or show the page."""
        gate, asked = self.house.gate, urlsplit(self.path)
        key = parse_qs(asked.query).get("key", [""])[-1]
        if refused := gate.stranger(self.headers):
            self._refuse(refused)
        elif asked.path == "/" and key and gate.knows(key):
            self._send(HTTPStatus.SEE_OTHER, "", also=self._entered())
        elif refused := gate.reader(self.headers):
            self._refuse(refused)
        elif asked.path == "/":
            live = Live(gate.key, self.nonce, self.house.reviewer.name)
            self._send(HTTPStatus.OK, self.house.desk.page(live))
        elif asked.path == "/form":
            self._form(parse_qs(asked.query))
        else:
            self._say(HTTPStatus.NOT_FOUND, "there is no such page")

    def _form(self, asked: Mapping[str, list[str]]) -> None:
        """The form for a fact, or for a new one."""
        try:
            desk, start = self.house.desk, asked.get("start", [""])[-1]
            new = start.isascii() and start.isdecimal()
            form = desk.blank(int(start[:9])) if new else desk.form(asked.get("record", [""])[-1])
            self._send(HTTPStatus.OK, form)
        except (Stale, Refusal) as refused:
            self._say(HTTPStatus.CONFLICT, str(refused))

    def do_POST(self) -> None:
        """Do one thing that the page asks for."""
        gate = self.house.gate
        if refused := gate.stranger(self.headers) or gate.writer(self.headers):
            self._refuse(refused)
            return
        values = self._values()
        if values is None:
            return
        made = answer(urlsplit(self.path).path, values, desk=self.house.desk, reviewer=self.house.reviewer)
        self._json(made)

    def _other(self) -> None:
        refused = self.house.gate.stranger(self.headers) or self.house.gate.reader(self.headers)
        if refused:
            self._refuse(refused)
        else:
            self._say(HTTPStatus.METHOD_NOT_ALLOWED, "this page is read with GET and written with POST")

    do_HEAD = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _other  # noqa: N815

    def _values(self) -> Mapping[str, Any] | None:
        """What the page sent; None where that is nothing it would send, which has then been said."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get_content_type() != "application/json" or not length.isdecimal():
            self._say(HTTPStatus.BAD_REQUEST, "a write is JSON with its length")
            return None
        if int(length) > BODY_LIMIT:
            self._say(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {BODY_LIMIT // 1024} KB")
            return None
        try:
            values = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            values = None
        if not isinstance(values, dict):
            self._say(HTTPStatus.BAD_REQUEST, "a write is a JSON object")
            return None
        return values

    def _entered(self) -> dict[str, str]:
        gate = self.house.gate
        return {"Set-Cookie": f"{gate.cookie}={gate.key}; Path=/; HttpOnly; SameSite=Strict", "Location": "/"}

    def _refuse(self, why: str) -> None:
        self._say(HTTPStatus.FORBIDDEN, f"not let in: {why}")

    def _say(self, status: HTTPStatus, said: str) -> None:
        self._send(status, said + "\n", kind="text/plain; charset=utf-8")

    def _json(self, made: Answer) -> None:
        self._send(made.status, json.dumps(made.values, ensure_ascii=False), kind="application/json")

    def _send(
        self,
        status: HTTPStatus,
        text: str,
        *,
        kind: str = "text/html; charset=utf-8",
        also: Mapping[str, str] | None = None,
    ) -> None:
        data = text.encode("utf-8", "surrogatepass")
        self.send_response(status)
        for name, value in {**_guards(self.nonce), **(also or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for the address, which nobody should have to look for."""


def _guards(nonce: str) -> dict[str, str]:
    """What keeps the page to itself: nothing from elsewhere in it, nothing of it elsewhere, nothing kept."""
    own = f"'nonce-{nonce}'"
    policy = (
        f"default-src 'none'; script-src {own}; style-src {own}; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
