"""German: dates, numbers, titles, negation, modals, verbs of saying, notes."""

from newsdiff.language.de.correction_notes import CORRECTIONS
from newsdiff.language.lists import commonest
from newsdiff.language.table import WordTable, classes, numbers, with_plurals, words

WORDS = WordTable(
    language="de",
    stop=commonest("de"),
    capitals=words("days"),
    months=numbers(
        """1: januar, jänner, jan
        2: februar, feb
        3: märz
        4: april, apr
        5: mai
        6: juni
        7: juli
        8: august, aug
        9: september, sept, sep
        10: oktober, okt
        11: november, nov
        12: dezember, dez"""
    ),
    weekdays=numbers(
        """1: montag, montags
        2: dienstag, dienstags
        3: mittwoch, mittwochs
        4: donnerstag, donnerstags
        5: freitag, freitags
        6: samstag, sonnabend, samstags
        7: sonntag, sonntags"""
    ),
    ordinals=words("."),
    oclock=words("uhr h"),
    clock={"mittag": "12:00", "mitternacht": "00:00"},
    relative=classes(
        """today: heute
        yesterday: gestern
        tomorrow: morgen
        day before yesterday: vorgestern
        day after tomorrow: übermorgen"""
    ),
    nearness=words(
        """letzte letzten letzter letztes nächste nächsten nächster nächstes vergangene vergangenen kommende kommenden
        diese diesen dieser dieses"""
    ),
    parts=classes(
        """spring: frühjahr, frühling
        summer: sommer
        autumn: herbst
        winter: winter
        early: anfang
        mid: mitte
        late: ende
        morning: früh, vormittag
        afternoon: nachmittag
        evening: abend
        night: nacht"""
    ),
    ambiguous_months=words("jan sep mai"),
    date_leads=words("im seit bis ab anfang mitte ende zum vom am und nach vor"),
    date_joints=words("bis und - , oder"),
    time_units=words("tag tage tagen woche wochen monat monate monaten jahr jahre jahren wochenende"),
    past=words("war waren wurde wurden hatte hatten kam kamen starb starben fand sagte"),
    past_endings=("te", "ten"),
    cardinals=numbers(
        """0: null
        1: ein, eine, eins
        2: zwei
        3: drei
        4: vier
        5: fünf
        6: sechs
        7: sieben
        8: acht
        9: neun
        10: zehn
        11: elf
        12: zwölf
        13: dreizehn
        14: vierzehn
        15: fünfzehn
        16: sechzehn
        17: siebzehn
        18: achtzehn
        19: neunzehn
        20: zwanzig
        30: dreißig
        40: vierzig
        50: fünfzig
        60: sechzig
        70: siebzig
        80: achtzig
        90: neunzig
        100: hundert
        1000: tausend"""
    ),
    scales={
        "hunderte": 1e2,
        "tausende": 1e3,
        "tsd": 1e3,
        "million": 1e6,
        "millionen": 1e6,
        "mio": 1e6,
        "milliarde": 1e9,
        "milliarden": 1e9,
        "mrd": 1e9,
        "billion": 1e12,
        "billionen": 1e12,
        "dutzend": 12,
        "dutzende": 12,
    },
    fractions={"halb": 0.5, "halbe": 0.5, "hälfte": 0.5, "drittel": 1 / 3, "viertel": 0.25, "doppelt": 2},
    vague=words("ein eine einem einer"),
    units=classes(
        """%: %, prozent
        pp: prozentpunkt, prozentpunkte, prozentpunkten
        second: sekunde, sekunden
        minute: minute, minuten
        hour: stunde, stunden
        day: tag, tage, tagen
        week: woche, wochen
        month: monat, monate, monaten
        year: jahr, jahre, jahren, jährige, jähriger, jährigen
        metre: meter, metern
        centimetre: zentimeter, cm
        kilometre: kilometer, kilometern, km
        hectare: hektar
        gram: gramm, g
        kilogram: kilogramm, kilo, kg
        tonne: tonne, tonnen
        litre: liter, litern
        degree: grad
        euro: €, euro, eur
        dollar: $, dollar, us-dollar
        sterling: £, pfund
        franc: franken
        cent: cent"""
    ),
    counted=words("menschen personen euro dollar tote verletzte soldaten fälle stellen"),
    bounds=classes(
        """<: weniger als, unter
        >: mehr als, über
        <=: bis zu, höchstens, maximal
        >=: mindestens, wenigstens
        ~: etwa, rund, ungefähr, circa, ca, zirka
        almost: fast, knapp, beinahe"""
    ),
    bounds_behind=classes(
        """>=: oder mehr, und mehr
        <=: oder weniger"""
    ),
    labels=words(
        """artikel paragraf paragraph § absatz kapitel seite abschnitt nr nummer teil anlage anhang covid stufe"""
    ),
    sizes=words("kb mb gb tb seiten seite"),
    decimal=",",
    honorifics=classes(
        """mr: herr, herrn
        mrs: frau
        dr: dr
        professor: prof, professor, professorin"""
    ),
    standings=classes(
        """former: ex, früherer, frühere, früheren, ehemaliger, ehemalige, ehemaligen
        acting: amtierender, amtierende, amtierenden, kommissarischer, kommissarische, kommissarischen
        caretaker: geschäftsführende, geschäftsführender, geschäftsführenden
        deputy: stellvertretende, stellvertretender, stellvertretenden, vize
        designate: designierte, designierter, designierten
        then: damalige, damaliger, damaligen
        elect: gewählte, gewählter"""
    ),
    post_nominals=words("mdb mdl mdep"),
    offices=with_plurals(
        """president: präsident, präsidentin, bundespräsident, staatspräsident, us-präsident, präsidenten
        chancellor: kanzler, kanzlerin, bundeskanzler, bundeskanzlerin
        minister: minister, ministerin, außenminister, innenminister, finanzminister, verteidigungsminister
        prime minister: ministerpräsident, ministerpräsidentin, premierminister, premierministerin, regierungschef
        state secretary: staatssekretär, staatssekretärin
        mayor: bürgermeister, bürgermeisterin, oberbürgermeister, oberbürgermeisterin
        chief: chef, chefin, leiter, leiterin, vorsitzender, vorsitzende, vorstandschef
        director: direktor, direktorin
        spokesman: sprecher, sprecherin
        ambassador: botschafter, botschafterin
        general: general
        judge: richter, richterin
        prosecutor: staatsanwalt, staatsanwältin"""
    ),
    copulas=words("ist war als"),
    demonyms=words("deutsche deutscher deutschen russische russischen amerikanische ukrainische"),
    no_names=words("covid corona pdf kb mb uhr usa eu"),
    negators=classes(
        """not: nicht
        no: kein, keine, keinen, keinem, keiner, keines, niemand, nichts, nirgends
        never: nie, niemals
        without: ohne
        -: nicht nur, nicht zuletzt
        refuse: verweigert, verweigerte, weigert, weigerte, ablehnte
        deny: bestreitet, bestritt, dementiert, dementierte"""
    ),
    negative_prefixes=("un", "in"),
    modals=classes(
        """may: kann, könnte, können, könnten, möglicherweise, womöglich, vielleicht, eventuell, dürfte, dürften
        will: wird, werden
        should: sollte, sollten
        reported: soll, sollen
        must: muss, müssen, musste, mussten
        likely: wahrscheinlich, voraussichtlich, vermutlich
        alleged: angeblich, mutmaßlich, mutmaßliche, mutmaßlicher, mutmaßlichen
        appear: offenbar, anscheinend, scheinbar
        certain: sicher, gewiss, bestimmt
        confirmed: bestätigt"""
    ),
    sayings=classes(
        """say: sagte, sagt, teilte mit, teilt mit, erklärte, erklärt, berichtete, berichtet, laut
        claim: behauptete, behauptet
        admit: räumte ein, gestand
        deny: bestritt, dementierte
        warn: warnte, warnt
        demand: forderte, fordert
        stress: betonte, betont"""
    ),
    pronouns=words("er sie es wir ich man"),
    auxiliaries=words("wurde werden wird ist sind war"),
    conditions=words("wenn falls sofern ob"),
    sources=words("sprecher sprecherin behörde behörden polizei zeugen experten bericht quelle quellen beamte"),
    pointers=words("siehe lesen sehen besuchen erfahren finden klicken folgen"),
    pleases=words("bitte"),
    corrections=CORRECTIONS,
)
