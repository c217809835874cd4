from graph.resolve.copies import Text, copies, lineages, shingles

WIRE = " ".join(f"word{number} tells{number % 7} of{number % 11} what{number} happened" for number in range(60))
OTHER = " ".join(f"other{number} things{number % 5} were{number} said" for number in range(80))


def text(identifier: str, words: str, published: str | None = None) -> Text:
    return Text(identifier, published, shingles([words]))


def test_the_same_words_give_the_same_sample():
    assert shingles([WIRE]) == shingles([WIRE.upper()])
    assert 0 < len(shingles([WIRE])) < len(WIRE.split())


def test_an_article_that_carries_another_is_its_copy():
    found = copies([text("late", WIRE + " " + OTHER[:200], "2020-01-02"), text("early", WIRE, "2020-01-01"), text("own", OTHER)])
    assert (("late", "early"),) == found


def test_without_dates_the_longer_is_the_original():
    assert (("a", "b"),) == copies([text("a", WIRE), text("b", WIRE + " " + OTHER[:100])])


def test_a_shared_quote_is_no_copy():
    quote = WIRE[:300]
    fillers = [" ".join(f"{tale}{number} word{number % 3}{tale}" for number in range(300)) for tale in ("x", "y")]
    assert () == copies([text(str(at), f"{quote} {filler}") for at, filler in enumerate(fillers)])


def test_lineages_hang_together_by_copying():
    assert {"a": "a", "b": "a", "c": "a", "d": "d"} == dict(lineages("abcd", [("b", "a"), ("c", "b")]))
