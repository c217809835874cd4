"""Requests of a browser on this machine in, pages out."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from .pages import Page, Pages

LOCAL_NAMES = ("127.0.0.1", "localhost")
STRICT = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


class Site(ThreadingHTTPServer):
    """Answers until it is shut down."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], pages: Pages) -> None:
        super().__init__(address, _Visitor)
        self.pages = pages

    @property
    def endpoint(self) -> str:
        """Where the SPARQL server beside it is."""
        return self.pages.endpoint

    @property
    def url(self) -> str:
        return f"http://{self.server_address[0]!s}:{self.server_port}/"


class _Visitor(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        """A page of another site cannot read ours under a name of its own: only names of this machine are answered."""
        if (self.headers.get("Host") or "").rpartition(":")[0] not in LOCAL_NAMES:
            self._send(Page("only this machine is answered", 403))
            return
        asked = urlsplit(self.path)
        self._send(self.server.pages.page(asked.path, dict(parse_qsl(asked.query, keep_blank_values=True))))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Nothing: stderr is for what goes wrong."""

    def _send(self, page: Page) -> None:
        body = page.html.encode("utf-8")
        self.send_response(page.status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        if not page.scripted:
            self.send_header("Content-Security-Policy", STRICT)
        self.end_headers()
        self.wfile.write(body)
