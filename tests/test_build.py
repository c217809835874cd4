"""Same articles, same bytes; nothing read twice; an output that is whole or untouched."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import time
from pathlib import Path

import pytest
from graph.errors import OutputError, ReadError, UsageError
from graph.export import EXPORTERS
from graph.output import replacing
from graph.pipeline import build
from graph.settings import Settings
from graph.stores import open_store
from graph.workers import _pool

SENTENCES = (
    "The United States carried out an airstrike on Kataib Hezbollah in Iraq on Sunday.",
    "Protesters stormed the embassy in Baghdad on Tuesday.",
    "Prime Minister Adel Abdul-Mahdi met Mike Pompeo in Baghdad.",
    "A rocket attack killed an American contractor near Kirkuk.",
    "Iran denied that it had ordered the attack.",
)


@pytest.fixture
def corpus(tmp_path, articles):
    """A copy of the example corpus that a test may change."""
    return Path(shutil.copytree(articles, tmp_path / "corpus"))


@pytest.fixture
def many(tmp_path):
    """Enough short articles for two processes."""
    lines = [
        {"id": f"a{number:03}", "date": f"2020-01-{number % 28 + 1:02}", "text": f"Report {number}. " + SENTENCES[number % 5]}
        for number in range(70)
    ]
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def settings(folder, **options):
    return Settings(**{"cache": str(folder), "workers": 1, **options})


def content(out):
    """Every file of a build but its report and the store's own files, and what the store holds."""
    files = {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file() and path.name != "build.json"}
    return {**files, "store": sorted(map(str, open_store(out)))}


def report_of_graph(out):
    report = json.loads((out / "build.json").read_text(encoding="utf-8"))
    return {name: value for name, value in report.items() if name != "run"}


@pytest.mark.model
def test_a_build_holds_every_format_and_a_report(built):
    expected = {exporter.filename for exporter in EXPORTERS.values() if exporter.in_build} | {"build.json", "store"}
    assert expected == {path.name for path in built.iterdir()}
    report = json.loads((built / "build.json").read_text(encoding="utf-8"))
    assert report["counts"]["articles"] == 5
    assert report["counts"]["quads"] == len(list(open_store(built)))
    assert {"read", "resolve", "assemble", "validate", "write"} == set(report["run"]["seconds"])


@pytest.mark.model
def test_a_second_build_extracts_nothing_and_gives_the_same_bytes(built, articles, cache, tmp_path):
    again = build([articles], tmp_path / "out", settings(cache))
    assert again.extracted == 0
    assert content(built) == content(tmp_path / "out")
    assert report_of_graph(built) == report_of_graph(tmp_path / "out")


@pytest.mark.model
def test_an_added_article_alone_is_extracted_and_the_build_equals_a_full_one(corpus, tmp_path):
    taken = shutil.move(corpus / "003_meridian_news.txt", tmp_path / "003_meridian_news.txt")
    build([corpus], tmp_path / "out", settings(tmp_path / "cache"))
    shutil.move(taken, corpus / "003_meridian_news.txt")
    added = build([corpus], tmp_path / "out", settings(tmp_path / "cache"))
    build([corpus], tmp_path / "full", settings(tmp_path / "other-cache"))
    assert added.extracted == 1
    assert content(tmp_path / "full") == content(tmp_path / "out")
    assert report_of_graph(tmp_path / "full") == report_of_graph(tmp_path / "out")


@pytest.mark.model
def test_an_edited_and_a_deleted_article_leave_no_trace(corpus, tmp_path):
    build([corpus], tmp_path / "out", settings(tmp_path / "cache"))
    (corpus / "001_harbour_wire.txt").unlink()
    edited = corpus / "004_briefly.txt"
    edited.write_text(edited.read_text(encoding="utf-8").replace("Baghdad", "Basra"), encoding="utf-8")
    changed = build([corpus], tmp_path / "out", settings(tmp_path / "cache"))
    build([corpus], tmp_path / "fresh", settings(tmp_path / "other-cache"))
    assert changed.extracted == 1
    assert content(tmp_path / "fresh") == content(tmp_path / "out")


@pytest.mark.model
def test_the_order_of_the_input_does_not_matter(built, articles, cache, tmp_path):
    files = sorted(articles.iterdir(), reverse=True)
    build(files, tmp_path / "out", settings(cache))
    assert content(built) == content(tmp_path / "out")


@pytest.mark.model
def test_two_processes_give_the_bytes_of_one(many, tmp_path):
    one = build([many], tmp_path / "one", settings(tmp_path / "cache-1", workers=1))
    two = build([many], tmp_path / "two", settings(tmp_path / "cache-2", workers=2))
    assert one.extracted == two.extracted == 70
    assert content(tmp_path / "one") == content(tmp_path / "two")


@pytest.mark.model
def test_progress_names_every_stage_with_its_total(articles, cache, built, tmp_path):
    heard = []

    class Listener:
        def stage(self, name, total):
            heard.append((name, total))

        def advance(self, steps=1):
            pass

    build([articles], tmp_path / "out", settings(cache), Listener())
    stages = dict(heard)
    assert ["read", "extract", "resolve", "assemble", "write", "validate"] == list(stages)
    assert (0, 5, 5) == (stages["extract"], stages["resolve"], stages["assemble"])


@pytest.mark.model
def test_an_earlier_build_is_replaced_as_a_whole(built, articles, cache, tmp_path):
    out = Path(shutil.copytree(built, tmp_path / "out"))
    (out / "left-over.txt").write_text("of an earlier version", encoding="utf-8")
    build([articles], out, settings(cache))
    assert content(built) == content(out)
    assert ["out"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.model
def test_an_output_inside_the_input_is_no_article(corpus, tmp_path):
    first = build([corpus], corpus / "out", settings(tmp_path / "cache"))
    again = build([corpus], corpus / "out", settings(tmp_path / "cache"))
    assert (5, 0) == (first.extracted, again.extracted)
    assert () == again.skipped


def test_a_folder_that_no_build_wrote_is_refused(tmp_path, articles):
    out = tmp_path / "thesis"
    out.mkdir()
    (out / "chapter1.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(UsageError, match="holds files that no build wrote"):
        build([articles], out, settings(tmp_path / "cache"))
    assert "years of work" == (out / "chapter1.txt").read_text(encoding="utf-8")


def test_a_file_in_the_way_of_the_output_is_named(tmp_path, articles):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file; name a folder"):
        build([articles], tmp_path / "out", settings(tmp_path / "cache"))
    with pytest.raises(OutputError, match="cannot be written"):
        build([articles], tmp_path / "out" / "inside", settings(tmp_path / "cache"))


def test_an_empty_folder_says_what_to_put_there(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError, match="no articles in this folder"):
        build([tmp_path / "empty"], tmp_path / "out", settings(tmp_path / "cache"))
    assert not (tmp_path / "out").exists()


def test_an_error_while_writing_leaves_what_stood_there(tmp_path):
    out = tmp_path / "out"
    with replacing(out) as folder:
        (folder / "build.json").write_text("{}", encoding="utf-8")
    with pytest.raises(IsADirectoryError), replacing(out) as folder:
        folder.write_text("half", encoding="utf-8")
    assert "{}" == (out / "build.json").read_text(encoding="utf-8")
    assert ["out"] == [path.name for path in tmp_path.iterdir()]


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    with replacing(tmp_path / "out") as folder:
        (folder / "build.json").write_text("{}", encoding="utf-8")
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "disk" / "build.json").is_file()


def test_the_processes_of_a_pool_end_with_its_block():
    with _pool(2) as pool:
        assert 1 == pool.submit(abs, -1).result()
        pool.submit(time.sleep, 600)
    assert [] == multiprocessing.active_children()
