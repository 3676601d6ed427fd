"""The words of French; what the classes mean is told in `lexicon.classes`."""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader.lexicon.classes import Lexicon
from warifu.proposals.reader.lexicon.tables import Table

FRENCH: Final = Lexicon(
    events=Table({
        "stall": r"\bsuspend\w+|\bgel[ée]\w*\b|\breport[ée]\w*|\bbloqu[ée]\w*|\ben suspens\b", "cancel": r"\bannul\w+|\brésili\w+|\bse retir\w+|\brenonc\w+|\babandonn\w+", "refuse": r"\brefus\w+|\brejet\w+",
        "plan": r"\bprévo\w+|\benvisag\w+|\bétudi\w+|\bnégoci\w+|\bpourparlers\b|\bespèr\w+|\bespér\w+|\bdevrai\w+|\bpourrai\w+|\bdoi(?:t|vent)\b|\bsouhait\w+|\bpropos\w+|\bdemand\w+|\bcompte\b|\bvis[ea]\b|\bserai\w*",
        "force": r"\bentr\w+ en vigueur\b", "order": r"\bcommand[ée]\w*", "sign": r"\bsign(?:é|ée|és|ées|ent|ature|er|èrent|a)\b|\bconclu\w*\b|\bparaph\w+|\bparven\w+[^.]{0,30}à un accord\b", "draw": r"\bvers(?:é|ée|és|ées|ement|a)\b|\bdécaiss\w+|\bdébours\w+",
        "give": r"\baccord(?:é|ée|és)\b|\boffert\w*\b|\bfourni\w*\b|\bdonn(?:é|ée|és)\b|\bfinancé\w*|\bprêté\w*|\boctroy\w+", "buy": r"\bachet(?:é|ée|és)\b|\bacquis\w*|\bracheté\w*", "invest": r"\binvesti\b", "finish": r"\binaugur\w+|\bachev\w+|\blivr(?:é|ée|és|ées)\b|\bremis\w*\b|\bmis\w* en service\b|\bterminé\w*",
        "work": r"\ben cours\b|\bdémarr\w+|\bcommenc\w+|\ben construction\b|\blanc[ée]\w*", "approve": r"\bapprouv\w+|\bratifi\w+|\bvalid\w+|\badopt\w+", "pledge": r"\bpromis\w*\b|\bpromet\w*|\bs'engag\w+|\bannonc\w+|\bva (?:verser|accorder|financer|investir|fournir|prêter|construire|acheter)\b|\baccordera\b|\bversera\b|\bfinancera\b|\binvestira\b|\bfournira\b|\bs'est engagé\w*|\bdécid\w+|\bse sont entend\w+",
    }),
    papers=Table({
        "mou": r"\bmémorandums?\b|\bprotocoles? d'(?:accord|entente)\b", "letter": r"\blettres? d'intention\b", "notes": r"\béchange de (?:lettres|notes)\b", "statement": r"\bdéclarations?\b|\bcommuniqué\b|\bfeuille de route\b|\bplan d'action\b",
        "guarantee": r"\bgaranti\w+", "equity": r"\bparticipations?\b|\bactions de\b|\bparts? (?:de|du|dans)\b|\bcapital\b", "venture": r"\bcoentreprises?\b|\bjoint-venture\b", "loan": r"\bprêts?\b|\bcrédits?\b|\bemprunts?\b|\bligne de crédit\b", "grant": r"\bdons?\b|\bsubventions?\b|\baide (?:humanitaire|alimentaire|budgétaire)\b",
        "fund": r"\bfonds (?:d'investissement|commun|conjoint)\b", "purchase": r"\bachats?\b|\bcommandes?\b|\blivraisons?\b|\bfournir\b|\bfourniture\b", "contract": r"\bcontrats?\b|\bmarchés?\b(?= de)", "framework": r"\baccords?-cadres?\b", "agreement": r"\baccords?\b|\btraités?\b|\bconventions?\b|\bententes?\b|\bpactes?\b",
        "papers": r"\bdocuments\b", "other": r"\bprogrammes?\b|\binitiatives?\b|\bpartenariats?\b", "project": r"\bprojets?\b|\busines?\b|\bligne\b|\bport\b|\baéroport\b|\bbarrage\b|\bcentrale\b|\bhôpital\b",
    }),
    negation=Caseless(r"\bne\b|\bn'|\bpas\b|\baucun\w*\b|\brien\b|\bsans\b|\bjamais\b"), hedge=Caseless(r"\bselon des sources\b|\bserait\b|\bpeut-être\b"), split=re.compile(r";\s|\s?:\s|,\s(?:mais|tandis que|alors que|qui|dont|où|et)\s|\smais\s"),
    cost=Caseless(r"\bcoûts?\b|\bcoûte\w*|\bmontant total du projet\b|\binvestissement total\b|\bestimé à\b"), hope=Caseless(r"\bespér\w+|\bespèr\w+|\bsouhait\w+|\bvis\w+|\bobjectif\b|\bdemand\w+|\bpourrai\w+|\bprévo\w+"),
    not_sum=Caseless(r"\bbénéfices?\b|\bchiffre d'affaires\b|\béchanges commerciaux\b|\bdettes? de\b|\bpertes?\b|\bamendes?\b|\bPIB\b|\bexportations?\b|\bimportations?\b|\bdividendes?\b|\bimpôts?\b"),
    definite=Caseless(r"^[\W_]*(?:cet?|cette|ces|le|la|l'|les)\s?(?P<noun>accord|prêt|mémorandum|contrat|don|projet|fonds|protocole)\w*"), sides=Caseless(r"\bles deux (?:pays|parties|gouvernements|ministres|chefs d'Etat)\b|\bles parties\b"),
    unbinding=Caseless(r"\bnon contraignant\w*|\bpas (?:juridiquement )?contraignant\w*"), binding=Caseless(r"(?<!non )\bjuridiquement contraignant\w*"), contested=Caseless(r"\bdément\w+|\bcontest\w+"),
    joins=Caseless(r"(?:,\s|\()?\b(?:dont|et|ainsi que)\s|,\s"),
    opens=Caseless(r"[\s(]*(?:une?|deux|trois|environ|█|\d+)\b"),
)  # fmt: skip
