"""Who besieges whom, and since when: the fronts that siege copy composed by lot tells of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Front:
    """A siege or a long campaign: who strikes, what is struck, and who counts."""

    whose: str  # before a weapon
    parties: tuple[str, ...]  # what the record may call them
    forces: str  # subject of a verb
    speaks: str  # who answers for them
    enemy: str  # whom they say they hit
    towns: tuple[str, ...]
    region: str
    officials: tuple[str, ...]
    ministry: str
    monitor: str
    began: str  # since when the dead are counted
    published: tuple[str, ...]
    weapons: tuple[str, ...] = ("air strike", "airstrike", "missile", "rocket", "artillery shell")

    @property
    def blamed(self) -> object:
        """Return what the record may call those who are blamed."""
        return {frozenset({party}) for party in self.parties}


FRONTS = (
    Front(
        "Russian", ("Russia",), "Russian forces", "Russia's defence ministry",
        "Ukrainian soldiers",
        ("Mariupol", "Chernihiv", "Sievierodonetsk", "Lysychansk", "Izium", "Kharkiv"),
        "eastern Ukraine",
        ("regional governor Serhiy Halenko", "the mayor", "the city council",
         "Ukraine's emergency service", "deputy mayor Olha Pavlyuk"),
        "the regional prosecutor's office", "the UN human rights office",
        "the invasion began on February 24", ("2022-04-13", "2022-05-25", "2022-06-21"),
    ),
    Front(
        "Israeli", ("Israel",), "Israeli forces", "The Israeli military", "Hamas militants",
        ("Khan Younis", "Rafah", "Jabalia", "Nuseirat", "Deir al-Balah"), "the Gaza Strip",
        ("medics", "Gaza's civil defence agency", "hospital officials",
         "civil defence spokesman Mahmoud Darwaz", "the hospital's director, Dr Khalil Azzam"),
        "Gaza's health ministry", "the UN humanitarian office",
        "the war began on October 7, 2023", ("2023-12-13", "2024-06-04", "2025-07-16"),
        ("air strike", "airstrike", "drone strike", "tank shell", "missile"),
    ),
    Front(
        "Syrian government", ("Syria", "Syrian government", "government forces", "government",
                              "Syrian government forces"),
        "Syrian government forces", "The Syrian army", "rebels",
        ("Aleppo", "Douma", "Homs", "Harasta"), "northern Syria",
        ("the Syrian Civil Defence, known as the White Helmets,", "medics", "local activists",
         "a rescue worker", "the opposition-run city council"),
        "the opposition's health directorate", "the Syrian Observatory for Human Rights",
        "the siege began in July", ("2016-10-05", "2016-11-22", "2018-02-21"),
        ("air strike", "airstrike", "rocket", "barrel bomb", "artillery shell"),
    ),
    Front(
        "Russian", ("Russia",), "Russian warplanes", "Moscow", "rebel fighters",
        ("Aleppo", "Idlib", "Saraqib", "Atarib"), "northern Syria",
        ("the White Helmets", "a hospital doctor", "a war monitor", "civil defence workers"),
        "the opposition's health directorate", "the Syrian Network for Human Rights",
        "the offensive began in September", ("2016-10-05", "2020-02-12"),
        ("air strike", "airstrike", "missile"),
    ),
    Front(
        "RSF", ("RSF", "Rapid Support Forces"), "RSF fighters", "The RSF", "soldiers",
        ("El Fasher", "Omdurman", "El Obeid", "Babanusa"), "Sudan",
        ("the Sudan Doctors Network", "activists", "a medical source", "the local emergency room",
         "a local resistance committee"),
        "the North Darfur health ministry", "the UN human rights office",
        "the siege began in May last year", ("2025-08-13", "2025-09-23"),
        ("drone strike", "artillery shell", "rocket", "drone"),
    ),
    Front(
        "Houthi", ("Houthi", "Houthis", "Houthi rebels", "Houthi fighters"), "Houthi rebels",
        "The Houthis", "government soldiers",
        ("Taiz", "Marib", "Hodeidah"), "Yemen",
        ("medics", "a local official", "residents", "a health official", "provincial authorities"),
        "the city's health office", "the Yemeni Coalition to Monitor Human Rights Violations",
        "the rebels surrounded the city in August", ("2015-10-21", "2016-06-08"),
        ("rocket", "artillery shell", "missile"),
    ),
    Front(
        "US-led coalition", ("US-led coalition", "US-led Coalition", "coalition",
                              "Coalition"),
        "Coalition warplanes", "The US-led coalition", "Islamic State fighters",
        ("Raqqa", "Tabqa", "Manbij"), "northern Syria",
        ("activists", "a local rescue worker", "a medical source", "residents"),
        "the local council", "the monitoring group Airwars",
        "the battle for the city began in June", ("2017-08-16", "2017-08-23"),
        ("air strike", "airstrike"),
    ),
    Front(
        "Azerbaijani", ("Azerbaijan",), "Azerbaijani forces", "Azerbaijan's defence ministry",
        "Armenian soldiers", ("Stepanakert", "Shusha", "Agdam"), "Nagorno-Karabakh",
        ("the territory's emergency service", "the mayor", "local officials"),
        "the territory's health ministry", "the territory's ombudsman",
        "fighting broke out on September 27", ("2020-10-14", "2020-10-28"),
        ("drone", "missile", "rocket", "artillery shell"),
    ),
    Front(
        "M23 rebel", ("M23", "M23 rebels", "M23 rebel forces"), "M23 fighters", "The M23",
        "army soldiers",
        ("Goma", "Bukavu", "Uvira", "Butembo"), "eastern Congo",
        ("the provincial governor", "a hospital director", "civil society leaders",
         "the Red Cross"),
        "Congo's health ministry", "the UN human rights office",
        "the rebels' offensive began in January", ("2025-01-29", "2025-02-19"),
        ("rocket", "artillery shell", "drone"),
    ),
)  # fmt: skip
# What is hit, and how it is told of again.
TARGETS = {
    "a maternity hospital": "hospital", "a hospital": "hospital", "a field hospital": "hospital",
    "a school sheltering displaced families": "school", "a school": "school",
    "a crowded market": "market", "a vegetable market": "market", "a bakery": "bakery",
    "a bread queue": "queue", "a shelter": "shelter", "a theatre used as a shelter": "theatre",
    "a bus carrying civilians": "bus", "an apartment block": "building",
    "a five-storey residential building": "building", "a mosque": "mosque",
    "a displacement camp": "camp", "a family home": "house", "a water distribution point": "site",
    "a community kitchen": "kitchen", "a clinic": "clinic",
}  # fmt: skip
