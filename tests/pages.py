"""Graphs made by hand for tests of the page: one told by two outlets, one whose every text is hostile, one large."""

from __future__ import annotations

from functools import cache

from graph.assemble import GraphData, assemble
from graph.model import Chain, Entity, Local, Resolution, Value
from graph.ontology import load

from newsroom import BASE, Atlas, Story, resolution

HOSTILE = (
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<!--<script>",
    "{{ 7*7 }}{% raw %}",
    "\u202eevil\u2066 name\u2028line",
)
SCRIPT_LINK = "javascript:window.ran=1"


@cache
def ontology():
    return load()


def graph(*stories: Story, resolved: Resolution | None = None, **choices) -> GraphData:
    texts = [story.extraction() for story in stories]
    resolved = resolved or resolution(*stories, **choices)
    return assemble(lambda: iter(texts), resolved, ontology=ontology(), gazetteer=Atlas(), base_iri=BASE)


def _first_paper() -> Story:
    text = (
        "American jets bombed Kataib Hezbollah in Baghdad, killing 25 people. Crowds stormed the gate. "
        "Washington said Iran planned the attack. Iran vowed to withdraw."
    )
    story = Story(text, "morning", "2020-01-01", "Morning Post", "Jets strike militia", "https://news.example/strike")
    roles = {
        "agent": story.name("American jets", "MilitaryForce"),
        "target": story.name("Kataib Hezbollah", "ArmedGroup"),
        "place": story.name("Baghdad", "City"),
        "fatalities": Value(25, story.span("25")),
    }
    story.event("Airstrike", "bombed", roles, time="2019-12-29")
    story.event("Demonstration", "stormed", {"agent": story.name("Crowds", "Group")}, time="2019-12-31")
    story.name("Washington")
    iran = story.name("Iran")
    attack = story.event("Attack", "attack", {"agent": iran})
    story.says("Washington", "said", "Iran planned the attack", "alleges", (attack,))
    story.event("Withdrawal", "withdraw", {"agent": iran}, modality="planned")
    return story


def _second_paper() -> Story:
    text = "The bombing of Kata’ib Hizballah killed at least 30 people, the Daily Star reported."
    story = Story(text, "star", "2020-01-01", "Daily Star", "Deadly bombing")
    story.chains.append(Chain("Kataib Hezbollah", "ArmedGroup", "Kataib Hezbollah"))
    target = story.name("Kata’ib Hizballah", "ArmedGroup", "Kataib Hezbollah")
    fatalities = Value(30, story.span("30"))
    story.event("Airstrike", "bombing", {"target": target, "fatalities": fatalities}, time="2019-12-29")
    return story


def newspapers() -> GraphData:
    stories = (_first_paper(), _second_paper())
    return graph(*stories, same=(("morning/v1", "star/v1"),), known={"Baghdad": "gn:98182"})


def hostile() -> GraphData:
    text = f"{HOSTILE[1]} attacked {HOSTILE[0]} near {HOSTILE[4]}."
    story = Story(text, HOSTILE[2], "2020-01-02", HOSTILE[0], HOSTILE[1], SCRIPT_LINK)
    agent, target = story.name(HOSTILE[1], "ArmedGroup"), story.name(HOSTILE[0], "Group")
    place = story.name(HOSTILE[4], "City")
    event = story.event("Attack", "attacked", {"agent": agent, "target": target, "place": place}, time="2020-01-01")
    entities = tuple(
        Entity(f"e{number}", chain.type, chain.label, (HOSTILE[3],), (Local(story.id, chain.id),), (SCRIPT_LINK,))
        for number, chain in enumerate(story.chains)
    )
    incidents = resolution(story).incidents
    assert event == "v1"
    return graph(story, resolved=Resolution(entities, incidents, ()))


def crowd(events: int) -> GraphData:
    """As many events, each in a sentence of its own, between a few more names."""
    return graph(*crowd_stories(events))


def crowd_stories(events: int) -> list[Story]:
    stories = []
    for start in range(0, events, 20):
        names = [(f"Front {number}", f"Village {number}", number) for number in range(start, min(start + 20, events))]
        sentences = [f"Fighters of {front} shelled and looted {village} at dawn, officials said." for front, village, _ in names]
        story = Story(" ".join(sentences), f"a{start:05}", "2020-02-01", f"Paper {start % 7}", f"Report {start}")
        for front, village, number in names:
            roles = {"agent": story.name(f"{front} ", "ArmedGroup"), "target": story.name(f"{village} ", "City")}
            place = story.text.index(f"of {front} ")
            story.event("Shelling", story.text[place : place + len(front) + 11], roles, time=f"2020-01-{number % 28 + 1:02}")
        stories.append(story)
    return stories


def gossip(events: int, papers: int) -> GraphData:
    """A crowd of events, the first of which many papers tell."""
    *others, _ = crowd_stories(events)
    text = "Rebels shelled Harbour before noon."
    stories = [Story(text, f"p{number:03}", "2020-02-02", f"Gazette {number}") for number in range(papers)]
    for story in stories:
        story.event("Shelling", "shelled", {"agent": story.name("Rebels", "ArmedGroup"), "target": story.name("Harbour", "City")})
    return graph(*others, *stories, same=(tuple(f"{story.id}/v1" for story in stories),))
