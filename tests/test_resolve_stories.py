from collections.abc import Mapping

from graph.resolve.stories import Profile, stories

OTHERS = 40


def profile(article: str, published: str | None, names: range) -> Profile:
    return Profile(article, published, frozenset(names), frozenset(), frozenset())


def of(*told: Profile) -> Mapping[str, str]:
    """Told among many articles that have nothing to do with them."""
    others = (profile(f"z{at}", "2001-01-01", range(1000 + 100 * at, 1040 + 100 * at)) for at in range(OTHERS))
    return stories([*told, *others], [])


def test_slightly_alike_articles_of_one_week_are_one_story():
    left, right = profile("a", "2020-01-02", range(40)), profile("b", "2020-01-04", range(34, 74))
    found = of(left, right)
    assert found["a"] == found["b"] == "a"


def test_without_a_date_slightly_alike_articles_hang_together_two_by_two_but_make_no_chain():
    chain = [profile(article, None, range(34 * at, 34 * at + 40)) for at, article in enumerate("abcdef")]
    stories_of = list(of(*chain).values())
    assert 2 == max(map(stories_of.count, stories_of))


def test_without_a_date_much_alike_articles_are_one_story():
    chain = [profile(article, None, range(10 * at, 10 * at + 40)) for at, article in enumerate("abcdef")]
    assert {"a"} == {of(*chain)[article] for article in "abcdef"}


def test_the_order_of_articles_makes_no_difference():
    chain = [profile(article, None, range(33 * at, 33 * at + 40)) for at, article in enumerate("abcdef")]
    assert of(*chain) == of(*reversed(chain))
