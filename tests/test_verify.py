"""Every mention and claim of a build can be had again from the texts; what cannot is named."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from graph.errors import UsageError
from graph.pipeline import build, rederive
from graph.queries import run
from graph.settings import Settings
from graph.stores import open_store
from graph.verify import compare, recorded

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def derived(articles):
    return rederive([articles], Settings(workers=1))


@pytest.fixture(scope="module")
def store(built):
    return open_store(built)


def checked(store, derived, *, texts=lambda article: article, claims=lambda ids: ids):
    found, ids = derived
    changed = [new for article in found if (new := texts(article)) is not None]
    return compare(store, changed, claims(ids), Settings().base_iri)


def test_everything_a_build_says_is_verified(store, derived):
    result = checked(store, derived)
    mentions = len(run(store, "SELECT DISTINCT ?m WHERE { ?m a ng:Mention }").rows)
    claims = len(run(store, "SELECT DISTINCT ?c WHERE { ?c a ng:Claim }").rows)
    assert () == result.failures
    assert f"{mentions + claims:,} of {mentions + claims:,} verified ({mentions:,} mentions, {claims:,} claims)" == str(result)


def test_a_changed_text_fails_all_that_stands_after_the_change(store, derived):
    result = checked(store, derived, texts=lambda article: replace(article, text="x" + article.text))
    assert result.mentions + result.claims == len(result.failures)
    assert "characters" in result.failures[0].reason


def test_a_missing_article_is_named(store, derived):
    result = checked(store, derived, texts=lambda article: None if article.id == "004_briefly" else article)
    assert result.failures
    assert all("004_briefly is not among the articles given" in failure.reason for failure in result.failures)


def test_a_claim_that_extraction_no_longer_gives_is_named(store, derived):
    lost = min(derived[1])
    result = checked(store, derived, claims=lambda ids: ids - {lost})
    assert [(f"{Settings().base_iri}claim/{lost}", "extraction does not give this claim again")] == [
        (failure.iri, failure.reason) for failure in result.failures
    ]


def test_a_build_knows_what_it_was_made_from_and_how(articles, cache, tmp_path):
    corpus = Path(shutil.copytree(articles, tmp_path / "corpus"))
    base = "https://example.org/mine/"
    build([corpus], tmp_path / "out", Settings(cache=str(cache), workers=1, base_iri=base))
    paths, settings = recorded(tmp_path / "out", (), Settings(workers=1))
    assert ((corpus,), base, 1) == (paths, settings.base_iri, settings.workers)
    assert ((articles,), base) == (recorded(tmp_path / "out", [articles], Settings())[0], settings.base_iri)


def test_a_build_from_stdin_asks_for_its_articles(built, tmp_path):
    report = json.loads((built / "build.json").read_text(encoding="utf-8"))
    report["run"]["inputs"] = ["-"]
    (tmp_path / "build.json").write_text(json.dumps(report), encoding="utf-8")
    with pytest.raises(UsageError, match="built from stdin"):
        recorded(tmp_path, (), Settings())


def test_what_is_no_build_is_named(tmp_path):
    with pytest.raises(UsageError, match="is no build"):
        recorded(tmp_path, (), Settings())
