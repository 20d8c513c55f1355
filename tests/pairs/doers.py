"""Who did it, told of in other words than those of a deed; and what tells of no doer."""

from __future__ import annotations

from pairs_rows import Row, blame, claim, no, trap, true

NOBODY_BLAMED = no("responsibility")
CLAIMS = "claims-responsibility"

ROWS: dict[str, list[Row]] = {
    "a movement called as a person or a town may be": [
        true("Nine people were killed by Boko Haram in Kaya on Monday.", blame("Boko Haram")),
        true("Nine people were killed in a raid by Hamas on Saturday.", blame("Hamas")),
        true("Al Shabaab attacked Kaya on Monday, killing nine people.", blame("Al Shabaab")),
        trap("The Hamas-run ministry said a blast killed nine.", NOBODY_BLAMED),
        trap("Nine people were killed by Tarek Beit in Kaya on Monday.", NOBODY_BLAMED),
    ],
    "a guise and a place are no party": [
        true("The police attacked a clinic in Kaya, killing nine.", blame("police")),
        true("Moscow's missiles killed nine people in Kaya.", blame("Russia")),
        trap("Gunmen dressed as police attacked a clinic in Kaya, killing nine.", NOBODY_BLAMED),
        trap("Kabul bomb kills nine worshippers", NOBODY_BLAMED),
    ],
    "a group's people, and who speaks for it": [
        true("Members of the gang Gran Lupo killed nine people in Kaya.", blame("Gran Lupo")),
        true(
            "A raid killed nine. The Tarn Front said that a team of its fighters had killed them.",
            blame("Tarn Front", CLAIMS, by="Tarn Front"),
        ),
        true(
            "A raid killed nine. The Houthis' spokesman said they had launched two missiles.",
            blame("Houthis", CLAIMS, by="Houthis' spokesman"),
        ),
        true(
            "A raid killed nine. Survivors pointed to Dorn hunters.",
            blame("Dorn hunters", by="Survivors"),
        ),
        trap("A raid killed nine. Survivors pointed to a hole in the wall.", NOBODY_BLAMED),
        trap(
            "A raid killed nine. The doctor's spokesman said they had launched two appeals.",
            NOBODY_BLAMED,
        ),
        trap("A widow of the gang boss Ivo Lupo was among nine killed in Kaya.", NOBODY_BLAMED),
    ],
    "arms and mines by name": [
        true(
            "Nine died. The ministry said Ukraine had fired five ATACMS at the beach.",
            blame("Ukraine", by="ministry"),
        ),
        true("Nine people were killed in a minefield laid by the Tarn Front.", blame("Tarn Front")),
        trap("Nine died. The ministry said Ukraine had fired five ministers.", NOBODY_BLAMED),
        trap("Nine people died in the worst Nigerian attack on a town in years.", NOBODY_BLAMED),
    ],
    "a deed that killed, not what it was done to": [
        true(
            "A raid against the rebels, who killed nine farmers in Kaya, failed.", blame("rebels")
        ),
        true("An attack by the army, which killed nine, hit Kaya.", blame("army")),
        trap("It was behind the attack on the ministry, which killed nine.", NOBODY_BLAMED),
        trap("Ten were hurt in the attack on the army, which killed nine.", NOBODY_BLAMED),
    ],
    "guessed behind a comma": [
        true(
            "A teacher was shot dead in Lodrin on Monday, apparently by Red Meadow rebels.",
            blame("Red Meadow"),
        ),
        true(
            "A judge was killed in Lodrin, presumably by fighters of the Red Meadow Front.",
            blame("Red Meadow Front"),
        ),
        trap("A teacher was shot dead in Lodrin on Monday, apparently by mistake.", NOBODY_BLAMED),
        trap("A judge was killed in Lodrin, presumably by accident, the army said.", NOBODY_BLAMED),
    ],
    "left where it was done": [
        true(
            "A bomb wrecked a bank in Lodrin. A flag of the Red Meadow Front was found there.",
            blame("Red Meadow Front", CLAIMS),
        ),
        true(
            "A bomb wrecked a mill in Lodrin. The men left leaflets of the Red Meadow Front.",
            blame("Red Meadow Front", CLAIMS),
        ),
        trap(
            "A bomb wrecked a bank in Lodrin. The mayor found leaflets of a dancing school.",
            NOBODY_BLAMED,
        ),
        trap("The Red Meadow Front left leaflets in Lodrin on Monday.", NOBODY_BLAMED),
    ],
    "whose act it was": [
        true(
            "A bomb killed two in Lodrin. The bombing was an act of revenge by the army.",
            blame("army"),
        ),
        true("Five nuns were murdered in Lodrin. The killers are from the army.", blame("army")),
        trap("A bomb killed two in Lodrin. The bombing was the third by daylight.", NOBODY_BLAMED),
        trap("Six nuns were murdered in Lodrin. The killers are from the north.", NOBODY_BLAMED),
    ],
    "what is no deed, and whose claim it is not": [
        true(
            "The army accused the Red Meadow Front of planting the bomb.",
            blame("Red Meadow Front", by="army"),
        ),
        true(
            "Police attributed the bomb in Lodrin to the Red Meadow Front.",
            blame("Red Meadow Front", by="Police"),
        ),
        true(
            "The Red Meadow Front has claimed responsibility for the bomb in Lodrin.",
            blame("Red Meadow Front", CLAIMS, by="Red Meadow Front"),
        ),
        trap(
            "Nor has any armed movement claimed responsibility for the bomb, which killed two.",
            NOBODY_BLAMED,
        ),
        trap("The army accused the Red Meadow Front of hiding its money abroad.", NOBODY_BLAMED),
        trap(
            "The polls gave the Union, to which they attributed 27 percent, little hope.",
            NOBODY_BLAMED,
        ),
        trap(
            "The government deeply regrets that this attack on the envoy took place.", NOBODY_BLAMED
        ),
    ],
    "who the gunmen are held to be": [
        true(
            "Two men were killed. The gunmen were identified as members of the Red Meadow Front.",
            blame("Red Meadow Front"),
        ),
        true(
            "Two men were abducted in Lodrin. The kidnappers identified themselves as members of "
            "the Red Meadow Front.",
            blame("Red Meadow Front"),
        ),
        trap("Two men were killed. The gunmen were identified as brothers.", NOBODY_BLAMED),
        trap(
            "Two men were killed. The dead were identified as members of the Red Meadow Front.",
            NOBODY_BLAMED,
        ),
    ],
    "who is suspected": [
        true(
            "Two men were killed in Lodrin. Police suspect the Red Meadow Front.",
            blame("Red Meadow Front", by="Police"),
        ),
        true(
            "A bomb killed two in Lodrin. Suspicion fell on the Red Meadow Front.",
            blame("Red Meadow Front"),
        ),
        true(
            "A bomb killed two in Lodrin. The attack bore the hallmarks of the Red Meadow Front.",
            blame("Red Meadow Front"),
        ),
        trap("Two men were killed in Lodrin. Police suspect foul play.", NOBODY_BLAMED),
        trap(
            "Two cooks were killed in Lodrin. Police suspect the Red Meadow Front of robbery.",
            NOBODY_BLAMED,
        ),
        trap("A bomb killed two in Lodrin. Snow fell on the Red Meadow Front.", NOBODY_BLAMED),
    ],
    "an armed group before its deed": [
        true("A Red Meadow Front ambush killed two men in Lodrin.", blame("Red Meadow Front")),
        true("Two men died in a Red Meadow Front attack.", blame("Red Meadow Front")),
        trap("A Front Street shooting killed two men in Lodrin.", NOBODY_BLAMED),
        trap("A Resistance Square bombing killed two men in Lodrin.", NOBODY_BLAMED),
    ],
    "who destroyed what is built, and a group's cell": [
        true(
            "On Monday Red Meadow Front rebels destroyed two bridges near Lodrin.",
            blame("Red Meadow Front"),
        ),
        true("AN ENVOY WAS KILLED BY A RED PATH CELL IN LODRIN.", blame("Red Path")),
        true("The army destroyed a village near Lodrin on Monday, killing nine.", blame("army")),
        trap("Five policemen burned to death in their car in Lodrin on Monday.", NOBODY_BLAMED),
        trap("A flood destroyed two bridges near Lodrin, and nine people died.", NOBODY_BLAMED),
        trap(
            "A bomb killed two in Lodrin. Rebels said that it destroyed their hopes.", NOBODY_BLAMED
        ),
    ],
    "members told with their officers": [
        true(
            "A court held a major and six members of the army involved in the massacre.",
            blame("army"),
        ),
        true(
            "The president implicated a major, two captains and six members of the army in the "
            "murder of five nuns.",
            blame("army"),
        ),
        trap(
            "Six members of the army not involved in the massacre of five nuns were freed.",
            NOBODY_BLAMED,
        ),
        trap(
            "The judge charged a major and six members of a choir with the theft of a van.",
            NOBODY_BLAMED,
        ),
    ],
    "who was wounded": [
        true("Soldiers wounded nine marchers in Lodrin.", blame("Soldiers")),
        true("Rebels injured two guards at the dam.", blame("rebels")),
        trap(
            "Three porters were killed and at least 24 soldiers injured when a shell fell.",
            NOBODY_BLAMED,
        ),
        trap("Nine marchers were killed and two soldiers wounded in Lodrin.", NOBODY_BLAMED),
    ],
    "a campaign that only dates": [
        true(
            "An offensive by the Red Meadow Front killed nine people in Lodrin.",
            blame("Red Meadow Front"),
        ),
        true(
            "The Red Meadow Front launched an attack on the barracks in Lodrin.",
            blame("Red Meadow Front"),
        ),
        trap(
            "The mayor was murdered in Lodrin on Monday, shortly after the rebel offensive.",
            NOBODY_BLAMED,
        ),
        trap("Gunmen killed a judge in Lodrin during the guerrilla offensive.", NOBODY_BLAMED),
    ],
    "an armed group's leader": [
        true(
            "Red Meadow Front commander Ivo Karel ordered the killing of the judge.",
            blame("Red Meadow Front"),
        ),
        true(
            "Red Meadow Front boss Ivo Karel masterminded the murder of the mayor.",
            blame("Red Meadow Front"),
        ),
        trap("Orchestra leader Ivo Karel ordered the killing of the judge.", NOBODY_BLAMED),
        trap("Farmers' Party leader Ivo Karel stabbed two men in Lodrin.", NOBODY_BLAMED),
    ],
    "a name that a bracket explains": [
        true(
            'POLICE REPORTED THAT THE "POPULAR MEADOW FRONT" [FRENTE POPULAR DEL PRADO] BOMBED '
            "TWO BANKS IN LODRIN.",
            blame("Popular Meadow Front", by="POLICE"),
        ),
        true(
            "The Red Meadow Front (Frente Prado Rojo) bombed two banks in Lodrin.",
            blame("Red Meadow Front"),
        ),
        trap("Gunmen (as yet unknown) bombed two banks in Lodrin.", NOBODY_BLAMED),
        trap("The mayor [of the Farmers' Party] shot two men in Lodrin.", NOBODY_BLAMED),
    ],
    "what a headline says is claimed": [
        true(
            "Five people died.",
            blame("Islamic State", CLAIMS, by="Islamic State"),
            title="Islamic State claims Paris attacks",
        ),
        true(
            "Nine people died in the raid.",
            blame("Tarn Front", CLAIMS, by="Tarn Front"),
            title="Tarn Front claims attack on Paris",
        ),
        trap(
            "Six people were killed.",
            no("responsibility", party="France"),
            title="Islamic State claims Paris attacks",
        ),
        trap(
            "Eight people were killed.",
            no("responsibility", party="Russia"),
            title="Islamic State claims Moscow attacks",
        ),
    ],
    "who blames others is not blamed": [
        true(
            "A bomb killed nine. The press and the authorities are blaming drug traffickers.",
            blame("drug traffickers", by="authorities"),
        ),
        true(
            "Unions are accusing the army of perpetrating the attack, which killed nine.",
            blame("army", by="Unions"),
        ),
        trap(
            "A bomb killed nine. The unions are blaming the heat.",
            no("responsibility", party="unions"),
        ),
        trap(
            "A bomb killed nine. The ministry is accusing nobody.",
            no("responsibility", party="ministry"),
        ),
        true(
            "The government accused M23 of the massacre; M23 denied it.",
            blame("M23", by="government"),
            blame("M23", "denies", by="M23"),
        ),
    ],
    "a group's name behind the words for it": [
        true(
            'A self-styled unit, the "Ivo Karel Force", claimed responsibility for the blast.',
            blame("Ivo Karel Force", CLAIMS, by="Ivo Karel Force"),
        ),
        true(
            'Police suspect the Maoist organization "Lume Road" of the attack in Gao.',
            blame("Lume Road", by="Police"),
        ),
        trap("Police suspect the man of robbery.", NOBODY_BLAMED),
        trap('A choir, the "Red Wing", claimed a prize.', NOBODY_BLAMED),
        true(
            "Nine were shot dead by a group of terrorists from the Rising Sun Forces (RSF).",
            blame("Rising Sun Forces (RSF)"),
        ),
        true(
            "They were killed by members of the XXII Front of the RAF, police said.",
            blame("RAF", by="police"),
        ),
        true(
            "MAIDUGURI - Islamic State West Africa Province fighters killed 23 farmers.",
            blame("Islamic State West Africa Province"),
        ),
        true(
            "GAO - Armed Islamic Group members massacred 52 people.", blame("Armed Islamic Group")
        ),
        true(
            "GAO - The Dawn Workers' Party (DWP) kidnapped three engineers.",
            blame("Dawn Workers' Party (DWP)"),
        ),
        true("Tamil Tiger rebels ambushed a bus and killed nine people.", blame("Tamil Tiger")),
        true(
            "The Communist Party of Nepal claimed responsibility for the blast.",
            blame("Communist Party of Nepal", CLAIMS, by="Communist Party of Nepal"),
        ),
    ],
    "deeds that something answers or that are none": [
        trap(
            "A bomb killed nine in reprisal for the government's offensive on the gangs.",
            no("responsibility", party="government"),
        ),
        trap(
            "A bomb killed nine. The rebels rejected the government's cease-fire.",
            no("responsibility", party="government"),
        ),
        true(
            "A failed rocket launch by Islamic Jihad killed four children.", blame("Islamic Jihad")
        ),
        true("The launch of a missile by the rebels killed two children.", blame("rebels")),
        trap("The launch of a book by the Dawn Party drew nine people.", NOBODY_BLAMED),
    ],
    "who did it, in forms and before the deed": [
        true(
            "A bomber killed nine in Gao. Claimed: Al Ansar.",
            blame("Al Ansar", CLAIMS, by="Al Ansar"),
        ),
        true(
            "Gunmen believed to belong to the Dawn Liberation Front killed 74 workers in Gao.",
            claim("responsibility", party="Dawn Liberation Front", stance="blames"),
        ),
        true(
            "Police attributed the attack, which killed six, to the Roberto Blanco faction.",
            blame("Roberto Blanco faction", by="Police"),
        ),
        trap(
            "Before he was shot dead by police, the gunman killed four men in Gao.", NOBODY_BLAMED
        ),
        trap("A bomb killed nine in Gao. Claimed: nothing yet.", NOBODY_BLAMED),
        true("Before they were shot dead by police, the strikers had gone home.", blame("police")),
    ],
    "rules, places and searches blame nobody": [
        trap(
            "A bomb killed nine. A government that bombs its people must fall, he said.",
            NOBODY_BLAMED,
        ),
        trap("A bomb killed nine. The law punishes whomever commits crimes.", NOBODY_BLAMED),
        trap(
            "A bomb outside the FENA [National Union] building detonated, killing nine.",
            NOBODY_BLAMED,
        ),
        trap(
            "A bomb killed nine after police carried out an anti-mafia operation.",
            no("responsibility", party="anti-mafias"),
        ),
        true("The government that bombed its people killed nine in Gao.", blame("government")),
        true("Anti-balaka fighters killed 12 people in Bria.", blame("Anti-balaka fighters")),
    ],
    "an action by": [
        true(
            "A grenade killed two. The hurling of it was an action by the army, a bishop said.",
            blame("army", by="bishop"),
        ),
        true("A bomb killed two. The blast was an act of revenge by the rebels.", blame("rebels")),
        trap("A bomb killed two. The concert was a gift by the army.", NOBODY_BLAMED),
        trap("A bomb killed two. The blast was a surprise by the river.", NOBODY_BLAMED),
    ],
}
