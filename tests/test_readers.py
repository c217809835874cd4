"""Files in every format that is read, and what is said of those that are not."""

from __future__ import annotations

import gzip
import io
import json
import random
from pathlib import Path

import pytest
from graph.errors import ReadError, SkippedArticle, UsageError
from graph.model import Article
from graph.ontology import Ontology, load
from graph.readers import FORMATS, READERS, UNREAD, Duplicate, read
from graph.readers.feed import plain_text
from graph.readers.jsonl import FIELDS
from graph.readers.published import iso_date
from graph.readers.screening import guess
from graph.readers.source import decode
from hypothesis import example, given, settings
from hypothesis import strategies as st

FIRST = "Talks on the dam resumed in Geneva on Monday after a break of three weeks, two diplomats said."
SECOND = "The ministers had walked out in March over the share of water that each country may draw from the river."
PAGE = """<html><head><title>Talks resume - Harbour Wire</title><meta property="og:site_name" content="Harbour Wire">
<meta property="article:published_time" content="2019-03-04T23:30:00-05:00"><link rel="canonical" href="https://example.org/dam">
<meta property="og:title" content="Talks on the dam resume"></head>
<body><nav>Home World</nav><article><h1>Talks on the dam resume</h1><p>{first}</p><p>{second}</p></article>
<footer>We use cookies.</footer></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Wire</title>
<item><title>Salt &amp; water</title><link>https://example.org/1</link><guid>urn:one</guid>
<pubDate>Mon, 04 Mar 2019 10:00:00 GMT</pubDate><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>https://example.org/2</link></item></channel></rss>"""
GERMAN = (
    "Die Gespräche über den Staudamm sind am Montag in Genf wieder aufgenommen worden, wie zwei Diplomaten sagten. "
    "Die Minister waren im März im Streit über das Wasser gegangen, das jedes Land dem Fluss entnehmen darf. "
    "Eine Einigung wird nicht vor dem Sommer erwartet."
)


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def page() -> str:
    return PAGE.format(first=FIRST, second=SECOND)


def outcomes(*paths: Path, ontology: Ontology, **options: object) -> list[Article | Duplicate | SkippedArticle]:
    return list(read(list(paths), ontology=ontology, **options))


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only(path: Path, ontology: Ontology, **options: object) -> Article:
    (found,) = outcomes(path, ontology=ontology, **options)
    assert isinstance(found, Article), found
    return found


def reason(path: Path, ontology: Ontology, **options: object) -> str:
    (found,) = outcomes(path, ontology=ontology, **options)
    assert isinstance(found, SkippedArticle)
    return str(found)


def warc(*records: tuple[str, str, bytes]) -> bytes:
    parts = []
    for url, kind, content in records:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            f"WARC-Date: 2019-03-04T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        parts.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(parts)


# Text


def test_text_file_is_one_article_with_its_characters_unchanged(tmp_path: Path, ontology: Ontology) -> None:
    text = f"\tTalks  resume\r\n\r\n{FIRST} \u00a0\n"

    article = only(write(tmp_path, "dam.txt", text), ontology)

    assert Article("dam", text, "dam.txt", title="Talks resume") == article


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_text(tmp_path: Path, ontology: Ontology, encoding: str) -> None:
    text = "The minister’s talks – in Zürich – resumed."

    assert text == only(write(tmp_path, "a.txt", text.encode(encoding)), ontology).text


def test_text_decoded_wrongly_before_is_put_right(tmp_path: Path, ontology: Ontology) -> None:
    wrong = "The minister’s talks resumed.".encode().decode("cp1252")

    expected = "The minister’s talks resumed."
    assert expected == only(write(tmp_path, "a.txt", wrong), ontology).text


def test_control_characters_become_as_many_spaces(tmp_path: Path, ontology: Ontology) -> None:
    text = f"{FIRST} {SECOND}"

    assert f"{text}  {text}" == only(write(tmp_path, "a.txt", f"{text}\x00\x07{text}"), ontology).text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "", "is empty"),
        ("a.txt", " \n\n", "is empty"),
        ("a.txt", "12 34", "holds no words"),
        ("a.txt", bytes(range(256)) * 4, "is not text"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not read"),
        ("a.pdf", "%PDF-1.4", "convert it to text"),
        ("a.docx", b"PK\x03\x04", "save it as text or HTML"),
        ("a.csv", "a,b\n1,2", "one JSON object an article"),
        ("a.html", "<html><body></body></html>", "no article text"),
        ("a.xml", "<?xml version='1.0'?><config/>", "no entries"),
        ("a.warc", "hello", "the archive breaks off"),
        ("a.json", "[]", "an empty list"),
        ("a.json", '{"a": 1,\n "b": }', "line 2, column 7"),
        ("a.jsonl", '{"id": "a", "text":', "line 1, column 20"),
        ("a.jsonl", "[1]", "not a JSON object"),
        ("a.jsonl", '{"story": "x"}', "map the field text to one of its own: story"),
        ("a.jsonl", '{"text": 7}', "has no text"),
        ("a.jsonl", '{"text": "Hallo.", "language": "de-AT"}', "German (de)"),
        ("a.txt", GERMAN, "looks like German (de); newsgraph reads en"),
    ],
)
def test_what_is_left_out_is_named_with_the_reason(
    tmp_path: Path, ontology: Ontology, name: str, content: str | bytes, words: str
) -> None:
    message = reason(write(tmp_path, name, content), ontology)

    assert message.startswith("a.")
    assert words in message


def test_too_long_a_text_is_left_out_naming_the_setting(tmp_path: Path, ontology: Ontology) -> None:
    assert "max_chars" in reason(write(tmp_path, "a.txt", FIRST), ontology, max_chars=50)


def test_one_bad_article_costs_only_itself(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path, "good.txt", FIRST)
    write(tmp_path, "bad.txt", "")

    skipped, article = outcomes(tmp_path, ontology=ontology)

    assert isinstance(skipped, SkippedArticle)
    assert isinstance(article, Article)
    expected = ("bad.txt", "good.txt")
    assert expected == (skipped.source, article.source)


# The masthead


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("HeadlineJan 02, 2020", "2020-01-02"),
        ("Updated Jan 1, 2020 - World", "2020-01-01"),
        ("Published: 3 March 2019", "2019-03-03"),
        ("Published on Mon, 4 Mar 2019 at 09:56 IST", "2019-03-04"),
        ("December 31, 2019, 9:14 AM", "2019-12-31"),
        ("Friday, July 21, 2017", "2017-07-21"),
        ("2019-03-04", "2019-03-04"),
        ("Posted March 3rd, 2019 at 5:19 pm", "2019-03-03"),
        ("February 24, 2012 / 12:42 AM / in 6 years", "2012-02-24"),
        ("AFP , Friday 21 Jan 2011", "2011-01-21"),
        ("New Delhi (AFP) Aug 19, 2017", "2017-08-19"),
        ("BEIJING, Jan. 2, 2020 (Xinhua) -- The river rose on Thursday.", "2020-01-02"),
        ("Updated March 5, 2019\nPublished March 4, 2019", "2019-03-04"),
        ("Video Credit: Harbour Pictures - Duration: 01:58s - Published", None),
        ("March 4", None),
        ("Updated Tuesday", None),
    ],
)
def test_date_is_read_where_outlets_put_it(tmp_path: Path, ontology: Ontology, head: str, date: str | None) -> None:
    article = only(write(tmp_path, "a.txt", f"Talks on the dam resume\n\n{head}\n\n{FIRST}"), ontology)

    assert (date, "Talks on the dam resume") == (article.published, article.title)


@pytest.mark.parametrize(
    "text",
    [
        "The law was published on March 3, 2019, and took effect a week later.",
        "Supporters began to withdraw on Wednesday (January 1), a day after.",
        "Delegates arrive in Geneva, March 4, 2019. OMAR HADDAD/REUTERS",
        "March 4, 2019 was a dark day for the valley.",
        "January 5, 2018\n\nThe first stone was laid.\n\nMarch 4, 2019\n\nThe dam broke.",
    ],
)
def test_date_in_a_sentence_a_caption_or_a_chronology_dates_nothing(tmp_path: Path, ontology: Ontology, text: str) -> None:
    assert only(write(tmp_path, "a.txt", f"Talks on the dam resume\n\n{text}\n\n{FIRST}"), ontology).published is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Did you know that you can get Harbour Hour! delivered to your inbox every day?", "Harbour Hour!"),
        ("Get the Morning Briefing delivered to your inbox.", None),
        ("© 2019 The Meridian News. All rights reserved.", "The Meridian News"),
        ("Copyright 2019 Harbour Wire", "Harbour Wire"),
        ("© 2019 All rights reserved", None),
        ("Download the Harbour Wire app", "Harbour Wire"),
        ("Harbour Wire Staff", "Harbour Wire"),
        ("Worth noting, via Harbour's Anna Lindqvist: The river is low.", "Harbour"),
        ("The talks resumed, the Harbour Wire reports.", None),
        ("— Statement of the river commission, per Meridian News", None),
    ],
)
def test_publisher_is_read_where_the_outlet_names_itself(
    tmp_path: Path, ontology: Ontology, line: str, publisher: str | None
) -> None:
    assert publisher == only(write(tmp_path, "a.txt", f"{FIRST}\n\n{line}\n\n{SECOND}"), ontology).publisher


# HTML, feeds, web archives


def test_page_gives_its_main_text_and_metadata(tmp_path: Path, ontology: Ontology) -> None:
    article = only(write(tmp_path, "dam.html", page()), ontology)

    found = (article.id, article.title, article.published, article.publisher, article.url)
    expected = ("dam", "Talks on the dam resume", "2019-03-04", "Harbour Wire", "https://example.org/dam")
    assert expected == found
    assert FIRST in article.text
    assert SECOND in article.text
    assert "cookies" not in article.text
    assert "Home" not in article.text


def test_page_without_a_date_gets_none_from_its_sentences_or_its_footer(tmp_path: Path, ontology: Ontology) -> None:
    story = f"<article><p>{FIRST}</p><p>On March 4, 2019, {SECOND}</p></article>"
    html = f"<html><body>{story}<footer>© 2018 Wire</footer></body></html>"

    assert only(write(tmp_path, "a.html", html), ontology).published is None


def test_page_in_the_charset_it_declares(tmp_path: Path, ontology: Ontology) -> None:
    story = f"<article><p>Łódź. {FIRST}</p><p>{SECOND}</p></article>"
    html = f"<html><head><meta charset='iso-8859-2'></head><body>{story}</body></html>"

    assert "Łódź" in only(write(tmp_path, "a.html", html.encode("iso-8859-2")), ontology).text


def test_feed_gives_an_article_an_entry(tmp_path: Path, ontology: Ontology) -> None:
    skipped, article = outcomes(write(tmp_path, "a.rss", FEED), ontology=ontology)

    expected = Article(
        "urn:one", "One.\nTwo.", "a.rss#1", title="Salt & water", published="2019-03-04",
        publisher="Harbour Wire", url="https://example.org/1",
    )  # fmt: skip
    assert expected == article
    expected = "a.rss#2: the entry has no text"
    assert expected == str(skipped)


def test_markup_becomes_a_line_a_block() -> None:
    expected = "One & two\nthree"
    assert expected == plain_text("<p>One &amp; <b>two</b></p><style>x</style><script>y</script><ul><li>three</ul>")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "unnamed"])
def test_web_archive_gives_its_pages(tmp_path: Path, ontology: Ontology, name: str) -> None:
    records = warc(
        ("https://example.org/i.png", "image/png", b"\x89PNG"),
        ("https://example.org/dam", "text/html; charset=utf-8", page().encode()),
    )
    path = write(tmp_path, name, gzip.compress(records) if name.endswith("gz") else records)

    article = only(path, ontology)

    assert ("https://example.org/dam", f"{name}#https://example.org/dam") == (article.id, article.source)


# JSON


def test_json_lines_keep_text_and_id_exactly(tmp_path: Path, ontology: Ontology) -> None:
    text = "  A\r\nB\u0000 caf\u00e9 😀 â€™ \u2028 "
    lines = f"{json.dumps({'id': ' x ', 'text': text})}\r\n\r\n{json.dumps({'id': 7, 'body': 'Seven.'})}\n"

    seven, x = outcomes(write(tmp_path, "a.jsonl", "\ufeff" + lines), ontology=ontology)

    assert isinstance(seven, Article)
    assert isinstance(x, Article)
    expected = ("7", "Seven.", "a.jsonl#3")
    assert expected == (seven.id, seven.text, seven.source)
    assert ("x", text) == (x.id, x.text)


@pytest.mark.parametrize("layout", ["lines", "array", "pretty"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a"])
def test_json_in_every_layout(tmp_path: Path, ontology: Ontology, layout: str, name: str) -> None:
    records = [{"id": "a", "text": "One."}, {"id": "b", "text": "Two."}]
    written = {
        "lines": "\n".join(map(json.dumps, records)),
        "array": json.dumps(records),
        "pretty": json.dumps(records, indent=1),
    }[layout]

    found = outcomes(write(tmp_path, name, written), ontology=ontology)

    expected = ["One.", "Two."]
    assert expected == [article.text for article in found if isinstance(article, Article)]


@pytest.mark.parametrize("broken", [0, 1, 2])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a"])
def test_a_broken_line_costs_only_itself(tmp_path: Path, ontology: Ontology, broken: int, name: str) -> None:
    lines = [json.dumps({"id": str(number), "text": f"Number {number}."}) for number in range(3)]
    lines[broken] = lines[broken][:12]

    skipped, *articles = outcomes(write(tmp_path, name, "\n".join(lines)), ontology=ontology)

    assert f"{name}#{broken + 1}: not JSON at line {broken + 1}, column 12" in str(skipped)
    assert {0, 1, 2} - {broken} == {int(article.id) for article in articles if isinstance(article, Article)}


def test_field_names_of_common_exports(tmp_path: Path, ontology: Ontology) -> None:
    record = {
        "url": "https://example.org/u",
        "headline": "Talks resume",
        "articleBody": FIRST,
        "datePublished": "2019-03-04T10:00:00Z",
        "publisher": {"@type": "Organization", "name": "Harbour Wire"},
        "inLanguage": "en-GB",
    }

    article = only(write(tmp_path, "one.json", json.dumps(record, indent=1)), ontology)

    expected = Article(
        "https://example.org/u", FIRST, "one.json", title="Talks resume", published="2019-03-04",
        publisher="Harbour Wire", url="https://example.org/u", language="en-GB",
    )  # fmt: skip
    assert expected == article


def test_mapping_renames_fields_and_reaches_into_objects(tmp_path: Path, ontology: Ontology) -> None:
    record = {"id": "a", "text": "The teaser.", "story": {"full": FIRST}, "day": "4 March 2019"}

    article = only(write(tmp_path, "a.jsonl", json.dumps(record)), ontology, mapping={"text": "story.full", "date": "day"})

    expected = (FIRST, "2019-03-04")
    assert expected == (article.text, article.published)


def test_mapping_of_an_unknown_field_is_refused(tmp_path: Path, ontology: Ontology) -> None:
    with pytest.raises(UsageError, match="tetx"):
        read([write(tmp_path, "a.jsonl", "{}")], mapping={"tetx": "body"}, ontology=ontology)


def test_object_without_id_is_called_by_its_file_and_a_line_by_its_text(tmp_path: Path, ontology: Ontology) -> None:
    document = only(write(tmp_path, "one.json", '{"text":\n"One."}'), ontology)
    line = only(write(tmp_path, "many.jsonl", '{"text": "One."}'), ontology)

    expected = "one"
    assert expected == document.id
    assert line.id.startswith("many-")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2020-01-02", "2020-01-02"),
        ("2020-01-02T23:30:00-05:00", "2020-01-02"),
        ("2020-1-2 10:00", "2020-01-02"),
        ("2020/01/02", "2020-01-02"),
        ("Thu, 02 Jan 2020 10:00:00 GMT", "2020-01-02"),
        ("January 2nd, 2020", "2020-01-02"),
        ("2 Sept. 2020", "2020-09-02"),
        ("20200102", "2020-01-02"),
        ("20200102T101500Z", "2020-01-02"),
        (20200102, "2020-01-02"),
        (1577923200, "2020-01-02"),
        (1577923200000, "2020-01-02"),
        ("1577923200", "2020-01-02"),
        ("13/02/2020", "2020-02-13"),
        ("02/02/2020", "2020-02-02"),
        ("01/02/2020", None),
        ("2020-02-30", None),
        ("2020-01", None),
        ("0001-01-01", None),
        ("9999-12-31T23:59:59Z", None),
        ("January 2", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        ({"year": 2020}, None),
    ],
)
def test_dates_are_read_or_left_out_never_guessed(written: object, date: str | None) -> None:
    assert date == iso_date(written)


# Ids, copies, order


def test_same_text_twice_is_one_article_and_a_copy(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path, "b.txt", FIRST)
    write(tmp_path, "a.txt", FIRST)

    article, copy = outcomes(tmp_path, ontology=ontology)

    assert isinstance(article, Article)
    assert isinstance(copy, Duplicate)
    expected = ("a", "b.txt", "a", "b")
    assert expected == (article.id, copy.source, copy.of, copy.article.id)


def test_of_copies_the_one_that_states_most_is_kept(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path, "a.txt", FIRST)
    write(tmp_path, "b.jsonl", json.dumps({"id": "b", "text": FIRST, "date": "2019-03-04"}))

    article, copy = outcomes(tmp_path, ontology=ontology)

    assert isinstance(article, Article)
    assert isinstance(copy, Duplicate)
    expected = ("b", "a.txt")
    assert expected == (article.id, copy.source)


def test_two_texts_with_one_id_are_both_kept(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path, "x/a.txt", FIRST)
    write(tmp_path, "y/a.txt", SECOND)

    one, other = (found for found in outcomes(tmp_path, ontology=ontology) if isinstance(found, Article))

    assert {FIRST, SECOND} == {one.text, other.text}
    expected = "a"
    assert expected == one.id
    assert other.id.startswith("a-")


RECORDS = st.fixed_dictionaries(
    {"id": st.sampled_from("abc"), "text": st.sampled_from([FIRST, SECOND, "One.", "Two.", ""])},
    optional={"title": st.just("Talks resume"), "date": st.just("2019-03-04")},
)


@settings(deadline=None, max_examples=50)
@given(records=st.lists(RECORDS, min_size=1, max_size=8), seed=st.integers())
@example(records=[{"id": "b", "text": FIRST, "title": "Talks resume"}, {"id": "b", "text": FIRST, "date": "2019-03-04"}], seed=0)
def test_order_of_the_input_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, ontology: Ontology, records: list[dict[str, str]], seed: int
) -> None:
    def seen(ordered: list[dict[str, str]]) -> list[tuple[str, str, str | None]]:
        path = write(tmp_path_factory.mktemp("order"), "a.jsonl", "\n".join(map(json.dumps, ordered)))
        found = outcomes(path, ontology=ontology)
        return [(item.id, item.text, item.published) for item in found if isinstance(item, Article)]

    shuffled = random.Random(seed).sample(records, len(records))

    assert seen(records) == seen(shuffled)
    assert {record["text"] for record in records if record["text"]} == {text for _, text, _ in seen(records)}


def test_articles_come_in_the_order_of_their_ids_however_files_are_named(tmp_path: Path, ontology: Ontology) -> None:
    files = [write(tmp_path, f"{name}.txt", f"{name}. {FIRST}") for name in "cab"]

    ids = [article.id for article in outcomes(*files, tmp_path, ontology=ontology) if isinstance(article, Article)]

    assert list("abc") == ids


def test_a_folder_is_read_to_its_depth_without_hidden_files(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path, "2020/01/a.txt", FIRST)
    write(tmp_path, ".git/b.txt", SECOND)
    write(tmp_path, ".c.txt", SECOND)

    expected = "2020/01/a.txt"
    assert expected == only(tmp_path, ontology).source


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch, ontology: Ontology) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "a", "text": "One."}\n')))

    article = only(Path("-"), ontology)

    expected = ("a", "stdin")
    assert expected == (article.id, article.source)


def test_unreadable_file_is_left_out(tmp_path: Path, ontology: Ontology) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")

    assert "cannot be read" in reason(tmp_path, ontology)


def test_missing_path_is_refused_at_once_with_the_nearest_name(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path, "articles.jsonl", "{}")

    with pytest.raises(UsageError, match=r"did you mean .*articles\.jsonl"):
        read([tmp_path / "artcles.jsonl"], ontology=ontology)


def test_empty_folder_is_refused(tmp_path: Path, ontology: Ontology) -> None:
    with pytest.raises(ReadError, match="no articles in this folder"):
        read([tmp_path], ontology=ontology)


# Languages and decoding


def test_short_text_is_in_no_certain_language() -> None:
    assert guess("Bagdad", expected="en") is None


def test_stated_language_is_believed(tmp_path: Path, ontology: Ontology) -> None:
    record = json.dumps({"id": "a", "text": GERMAN, "language": "en"})

    expected = GERMAN
    assert expected == only(write(tmp_path, "a.jsonl", record), ontology).text


def test_english_in_capitals_is_english() -> None:
    expected = "en"
    assert expected == guess(f"{FIRST} {SECOND} {SECOND}".upper(), expected="en")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_decoded_to_what_it_was(text: str) -> None:
    assert text.removeprefix("\ufeff") == decode(text.encode())


def test_every_ending_leads_to_a_reader_or_a_reason() -> None:
    assert set(FORMATS.values()) == set(READERS)
    assert not set(FORMATS) & set(UNREAD)


def test_formats_and_fields_are_documented() -> None:
    page = (Path(__file__).parent.parent / "docs" / "readers.md").read_text()
    names = {name for names in FIELDS.values() for name in names} | set(FIELDS) | set(FORMATS)

    expected = []
    assert expected == sorted(name for name in names if f"`{name}`" not in page)
