"""English units of measure, bounds and approximators."""

from newsdiff.language.table import classes

UNITS = classes(
    """%: %, percent, per cent, pc, pct
    pp: percentage point, percentage points, percent point, percent points, pct point, pct points
    basis point: basis point, basis points, bp, bps
    second: second, seconds, sec, secs
    minute: minute, minutes, min, mins
    hour: hour, hours, hr, hrs
    day: day, days
    week: week, weeks
    fortnight: fortnight, fortnights
    month: month, months, mth, mths
    year: year, years, yr, yrs, yo
    decade: decade, decades
    century: century, centuries
    metre: metre, metres, meter, meters
    centimetre: centimetre, centimetres, centimeter, centimeters, cm
    millimetre: millimetre, millimetres, millimeter, millimeters, mm
    kilometre: kilometre, kilometres, kilometer, kilometers, km, kms
    mile: mile, miles
    foot: foot, feet, ft
    inch: inch, inches
    yard: yard, yards
    acre: acre, acres
    hectare: hectare, hectares, ha
    gram: gram, grams, gramme, grammes, g
    milligram: milligram, milligrams, mg
    kilogram: kilogram, kilograms, kilogramme, kilogrammes, kg, kilo, kilos
    tonne: tonne, tonnes, ton, tons, t
    pound: lb, lbs
    ounce: ounce, ounces, oz
    litre: litre, litres, liter, liters, l
    millilitre: millilitre, millilitres, milliliter, milliliters, ml
    gallon: gallon, gallons
    pint: pint, pints
    tablespoon: tablespoon, tablespoons, tbsp, tbsps
    teaspoon: teaspoon, teaspoons, tsp, tsps
    degree: degree, degrees, °
    celsius: °c, ° c, c, degrees celsius, degree celsius, celsius, degrees centigrade, centigrade, degrees c
    fahrenheit: °f, ° f, f, degrees fahrenheit, degree fahrenheit, fahrenheit, degrees f
    s: s
    mph: mph, miles per hour, miles an hour, mile per hour, mile an hour
    kmh: kilometre per hour, kilometer per hour
    kmh: kmh, kph, km/h, kilometres per hour, kilometers per hour, kilometres an hour
    knot: knot, knots
    square kilometre: sq km, square kilometre, square kilometres, square kilometer, square kilometers, km²
    square mile: sq mile, sq miles, square mile, square miles
    square metre: sq m, square metre, square metres, square meter, square meters, m²
    square foot: sq ft, square foot, square feet
    cubic metre: cubic metre, cubic metres, cubic meter, cubic meters, m³
    kilowatt: kilowatt, kilowatts, kw
    kilowatt hour: kilowatt hour, kilowatt hours, kwh
    megawatt: megawatt, megawatts, mw
    gigawatt: gigawatt, gigawatts, gw
    barrel: barrel, barrels
    dollar: $, dollar, dollars, usd
    sterling: £, pound, pounds, gbp
    euro: €, euro, euros, eur
    yen: ¥, yen
    yuan: yuan, rmb, renminbi, cny
    rupee: ₹, rs, inr, rupee, rupees
    rand: r, zar, rand
    shilling: ksh, kes, sh, shilling, shillings
    franc: chf, franc, francs
    naira: ₦, naira
    won: ₩
    shekel: ₪, shekel, shekels
    rouble: rouble, roubles, ruble, rubles
    peso: peso, pesos
    krone: kr, krone, kroner, krona, kronor
    penny: penny, pence, p
    cent: cent, cents, ¢"""
)

BOUNDS = classes(
    """<: less than, fewer than, under, below
    >: more than, over, above, upwards of, in excess of, greater than
    <=: up to, at most, no more than, a maximum of, not more than, as many as, as much as
    >=: at least, no fewer than, no less than, a minimum of, not less than
    ~: about, around, approximately, roughly, some, circa, an estimated, approx, approx.
    -: add up to, adds up to
    almost: nearly, almost, close to, barely, just under, a little under, a little less than, slightly less than
    almost: slightly under, a shade under, shy of
    just over: just over, a little over, a little more than, slightly more than, slightly over, a shade over
    just over: just above"""
)

BASES = {  # units that are so many of another
    "minute": (60, "second"),
    "hour": (3600, "second"),
    "day": (86400, "second"),
    "week": (7 * 86400, "second"),
    "year": (12, "month"),
    "centimetre": (0.01, "metre"),
    "millimetre": (0.001, "metre"),
    "kilometre": (1000, "metre"),
    "gram": (0.001, "kilogram"),
    "milligram": (0.000001, "kilogram"),
    "tonne": (1000, "kilogram"),
    "kilowatt": (0.001, "megawatt"),
    "gigawatt": (1000, "megawatt"),
    "millilitre": (0.001, "litre"),
    "basis point": (0.01, "pp"),
}

HOLIDAYS = classes(  # a + before the class: the day's name is a proper name as well
    """christmas: christmas, christmas day, xmas
    christmas eve: christmas eve
    boxing day: boxing day
    new year: new year, new year's day, new years day, new year's
    new year's eve: new year's eve, new years eve
    easter: easter, easter sunday
    good friday: good friday
    easter monday: easter monday
    palm sunday: palm sunday
    ash wednesday: ash wednesday
    holy week: holy week
    whitsun: whitsun, pentecost
    halloween: halloween, hallowe'en
    thanksgiving: thanksgiving, thanksgiving day
    black friday: black friday
    valentine's day: valentine's day, valentine's
    mother's day: mother's day
    father's day: father's day
    ramadan: ramadan
    eid: eid
    eid al-fitr: eid al-fitr, eid al fitr, eid ul-fitr
    eid al-adha: eid al-adha, eid al adha, eid ul-adha
    ashura: ashura
    diwali: diwali
    holi: holi
    vesak: vesak
    passover: passover
    yom kippur: yom kippur
    rosh hashanah: rosh hashanah
    hanukkah: hanukkah, chanukah
    nowruz: nowruz, norouz
    lunar new year: lunar new year, chinese new year
    may day: may day
    +labour day: labor day, labour day
    +memorial day: memorial day
    +veterans day: veterans day
    +remembrance day: remembrance day, remembrance sunday
    +independence day: independence day
    +juneteenth: juneteenth
    +bastille day: bastille day
    +st patrick's day: st patrick's day
    +australia day: australia day
    +anzac day: anzac day
    +waitangi day: waitangi day
    +canada day: canada day"""
)
