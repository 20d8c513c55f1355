"""Local news of shootings and stabbings: who died since, whom police shot, what is another deed."""

from __future__ import annotations

from pairs_rows import Row, incidents, main, second, trap, true

ROWS: dict[str, list[Row]] = {
    "one of the hurt who has died since": [
        true("Three people were wounded in a shooting in Toledo on Sunday. Ana Ruiz, 51, has died,"
             " police said.", main(killed=1, injured=2)),
        true("Four people were wounded in a shooting in Toledo on Sunday. One of those injured in"
             " the shooting has since died.", main(killed=1, injured=3)),
        true("One man was killed and two were wounded in a shooting in Toledo on Sunday. A second"
             " victim has died.", main(killed=2, injured=1)),
        true("UPDATE (Wednesday, 9 a.m.): Ana Ruiz has died of her injuries, bringing the death"
             " toll to two.\n\nPREVIOUS: One man was killed and three were wounded in a shooting in"
             " Toledo on Sunday.", main(killed=2, injured=2), incidents(1)),
        trap("One man was killed and three were wounded in a shooting in Toledo on Sunday. Ana"
             " Ruiz, 51, died at the hospital.", main(killed=1, injured=3)),
        trap("Ana Ruiz, 51, has died after a shooting in Toledo on Sunday. Three others were"
             " wounded.", main(killed=1, injured=3)),
    ],
    "one more has died since the hurt were told of": [
        true("UPDATE: A second victim has died. One man was killed and two others were wounded in "
             "a shooting in Gao on Monday.", main(killed=2, injured=1)),
        true("UPDATE: A third victim, identified as Ana Ruiz, 51, died at the hospital. Two men "
             "were killed and three people were wounded in a stabbing in Gao on Monday.",
             main(killed=3, injured=2)),
        true("UPDATE: Police say a third victim has died. A shooting in Gao on Monday claimed the "
             "life of a man and a woman and injured a boy.", main(killed=3, injured=None)),
        true("UPDATE: A third victim, named as Rosa Vega, 51, died at the hospital. Four "
             "people were shot, two of them fatally, in Gao on Monday.", main(killed=3, injured=1)),
        trap("UPDATE: Police say a second victim has been named. A shooting in Gao on Monday "
             "killed a man. A woman was wounded and is expected to survive.",
             main(killed=1, injured=1)),
        trap("Police say a third victim has left the hospital. A shooting in Gao on Monday claimed "
             "the life of a man and a woman and injured a boy.", main(killed=2, injured=1)),
        trap("One man was killed and two others were wounded in a shooting in Gao on Monday. A "
             "second victim died at the scene.", main(killed=2, injured=2)),
        trap("UPDATE: A second suspect has been held. One man was killed and two others were "
             "wounded in a shooting in Gao on Monday.", main(killed=1, injured=2)),
    ],
    "an unrelated shooting of as many": [
        true("Two people were killed in a shooting on Elm Street in Lom on Monday night. About an "
             "hour later, in an unrelated shooting, two people were killed on Oak Avenue.",
             main(killed=2), second(killed=2)),
        true("A man was wounded in a shooting on Elm Street in Lom on Monday night. Police are "
             "also looking into a separate shooting in which a man was wounded on Oak Avenue.",
             main(injured=1), second(injured=1)),
        trap("Five people were shot at a party in Lom on Monday night. Meanwhile, police have said "
             "nothing of what sparked the shooting that left five people hurt.", main(injured=5)),
        trap("Five people were shot at a party in Lom on Monday night. Another shooting victim, a "
             "man of 30, left the hospital.", main(injured=5)),
    ],
    "a man whom police shot is the suspect told of below": [
        true("A suspect was killed and a police officer was wounded in an exchange of gunfire in "
             "Lom on Monday.", main(killed=1, injured=1),
             title="Man killed in officer-involved shooting in Lom"),
        true("A Lom officer is recovering after being shot on Monday. The suspect was shot and "
             "killed.", main(killed=1, injured=1), title="Police shoot, kill man on Elm Street"),
        trap("A man was shot and killed at a bar in Lom on Monday. The suspect was shot and killed "
             "by police.", main(killed=2), title="Man killed at bar in Lom"),
        trap("A woman was stabbed to death in Lom on Monday. The suspect was shot and killed by "
             "deputies.", main(killed=2), title="Woman killed in Lom"),
    ],
    "a night on a street is no day later": [
        true("Two men were killed and a woman was wounded in a shooting Tuesday night on Oak "
             "Avenue in Lom.", incidents(1), main(killed=2, injured=1)),
        true("One person was killed and two others were hurt in a shooting on Friday night on "
             "Mill Road in Lom.", incidents(1), main(killed=1, injured=2)),
        trap("Two men were killed in a shooting in Lom on Tuesday and a woman was wounded in a "
             "stabbing two days later in Tarsk.", incidents(2)),
        trap("Two men were killed in a raid in Lom on Tuesday and a woman was wounded in a blast "
             "the next night on Mill Road in Tarsk.", incidents(2)),
    ],
    "who came to a hospital, or is in one, is none of the dead": [
        true("A shooting killed one person at a park in Lom on Saturday night. A 61-year-old man "
             "later showed up at a hospital with a gunshot wound.", main(killed=1, injured=1)),
        true("Two people are dead after a shooting in Lom on Tuesday. A third victim, a "
             "27-year-old man, was also shot and is expected to survive.",
             main(killed=2, injured=1)),
        true("Two people are dead and a man is recovering after a stabbing in Lom on Tuesday. The "
             "dead were identified as Ana Ruiz, 35, and Luis Vega, 37.",
             main(killed=2, injured=1)),
        trap("A shooting killed a woman at a park in Lom on Saturday night. She was identified "
             "as Ana Vega, 37.", main(killed=1, injured=None)),
        trap("Officers found a man shot in Lom on Saturday. He was taken to a hospital, where he "
             "later died.", main(killed=1, injured=None)),
        trap("A man is in a hospital after a shooting in Lom on Tuesday. On Friday police said he "
             "had died of his wounds.", main(killed=1, injured=None)),
    ],
}  # fmt: skip
