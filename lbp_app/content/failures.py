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
    "error.check_rest": mark(
        "De svar er ikke fra et kort tjek i dag. Tag et nyt tjek, så passer det hele sammen."
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
    "error.participant_name": mark("Skriv et fornavn eller initialer."),
    "error.participant_none": mark("Den deltager er her ikke mere."),
    "error.participant_known": mark(
        "Der er allerede en, der hedder det. Giv dem hvert sit nummer, så kan du kende forskel."
    ),
    "error.participant_not_paired": mark("Forbind jeres to enheder først."),
    "error.participant_connected": mark(
        "Den enhed er allerede forbundet med {name}. Afslut den forbindelse først, hvis svaret er "
        "fra den, du er ved nu."
    ),
    "error.participant_no_levels": mark("Sæt mindst ét trin først."),
    "error.eight_levels": mark(
        "Skriv otte tal fra 1 til 4, ét for hver gruppe. 0 betyder intet trin."
    ),
    "error.template_name": mark("Giv skabelonen et navn."),
    "error.template_none": mark("Den skabelon er her ikke mere."),
    "error.class_name": mark("Giv holdet et navn."),
    "error.class_stations": mark("Vælg mindst én station."),
    "error.class_none": mark("Det hold er her ikke mere."),
    "error.colleague_damaged": mark(
        "Filen fra din kollega er ikke hel eller er en anden slags fil, så bed om en ny."
    ),
    "error.class_full": mark("Der er plads til {most} på et hold."),
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
    "error.course_days": mark("Vælg {n} dage om ugen."),
    "error.course_start": mark("Vælg en startdag inden for det sidste år eller det næste."),
    "error.course_move": mark("Vælg en dag inden for det sidste år eller det næste."),
    "error.course_place": mark("Stedet er lidt for langt. Der er plads til {most} tegn."),
    "error.course_none": mark("Der er ikke noget forløb mere."),
    "error.course_known": mark("Det forløb er sat op allerede."),
    "error.course_paused": mark("Forløbet holder pause allerede."),
    "error.course_date": mark("Skriv dagen som 24.8. eller 24.8.2026."),
    "error.course_time": mark("Skriv klokkeslættet som 17.00, eller lad feltet stå tomt."),
    "error.appointment_none": mark("Den aftale er ikke i forløbet mere."),
    "error.appointment_full": mark(
        "Planen har ikke plads til den gang mere. Skal den med alligevel, så flyt den til den "
        "rigtige dag."
    ),
    "error.goal_empty": mark("Skriv et par ord om det, du gerne vil kunne."),
    "error.goal_long": mark(
        "Det er lidt for langt. Der er plads til {most} tegn. Skriv det lidt kortere."
    ),
    "error.goals_full": mark(
        "Der er allerede {most} ting, der betyder noget. Læg en af dem væk, hvis du vil bytte."
    ),
    "error.goal_none": mark("Det mål er ikke gemt mere."),
    "error.sets": mark("Skriv det, du lavede, som et tal fra 0 til {most}."),
    "error.session_order": mark("Slutningen ligger før begyndelsen. Vælg en senere tid."),
    "error.session_none": mark("Den træning er ikke gemt mere."),
    "error.session_running": mark(
        "Der er allerede en træning i gang. Fortsæt den, eller afslut den først."
    ),
    "error.training_stopped": mark("Træning og test holder pause efter dit tjek af tegn."),
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
    "error.reminder_clock": mark("Skriv tidspunkter med tal, for eksempel 8.30 eller 17.00."),
    "error.reminder_quiet": mark("Skriv to tidspunkter, for eksempel 22.00 - 7.00."),
    "error.reminder_many": mark("Vælg højst {most} tidspunkter om dagen."),
    "error.reminder_times": mark("Vælg mindst ét tidspunkt."),
    "error.reminder_days": mark("Vælg mindst én ugedag, eller hvor mange dage der er imellem."),
    "error.reminder_before": mark("Vælg mindst ét tidspunkt før."),
    "error.calendar_nothing": mark("Det er ikke i kalenderen, så der er ingen fil at gemme."),
    "error.reminder_order": mark("Påmindelsen slutter, før den begynder. Vælg en senere slutdag."),
    "error.reminder_zone": mark(
        "Den tidszone kender enheden ikke. Skriv for eksempel Europe/Copenhagen."
    ),
    "error.reminder_times_in": mark("Regel {number}: der skal stå mindst ét tidspunkt i times."),
    "error.reminder_days_in": mark(
        "Regel {number}: enten weekdays med tal fra 1 til 7 eller every_days med et helt tal fra 1."
    ),
    "error.reminder_order_in": mark("Regel {number}: until ligger før start."),
    "error.rules_large": mark("Filen er for stor til at være regler for påmindelser."),
    "error.rules_shape": mark("Der skal stå ét JSON-objekt med listen rules."),
    "error.rules_name": mark("Kun rules, quiet og paused kan stå ved siden af hinanden."),
    "error.rules_twice": mark("To regler har det samme id. Giv hver regel sit eget."),
    "error.rules_quiet": mark('quiet skal være to tidspunkter, for eksempel ["22:00", "07:00"].'),
    "error.rules_paused": mark(
        'paused skal være en liste af to dage, for eksempel [["2026-07-06", "2026-07-26"]].'
    ),
    "error.rules_rule": mark("Regel {number}: der skal stå et JSON-objekt."),
    "error.rules_field": mark("Regel {number}: der står et navn, som Rygvej ikke kender."),
    "error.rules_missing": mark("Regel {number}: {field} mangler."),
    "error.rules_value": mark("Regel {number}: {field} kan ikke have den værdi."),
    "error.rules_from_to": mark(
        "--from og --to skal være dage som 2026-03-01, og --to må ikke ligge før --from."
    ),
    "error.calendar_other": mark(
        "Der ligger en anden fil med det navn, som ikke er en kalender. Vælg et andet navn."
    ),
    "error.passphrase_short": mark(
        "Kodeordet er for kort. Skriv mindst {least} tegn, gerne flere ord."
    ),
    "error.passphrase_differs": mark("De to felter er ikke ens. Skriv kodeordet igen."),
    "error.passphrase_needed": mark("Filen er låst. Skriv det kodeord, den blev låst med."),
    "error.passphrase_where": mark(
        "Kodeordet kan kun skrives i et terminalvindue eller gives med --passphrase-fd."
    ),
    "error.cipher_missing": mark(
        "Dine svar er krypteret, og det program, der kan læse dem, mangler. "
        "Hent det med pip install sqlcipher3. Intet er ændret."
    ),
    "error.code_needed": mark("Rygvej er låst. Skriv koden for at åbne."),
    "error.code_wrong": mark("Koden passer ikke. Se efter store bogstaver, og prøv igen."),
    "error.code_itself": mark("Skriv koden selv her, ikke nøglen fra arket."),
    "error.ring_lost": mark(
        "Koden passer ikke, eller enhedens nøglering kan ikke læses. "
        "Nøglen fra arket åbner også uden nøgleringen."
    ),
    "error.code_wait": mark("Koden passede ikke. Vent {seconds} sekunder, og prøv igen."),
    "error.code_short": mark(
        "Koden er for kort. Brug mindst {digits} tal, eller mindst {letters} tegn med bogstaver."
    ),
    "error.code_short_alone": mark(
        "Når filen er krypteret, er koden det eneste, der beskytter den. Brug mindst {least} tegn, "
        "gerne flere ord."
    ),
    "error.code_easy": mark("Den kode er let at gætte. Vælg en anden."),
    "error.code_differs": mark("De to felter er ikke ens. Skriv koden igen."),
    "error.code_where": mark(
        "Rygvej er låst. Koden kan kun skrives i et terminalvindue eller gives med --code-fd."
    ),
    "error.lock_on": mark("Der er allerede en lås på."),
    "error.lock_off": mark("Der er ingen lås på."),
    "error.lock_damaged": mark(
        "Låsens fil kan ikke læses, så Rygvej bliver ved med at være låst. "
        "Læg filen lock.json tilbage fra en kopi af mappen, og prøv igen."
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
    "error.backup_too_much": mark(
        "Der er skrevet mere, end en sikkerhedskopi kan rumme. Gem det med Eksport i stedet. "
        "Intet er ændret."
    ),
    "error.file_large": mark(
        "Filen er for stor. Rygvej tager imod filer på op til {most} MB. Intet er ændret."
    ),
    "error.file_cut": mark("Filen kom ikke helt frem. Vælg den igen. Intet er ændret."),
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
    "error.backup_plain_keys": mark(
        "På denne enhed ligger din nøgle som fysioterapeut. Den må kun være i en sikkerhedskopi "
        "med kodeord."
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
    "error.merge_names": mark(
        "I filen hedder personen {file}, og her {here}. Er det den samme, så skriv --yes."
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
    "error.report_garbage": mark("Filen er ikke en rapport fra Rygvej. Intet er ændret."),
    "error.report_other_kind": mark(
        "Det er en anden slags fil fra Rygvej. En rapport ender på .lbprb. Intet er ændret."
    ),
    "error.report_plain": mark(
        "Rapporten er ikke låst, så appen kan ikke se, hvem den er fra. "
        "Bed om den låste. Intet er ændret."
    ),
    "error.report_newer": mark(
        "Rapporten er lavet af en nyere udgave af Rygvej. Hent den nyeste udgave. Intet er ændret."
    ),
    "error.report_oversize": mark("Filen fylder mere, end en rapport kan fylde. Intet er ændret."),
    "error.report_damaged": mark(
        "Rapporten er ikke hel, eller noget i den er ændret. Bed om en ny. Intet er ændret."
    ),
    "error.report_out_of_bounds": mark(
        "Filen er hel, men det, der står i den, er ikke en rapport. Bed om en ny. Intet er ændret."
    ),
    "error.report_other_physio": mark(
        "Rapporten er låst til en anden fysioterapeut eller en anden enhed. Intet er ændret."
    ),
    "error.report_not_paired": mark(
        "I er ikke forbundet endnu. Forbind jeres to enheder, og bed om en ny rapport."
    ),
    "error.report_unknown_key": mark(
        "Rapporten er fra en, du ikke er forbundet med nu. Forbind jer igen. Intet er ændret."
    ),
    "error.report_wrong_participant": mark("Rapporten er fra {name}. Intet er ændret."),
    "error.report_replay": mark("Den rapport er her allerede. Intet er ændret."),
    "error.report_older": mark("Rapporten er ældre end den, der er her. Intet er ændret."),
    "error.report_not_yet": mark(
        "Rapporten har en dato, der ikke er kommet endnu. Se efter datoen på begge enheder. "
        "Intet er ændret."
    ),
    "error.report_cpr": mark(
        "Der står et CPR-nummer i rapporten. Det gemmer appen aldrig. "
        "Bed om en ny uden nummeret. Intet er ændret."
    ),
    "error.plan_fields": mark(
        "En plan har felterne levels, doses, note, patient_tag, sequence, issued og valid_days, og "
        "variations, når der er nogen."
    ),
    "error.plan_levels": mark("Feltet levels er en liste med otte trin fra 1 til 4 eller null."),
    "error.plan_doses": mark(
        "Feltet doses er null eller en liste med otte tekster på højst {most} tegn."
    ),
    "error.plan_variations": mark(
        "Feltet variations udelades, eller det er en liste med otte: a, b eller null, mindst én af "
        "dem a eller b, og kun hvor der er et trin."
    ),
    "error.plan_note": mark("Feltet note er en tekst på højst {most} bytes."),
    "error.plan_tag": mark("Feltet patient_tag er en tekst med 16 hexadecimale cifre."),
    "error.plan_sequence": mark("Feltet sequence er et helt tal fra 0 og op."),
    "error.plan_issued": mark("Feltet issued er en dag, skrevet som 2026-05-04."),
    "error.plan_days": mark("Feltet valid_days er et helt tal fra 1 til {most}."),
    "error.plan_large": mark("Filen er for stor til at være en plan."),
    "error.plan_key": mark("Filen er ikke en hel nøgle fra lbp prescription keygen."),
    "error.plan_key_exists": mark("Der ligger allerede en fil med det navn, og den er ikke rørt."),
    "error.plan_key_write": mark("Nøglen kunne ikke gemmes der, så vælg et andet sted."),
    "error.plan_public": mark("Det er hverken en offentlig nøgle eller en fil med en."),
    "error.plan_public_other": mark("Planen er underskrevet med en anden nøgle."),
    "error.plan_garbage": mark("Det er hverken en kode eller en tekst fra Rygvej."),
    "error.plan_other_kind": mark(
        "Det er en besked fra Rygvej, men en anden end den, der er brug for her."
    ),
    "error.plan_newer": mark(
        "Den er lavet af en nyere udgave af Rygvej, så hent den nyeste udgave først."
    ),
    "error.plan_oversize": mark(
        "Det fylder mere, end noget fra Rygvej kan fylde, så intet er ændret."
    ),
    "error.plan_mistyped": mark("Tegnene passer ikke sammen, så se dem igennem en gang til."),
    "error.plan_tampered": mark(
        "Noget i teksten er ændret eller mangler, så bed om at få den igen."
    ),
    "error.plan_out_of_bounds": mark(
        "Der står noget, som Rygvej ikke kan bruge, så intet er ændret."
    ),
    "error.plan_unknown_key": mark(
        "Planen er fra en fysioterapeut, som du ikke er forbundet med, så intet er ændret."
    ),
    "error.plan_changed_key": mark(
        "Planen er til dig, men underskrevet med en anden nøgle end den, du kender, "
        "så forbind dig med din fysioterapeut igen først."
    ),
    "error.plan_wrong_patient": mark("Planen er lavet til en anden person, så intet er ændret."),
    "error.plan_replay": mark("Den plan har du allerede, så intet er ændret."),
    "error.plan_older": mark("Planen er ældre end den, du har, så intet er ændret."),
    "error.plan_expired": mark("Planen er udløbet, så bed din fysioterapeut om en ny."),
    "error.plan_not_yet": mark(
        "Planen har en dato, der ikke er kommet endnu, så se efter, om uret her går rigtigt."
    ),
    "error.plan_nothing": mark("Der er ingen trin i planen, så der er intet at tage imod."),
    "error.plan_cpr": mark(
        "Der står et CPR-nummer i planen, og det gemmer appen aldrig, så bed om en ny uden."
    ),
    "error.plan_other_physio": mark("Svaret er lavet til en anden fysioterapeut."),
    "error.class_is_plan": mark(
        "Det er en plan til én person. Den tager du imod under Øvelser, så intet er ændret her."
    ),
    "error.class_same": mark("Du følger allerede holdet, og der er intet nyt."),
    "error.class_older": mark(
        "Holdets plan er ældre end den, du følger, så intet er ændret. Bed om den nyeste."
    ),
    "error.class_over": mark("Holdet har mødtes for sidste gang, så intet er ændret."),
    "error.pairing_none": mark("Den forbindelse er her ikke mere."),
    "error.picture_unavailable": mark(
        "Her kan Rygvej ikke læse billeder, så skriv koden eller indsæt teksten i stedet."
    ),
    "error.picture_none": mark(
        "Der er ingen QR-kode at se på billedet, så prøv et skarpere eller tættere på."
    ),
    "error.camera_none": mark(
        "Rygvej finder intet kamera her, så vælg en fil eller skriv koden i stedet."
    ),
    "error.camera_denied": mark(
        "Rygvej har ikke lov til at bruge kameraet. Giv lov i telefonens indstillinger, eller vælg "
        "en fil."
    ),
    "error.camera_failed": mark("Kameraet svarede ikke, så prøv igen, eller vælg en fil i stedet."),
    "error.picture_unreadable": mark("Filen er ikke et billede, som Rygvej kan læse."),
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
