"""What is the article and what is the page around it."""

from __future__ import annotations

import pytest
from graph.cleaning import mark
from graph.model import Article, Passage
from graph.ontology import Ontology, load
from hypothesis import given, settings
from hypothesis import strategies as st

FIRST = "Talks on the dam resumed in Geneva on Monday after a break of three weeks, two diplomats said."
SECOND = "The ministers had walked out in March over the share of water that each country may draw from the river."

FURNITURE = """
Advertisement
ADVERTISEMENT
Story continues below advertisement
Article continues after this ad
Share
Share this article
Share on Facebook
Facebook Twitter WhatsApp Email
Share | Tweet | Email
1.2K shares
34 Comments
5 min read
f
501
***
Skip to main content
Sign up for our weekly newsletter and never miss a story.
Sign up to receive our morning briefing.
Subscribe now
Subscribe to our podcast for free.
Get the day's top stories delivered straight to your inbox.
You can unsubscribe at any time.
Already a subscriber? Log in
This article is for subscribers only.
You have 2 free articles left this month.
We use cookies to improve your experience on our site.
This website uses cookies to measure traffic.
Accept all cookies
By clicking Accept, you agree to our terms.
By signing up you agree to our privacy policy.
Manage Settings
Independent journalism has never been more important.
We rely on donations from readers like you.
Please consider making a donation today.
Donate now
If you value our reporting, please support us.
Your support makes our journalism possible.
Become a member today.
© 2020 Harbour Wire. All rights reserved.
Copyright 2019 The Meridian News Company
All rights reserved.
This material may not be published, broadcast, rewritten or redistributed.
Reproduction without permission is prohibited.
This text is available under a Creative Commons Attribution licence.
The views expressed in this article are those of the author.
(This story has not been edited by our staff and is published from a syndicated feed.)
You Might Like
You may also like
Related stories
Read more
Read more: Water ministers meet again
READ ALSO: Farmers count their losses
Go deeper: How the river is shared
Go deeper
See also: A map of the basin
More from World
Most read
Recommended for you
Continue reading the main story
Click here for the full report
Read the full story on our website
Tags: water, diplomacy, Geneva
#dam #water
www.example.org
desk@example.org
Follow us on Twitter
Follow Anna Lindqvist on Twitter: @annalindqvist
Like us on Facebook for more stories
Download our app
Leave a comment
Join the conversation
Do you have a tip for our reporters?
Please enable JavaScript to view this page.
Published 3 March 2019
Updated Jan 1, 2020 - World
Last updated: March 3, 2019 14:05 GMT
Posted/updated on: January 12, 2019 at 4:25 pm
February 24, 2012 / 12:42 AM / in 6 years
AFP , Friday 21 Jan 2011
Today is Saturday January 12, 2019
#World News
International NewsOther News
Home > World > Middle East
Your email address will not be published.
You must be logged in to post a comment.
No comments:
Our Standards: The Harbour Principles.
Short link:
2 hours ago
""".strip().splitlines()

CREDITS = """
By Anna Lindqvist
By ANNA LINDQVIST, Harbour Wire
By Anna Lindqvist and Omar Haddad in Geneva
Harbour Wire Staff
Reporting by Anna Lindqvist in Geneva; Editing by Omar Haddad
(Additional reporting by Omar Haddad; writing by Anna Lindqvist)
Omar Haddad in Cairo contributed to this report.
Video Credit: Harbour Pictures - Duration: 01:58s - Published
Photo: Salim Karam/Harbour Agency via Getty Images
Image source, Getty Images
SOURCE: Agencies
Harbour News - Public Radio | By HARBOUR STAFF
Author: Anna Lindqvist Editor: Omar Haddad
OMAR HADDAD/REUTERS
""".strip().splitlines()

BODY = """
By Tuesday the water had reached the second floor of the hospital.
By the time Trump Tower opened, the case was closed.
Reporting by The Meridian News has shown that the minister knew.
The company said it would use cookies only with consent.
"We use cookies to bake a better future," the baker joked.
Thousands signed up for the army in the first week.
She subscribed to the view that the dam must be built.
The charity relies on donations from abroad, its director said.
He asked Americans to follow the law on Facebook and elsewhere.
Twitter suspended the account on Friday.
The minister said all donations were returned.
Police shared the picture with the press.
"Please give us water," said a woman in the camp.
Why it matters: The river feeds 40 million people.
Details: The text has eleven articles.
• The share of the upper country would fall to a third.
— Statement of the river commission, per Meridian News
(SOUNDBITE) (English) U.S. SECRETARY OF STATE, SAYING: "We are close to a deal."
Editor's note: This article has been updated with a comment by the commission.
Correction: An earlier version gave a wrong figure for the dead.
Matthew Brown reports.
The law was published on 3 March 2019 and took effect a week later.
Updated figures on Tuesday put the dead at 31.
Monday, March 4, 2019
Photographs of the bodies were shown to the court.
The opinion was delivered to your correspondent by hand.
More from the region followed on Monday, when two rockets hit a base.
Read aloud in court, the letter named three officers.
BAGHDAD (Reuters) - Iraq closed its border on Monday.
LONDON —
January 23, 2014 (ADDIS ABABA) – The two sides agreed on a truce.
Freetown (AFP) Aug 19, 2017 - The toll has reached 441, the government said.
BEIJING, Jan. 2, 2020 (Xinhua) -- The river rose on Thursday.
No.
1989 saw the fall of the wall.
""".strip().splitlines()


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def article(text: str, title: str | None = None) -> Article:
    return Article("a", text, "a.txt", title=title)


def kinds(passages: tuple[Passage, ...], text: str) -> list[tuple[str, str]]:
    return [(passage.kind, passage.span.of(text)) for passage in passages]


def kinds_of(text: str, ontology: Ontology) -> tuple[str, ...]:
    return tuple(passage.kind for passage in mark(article(text), ontology))


def between_paragraphs(line: str) -> str:
    return f"{FIRST}\n\n{line}\n\n{SECOND}"


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_boilerplate(line: str, ontology: Ontology) -> None:
    text = between_paragraphs(line)

    middle = kinds(mark(article(text), ontology), text)[1:-1]

    assert {"boilerplate"} == {kind for kind, _ in middle}


@pytest.mark.parametrize("line", CREDITS)
def test_credits_are_told_apart(line: str, ontology: Ontology) -> None:
    text = between_paragraphs(line)

    assert [("body", FIRST), ("credit", line), ("body", SECOND)] == kinds(mark(article(text), ontology), text)


@pytest.mark.parametrize("line", BODY)
def test_what_only_resembles_furniture_is_kept(line: str, ontology: Ontology) -> None:
    text = between_paragraphs(line)

    assert [("body", FIRST), ("body", line), ("body", SECOND)] == kinds(mark(article(text), ontology), text)


@pytest.mark.parametrize("line", [line for line in FURNITURE if line.endswith(".") and "\n" not in line][:12])
def test_furniture_at_the_end_of_a_paragraph_costs_the_paragraph_nothing(line: str, ontology: Ontology) -> None:
    text = f"{FIRST} {SECOND} {line}"

    assert [("body", f"{FIRST} {SECOND}"), ("boilerplate", line)] == kinds(mark(article(text), ontology), text)


def test_first_short_line_without_full_stop_is_the_headline(ontology: Ontology) -> None:
    text = f"Talks on the dam resume\n\n{FIRST}"
    expected = [("headline", "Talks on the dam resume"), ("body", FIRST)]

    assert expected == kinds(mark(article(text), ontology), text)


def test_a_text_of_sentences_has_no_headline(ontology: Ontology) -> None:
    text = f"{FIRST}\n{SECOND}"
    expected = ("body", "body")

    assert expected == kinds_of(text, ontology)


def test_a_text_of_one_line_is_body(ontology: Ontology) -> None:
    expected = ("body",)
    assert expected == kinds_of("Protesters storm embassy in Baghdad", ontology)


def test_known_title_is_found_below_other_lines(ontology: Ontology) -> None:
    text = f"World news\nTalks on the dam resume\n{FIRST}"

    found = kinds(mark(article(text, "Talks on the dam resume"), ontology), text)
    expected = [("boilerplate", "World news"), ("headline", "Talks on the dam resume"), ("body", FIRST)]

    assert expected == found


def test_title_run_together_with_the_text_is_cut_off(ontology: Ontology) -> None:
    text = f"Talks on the dam resume {FIRST}"

    found = kinds(mark(article(text, "Talks on the dam resume"), ontology), text)
    expected = [("headline", "Talks on the dam resume"), ("body", FIRST)]

    assert expected == found


def test_section_name_above_the_headline_is_boilerplate(ontology: Ontology) -> None:
    text = f"Africa \u00a0\n\nTalks on the dam resume in Geneva\n\n{FIRST}"
    expected = ("boilerplate", "headline", "body")

    assert expected == kinds_of(text, ontology)


def test_of_a_headline_that_stands_twice_the_one_above_the_text_is_kept(ontology: Ontology) -> None:
    text = f"Talks on the dam resume\nTalks on the dam resume\n{FIRST}"
    expected = ("boilerplate", "headline", "body")

    assert expected == kinds_of(text, ontology)


@pytest.mark.parametrize("headline", ["Talks on the dam resume", "Dam Talks Fail Once Again!"])
@pytest.mark.parametrize("below", ["March 4, 2019", "By Anna Lindqvist"])
def test_headline_below_a_menu_stands_above_the_date_or_the_byline(ontology: Ontology, headline: str, below: str) -> None:
    menu = ["Directory of sites", "Contact", "Pictures", "Winds fan wildfires in the hills", "Emigrants return home in despair"]
    text = "\n".join([*menu, headline, below, FIRST])

    found = kinds(mark(article(text), ontology), text)

    assert [("boilerplate", line) for line in menu] == found[:5]
    assert found[5] == ("headline", headline)


def test_menu_below_the_text_is_boilerplate_once_furniture_has_begun(ontology: Ontology) -> None:
    text = f"{FIRST}\n\nThe victims\nAnna Lindqvist, 34\n\nNext article\nFarmers count their losses"
    expected = ("body", "body", "body", "boilerplate", "boilerplate")

    assert expected == kinds_of(text, ontology)


def test_paragraph_that_stands_twice_is_marked_once(ontology: Ontology) -> None:
    expected = ("body", "boilerplate", "body")

    assert expected == kinds_of(f"{FIRST}\n\n{FIRST}\n\n{SECOND}", ontology)


def test_line_between_headline_and_text_belongs_to_the_headline(ontology: Ontology) -> None:
    text = f"Talks on the dam resume\n\nDelegates return to Geneva\n\n{FIRST}"
    expected = ("headline", "headline", "body")

    assert expected == kinds_of(text, ontology)


@pytest.mark.parametrize(
    "credit",
    [
        "OMAR HADDAD/REUTERS",
        "Photo: Salim Karam/Harbour Agency via Getty Images",
        "(AP Photo/Salim Karam)",
        "Image: Salim Karam.",
        "Salim Karam/AFP via Getty Images",
    ],
)
def test_what_stands_before_a_photo_credit_is_its_caption(credit: str, ontology: Ontology) -> None:
    caption = "Delegates arrive at the hotel in Geneva, March 4, 2019."
    text = between_paragraphs(f"{caption} {credit}")

    assert [("caption", caption), ("credit", credit)] == kinds(mark(article(text), ontology), text)[1:-1]


def test_alternative_text_above_a_caption_is_caption(ontology: Ontology) -> None:
    text = between_paragraphs("Delegates arrive at the hotel\nDelegates arrive at the hotel in Geneva. Photo: Salim Karam/AFP")
    expected = ("body", "caption", "caption", "credit", "body")

    assert expected == kinds_of(text, ontology)


def test_date_run_together_with_the_first_sentence_is_cut_off(ontology: Ontology) -> None:
    text = f"HeadlineMar 04, 2019{FIRST}"
    expected = [("boilerplate", "HeadlineMar 04, 2019"), ("body", FIRST)]

    assert expected == kinds(mark(article(text), ontology), text)


def test_titles_below_related_stories_are_boilerplate(ontology: Ontology) -> None:
    text = f"{FIRST}\n\nRelated stories\nFarmers count their losses\nMinister resigns over leak\n\n{SECOND}"
    expected = ("body", "boilerplate", "boilerplate", "boilerplate", "body")

    assert expected == kinds_of(text, ontology)


def test_words_to_the_reader_amid_boilerplate_are_boilerplate(ontology: Ontology) -> None:
    text = f"{FIRST}\n\nDonate now to support us\nEvery bit lets us go on.\nMake a donation"
    expected = ("body", "boilerplate", "boilerplate", "boilerplate")

    assert expected == kinds_of(text, ontology)


def test_words_to_the_reader_in_the_text_are_body(ontology: Ontology) -> None:
    text = f"{FIRST}\n\nWe will know more on Friday.\n\n{SECOND}"

    assert {"body"} == {passage.kind for passage in mark(article(text), ontology)}


LINES = st.sampled_from([*FURNITURE, *CREDITS, *BODY, FIRST, SECOND, "Talks on the dam resume", "World"])
TEXTS = st.one_of(
    st.text(max_size=300),
    st.builds(lambda lines, gap: gap.join(lines), st.lists(LINES, max_size=8), st.sampled_from(["\n", "\n\n", "\r\n", " ", ""])),
)


@settings(deadline=None)
@given(text=TEXTS, title=st.one_of(st.none(), LINES))
def test_passages_hold_every_character_once(ontology: Ontology, text: str, title: str | None) -> None:
    passages = mark(article(text, title), ontology)

    held = [place for passage in passages for place in range(passage.span.start, passage.span.end)]
    assert held == sorted(set(held))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= set(held)
    assert all(passage.span.of(text) == passage.span.of(text).strip() != "" for passage in passages)


def test_every_rule_says_why_and_has_a_known_kind(ontology: Ontology) -> None:
    assert {"body", "boilerplate", "credit"} == {rule.kind for rule in ontology.cleaning}
    assert all(rule.comment for rule in ontology.cleaning)
