"""The words of Spanish; what the classes mean is told in `lexicon.classes`."""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader.lexicon.classes import Lexicon
from warifu.proposals.reader.lexicon.tables import Table

SPANISH: Final = Lexicon(
    events=Table({
        "stall": r"\bsuspend\w+|\bcongel\w+|\baplaz\w+|\bparaliz\w+|\bestancad\w+", "cancel": r"\bcancel\w+|\brescindi\w+|\bse retir\w+|\babandon\w+|\banul\w+", "refuse": r"\brechaz\w+|\bnegó\b",
        "plan": r"\bprev[ée]\w*|\bplane\w+|\bestudi\w+|\bnegoci\w+|\bconversaciones\b|\bespera\w*|\bpodrí\w+|\bdebe\w*\b|\bpropus\w+|\bpropon\w+|\bpid\w+|\bpedido\b|\binterés\b|\bconsider\w+|\bquier\w+|\bsolicit\w+",
        "force": r"\bentr\w+ en vigor\b", "order": r"\bencarg\w+", "sign": r"\bfirm\w+|\bsuscri\w+|\brubric\w+|\badjudic\w+", "draw": r"\bdesembols\w+|\bpag(?:ó|ado|aron)\b|\btransferi\w+",
        "give": r"\bentregad?\w*|\botorg(?:ó|ado|aron)\b|\bconcedi\w+|\bdon(?:ó|ado|aron)\b|\baport(?:ó|ado)\b|\bfinanci(?:ó|ado)\b|\bprest(?:ó|ado)\b", "buy": r"\bcompr(?:ó|ado|aron)\b|\badquiri\w+", "invest": r"\binvirti\w+|\binvertido\b", "finish": r"\binaugur\w+|\bterminad\w+|\bconcluid\w+|\bcompletad\w+|\bfinaliz\w+|\ben operación\b",
        "work": r"\ben marcha\b|\ben curso\b|\ben construcción\b|\bcomenz\w+|\biniciad\w+|\bempez\w+", "approve": r"\baprob\w+|\bratific\w+|\bautoriz\w+", "pledge": r"\bpromet\w+|\bcompromet\w+|\bcomprometid\w+|\banunci\w+|\bacord(?:ó|aron|ado)\b|\bdona\b|\bdonará\b|\bconcederá\b|\bfinanciará\b|\binvertirá\b|\baportará\b|\bdecidi\w+|\bofreci\w+",
    }),
    papers=Table({
        "mou": r"\bmemorand(?:o|os|um)\b", "letter": r"\bcartas? de intención\b", "notes": r"\bcanje de notas\b", "statement": r"\bdeclaraci(?:ón|ones)\b|\bcomunicado conjunto\b|\bhoja de ruta\b|\bplan de acción\b",
        "guarantee": r"\bgarantía\w*|\baval\w*", "equity": r"\bparticipaci(?:ón|ones)\b|\bacciones de\b|\bcapital\b", "venture": r"\bempresas? (?:mixta|conjunta)s?\b", "loan": r"\bpréstamos?\b|\bcréditos?\b|\blínea de crédito\b", "grant": r"\bdonaci(?:ón|ones)\b|\bdona\b|\bsubvenci(?:ón|ones)\b|\bayuda (?:humanitaria|alimentaria)\b|\bno reembolsable\b",
        "fund": r"\bfondo (?:de inversión|conjunto|común)\b", "purchase": r"\bcompras?\b|\bsuministro\b|\bpedidos?\b|\bventa\b", "contract": r"\bcontratos?\b|\blicitación\b", "framework": r"\bacuerdos? marco\b", "agreement": r"\bacuerdos?\b|\btratados?\b|\bconvenios?\b|\bpactos?\b",
        "papers": r"\bdocumentos\b", "other": r"\bprogramas?\b|\biniciativas?\b", "project": r"\bproyectos?\b|\bplanta\b|\bpuerto\b|\bferrocarril\b|\bcentral\b|\bhospital\b",
    }),
    negation=Caseless(r"\bno\b|\bsin\b|\bningún\w*\b|\bnunca\b|\btampoco\b"), hedge=Caseless(r"\bsegún fuentes\b|\bpodría\w*|\bsupuestamente\b"), split=re.compile(r";\s|,\s(?:pero|mientras|que|aunque|y)\s|\spero\s"),
    cost=Caseless(r"\bcostes?\b|\bcostos?\b|\bcosta\w*|\binversión total\b|\bvalorad[oa]s? en\b"), hope=Caseless(r"\besper\w+|\bpodrí\w+|\bobjetivo\b|\bpid\w+|\bmeta\b|\bprev\w+"),
    not_sum=Caseless(r"\bbeneficios?\b|\bingresos\b|\bcomercio\b|\bdeudas? de\b|\bpérdidas?\b|\bmultas?\b|\bPIB\b|\bexportaciones\b|\bimportaciones\b|\bdividendos?\b|\bimpuestos?\b"),
    definite=Caseless(r"^[\W_]*(?:est[ea]|dicho|dicha|el|la)\s(?P<noun>acuerdo|préstamo|memorando|contrato|donación|proyecto|programa|entrega|fondo)\w*"), sides=Caseless(r"\b(?:ambos|los dos) (?:países|gobiernos|ministros)\b|\bambas partes\b|\blas partes\b"),
    unbinding=Caseless(r"\bno (?:es )?(?:jurídicamente )?vinculante\w*"), binding=Caseless(r"(?<!no )(?<!es )\bjurídicamente vinculante\w*"), contested=Caseless(r"\bdesmint\w+|\bneg(?:ó|aron)\b"),
    joins=Caseless(r"(?:,\s|\()?\b(?:y|así como|de los cuales|de ellos)\s|,\s"),
    opens=Caseless(r"[\s(]*(?:una?|dos|tres|unos|█|\d+)\b"),
)  # fmt: skip
