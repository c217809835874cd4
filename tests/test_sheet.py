"""A table beside the files says who published them and when."""

from __future__ import annotations

import pytest
from graph.errors import SkippedArticle
from graph.model import Article
from graph.readers import read

TEXT = "Talks on the dam resumed in Geneva on Monday after a break of three weeks, two diplomats said."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "monday").mkdir()
    (tmp_path / "monday" / "dam.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.txt").write_text(f"{TEXT} Nothing else was said.", encoding="utf-8")
    return tmp_path


def found(folder, table, **options):
    (folder / "articles.csv").write_text(table, encoding="utf-8")
    outcomes = list(read([folder], **options))
    articles = {each.id: each for each in outcomes if isinstance(each, Article)}
    return articles, [str(each) for each in outcomes if isinstance(each, SkippedArticle)]


def test_the_table_says_of_a_file_what_it_does_not_say_itself(folder):
    articles, skipped = found(folder, 'file,outlet,date,title\nmonday/dam.txt,Harbour Wire,4 March 2019,"Dam, again"\n')
    dam, other = articles["dam"], articles["other"]
    assert ("Harbour Wire", "2019-03-04", "Dam, again") == (dam.publisher, dam.published, dam.title)
    assert (None, None, []) == (other.publisher, other.published, skipped)


def test_it_goes_before_what_the_file_states(folder):
    page = f"<html><head><title>Old</title></head><body><article><p>{TEXT}</p><p>{TEXT} It rained.</p></article></body></html>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    articles, _ = found(folder, "file,title\npage.html,New\n")
    assert "New" == articles["page"].title


def test_its_names_may_be_mapped_as_those_of_records(folder):
    articles, _ = found(folder, "file,paper\nother.txt,Harbour Wire\n", mapping={"publisher": "paper"})
    assert "Harbour Wire" == articles["other"].publisher


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("file,title\nmissing.txt,New\n", "articles.csv#2: names 'missing.txt', and no such file is read"),
        ("name,title\nother.txt,New\n", "has a column 'file'"),
        ('file,title\nother.txt,"New\n', "has a column 'file'"),
        ("", "has a column 'file'"),
        ("file,title\n,New\n", "names '', and no such file is read"),
        ("file,title\narticles.csv,New\n", "names 'articles.csv', and no such file is read"),
    ],
)
def test_what_is_wrong_with_it_is_named_and_nothing_is_lost(folder, table, words):
    articles, skipped = found(folder, table)
    assert {"dam", "other"} == set(articles)
    assert [True] == [words in message for message in skipped]


def test_a_table_that_cannot_be_read_is_named(folder):
    (folder / "articles.csv").symlink_to(folder / "gone.csv")
    outcomes = list(read([folder]))
    assert {"dam", "other"} == {each.id for each in outcomes if isinstance(each, Article)}
    assert ["articles.csv"] == [each.source for each in outcomes if isinstance(each, SkippedArticle)]
