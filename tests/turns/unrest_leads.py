"""How accounts of unrest open: a crackdown, a raid, a feud, a prison, bodies that are found."""

from __future__ import annotations

from unrest_making import Making, Turn


def _crackdown(made: Making) -> str:
    made.victims, made.singular, made.act = "protesters", "protester", "the crackdown"
    text = made.pick(
        "{people} security forces opened fire on protesters in {town} on Monday, killing "
        "{least}{dead} people and wounding {hurt}, {speaker} said.",
        "{Least}{Dead} people were shot dead and {hurt} wounded on Monday when police fired on a "
        "crowd in {town}, {speaker} said, on the deadliest day of protests since they began.",
        "{Least}{Dead} demonstrators were killed in {town} on Monday as soldiers used live rounds "
        "to break up a sit-in, according to {speaker}. {Hurt} more were hurt.",
        "Police in the {people} city of {town} fired live bullets at marchers on Monday. "
        "{Speaker} said {least}{dead} of them were killed and {hurt} injured.",
        "Protests against rising fuel prices turned deadly in {town} on Monday, with {least}{dead} "
        "people killed and {hurt} injured in clashes with police, {speaker} said.",
        "{Speaker} said security forces killed {least}{dead} people and wounded {hurt} others "
        "during a protest in {town} on Monday.",
        "Crowds marched through {town} on Tuesday behind the coffins of {dead} protesters shot "
        "dead by police a day earlier. {Hurt} others were wounded, {speaker} said.",
    )
    if "coffins" in text:  # where they were shot is not said
        made.asked.remove("town")
        made.open = False
    return text


def _raid(made: Making) -> str:
    made.victims, made.singular = "villagers", "villager"
    return made.pick(
        "Gunmen on motorcycles stormed a village near {town} on Monday and killed {least}{dead} "
        "people, {speaker} said. {Hurt} others were injured.",
        "{Least}{Dead} villagers were killed and {hurt} wounded on Monday when armed bandits "
        "raided a farming community in {town}, {speaker} said.",
        "Bandits killed {least}{dead} people, wounded {hurt} and burned dozens of homes in an "
        "attack on {town}, {land}, on Monday, {speaker} said.",
        "Armed men opened fire on farmers working their fields outside {town} on Monday, leaving "
        "{least}{dead} of them dead and {hurt} wounded, {speaker} said.",
        "{Least}{Dead} people lost their lives when suspected cattle rustlers attacked {town} in "
        "the early hours of Monday, {speaker} said. {Hurt} people suffered gunshot wounds.",
        "{Speaker} on Tuesday confirmed the killing of {least}{dead} villagers in {town}, {land}, "
        "by gunmen who attacked before dawn on Monday. {Hurt} people were treated for wounds.",
    )


def _feud(made: Making) -> str:
    made.victims, made.singular, made.act = "people", "person", "the clashes"
    return made.pick(
        "{Least}{Dead} people were killed and {hurt} injured in clashes between farmers and "
        "herders in {town} on Monday, {speaker} said.",
        "Fighting between two clans in {town}, {land}, left {least}{dead} people dead and {hurt} "
        "wounded on Monday, {speaker} said.",
        "Communal violence in {town} killed {least}{dead} people on Monday, {speaker} said, and "
        "wounded {hurt} more.",
        "A dispute over grazing land in {town} escalated into gun battles on Monday in which "
        "{least}{dead} people died and {hurt} were injured, {speaker} said.",
        "{Speaker} said {least}{dead} people had been killed and {hurt} wounded on Monday in "
        "ethnic clashes in {town}.",
    )


def _prison(made: Making) -> str:
    made.victims, made.singular, made.act = "inmates", "inmate", "the riot"
    return made.pick(
        "{Least}{Dead} inmates were killed and {hurt} injured on Monday in a riot at a prison in "
        "{town}, {speaker} said.",
        "A fight between rival gangs at a jail in {town}, {land}, left {least}{dead} "
        "prisoners dead "
        "and {hurt} wounded on Monday, {speaker} said.",
        "Gangs armed with guns and machetes fought for control of a prison in {town} on Monday, "
        "and {least}{dead} inmates died, {speaker} said. {Hurt} others were hurt.",
        "{Speaker} said {least}{dead} prisoners had been killed and {hurt} injured in rioting "
        "that broke out on Monday at the penitentiary in {town}.",
    )


def _bodies(made: Making) -> str:
    made.victims, made.singular, made.act = "people", "person", "the massacre"
    made.hurt, made.open = None, False
    made.asked.remove("day")  # they were found that day, and killed on it or before
    return made.pick(
        "The bodies of {dead} men were found in {town} on Monday, {speaker} said. All had "
        "been shot "
        "in the head.",
        "{Dead} bodies with gunshot wounds were found on Monday in an abandoned truck near {town}, "
        "{speaker} said.",
        "Residents found the bodies of {dead} people dumped beside a road in {town} on Monday, "
        "{speaker} said.",
        "Police found {dead} bodies, some of them with their hands tied, in a field outside {town} "
        "on Monday.",
        "{Dead} people were found dead in a house in {town} on Monday, {speaker} said. They had "
        "been tortured and shot.",
    )


def _bar(made: Making) -> str:
    made.victims, made.singular, made.act = "people", "person", "the shooting"
    return made.pick(
        "Gunmen burst into a bar in {town} on Monday night and opened fire, killing {least}{dead} "
        "people and wounding {hurt}, {speaker} said.",
        "{Least}{Dead} people were gunned down and {hurt} wounded at a party in {town}, {land}, "
        "late on Monday in what {speaker} described as a settling of scores between gangs.",
        "Suspected gang members shot dead {least}{dead} people at a car wash in {town} on Monday, "
        "{speaker} said. {Hurt} others were taken to hospital.",
        "A shootout between rival gangs in {town} left {least}{dead} people dead and {hurt} "
        "wounded on Monday, {speaker} said.",
    )


LEADS: dict[str, Turn] = {
    "crackdown": _crackdown, "raid": _raid, "feud": _feud, "prison": _prison, "bodies": _bodies,
    "bar": _bar,
}  # fmt: skip
