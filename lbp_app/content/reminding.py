"""What a notification or a calendar may show to anybody who looks on: nothing of health."""

from lbp_app.content.wording import Wording, mark

TITLES = {
    "exercise": mark("Tid til øvelser"),
    "walk": mark("Tid til en tur"),
    "checkin": mark("Et kig på dagen"),
    "lesson": mark("Tid til at læse"),
    "class": mark("Holdtime"),
    "training": mark("Tid til øvelser"),
    "appointment": mark("Dit forløb"),
    "follow_up": mark("Opfølgning"),
    "goals": mark("Et kig på dine mål"),
    "tests": mark("Et kig på dit forløb"),
    "test": mark("En prøve: Sådan ser en påmindelse ud"),
}
ANY_TITLE = mark("Påmindelse fra Rygvej")


def title(what: str, t: Wording) -> str:
    return t(TITLES.get(what, ANY_TITLE))
