"""Places: which names say where something happened, and which entry of the gazetteer they mean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cenotaph.extract.places import find
from cenotaph.gazetteer import GeoNames, shipped
from cenotaph.model import Account, Capture, Claim, Document, Mark, Place, Responsibility, Span
from cenotaph.resolve import beats
from cenotaph.resolve.places import resolve_places
from cenotaph.text import Grammar, load_grammar, read_text
from cenotaph.text.names import find_names
from cenotaph.text.sentences import split


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[GeoNames]:
    found = shipped()
    yield found
    found.close()


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return load_grammar()


def account_of(text: str, gazetteer: GeoNames, title: str | None = None) -> Account:
    """Return an account whose places are marked and looked up."""
    document = Document.of(text, title)
    marks = tuple(
        Mark(span=n.span, value=Place(name=n.name, relation=n.relation))
        for n in find_names(split(document), gazetteer)
        if n.kind == "place"
    )
    return resolve_places(Account(document=document, marks=marks), gazetteer)


def places(text: str, gazetteer: GeoNames) -> list[tuple[str, str | None, str | None, str]]:
    marks = account_of(text, gazetteer).marks
    found = [m.value for m in marks if isinstance(m.value, Place)]
    return [(p.name, p.country, p.admin1, p.precision) for p in found]


def claims(
    text: str, grammar: Grammar, gazetteer: GeoNames, title: str | None = None
) -> list[Claim]:
    return list(find(read_text(Document.of(text, title), grammar, gazetteer)))


def said(text: str, grammar: Grammar, gazetteer: GeoNames) -> list[str]:
    """Return the places of claims that feed something: a bureau's dateline alone does not."""
    found = (c for c in claims(text, grammar, gazetteer) if c.confidence >= 0.5)
    return [c.value.name for c in found if isinstance(c.value, Place)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A bomb killed four people in Kharkiv.", ["Kharkiv"]),
        ("Four people were killed when a shell hit a bakery in the port city of Odesa.", ["Odesa"]),
        ("A rocket hit Ariha on Monday, killing two people.", ["Ariha"]),
        ("An attack on Ariha killed two people.", ["Ariha"]),
        (
            "Ruritania denied that its troops hit a Sumy market. Kyiv said France fired the shell.",
            ["Sumy"],
        ),
        (
            "Raids have killed 30 in Aleppo since May, and nine died in a blast in Sumy on Friday.",
            ["Sumy"],
        ),
        ("The shelling of Sumy killed nine people.", ["Sumy"]),
        ("Missiles hit Poltava and Lviv, killing three.", ["Poltava", "Lviv"]),
        ("Two people were shot dead near Bakersfield, California.", ["Bakersfield"]),
        ("An explosion in eastern Afghanistan killed two children.", ["Afghanistan"]),
        ("A blast in Kabul killed six, officials said in Islamabad.", ["Kabul"]),
        ("A blast in Kabul killed six; the wounded were flown to Delhi.", ["Kabul"]),
        ("A raid in Sudan's El Geneina killed nine people.", ["Sudan", "El Geneina"]),
        ("Six were killed 30 km from Gaziantep.", ["Gaziantep"]),
        ("A raid on a camp killed nine, the government in Niamey said.", []),
        ("Three nurses from Kraków were killed in Lviv.", ["Lviv"]),
        ("The ministry said a bomb killed three people in Izmir.", ["Izmir"]),
        ("Moscow denied the shelling of Sumy.", ["Sumy"]),
        ("A raid by the Saudi-led coalition hit a farm in Taiz.", ["Taiz"]),
        ("Six men were killed by a US drone strike in Yemen.", ["Yemen"]),
        ("More than 1,400 people have been killed in Kharkiv since the war began.", []),
        ("Two men were shot dead in the Mill Run neighborhood.", ["Mill Run neighborhood"]),
        ("A bomb killed two people at Corvin Airport.", ["Corvin Airport"]),
        ("A bomb killed two people on Corvin Street.", []),
        ("A bomb killed two people in Zarkaville, Sumy region.", ["Zarkaville", "Sumy region"]),
        ("Six people were killed in Zarkaville village.", ["Zarkaville"]),
        ("Six people were killed in Al Zarka refugee camp.", ["Al Zarka"]),
        ("Six people were killed in the Boy Scout camp.", []),
        ("Six people were killed on the outskirts of Zarkaville.", ["Zarkaville"]),
        ("At least 27 people drowned off Calais.", ["Calais"]),
        ("Six people were killed in Bir al-Zarka in north Sinai.", ["Bir al-Zarka", "Sinai"]),
        ("A man was shot dead in Pueblo Dec. 3.", ["Pueblo"]),
        ("Two were shot in Tulsa. Ivo Tarn, 21, of Pueblo, was arrested.", ["Tulsa"]),
        ("Two were shot in Tulsa. Ivo Tarn, 21, was arrested in Pueblo.", ["Tulsa", "Pueblo"]),
        ("Two were shot. Ivo Tarn, 21, of Pueblo, was killed.", ["Pueblo"]),
        ("A man was shot dead in Pueblo High.", []),
    ],
)
def test_words_that_put_an_event_somewhere_make_a_claim(
    grammar: Grammar, gazetteer: GeoNames, text: str, found: list[str]
):
    assert said(text, grammar, gazetteer) == found


@pytest.mark.parametrize(
    "text",
    [
        "He told reporters in Geneva that the war must end.",
        "The minister lives in Paris.",
        "The price of bread rose in Cairo.",
        "",
    ],
)
def test_a_place_without_an_event_is_no_claim(grammar: Grammar, gazetteer: GeoNames, text: str):
    assert said(text, grammar, gazetteer) == []


def test_a_dateline_stands_in_where_no_words_say_where(grammar: Grammar, gazetteer: GeoNames):
    text = "TULSA, Okla. (AP) — Two men were shot dead outside a bar on Friday night."
    found = claims(text, grammar, gazetteer)
    assert [(c.value.name, c.confidence < 0.6) for c in found if isinstance(c.value, Place)] == [
        ("TULSA", True)
    ]


def test_a_bureau_far_away_is_not_where_it_happened(grammar: Grammar, gazetteer: GeoNames):
    text = (
        "MOSCOW (AFP) — A bus was blown up and six sailors died. Callao is a port. "
        "The ship left Callao at once."
    )
    assert "MOSCOW" not in said(text, grammar, gazetteer)


def test_a_neighborhood_is_no_town_of_that_name(grammar: Grammar, gazetteer: GeoNames):
    text = (
        "Two men were shot dead in the Austin neighborhood, Chicago police said. Austin is tense."
    )
    assert said(text, grammar, gazetteer) == ["Austin neighborhood", "Chicago"]


def test_the_police_that_came_stand_in_where_no_words_say_where(
    grammar: Grammar, gazetteer: GeoNames
):
    text = "Two men were shot dead outside a bar on Friday night. Tulsa police have no suspects."
    assert said(text, grammar, gazetteer) == ["Tulsa"]


def test_the_city_is_the_town_named_before(grammar: Grammar, gazetteer: GeoNames):
    text = "Bread is scarce in Sumy. A rocket killed nine people in the north of the city."
    reading = read_text(Document.of(text), grammar, gazetteer)
    (claim,) = find(reading)
    assert claim.value == Place(name="Sumy")
    mention = next(m for m in reading.mentions if m.id == claim.about)
    assert mention.span.start > text.index("rocket")


def test_the_publisher_behind_the_dash_of_a_title_is_not_where(
    grammar: Grammar, gazetteer: GeoNames
):
    title = "Two men shot dead at a bar - WXYZ News Tulsa, Oklahoma"
    found = claims("Pueblo police have no suspects.", grammar, gazetteer, title)
    assert [c.value.name for c in found if isinstance(c.value, Place)] == ["Pueblo"]
    title = "Two men shot dead - Tulsa bar is closed"
    found = claims("They have no suspects.", grammar, gazetteer, title)
    assert [c.value.name for c in found if isinstance(c.value, Place)] == ["Tulsa"]


def test_a_country_that_attacks_is_not_where_it_attacks(grammar: Grammar, gazetteer: GeoNames):
    text = "Russia's shelling of a clinic in Sumy killed nine people."
    assert said(text, grammar, gazetteer) == ["Sumy"]


def test_a_claim_quotes_its_place_and_hangs_on_the_event(grammar: Grammar, gazetteer: GeoNames):
    text = "Officials met on Monday. A bomb killed four people in Kharkiv."
    document = Document.of(text)
    reading = read_text(document, grammar, gazetteer)
    (claim,) = find(reading)
    assert document.quote(claim.evidence) == "Kharkiv"
    assert document.quote(claim.sentence) == "A bomb killed four people in Kharkiv."
    assert claim.about in {m.id for m in reading.mentions}
    assert claim.extractor == "places"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shots fell in Mariupol.", [("Mariupol", "UA", "Donetska oblast", "town")]),
        (
            "Shots fell in Springfield, Ohio.",
            [("Springfield", "US", "Ohio", "town"), ("Ohio", "US", "Ohio", "admin1")],
        ),
        (
            "Shots fell in Paris, Texas.",
            [("Paris", "US", "Texas", "town"), ("Texas", "US", "Texas", "admin1")],
        ),
        ("Shots fell in Paris.", [("Paris", "FR", "Île-de-France", "town")]),
        (
            "Shots fell in Albany, New York.",
            [("Albany", "US", "New York", "town"), ("New York", "US", "New York", "admin1")],
        ),
        ("Shots fell in New York.", [("New York", "US", "New York", "town")]),
        ("Shots fell in Georgia, a Georgian paper wrote.", [("Georgia", "GE", None, "country")]),
        (
            "Shots fell in Atlanta, Georgia.",
            [("Atlanta", "US", "Georgia", "town"), ("Georgia", "US", "Georgia", "admin1")],
        ),
        ("Shots fell in Sumy region.", [("Sumy region", "UA", "Sumska oblast", "admin1")]),
        ("Shots fell in Harris County, Texas.", [
            ("Harris County", "US", "Texas", "admin2"), ("Texas", "US", "Texas", "admin1"),
        ]),
        ("Shots fell 12 km south of Kherson.", [("Kherson", "UA", "Khersonska oblast", "near")]),
        ("Shots fell in the village of Zarkivtsi.", [("Zarkivtsi", None, None, "unresolved")]),
        ("Shots fell in the Middle East.", [("Middle East", None, None, "unresolved")]),
        ("Shots fell on Kestrel Lane.", [("Kestrel Lane", None, None, "unresolved")]),
        ("Shots hit Odessa; Ukrainian guns answered.", [("Odessa", "UA", "Odeska oblast", "town")]),
        (
            "Shots fell in Odessa, Texas.",
            [("Odessa", "US", "Texas", "town"), ("Texas", "US", "Texas", "admin1")],
        ),
    ],
)  # fmt: skip
def test_the_account_decides_what_a_name_means(
    gazetteer: GeoNames, text: str, found: list[tuple[str, str | None, str | None, str]]
):
    assert places(text, gazetteer) == found


def test_other_places_of_the_account_decide(gazetteer: GeoNames):
    text = "Shots fell in Tripoli. Beirut and Sidon in Lebanon were quiet."
    assert places(text, gazetteer)[0][:2] == ("Tripoli", "LB")
    text = "Shots fell in Tripoli. Benghazi and Misrata in Libya were quiet."
    assert places(text, gazetteer)[0][:2] == ("Tripoli", "LY")


def test_the_ground_that_common_names_share_decides(gazetteer: GeoNames):
    text = "Shots fell in Greenville. It was quiet in Piqua, in Darke County and in Tipp City."
    assert [p[1:3] for p in places(text, gazetteer)] == [("US", "Ohio")] * 4
    text = "Shots fell in Paris. Lexington and Georgetown were quiet, Lancaster and Winchester too."
    assert places(text, gazetteer)[0][1] == "FR", "every region has towns so called"


def test_a_name_does_not_speak_for_itself(gazetteer: GeoNames):
    text = "Shots fell in Lebanon; in Lebanon! It was quiet in Hershey, Annville and Myerstown."
    assert places(text, gazetteer)[0][1] != "LB"


def test_a_name_that_no_gazetteer_holds_lies_in_the_town_said_with_it(gazetteer: GeoNames):
    text = "Shots fell in the Mill Run neighborhood of western Pueblo."
    quarter, town = (m.value for m in account_of(text, gazetteer).marks)
    assert isinstance(quarter, Place)
    assert isinstance(town, Place)
    assert (quarter.lat, quarter.precision, quarter.geonames) == (town.lat, "town", None)


def test_a_town_that_its_region_does_not_hold_is_none_of_that_name(gazetteer: GeoNames):
    assert places("Shots fell in Callao, Texas.", gazetteer)[0][1] == "PE", "a well-known one is"
    assert places("Shots fell in Rocky Hill, Texas.", gazetteer)[0][3] == "unresolved"


def test_a_list_of_cities_is_no_town_and_its_region(gazetteer: GeoNames):
    text = "Shots fell in Boston, New York and Chicago."
    assert [p[2] for p in places(text, gazetteer)] == ["Massachusetts", "New York", "Illinois"]


def test_a_country_after_a_comma_is_the_one_that_holds_the_town(gazetteer: GeoNames):
    assert places("Shots fell in Batumi, Georgia.", gazetteer)[1][1] == "GE"


LOCAL = (
    "Reno, Texas, was dry. Blossom and Deport were quiet.",
    "It was fair in Honey Grove, Bonham and Clarksville. Hugo was quiet.",
    "Rain came to Sulphur Springs, Mount Pleasant and Daingerfield.",
)


@pytest.mark.parametrize(
    ("text", "publisher", "meant"),
    [
        ("Shots fell in Paris.", "news.example", ("US", "Texas", "town")),
        ("Shots fell in Paris.", None, ("FR", "Île-de-France", "town")),
        # No gazetteer holds it: news of one state names the others.
        ("Shots fell in Tarrow Hill Park.", "news.example", ("US", "Texas", "unresolved")),
        ("Shots fell in Tarrow Hill Park.", None, (None, None, "unresolved")),
        ("Shots fell in Sheraden, near Tulsa.", "news.example", (None, None, "unresolved")),
        # A small town of Indiana, which no paper of Texas means by its name alone.
        ("Shots fell in Roseland.", "news.example", ("US", "Texas", "unresolved")),
        ("Shots fell in Roseland, Indiana.", "news.example", ("US", "Indiana", "town")),
        # A large one may be far off; so may a county, which the gazetteer would hold.
        ("Shots fell in Baltimore.", "news.example", ("US", "Maryland", "town")),
        ("Shots fell in Ramadi.", "news.example", ("IQ", "Al Anbār", "town")),
        ("Shots fell in Paulding County.", "news.example", (None, None, "unresolved")),
    ],
)  # fmt: skip
def test_a_publisher_writes_of_its_own_land(
    text: str, publisher: str | None, meant: tuple[str | None, ...], gazetteer: GeoNames
):
    local = [account_of(t, gazetteer) for t in (text, *LOCAL)]
    captures = {
        a.document.id: (Capture(document=a.document.id, raw="", ref="", publisher=publisher),)
        for a in local
    }
    beat = beats(local, captures, gazetteer).get(local[0].document.id)
    place = resolve_places(local[0], gazetteer, beat).marks[0].value
    assert isinstance(place, Place)
    assert (place.country, place.admin1, place.precision) == meant


def test_a_small_town_whose_name_other_countries_share_is_not_guessed(gazetteer: GeoNames):
    assert places("Gunmen attacked Baga.", gazetteer) == [("Baga", None, None, "unresolved")]


def test_a_name_that_could_be_many_places_is_never_guessed(gazetteer: GeoNames):
    assert places("Shots fell in Springfield.", gazetteer) == [
        ("Springfield", None, None, "unresolved")
    ]


def test_claims_and_marks_of_one_name_mean_one_place(gazetteer: GeoNames):
    text = "Shots fell in Paris, Texas. In Paris two people died."
    found = places(text, gazetteer)
    assert found[0][1:] == found[2][1:]


def test_what_is_no_place_is_left_as_it_is(gazetteer: GeoNames):
    document = Document.of("The army did it in Lviv.")
    blame = Claim(
        id="1" * 32,
        document=document.id,
        value=Responsibility(party="the army"),
        evidence=Span(start=0, end=8),
        sentence=Span(start=0, end=24),
    )
    where = Mark(span=Span(start=19, end=23), value=Place(name="Lviv"))
    account = Account(document=document, claims=(blame,), marks=(where,))
    resolved = resolve_places(account, gazetteer)
    assert resolved.claims == (blame,)
    assert resolved.document == document
    assert isinstance(resolved.marks[0].value, Place)
    assert resolved.marks[0].value.geonames == "702550"


def test_looking_up_twice_changes_nothing(gazetteer: GeoNames):
    text = "Shots fell in Albany, New York, and 5 miles north of Troy. Kyiv and Lviv were quiet."
    account = account_of(text, gazetteer)
    assert resolve_places(account, gazetteer) == account


def test_where_a_thing_was_hit_is_a_likely_place(grammar: Grammar, gazetteer: GeoNames) -> None:
    text = "A rocket hit a bus driving pupils in Sumy, killing two."
    assert [c.confidence for c in claims(text, grammar, gazetteer)] == [0.7]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("A shooting in Fairmount wounded four, Cincinnati police said.", None),
        ("A shooting in Fairmount, Indiana, wounded four, Cincinnati police said.", "Indiana"),
        ("A shooting in Norwood wounded four, Cincinnati police said.", "Ohio"),
        ("A shooting in Fairmount wounded four, Indianapolis police said.", "Indiana"),
    ],
)
def test_a_small_town_of_a_state_that_nothing_else_is_in_is_no_town_of_it(
    text: str, meant: str | None, gazetteer: GeoNames
) -> None:
    name = "Norwood" if "Norwood" in text else "Fairmount"
    found = [m.value for m in account_of(text, gazetteer).marks if isinstance(m.value, Place)]
    assert next(p.admin1 for p in found if p.name == name) == meant


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Warplanes bombed a street in the Syrian town of Ariha.", "SY"),
        ("Warplanes bombed a street in Ariha, in the West Bank.", "PS"),
        ("Gunmen shot four people in Mexico, a woman of Múzquiz among them.", "MX"),
        ("Police in Kenya spoke of four people shot in Ariha.", None),
    ],
)
def test_a_name_of_two_lands_is_of_the_one_that_the_account_names(
    text: str, country: str | None, gazetteer: GeoNames
) -> None:
    found = [m.value for m in account_of(text, gazetteer).marks if isinstance(m.value, Place)]
    assert [p.country for p in found if p.name in {"Ariha", "Múzquiz"}] == [country]
