"""English units of measure, bounds and approximators."""

from newsdiff.language.table import classes

UNITS = classes(
    """%: %, percent, per cent, pc
    pp: percentage point, percentage points
    second: second, seconds, sec, secs
    minute: minute, minutes, min, mins
    hour: hour, hours, hr, hrs
    day: day, days
    week: week, weeks
    fortnight: fortnight, fortnights
    month: month, months
    year: year, years, yr, yrs
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
    gram: gram, grams, g
    milligram: milligram, milligrams, mg
    kilogram: kilogram, kilograms, kg, kilo, kilos
    tonne: tonne, tonnes, ton, tons
    pound: lb, lbs
    litre: litre, litres, liter, liters
    degree: degree, degrees, c
    s: s
    mph: mph, miles per hour, miles an hour
    kmh: kmh, kph, km/h, kilometres per hour, kilometers per hour, kilometres an hour
    megawatt: megawatt, megawatts, mw
    gigawatt: gigawatt, gigawatts, gw
    dollar: $, dollar, dollars, usd
    sterling: £, pound, pounds, gbp
    euro: €, euro, euros, eur
    yen: ¥, yen
    penny: penny, pence
    cent: cent, cents"""
)

BOUNDS = classes(
    """<: less than, fewer than, under, below
    >: more than, over, above, upwards of, in excess of, greater than
    <=: up to, at most, no more than, a maximum of, not more than, as many as
    >=: at least, no fewer than, no less than, a minimum of, not less than
    ~: about, around, approximately, roughly, some, circa, an estimated, approx
    -: add up to, adds up to
    almost: nearly, almost, close to, barely, just under, just over"""
)
