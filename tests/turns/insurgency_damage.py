"""Acts of an insurgency that kill nobody: sabotage, arson, bombs at offices, raids, abductions."""

from __future__ import annotations

import random

from expected import Expected
from insurgency_making import NOBODY, ZERO, Act, Making, day_of, doers, said
from wording import capital

_NONE: Expected = {"killed": ZERO, "injured": ZERO}
_UNHURT: Expected = {"killed": NOBODY, "injured": ZERO}
_DAMAGE: Expected = {"killed": NOBODY, "injured": NOBODY}
_WITHIN = (
    (", without causing casualties", _NONE), (", but there were no victims", _NONE),
    (", causing only material damage", _DAMAGE), (", but no one was hurt", _UNHURT),
    (", causing serious damage but no casualties", _NONE),
    (", but there were no injuries", _UNHURT),
)  # fmt: skip
_BEHIND = (
    ("There were no victims.", _NONE), ("No casualties were reported.", _NONE),
    ("The attack caused only material damage.", _DAMAGE), ("Nobody was injured.", _UNHURT),
    ("There were no dead or wounded.", _NONE), ("No deaths or injuries were reported.", _NONE),
    ("The attack did not cause any casualties.", _NONE),
    ("The attack, which caused no victims, was condemned by the mayor.", _NONE),
    ("There were no victims, only material losses.", _NONE),
    ("Damage was heavy but there were no casualties, police said.", _NONE),
    ("Police said no one was hurt in the attack.", _UNHURT),
)  # fmt: skip


def _harmless(
    noun: str, made: Making, lot: random.Random, forms: tuple[str, ...], *more: str,
) -> Act:  # fmt: skip
    """Return an act without victims, told in one of several forms, its zero within or behind."""
    day, when = day_of(made, lot)
    town = made.towns.pop()
    who, whose = doers(made, lot)
    text = lot.choice(forms).format(who=who, town=town, when=when, some=said(lot.randint(2, 6)))
    within, zero = lot.choice(_WITHIN)
    if lot.random() < 0.5:
        within, (behind, zero) = "", lot.choice(_BEHIND)
        more = (behind, *lot.sample(more, lot.randint(0, min(2, len(more)))))
    return made.act(noun, text + within, (day, town), whose, *more[:2], **zero)


def _pipeline(made: Making, lot: random.Random) -> Act:
    many = lot.randint(2, 9) * 500
    return _harmless("attack", made, lot, (
        "{who} blew up a section of the oil pipeline near {town} {when}",
        "{who} dynamited a gas pipeline near {town} {when}",
        "a stretch of the oil pipeline near {town} was blown up {when} by {who}",
        "an oil pipeline was damaged {when} in an attack by {who} near {town}",
        "a gas pipeline that crosses the outskirts of {town} was dynamited by {who} {when}",
    ), f"Some {many:,} barrels of crude were spilled into a river.",
       f"It was the {lot.randint(4, 19)}th attack on the pipeline this year.",
       "The state oil company said repairs would take three days.",
    )  # fmt: skip


def _pylons(made: Making, lot: random.Random) -> Act:
    return _harmless("attack", made, lot, (
        "{who} toppled {some} power pylons near {town} {when}, leaving the city without light",
        "{some} electricity towers were blown up {when} by {who} near {town}",
        "{who} dynamited {some} high-tension towers on the outskirts of {town} {when}",
        "{who} attacked a power substation in {town} {when}, causing a blackout",
    ), "Some 200,000 people were left without electricity.",
       "The power company said 40 towers had been brought down since January.",
    )  # fmt: skip


def _office(made: Making, lot: random.Random) -> Act:
    place = lot.choice((
        "a branch of the Agrarian Bank", "the offices of the governing party", "the tax office",
        "a branch of the state bank", "the offices of a newspaper", "the town hall",
        "the headquarters of the transport workers' union", "a supermarket",
    ))  # fmt: skip
    kilos = lot.randint(2, 9) * 5
    return _harmless("bombing", made, lot, (
        f"a bomb planted by {{who}} exploded at {place} in {{town}} {{when}}",
        f"{{who}} bombed {place} in {{town}} {{when}}",
        f"a dynamite charge placed by {{who}} went off outside {place} in {{town}} {{when}}",
        f"{{who}} threw a grenade at {place} in {{town}} {{when}}",
        f"in {{town}}, {{who}} detonated a bomb at {place} {{when}}",
        f"a powerful bomb planted by {{who}} destroyed {place} in {{town}} {{when}}",
    ), f"Police said the bomb was made of {kilos} kilograms of dynamite.",
       f"The explosion shattered windows in {said(lot.randint(3, 9))} nearby buildings.",
       f"Two cars parked nearby and {lot.randint(11, 40)} shops were damaged.",
       "The building was empty at the time.",
    )  # fmt: skip


def _embassy(made: Making, lot: random.Random) -> Act:
    made.towns.append(made.land.capital)
    place = lot.choice((
        "the U.S. embassy", "the residence of the French ambassador", "the Spanish consulate",
        "the Italian embassy", "the offices of the Soviet airline", "the U.S. cultural center",
    ))  # fmt: skip
    return _harmless("attack", made, lot, (
        f"{{who}} fired a rocket at {place} in {{town}} {{when}}",
        f"a bomb exploded outside {place} in {{town}} {{when}} in an attack by {{who}}",
        f"{{who}} in a moving car opened fire on {place} in {{town}} {{when}}",
        f"{{who}} threw two hand grenades at {place} in {{town}} {{when}}",
    ), "The embassies in the area have asked for more protection.",
       "Windows were broken and a guard post was damaged.",
    )  # fmt: skip


def _arson(made: Making, lot: random.Random) -> Act:
    things = lot.choice(("buses", "trucks", "public transport buses", "tanker trucks",
                         "tractors of a sugar company", "vehicles"))  # fmt: skip
    return _harmless("attack", made, lot, (
        f"{{who}} set fire to {{some}} {things} on the road to {{town}} {{when}}",
        f"{{who}} burned {{some}} {things} near {{town}} {{when}}",
        f"{{some}} {things} were set on fire {{when}} by {{who}} near {{town}}",
        f"{{who}} stopped {{some}} {things} near {{town}} {{when}} and set them ablaze",
        "{who} set the town hall of {town} on fire {when}",
        "{who} burned down the market of {town} {when}",
        f"{{who}} blocked a road near {{town}} {{when}} and set fire to {{some}} {things}",
    ), "The attackers also slashed tires and painted slogans on walls.",
       "The attackers fired into the air and fled on foot.",
    )  # fmt: skip


def _post(made: Making, lot: random.Random) -> Act:
    place = lot.choice(("a police station", "an army post", "the police post", "a barracks",
                        "a military checkpoint"))  # fmt: skip
    return _harmless("attack", made, lot, (
        f"{{who}} attacked {place} in {{town}} {{when}}",
        f"{{who}} opened fire on {place} in {{town}} {{when}}",
        f"{place} in {{town}} came under attack {{when}} by {{who}}",
        f"{{who}} fired mortar shells at {place} in {{town}} {{when}}",
        f"{{who}} raided {place} in {{town}} {{when}} and took {{some}} rifles",
    ), "The exchange of fire lasted two hours.",
       "The attackers fled into the mountains when reinforcements arrived.",
       f"The army said {lot.randint(20, 90)} men took part in the attack.",
    )  # fmt: skip


def _bridge(made: Making, lot: random.Random) -> Act:
    return _harmless("attack", made, lot, (
        "{who} blew up a bridge near {town} {when}",
        "a railway bridge near {town} was dynamited {when} by {who}",
        "{who} destroyed a telephone relay station near {town} {when}",
        "{who} derailed a freight train near {town} {when} by blowing up the track",
        "{who} dynamited a radio station in {town} {when}",
    ), "Traffic was interrupted for several hours.",
       "Technicians are repairing the damage.",
    )  # fmt: skip


def _kidnap(made: Making, lot: random.Random) -> Act:
    day, when = day_of(made, lot)
    town, name = made.towns.pop(), made.names.pop()
    who, whose = doers(made, lot)
    post = lot.choice(("a rancher", "a businessman", "a former senator", "an oil engineer",
                       "a bank manager", "a journalist", "a councilman"))  # fmt: skip
    many = lot.randint(2, 5)
    text = lot.choice((
        f"{who} kidnapped {name}, {post}, in {town} {when}",
        f"{name}, {post}, was kidnapped {when} in {town} by {who}",
        f"{post}, identified as {name}, was abducted by {who} near {town} {when}",
        f"{who} seized {said(many)} employees of an oil company near {town} {when}",
        f"{said(many)} oil workers were taken hostage by {who} near {town} {when}",
    ))  # fmt: skip
    return made.act("kidnapping", text, (day, town), whose, *lot.sample((
        "The kidnappers have demanded a ransom.", "Police have no clues to their whereabouts.",
        "His family has appealed for his release." if name in text else
        "The company said it was in touch with the kidnappers.",
        f"{capital(said(lot.randint(4, 9)))} people have been kidnapped in the area this year.",
    ), lot.randint(0, 2)), killed=NOBODY, injured=NOBODY)  # fmt: skip


def _escaped(made: Making, lot: random.Random) -> Act:
    day, when = day_of(made, lot)
    town, name = made.towns.pop(), made.names.pop()
    who, whose = doers(made, lot)
    role = lot.choice(("mayor", "judge", "senator", "union leader", "police chief"))
    text, zero = lot.choice((
        (f"{role} {name} escaped unhurt {when} when {who} shot at his car in {town}", _DAMAGE),
        ((f"{who} threw a grenade at the house of {role} {name} in {town} {when}, but nobody was "
         "hurt"), _UNHURT),
        ((f"{role} {name} survived an attempt on his life {when} in {town}, where {who} shot at "
         "him but missed"), _DAMAGE),
        ((f"a bomb planted by {who} exploded {when} at the house of {role} {name} in {town}, "
         "causing no victims"), _NONE),
    ))  # fmt: skip
    return made.act("attack", text, (day, town), whose, **zero)


DAMAGE = {
    "pipeline": _pipeline, "pylons": _pylons, "office": _office, "embassy": _embassy,
    "arson": _arson, "post": _post, "bridge": _bridge, "kidnap": _kidnap, "escaped": _escaped,
}  # fmt: skip
