import sqlite3

import pytest
from graph.gazetteer import Gazetteer, Match, name_key, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.candidates[0].key) for match in gazetteer.find(text)]


def best(gazetteer: Gazetteer, name: str, near: tuple[str, ...] = ()) -> tuple[str, str, str | None]:
    candidate = gazetteer.lookup(name, near=near)[0]
    return candidate.type, candidate.label, candidate.country


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "us"),
        ("The Netherlands", "netherlands"),
        ("Kata’ib Hezbollah", "kataib hezbollah"),
        ("Deir ez-Zor", "deir ez zor"),
        ("São Tomé", "sao tome"),
        ("AT&T", "at and t"),
        ("Erdoğan", "erdogan"),
    ],
)
def test_spellings_of_a_name_share_a_key(name, key):
    assert key == name_key(name)


@pytest.mark.parametrize(
    "spelling",
    ["Kataib Hezbollah", "Kata'ib Hezbollah", "Kata’ib Hezbollah", "Kata‘ib Hezbollah", "Kataeb Hezbollah", "Kateeb Hezbollah",
     "Kata'ib Hizballah", "KATAIB HEZBOLLAH"],
)  # fmt: skip
def test_transliterations_are_one_actor(gazetteer, spelling):
    text = f"Fighters of {spelling}, which Iran backs, withdrew."
    assert [(spelling, "seed:kataib-hezbollah"), ("Iran", "country:IR")] == found(gazetteer, text)


@pytest.mark.parametrize("name", ["PMF", "Popular Mobilisation Units", "Hashd al-Shaabi", "Hashd al-Sha’abi", "Hashd Shaabi"])
def test_acronyms_and_arabic_names_are_one_actor(gazetteer, name):
    assert [(name, "seed:popular-mobilization-forces")] == found(gazetteer, f"A rally of the {name} was held.")


def test_offsets_are_code_points_of_the_text_as_given(gazetteer):
    text = "😀 “Kata’ib Hezbollah” left İstanbul — Türkiye’s city\u00a0— for São Paulo"
    spans = [(match.start, match.end) for match in gazetteer.find(text)]
    assert [text.index("Kata’ib"), text.index("İstanbul"), text.index("Türkiye")] == [start for start, _ in spans]
    assert [text[start:end] for start, end in spans] == ["Kata’ib Hezbollah", "İstanbul", "Türkiye"]


def test_the_longest_name_wins(gazetteer):
    text = "The Washington Post and South Korea, Papua New Guinea and the UN Security Council."
    expected = ["Washington Post", "South Korea", "Papua New Guinea", "UN Security Council"]
    assert expected == [name.removeprefix("The ") for name, _ in found(gazetteer, text)]


def test_a_longer_name_that_does_not_fit_hides_no_shorter_one(gazetteer):
    assert found(gazetteer, "the Iran air defences") == [("Iran", "country:IR")]
    assert found(gazetteer, "an Iran Air flight") == [("Iran Air", "seed:iran-air")]


@pytest.mark.parametrize(
    "text",
    [
        "It is us who did it; so is he.",
        "ASKED WHO TOLD US, HE SAID IT IS NO SECRET.",
        "Of the mobile phones, a nice reading of the bath was worth a deeper look in March; turkey and china were on the table.",
        "The apple, the ford and the shell lay on the target in Reading, near Bath, Nice, Hit and Mobile.",
        "On November 17 he went deeper.",
        "an Islamic state",
        "Iranically, Usage, UNable",
    ],
)
def test_ordinary_words_are_not_found(gazetteer, text):
    assert found(gazetteer, text) == []


def test_acronyms_match_only_in_capitals(gazetteer):
    expected = [("US", "country:US"), ("WHO", "seed:world-health-organization")]
    assert expected == found(gazetteer, "The US left the WHO, who told us.")


def test_text_in_capitals_is_read_too(gazetteer):
    text = "SAN SALVADOR (ACAN-EFE) -- SALVADORAN PRESIDENT ALFREDO CRISTIANI CONDEMNED THE FMLN, U.S. AND UN OFFICIALS SAID."
    expected = ["SAN SALVADOR", "EFE", "SALVADORAN", "ALFREDO CRISTIANI", "FMLN", "U.S.", "UN"]
    assert expected == [name for name, _ in found(gazetteer, text)]


def test_a_hyphen_ends_a_name(gazetteer):
    expected = [("Iran", "country:IR"), ("U.S.", "country:US"), ("EU", "seed:european-union")]
    assert expected == found(gazetteer, "an Iran-backed militia, U.S.-led raids, EU-wide rules")


def test_demonyms_are_found_as_such(gazetteer):
    match = gazetteer.find("Two Iraqis were killed.")[0]
    assert Match(4, 10, match.candidates) == match
    assert [(known.kind, known.key, known.label) for known in match.candidates] == [("demonym", "country:IQ", "Iraq")]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Iraqi", "country:IQ"),
        ("Americans", "country:US"),
        ("British", "country:GB"),
        ("Dutch", "country:NL"),
        ("Emirati", "country:AE"),
        ("Palestinian", "country:PS"),
        ("North Korean", "country:KP"),
        ("European", "seed:europe"),
        ("Soviet", "seed:soviet-union"),
    ],
)
def test_demonym_names_its_country_or_region(gazetteer, word, key):
    known = gazetteer.demonym(word)
    assert (key, "demonym") == (known.key, known.kind)


@pytest.mark.parametrize("word", ["polish", "swiss", "Iraq", "Kurdistan", "table"])
def test_no_demonym(gazetteer, word):
    assert gazetteer.demonym(word) is None


@pytest.mark.parametrize("name", ["US", "U.S.", "USA", "United States", "America", "the United States"])
def test_names_of_a_country(gazetteer, name):
    assert best(gazetteer, name) == ("Country", "United States", "country:US")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Washington", ("City", "Washington, D.C.", "country:US")),
        ("Georgia", ("Country", "Georgia", "country:GE")),
        ("Jordan", ("Country", "Jordan", "country:JO")),
        ("Mexico", ("Country", "Mexico", "country:MX")),
        ("Singapore", ("Country", "Singapore", "country:SG")),
        ("New York", ("City", "New York City", "country:US")),
        ("Paris", ("City", "Paris", "country:FR")),
        ("Mosul", ("City", "Mosul", "country:IQ")),
        ("Kirkuk", ("City", "Kirkuk", "country:IQ")),
        ("Aleppo", ("City", "Aleppo", "country:SY")),
        ("Kobane", ("City", "Kobani", "country:SY")),
        ("Kobani", ("City", "Kobani", "country:SY")),
        ("Ayn al-Arab", ("City", "Kobani", "country:SY")),
        ("Raqqa", ("City", "Raqqa", "country:SY")),
        ("Deir al-Zour", ("City", "Deir ez-Zor", "country:SY")),
        ("Idlib", ("City", "Idlib", "country:SY")),
        ("Anbar", ("Region", "Anbar", "country:IQ")),
        ("Nineveh", ("Region", "Nineveh", "country:IQ")),
        ("West Bank", ("Region", "West Bank", "country:PS")),
        ("Crimea", ("Region", "Crimea", "country:UA")),
        ("Kurdistan", ("Region", "Kurdistan", "country:IQ")),
        ("Middle East", ("Region", "Middle East", None)),
        ("Persian Gulf", ("GeographicFeature", "Persian Gulf", None)),
        ("Green Zone", ("Region", "Green Zone", "country:IQ")),
        ("Kiev", ("City", "Kyiv", "country:UA")),
        ("Helmand province", ("Region", "Helmand", "country:AF")),
        ("Province of Anbar", ("Region", "Anbar", "country:IQ")),
        ("Georgia state", ("Region", "Georgia", "country:US")),
        ("Birmingham", ("City", "Birmingham", "country:GB")),
        ("Birmingham, Alabama", ("City", "Birmingham", "country:US")),
        ("Paris, Texas", ("City", "Paris", "country:US")),
    ],
)
def test_the_best_candidate(gazetteer, name, expected):
    assert expected == best(gazetteer, name)


@pytest.mark.parametrize(
    ("name", "near", "expected"),
    [
        ("Georgia", "country:US", ("Region", "Georgia", "country:US")),
        ("Birmingham", "country:US", ("City", "Birmingham", "country:US")),
        ("Tripoli", "country:LB", ("City", "Tripoli", "country:LB")),
        ("Paris", "country:US", ("City", "Paris", "country:FR")),
        ("Baghdad", "country:US", ("City", "Baghdad", "country:IQ")),
    ],
)
def test_countries_of_the_document_weigh(gazetteer, name, near, expected):
    assert expected == best(gazetteer, name, near=(near,))


@pytest.mark.parametrize("name", ["us", "Of", "who", "Xyzzyville", "", "province", ", "])
def test_nothing_by_that_name(gazetteer, name):
    assert gazetteer.lookup(name) == ()


@pytest.mark.parametrize("name", ["Police", "Worth", "Drug", "Hit", "Car"])
def test_towns_called_like_english_words_are_no_candidates(gazetteer, name):
    assert gazetteer.lookup(name) == ()


@pytest.mark.parametrize("name", ["Nice", "Reading", "Mobile", "Bath"])
def test_cities_called_like_english_words_are(gazetteer, name):
    assert best(gazetteer, name)[:2] == ("City", name)


def test_a_town_of_the_documents_country_is_a_candidate_whatever_its_name(gazetteer):
    assert best(gazetteer, "Hit", near=("country:IQ",)) == ("City", "Hit", "country:IQ")


def test_surnames_are_looked_up_but_not_found(gazetteer):
    assert gazetteer.lookup("Trump")[0].key == "seed:donald-trump"
    assert found(gazetteer, "Mr Trump spoke.") == []


@pytest.mark.parametrize(
    ("city", "country"),
    [("Washington", "country:US"), ("Tehran", "country:IR"), ("Moscow", "country:RU"), ("Beijing", "country:CN"),
     ("Kabul", "country:AF"), ("Kyiv", "country:UA"), ("Mosul", None), ("New York", None)],
)  # fmt: skip
def test_capital(gazetteer, city, country):
    assert country == gazetteer.capital(gazetteer.lookup(city)[0].key)


def test_only_capitals_are_capitals(gazetteer):
    assert [gazetteer.capital(key) for key in ("seed:hamas", "gn:1", "country:IQ")] == [None, None, None]


@pytest.mark.parametrize(
    ("key", "labels"),
    [
        ("gn:98182", ["Baghdad", "Iraq"]),
        ("seed:green-zone", ["Baghdad", "Baghdad", "Iraq"]),
        ("gn:94787", ["Kirkuk", "Iraq"]),
        ("country:IQ", []),
        ("seed:hamas", []),
        ("gn:1", []),
    ],
)
def test_within_goes_up_to_the_country(gazetteer, key, labels):
    assert labels == [gazetteer.get(above).label for above in gazetteer.within(key)]


def test_what_is_known_of_a_place(gazetteer):
    baghdad = gazetteer.get("gn:98182")
    assert (baghdad.geonames, baghdad.wikidata) == ("https://sws.geonames.org/98182/", "http://www.wikidata.org/entity/Q1530")
    assert (baghdad.lat, baghdad.lon) == (33.3406, 44.4009)
    iraq = gazetteer.get("country:IQ")
    assert (iraq.geonames, iraq.wikidata) == ("https://sws.geonames.org/99237/", "http://www.wikidata.org/entity/Q796")


def test_what_is_known_of_an_actor(gazetteer):
    quds = gazetteer.get("seed:quds-force")
    assert (quds.type, quds.kind, quds.country) == ("MilitaryForce", "actor", "country:IR")
    assert gazetteer.get("seed:nobody") is None


def test_every_seed_can_be_looked_up_by_its_label(gazetteer):
    lost = [seed.label for seed in gazetteer.seeds() if seed.key not in {known.key for known in gazetteer.lookup(seed.label)}]
    assert lost == []


def test_own_files_can_be_opened(tmp_path, gazetteer):
    actors = tmp_path / "actors.ttl"
    actors.write_text(
        "@prefix e: <https://example.org/entity/> . @prefix ng: <https://example.org/ontology#> ."
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        'e:zorg a ng:Company ; skos:prefLabel "Zorg Industries" ; ng:basedIn e:fr . e:fr a ng:Country ; ng:iso "FR" .'
    )
    own = open_gazetteer(actors=actors)
    assert found(own, "Zorg Industries of France") == [("Zorg Industries", "seed:zorg")]
    assert own.get("seed:zorg").country == "country:FR"
    assert own.digest != gazetteer.digest


def test_places_are_sorted_and_unique_for_reproducible_bytes(gazetteer):
    connection = sqlite3.connect(gazetteer.path)
    ids = [row[0] for row in connection.execute("SELECT id FROM place")]
    connection.close()
    assert sorted(set(ids)) == ids
