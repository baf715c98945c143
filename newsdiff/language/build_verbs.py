"""Write the verbs of the language folders: ``python -m newsdiff.language.build_verbs``, with ``ablaut`` and
``pyspellchecker`` and ``spacy-lookups-data`` installed.

A development tool. Two sources, and grammar: ablaut (MIT or Apache-2.0) conjugates a verb by its rules; the words of
pyspellchecker (MIT), counted in subtitles of films, tell which verbs a language has (of Spanish, where they lack most
forms, those of spacy-lookups-data, MIT); no counts are kept. What the first does not know stands in ``_MORE``. Where
the endings of a language (``flags.txt``) leave one stem of all forms of a verb, the verb is left out: write the files
again when they change.
"""

import gzip
import json
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdiff.language.inflection import cutter
from newsdiff.language.lists import flag_lists

_FOLDER = Path(__file__).parent
_HEAD = """# Verbs with more than one stem, by build_verbs.py: not edited by hand. Conjugated by the rules of
# ablaut {ablaut} (MIT or Apache-2.0); which verbs there are is told by the words of {words} (MIT).

"""
_INFINITIVES = {
    "de": ("en", "ern", "eln"),
    "fr": ("er", "ir", "re"),
    "es": ("ar", "er", "ir"),
    "it": ("are", "ere", "ire", "rre"),
    "nl": ("en", "an", "ien"),
    "pt": ("ar", "er", "ir", "or"),
}
_INFLECTED = {"fr": ("", "e", "s", "es"), "es": "oa", "it": "oaie", "pt": "oa", "de": ("", "e"), "nl": ("", "e")}
_TENSES = (
    *("infinitive", "present", "preterite", "past", "past_historic", "imperfect", "future", "conditional"),
    *("subjunctive_present", "konjunktiv1", "konjunktiv2", "gerund"),
)
_PERSONS = (2, 5)  # the third: news speaks of others
_PARTICIPLE = "past_participle"
_FORMS = 3  # of a verb that the word list must hold beside the infinitive
_SOURCES = {"es": ("spacy-lookups-data", "spacy_lookups_data", "data/es_lexeme_prob.json.gz")}
_LEAST_COUNT = {"es": -15.8}  # of an infinitive; a natural logarithm of its share where it is no count
_COUNT = 60
_SHORTEST = 3  # letters of a stem
_LEAST_VERB = 5  # letters of a verb behind its first part
_GE = ("de", "nl")  # languages whose participles begin with ge
_MORE = {
    "de": "überfahren: überfuhr; sein: ist sind war waren gewesen; unterliegen: unterliegt unterlag unterlegen",
    "fr": "limoger: limoge limogea limogé; écoper: écope écopa écopé; incarcérer: incarcère incarcéra incarcéré",
    "es": "imprimir: imprime imprimió impreso; freír: fríe frio frito; proveer: provee proveyó provisto; oír: oyó oído",
    "it": (
        "rendere: rende rese resero reso; arrendere: arrende arrese arresero arreso; uccidere: uccide uccise ucciso; "
        "chiedere: chiede chiese chiesto; perdere: perde perse perso; dimettere: dimette dimise dimisero dimesso; "
        "assolvere: assolve assolse assolsero assolto; risolvere: risolve risolse risolto; evadere: evade evase evaso; "
        "esplodere: esplode esplose esplosero esploso; scomparire: scompare scomparve scomparso scompaiono; "
        "apparire: appare apparve apparvero apparso appaiono; fare: fece fecero fatto; cedere: cede cedette cedettero; "
        "vendere: vende vendette vendettero venduto; concedere: concede concesse concesso; dare: diede dato; "
        "succedere: succede successe successo; percuotere: percuote percosse percosso; sapere: seppe saputo; "
        "travolgere: travolge travolse travolsero travolto; coinvolgere: coinvolge coinvolse coinvolto; "
        "infliggere: infligge inflisse inflitto; sconfiggere: sconfigge sconfisse sconfisse sconfitto; "
        "sequestrare: sequestra; espellere: espelle espulse espulsero espulso; annettere: annette annesse annesso; "
        "dissolvere: dissolve dissolse dissolto; indire: indice indisse indetto; recidere: recide recise reciso"
    ),
    "nl": "zeggen: zegt zei zeiden gezegd; krijgen: kreeg kregen gekregen; bijten: bijt beet beten gebeten",
    "pt": (
        "eleger: elege elegeu eleito; prender: prende prendeu preso; matar: matou mata morto; morrer: morreu morto; "
        "salvar: salva salvou salvo; aceitar: aceita aceitou aceite aceito; entregar: entrega entregou entregue; "
        "ganhar: ganha ganhou ganho; gastar: gasta gastou gasto; pagar: paga pagou pago; imprimir: imprime impresso; "
        "suspender: suspende suspendeu suspenso; expulsar: expulsa expulsou expulso; acender: acende acendeu aceso; "
        "soltar: solta soltou solto; romper: rompe rompeu roto; extinguir: extingue extinguiu extinto; "
        "destruir: destrói destroem destruiu destruído; construir: constrói constroem construiu"
    ),
}


def main() -> None:
    """Write the file of each language."""
    conjugator = import_module("ablaut")
    for code in _INFINITIVES:
        package, counted = _words(code)
        verbs = dict(_verbs(code, counted, conjugator))
        for verb, forms in _more(code).items():
            verbs.setdefault(verb, {verb}).update(forms)
        lines = sorted(_lines(code, verbs))
        head = _HEAD.format(ablaut=version("ablaut"), words=f"{package} {version(package)}")
        (_FOLDER / code / "verbs.txt").write_text(head + "".join(lines), encoding="utf-8")


def _words(code: str) -> tuple[str, dict[str, float]]:
    """The package that holds the words of a language, and how often each is written."""
    package, module, file = _SOURCES.get(code, ("pyspellchecker", "spellchecker", f"resources/{code}.json.gz"))
    spec = find_spec(module)
    assert spec and spec.origin
    found: dict[str, float] = json.loads(gzip.decompress((Path(spec.origin).parent / file).read_bytes()))
    return package, found


def _verbs(code: str, counted: dict[str, float], conjugator: Any) -> Iterator[tuple[str, set[str]]]:
    """The verbs of a word list with their forms that stand in it."""
    for word, count in counted.items():
        if count < _LEAST_COUNT.get(code, _COUNT) or not word.endswith(_INFINITIVES[code]):
            continue
        if not word.islower() or not word.isalpha() or _is_composed(word, code):
            continue
        try:
            table = conjugator.conjugate(word, lang=code)
        except ValueError:
            continue  # no verb could be written so
        told = {*_forms(code, table), word}
        if len([form for form in told if form in counted]) > _FORMS:
            yield word, told


@cache
def _parts(code: str) -> tuple[str, ...]:
    """The first parts of verbs, which rules put before the verbs of the list: fest-, zurück-."""
    return tuple(flag_lists(code).get("separable", "").split())


def _is_composed(word: str, code: str) -> bool:
    """Whether a verb begins with such a part, and enough stands behind it."""
    return any(word.startswith(part) and len(word) - len(part) >= _LEAST_VERB for part in _parts(code))


def _forms(code: str, table: Any) -> Iterator[str]:
    """The single words among the forms of a verb."""
    for name in _TENSES:
        found = getattr(table, name, None) or ()
        several = (found,) if isinstance(found, str) else found
        chosen = [several[i] for i in _PERSONS if i < len(several)] if len(several) > 2 else several
        yield from (form for form in chosen if form and form.isalpha())
    participle = getattr(table, _PARTICIPLE)
    if participle and participle.isalpha():
        head = participle[:-1] if isinstance(_INFLECTED[code], str) else participle
        yield participle
        yield from (f"{head}{ending}" for ending in _INFLECTED[code])


def _more(code: str) -> dict[str, list[str]]:
    """What grammar adds: the forms of each verb."""
    parts = (entry.partition(":") for entry in _MORE[code].split(";"))
    return {verb.strip(): forms.split() for verb, _, forms in parts}


def _lines(code: str, verbs: dict[str, set[str]]) -> Iterator[str]:
    lists = flag_lists(code)
    cut = cutter(lists["endings"].split(), participles="nouns" in lists.get("capitals", ""))
    for verb, forms in verbs.items():
        stems = {cut(form) for form in forms}
        if code in _GE:
            stems |= {stem[2:] for stem in stems if stem.startswith("ge") and not verb.startswith("ge")}
        if len(stems) > 1:
            written = sorted({stem.replace("ß", "ss") for stem in stems if len(stem) >= _SHORTEST})
            yield f"{verb}: {' '.join(written)}\n"


if __name__ == "__main__":
    main()
