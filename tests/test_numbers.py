"""Number phrases, as COUNTING 1-10 reads them.

A phrase is written "words: range", where 17 is exact, 17+ open, 3-5 closed, ? no count at all; ~
stands before an approximate one, a vague word in brackets and a role after it; "nothing" is a
number that counts nothing.
"""

import pytest

from cenotaph.model import Document, Span
from cenotaph.text.numbers import find_numbers
from cenotaph.text.reading import NumberPhrase, Sentence
from cenotaph.text.sentences import split


def sentence(text: str) -> Sentence:
    return Sentence(0, Span(start=0, end=len(text)), 0, text)


def written(text: str) -> list[str]:
    return [_written(text, phrase) for phrase in find_numbers(sentence(text))]


def _written(text: str, phrase: NumberPhrase) -> str:
    words = text[phrase.span.start : phrase.span.end]
    count = phrase.count
    if phrase.kind != "count":
        return f"{words}: nothing"
    if count.low is None:
        reach = "?"
    elif count.high is None:
        reach = f"{count.low}+"
    else:
        reach = str(count.low) if count.low == count.high else f"{count.low}-{count.high}"
    vague = f" ({count.vague})" if count.vague else ""
    role = "" if phrase.role == "plain" else f" {phrase.role}"
    return f"{words}: {'~' if count.approximate else ''}{reach}{vague}{role}"


PLAIN = {
    "The blast killed 17.": ["17: 17"],
    "Three died at the bridge.": ["Three: 3"],
    "Twenty-one nurses fled.": ["Twenty-one: 21"],
    "Forty two bodies lay there.": ["Forty two: 42"],
    "Thirtythree sailors fled.": ["Thirtythree: 33"],
    "Two hundred and fifteen were buried.": ["Two hundred and fifteen: 215"],
    "Some one hundred six fell.": ["Some one hundred six: ~106"],
    "It killed 1,204 people.": ["1,204: 1204"],
    "It killed 12,345 people, mostly farmers.": ["12,345: 12345"],
    "It killed 1\u2009200 people.": ["1\u2009200: 1200"],
    "It displaced 1,25,000 villagers.": ["1,25,000: 125000"],
    "It drove out 1.2 thousand people.": ["1.2 thousand: 1200"],
    "It drove out 1.2 million people.": ["1.2 million: 1200000"],
    "Half a million people lived there.": ["Half a million: 500000"],
    "A quarter of a million fled.": ["A quarter of a million: 250000"],
    "One and a half million fled.": ["One and a half million: 1500000"],
    "A million and a half fled.": ["A million and a half: 1500000"],
    "Three and a half thousand fled.": ["Three and a half thousand: 3500"],
    "2 million and a half fled.": ["2 million and a half: 2500000"],
    "Twelve hundred fled.": ["Twelve hundred: 1200"],
    "One thousand two hundred fled.": ["One thousand two hundred: 1200"],
    "A thousand and fifty fled.": ["A thousand and fifty: 1050"],
    "Five lakh people fled.": ["Five lakh: 500000"],
    "A dozen men were held.": ["A dozen: 12"],
    "Half a dozen were hurt.": ["Half a dozen: 6"],
    "A half-dozen were hurt.": ["A half-dozen: 6"],
    "Two dozen were hurt.": ["Two dozen: 24"],
    "A couple of guards were hurt.": ["A couple: 2"],
    "An elderly couple died.": ["An elderly couple: 2"],
    "A hundred fell.": ["A hundred: 100"],
    "Of three hundred thousand, few stayed.": ["three hundred thousand: 300000"],
    "A total of 17 died.": ["17: 17"],
    "All 12 aboard died.": ["12: 12"],
    "Exactly 9 died.": ["9: 9"],
    "5 dead, 12 hurt": ["5: 5", "12: 12"],
    "One person died and two were hurt.": ["One: 1", "two: 2"],
    "Both were killed.": ["Both: 2"],
    "Five six-year-olds hid.": ["Five: 5", "six: nothing"],
    "DRONE KILLS THREE IN MARKET": ["THREE: 3"],
}

HEDGED = {
    "At least 17 died.": ["At least 17: 17+"],
    "No fewer than 30 died.": ["No fewer than 30: 30+"],
    "Not less than 30 died.": ["Not less than 30: 30+"],
    "A minimum of 30 died.": ["A minimum of 30: 30+"],
    "17 or more died.": ["17 or more: 17+"],
    "One or more died.": ["One or more: 1+"],
    "17+ dead": ["17+: 17+"],
    "50-plus dead": ["50-plus: 50+"],
    "9 dead and counting": ["9: 9"],
    "9 and counting": ["9 and counting: 9+"],
    "As few as 3 died.": ["As few as 3: 3+"],
    "More than 1,200 died.": ["More than 1,200: 1201+"],
    "Over 100 died.": ["Over 100: 101+"],
    "Well over 100 died.": ["Well over 100: 101+"],
    "Upwards of 40 died.": ["Upwards of 40: 41+"],
    "In excess of 40 died.": ["In excess of 40: 41+"],
    "More than a dozen died.": ["More than a dozen: 13+"],
    "Up to 40 died.": ["Up to 40: 0-40"],
    "As many as 40 died.": ["As many as 40: 0-40"],
    "No more than 40 died.": ["No more than 40: 0-40"],
    "At most 40 died.": ["At most 40: 0-40"],
    "40 or fewer died.": ["40 or fewer: 0-40"],
    "Under 20 died.": ["Under 20: 0-19"],
    "Fewer than ten died.": ["Fewer than ten: 0-9"],
    "Nearly 300 died.": ["Nearly 300: ~300"],
    "Almost a hundred died.": ["Almost a hundred: ~100"],
    "About two dozen died.": ["About two dozen: ~24"],
    "Some 40 died.": ["Some 40: ~40"],
    "Around 40 died.": ["Around 40: ~40"],
    "Roughly 40 died.": ["Roughly 40: ~40"],
    "An estimated 40 died.": ["An estimated 40: ~40"],
    "40 or so died.": ["40 or so: ~40"],
    "40-odd died.": ["40-odd: ~40"],
    "Close to 40 died.": ["Close to 40: ~40"],
    "At least some 40 died.": ["At least some 40: ~40+"],
    "It killed AT LEAST 17 PEOPLE.": ["AT LEAST 17: 17+"],
    "It killed at\nleast 17 people.": ["at\nleast 17: 17+"],
}

RANGES = {
    "Between 3 and 5 died.": ["Between 3 and 5: 3-5"],
    "Between 200 and 300 died.": ["Between 200 and 300: 200-300"],
    "3-5 died.": ["3-5: 3-5"],
    "200–300 died.": ["200–300: 200-300"],
    "Two or three died.": ["Two or three: 2-3"],
    "Two-to-three men died.": ["Two-to-three: 2-3"],
    "Some 40 to 50 died.": ["Some 40 to 50: ~40-50"],
    "From 12 to 17 died.": ["From 12 to 17: 12-17"],
    "Anywhere between 10 and 20 died.": ["between 10 and 20: 10-20"],
    "Two to three dozen died.": ["Two to three dozen: 24-36"],
    "3 to 5 million fled.": ["3 to 5 million: 3000000-5000000"],
    "1.2 to 1.5 million fled.": ["1.2 to 1.5 million: 1200000-1500000"],
    "Ten to as many as twenty died.": ["Ten to as many as twenty: 10-20"],
    "10 to 15 or more died.": ["10 to 15 or more: 10+"],
    "More than 10 or 12 died.": ["More than 10 or 12: 11+"],
    "The toll rose from 12 to 17.": ["12: 12", "17: 17"],
    "Deaths climbed sharply from 12 to 17.": ["12: 12", "17: 17"],
    "The toll rose to 17.": ["17: 17"],
    "12 dead - 5 hurt": ["12: 12", "5: 5"],
}

VAGUE = {
    "Dozens died.": ["Dozens: ~24+ (dozens)"],
    "Several dozen died.": ["Several dozen: ~36+ (several dozen)"],
    "A few dozen died.": ["A few dozen: ~24+ (a few dozen)"],
    "Scores of people died.": ["Scores: ~40+ (scores)"],
    "Tens of people died.": ["Tens: ~20+ (tens)"],
    "Hundreds died.": ["Hundreds: ~200+ (hundreds)"],
    "Several hundred died.": ["Several hundred: ~300+ (several hundred)"],
    "Several hundred thousand fled.": [
        "Several hundred thousand: ~300000+ (several hundred thousand)"
    ],
    "Thousands fled.": ["Thousands: ~2000+ (thousands)"],
    "Tens of thousands fled.": ["Tens of thousands: ~20000+ (tens of thousands)"],
    "Hundreds of thousands fled.": ["Hundreds of thousands: ~200000+ (hundreds of thousands)"],
    "At least several hundred died.": ["At least several hundred: ~300+ (several hundred)"],
    "Several people died.": ["Several: 2+ (several)"],
    "A number of men died.": ["A number of: 2+ (a number of)"],
    "A handful of men died.": ["A handful of: 2+ (a handful of)"],
    "A few were hurt.": ["A few: 2+ (a few)"],
    "Many were hurt.": ["Many: 2+ (many)"],
    "Many a village burned.": ["Many: 1+ (many)"],
    "Some villagers fled.": ["Some: 2+ (some)"],
    "Some of them fled.": ["Some: 2+ (some) of-whom"],
    "Numerous guards fled.": ["Numerous: 2+ (numerous)"],
    "Many more died.": ["Many more: ? (many more) another"],
    "Several more died.": ["Several more: 2+ (several) another"],
    "How many died?": [],
    "Some bread was left.": [],
    "He scores goals.": [],
    "Many more than that died.": [],
}

ROLES = {
    "Another three died.": ["Another three: 3 another"],
    "A further 12 died.": ["A further 12: 12 another"],
    "An additional 12 died.": ["An additional 12: 12 another"],
    "30 more were buried.": ["30 more: 30 another"],
    "At least another 12 died.": ["At least another 12: 12+ another"],
    "At least 12 more died.": ["At least 12 more: 12+ another"],
    "No more than 12 died.": ["No more than 12: 0-12"],
    "Dozens more died.": ["Dozens more: ~24+ (dozens) another"],
    "One died and another was hurt.": ["One: 1", "another: 1 another"],
    "They shot one another.": ["one: nothing"],
    "Five died, two of them girls.": ["Five: 5", "two: 2 of-whom"],
    "Five died, including two girls.": ["Five: 5", "two: 2 of-whom"],
    "Five died, three of whom were boys.": ["Five: 5", "three: 3 of-whom"],
    "Four of the nine victims died.": ["Four: 4 of-whom", "nine: 9"],
    "17 out of 25 died.": ["17: 17 of-whom", "25: 25"],
    "The majority of the 30 died.": ["The majority of the 30: 16-30 of-whom"],
    "Most of the 31 died.": ["Most of the 31: 16-31 of-whom"],
    "No one died.": ["No one: 0 zero"],
    "Nobody died.": ["Nobody: 0 zero"],
    "None survived.": ["None: 0 zero"],
    "There were no casualties.": ["no: 0 zero"],
    "There were no serious injuries.": ["no: 0 zero"],
    "Zero casualties were named.": ["Zero: 0 zero"],
    "No civilians were hurt.": ["No: 0 zero"],
    "Not a single person was hurt.": ["Not a single: 0 zero"],
}

NOTHING = {
    "It killed 9999999999999999999999999 people.": [],
    "It cost 5 billion billion.": [],
    "A six-year-old girl hid.": ["six: nothing"],
    "A 17-year-old hid.": ["17: nothing"],
    "A 34 year old man hid.": ["34: nothing"],
    "Olha Bondar, 34, was a cook.": ["34: nothing"],
    "Olha Bondar, 34, and Ivan Bondar, 36, hid.": ["34: nothing", "36: nothing"],
    "Olha, six, and Ivan, nine, hid.": ["six: nothing", "nine: nothing"],
    "Mother, 34": ["34: nothing"],
    "Girls aged 6, 9 and 12 hid.": ["6: nothing", "9: nothing", "12: nothing"],
    "Boys aged between 12 and 15 hid.": ["between 12 and 15: nothing"],
    "A boy of 11 was hurt.": ["11: nothing"],
    "The guard, a man of forty, fell.": ["forty: nothing"],
    "Some 6,000 head of cattle died.": ["Some 6,000: nothing"],
    "She was 17.": ["17: nothing"],
    "A man in his 30s hid.": ["30: nothing"],
    "Ivan Bondar (36) hid.": ["36: nothing"],
    "He left in 2014.": ["2014: nothing"],
    "The 2014 war ended.": ["2014: nothing"],
    "In May 2022 people fled.": ["2022: nothing"],
    "From 2014 to 2016 it was calm.": ["From 2014 to 2016: nothing"],
    "On March 9, 2022, it rained.": ["9: nothing", "2022: nothing"],
    "It rained on 9 March.": ["9: nothing"],
    "It rained on Oct. 7.": ["7: nothing"],
    "At 6:12 a.m. it rained.": ["6: nothing", "12: nothing"],
    "At 7 p.m. it rained.": ["7: nothing"],
    "At 7pm it rained.": ["7: nothing"],
    "At 10 o'clock it rained.": ["10: nothing"],
    "At 0630 local time it rained.": ["0630: nothing"],
    "A pit 25m deep was left.": ["25: nothing"],
    "It is 12 km away.": ["12: nothing"],
    "It is two to three miles away.": ["two to three: nothing"],
    "A 155mm shell fell.": ["155: nothing"],
    "A 122 mm shell fell.": ["122: nothing"],
    "A 7.62-millimeter round fell.": ["7.62: nothing"],
    "It cost $3 million.": ["3 million: nothing"],
    "It cost 3 million rubles.": ["3 million: nothing"],
    "It cost millions of dollars.": ["millions: nothing"],
    "It cost 9,000 Colombian pesos.": ["9,000: nothing"],
    "It is 40% done.": ["40: nothing"],
    "It is 40 per cent done.": ["40: nothing"],
    "The 14th Brigade left.": ["14: nothing"],
    "The twenty-first of them left.": ["twenty: nothing"],
    "Two-thirds of it burned.": ["Two: nothing"],
    "A three-story building burned.": ["three: nothing"],
    "The 9th floor burned.": ["9: nothing"],
    "All 9 floors burned.": ["9: nothing"],
    "He lives at 12 Tereshchenko Street.": ["12: nothing"],
    "Take Highway 50.": ["50: nothing"],
    "School No. 3 burned.": ["3: nothing"],
    "Hospital 4 burned.": ["4: nothing"],
    "A T-72 burned.": ["72: nothing"],
    "Flight MH17 fell.": ["17: nothing"],
    "Call 555-0134 now.": ["555: nothing", "0134: nothing"],
    "She called 911.": ["911: nothing"],
    "They won 3-1.": ["3: nothing", "1: nothing"],
    "They lost 1-3.": ["1-3: nothing"],
    "It took five days.": ["five: nothing"],
    "It took several hours.": [],
    "It took a couple of hours.": ["a couple: nothing"],
    "Three to four times more fell.": ["Three to four: nothing"],
    "One day it ended.": ["One: nothing"],
    "She is the one who ran.": ["one: nothing"],
    "It was one of the worst fires.": ["one: nothing"],
    "He faces three counts of murder.": ["three: nothing"],
    "The father of three hid.": ["three: nothing"],
    "1. Go home": ["1: nothing"],
    "Two (2) men hid.": ["Two: 2", "2: nothing"],
    "Phase two began.": ["two: nothing"],
    "There was no power.": [],
    "Ground zero was quiet.": [],
    "There were no survivors.": [],
    "Not a single shot was heard.": [],
    "He was none the wiser.": [],
    "A man, 23, was hurt.": ["23: nothing"],
    "It hurt two men, 19 and 20, by a shop.": ["two: 2", "19: nothing", "20: nothing"],
    "Three sons, ages three, three and eight, hid.": [
        "Three: 3",
        "three: nothing",
        "three: nothing",
        "eight: nothing",
    ],
    "A child 11 or younger hid.": ["11: nothing"],
    "It fell at 2220 on Monday.": ["2220: nothing"],
    "IT FELL AT APPROXIMATELY 2130.": ["APPROXIMATELY 2130: nothing"],
    "It fell at 0615.": ["0615: nothing"],
    "Her average was 3.0.": ["3.0: nothing"],
    "They met on 16 and 17 October.": ["16: nothing", "17: nothing"],
    "They met March 9 and 10.": ["9: nothing", "10: nothing"],
    "They met March 9-10.": ["9-10: nothing"],
    "(032) 555-0134": ["032: nothing", "555: nothing", "0134: nothing"],
    "He is 5'8 tall.": ["5: nothing", "8: nothing"],
    "Ivan and Petro, both 16, hid.": ["16: nothing"],
    "So it was.[26]": ["26: nothing"],
    "It is 12 in. long.": ["12: nothing"],
    "Call 320-555-0199 now.": ["320-555: nothing", "0199: nothing"],
    "Call (320) 555-0199 now.": ["320: nothing", "555: nothing", "0199: nothing"],
    "Most of the people ran.": [],
    "Most of the 30 km is mined.": ["30: nothing"],
    "No other serious known further risk": [],
    "One of the others said another of them ran.": ["One: 1 of-whom"],
    "The other one ran.": ["one: nothing"],
    "I saw that one.": ["one: nothing"],
    "One after another they ran.": ["One: nothing"],
    "Both soldiers and farmers hid.": [],
}

TRAPS_THAT_COUNT = {
    "In Sumy, 34 people died.": ["34: 34"],
    "The army said that one soldier died.": ["one: 1"],
    "The toll stood at 1430.": ["1430: 1430"],
    "Of 1200, nine died.": ["1200: 1200", "nine: 9"],
    "Two men, nine women and a boy died.": ["Two: 2", "nine: 9"],
    "A crew of 11 was hurt.": ["11: 11"],
    "The squad lost a man of its 12 soldiers.": ["12: 12"],
    "Six heads of families died.": ["Six: 6"],
    "One man, 40 sheep": ["One: 1", "40: 40"],
    "In Sumy, 34, by another count 36, died.": ["34: 34", "36: 36"],
    "Clash in Sumy, 2 dead": ["2: 2"],
    "In the hospital 12 people died.": ["12: 12"],
    "2000 people fled.": ["2000: 2000"],
    "More than 2000 fled.": ["More than 2000: 2001+"],
    "The toll stood at 34 on Monday.": ["34: 34"],
    "One of them ran.": ["One: 1 of-whom"],
    "A family of four died.": ["four: 4"],
    "Ten 12-year-olds died.": ["Ten: 10", "12: nothing"],
    "Three Ukrainians died.": ["Three: 3"],
}


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        row
        for table in (PLAIN, HEDGED, RANGES, VAGUE, ROLES, NOTHING, TRAPS_THAT_COUNT)
        for row in table.items()
    ],
)
def test_a_phrase_means_what_the_rules_of_counting_say(text: str, phrases: list[str]):
    assert written(text) == phrases


def test_the_figure_is_told_apart_from_its_hedge():
    text = "It killed no fewer than two dozen people."
    (phrase,) = find_numbers(sentence(text))

    assert text[phrase.figure.start : phrase.figure.end] == "two dozen"
    assert phrase.hedge == "no fewer than"


def test_a_hedge_after_the_figure_is_kept_too():
    (phrase,) = find_numbers(sentence("It killed 17 or more."))

    assert phrase.hedge == "or more"


def test_offsets_count_in_the_document_and_its_part():
    document = Document.of("It rained. At least 9 died.", title="Nine dead")
    phrases = [n for s in split(document) for n in find_numbers(s)]

    assert [document.quote(n.span) for n in phrases] == ["Nine", "At least 9"]
    assert [n.span.part for n in phrases] == ["title", "text"]
