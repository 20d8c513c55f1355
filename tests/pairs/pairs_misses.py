"""Rows that are still read wrongly, by their opening, with the reason; strike what is mended."""

from __future__ import annotations

_BY_REASON: dict[str, tuple[str, ...]] = {
    "a day of remembrance in the sentence takes the fresh harm with it": (
        "On the eve of the anniversary a bomb killed two people in De",
        "At a wreath-laying for the dead of 1944 a gunman wounded thr",
    ),
    "who is numbered behind those told of adds nobody, since most are told of again": (
        "A mine wounded four… and the fifth died.",
    ),
    "a form or a noun that is not known leaves the harm unread": (
        "A gamer was shot dead in an internet cafe in Manila.",
        "A ropewalker was killed by a mine near Izium on Monday.",
        "Half a dozen stallholders were burned by acid.",
        "The dead – four Nepali guards – were flown home.",
        "Two wardens had their noses broken in the riot.",
        "Who killed the four nurses found dead in Kaya? Nobody will s",
        "Police arrested two brothers after a jeweler was stabbed to",
        "The father of two girls killed in the blast spoke to reporte",
        "Twenty-one fishermen who were missing have come home.",
    ),
    "a noun of things or of bodies that meet is counted": (
        "He shot four rolls of film, two of them badly.",
    ),
    "a running total takes the incident's own figure with it": (
        "A shell killed a cook and a page, bringing to 90 the number",
    ),
    "a title of a book, band or film is read as fact": (
        "By Ed Graves, whose book 'Nine Dead' is out The fair opens o",
        "‘Nine Shot Dead’ is the band’s second record.",
        "☠ Five Dead Poets ☠ at the Odeon ☠ 8 pm",
    ),
    "a verb of harm is used of business, words or pictures": (
        "Three cocoa growers were shot for the cover of a magazine.",
        "Two ministers stabbed their leader in the back, a paper said",
        "Cookies help us. 740 partners were hurt by the new law on co",
        "Photo 3 of 12: a boy with a toy gun, shot by Hana Kader",
        "The housing market was hit and 12 lenders were wounded by ba",
        "Nine makers of phones were hit hard by the slump.",
    ),
    "a victim is not tied to the figure he is part of": (
        "Three people were wounded on Monday. One of them was a baker",
    ),
    "a word of films or games in the sentence takes the harm with it": (
        "Three boys at play found a shell, which killed them.",
    ),
    "an accident or a disaster is typed as violence": (
        "Lightning killed two hikers on the ridge.",
        "Eleven people died when a bus fell into a gorge.",
    ),
    "an increment is lost or has lost its base": (
        "Nine people were killed at the gate and a further four insid",
    ),
    "an injury at play is read as an incident": (
        "The captain, who is injured, will miss three matches.",
    ),
    "an older event told beside the news is taken for it": (
        "Two days after a blast killed 30 in Herat, gunmen shot dead",
        "Weeks after a bomb killed 30 people, Herat's bazaar is open.",
        "A farmer was killed in Narathiwat. It was weeks after two mo",
    ),
    "links to other stories are read as part of this one": (
        "Most read 1. Gunman kills three 2. Ferry sinks, 40 dead Sign",
    ),
    "names in a list or an apposition are lost": (
        "The victims were named as Hoda Sabri, 27, and Amal Rizk, 30.",
    ),
    "people told of with a participle, and of no event, or by a bare number": (
        "Prisoners were sorted according to age, and two were killed.",
    ),
    "the day or place of a speaker, dateline or plan is taken, or none": (
        "Police in Medellin said gunmen had killed two street cleaner",
        "The shot could be heard 40 kilometres from Kismayo, where te",
        "The provincial governor told of 21 dead in Bunia.",
        "Between Friday's prayers and Sunday's mass, on Saturday, a g",
    ),
    "two events told in one breath are taken for one": (
        "Two farmers were hacked to death in Beni and four others in",
    ),
}
MISSES = {row: reason for reason, rows in _BY_REASON.items() for row in rows}
