"""One sentence for each error that a person may meet: what is wrong and what to do."""

from lbp_app.content.wording import Wording, mark
from lbp_app.errors import AppError

UNEXPECTED = mark("Noget gik galt i appen. Svar, der er vist som gemt, er stadig gemt. Prøv igen.")
SENTENCES = {
    "error.unexpected": UNEXPECTED,
    "error.answer_refused": mark("Det svar kunne appen ikke gemme. Se det igennem, og prøv igen."),
    "error.cpr": mark(
        "Der ser ud til at stå et CPR-nummer. Det gemmer appen aldrig. "
        "Fjern nummeret, så bliver resten gemt."
    ),
    "error.off_scale": mark("Svaret skal være et tal fra 0 til 10."),
    "error.note_long": mark(
        "Noten er lidt for lang. Der er plads til {most} tegn. Gør den kortere, så bliver den gemt."
    ),
    "error.card_long": mark(
        "Det er lidt mere, end arket har plads til. Der kan stå {most} tegn her. "
        "Gør teksten kortere, så bliver den gemt."
    ),
    "error.name_long": mark(
        "Navnet er lidt for langt. Der er plads til {most} tegn. Skriv gerne en kortere form."
    ),
    "error.region": mark("Den region kender appen ikke. Vælg en fra listen."),
    "error.birth_year": mark(
        "Skriv et fødselsår mellem {first} og {last}, eller lad feltet stå tomt."
    ),
    "error.text_scale": mark("Vælg en tekststørrelse mellem 100 og 200 %."),
    "error.flare_order": mark("Slutdagen ligger før startdagen. Vælg en senere slutdag."),
    "error.period_order": mark("Slutdagen ligger før den første dag. Vælg en senere slutdag."),
    "error.period_long": mark("Perioden er for lang. Vælg højst tre år ad gangen."),
    "error.delete_nothing": mark("Der er ikke noget at slette."),
    "error.delete_gone": mark("Det er slettet endeligt og kan ikke hentes tilbage."),
    "error.schedule_folder": mark(
        "Skriv hele vejen til mappen, for eksempel /home/mig/Sikkerhed eller D:\\Sikkerhed."
    ),
    "error.schedule_inside": mark(
        "Den mappe er appens egen og går med, hvis enheden går i stykker. Vælg en et andet sted."
    ),
    "error.schedule_key": mark("Kodeordet til den planlagte kopi mangler. Lav planen igen."),
    "error.date": mark("Skriv datoen med tal, for eksempel {example}."),
    "error.phone": mark("Skriv telefonnummeret med tal, for eksempel 12 34 56 78."),
    "error.future_day": mark("Den dag er ikke kommet endnu. Vælg i dag eller en tidligere dag."),
    "error.flare_running": mark("Der er allerede en dårlig periode i gang."),
    "error.flare_none": mark("Der er ingen dårlig periode i gang."),
    "error.pause_order": mark("Pausen slutter, før den begynder. Vælg en senere slutdag."),
    "error.pause_none": mark("Der er ingen pause i gang."),
    "error.exercise": mark("Den øvelse kender appen ikke. Vælg en fra listen."),
    "error.physio_name": mark("Skriv navnet på den fysioterapeut, der har sat trinene."),
    "error.level_of_physio": mark(
        "Trinene er sat af din fysioterapeut. Du kan prøve ethvert trin eller selv tage over."
    ),
    "error.home_test": mark("Skriv et tal fra 0 til {most}."),
    "error.minutes": mark("Skriv minutterne som et tal fra 1 til {most}."),
    "error.lesson": mark("Den lektion er ikke i denne udgave af Rygvej."),
    "error.activity_none": mark("Den aktivitet er ikke gemt mere."),
    "error.balance_empty": mark("Skriv et par ord, så kan det lægges på vægten."),
    "error.balance_long": mark(
        "Det er lidt for langt til vægten. Der er plads til {most} tegn. Skriv det lidt kortere."
    ),
    "error.balance_none": mark("Det ligger ikke på vægten mere."),
    "error.sets": mark("Skriv det, du lavede, som et tal fra 0 til {most}."),
    "error.session_order": mark("Slutningen ligger før begyndelsen. Vælg en senere tid."),
    "error.session_none": mark("Den træning er ikke gemt mere."),
    "error.session_running": mark(
        "Der er allerede en træning i gang. Fortsæt den, eller afslut den først."
    ),
    "error.undo_too_late": mark(
        "Svaret er ændret siden, så det kan ikke fortrydes mere. Du kan stadig rette det."
    ),
    "error.store": mark("Dine svar kunne ikke gemmes lige nu. Vent et øjeblik, og prøv igen."),
    "error.store_locked": mark(
        "Et andet program bruger filen med dine svar. Luk det, eller vent lidt, og prøv igen."
    ),
    "error.disk_full": mark(
        "Der er ikke plads til at gemme på denne enhed. "
        "Slet noget, du ikke bruger mere, og prøv igen."
    ),
    "error.read_only": mark(
        "Rygvej har ikke lov til at skrive i mappen med dine svar. "
        "Giv lov i mappens egenskaber, eller vælg en anden mappe."
    ),
    "error.damaged": mark(
        "Filen med dine svar kan ikke læses. Den bliver liggende, uanset hvad du vælger her."
    ),
    "error.newer": mark(
        "Dine svar er gemt af en nyere udgave af Rygvej. Hent den nyeste udgave. Intet er ændret."
    ),
    "error.migration": mark(
        "Dine svar kunne ikke gøres klar til denne udgave af Rygvej. "
        "De er lagt tilbage, som de var. Brug den forrige udgave så længe."
    ),
    "error.content": mark("Appens indhold kan ikke bruges. Installer Rygvej igen."),
    # Oversætter: vises i et terminalvindue til den, der skriver indholdet
    "error.content_file": mark("Filen {file} mangler. Installer Rygvej igen."),
    "error.content_bundle": mark("Filen {file} er ikke hel. Installer Rygvej igen."),
    "error.content_yaml": mark("{file}, linje {line}: det kan ikke læses som YAML."),
    "error.content_missing": mark("{file}, linje {line}: feltet {field} mangler."),
    "error.content_unknown": mark("{file}, linje {line}: feltet {field} findes ikke."),
    "error.content_value": mark("{file}, linje {line}: {field} kan ikke have den værdi."),
    "error.content_language": mark("{file}, linje {line}: teksten mangler på {language}."),
    "error.content_source": mark("{file}, linje {line}: kilden {source} kendes ikke."),
    "error.content_twice": mark("{file}, linje {line}: {id} står der to gange."),
    "error.content_reference": mark("{file}, linje {line}: {id} hører ikke til her."),
    "error.content_markup": mark(
        "{file}, linje {line}: kun overskrifter med et navn og almindelige afsnit kan stå her."
    ),
    "error.content_words": mark(
        "{file}, linje {line}: {n} ord i alt; der skal være mellem {least} og {most}."
    ),
    "error.content_lix": mark(
        "{file}, linje {line}: lixtallet er {lix}; det må højst være {most}."
    ),
    "error.content_tone": mark("{file}, linje {line}: “{word}” er et ord, vi ikke bruger."),
    "error.content_figure": mark("{file}, linje {line}: {figure} mangler på kortet."),
    "error.content_loose_figure": mark("{file}, linje {line}: tallet {figure} har ingen kilde."),
    "error.input_file": mark("Filen kan ikke læses. Se efter, om navnet er rigtigt."),
    "error.input_large": mark("Filen er for stor til at være svar på spørgsmålene."),
    "error.input_json": mark("Det er ikke hel JSON. Se efter, at intet mangler, og prøv igen."),
    "error.input_shape": mark("Der skal stå ét JSON-objekt med feltet answers."),
    "error.input_twice": mark("Et navn står der to gange. Lad det stå én gang."),
    "error.input_name": mark("Der står et navn, som Rygvej ikke kender. Se listen over tegn."),
    "error.input_answer": mark("Et svar kan kun være true, false eller unknown."),
    "error.input_region": mark("Den region kender Rygvej ikke."),
    "error.input_time": mark("Tiden skal skrives som 2026-05-04T21:10:00+02:00."),
    "error.input_language": mark("Det sprog kender Rygvej ikke."),
    "error.passphrase_short": mark(
        "Kodeordet er for kort. Skriv mindst {least} tegn, gerne flere ord."
    ),
    "error.passphrase_differs": mark("De to felter er ikke ens. Skriv kodeordet igen."),
    "error.passphrase_needed": mark("Filen er låst. Skriv det kodeord, den blev låst med."),
    "error.passphrase_where": mark(
        "Kodeordet kan kun skrives i et terminalvindue eller gives med --passphrase-fd."
    ),
    "error.backup_nothing": mark("Der er ingen svar i den mappe."),
    "error.backup_other": mark("Filen er ikke en sikkerhedskopi fra Rygvej. Intet er ændret."),
    "error.backup_over_other": mark(
        "Der ligger en anden fil med det navn. Vælg et andet navn. Intet er ændret."
    ),
    "error.backup_damaged": mark(
        "Sikkerhedskopien er ikke hel og kan ikke bruges. Prøv en anden. Intet er ændret."
    ),
    "error.backup_passphrase": mark(
        "Kodeordet passer ikke til filen. Se efter store bogstaver, og prøv igen. Intet er ændret."
    ),
    "error.backup_newer": mark(
        "Sikkerhedskopien er lavet af en nyere udgave af Rygvej. Hent den nyeste udgave. "
        "Intet er ændret."
    ),
    "error.backup_large": mark(
        "Filen er for stor til at være en sikkerhedskopi fra Rygvej. Intet er ændret."
    ),
    "error.backup_full": mark(
        "Der er ikke plads til sikkerhedskopien der. Skaf plads, eller vælg et andet sted."
    ),
    "error.backup_read_only": mark(
        "Rygvej har ikke lov til at skrive der. Vælg en anden mappe til sikkerhedskopien."
    ),
    "error.backup_gone": mark(
        "Mappen er der ikke mere. Sæt nøglen eller disken i igen, eller vælg en anden mappe."
    ),
    "error.backup_write": mark(
        "Sikkerhedskopien kunne ikke gemmes der. Prøv igen, eller vælg et andet sted."
    ),
    "error.backup_unequal": mark(
        "Sikkerhedskopien blev ikke ens med dine svar og er slettet igen. Prøv igen."
    ),
    "error.restore_running": mark(
        "Rygvej kører. Luk den først, eller gendan inde i appen under Mine data."
    ),
    "error.restore_into": mark("Mappen, der gendannes i, skal være tom eller ny."),
    "error.restore_yes": mark(
        "Der er svar på denne enhed, som bliver erstattet. Skriv --yes for at gendanne alligevel."
    ),
    "error.restore_none": mark("Der er ingen gendannelse at gå tilbage fra."),
    "error.export_nothing": mark("Der er ingen svar i den mappe."),
    "error.export_person": mark("Ham eller hende er der ingen svar fra på denne enhed."),
    "error.export_exists": mark(
        "Der ligger allerede noget med det navn. Vælg et andet navn, eller skriv --replace."
    ),
    "error.export_full": mark(
        "Der er ikke plads til filen der. Skaf plads, eller vælg et andet sted."
    ),
    "error.export_read_only": mark(
        "Rygvej har ikke lov til at skrive der. Vælg en anden mappe til filen."
    ),
    "error.export_gone": mark(
        "Mappen er der ikke. Se efter, om navnet er rigtigt, eller vælg en anden."
    ),
    "error.export_write": mark("Filen kunne ikke gemmes der. Prøv igen, eller vælg et andet sted."),
    "error.import_other": mark("Filen er ikke lavet af Rygvej. Intet er ændret."),
    "error.import_newer": mark(
        "Filen er lavet af en nyere udgave af Rygvej. Hent den nyeste udgave. Intet er ændret."
    ),
    "error.import_large": mark("Filen er for stor til at være fra Rygvej. Intet er ændret."),
    "error.import_damaged": mark(
        "Filen er ikke hel, eller noget i den er ændret. Den kan ikke læses. Intet er ændret."
    ),
    "error.import_cpr": mark(
        "Der står et CPR-nummer i filen. Det gemmer appen aldrig. Intet er ændret."
    ),
    "error.import_not_new": mark(
        "Der er allerede svar i den mappe. Vælg en ny mappe med --data. Intet er ændret."
    ),
    "error.not_answering": mark(
        "Rygvej kører allerede, men svarer ikke. Luk den, vent lidt, og prøv igen."
    ),
    "error.not_running": mark("Rygvej kører ikke. Start den med lbp."),
    "error.port_taken": mark("Port {port} er optaget af et andet program. Vælg en anden."),
    "error.demo_folder": mark("Mappen til lbp demo skal være tom."),
    "error.usage": mark("Det forstod Rygvej ikke. Skriv lbp --help for at se mulighederne."),
}


def sentence(t: Wording, error: BaseException) -> str:
    """In the person's language; anything but an AppError is said to be unexpected."""
    if not isinstance(error, AppError):
        return t(UNEXPECTED)
    return t(SENTENCES.get(error.key, UNEXPECTED), **error.values)
