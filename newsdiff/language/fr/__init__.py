"""French: dates, numbers, titles, negation, modals, verbs of saying, notes."""

from newsdiff.language.fr.correction_notes import CORRECTIONS
from newsdiff.language.lists import commonest
from newsdiff.language.table import WordTable, classes, numbers, with_plurals, words

WORDS = WordTable(
    language="fr",
    stop=commonest("fr"),
    months=numbers(
        """1: janvier
        2: février
        3: mars
        4: avril
        5: mai
        6: juin
        7: juillet
        8: août
        9: septembre
        10: octobre
        11: novembre
        12: décembre"""
    ),
    weekdays=numbers(
        """1: lundi
        2: mardi
        3: mercredi
        4: jeudi
        5: vendredi
        6: samedi
        7: dimanche"""
    ),
    ordinals=words("er"),
    oclock=words("h heures heure"),
    clock={"midi": "12:00", "minuit": "00:00"},
    relative=classes(
        """today: aujourd'hui
        yesterday: hier
        tomorrow: demain
        day before yesterday: avant-hier
        day after tomorrow: après-demain"""
    ),
    nearness=words("dernier dernière prochain prochaine"),
    parts=classes(
        """spring: printemps
        summer: été
        autumn: automne
        winter: hiver
        early: début
        mid: mi
        late: fin
        morning: matin
        afternoon: après-midi
        evening: soir
        night: nuit"""
    ),
    ambiguous_months=words("mars"),
    date_leads=words("en de depuis jusqu'en début fin mi - le au du"),
    date_joints=words("au et - , ou à"),
    time_units=words("jour jours semaine semaines mois an ans année années week-end"),
    past=words("était étaient avait avaient fut furent"),
    cardinals=numbers(
        """0: zéro
        1: un, une
        2: deux
        3: trois
        4: quatre
        5: cinq
        6: six
        7: sept
        8: huit
        9: neuf
        10: dix
        11: onze
        12: douze
        13: treize
        14: quatorze
        15: quinze
        16: seize
        20: vingt
        30: trente
        40: quarante
        50: cinquante
        60: soixante
        100: cent, cents"""
    ),
    scales={
        "mille": 1e3,
        "milliers": 1e3,
        "million": 1e6,
        "millions": 1e6,
        "milliard": 1e9,
        "milliards": 1e9,
        "centaines": 1e2,
        "douzaine": 12,
        "dizaine": 10,
        "dizaines": 10,
    },
    fractions={"demi": 0.5, "moitié": 0.5, "tiers": 1 / 3, "quart": 0.25, "double": 2, "triple": 3},
    vague=words("un une"),
    units=classes(
        """%: %, pour cent
        second: seconde, secondes
        minute: minute, minutes
        hour: heure, heures
        day: jour, jours
        week: semaine, semaines
        month: mois
        year: an, ans, année, années
        metre: mètre, mètres
        kilometre: kilomètre, kilomètres, km
        hectare: hectare, hectares
        gram: gramme, grammes
        kilogram: kilogramme, kilogrammes, kilo, kilos, kg
        tonne: tonne, tonnes
        litre: litre, litres
        degree: degré, degrés
        euro: €, euro, euros
        dollar: $, dollar, dollars
        sterling: £, livre, livres"""
    ),
    counted=words("personnes habitants morts blessés soldats emplois cas"),
    bounds=classes(
        """<: moins de, moins d'un
        >: plus de, plus d'un
        <=: jusqu'à, au plus, au maximum
        >=: au moins
        ~: environ, près de, autour de, quelque
        almost: presque"""
    ),
    bounds_behind=classes(
        """>=: ou plus, et plus
        <=: ou moins, et moins"""
    ),
    labels=words("article articles paragraphe chapitre page section numéro no annexe alinéa tome covid niveau"),
    sizes=words("ko mo go kb mb pages page"),
    decimal=",",
    honorifics=classes(
        """mr: m, monsieur
        mrs: mme, madame, mlle
        dr: dr, docteur
        professor: pr, professeur
        me: me, maître"""
    ),
    standings=classes(
        """former: ex, ancien, ancienne, anciens, anciennes
        interim: intérimaire, intérim
        deputy: adjoint, adjointe
        vice: vice
        elect: élu, élue
        outgoing: sortant, sortante
        delegate: délégué, déléguée
        late: feu"""
    ),
    offices=with_plurals(
        """president: président, présidente, chef de l'état
        minister: ministre
        prime minister: premier ministre, première ministre
        secretary: secrétaire
        chancellor: chancelier, chancelière
        director: directeur, directrice
        chief: chef, patron, patronne
        mayor: maire
        deputy: député, députée
        senator: sénateur, sénatrice
        spokesman: porte-parole
        ambassador: ambassadeur, ambassadrice
        general: général, générale
        judge: juge
        prosecutor: procureur, procureure
        prefect: préfet, préfète"""
    ),
    copulas=words("est était comme"),
    demonyms=words("français française russe américain américaine ukrainien ukrainienne"),
    no_names=words("covid pdf ko mo"),
    negators=classes(
        """not: pas, n'est pas, point
        never: jamais
        no: aucun, aucune, personne ne, rien, ni, nul, nulle
        without: sans
        no longer: ne plus
        -: pas seulement, pas moins de
        refuse: refuse, refusé, refusent, refusait
        deny: nie, nié, dément, démenti"""
    ),
    negative_prefixes=("in", "im", "ir", "il", "non"),
    modals=classes(
        """may: peut, peuvent, pourrait, pourraient, peut-être, possible, éventuellement
        must: doit, doivent
        should: devrait, devraient
        likely: probable, probablement, vraisemblablement
        alleged: présumé, présumée, présumés, prétendument
        appear: semble, semblent, apparemment
        certain: certainement, sûrement
        confirmed: confirmé, confirmée"""
    ),
    sayings=classes(
        """say: dit, déclaré, déclare, indiqué, indique, affirmé, affirme, expliqué, annoncé, annonce, selon
        say: d'après, précisé
        claim: prétend, prétendu
        admit: admis, reconnu, reconnaît
        deny: démenti, dément
        warn: averti, prévenu, prévient
        assure: assuré, assure"""
    ),
    pronouns=words("il elle ils elles on nous je"),
    auxiliaries=words("est été sont était"),
    conditions=words("si quand lorsque"),
    sources=words("source sources porte-parole police témoins experts rapport autorités responsable responsables"),
    pointers=words("voir lire consultez consulter lisez retrouvez découvrez visitez cliquez suivez regardez"),
    pleases=words("veuillez"),
    corrections=CORRECTIONS,
)
