"""A page of posts by the hour: a later one raises what an earlier one told."""

from readings import bounds, reading_of, stories_of

NEWEST_FIRST = (
    "18:40 Twenty-three people died in the strike on Sumy, rescuers say.\n"
    "16:05 The president calls it an act of terror.\n"
    "14:30 The number of dead in Sumy stands at 17, the police say.\n"
    "11:55 A missile has struck an office in Sumy. Twelve people died in the strike, medics say."
)


def test_the_latest_post_of_a_page_gives_the_toll() -> None:
    assert bounds(stories_of(NEWEST_FIRST, published="2023-05-04")[0].killed) == (23, 23)


def test_newest_last_is_read_so_too() -> None:
    upward = "\n".join(reversed(NEWEST_FIRST.split("\n")))
    assert bounds(stories_of(upward, published="2023-05-04")[0].killed) == (23, 23)


def test_a_fall_leaves_both_figures() -> None:
    text = (
        "9:10 Nine people died in the strike on Sumy, medics say.\n"
        "11:10 The strike killed six people, the police say."
    )
    assert bounds(stories_of(text, published="2023-05-04")[0].killed) == (6, 9)


def test_the_hour_of_a_post_is_no_word_of_its_sentence() -> None:
    (sentence,) = reading_of("18:40 Three guards were shot dead in Sumy.").sentences
    assert sentence.tokens[0].dep == "meta"
    assert sentence.tokens[1].text == "Three"


def test_lines_that_open_with_a_figure_are_no_posts() -> None:
    # "120" is no hour: two sources stand beside each other
    text = (
        "120 Houses burned in Sumy on Wednesday. The strike killed six people, the police say.\n"
        "215 People fled the city. The strike killed nine people, rescuers say."
    )
    assert bounds(stories_of(text, published="2023-05-04")[0].killed) == (6, 9)
