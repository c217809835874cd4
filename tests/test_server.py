"""What is served on loopback: the packaged SPARQL server, read-only, and pages with the shipped questions."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request

import pytest
from graph.errors import StoreError, UsageError
from graph.ontology import load
from graph.queries import run, shipped_queries
from graph.server import LOOPBACK, Ports, serving
from graph.server.engine import running
from graph.stores import open_store

from shell import newsgraph, start

pytestmark = [pytest.mark.store, pytest.mark.model]
ANY = Ports(0, 0)
SHIPPED = shipped_queries(load().queries_folder)


@pytest.fixture(scope="module")
def site(built):
    with serving(built, ANY) as served:
        thread = threading.Thread(target=served.serve_forever)
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def fetch(url, data=None, **headers):
    request = urllib.request.Request(url, data, headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def page(site, path, **parameters):
    return fetch(site.url + path + ("?" + urllib.parse.urlencode(parameters) if parameters else ""))


def test_programs_ask_over_http_and_see_all_graphs(site, built):
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    asked = urllib.parse.urlencode({"query": text}).encode()
    _, _, body = fetch(f"{site.endpoint}/query", asked, Accept="application/sparql-results+json")
    (found,) = json.loads(body)["results"]["bindings"]
    assert run(open_store(built), text).rows[0][0] == found["n"]["value"]


@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [
        ("POST", "/update", "application/sparql-update"),
        ("PUT", "/store?graph=http://example.org/g", "text/turtle"),
        ("DELETE", "/store?graph=http://example.org/g", "text/turtle"),
    ],
)
def test_nobody_can_write(site, built, method, path, kind):
    before = len(open_store(built))
    request = urllib.request.Request(site.endpoint + path, b"CLEAR ALL", {"Content-Type": kind}, method=method)
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request)
    assert before == len(open_store(built))


def test_the_start_page_offers_every_question_and_the_graph(site, built):
    status, headers, html = page(site, "")
    assert (200, "text/html; charset=utf-8") == (status, headers["Content-Type"])
    assert all(query.question in html and f'action="/ask/{name}"' in html for name, query in SHIPPED.items())
    assert all(f'name="{parameter.name}"' in html for query in SHIPPED.values() for parameter in query.parameters)
    assert f'href="{site.endpoint}/"' in html
    assert (built / "graph.html").read_text(encoding="utf-8") == page(site, "graph.html")[2]


def test_the_query_page_of_the_server_is_there_without_the_network(site):
    _, headers, html = fetch(f"{site.endpoint}/")
    assert "text/html" == headers["Content-Type"]
    assert "yasgui" in html.casefold()
    assert "http" not in "".join(part for part in html.split('"') if part.startswith("//"))


def test_a_question_is_answered_with_what_it_was_given(site):
    _, headers, html = page(site, "ask/events-of", actor="kataib hezbollah")
    assert SHIPPED["events-of"].question in html
    assert ">Airstrike<" in html
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "No answers." in page(site, "ask/events-of", actor="Nobody At All")[2]


def test_a_node_in_an_answer_leads_to_what_is_behind_it(site):
    _, _, html = page(site, "ask/timeline")
    target = html.partition('href="/about?')[2].partition('"')[0]
    status, _, behind = fetch(f"{site.url}about?{target}")
    assert 200 == status
    assert "The claims behind it" in behind


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><img src=x>', "' OR 1=1", '") } DELETE WHERE { ?s ?p ?o }'])
def test_what_was_typed_is_shown_as_text(site, words):
    for path, name in (("ask/events-of", "actor"), ("about", "node")):
        html = page(site, path, **{name: words})[2]
        assert not any(tag in html for tag in ("<script", "<img"))


@pytest.mark.parametrize(
    ("path", "status", "words"), [("nothing", 404, "no page"), ("ask/timelines", 400, "did you mean timeline")]
)
def test_a_page_that_is_not_there_says_so(site, path, status, words):
    assert (status, True) == ((answer := page(site, path))[0], words in answer[2])


def test_another_name_for_this_machine_is_not_answered(site):
    assert 403 == fetch(site.url, Host="evil.example:80")[0]


# ------------------------------------------------------------------------------------------------------ what goes wrong
@pytest.mark.parametrize("which", ["sparql", "pages"])
def test_a_taken_port_is_named_with_the_way_out(built, which):
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        port = taken.getsockname()[1]
        ports = Ports(**{"sparql": 0, "pages": 0, which: port})
        with pytest.raises(StoreError, match=rf"port {port} .* name another with --"), serving(built, ports):
            pass


def test_another_program_at_the_port_is_not_taken_for_the_server(built):
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        with (
            pytest.raises(StoreError, match="did not start: Address already in use"),
            running(built / "store", LOOPBACK, other.getsockname()[1]),
        ):
            pass


def test_what_is_no_port_is_a_usage_error(built):
    with pytest.raises(UsageError, match="is no port"), serving(built, Ports(70000, 0)):
        pass


def test_a_store_that_is_not_there_says_how_to_build_one(tmp_path):
    with pytest.raises(StoreError, match="newsgraph build FOLDER -o"), serving(tmp_path, ANY):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="files are not locked there")
def test_a_store_that_is_being_written_is_locked(tmp_path):
    script = "import sys, pyoxigraph; s = pyoxigraph.Store(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(tmp_path / "store")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        writer.stdout.readline()
        with pytest.raises(StoreError, match="is locked: another program is writing it"), serving(tmp_path, ANY):
            pass
        writer.stdin.close()


# ---------------------------------------------------------------------------------------------------------- the command
def test_serve_tells_its_addresses_and_ends_when_it_is_told_to(built):
    command = start("serve", built, "--port", "0", "--page-port", "0")
    told = dict(line.split() for line in (command.stdout.readline(), command.stdout.readline()))
    assert 200 == fetch(told["questions"])[0]
    asked = f"{told['SPARQL']}?{urllib.parse.urlencode({'query': 'ASK {}'})}"
    assert json.loads(fetch(asked, Accept="application/sparql-results+json")[2])["boolean"]
    command.send_signal(signal.SIGTERM)
    _, talk = command.communicate(timeout=60)
    assert (0, "read-only, for this machine alone; Ctrl-C ends it\n") == (command.returncode, talk)
    with pytest.raises(urllib.error.URLError):
        fetch(asked)


def test_serve_without_a_store_fails_in_one_line(tmp_path):
    done = newsgraph("serve", tmp_path)
    assert (1, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))
