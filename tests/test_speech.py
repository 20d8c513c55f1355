"""Who says what: made-up sentences beside what must be read from them, true and trap in turn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cenotaph.model import Document, Span
from cenotaph.text.grammar import load_grammar
from cenotaph.text.reading import Reading, Speech
from cenotaph.text.sentences import split
from cenotaph.text.speech import find_speech, voice_at
from cenotaph.text.speech_quotes import paragraphs, quotations
from readings import reading_of

# text, source, cue, contents, speaker, role, direct
REPORTED = [
    (
        "Police said nine people were killed in the blast.",
        ("Police", "said", ["nine people were killed in the blast"]),
        ("Police", "official", False),
    ),
    (
        "Police said that nine people were killed and that four were missing.",
        ("Police", "said", ["that nine people were killed and that four were missing"]),
        ("Police", "official", False),
    ),
    (
        "Nine people were killed in the blast, residents said.",
        ("residents", "said", ["Nine people were killed in the blast"]),
        ("residents", "witness", False),
    ),
    (
        "Nine people, police said, were killed in the blast.",
        ("police", "said", ["Nine people", "were killed in the blast"]),
        ("police", "official", False),
    ),
    (
        "Nine people were wounded, two of them badly, the hospital's director, Ola Brandt, said.",
        (
            "the hospital's director, Ola Brandt,",
            "said",
            ["Nine people were wounded, two of them badly"],
        ),
        ("Ola Brandt", "medic", False),
    ),
    (
        "According to the regional governor, Petra Lindqvist, nine people were killed.",
        (
            "the regional governor, Petra Lindqvist",
            "According to",
            ["nine people were killed"],
        ),
        ("Petra Lindqvist", "official", False),
    ),
    (
        "At least nine people, according to witnesses, were pulled from the rubble.",
        (
            "witnesses",
            "according to",
            ["At least nine people", "were pulled from the rubble"],
        ),
        ("witnesses", "witness", False),
    ),
    (
        "A rocket hit the bakery, killing nine and wounding 20, officials said on Monday.",
        (
            "officials",
            "said",
            ["A rocket hit the bakery, killing nine and wounding 20"],
        ),
        ("officials", "official", False),
    ),
    (
        "“We pulled nine bodies out,” said Tomas Ferrel, a paramedic. “It was dark.”",
        (
            "Tomas Ferrel, a paramedic",
            "said",
            ["“We pulled nine bodies out,”", "“It was dark.”"],
        ),
        ("Tomas Ferrel", "medic", True),
    ),
    (
        '"They shot nine people," the mayor said, "and then they left."',
        ("the mayor", "said", ['"They shot nine people,"', '"and then they left."']),
        ("mayor", "official", True),
    ),
    (
        "The mayor said: “Nine people are dead.”",
        ("The mayor", "said", ["“Nine people are dead.”"]),
        ("mayor", "official", True),
    ),
    (
        "The mayor continued:\n\n“Nine people are dead. We will bury them today.”",
        ("The mayor", "continued", ["“Nine people are dead. We will bury them today.”"]),
        ("mayor", "official", True),
    ),
    (
        "“They fired at the queue.\n\n“Nine people fell,” the nurse said.",
        ("the nurse", "said", ["“They fired at the queue.\n\n“Nine people fell,”"]),
        ("nurse", "medic", True),
    ),
    (
        "Mayor Ada Brandt “Nine of my neighbors were killed.”",
        ("Mayor Ada Brandt", None, ["“Nine of my neighbors were killed.”"]),
        ("Ada Brandt", "official", True),
    ),
    (
        "The medic said they had pulled out “nine bodies, maybe ten” from the cellar.",
        (
            "The medic",
            "said",
            ["they had pulled out “nine bodies, maybe ten” from the cellar"],
        ),
        ("medic", "medic", False),
    ),
    (
        "The agency Velanews quoted police as saying that nine people had died.",
        ("police", "saying", ["that nine people had died"]),
        ("police", "official", False),
    ),
    (
        "Velanews reported, citing rescue workers, that nine people had died.",
        ("Velanews", "reported", ["that nine people had died"]),
        ("rescue workers", "official", False),
    ),
    (
        "The army denied that it had shelled the bakery.",
        ("The army", "denied", ["that it had shelled the bakery"]),
        ("army", "party", False),
    ),
    (
        "The army denied shelling the bakery.",
        ("The army", "denied", ["shelling the bakery"]),
        ("army", "party", False),
    ),
    (
        "Hospital staff put the death toll at nine.",
        ("Hospital staff", "put", ["the death toll at nine"]),
        ("Hospital staff", "medic", False),
    ),
    (
        "Officials put the toll at nine dead and five wounded.",
        ("Officials", "put", ["the toll at nine dead and five wounded"]),
        ("Officials", "official", False),
    ),
    (
        "The ministry reported nine dead, five wounded and two missing.",
        ("The ministry", "reported", ["nine dead, five wounded and two missing"]),
        ("ministry", "official", False),
    ),
    (
        "Rebels accused the army of killing nine civilians.",
        ("Rebels", "accused", ["the army of killing nine civilians"]),
        ("Rebels", "party", False),
    ),
    (
        "Amnesty International's report says nine people were killed.",
        ("Amnesty International's report", "says", ["nine people were killed"]),
        ("Amnesty International", "ngo", False),
    ),
    (
        "The death toll stood at nine, the health ministry said, adding that 20 were injured.",
        ("the health ministry", "adding", ["that 20 were injured"]),
        ("health ministry", "official", False),
    ),
    (
        "Soldiers left the village on Monday, saying nine of their own had been killed.",
        ("Soldiers", "saying", ["nine of their own had been killed"]),
        ("Soldiers", "party", False),
    ),
]


@pytest.mark.parametrize(("text", "spans", "speaker"), REPORTED, ids=[r[0][:60] for r in REPORTED])
def test_reported_speech_is_read_with_its_source_cue_and_content(
    text: str, spans: tuple[object, ...], speaker: tuple[object, ...]
):
    reading = reading_of(text)
    found = [_row(reading, s) for s in reading.speech]
    assert (*spans, *speaker) in found


# text, words, who says them: "narrator", "unresolved", or a speaker's name
VOICES = [
    ("Nine people were killed, and the army said it was investigating.", "Nine", "narrator"),
    ("Nine people were killed, the army said, and it was investigating.", "Nine", "army"),
    ("The president condemned the attack that killed nine people.", "nine", "narrator"),
    ("The president said the attack had killed nine people.", "nine", "president"),
    ("The mayor visited the street where nine people were shot.", "nine", "narrator"),
    ("The mayor confirmed the deaths of nine people.", "nine", "mayor"),
    ("Nine people reportedly died in the attack.", "Nine", "unresolved"),
    ("Nine people died in the attack.", "Nine", "narrator"),
    ("Nine people are believed to have been killed.", "Nine people are believed", "unresolved"),
    ("Police said nine people are believed to have been killed.", "nine", "Police"),
    ("“They shot nine people.” The mayor fled the next day.", "nine", "unresolved"),
    ("“They shot nine people,” the mayor said before he fled.", "nine", "mayor"),
    ("The so-called “peace committee” shot nine people.", "nine", "narrator"),
    ("The committee shot “nine of our people,” the mayor said.", "nine", "mayor"),
    ("It was revealed this week that nine people had been killed.", "nine", "narrator"),
    ("It was claimed this week that nine people had been killed.", "nine", "unresolved"),
    ("Nine bodies were seen lying in the road after the attack.", "Nine", "narrator"),
    ("Nine bodies were said to be lying in the road after the attack.", "Nine", "unresolved"),
    ("He said nine people had been killed.", "nine", "unresolved"),
    ("The coroner said nine people had been killed.", "nine", "coroner"),
    ("Officers found that nine people had been shot, a spokesman said.", "nine", "spokesman"),
    ("Officers found that nine people had been shot.", "nine", "Officers"),
    ("The UN counted nine dead, while the governor put the figure at four.", "four", "governor"),
    ("Nine died, Russia says, but Ukraine puts the figure at four.", "four", "Ukraine"),
    ("The army lost nine men; residents said it had fled.", "nine", "narrator"),
    ("The army said nine men fled; residents said it was true.", "nine", "army"),
    ("The mayor spoke of nine dead.", "nine", "mayor"),
    ("The mayor spoke about his son, who was killed with nine others.", "nine", "narrator"),
    ("She screamed, “They shot nine of my boys!”", "nine", "unresolved"),
    ("Residents were told that nine people had died.", "nine", "unresolved"),
    ("Residents were told to leave the street where nine people had died.", "nine", "narrator"),
    ("The rebels threatened to kill nine hostages.", "nine", "narrator"),
    ("The rebels said they had killed nine hostages.", "nine", "rebels"),
    (
        "The army said it was investigating but nine people died, residents said.",
        "nine",
        "residents",
    ),
    ("“We have no beds left.” We had nine wounded last night, the nurse said.", "nine", "nurse"),
    (
        "“We have no beds,” nurse Ada Brandt said.\n“We sent them on.” We buried nine of our own.",
        "nine",
        "Ada Brandt",
    ),
    ("The driver told reporters of the blast that killed nine people.", "killed", "driver"),
    ("The reporter was told to leave after nine people were killed.", "nine", "narrator"),
]


@pytest.mark.parametrize(("text", "words", "who"), VOICES, ids=[r[0][:60] for r in VOICES])
def test_an_unresolved_speaker_is_never_the_narrator_nor_the_narrator_a_speaker(
    text: str, words: str, who: str
):
    reading = reading_of(text)
    start = text.index(words)
    voice, speaker = voice_at(reading, Span(start=start, end=start + len(words)))
    assert who == (voice if speaker is None else speaker.name)
    assert (speaker is None) == (voice != "speaker")


# title, source, content
HEADLINES = [
    ("Governor: 12 hurt in market fire", "Governor", "12 hurt in market fire"),
    ("12 hurt in market fire - police", "police", "12 hurt in market fire"),
    ("12 hurt in market fire, officials say", "officials", "12 hurt in market fire"),
    ("Rwanda: 12 hurt in market fire", None, None),
    ("Grim footage: officer fires at crowd", None, None),
    ("Eleven feared dead: no word from the market", None, None),
    ("12 hurt in fire attack - police", "police", "12 hurt in fire attack"),
    ("Live: 12 hurt in market fire", None, None),
    ("12 hurt in market fire - video", None, None),
    ("Shell kills nine in Gao, mainly hospital workers", None, None),
    ("Shell kills nine in Gao, hospital workers", "hospital workers", "Shell kills nine in Gao"),
    ("Market fire: 12 hurt", None, None),
    ("CLINIC OF SORROW: At least nine dead in fire", None, None),
]


@pytest.mark.parametrize(("title", "source", "content"), HEADLINES)
def test_a_headline_names_its_source_by_its_shape(
    title: str, source: str | None, content: str | None
):
    reading = reading_of("The fire broke out at noon.", title)
    found = [
        (_words(reading, s.source), _words(reading, s.contents[0]))
        for s in reading.speech
        if s.contents[0].part == "title"
    ]
    assert found == ([] if source is None else [(source, content)])


def test_its_forces_speak_for_the_body_named():
    reading = reading_of("The ministry denied the report. Its forces said the raid killed four.")
    assert [s.speaker for s in reading.speech] == ["ministry", "ministry"]


def test_what_an_agency_passes_on_names_the_agency():
    for text in (
        "The agency Velanews quoted police as saying that nine people had died.",
        "Police were quoted by Velanews as saying nine people had died.",
        "Velanews reported, citing police, that nine people had died.",
        "Police told Reuters that nine people had died.",
    ):
        reading = reading_of(text)
        at = text.index("nine")
        _, speaker = voice_at(reading, Span(start=at, end=at + 4))
        assert speaker is not None
        assert speaker.name.casefold() == "police"
        assert speaker.via in {("Velanews",), ("Reuters",)}


def test_reporters_in_general_are_no_medium():
    text = "Police told reporters that nine people had died."
    _, speaker = voice_at(reading_of(text), Span(start=27, end=31))
    assert speaker is not None
    assert speaker.via == ()


def test_a_report_within_a_report_keeps_both_sources():
    text = "The mayor said witnesses had told her that nine people were shot."
    at = text.index("nine")
    _, speaker = voice_at(reading_of(text), Span(start=at, end=at + 4))
    assert speaker is not None
    assert (speaker.name, speaker.via) == ("witnesses", ("mayor",))


def test_a_quotation_goes_on_over_a_line_without_a_name():
    text = (
        "Nurse Ada Brandt added: “We cannot count them.\n"
        "Read more of our coverage here\n"
        "“I think it is nine, and more will die.”"
    )
    at = text.index("nine")
    _, speaker = voice_at(reading_of(text), Span(start=at, end=at + 4))
    assert speaker is not None
    assert speaker.name == "Ada Brandt"


def test_a_quotation_does_not_go_on_over_another_speaker():
    text = (
        "Nurse Ada Brandt said: “We cannot count them.”\n"
        "Governor Tomas Ferrel was on the square when the ambulances came in from the east.\n"
        "“I think it is nine, and more will die.”"
    )
    at = text.index("nine")
    assert voice_at(reading_of(text), Span(start=at, end=at + 4)) == ("unresolved", None)


MARKS = [
    ("He said “yes” and “no”.", ["“yes”", "“no”"]),
    ('He said "yes" and "no".', ['"yes"', '"no"']),
    ("He said ''yes, they did'' and left.", ["''yes, they did''"]),
    ("‘They ran,’ she said, ‘all of them.’", ["‘They ran,’", "‘all of them.’"]),
    ("'They ran,' she said.", ["'They ran,'"]),
    ("The families' homes and the sisters' shop burned.", []),
    ("It's Ada's rock 'n' roll.", []),
    ("“One.\n“Two.”", ["“One.\n“Two.”"]),
    ("“One.\nTwo.", ["“One."]),
    ("“She shouted “run” and fell,” he said.", ["“She shouted “run” and fell,”"]),
    ('He added: “"We cannot.”', ['“"We cannot.”']),
    ('A wall 5" thick stood.', []),
]


@pytest.mark.parametrize(("text", "found"), MARKS)
def test_quotation_marks_are_matched_and_apostrophes_left_alone(text: str, found: list[str]):
    sentences = reading_of(text).sentences
    spans = quotations(text, paragraphs(sentences))
    assert [text[q.start : q.end] for q in spans] == found


def test_every_span_of_reported_speech_lies_in_the_document():
    for text, _, _ in REPORTED:
        reading = reading_of(text)
        for speech in reading.speech:
            for span in (*speech.contents, speech.source, speech.cue):
                assert span is None or reading.document.quote(span).strip()


MARKS_AND_BLANKS = [*".,:;!?()“”\"'‘’—«»\n\xa0", "''", "\n\n"]
CUES = ["police", "said", "that", "nine", "people", "died", "Ada", "Brandt", "according", "to"]
MORE = ["citing", "reportedly", "we", "the army", "told", "Reuters", "put the toll", "at", "was"]
LAST = ["accused", "of", "killing", "who", "but", "He", "they", "quoted", "as saying"]
WORDS = [*MARKS_AND_BLANKS, *CUES, *MORE, *LAST]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_no_jumble_of_marks_and_cues_breaks_the_reading(words: list[str]):
    document = Document.of(" ".join(words))
    sentences = load_grammar().parse(found := split(document), range(len(found)))
    for speech in find_speech(document, sentences, ()):
        assert speech.contents
        for span in (*speech.contents, speech.source, speech.cue):
            assert span is None or document.quote(span)


def test_speech_is_the_same_when_it_is_looked_for_again():
    reading = reading_of("\n".join(text for text, _, _ in REPORTED))
    again = find_speech(reading.document, reading.sentences, reading.names)
    assert again == reading.speech


def _words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else reading.document.quote(span)


def _row(reading: Reading, s: Speech) -> tuple[object, ...]:
    contents = [_words(reading, c) for c in s.contents]
    spans = (_words(reading, s.source), _words(reading, s.cue), contents)
    return (*spans, s.speaker, s.role, s.direct)
