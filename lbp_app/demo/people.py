"""Made-up people and what they write in their diaries, for `lbp demo`."""

PEOPLE = (  # first name, year of birth, region, doctor; numbers that begin with 1 belong to nobody
    ("Birgit", 1964, "sjaelland", "Lægehuset ved Torvet", "12 34 56 78"),
    ("Poul", 1957, "midtjylland", "Lægerne i Kirkegade", "12 65 43 21"),
    ("Hanne", 1971, "syddanmark", "Læge Mette Holm", "13 24 57 68"),
    ("Jørgen", 1961, "nordjylland", "Lægeklinikken Havnen", "14 25 36 47"),
    ("Lis", 1953, "hovedstaden", "Lægerne på Plænen", "15 48 26 37"),
)

NOTES = {
    "da": {
        "good": (
            "Gik en tur om søen. Det gjorde godt.",
            "Sov næsten hele natten.",
            "Cyklede til Brugsen og hjem igen. Mærkede det ikke meget.",
            "Børnebørnene var her. Træt, men glad.",
            "En times tid i haven. Holdt et par pauser, det hjalp.",
            "Var til kor igen. Stod op det meste af tiden.",
            "Svømmede ti baner. Rart i vandet.",
            "Glemte faktisk ryggen et par timer.",
        ),
        "plain": (
            "Stiv om morgenen, bedre efter et bad.",
            "Lang dag på kontoret. Rejste mig lidt oftere end ellers.",
            "Regn hele dagen, så turen blev kort.",
            "Kørte til Odense og tilbage. Måtte ud at strække ben på vejen.",
            "Bar varer op på 3. sal. Gik fint, lidt øm bagefter.",
            "Støvsugede det halve af huset og lod resten ligge.",
            "Biograf. Sad yderst, så jeg kunne rejse mig.",
            "Lavede mine øvelser, mens kaffen løb igennem.",
        ),
        "bad": (
            "Vågnede flere gange i nat.",
            "Svært at komme ud af bilen.",
            "Blev hjemme fra kor.",
            "Travlt på arbejdet og ikke meget søvn.",
            "En stille dag. Læste og gik lidt rundt.",
            "Det trækker ned i benet, når jeg sidder længe.",
        ),
        "flare": (
            "Det kom, da jeg tog sko på.",
            "Sov i stolen det meste af natten.",
            "Gik rundt om huset tre gange. Det var nok for i dag.",
            "Lidt bedre end i går. Kunne sidde med ved bordet.",
            "Naboen gik tur med hunden for mig.",
            "Gik ned til hjørnet og hjem. Det går den rigtige vej.",
        ),
    },
    "en": {
        "good": (
            "Walked round the lake. It did me good.",
            "Slept through most of the night.",
            "Cycled to the shop and back. Hardly noticed it.",
            "The grandchildren came. Tired but happy.",
            "An hour in the garden. Took a few breaks, that helped.",
            "Back at choir. Stood up most of the time.",
            "Swam ten lengths. Lovely in the water.",
            "Forgot about my back for a couple of hours.",
        ),
        "plain": (
            "Stiff in the morning, better after a bath.",
            "Long day at the office. Got up a bit more than usual.",
            "Rain all day, so only a short walk.",
            "Drove to Odense and back. Had to stop and stretch my legs.",
            "Carried the shopping up three floors. Fine, a bit sore afterwards.",
            "Vacuumed half the house and left the rest.",
            "Cinema. Took an aisle seat so I could get up.",
            "Did my exercises while the kettle boiled.",
        ),
        "bad": (
            "Woke up several times in the night.",
            "Hard to get out of the car.",
            "Stayed home from choir.",
            "Busy at work and not much sleep.",
            "A quiet day. Read and walked about a bit.",
            "It pulls down the leg when I sit for long.",
        ),
        "flare": (
            "It came when I put my shoes on.",
            "Slept in the chair most of the night.",
            "Walked round the house three times. Enough for today.",
            "A little better than yesterday. Could sit at the table.",
            "The neighbour walked the dog for me.",
            "Walked to the corner and home. Going the right way.",
        ),
    },
}

EXERCISE_NOTES = {
    "da": {"3.2": "Den grønne stol er den bedste højde.", "1.1": "God om morgenen i sengen."},
    "en": {"3.2": "The green chair is the best height.", "1.1": "Good in bed in the morning."},
}

WEIGHED = {  # what lies on the scale in own words
    "da": {"load": "Mors flytning", "resource": "Kor om onsdagen"},
    "en": {"load": "Moving my mother", "resource": "Choir on Wednesdays"},
}

WHY = {
    "da": ("Det er blevet let.", "Har lyst til at prøve.", "Går fint på trappen.", "Passer bedre."),
    "en": ("It has become easy.", "Feel like trying.", "Stairs are fine now.", "Suits me better."),
}
REFLECTIONS = {
    "da": ("Blødere bagefter end før.", "Tog pauserne med. Det var godt.", "Musik på hjalp."),
    "en": ("Looser afterwards than before.", "Took the rests. That was good.", "Music helped."),
}

THOUGHTS = {  # by lesson and prompt
    "da": {
        ("what_back_pain_is", "own_thoughts"): "At det var de mange år med tunge løft i køkkenet.",
        ("balance", "both_sides"): "Flytningen og dårlig søvn på den ene side. Haven, koret og "
        "Karen på den anden.",
        ("balance", "one_thing"): "Sige nej til vagten om torsdagen.",
        (
            "pain_and_damage",
            "feared_move",
        ): "At løfte kasser ud af bilen. Jeg vil prøve med en let.",
        ("volume", "safe"): "Når Karen er hjemme, og når jeg er nede ved vandet.",
        ("movement", "enjoyed"): "At danse. Det er længe siden.",
    },
    "en": {
        ("what_back_pain_is", "own_thoughts"): "All those years of heavy lifting in the kitchen.",
        ("balance", "both_sides"): "The move and bad sleep on one side. The garden, the choir and "
        "Karen on the other.",
        ("balance", "one_thing"): "Say no to the Thursday shift.",
        ("pain_and_damage", "feared_move"): "Lifting boxes out of the car. I will try a light one.",
        ("volume", "safe"): "When Karen is home, and when I am down by the water.",
        ("movement", "enjoyed"): "Dancing. It has been a long time.",
    },
}

PLACE = {"da": "Klinikken på Torvet", "en": "The clinic on the square"}
GOALS = {
    "da": ("Gå rundt om søen", "Sidde med ved bordet en hel aften"),
    "en": ("Walk round the lake", "Sit at the table for a whole evening"),
}

PARTICIPANTS = (  # as a physiotherapist writes them down; nobody's
    ("Birgit", "14"),
    ("Poul", "15"),
    ("Hanne S.", "17"),
    ("Jørgen", "18"),
    ("Lis", "21"),
    ("Kirsten", "22"),
    ("Ole B.", "23"),
    ("A.M.", "25"),
    ("Susanne", "26"),
    ("Per", "28"),
)
PLAN_WHY = {
    "da": (
        "Går let, vil gerne videre.",
        "Tryg i bevægelsen nu.",
        "Klarer trapper uden pause.",
        "Valgte det selv på holdet.",
    ),
    "en": (
        "Feels easy, wants to go on.",
        "Confident in the movement now.",
        "Manages stairs without a rest.",
        "Chose it in class.",
    ),
}
PLAN_LINES = {  # a dose, a line, a note to oneself, the name of a template
    "da": (
        "3 × 8, to gange om dagen",
        "Prøv med indkøbsposen.",
        "Spørg til koret og turen til Odense.",
        "Stillestående arbejde",
    ),
    "en": (
        "3 × 8, twice a day",
        "Try it with the shopping bag.",
        "Ask about the choir and the trip to Odense.",
        "Standing work",
    ),
}
PARTICIPANT_CLASS = {  # name and place
    "da": ("Tirsdagsholdet", "Klinikken på Torvet, sal 2"),
    "en": ("The Tuesday class", "The clinic on the square, room 2"),
}
# What the first participant asks, and what they want to be able to do.
REPORTED = {
    "da": ("Må jeg begynde at løbe igen?", "Gå til bageren og hjem uden pause"),
    "en": ("May I start running again?", "Walk to the baker's and back without a break"),
}
