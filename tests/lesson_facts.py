"""A second reading of the facts, by hand: what the facts of each lesson have to name, and the
right answers. Written from the documents, not from the content."""

NAMED: dict[str, list[str]] = {
    "what_back_pain_is": [
        "57.1 %", "17.2 %", "20.2 %", "15.3 %", "19.8 %", "14.4 %", "18.1 %", "26.2 %", "12-13",
        "800 million", "36 %", "1-4 %", "under 1 %", "lumbago", "GP", "sick days", "10 %",
        "9 in 10", "clinical diagnosis", "discs", "tissue damage", "no single structure",
    ],
    "balance": [
        "exceeds", "mental", "social", "earlier", "poor sleep", "raise capacity", "lower load",
        "living conditions", "tiredness", "stress", "family, work and health care",
    ],
    "pain_and_damage": [
        "before", "protects", "very seldom", "inflammatory", "MG30.0", "3 months", "culture",
        "varies", "fear and anxiety", "still be safe",
    ],
    "volume": [
        "all inputs", "earlier back-pain experience", "expected seriousness", "belief in relief",
        "surplus", "helplessness", "placebo", "pain is real",
    ],
    "scans": [
        "50 %", "40 years", "bulges", "Modic", "disc changes", "needless surgery", "October 2020",
        "without proven effect", "1,281", "6-18 months", "8 weeks", "8-12 weeks", "3 months",
        "12 weeks", "progressive", "normal", "radiation", "sicken",
    ],
    "course": [
        "4-6 days", "70 %", "91 %", "366", "40 %", "10 %", "50 %", "15 %", "25 %", "1,905", "31 %",
        "24 %", "22 %", "13 %", "11 %", "shorten", "adapting", "averages", "two thirds",
    ],
    "movement": [
        "bending", "straight back", "one-sided", "furniture", "first episode", "701",
        "6 sessions", "208 days", "112 days", "housework", "suppleness", "supervised", "bed rest",
        "27 years", "after an episode", "very heavy",
    ],
    "first_days": [
        "not long at a time", "bending and twisting", "arch", "side to side", "hours at work",
        "no known harm", "danger signs", "single first episode",
    ],
    "flares": ["strategies", "relapse plan", "usual level", "manual", "numbness"],
    "sleep": [
        "8 of 10", "quality of life", "widespread", "waking early", "sleeping pills",
        "stimulus control", "relaxation", "municipal", "PSQI",
    ],
    "worry": [
        "powerlessness", "more disability", "leads to anxiety", "depression", "LÆR AT TACKLE",
        "Internetpsykiatrien", "psychologist", "11-year", "suicide",
    ],
    "relations": [
        "withdrawing", "guilt", "bullying", "not pain intensity", "unemployed", "validation",
        "11 reviews", "187", "5,000", "uncertainties", "sexuality",
    ],
    "work": [
        "13.4 %", "4,154", "38.1 %", "21 billion", "35.6 %", "21.1 %", "14.6 %", "26.2 %", "9.6 %",
        "identity", "losing contact", "time-limited", "flexible rules", "invisibility",
        "employer pays", "first 30 days", "week 5-7", "3 months", "fast track", "4 hours",
        "22 weeks", "9 months", "§ 56", "10 days", "without a job", "mentor", "LÆ 165", "Holbæk",
    ],
    "medicines": [
        "weakly against", "no better than placebo", "1,008", "215", "118", "constipation",
        "tolerance", "high", "heart disease", "liver", "antiepileptics", "gabapentin",
        "best possible relief", "3-4 weeks", "abruptly", "chilli plasters",
    ],
    "treatments": [
        "first line", "exercise", "never alone", "4-5 sessions", "soreness", "161 trials",
        "11,849", "479", "cognitive functional", "acupuncture", "medicine", "surgery is not",
        "8 weeks", "3 months", "traction", "TENS", "devil's claw", "multidisciplinary",
    ],
    "goals": ["of value", "achieve", "sub-goals", "start and the end", "confidence 0-10"],
    "pacing": ["balance of activity and rest", "prioritising", "steered by the patient", "breaks"],
    "leg_pain": [
        "same approach", "cauda equina", "8 weeks", "leg pain on walking", "8-12 weeks",
        "package courses", "waiting time",
    ],
    "habits": ["competences", "sexuality", "causal path", "39 %", "stop-smoking"],
    "myths": [
        "56 %", "32 %", "30 %", "50 %", "straight back", "crooked", "rest until", "so it harms",
        "80 %", "under 1 %", "got worse", "strong medicine", "one right exercise", "work must",
        "without end", "late in life", "not real",
    ],
}  # fmt: skip

ANSWERS: dict[tuple[str, str], str] = {
    ("what_back_pain_is", "unspecific"): "At ingen kan pege på ét bestemt sted som årsag",
    ("what_back_pain_is", "how_many"): "Cirka 9",
    ("balance", "same_box"): "Du har færre kræfter den dag",
    ("balance", "two_ways"): "Ved at gøre det ene lettere eller det andet stærkere",
    ("pain_and_damage", "more_pain"): "Nej",
    ("pain_and_damage", "when"): "I god tid før noget tager skade",
    ("volume", "turns_down"): "Alle tre ting",
    ("volume", "in_the_head"): "Nej, den er virkelig",
    ("scans", "without_pain"): "Mindst halvdelen",
    ("scans", "shows_where"): "Som regel ikke",
    ("course", "six_weeks"): "Cirka 9 ud af 10",
    ("course", "new_spell"): "Nej",
    ("movement", "straight_back"): "Det er der ikke belæg for",
    ("movement", "best_exercise"): "Den du får gjort",
    ("first_days", "when_restart"): "Lidt efter lidt, før smerten er væk",
    ("first_days", "lying_still"): "Nej",
    ("flares", "after_class"): "Nej, gå et trin ned, bliv i gang, og gå op igen",
    ("flares", "not_a_flare"): "Ny følelsesløshed i skridtet",
    ("sleep", "pills"): "Mindst lige så godt",
    ("sleep", "how_many"): "Op til 8 ud af 10",
    ("worry", "worry_raises"): "Ja",
    ("worry", "online_help"): "Internetpsykiatrien",
    ("relations", "unseen"): "Nej",
    ("relations", "stigma"): "De kan mindre og bliver mere triste",
    ("work", "who_pays"): "Arbejdsgiveren",
    ("work", "least_hours"): "4 timer",
    ("medicines", "first_choice"): "Nej, sjældent, og efter en snak med lægen",
    ("medicines", "follow_up"): "Efter få dage og senest efter 3-4 uger",
    ("treatments", "sessions"): "4-5 gange",
    ("treatments", "surgery"): "Nej",
    ("goals", "no_pain"): "Nej, vælg noget at gøre",
    ("goals", "first_step"): "Lille nok til denne uge",
    ("pacing", "good_day"): "Nej",
    ("pacing", "rest"): "En del af planen",
    ("leg_pain", "same_care"): "Det samme som ellers, og så holder I øje med det",
    ("leg_pain", "reassess"): "Efter 8 uger",
    ("habits", "second_m"): "Mestring",
    ("habits", "weight"): "Så enkelt er det ikke",
    ("myths", "one_sign"): "Cirka 80",
    ("myths", "useless"): "Nej, de hjælper til at se ordentligt efter",
}
