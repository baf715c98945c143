"""Spanish: dates, numbers, titles, negation, modals, verbs of saying, notes."""

from newsdiff.language.es.correction_notes import CORRECTIONS
from newsdiff.language.lists import commonest
from newsdiff.language.table import WordTable, classes, numbers, with_plurals, words

WORDS = WordTable(
    language="es",
    stop=commonest("es"),
    months=numbers(
        """1: enero
        2: febrero
        3: marzo
        4: abril
        5: mayo
        6: junio
        7: julio
        8: agosto
        9: septiembre, setiembre
        10: octubre
        11: noviembre
        12: diciembre"""
    ),
    weekdays=numbers(
        """1: lunes
        2: martes
        3: miércoles
        4: jueves
        5: viernes
        6: sábado, sábados
        7: domingo, domingos"""
    ),
    ordinals=words("º"),
    day_links=words("de"),
    oclock=words("h horas"),
    clock={"mediodía": "12:00", "medianoche": "00:00"},
    relative=classes(
        """today: hoy
        yesterday: ayer
        tomorrow: mañana
        day before yesterday: anteayer
        day after tomorrow: pasado mañana"""
    ),
    nearness=words("pasado pasada próximo próxima"),
    parts=classes(
        """spring: primavera
        summer: verano
        autumn: otoño
        winter: invierno
        early: principios de
        mid: mediados de
        late: finales de
        afternoon: tarde
        night: noche"""
    ),
    date_leads=words("en de desde hasta a"),
    date_joints=words("al y - , o a"),
    time_units=words("día días semana semanas mes meses año años"),
    past=words("fue fueron era eran había"),
    cardinals=numbers(
        """0: cero
        1: uno, un, una
        2: dos
        3: tres
        4: cuatro
        5: cinco
        6: seis
        7: siete
        8: ocho
        9: nueve
        10: diez
        11: once
        12: doce
        13: trece
        14: catorce
        15: quince
        20: veinte
        30: treinta
        40: cuarenta
        50: cincuenta
        60: sesenta
        70: setenta
        80: ochenta
        90: noventa
        100: cien, ciento
        200: doscientos
        500: quinientos"""
    ),
    scales={
        "mil": 1e3,
        "miles": 1e3,
        "millón": 1e6,
        "millones": 1e6,
        "docena": 12,
        "docenas": 12,
        "cientos": 1e2,
        "decenas": 10,
    },
    fractions={"medio": 0.5, "media": 0.5, "mitad": 0.5, "tercio": 1 / 3, "doble": 2, "triple": 3},
    vague=words("un una"),
    units=classes(
        """%: %, por ciento
        second: segundo, segundos
        minute: minuto, minutos
        hour: hora, horas
        day: día, días
        week: semana, semanas
        month: mes, meses
        year: año, años
        metre: metro, metros
        kilometre: kilómetro, kilómetros, km
        hectare: hectárea, hectáreas
        gram: gramo, gramos
        kilogram: kilogramo, kilogramos, kilo, kilos, kg
        tonne: tonelada, toneladas
        litre: litro, litros
        degree: grado, grados
        euro: €, euro, euros
        dollar: $, dólar, dólares
        sterling: £, libra, libras
        peso: peso, pesos"""
    ),
    counted=words("personas habitantes muertos heridos soldados empleos casos"),
    bounds=classes(
        """<: menos de
        >: más de
        <=: hasta, como máximo
        >=: al menos, por lo menos
        ~: unos, unas, alrededor de, aproximadamente, cerca de
        almost: casi"""
    ),
    bounds_behind=classes(
        """>=: o más
        <=: o menos"""
    ),
    labels=words("artículo artículos párrafo capítulo página sección número núm anexo covid nivel"),
    sizes=words("kb mb gb páginas página"),
    decimal=",",
    honorifics=classes(
        """mr: sr, señor
        mrs: sra, señora
        dr: dr, doctor, dra
        don: don, doña
        professor: profesor, profesora"""
    ),
    standings=classes(
        """former: ex, antiguo, antigua
        interim: interino, interina
        elect: electo, electa
        outgoing: saliente
        deputy: adjunto, adjunta
        then: entonces
        designate: designado, designada
        late: fallecido"""
    ),
    offices=with_plurals(
        """president: presidente, presidenta
        former president: expresidente, expresidenta
        vice president: vicepresidente, vicepresidenta
        minister: ministro, ministra
        former minister: exministro, exministra
        prime minister: primer ministro, primera ministra
        secretary: secretario, secretaria
        director: director, directora
        chief: jefe, jefa
        mayor: alcalde, alcaldesa
        deputy: diputado, diputada
        senator: senador, senadora
        governor: gobernador, gobernadora
        spokesman: portavoz
        ambassador: embajador, embajadora
        general: general
        judge: juez, jueza
        prosecutor: fiscal"""
    ),
    copulas=words("es era como"),
    demonyms=words("español española ruso rusa estadounidense ucraniano ucraniana mexicano mexicana"),
    no_names=words("covid pdf kb mb"),
    negators=classes(
        """not: no
        never: nunca, jamás
        no: ningún, ninguna, ninguno, nadie, nada, tampoco
        without: sin
        -: no solo, no sólo, no obstante
        refuse: rechaza, rechazó, niega, negó, desmintió"""
    ),
    negative_prefixes=("in", "im", "ir", "des"),
    modals=classes(
        """may: puede, pueden, podría, podrían, quizá, quizás, posible, posiblemente, tal vez
        must: debe, deben
        should: debería, deberían
        likely: probable, probablemente
        alleged: presunto, presunta, presuntos, presuntamente, supuesto, supuesta, supuestamente
        appear: parece, parecen, aparentemente
        certain: seguro, seguramente
        confirmed: confirmado, confirmada"""
    ),
    sayings=classes(
        """say: dijo, dice, afirmó, afirma, declaró, explicó, señaló, indicó, aseguró, según, anunció
        claim: alegó, alega
        admit: admitió, reconoció
        deny: negó, desmintió
        warn: advirtió, advierte"""
    ),
    pronouns=words("él ella ellos ellas yo nosotros"),
    auxiliaries=words("es fue sido son fueron"),
    conditions=words("si cuando"),
    sources=words("fuente fuentes portavoz policía testigos expertos informe autoridades funcionario funcionarios"),
    pointers=words("vea lea consulte visite siga descargue ver leer consultar descubre conoce"),
    corrections=CORRECTIONS,
)
