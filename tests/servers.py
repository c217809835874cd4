"""Real RDF servers on loopback for tests, started on folders of their own and stopped with the test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sysconfig
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

VIRTUOSO = shutil.which("virtuoso-t")
NO_VIRTUOSO = "no virtuoso-t; Debian's package virtuoso-opensource-7-bin brings it"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def oxigraph():
    scripts = Path(sysconfig.get_path("scripts")) / "oxigraph"
    return str(scripts) if scripts.is_file() else shutil.which("oxigraph")


@contextmanager
def oxigraph_server(folder):
    """An empty store that can be written."""
    port = free_port()
    command = [oxigraph(), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}/"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def virtuoso_server(folder):
    """An empty Virtuoso; dba's password is dba."""
    port, inner = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(
        f"""[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{inner}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 1000000
""",
        encoding="utf-8",
    )
    with running([VIRTUOSO, "-f", "+configfile", "virtuoso.ini"], f"http://127.0.0.1:{port}/sparql", cwd=folder):
        yield f"http://127.0.0.1:{port}/sparql"


@contextmanager
def running(command, address, cwd=None):
    talk = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=cwd, stdin=talk, stdout=talk, stderr=talk, env={**os.environ, "LC_ALL": "C"})
    try:
        wait(process, address)
        yield process
    finally:
        process.kill()
        process.wait()


def wait(process, address):
    while process.poll() is None:
        try:
            urllib.request.urlopen(address).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{process.args} ended with {process.returncode}")


@contextmanager
def in_front_of(server, decide):
    """A door before a real server: `decide(method, path, number)` gives a status to refuse with, or None to pass on."""

    class Door(BaseHTTPRequestHandler):
        def answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.server.count += 1
            status = decide(self.command, self.path, self.server.count)
            if status is not None:
                self.reply(status, {}, b"not now")
                return
            headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
            request = urllib.request.Request(server + self.path, body or None, headers, method=self.command)
            try:
                with urllib.request.urlopen(request) as found:
                    self.reply(found.status, found.headers, found.read())
            except urllib.error.HTTPError as error:
                self.reply(error.code, error.headers, error.read())

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815  # the names are http.server's

        def reply(self, status, headers, body):
            self.send_response(status)
            if "Content-Type" in headers:
                self.send_header("Content-Type", headers["Content-Type"])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as door:
        door.count = 0
        thread = threading.Thread(target=door.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{door.server_port}"
        door.shutdown()
        thread.join()
