"""What a backup holds, as a person counts."""

from lbp_app.content.formats import date_full
from lbp_app.content.wording import wording_for
from lbp_app.model.backup import Holding


def told(held: Holding, language: str | None) -> str:
    """As "214 dage, 31 træninger og 2 dårlige perioder, fra 1. marts 2026 til 5. oktober 2026"."""
    t = wording_for(language)
    counted = [
        (held.sessions, t.plural("{n} træning", "{n} træninger", held.sessions)),
        (held.activities, t.plural("{n} aktivitet", "{n} aktiviteter", held.activities)),
        (held.screenings, t.plural("{n} tjek af tegn", "{n} tjek af tegn", held.screenings)),
        (held.flares, t.plural("{n} dårlig periode", "{n} dårlige perioder", held.flares)),
        (held.participants, t.plural("{n} deltager", "{n} deltagere", held.participants)),
        (held.classes, t.plural("{n} hold", "{n} hold", held.classes)),
        (held.others, t.plural("{n} anden ting", "{n} andre ting", held.others)),
    ]
    others = [said for n, said in counted if n]
    days = t.plural("{n} dag med svar", "{n} dage med svar", held.days)
    parts = [days, *others] if held.days or not others else others
    if len(parts) > 1:
        parts[-2:] = [t("{first} og {last}", first=parts[-2], last=parts[-1])]
    said = ", ".join(parts)
    if held.first is None or held.last is None:
        return said
    first, last = date_full(t, held.first), date_full(t, held.last)
    return t("{what}, fra {first} til {last}", what=said, first=first, last=last)
