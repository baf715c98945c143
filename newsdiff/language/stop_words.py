"""The commonest words of each language: they tell the language and carry no substance.

They stand apart from the tables, so that a language is told without reading all of them.
"""

from newsdiff.language.table import words

STOP = {
    "de": words(
        """der die das und ist nicht in den von zu mit sich des auf für im dem ein eine als auch es an werden aus er
        hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur
        bis mehr durch man sein wurde sei wenn ich wir ihr kein keine eines ihre seine unter gegen vom können schon"""
    ),
    "en": words(
        """the of and to in a is that for it was on are as with be by this at from have or had not but an were which
        their has been they his he she her its will would there when who all about if more we our one you your can so
        than then them these those into also after before between over under out up no what some such may should could
        must being do does did because while where how any each both other only own same through during against off
        again further once here just very too most my me him us i"""
    ),
    "es": words(
        """el la los las de del un una y es en que por para no con se su al lo como más o pero sus le ha este esta sí
        porque entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni
        contra otros ese eso ante ellos e esto antes algunos qué unos yo otro él tanto esa estos mucho fue son está
        han"""
    ),
    "fr": words(
        """le la les de des du un une et est en que qui dans pour pas au sur par plus ne se avec il sont ce a aux ou
        mais cette été son sa ses comme nous vous ont elle on leur lui même tout fait être avait était ces ils entre
        sans après aussi deux si où d'un d'une qu'il n'est c'est l'on y"""
    ),
}
