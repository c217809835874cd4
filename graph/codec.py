"""An Extraction in, one line of JSON out, and back: the form of the cache and of `newsgraph extract`.

Unknown means the key is absent; `decode(encode(x)) == x`. What goes beyond the published form (rules, sentences, heads)
stands in keys of its own, so readers of the published form need not know them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from .model import (
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

Json = dict[str, Any]


def encode(extraction: Extraction) -> bytes:
    """One JSON object without a line end; keys in a fixed order."""
    return orjson.dumps(
        {
            "article": _some(_article(extraction.article)),
            "passages": [_passage(p) for p in extraction.passages],
            "mentions": [_some(_mention(m)) for m in extraction.mentions],
            "entities": [_some(_chain(c)) for c in extraction.entities],
            "times": [_some(_time(t)) for t in extraction.times],
            "events": [_some(_event(e, extraction.article.text)) for e in extraction.events],
            "relations": [_some(_relation(r)) for r in extraction.relations],
            "attributions": [_some(_attribution(a)) for a in extraction.attributions],
        }
    )


def decode(line: bytes) -> Extraction:
    record = orjson.loads(line)
    return Extraction(
        article=_read_article(record["article"]),
        passages=tuple(Passage(_span(p), p["kind"], p["rule"]) for p in record["passages"]),
        mentions=tuple(_read_mention(m) for m in record["mentions"]),
        entities=tuple(_read_chain(c) for c in record["entities"]),
        times=tuple(_read_time(t) for t in record["times"]),
        events=tuple(_read_event(e) for e in record["events"]),
        relations=tuple(_read_relation(r) for r in record["relations"]),
        attributions=tuple(_read_attribution(a) for a in record["attributions"]),
    )


def _some(record: Mapping[str, Any]) -> Json:
    """Without what is unknown or empty; `false` is the default of every flag, while zero is a value."""
    return {key: value for key, value in record.items() if value is not None and value is not False and value not in ("", [])}


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _range(span: Span | None) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _span(record: Json) -> Span:
    return Span(record["start"], record["end"])


def _maybe(pair: Iterable[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)


def _article(a: Article) -> Json:
    return {
        "id": a.id,
        "url": a.url,
        "title": a.title,
        "published": a.published,
        "publisher": a.publisher,
        "language": a.language,
        "source": a.source,
        "copies": list(a.copies),
        "text": a.text,
    }


def _read_article(r: Json) -> Article:
    return Article(**{**r, "source": r.get("source", ""), "text": r.get("text", ""), "copies": tuple(r.get("copies", ()))})


def _passage(p: Passage) -> Json:
    return {"start": p.span.start, "end": p.span.end, "kind": p.kind, "rule": p.rule}


def _mention(m: Mention) -> Json:
    return {
        "id": m.id,
        "start": m.span.start,
        "end": m.span.end,
        "text": m.text,
        "kind": m.kind,
        "type": m.type,
        "entity": m.entity,
        "head": m.head,
    }


def _read_mention(r: Json) -> Mention:
    return Mention(r["id"], _span(r), r["text"], r["kind"], r["type"], r["head"], r.get("entity"))


def _chain(c: Chain) -> Json:
    return {"id": c.id, "type": c.type, "label": c.label, "aliases": list(c.aliases), "same_as": c.same_as, "known": c.known}


def _read_chain(r: Json) -> Chain:
    return Chain(r["id"], r["type"], r.get("label", ""), tuple(r.get("aliases", ())), r.get("same_as"), r.get("known"))


def _time(t: TimeExpression) -> Json:
    return {
        "id": t.id,
        "start": t.span.start,
        "end": t.span.end,
        "text": t.text,
        "kind": t.kind,
        "value": t.value,
        "timex": t.timex,
    }


def _read_time(r: Json) -> TimeExpression:
    return TimeExpression(r["id"], _span(r), r["text"], r["kind"], r.get("value"), r.get("timex"))


def _argument(a: Argument) -> Json:
    if a.value is None:
        told = {"confidence": a.confidence, "alleged": a.alleged or None, "speaker": a.speaker}
        return _some({"role": a.role, "mention": a.mention, **told})
    v = a.value
    record = {"role": a.role, "value": v.number, "start": v.span.start, "end": v.span.end}
    extra = {"bound": None if v.bound == "exact" else v.bound, "high": v.high}
    return record | {key: value for key, value in extra.items() if value is not None}


def _read_argument(r: Json) -> Argument:
    if "value" not in r:
        said = {"alleged": r.get("alleged", False), "speaker": r.get("speaker")}
        return Argument(r["role"], mention=r["mention"], confidence=r.get("confidence"), **said)
    return Argument(r["role"], value=Value(r["value"], _span(r), r.get("bound", "exact"), r.get("high")))


def _event(e: Event, text: str) -> Json:
    return {
        "id": e.id,
        "type": e.type,
        "trigger": {"start": e.trigger.start, "end": e.trigger.end, "text": e.trigger.of(text)},
        "lemma": e.lemma,
        "sentence": _pair(e.sentence),
        "arguments": [_argument(a) for a in e.arguments],
        "time": e.time,
        "hint": e.hint,
        "news": e.news,
        "part_of": e.part_of,
        "same_as": e.same_as,
        "because": list(e.because),
        "after": list(e.after),
        "polarity": e.polarity,
        "modality": e.modality,
        "confidence": e.confidence,
        "rule": e.rule,
    }


def _read_event(r: Json) -> Event:
    return Event(
        id=r["id"],
        type=r["type"],
        trigger=_span(r["trigger"]),
        sentence=Span(*r["sentence"]),
        lemma=r.get("lemma", ""),
        arguments=tuple(_read_argument(a) for a in r.get("arguments", ())),
        time=r.get("time"),
        hint=r.get("hint"),
        news=r.get("news", False),
        part_of=r.get("part_of"),
        same_as=r.get("same_as"),
        because=tuple(r.get("because", ())),
        after=tuple(r.get("after", ())),
        polarity=r["polarity"],
        modality=r["modality"],
        confidence=r["confidence"],
        rule=r.get("rule", ""),
    )


def _relation(r: Relation) -> Json:
    return {
        "subject": r.subject,
        "property": r.property,
        "object": r.object,
        "start": r.evidence.start,
        "end": r.evidence.end,
        "polarity": r.polarity,
        "confidence": r.confidence,
        "former": r.former,
        "valid_from": r.valid_from,
        "valid_until": r.valid_until,
        "rule": r.rule,
    }


def _read_relation(r: Json) -> Relation:
    return Relation(
        property=r["property"],
        subject=r["subject"],
        object=r["object"],
        evidence=_span(r),
        polarity=r["polarity"],
        confidence=r["confidence"],
        former=r.get("former", False),
        valid_from=r.get("valid_from"),
        valid_until=r.get("valid_until"),
        rule=r.get("rule", ""),
    )


def _attribution(a: Attribution) -> Json:
    source = (
        None
        if a.source is None
        else {"start": a.source.start, "end": a.source.end} | ({"mention": a.mention} if a.mention else {})
    )
    return {
        "source": source,
        "speaker": a.speaker,
        "cue": _range(a.cue),
        "content": [_pair(span) for span in a.content],
        "sentence": _pair(a.sentence),
        "stance": a.stance,
        "polarity": a.polarity,
        "negated": a.negated,
        "events": list(a.events),
        "confidence": a.confidence,
        "rule": a.rule,
    }


def _read_attribution(r: Json) -> Attribution:
    source: Json = r.get("source", {})
    return Attribution(
        content=tuple(Span(*pair) for pair in r.get("content", ())),
        stance=r["stance"],
        sentence=Span(*r["sentence"]),
        source=_span(source) if source else None,
        mention=source.get("mention"),
        speaker=r.get("speaker"),
        cue=_span(r["cue"]) if "cue" in r else None,
        polarity=r["polarity"],
        negated=r.get("negated", False),
        events=tuple(r.get("events", ())),
        confidence=r["confidence"],
        rule=r.get("rule", ""),
    )
