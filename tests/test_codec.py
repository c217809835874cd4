"""What is written comes back as it was."""

from __future__ import annotations

import json

import pytest
from graph.codec import decode, encode
from graph.model import (
    Argument,
    Article,
    Attribution,
    Chain,
    Event,
    Extraction,
    Mention,
    Passage,
    Relation,
    Span,
    TimeExpression,
    Value,
)
from hypothesis import given
from hypothesis import strategies as st

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
maybe = st.none() | words
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 99))
numbers = st.integers(0, 2**53)
shares = st.floats(0, 1)
several = st.lists(words, max_size=2).map(tuple)
polarities = st.sampled_from(["positive", "negative"])

articles = st.builds(
    Article,
    id=words,
    text=st.just("") | words,
    source=words,
    title=maybe,
    published=maybe,
    publisher=maybe,
    url=maybe,
    language=maybe,
    copies=several,
)
passages = st.builds(Passage, spans, st.sampled_from(["headline", "body", "caption", "credit", "boilerplate"]), words)
mentions = st.builds(
    Mention,
    id=words,
    span=spans,
    text=words,
    kind=st.sampled_from(["name", "nominal", "pronoun"]),
    type=words,
    head=numbers,
    entity=maybe,
)
chains = st.builds(Chain, id=words, type=words, label=st.just("") | words, aliases=several, same_as=maybe, known=maybe)
times = st.builds(
    TimeExpression,
    id=words,
    span=spans,
    text=words,
    kind=st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
    value=maybe,
    timex=maybe,
)
values = st.builds(
    Value,
    number=numbers,
    span=spans,
    bound=st.sampled_from(["exact", "lower", "upper", "approximate"]),
    high=st.none() | numbers,
)
arguments = st.builds(Argument, role=words, mention=words, alleged=st.booleans(), speaker=maybe) | st.builds(
    Argument, role=words, value=values
)
events = st.builds(
    Event,
    id=words,
    type=words,
    trigger=spans,
    sentence=spans,
    lemma=st.just("") | words,
    arguments=st.lists(arguments, max_size=2).map(tuple),
    time=maybe,
    hint=maybe,
    news=st.booleans(),
    part_of=maybe,
    same_as=maybe,
    because=several,
    after=several,
    polarity=polarities,
    modality=st.sampled_from(["actual", "planned", "possible", "hypothetical"]),
    confidence=shares,
    rule=st.just("") | words,
)
relations = st.builds(
    Relation,
    property=words,
    subject=words,
    object=words,
    evidence=spans,
    polarity=polarities,
    confidence=shares,
    former=st.booleans(),
    valid_from=maybe,
    valid_until=maybe,
    rule=st.just("") | words,
)
attributions = st.builds(
    Attribution,
    content=st.lists(spans, max_size=2).map(tuple),
    stance=st.sampled_from(["asserts", "reports", "alleges", "denies", "intends", "believes", "asks"]),
    sentence=spans,
    source=spans,
    mention=maybe,
    speaker=maybe,
    cue=st.none() | spans,
    polarity=polarities,
    events=several,
    rule=st.just("") | words,
)


@given(
    st.builds(
        Extraction,
        article=articles,
        passages=st.lists(passages, max_size=2).map(tuple),
        mentions=st.lists(mentions, max_size=2).map(tuple),
        entities=st.lists(chains, max_size=2).map(tuple),
        times=st.lists(times, max_size=2).map(tuple),
        events=st.lists(events, max_size=2).map(tuple),
        relations=st.lists(relations, max_size=2).map(tuple),
        attributions=st.lists(attributions, max_size=2).map(tuple),
    )
)
def test_decode_gives_back_what_was_encoded(extraction):
    line = encode(extraction)
    assert extraction == decode(line)
    assert line == encode(decode(line))
    assert b"\n" not in line


def test_what_is_unknown_has_no_key_and_zero_is_known():
    event = Event(
        "v1", "Death", Span(0, 4), Span(0, 9), "die", (Argument("fatalities", value=Value(0, Span(5, 6))),), confidence=0.0
    )
    record = json.loads(encode(Extraction(Article("a", "Died 0 ok", "a.txt"), events=(event,))))
    assert {"id", "source", "text"} == set(record["article"])
    assert [{"role": "fatalities", "value": 0, "start": 5, "end": 6}] == record["events"][0]["arguments"]
    assert 0.0 == record["events"][0]["confidence"]
    assert "time" not in record["events"][0]


def test_a_source_that_is_not_named_has_no_key():
    attribution = Attribution((Span(0, 4),), "reports", Span(0, 9))
    record = json.loads(encode(Extraction(Article("a", "Died 0 ok", "a.txt"), attributions=(attribution,))))
    assert "source" not in record["attributions"][0]
    assert attribution == decode(json.dumps(record).encode()).attributions[0]


@pytest.mark.parametrize("text", ["“Kata’ib”", "🛩 strike", "line\nline", "\u0000\u001f\u2028"])
def test_texts_of_every_kind_survive(text):
    extraction = Extraction(Article("a", text, "a.txt"))
    assert extraction == decode(encode(extraction))
