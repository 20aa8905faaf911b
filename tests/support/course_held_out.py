"""Thirty questions of advisers that nothing was tuned for: written down with what they mean before anybody looked.

Half of them go to the real catalogue beside the project (coaching for founders in 188 towns), half to the offers here,
which are invented. What is right is a title, or a town, that must stand among the first five. Asked for the first time,
22 of 30 found it; what was general in the others was mended then, so that they are held out no longer.
"""

from __future__ import annotations

from typing import Final

from iq_desktop.domain.course import CourseOffer

REAL: Final = (
    # towns, and umlauts without their signs
    ("Existenzgruendung Koeln", ("Köln",)),
    ("Gruenderkurs München", ("München",)),
    ("Gründungszuschuss Frankfurt", ("Frankfurt am Main",)),
    ("AVGS Coaching Düsseldorf", ("Düsseldorf",)),
    # joined words, endings, other spellings
    ("Businessplan schreiben", ("Businessplan",)),
    ("Finanzplanung", ("Finanzplan",)),
    ("Krisenbewältigung", ("Krisen",)),
    ("Onlinemarketing", ("Marketing",)),
    ("Fördermittelberatung", ("Förder",)),
    ("Kreditfinanzierung", ("Kredite",)),
    ("Steuern für Selbstständige", ("Steuer",)),
    ("selbständig machen", ("Gründungscoaching",)),
    ("Selbstständigkeit", ("Gründungscoaching",)),
    ("SGB III § 45", ("Gründungscoaching",)),
    # what is not there
    ("Pflegehelferkurs", ()),
)
"""What is typed, and what one of the first five must have in its title or as its town; nothing found where none is."""

_OFFERS: Final = (
    (
        "Berufssprachkurs B2 (Spezial: Pflege)",
        "Lernhaus Nordstadt",
        "Hannover",
        ("BSK",),
        "Berufsbezogene Deutschsprachförderung nach der DeuFöV.",
    ),
    ("Berufssprachkurs B2", "Volkshochschule Nürnberg", "Nürnberg", (), "Gefördert nach DeuFöV, mit Prüfung."),
    ("Berufssprachkurs C1", "Kolping-Akademie", "Würzburg", (), "Für Menschen mit Abschluss aus dem Ausland."),
    ("Deutsch C1 für Ärztinnen und Ärzte", "Sprachschule am Markt", "Mainz", ("Medizin",), "Anamnese und Arztbrief."),
    ("Allgemeiner Integrationskurs", "Volkshochschule Essen", "Essen", (), "Sechs Module mit Orientierungskurs."),
    ("Frauenintegrationskurs", "Frauenbildungshaus", "Dortmund", (), "Mit Betreuung der Kinder beim Unterricht."),
    ("Alphabetisierungskurs am Abend", "Bildungsverein Ruhr", "Essen", (), "Lesen und Schreiben von Anfang an."),
    ("Deutsch als Zweitsprache A1 (Anfänger)", "Volkshochschule Kassel", "Kassel", (), "Zwei Abende in der Woche."),
    ("Staplerschein: Ausbildung zum Gabelstaplerfahrer", "Logistikzentrum Süd", "Augsburg", (), "Theorie und Praxis."),
    ("Gabelstapler: jährliche Unterweisung", "Logistikzentrum Süd", "Augsburg", (), "Für alle mit Schein."),
    ("Anpassungslehrgang Physiotherapie", "Akademie für Gesundheitsberufe", "Ulm", (), "Mit Praktikum in der Klinik."),
    ("Anpassungslehrgang für Hebammen", "Akademie für Gesundheitsberufe", "Ulm", (), "Mit Abschlussgespräch."),
    (
        "Teilqualifizierung Maschinen- und Anlagenführer TQ 2 (Metalltechnik)",
        "Bildungszentrum der Handwerkskammer",
        "Chemnitz",
        (),
        "Drehen, Fräsen, Schleifen.",
    ),
    ("Teilqualifikation Verkäufer/in TQ 1", "Bildungswerk der Wirtschaft", "Essen", (), "Warenkunde und Kasse."),
    (
        "Omnibusfahrer/in: Führerschein Klasse D mit beschleunigter Grundqualifikation",
        "Verkehrsbildung Mitte",
        "Leipzig",
        (),
        "Bildungsgutschein ist möglich.",
    ),
    ("Fachsprachprüfung Pflege: Vorbereitung", "Lernhaus Nordstadt", "Bremen", (), "Für Pflegekräfte mit B2."),
    ("Hauswirtschaftshilfe – Qualifizierung nach SGB II", "Haus der Bildung", "Trier", (), "Küche, Wäsche, Reinigung."),
    ("Umschulung Elektroniker/in für Betriebstechnik", "Berufsförderungswerk", "Hamburg", (), "Zwei Jahre."),
    ("Staatlich anerkannte/r Erzieher/in – Teilzeit", "Fachschule für Sozialpädagogik", "Potsdam", (), "Drei Jahre."),
    ("Kinderpfleger/in: Vorbereitung auf die Externenprüfung", "Haus der Bildung", "Trier", (), "An Samstagen."),
    ("Lohnbuchführung mit DATEV", "Bildungswerk der Wirtschaft", "Essen", (), "Abrechnung von Löhnen."),
    ("Bewerbungscoaching", "Bildungsverein Ruhr", "Essen", (), "Einzeln und in der Gruppe."),
)
OFFERS: Final = tuple(
    CourseOffer("many", str(number), title, provider=provider, place=place, keywords=keywords, description=about)
    for number, (title, provider, place, keywords, about) in enumerate(_OFFERS)
)

INVENTED: Final = (
    ("DeuFöV B2", ("Berufssprachkurs B2 (Spezial: Pflege)", "Berufssprachkurs B2")),
    ("BSK Pflege", ("Berufssprachkurs B2 (Spezial: Pflege)",)),
    ("Deutsch C1 Aerzte", ("Deutsch C1 für Ärztinnen und Ärzte",)),
    ("Alphakurs abends", ("Alphabetisierungskurs am Abend",)),
    ("Integrationskurs Frauen Kinderbetreuung", ("Frauenintegrationskurs",)),
    ("Sprachkurse Nuernberg", ("Berufssprachkurs B2",)),
    ("Staplerführerschein", ("Staplerschein: Ausbildung zum Gabelstaplerfahrer",)),
    ("Anpassungslehrgänge Physiotherapeuten", ("Anpassungslehrgang Physiotherapie",)),
    ("TQ Metall", ("Teilqualifizierung Maschinen- und Anlagenführer TQ 2 (Metalltechnik)",)),
    ("Teilquali Verkauf", ("Teilqualifikation Verkäufer/in TQ 1",)),
    ("Busfahrerin", ("Omnibusfahrer/in: Führerschein Klasse D mit beschleunigter Grundqualifikation",)),
    ("Bildungswerk Essen", ("Teilqualifikation Verkäufer/in TQ 1", "Lohnbuchführung mit DATEV")),
    ("VHS Deutschkurs A1", ("Deutsch als Zweitsprache A1 (Anfänger)",)),
    ("Hauswirtschaft SGB II", ("Hauswirtschaftshilfe – Qualifizierung nach SGB II",)),
    ("Erzieherausbildung", ("Staatlich anerkannte/r Erzieher/in – Teilzeit",)),
)
"""What is typed, and the titles that must stand among the first five."""
