"""The words of German; what the classes mean is told in `lexicon.classes`."""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader.lexicon.classes import Lexicon
from warifu.proposals.reader.lexicon.tables import Table

GERMAN: Final = Lexicon(
    events=Table({
        "stall": r"\bgestoppt\b|\bausgesetzt\b|\beingefroren\b|\bverschoben\b|\bauf Eis\b|\bstockt\b|\bverzögert\b|\bruht\b", "cancel": r"\bgekündigt\b|\bstorniert\b|\babgesagt\b|\bzurückgezogen\b|\bausgestiegen\b|\bbeendet\b|\baufgekündigt\b", "refuse": r"\babgelehnt\b|\blehnt\w* ab\b|\bverweiger\w+",
        "plan": r"\bplan(?:t|en|te)\b|\bgeplant\b|\bbeabsichtig\w+|\berwäg\w+|\bprüf(?:t|en)\b|\bverhandel\w+|\bGespräche\b|\bhoff\w+|\berwart\w+|\brechnet mit\b|\bsoll(?:en|te)?\b|\bkönnte\w*|\bwürde\w*|\bmöchte\w*|\bwill\b|\bvorgeschlagen\b|\bschlägt vor\b|\bbeantragt\b|\bin Aussicht (?:genommen)\b",
        "force": r"\bin Kraft\b", "order": r"\bbestellt(?:e|en)?\b", "sign": r"\bunterzeichne\w+|\bunterschr\w+|\babgeschlossen\b(?=[^.]{0,0})|\bgeschlossen\b|\bschloss(?:en)?\b|\bUnterzeichnung\b|\bvereinbart\b", "draw": r"\bausgezahlt\b|\bausgegeben\b|\büberwiesen\b|\bgezahlt\b|\babgerufen\b",
        "give": r"\bbereitgestellt\b|\bgewährt(?:e|en)?\b|\bspendete\w*|\bgab\b|\bfinanzierte\w*", "buy": r"\bkaufte\w*|\bgekauft\b|\berwarb\b|\berworben\b|\bübernommen\b", "invest": r"\binvestierte\w*",
        "finish": r"\beröffnet\w*|\bfertiggestellt\b|\beingeweiht\b|\bübergeben\b|\bgeliefert\b|\bin Betrieb\b", "work": r"\bbegonnen\b|\bbegann\w*|\bläuft\b|\blaufen\b|\bim Bau\b|\bim Gange\b|\bgestartet\b", "approve": r"\bgenehmig\w+|\bbewillig\w+|\bbeschlossen\b|\bratifizier\w+|\bbilligt\w*",
        "pledge": r"\bsag(?:t|te|ten|en)\b(?=[^.]*\bzu\b)|\bzugesagt\b|\bversprach\w*|\bversprochen\b|\bverpflicht\w+|\bkündigt\w* an\b|\bangekündigt\b|\bin Aussicht gestellt\b|\bstell\w+[^.]{0,60} bereit\b|\bwird [^.]{0,80}(?:bereitstellen|geben|zahlen|investieren|gewähren|liefern|kaufen|finanzieren)\b|\bstimmt\w* zu\b",
    }),
    papers=Table({
        "mou": r"\b(?:Absichtserklärung|Memorandum|Memoranden)\w*|\bMoU\b", "letter": r"\bLetter of Intent\b", "notes": r"\bNotenwechsel\w*", "statement": r"\bgemeinsame\w* Erklärung\w*|\bErklärung\w*|\bAktionsplan\w*|\bFahrplan\w*",
        "guarantee": r"\w*[Gg]arantie\w*|\w*[Bb]ürgschaft\w*|\bHermes\w*", "equity": r"\bAnteile?n?\b|\bBeteiligung\w*|\bAktien\w*", "venture": r"\bGemeinschaftsunternehmen\b|\bJoint Venture\w*", "loan": r"\b\w*[Kk]redit(?:e|en|s|linie|vertrag)?\b|\b\w*[Dd]arlehen\w*|\bAnleihe\w*", "grant": r"\bZuschüsse?n?\b|\bSpende\w*|\bSchenkung\w*|\bHilfsgeld\w*",
        "fund": r"\bgemeinsame\w* Fonds\b|\bInvestitionsfonds\b", "purchase": r"\bKauf\w*|\bLieferung\w*|\bliefer\w+|\bBestellung\w*", "contract": r"\b\w*[Vv]ertr[aä]g\w*|\b\w*[Aa]uftr[aä]g\w*", "framework": r"\bRahmen(?:vertrag|abkommen|vereinbarung)\w*", "agreement": r"\b\w*[Aa]bkommen\w*|\b\w*[Vv]ereinbarung\w*|\bÜbereinkommen\b|\bPakt\b|\bEinigung\b",
        "papers": r"\bDokumente\b", "other": r"\bProgramm\w*|\bInitiative\w*|\bPartnerschaft\b", "project": r"\bProjekt\w*|\bBahn\w*|\bWerk\b|\bKraftwerk\w*|\bHafen\b|\bMetro\b|\bAusbau\b|\bBau\b",
    }),
    negation=Caseless(r"\bnicht\b|\bkein\w*\b|\bnoch nicht\b|\bohne\b|\bnie\b|\bnichts\b"), hedge=Caseless(r"\bangeblich\b|\bmöglicherweise\b|\bkönnte\w*"), split=re.compile(r";\s|,\s(?:während|aber|doch|wobei|die|der|das|davon|für die|sondern)\s|\saber\s"),
    cost=Caseless(r"\bKosten\b|\bkostet\w*|\bGesamtkosten\b|\bInvestitionssumme\b|\bbeläuft sich\b"), hope=Caseless(r"\bhoff\w+|\berwart\w+|\bplan\w+|\bsoll\w*|\bZiel\b|\bgefordert\b|\bfordert\w*|\bmöchte\w*|\bverlang\w+"),
    not_sum=Caseless(r"\bGewinn\w*|\bUmsatz\w*|\bHandelsvolumen\b|\bHandel\b|\bSchulden\b|\bVerlust\w*|\bStrafe\w*|\bBIP\b|\bExporte?\b|\bImporte?\b|\bDividende\w*|\bSteuer\w*|\bZoll\w*"),
    definite=Caseless(r"^[\W_]*(?:die|der|das|dieser?|dieses)\s(?P<noun>Mittel|Abkommen|Vertrag|Kredit|Vereinbarung|Geld|Projekt)\w*"), sides=Caseless(r"\bbeide(?:n|r)? (?:Seiten|Länder|Regierungen|Staaten|Minister)\b|\bdie Seiten\b"),
    unbinding=Caseless(r"\b(?:rechtlich )?(?:nicht|un)(?: rechtlich)?(?:bindend|verbindlich)\b|\bnicht (?:rechtlich )?(?:bindend|verbindlich)"), binding=Caseless(r"(?<!nicht )\b(?:rechtlich |rechts)(?:bindend|verbindlich)"), contested=Caseless(r"\bbestreit\w+|\bdementier\w+"),
    joins=Caseless(r"(?:,\s|\()?\b(?:davon|und|sowie)\s|,\s"),
    opens=Caseless(r"[\s(]*(?:ein\w*|zwei|drei|weitere|rund|bis zu|█|\d+)\b"),
)  # fmt: skip
