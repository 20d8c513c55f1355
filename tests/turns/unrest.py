"""Accounts of unrest put together by lot: crackdowns, raids, feuds, riots, gangs.

A lead tells of one incident of Monday. Behind it stand turns that such copy takes: who the dead
were, what others count, who died since, who was carried off or arrested, what the unrest has cost
so far, what it answers to, another incident.
"""

from __future__ import annotations

import random

from expected import Account
from unrest_leads import LEADS
from unrest_making import Land, Making
from unrest_turns import APART, TURNS

LANDS = (
    Land("Nigeria", "Nigerian", ("Zamfara", "Jos", "Makurdi", "Kaduna", "Katsina")),
    Land("Sudan", "Sudanese", ("Khartoum", "Omdurman", "Atbara", "Port Sudan", "Kassala")),
    Land("Iran", "Iranian", ("Zahedan", "Mahabad", "Shiraz", "Ahvaz", "Mashhad")),
    Land("Myanmar", "Burmese", ("Mandalay", "Yangon", "Bago", "Monywa")),
    Land("Kenya", "Kenyan", ("Kisumu", "Nairobi", "Eldoret", "Marsabit")),
    Land("Ecuador", "Ecuadorean", ("Guayaquil", "Cuenca", "Quito", "Esmeraldas")),
    Land("Mexico", "Mexican", ("Culiacan", "Irapuato", "Acapulco", "Tijuana", "Celaya")),
    Land("Haiti", "Haitian", ("Port-au-Prince", "Gonaives", "Mirebalais", "Cap-Haitien")),
    Land("Iraq", "Iraqi", ("Nasiriyah", "Basra", "Baghdad", "Najaf")),
    Land("Papua New Guinea", "Papuan", ("Port Moresby", "Wabag", "Lae", "Mount Hagen")),
)  # fmt: skip
_SPEAKERS = (
    "police", "a local official", "medics", "a hospital source", "a rights group", "residents",
    "the governor", "state governor Musa Danjo", "a doctors' union", "witnesses",
    "the interior ministry", "police spokesperson Ana Quiro", "local media", "prosecutors",
)  # fmt: skip


def composed(lot: random.Random) -> Account:
    """Return one account: a lead, and two to six turns."""
    land = lot.choice(LANDS)
    made = Making(
        lot=lot, land=land, town=lot.choice(land.towns),
        dead=lot.choice((3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17, 22, 28, 36, 42)),
        hurt=lot.choice((10, 12, 15, 16, 18, 24, 27, 33, 41, 60)),
        victims="people", singular="person", speaker=lot.choice(_SPEAKERS),
        open=lot.random() < 0.3,  # three in ten say "at least"
    )  # fmt: skip
    kind = lot.choice(sorted(LEADS))
    lead = LEADS[kind](made)
    made.turns.append(kind)
    title = _title(made, kind)
    drawn = lot.sample(sorted(TURNS), lot.randint(2, 6))
    spare = [t for t in drawn if t in APART][1:]
    told = []
    for turn in drawn:
        fits = TURNS[turn].fits(made)
        if turn not in spare and fits:
            made.turns.append(turn)
            told.append(TURNS[turn].tell(made))
    text = lead + "\n" + lot.choice((" ", "\n", "\n\n")).join(told)
    return Account(text, made.incidents(), made.turns, title, maybe=made.maybe)


def _title(made: Making, kind: str) -> str | None:
    noun = {
        "crackdown": "protest crackdown", "raid": "village raid", "feud": "clashes",
        "prison": "prison riot", "bodies": "grim find", "bar": "gang shooting",
    }[kind]  # fmt: skip
    return made.lot.choice((
        None, None, made.pick("{Least}{Dead} dead in {town} {noun}", noun=noun),
        made.pick("{people} city of {town} in shock after {noun}", noun=noun),
        made.pick("{least}{dead} killed in {land}: what we know", noun=noun),
    ))  # fmt: skip
