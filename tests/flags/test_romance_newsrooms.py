"""How French, Italian, Portuguese and Spanish newsrooms write headlines, sources and notes; silence first.

A row is a language, two texts, and the kinds that are told (``-kind``: is not; nothing: no flag at all). A text that
begins with ``#`` is a headline.
"""

import pytest

import newsdiff
from newsdiff.model import Article

ROWS = """
es | # Ana Ruiz: ''Nunca pensé en irme'' | # Ana Ruiz: "Nunca pensé en irme" |
es | # El gesto de Ruiz: ''Nunca más' | # ''Nunca más". El gesto de Ruiz |
fr | Le maire parle d'un ''choc'' pour la ville. | Le maire parle d'un « choc » pour la ville. |
es | # El club juega esta tarde: hora, TV y alineaciones | # El club juega esta tarde | -name
es | # Luis Gil cuenta su lucha contra la ELA | # Luis Gil cuenta su lucha | -name
fr | # Le chanteur victime d'un AVC à Tours | # Le chanteur hospitalisé à Tours | -name
it | # Quando si gioca il derby: orario e TV | # Quando si gioca il derby: orario | -name
pt | # O cantor sofreu um AVC em casa | # O cantor passou mal em casa | -name
es | # Qué dijo Robles tras la derrota | # El mensaje de Robles tras la derrota | -attribution
fr | # Ce qu'a dit Morel après la défaite | # Le message de Morel après la défaite | -attribution
it | # Cosa ha detto Conti dopo la sconfitta | # Il messaggio di Conti dopo la sconfitta | -attribution
pt | # O que disse Prado após a derrota | # A mensagem de Prado após a derrota | -attribution
es | El Betis gana y se afirma en la zona alta. | El Betis gana en la zona alta. | -attribution
fr | La hausse s'explique par la météo de mai. | La hausse vient de la météo de mai. | -attribution
es | Dejó al niño solo y luego avisó a su hermana. | Dejó al niño solo en el coche. | -attribution
it | Ha lasciato il bimbo solo e poi ha avvisato la zia. | Ha lasciato il bimbo solo in auto. | -attribution
es | El club rechazó las ofertas de Milán. | El club recibió las ofertas de Milán. | -negation
fr | La mairie refuse les projets de la société. | La mairie reçoit les projets de la société. | -negation
es | Salas anunció que dejará el cargo, sin aclarar la fecha. | Salas anunció que dejará el cargo. | -negation
fr | Morel a annoncé son départ, sans préciser la date. | Morel a annoncé son départ. | -negation
it | Conti ha annunciato l'addio, senza indicare la data. | Conti ha annunciato l'addio. | -negation
pt | Prado anunciou a saída, sem revelar a data. | Prado anunciou a saída. | -negation
es | El Celta no puede con el Elche y cae al descenso. | El Celta pierde con el Elche y cae al descenso. | -modality
es | Una frase que el tenista debió aclarar. | Una frase que el tenista tuvo que aclarar. | -modality
fr | Le retard est dû à la neige. | Le retard vient de la neige. | -modality
it | Il ritardo è dovuto alla neve. | Il ritardo viene dalla neve. | -modality
es | # Ana Ruiz: ''Nunca pensé en irme'' | # Ana Ruiz: ''Siempre pensé en irme'' | quote
es | El presidente aseveró que la ley sigue en pie. | La ley sigue en pie. | attribution
es | Los vecinos sostienen que la obra es ilegal. | La obra es ilegal. | attribution
fr | Le port est fermé, rappellent les pêcheurs. | Le port est fermé. | attribution
fr | Nadia Perrin revendique « un vrai choc » au port. | Le port connaît « un vrai choc ». | attribution
it | I testimoni affermano che il treno correva. | Il treno correva. | attribution
it | Il ministro dichiarò che il ponte era sicuro. | Il ponte era sicuro. | attribution
pt | Os moradores sustentam que a obra é ilegal. | A obra é ilegal. | attribution
pt | O prefeito lembrou que a ponte é antiga. | A ponte é antiga. | attribution
es | El juez rechaza declarar en la causa. | El juez declara en la causa. | negation
fr | Le juge refuse de témoigner à Lyon. | Le juge va témoigner à Lyon. | negation
es | Rojas tendrá que pagar la multa. | Rojas pagará la multa. | modality
it | Conti dovrà lasciare la squadra a giugno. | Conti lascerà la squadra a giugno. | modality
pt | Prado terá que pagar a multa em maio. | Prado pagará a multa em maio. | modality
fr | Il faut TOUJOURS fermer la porte du parc. | Il faut toujours fermer la porte du parc. |
es | # Incendio en una fábrica de Lugo: EN VIVO | # Incendio en una fábrica de Lugo | -name
fr | # VIDEO. Incendie dans une usine de Lille | # Incendie dans une usine de Lille | -name
fr | Le feu est éteint. Les secours sont partis. | Le feu est éteint. ACTUALISÉ : Les secours sont partis. | -name
fr | # La SNCF 3 jours en grève | # La SNCF 4 jours en grève | -name number
es | # El PSOE 13, el PP 12 | # El PSOE 14, el PP 12 | -name number
es | La AFIP investiga a la empresa de Salta. | La ANSES investiga a la empresa de Salta. | name
fr | Le syndicat UNSA a réagi lundi soir. | Le syndicat a réagi lundi soir. | name
it | Il sindacato USIGRAI ha protestato. | Il sindacato ha protestato. | name
pt | O sindicato ANDES protestou ontem. | O sindicato protestou ontem. | name
fr | # Un blessé grave, le SAMU 71 sur place | # Un blessé grave, le SAMU 21 sur place | name -number
fr | # Accident sur l'A6 : deux blessés | # Accident sur l'A40 : deux blessés | name
fr | Les routes sont coupées. | Les routes sont coupées. Le SDIS 21 dénombre trois blessés. | attribution name number
fr | Les pompiers sont sur place | Les pompiers sont sur placeActualisé : La route est rouverte. | correction
fr | # Grange en feu à Autun | # Grange en feu à AutunACTUALISÉ à 12h38 : La route est rouverte. | correction date
fr | La grange a brûlé lundi. | La grange a brûlé lundi. ACTUALISÉ à16h52 | correction date
fr | La grange a brûlé. ACTUALISÉ à 8h17. | La grange a brûlé. ACTUALISÉ à 9h55 : Un homme est arrêté. | correction date
es | Los bomberos siguen allí. | Los bomberos siguen allí.Actualizado: la ruta ha sido reabierta. | correction
es | # Alerta en el club: Julio Robles dio positivo | # Alerta en el club: Robles dio positivo | -date
pt | # O ator Abril Prado vence em Lisboa | # O ator vence em Lisboa | -date
es | Salas y Gil hablaron en medio de la tensión. | Salas y Gil hablaron. | -number
it | La squadra vince in mezzo alla bufera. | La squadra vince nella bufera. | -number
pt | O clube vence em meio à crise. | O clube vence na crise. | -number
es | # Reunión de urgencia. El club viaja hoy | # El club viaja hoy | -name
it | # Riunione d'emergenza sulla siccità | # Incontro d'emergenza sulla siccità | -name
es | # Había cuestionado la ley. Respuesta de Gil | # Respuesta de Gil | -name
es | # Elogio a una asesora de Salas | # Elogio a una asesora del Gobierno de Salas | -name
es | El club anunció que será campeón. | El club anunció que sería campeón. | -modality
fr | Morel a annoncé que la loi sera votée. | Morel a annoncé que la loi serait votée. | -modality
it | Conti ha detto che la legge sarà votata. | Conti ha detto che la legge sarebbe stata votata. | -modality
pt | Prado disse que a lei será votada. | Prado disse que a lei seria votada. | -modality
fr | Le revenu déclaré est de dix euros. | Le revenu est de dix euros. | -attribution
it | Il procuratore aggiunto di Bari indaga. | Il procuratore di Bari indaga. | -attribution title
es | Gastó 3,5 millones de euros. | Gastó tres millones y medio de euros. |
fr | Il a dépensé 1,5 million d'euros. | Il a dépensé un million et demi d'euros. |
it | Costa 3,5 milioni di euro. | Costa tre milioni e mezzo di euro. |
pt | Custa 3,5 milhões de euros. | Custa três milhões e meio de euros. |
pt | A cidade terá um novo hospital em maio. | A cidade vai ter um novo hospital em maio. | -modality
fr | Il a déclaré que la loi sera votée. | Il a déclaré que la loi ne sera pas votée. | negation
fr | La loi sera votée en mai. | La loi serait votée en mai. | modality
pt | O fogo terá começado na cozinha. | O fogo começou na cozinha. | modality
es | El hombre ha muerto, dijo el alcalde. | El hombre ha muerto, dijo el juez. | attribution title
it | È morto. Lo riferisce l'Ansa. | È morto. Lo riferisce l'Agi. | attribution name
fr | « Une honte », s'emporte Karim Perrin. | « Une honte », s'emporte Nadia Morel. | attribution name
it | # La banca taglia le stime di crescita | # La banca alza le stime di crescita | event
es | # El banco rebaja su previsión de crecimiento | # El banco eleva su previsión de crecimiento | event
es | Buscan a un hombre de nacionalidad rumana. | Buscan a un hombre. | label
fr | La police cherche un homme d'origine roumaine. | La police cherche un homme. | label
it | Alla fine dell'anno si vota a Bari. | A fine dell'anno si vota a Bari. | -name
es | El hombre murió este martes en Lugo. | El hombre murió el martes en Lugo. |
fr | L'homme est mort ce mardi à Lens. | L'homme est mort mardi à Lens. |
pt | O homem morreu nesta terça em Lins. | O homem morreu na terça em Lins. |
es | # A qué hora juega Celta vs. Betis | # A qué hora juega Celta contra Betis |
es | # Para los chicos, una tarde de juegos | # Una tarde de juegos | -attribution
pt | # Justiça nega liberdade a empresário | # Justiça concede liberdade a empresário | event -negation
es | # La Justicia niega la libertad a Gil | # La Justicia concede la libertad a Gil | event -negation
es | El club niega que haya un acuerdo. | El club confirma que hay un acuerdo. | attribution negation
it | La squadra dell'Inter ha vinto. | La squadra dell'Udinese ha vinto. | name
it | # Scossa sull'Etna, paura nella notte | # Scossa in Sicilia, paura nella notte | name
fr | La maire (LR) de Nantes a porté plainte. | La maire de Nantes a porté plainte. | label
es | El diputado Luis Gil (PP) votó en contra. | El diputado Luis Gil votó en contra. | label
es | # Para la fiscalía, el acusado actuó solo | # El acusado actuó solo | attribution
fr | # Pour les enquêteurs, l'homme a agi seul | # L'homme a agi seul | attribution
es | # Aseguran que Gil seguirá en el club | # Gil seguirá en el club | attribution
es | Dejó al niño solo, luego le avisó a su hermana. | Dejó al niño solo en su casa de Lugo. | -attribution
es | Rojas bajó de peso y estudia enfermería. | Rojas bajó de peso. | -modality
es | # El Celta no puede con el Elche en Vigo | # El Celta pierde con el Elche en Vigo | -negation
es | El caso sigue, dijo a Efe la ministra Ana Gil. | El caso sigue. | attribution
fr | « Ça suffit », a dit à la presse le maire. | « Ça suffit ». | attribution
it | «Ora basta», ha detto ai giornalisti il sindaco. | «Ora basta». | attribution
pt | "Chega", disse a ministra. | "Chega". | attribution
es | El Gobierno aplica una suba de tarifas. | El Gobierno estudia una suba de tarifas. | modality
"""


def side(text: str, language: str) -> Article:
    head, _, title = text.partition("# ")
    return (
        newsdiff.article([], headline=title, language=language)
        if title
        else newsdiff.article([".", head], language=language)
    )


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_what_is_told_and_what_is_not(row: str) -> None:
    language, old, new, wanted = map(str.strip, row.split("|"))
    report = newsdiff.compare(side(old, language), side(new, language))
    told = {flag.kind.value for flag in report.flags} - {"headline", "moved"}
    assert report.faults == ()
    if not wanted:
        assert told == set()
    for kind in wanted.split():
        assert (kind.removeprefix("-") in told) is not kind.startswith("-")
