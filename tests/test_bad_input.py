"""What is wrong with an article, a disk or a run is said in words, costs only itself, and leaves earlier output alone."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import time
from pathlib import Path

import pytest
from graph.pipeline import build
from graph.settings import Settings

from shell import newsgraph, start

GOOD = "The United States carried out an airstrike on Kataib Hezbollah in Iraq on Sunday. Iran denied any part in it."


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    made.mkdir()
    write(made, "good.txt", GOOD)
    return made


def built(folder, tmp_path, cache):
    return build([folder], tmp_path / "out", Settings(cache=str(cache), workers=1))


SKIPPED = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "is not text"),
    "report.pdf": (b"%PDF-1.7 ...", "PDF"),
    "numbers.txt": (b"1 2 3 4 5 6 7\n" * 20, "holds no words"),
    "german.txt": (
        ("Die Bundesregierung hat am Dienstag in Berlin beschlossen, die Hilfe für den Irak auszubauen. " * 6).encode(),
        "German",
    ),
    "broken.jsonl": (b'{"id": "j1", "text": "Iran denied it."}\n{"id": "j2", "text": \n', "line 2"),
}


@pytest.mark.model
@pytest.mark.parametrize("name", SKIPPED)
def test_a_bad_file_costs_only_itself_and_is_named(name, folder, tmp_path, cache):
    content, reason = SKIPPED[name]
    write(folder, name, content)
    report = built(folder, tmp_path, cache)
    assert report.counts["articles"] >= 1
    assert (3, 1) == (report.exit_code, len(report.skipped))
    assert name in report.skipped[0]
    assert reason in report.skipped[0]


@pytest.mark.model
def test_fifty_megabytes_of_text_are_skipped_and_say_which_setting_decides(folder, tmp_path, cache):
    write(folder, "archive.txt", (GOOD + "\n\n").encode() * (50_000_000 // (len(GOOD) + 2)))
    (skipped,) = built(folder, tmp_path, cache).skipped
    assert "archive.txt" in skipped
    assert "max_chars" in skipped


@pytest.mark.model
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(encoding, folder, tmp_path, cache):
    write(folder, "other.txt", "“Iran denied the attack,” said José Núñez in Baghdad on Tuesday.".encode(encoding))
    report = built(folder, tmp_path, cache)
    assert (2, ()) == (report.counts["articles"], report.skipped)


@pytest.mark.model
def test_the_same_text_twice_is_one_article_with_both_names(folder, tmp_path, cache):
    write(folder, "again.txt", GOOD)
    report = built(folder, tmp_path, cache)
    assert (1, 0) == (report.counts["articles"], report.exit_code)
    text = (report.out / "graph.trig").read_text(encoding="utf-8")
    assert "again" in text
    assert "good" in text


@pytest.mark.model
def test_two_articles_with_one_id_are_two_articles(folder, tmp_path, cache):
    records = [{"id": "a", "text": "Iran denied it on Sunday."}, {"id": "a", "text": "Iraq denied it on Monday."}]
    write(folder, "two.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    report = built(folder, tmp_path, cache)
    assert (3, 0) == (report.counts["articles"], report.exit_code)


@pytest.mark.model
def test_null_and_control_characters_do_no_harm(folder, tmp_path, cache):
    write(folder, "odd.txt", f"{GOOD} " * 5 + "\x00Iraq\x07 and Iran\x85 met\u2028 in Baghdad.\ufffe")
    report = built(folder, tmp_path, cache)
    assert (2, 0) == (report.counts["articles"], report.exit_code)
    assert report.conforms


@pytest.mark.model
def test_nothing_but_bad_files_is_an_error_that_names_them(tmp_path, cache):
    made = tmp_path / "articles"
    made.mkdir()
    write(made, "empty.txt", b"")
    done = newsgraph("build", made, "-o", tmp_path / "out", "--cache", cache)
    assert 1 == done.returncode
    assert "no article to read" in done.stderr
    assert "empty.txt: is empty" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.model
def test_skipped_articles_are_in_the_exit_code_and_on_stderr(folder, tmp_path, cache):
    write(folder, "empty.txt", b"")
    done = newsgraph("build", folder, "-o", tmp_path / "out", "--cache", cache)
    assert 3 == done.returncode
    assert "skipped empty.txt: is empty" in done.stderr
    assert "" == done.stdout
    assert ["empty.txt: is empty"] == json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))["skipped"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "missing"], 2, "no such file or folder"),
        (["build", "empty"], 1, "no articles in this folder"),
        (["extract", "missing.txt"], 2, "no such file or folder"),
        (["build", "good.txt", "--model", "nope"], 1, "python -m pip install nope"),
        (["build", "good.txt", "--settings", "nope.toml"], 2, "newsgraph init"),
        (["build", "good.txt", "-o", "good.txt"], 2, "is a file"),
        (["build", "good.txt", "--judgements", "nope.jsonl"], 2, "no such file"),
    ],
)
def test_a_wrong_command_says_what_to_do(arguments, code, words, tmp_path, cache):
    (tmp_path / "empty").mkdir()
    write(tmp_path, "good.txt", GOOD)
    done = newsgraph(*arguments, "--cache", cache, "-q", cwd=tmp_path)
    assert code == done.returncode
    assert words in done.stderr
    assert done.stderr.startswith("newsgraph: ")
    assert 1 == done.stderr.count("\n")
    assert {"empty", "good.txt"} == {path.name for path in tmp_path.iterdir()}


# ------------------------------------------------------------------------------------------------------------- the disk
def no_large_files():
    """Every file beyond 100 kB fails, as on a disk that is full; also for root."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


@pytest.mark.model
def test_a_full_disk_leaves_the_earlier_build_and_says_so(articles, cache, tmp_path):
    out = tmp_path / "out"
    build([articles], out, Settings(cache=str(cache), workers=1))
    before = (out / "graph.trig").read_bytes()
    done = newsgraph("build", articles, "-o", out, "--cache", cache, "-q", preexec_fn=no_large_files)
    assert 1 == done.returncode
    assert f"{out} cannot be written" in done.stderr
    assert "still stands" in done.stderr
    assert before == (out / "graph.trig").read_bytes()
    assert ["out"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.model
def test_a_full_disk_under_the_cache_says_which_option_moves_it(articles, tmp_path):
    done = newsgraph("build", articles, "-o", tmp_path / "out", "--cache", tmp_path / "c", "-q", preexec_fn=no_large_files)
    assert 1 == done.returncode
    assert "--cache" in done.stderr
    assert ["c"] == [path.name for path in tmp_path.iterdir()]


def test_an_output_below_a_file_is_named(tmp_path):
    write(tmp_path, "good.txt", GOOD)
    done = newsgraph("build", "good.txt", "-o", "good.txt/out", "-q", cwd=tmp_path)
    assert 1 == done.returncode
    assert "good.txt/out cannot be written" in done.stderr


# ------------------------------------------------------------------------------------------------------- interruptions
@pytest.fixture
def long_job(tmp_path):
    """Many seconds of reading for two processes."""
    made = tmp_path / "articles"
    made.mkdir()
    lines = [json.dumps({"id": f"a{n}", "text": f"Report {n}. " + " ".join([GOOD] * 12)}) for n in range(400)]
    write(made, "many.jsonl", "\n".join(lines))
    out = tmp_path / "out"
    out.mkdir()
    write(out, "build.json", "{}")
    return start("build", made, "-o", out, "--cache", tmp_path / "cache", "--workers", "2")


def rows(cache):
    with sqlite3.connect(cache / "extractions.sqlite", timeout=30) as database:
        return database.execute("SELECT COUNT(*) FROM extraction").fetchone()[0]


def wait_for(condition):
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def children(pid):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
            command = stat.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == pid and b"spawn_main" in command:
            found.append(int(stat.parent.name))
    return found


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def untouched(tmp_path):
    return "{}" == (tmp_path / "out" / "build.json").read_text(encoding="utf-8") and {"articles", "out", "cache"} == {
        path.name for path in tmp_path.iterdir()
    }


linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")


@linux
@pytest.mark.model
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_everything_in_order(number, long_job, tmp_path):
    wait_for(lambda: (tmp_path / "cache" / "extractions.sqlite").exists() and children(long_job.pid) and rows(tmp_path / "cache"))
    workers, read = children(long_job.pid), rows(tmp_path / "cache")
    long_job.send_signal(number)
    _, said = long_job.communicate(timeout=60)
    assert 130 == long_job.returncode
    assert "interrupted; what was read so far is in the cache" in said
    assert "Traceback" not in said
    assert untouched(tmp_path)
    assert rows(tmp_path / "cache") >= read > 0
    wait_for(lambda: not any(is_alive(worker) for worker in workers))


@linux
@pytest.mark.model
def test_a_process_that_dies_is_said_and_leaves_everything_in_order(long_job, tmp_path):
    wait_for(lambda: children(long_job.pid))
    workers = children(long_job.pid)
    os.kill(workers[0], signal.SIGKILL)
    _, said = long_job.communicate(timeout=60)
    assert 1 == long_job.returncode
    assert "a process that read articles died" in said
    assert "Traceback" not in said
    assert untouched(tmp_path)
    wait_for(lambda: not any(is_alive(worker) for worker in workers))


@linux
@pytest.mark.model
def test_processes_do_not_outlive_a_killed_build(long_job):
    wait_for(lambda: children(long_job.pid))
    workers = children(long_job.pid)
    long_job.kill()
    long_job.communicate(timeout=60)
    wait_for(lambda: not any(is_alive(worker) for worker in workers))


@linux
@pytest.mark.model
def test_two_builds_at_once_share_a_cache(articles, tmp_path):
    both = [start("build", articles, "-o", tmp_path / name, "--cache", tmp_path / "cache", "-q") for name in ("one", "two")]
    assert [("", 0), ("", 0)] == [(process.communicate(timeout=120)[1], process.returncode) for process in both]
    assert (tmp_path / "one" / "graph.trig").read_bytes() == (tmp_path / "two" / "graph.trig").read_bytes()
