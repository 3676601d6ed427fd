"""What the words of each language say about a deal: one table of word patterns a language, all with the same classes.

`events` are words for what happens (their class gives the stage), `papers` words for what is signed or how value moves
(their class is form or instrument), and the rest are the small words that turn a reading: negation, hedge, cost, hope.
The reader knows no other words than these tables.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

EVENTS: Final = (
    "sign", "force", "order", "approve", "pledge", "give", "buy", "invest", "draw", "work", "finish", "stall", "cancel", "refuse", "plan",
)  # fmt: skip
"""Classes of events, which `clauses.STAGE` maps to stages."""

PAPERS: Final = (
    "mou", "letter", "notes", "framework", "statement", "loan", "grant", "guarantee", "equity", "venture", "fund", "purchase", "contract", "agreement",
    "other", "papers", "project",
)  # fmt: skip
"""Classes of papers and instruments, which `clauses` maps to forms and instruments."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. `verb_last` says that the verb that governs a clause ends it (Japanese, Korean)."""

    events: re.Pattern[str]
    papers: re.Pattern[str]
    negation: re.Pattern[str]
    hedge: re.Pattern[str]
    split: re.Pattern[str]
    cost: re.Pattern[str]
    hope: re.Pattern[str]
    not_sum: re.Pattern[str]
    definite: re.Pattern[str]
    sides: re.Pattern[str]
    unbinding: re.Pattern[str]
    binding: re.Pattern[str]
    contested: re.Pattern[str]
    verb_last: bool = False


_EAST: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def table(rows: dict[str, str]) -> re.Pattern[str]:
    """One pattern of named classes; where two classes fit at a place, the earlier row wins.

    Where words are parted by spaces a match begins at the beginning of a word, which saves most of the looking.
    """
    either = "|".join(f"(?P<{name}>{pattern})" for name, pattern in rows.items())
    return re.compile(either if _EAST.search(either) else rf"(?<![^\W\d_])(?:{either})", re.I)


NEVER: Final = re.compile(r"(?!x)x")

ENGLISH: Final = Lexicon(
    events=table({
        "relieve": r"\b(?:cancel(?:s|led|ed|ling)?|forg[ai]v(?:e[sn]?|ing)|waive[sd]?|waiving|wr(?:ote|ites?|itten) off|reliev(?:e[sd]?|ing)|exempt(?:s|ed)?|eras(?:es|ed)|pardon(?:s|ed)?)\b(?=[^.;]{0,70}\b(?:debts?|loans?|arrears|interest|obligations?|liabilit\w+)\b)",
        "stall": r"\bstalled\b|\blanguish\w*|\bdragg(?:ed|ing) on\b|\bgather(?:s|ing)? dust\b|\b(?:not|never|hardly) materiali[sz]ed\b|\bon paper\b|\bslipped\b|\bin doubt\b|\bunresolved\b|\bmissed (?:its|the|a) deadline|\bbogged down\b|\bnot (?:yet )?been (?:drawn|paid|disbursed|touched|used)\b|\bno sign of\b|\blapsed\b|\bsuspend(?:s|ed|ing)?\b|\bfr(?:oze|ozen|eezes)\b|\bpostpone[sd]?\b|\bon hold\b|\bhalt(?:s|ed)?\b|\bdeadlock\w*|\bshelved?\b|\bnot go ahead\b|\bfailed to (?:sign|agree|conclude|reach)|\bput off\b|\bwithout (?:a )?(?:signature|signing)|"
                 r"\bcollapsed\b|\bbroke down\b|\bdelayed\b|\bstopped\b|\bstanding still\b|\bground to a halt\b|\bparalysed\b|\bmothballed\b|\bheld up\b|\bbehind schedule\b|\bstuck\b|\bin limbo\b|\bceased\b|\bat a standstill\b",
        "cancel": r"\bcancel(?:s|led|ed|ling|lation)\b|\bscrap(?:s|ped)?\b|\bterminat(?:e[sd]?|ion)\b|\bwith(?:drew|drawn|draws|drawal)\b|\bpull(?:s|ed)? out\b|\bwalk(?:s|ed)? away\b|\bfell through\b|\bfallen through\b|\bditch(?:ed|es)\b|\baxed\b|\bback(?:ed|s)? out\b|\bpulled the plug\b|\bdissolved\b|\bwound up\b|\bdivest(?:ed|ing)?\b|\bexpired\b|\babandon(?:s|ed)?\b|\brevoked?\b|\bcall(?:s|ed)? off\b|\bdenounced\b|\bannulled\b|\bexit(?:s|ed|ing)?\b(?= (?:from|the|its|their|all|█))|\b(?:would|will|to|has|had) (?:leave|left|quit)\b|\bquits?\b|\bdropped\b|\bended? (?:its|the) (?:participation|cooperation|agreement|project)|\brescinded\b|\bvoided\b",
        "refuse": r"\bre(?:jects|jected|fuses|fused)\b|\bturned down\b|\bruled out\b|\bdeclined\b|\bwill not be (?:signed|built|financed)",
        "plan": r"\bbid(?:s|ding)? (?:for|to)\b|\bvying\b|\bcompet(?:es?|ing) for\b|\bin the running\b|\bshort-?listed\b|\bplan(?:s|ned|ning)? to\b|\bplan(?:ned|ning)\b|\bplans (?=(?:for|on)\b)|\bnot (?:yet )?decided\b|\bno decision\b|\bundecided\b|\byet to decide\b|\bintend(?:s|ed)?\b|\bconsider(?:s|ed|ing)?\b|\bunder consideration\b|\bdiscuss(?:es|ed|ing|ions?)?\b|\bnegotiat(?:e[sd]?|ing|ions?)\b|(?<!after )(?<!during )(?<!following )(?<!before )\btalks?\b(?= (?:on|about|over|with|for|to|between|are|were|have|go|went|of))|\bin talks\b|\bhold(?:s|ing)? talks\b|"
                r"\bexpect(?:s|ed)?\b(?: to)?|\bhop(?:e[sd]?|ing)\b|\bwould like\b|\bseek(?:s|ing)?\b|\bsought\b|\bask(?:s|ed|ing)? (?:for|[A-Z█])|\bhas requested\b|\brequest(?:s|ed)?\b|\bpropos(?:e[sd]?|ing|als?)\b|\bsuggest(?:s|ed)\b|\bmay\b|\bmight\b|\bcould\b|\bwould\b|\bstud(?:y|ies|ying)\b|\bfeasibility\b|\binterest(?:ed)? in\b|"
                r"\blook(?:s|ing)? (?:at|into|for)\b|\baim(?:s|ed|ing)?\b|\bmull(?:s|ing|ed)?\b|\beye(?:s|ing)\b|\bkeen (?:to|on)\b|\bsound(?:s|ed|ing) out\b|\bfloat(?:s|ed|ing)\b|\btabled\b|\bpitch(?:ed|ing)\b|\bcourt(?:s|ed|ing)\b(?! )|\blobby\w*|\bworking on\b|\bdrawing up\b|\bexamin(?:e|es|ed|ing)\b|\bassess(?:es|ed|ing)\b|\bsubject to\b|\bin discussions?\b|\blooks? set\b|\bon the table\b|\bon the agenda\b|\bshould\b|\bcalls? for\b|\bcalled for\b|\bdemand(?:s|ed)\b|\burged?\b|\bappeal(?:s|ed) (?:for|to)\b|\bmeant to\b|\bsupposed to\b|\bforesees?\b|\benvisage[sd]?\b|\bweigh(?:s|ing)?\b|\bdraft\b|\bunder (?:discussion|negotiation|review|study)\b|\bwants?\b|\bexplor(?:e[sd]?|ing)\b|\binvit(?:e[sd]?|ing)\b|\bat the final stage\b|\bin principle agreement is sought|\bwork(?:ing)? towards?\b|\bready to\b|\bprepared to\b|\bwilling\b|\bset to\b|\bpoised\b|\bdue to (?:sign|be signed|conclude|decide)|\bto be (?:signed|concluded|negotiated|decided)|\bpending\b|\bscheduled\b|\bslated\b|\bdue (?:for|to|in|by|at)\b|\bapplied for\b|\btarget(?:s|ed|ing)?\b|\bneed(?:s|ed)?\b|\bassum(?:e[sd]?|ing)\b|\bpreparing\b|\bthinking\b|\bpotential\b|\bprospective\b|\bpossible\b",
        "principle": r"\b(?:agree[ds]?|agreement|accord|deal|pact|reached|struck)\b[^.,;]{0,44}\bin principle\b",
        "force": r"\b(?:entered|came) into (?:force|effect)\b|\btook effect\b|\b(?:took|made|reached|announced) (?:a |the |its )?final investment decision\b",
        "order": r"\bordered\b(?! [\w█]+ to )(?! to)|\bplaced (?:an |a )?(?:firm )?orders?\b",
        "sign": r"\bsign(?:ed|s|ing)?\b|\b(?:agreement|contract|deal|accord|protocol|memorandum|loan)s? (?:was|were|has been|have been) (?:signed|reached|concluded|made|sealed|finali[sz]ed)\b|\b(?:made|reached|finali[sz]ed|executed) (?:an?|the|two|three|several) (?:[\w█$-]+ ){0,4}(?:agreement|contract|deal|accord)s?\b|\bsignatures?\b|\b(?:issued|adopted|released|published) (?:a |an |the |two )?(?:joint |common |press )*(?:statements?|declarations?|communiqu|action plan|road ?map)|\b(?:were|was) exchanged\b|\binked\b|\bpenned\b|\bformali[sz]ed\b|\bfinali[sz]ed\b|\bwrapped up\b|\bcemented\b|\blanded (?:a|an|the|its)\b|\bbagged\b|\bclosed (?:a|the|on a) (?:deal|sale|transaction|loan)\b|\bexecuted\b|\bcountersigned\b|\binitial(?:l)?ed\b|\bconclude[sd]?\b|\bconclusion\b|\bexchanged? (?:notes|letters|documents|texts)\b|\bexchange of (?:notes|letters)\b|\bput (?:their|its) names?\b|\bput (?:to|on) paper\b|\bput pen to paper\b|\bentered into\b|\bamend(?:ed|ing)?\b|\brenew(?:s|ed|ing)?\b|\bprolonged\b|\bnotes (?:[\w█(),-]+ ){0,12}were exchanged\b|\bletters (?:[\w█(),-]+ ){0,12}were exchanged\b|\bawarded\b|\bwon\b(?= (?:a|an|the|two|three|its))|\bclinched\b|\bsealed\b|\bstruck\b|\bsecured\b(?= (?:a|an|the|█))|\bcontracted\b",
        "draw": r"\bdisburs(?:e[sd]?|ement|ing)\b|\bdr(?:ew|awn)(?: down)?\b|\btransferred\b|\bpaid(?: out| in)?\b|\breleased\b|\bwired\b|\breceived\b|\bcredited\b|\bwas used\b|\bwere used\b|\bbeen used\b|\b(?:was|were|been|is) spent\b|\binjected\b|\bpoured\b|\bpumped\b|\bchannell?ed\b|\bplough?ed\b|\bmade available\b|\bflowed\b|\b(?:has|have|had) (?:come|arrived)\b|\bhanded\b(?! over)|\bissued\b",
        "give": r"\b(?:has|have|had) made (?:an? )?(?:[\w█-]+ )?(?:donation|contribution|grant|payment)\b|\bmade (?:a |an )?(?:[\w█-]+ )?(?:donation|contribution)s?\b|\bworth of\b(?= [\w█ ]+ was)|\b(?:provided|gave|granted|extended|lent|loaned|donated|contributed|financed|co-?financed|funded|given|gifted|supplied|supported|presented|offered up|handed out|dispatched|sent|sponsored|bankrolled)\b",
        "build": r"(?<!-)\b(?:built|constructed|rebuilt|renovated|rehabilitated|refurbished|repaired|upgraded|installed|equipped|trained)\b",
        "buy": r"\bbought\b|\bacquired\b|\bpurchased\b|\btook (?:a |an |over )|\btaken (?:a |an |over )",
        "invest": r"\b(?:has|had|have) invested\b|\binvested\b",
        "finish": r"\bopened\b|\binaugurat(?:ed|ion)\b|\btook delivery\b|\bcame into (?:service|operation)\b|\bwent live\b|\brolled out\b|\bfinali[sz]ed construction\b|\bcompleted?\b(?<!to complete)|\bcompletion\b|\bfinished\b|\bhanded over\b|\bhand(?:ed)?[- ]?over\b|\bcommissioned\b|\bcame on ?stream\b|\bput into (?:operation|service)\b|\bdelivered\b|\bshipped\b|\bwent into operation\b|\bentered (?:service|operation)\b|\bbeen met\b|\bfulfilled\b|\bbegan operati\w+|\bstarted operati\w+|\bcut the ribbon\b|\bin operation\b|\brepaid\b|\barrived\b",
        "work": r"\bunder ?way\b|\bunder construction\b|\b(?:is|are|was|were|being) (?:being )?(?:built|implemented|carried out|constructed|upgraded|installed)\b|\b(?:has|have|had) (?:begun|started)\b|\bbegan\b|\bstarted\b|\bcontinu(?:e[sd]?|ing)\b|\bis building\b|\bare building\b|\bin progress\b|\bbroke ground\b|\bkicked off\b|\bgot under ?way\b|\bfoundation stone\b|\bis (?:rising|running|operating)\b|\bon track\b|\bon schedule\b|\bground-?breaking\b|\bprogress(?:ing|ed)\b|\bproceeding\b|\bongoing\b|\bmoving ahead\b|\blaunched\b",
        "approve": r"\bapprov(?:e[sd]?|al|ing)\b|\bok(?:ayed|ays)\b|\bsigned off on\b|\b(?:gave|given|got) (?:the |a |its )?(?:green light|go-ahead|nod)\b|\bcleared\b|\bratif(?:y|ied|ies|ication)\b|\bendorsed?\b|\bauthori[sz]ed\b|\bearmarked?\b|\ballocat(?:e[sd]?|ion)\b|\bset(?:s)? aside\b|\bgreen ?light\w*|\bappropriat(?:e[sd]|ion)\b",
        "present": r"\b(?:is|are) (?:giving|providing|lending|financing|funding|supplying|building|constructing|donating|sponsoring|extending|granting|investing)\b|(?:(?<=█ )|(?<=government )|(?<=ministry )|(?<=bank )|(?<=company )|(?<=agency )|(?<=also ))(?:provides|gives|grants|extends|donates|lends|loans|funds|finances|contributes|allocates|disburses|builds|constructs|renovates|rehabilitates|issues|invests|supplies|sends|dispatches|designates|offers|awards|delivers|buys|sells|supports|sponsors|establishes|trains|repairs|upgrades|earmarks|assists|helps|ups|injects|pours|reschedules)\b(?=\s(?:[\w$€£¥█%.,'-]+))",
        "pledge": r"(?<=█ )to (?:lend|give|provide|build|invest|buy|fund|finance|supply|extend|grant|help|sell|send|offer|launch|set up|take|double)\b|\bexpressed (?:its|their|his|an?) intention\b|\b(?:named|chose|chosen|selected|picked|tapped)\b(?=[^.;]{0,70}\bto (?:build|lead|supply|construct|run|operate|develop)\b)|\bearmark\w*|\braised its offer|\bdoubled\b(?= (?:its|the))|\bup(?:ped|s) its\b|\bannouncing\b|\bassur(?:ed|es)\b|\bgave (?:its |the )?(?:go-ahead|consent|assurance)|\bconsented\b|\bproclaimed\b|\bdeclared\b|\bpledg(?:e[sd]?|ing)\b|\bpromis(?:e[sd]?|ing)\b|\bcommit(?:s|ted|ting|ment)?\b(?! suicide)|\bvow(?:s|ed)?\b|\bundert(?:ook|akes?|aken)\b|\boffer(?:s|ed|ing)?\b|\bagree[sd]?\b|\bagreeing\b|\bannounc(?:e[sd]?|ing|ement)\b|\bunveil(?:s|ed)?\b|\bdecided\b|\bheld out\b|\bshared the intention\b|\breached (?:an |a )?(?:agreement|deal|consensus|understanding)\b|\bset up\b|\bestablish(?:e[sd])?\b|\bforgav?e\b|\bwaived?\b|\bwrote off\b|\bappointed\b|\bintroduced\b|\babolished\b|\beased\b|\blifted\b|"
                  r"\bwill (?:also |then |each |jointly |together )*(?:be )?(?:provide[d]?|give[n]?|len[dt]|extend(?:ed)?|invest(?:ed)?|finance[d]?|fund(?:ed)?|administer(?:ed)?|supply|buy|purchase|build|sell|contribute[d]?|grant(?:ed)?|donate[d]?|deliver|pay|paid|take|acquire|make available|cover(?:ed)?|guarantee[d]?|insure[d]?|construct|spend|put|go|receive|get|set up|establish|send|train|raise|channel|ease|relax|simplify|lift|abolish|introduce|exempt|open|resume|hand over|insure|underwrite|allocate[d]?|host|implement(?:ed)?)\b|\b(?:is|are|was|were) to (?:be )?(?:provide[d]?|give[n]?|len[dt]|extend(?:ed)?|invest(?:ed)?|finance[d]?|fund(?:ed)?|supply|buy|purchase|build|sell|contribute|grant|donate|deliver|pay|paid|take|acquire|carried|built|receive|get)\b",
    }),
    papers=table({
        "mou": r"\bmemorand(?:um|a|ums)(?: of (?:understanding|co-?operation|intent))?\b|\bMo[UC]s?\b|\bmemos?\b(?= (?:of|on|to|with|for|about))|\bheads of (?:terms|agreement)\b",
        "letter": r"\bletters? of intent\b|\bLOIs?\b|\bterm sheets?\b|\bdeclaration of intent\b|\bstatement of intent\b",
        "notes": r"\bexchanged? (?:of )?(?:notes|letters)\b|\bdiplomatic notes\b",
        "statement": r"\bjoint (?:statement|declaration|communiqu[eé]|press statement)s?\b|\bcommuniqu[eé]s?\b|\bdeclarations?\b|\baction plan\b|\broad ?map\b|\bwork(?:ing)? (?:plan|programme|program)\b|\bplan of action\b",
        "guarantee": r"\b(?:loan |credit |sovereign |state )?guarantees?\b|\bguaranteed\b|\binsurance (?:cover|for|policy)\b|\binsured?\b|\bcredit insurance\b|\bunderwrit\w+",
        "equity": r"\bstakes?\b|\bequity\b|\bshareholding\b|\bshares? in\b|\b(?:percent|per cent|%) (?:of|in|interest|holding|share)\b(?! the (?:cost|sum|profit|price|value|total|project cost|amount|financing))|\bshare purchase\b|\bparticipation (?:of [\w█ ]+ )?in the capital\b|\bacquisition\b|\btake ?over\b|\bcapital increase\b|\bminority interest\b",
        "venture": r"\bjoint[- ]ventures?\b|\bjoint (?:company|enterprise)\b|\bJVs?\b",
        "loan": r"\b(?:yen |bank |soft |concessional |preferential |buyer'?s? |export |syndicated |bridge |policy |development |sovereign )?(?:loans?|credits?)\b(?! rating| union| card| insur| guarantee)|\bcredit (?:lines?|facilit(?:y|ies)|agreements?)\b|\blines? of credit\b|\blend(?:ing|s)?\b|\blent\b|\bborrow(?:s|ed|ing|er)?\b|\bloan facilit(?:y|ies)\b|\brefinanc\w+|\bfinancing (?:agreement|package|facility)\b|\bsamurai bonds?\b|\bmacro-financial assistance\b|\bdebt financing\b|\bfinancing (?=from\b)",
        "relief": r"\bdebt (?:cancellation|relief|forgiveness|reduction|write-?off|exemption|swap)s?\b|\b(?:cancel|forg[ai]v|waiv|wr[oi]t\w* off|reliev)\w*[^.;]{0,40}\b(?:debts?|loans?|arrears)\b",
        "grant": r"\b(?:grants?|granted)\b(?=[ ,.;)]|$)(?<!granted permission)|\bgrant[- ]aid\b|\bdonat(?:e[sd]?|ions?|ing)\b|\bnon-?refundable\b|\bgifts?\b|\bhumanitarian (?:aid|assistance|relief)\b|\bemergency (?:aid|assistance|relief)\b|\bfree of charge\b|\bgratis\b|\bin aid\b|\bnon-?reimbursable\b|\baid\b(?! package)|\b(?:economic|financial|food|development|technical) (?:aid|assistance)\b|\bscholarships?\b|\bmedical teams?\b",
        "fund": r"\b(?:joint|investment|common|bilateral|trust|co-?investment|infrastructure|green|venture|new|special) (?:investment )?funds?\b|\bfund of\b|\bset up (?:a|an) (?:[\w█-]+ ){0,4}fund\b|\binvestment (?:vehicle|platform)\b|\bcontributions? to (?:the|a) fund\b",
        "purchase": r"\bpurchas(?:e[sd]?|ing)\b|\bbuy(?:s|ing)?\b(?! ?back)|\bbought\b|\bordered\b|\borders? (?:for|of|from|worth)\b|\b(?:to|will|would) supply\b|\bsuppl(?:ied|ying)\b(?! chain| line)|\bsupplies (?=[\w█ ]{3,30} (?:to|with)\b)|(?<!water )(?<!power )(?<!money )(?<!electricity )\bsupply (?:of|contract|agreement|deal)\b|\bsell(?:s|ing)?\b|(?<!bonds )\bsold\b|\bsales? (?:of|contract|agreement|and purchase)\b|\bdeliver(?:y|ies|ed|s)?\b(?! of the programme)|\bexport contract\b|\bofftake\b|\bimport(?:s|ed)?\b|\bshipments? of\b",
        "contract": r"\bcontracts?\b|\btenders?\b|\bEPC\b|\bturnkey\b|\bconcession (?:agreement|to)\b|\bcommission(?:ed)? [A-Z█]",
        "framework": r"\bframework (?:agreement|accord|arrangement|deal)s?\b|\bumbrella agreement\b",
        "agreement": r"\bagreements?\b|\btreat(?:y|ies)\b|\baccords?\b|\bpacts?\b|\bconventions?\b|\bprotocols?\b|\bdeals?\b|\bunderstandings?\b|\barrangements?\b|\bswap (?:line|arrangement)s?\b|\bexchange of (?:notes|letters)\b|\bpartnership\b",
        "papers": r"\bdocuments\b|\bpapers\b|\bprojects\b|\bconstruction of\b|\brenovation of\b|\brehabilitation of\b|\brefurbishment of\b",
        "other": r"\bprogrammes?\b|\bprograms?\b|\bplan\b(?! to)|\binitiatives?\b|\bpackage\b|\bvisa[- ](?:rules|regime|free)\b|\bconsultations on\b",
        "project": r"\bprojects?\b|\bplants?\b|\bpipelines?\b|\brailways?\b|\bhighways?\b|\bbridges?\b|\bports?\b|\bairports?\b|\bhospitals?\b|\bschools?\b|\bstadiums?\b|\broads?\b|\bdams?\b|\bpower stations?\b|\bterminals?\b|\breactors?\b|\bgreenhouses?\b|\bfactor(?:y|ies)\b|\bline\b|\bworks\b|\bcent(?:re|er)s?\b",
    }),
    negation=re.compile(r"\b(?:not|never|neither|nor|without|cannot|n't|nothing|none|yet to)\b|\b(?:did|do|does|has|have|had|was|were|is|are|will|would|could)n't\b|\b[Nn]o\b(?! (?:more|less|fewer|later|doubt))|\bfailed to\b|\bdenied\b", re.I),
    hedge=re.compile(r"\b(?:reportedly|allegedly|according to (?:unnamed|sources)|rumou?red?|may|might|could|possibly|perhaps)\b", re.I),
    split=re.compile(r";\s|:\s(?=[A-Za-z])|,?\s(?:while|although|though|whereas|but)\s|,\s(?:and (?!█?[A-Z█][\w█]*,? (?:and|which))|which|who|where|so|under which|as (?:well|part))\s?|,\s(?=with \w+ing\b)|\s[–—-]\s|\sand (?=(?:that|said|is|was|will|has|have|had|noted|agreed|tasked|announced|welcomed|asked|welcomed|signed|approved|plans|hopes|expects|promised|pledged)\b)|\bafter (?=[A-Z█])|\bonce\b|\bbefore (?=[A-Z█])|, after |, when "),
    cost=re.compile(r"\bcosts?\b|\bcosting\b|\bpriced? at\b|\binvestment in the (?:project|plant|works)\b|\btotal investment\b|\bproject (?:is )?(?:worth|valued|value)\b|\bbudget of\b|\bestimated (?:at|to cost|cost)\b|\bprice tag\b|\bcapital expenditure\b|-(?:dollar|euro|yen) (?:project|plant|railway|line)|\bworth of the project|\bproject, worth\b", re.I),
    hope=re.compile(r"\bhop(?:e[sd]?|ing)\b|\bexpect(?:s|ed)?\b|\bseek(?:s|ing)?\b|\bsought\b|\bcould\b|\bmight\b|\bmay\b|\bask(?:s|ed)? for\b|\baim(?:s|ed)?\b|\btarget(?:s|ed)?\b|\bgoal\b|\bwants?\b|\bconsider(?:s|ed|ing)?\b|\bunder (?:discussion|consideration)\b|\bplan(?:s|ned)?\b|\bwould\b|\battract\b|\bdraw as much\b", re.I),
    not_sum=re.compile(r"\bprofits?\b|\brevenues?\b|\bturnover\b|\btrade (?:volume|turnover|between|in goods|reached|surplus|deficit)\b|\bbilateral trade\b|\bexports? (?:of|to|reached|rose|fell)\b|\bimports? (?:reached|rose|fell)\b|\bfined?\b|\bpenalt|\bstill ow(?:ed|es)\b|\bowed\b|\bdebts? (?:of|stood)\b|\bloss(?:es)?\b|\bwrit(?:e|ten|ing)[- ]?(?:off|down)\b|\bmarket (?:value|capitali)|\bshare price\b|\bGDP\b|\bdividend\b|\bbuy ?back\b|\bsalar|\bdamage\b|\bnet worth\b|\breserves of\b|\bpopulation\b|\bsanction|\btariff|\bsubsid(?:y|ies) bill|\bstock of (?:investment|FDI)\b|\baccumulated\b|\bsales of\b|\bsent home\b|\bremittances?\b|\bprize\b|\btransfer fee\b|\brights for\b|\bcompensation\b|\bawarded damages\b|\bworth of reserves\b|\bforeign reserves\b|\binsurance losses\b|\bstimulus\b|\bcash flow\b|\bearnings\b|\btaxes\b|\brepa(?:y|id|yment)", re.I),
    definite=re.compile(r"^[\W_]*(?:(?:under|according to|as part of|with|of|on|for|in) )?(?:the|this|that|these|those|its|such|both|all)\s(?:[\w-]+\s){0,2}?(?P<noun>memorand\w+|agreements?|deals?|loans?|credits?|facilit\w+|contracts?|grants?|funds?|pacts?|accords?|treat\w+|papers?|documents?|projects?|plants?|lines?|sums?|money|purchases?|stakes?|programmes?|programs?|works?|railways?|borrower)\b", re.I),
    sides=re.compile(r"\b(?:the )?(?:two|both) (?:sides|countries|governments|leaders|nations|ministers|states|prime ministers|presidents|parties|capitals|foreign ministers|ministries)\b|\bthey\b|\b(?:the )?(?:sides|parties)\b|\bbilateral\b", re.I),
    unbinding=re.compile(r"\b(?:not|non)[- ](?:legally )?binding\b|\b(?:creates?|imposes?) no (?:legal )?(?:rights|obligation)|\bno (?:legal )?(?:rights or )?obligations?\b|\bnot (?:a )?(?:legal(?:ly)?|create|constitute)\b[^.]{0,40}\b(?:obligation|treaty|binding)|\bno binding\b|\bdoes not (?:bind|oblige|commit)", re.I),
    binding=re.compile(r"(?<!not )(?<!non-)\b(?:legally )?binding\b|\bcreates? (?:legal )?obligations\b", re.I),
    contested=re.compile(r"\bdid not confirm\b|\bdispute[sd]?\b|\bdenie[sd]\b|\bdifferent (?:story|version)|\bcontradict\w*|\bwhile [\w█ ]+ call(?:s)? it\b", re.I),
)  # fmt: skip

RUSSIAN: Final = Lexicon(
    events=table({
        "relieve": r"\bспис(?:ал|ала|али|ано|ана|ан)\b(?=[^.;]{0,60}(?:долг|задолженност|кредит))|\bпрост(?:ил|ила|или)\b(?=[^.;]{0,60}долг)",
        "stall": r"\bостановл\w+|\bостановил\w*|\bзаброшен\w*|\bприостан[оа]в\w+|\bзаморо[жз]\w+|\bотлож\w+|\bперен[её]с\w+|\bзатягив\w+|\b(?:за)?буксу\w+|\bзатяну\w+|\bпод вопросом|\bв подвешенном|\bзадерж\w+|\bне начал\w*|\bостаётся на бумаге|\bостается на бумаге|\bтак и не\b|\bне состоял\w+|\bсорвал\w+|\bзастопор\w+|\b\bбез движения|\bпауз\w+|\bоставл\w+ без",
        "cancel": r"\bотмен(?:ил|ен|яе|ит|а\b)\w*|\bрасторг\w+|\bпрекра(?:ти|ща)\w+|\bвыш(?:ел|ла|ло|ли)\b(?= из)|\bвыход\w*(?= из)|\bпокину\w+|\bденонсир\w+|\bотозва\w+|\bзакры(?:л|т)\w* проект|\bсорвал\w+ окончательно|\bистек\w*|\bаннулир\w+|\bсверн\w+|\bуш(?:ел|ла|ли) из",
        "refuse": r"\bотказал\w+|\bотказыв\w+|\bотверг\w+|\bотклон\w+|\bне намерен\w*",
        "plan": r"\bне выш\w+ из стадии|\bготов(?:ит|ят|ится|ятся)\b|\bразрабатыва\w+|\bборе?т\w* за контракт|\bпретенду\w+|\bпланиру\w+|\bнамерен\w*(?!\w)|\bнамерев\w+|\bрассматрив\w+|\bна рассмотрении|\bобсужда\w+|\bобсуди\w+|(?<!итогам )(?<!ходе )(?<!время )(?<!после )(?<!результатам )(?<!накануне )(?<!рамках )\bпереговор\w+|\bвступа\w+ в силу|\bвступит в силу|\bожида\w+|\bрассчитыва\w+|\bнаде[яе]\w+|\bпредлага\w+|\bпредлож\w+|\bпредусматрив\w+|\bпросит\w*|\bпопросил\w*|\bзапросил\w*|\bхоч\w+|\bхотел\w* бы|\bмож[еу]т\w*|\bмогл[аио]\b|\bбудет подпис\w+|\bпредполага\w+|\bпрорабатыва\w+|\bизуча\w+|\bизучи\w+|\bготов\w* (?:рассмотреть|подписать|инвестировать|предоставить)|\bв перспективе|\bконсультаци\w+|\bинтерес\w*|\bзаинтересован\w+|\bстрем\w+|\bсобира\w+ся\b|\bприсматрива\w+|\bне исключ\w+|\bдума(?:ет|ют)\b|\bжд[её]т\b|\bждут\b|\bпризва\w+|\bтребу\w+|\bвыдвин\w+|\bнужда\w+|\bдолж[её]?н\w*\b|\bследует\b|\bдля рассмотрения|\bпредстоит|\bведутся|\bвед[её]т (?:переговор)|\bоцени(?:ва)?\w+ возможн\w+|\bпроект (?:соглашени|договор)\w+|\bобращени\w+|\bстанет возможн\w+|\bстав\w+ (?:целью|задачу)|\bбы\b|\bпрогноз\w*",
        "force": r"\bвступил\w* в силу|\bокончательн\w+ инвестиционн\w+ решени\w+",
        "order": r"\bзаказал\w*|\bразместил\w* заказ",
        "sign": r"\bподпис(?:ал|ан|ани|ыв)\w*|\bзаключ(?:ил|ен|ени|а[юе])\w*|\bскрепил\w*|\bобменял\w+ (?:нотами|письмами)|\bпарафир\w+|\bоформил\w*|\bпродл(?:ил|ен|ени)\w*|\bударил\w* по рукам|\bзакрепил\w*|\bзавизирова\w+|\bСовершено\b|\b(?:утвердил|утвердили|одобрили|приняты|принял|приняли|приняла|приняты|принята|принято)\b(?=[^.,]{0,30}(?:заявлени|деклараци|коммюнике|план|программ|дорожн))|\bвыиграл\w*|\bучредил\w*|\bдостигнут\w* (?:соглашени|договор)\w*",
        "draw": r"\bперечисл(?:ил|ен)\w*|\bвыплат(?:ил|ен)\w*|\bвыплачен\w*|\bвложен\w*|\bинвестирован\w*|\bоплат(?:ил|ен)\w*|\bзаплатил\w*|\bпрофинансирован\w*|\bвыданы?\b|\bдовел\w* до|\bосвоен\w*|\bиспользован\w*|\bпотрачен\w*|\bосво(?:ил)\w*|\bвыбра(?:л|н)\w*|\bполучил\w*|\bпоступил\w*|\bизрасходова\w+|\bисполнен\w*|\bперев[её]л\w*|\bвнес(?:ла|ли|ено)?\b|\bпривл[её]к(?:ла|ли)?\b|\bзачислен\w*|\bдорабатыва\w+",
        "give": r"\bпредостав(?:ил|лен)\w*|\bвыдел(?:ил|ен)\w*|\bпередал\w*|\bвыда(?:л|н)\w*|\bпрофинансирова\w+|\bпожертвова\w+|\bбезвозмездно",
        "buy": r"\bкупил\w*|\bприобр[её]л\w*|\bзакупил\w*|\bвыкупил\w*",
        "invest": r"\bвложил\w*|\bинвестировал\w*",
        "finish": r"\bоткрыл\w*|\bоткрыт\w?\b|\bзаверш(?:ил|ен)\w*|\bвведен\w* в (?:эксплуатацию|строй)|\bвв[её]л\w* в эксплуатацию|\bсдан\w* в|\bпостроен\w*|\bпоставлен\w*|\bпоставил\w*|\bпередан\w*|\bотгруж\w+|\bзаработал\w*|\bоткрыл(?:ся|ась|ось|ись)|\bдостро\w+|\bприбыл\w*|\bдоставлен\w*|\bполучен\w* первы\w+|\bвручен\w*|\bзапущен\w*|\bпогашен[аоы]?\b",
        "work": r"\bреализу\w+|\bид[её]т\b(?! о)|\bидут\b|\bвед[её]тся\b|\bпродолжа\w+|\bначал(?:а|о|и|ось|ись|ся)\b|\bначат\w*|\bстро(?:ит|ят)(?:ся)?\b|\bосуществля\w+|\bперешл\w+ в стадию|\bприступ\w+|\bразв[её]рнут\w*|\bдейству\w+|\bработает\b|\bзапусти(?:л|ли)\b|\bидёт полным|\bпо графику|\bв стадии реализации|\bна стадии строительства|\bсооружа\w+|\bвыполня\w+",
        "approve": r"\bодобр(?:ил|ен|ени)\w*|\bутверд(?:ил)\w*|\bутвержден\w*|\bратифи\w+|\bсогласова(?:л|н)\w*|\bзаложен\w*|\bпредусмотрен\w*",
        "pledge": r"\bпообеща\w+|\bвыразил\w* готовность|\bготов\w? (?:выделить|предоставить|вложить|инвестировать|поставить|построить)|\bвзял\w* (?:на себя )?обязательств\w+|\bзарезервирова\w+|\bпотратит\b|\bпоможет\b|\bдал\w* согласие|\bпойд[её]т\b|\bпойдут\b|\bпредоставят\b|\bсоставит\b(?= )|\bпримет\b|\bвведет\b|\bразместит\b|\bпроведет\b|\bобеща(?:л|н)\w*|\bобязал\w+|\bобязу\w+|\bдоговорил\w+|\bусловил\w+|\bобъяв(?:ил|лен)\w*|\bанонсирова\w+|\bзаяв(?:ил|лен)\w*(?= о (?:готовности|намерении|выделении|создании|предоставлении))|\bвыделит\w*|\bвыделят\b|\bпредостав(?:ит|ят|ляет|ляют)\b|\bвложит\b|\bинвестирует\b|\bпрофинансирует\b|\bпоставит\b|\bпостроит\b|\bпостроят\b|\bзакупит\b|\bбуд[еу]т (?:поставлять|закупать|покупать|строить|получать|предоставлять|финансировать|инвестировать|выделять|кредитовать)\b|\b(?:выделят|вложат|инвестируют|профинансируют|поставят|построят|закупят|купят|приобретут|получат|направят|окажут|выдадут|выдаст|передадут|передаст|откроют|откроет|увеличат|поддержат|введут|отменят|упростят|запустят|запустит|разместят|проведут)\b|\bкупит\b|\bприобрет[её]т\b|\bполучит\b|\bнаправит\b|\bсоздадут\b|\bсоздаст\b|\bсогласил\w+|\bрешил\w*|\bпринял\w* решение|\bоблегчит\b|\bсмягч\w+|\bотменит виз\w+|\bпоручил\w*|\bупростит\b|\bвнес[её]т\b|\bвнесут\b|\bокажет\b|\bвозвед\w+|\bсписал\w*|\bспишет\b|\bсоздан[аоы]?\b|\bбуд[еу]т (?:направлен|предоставлен|выделен|создан|поставлен|построен|профинансирован)\w*|\bувеличит\b|\bподдержит\b|\bпримет участие",
    }),
    papers=table({
        "mou": r"\bмеморандум\w*|\bпамятн\w+ записк\w+",
        "letter": r"\bписьм\w+ о намерени\w+|\bсоглашени\w+ о намерени\w+|\bпротокол\w* о намерени\w+",
        "notes": r"\bобмен\w* (?:нотами|письмами)",
        "statement": r"\bсовместн\w+ (?:заявлени|деклараци|коммюнике)\w+|\bдеклараци\w+|\b[Нн]астоящ\w+ [Зз]аявлени\w+|\bзаявлени\w+ (?:о|министр|стран)\w*|\bдорожн\w+ карт\w+|\bплан\w* (?:мероприятий|действий|работы|совместн)\w*|\bрабочи\w+ план\w*|\bпрограмм\w+ (?:совместных|сотрудничества|мероприятий)\w*",
        "guarantee": r"(?<!под )\bгарант\w+|(?<!под )\bстрахов\w+|\bпоручительств\w+",
        "equity": r"\bдол(?:я|и|ю|ей|ям|ях|е)\b|\bпакет\w* акций|\bакци[йяи]\w*|\bв капитал\w*|\bвхождени\w+ в|\b(?:процент\w*|%) (?:в\b|█|акций|долей|капитала|доли)|\bдол\w{1,3} в размере|\bпокупк\w+ дол\w+|\bуставн\w+ капитал\w*",
        "venture": r"\bсовместн\w+ предприяти\w+|\bСП\b",
        "loan": r"\bкредит\w*(?! рейтинг)|\bза[ейё]м\w*|\bзайм\w*|\bссуд\w+|\bкредитн\w+ лини\w+|\bэкспортн\w+ финансировани\w+|\bпроектн\w+ финансировани\w+|\bрефинансир\w+",
        "relief": r"\bсписани\w+ (?:[а-яё]+ )?долг\w*|\bреструктуризаци\w+ (?:[а-яё]+ )?(?:долг|задолженност)\w*|\bдолг\w*(?=[^.]{0,40}\bспис)|\bотсрочк\w+ (?:по )?(?:платеж|погашени)\w+",
        "grant": r"\bгрант\w*|\bбезвозмездн\w+|\bгуманитарн\w+ (?:помощ|содейств)\w+|\bпожертвовани\w+|\bдар\b|\bв дар\b|\bтехническ\w+ помощ\w+|\bфинансов\w+ помощ\w+",
        "fund": r"\b(?:совместн\w+ |инвестиционн\w+ |российско-\w+ ){1,3}(?:фонд|платформ)\w*|\bфонд\w* (?:объ[её]мом|размером|в размере)|\bсоздани\w+ (?:[\w-]+ ){0,3}фонда\b|\bкопилк\w+",
        "purchase": r"\bпоставк\w+|\bпоставля\w+|\bпостав(?:ит|ить|ят|ил|ила|или|лено)\b|\bзакупк\w+|\bкупл\w+|\bкуп(?:ил|ит|ить)\w*|\bпокупк\w+|\bзаказ\w*|\bэкспорт\w* (?:контракт|СПГ|газа|нефти)\w*|\bприобретени\w+|\bзакуп(?:ит|ил|ать|ить)\w*|\bпродаж\w+",
        "contract": r"\bконтракт\w*|\bподряд\w*|\bдоговор(?:а|у|ом|е|ы|ов|ам|ами)?\b(?! об? )|\bтендер\w*|\bконцесси\w+",
        "framework": r"\bрамочн\w+ соглашени\w+|\bгенеральн\w+ соглашени\w+",
        "agreement": r"\bсоглашени\w+|\bдоговор[её]нност\w+|\bконвенци\w+|\bпротокол\w*|\bпакт\w*|\bсделк\w+|\bдоговор\w* о\b",
        "papers": r"\bдокумент\w*|\bпроект(?:ов|а)\b",
        "other": r"\bпрограмм\w+|\bинициатив\w+|\bпакет\w*(?! акций)|\bплан\w* сотрудничества|\bвыдач\w+ виз|\bвизов\w+|\bдиалог\w* о",
        "project": r"\bпроект\w*|\bзавод\w*|\bгазопровод\w*|\bнефтепровод\w*|\bжелезн\w+ дорог\w*|\bмост\w*|\bпорт\w*|\bаэропорт\w*|\bбольниц\w+|\bэлектростанци\w+|\bАЭС\b|\bтерминал\w*|\bцентр\w*|\bтеплиц\w+|\bреактор\w*|\bстроительств\w+|\bработ\w*",
    }),
    negation=re.compile(r"\bне\b|\bни\b|\bнет\b|\bбез\b(?!возмезд)|\bникак\w+|\bотсутств\w+|\bопроверг\w+", re.I),
    hedge=re.compile(r"\bпо слухам|\bякобы|\bвозможно|\bможет быть|\bпо неподтвержд\w+|\bкак говорят", re.I),
    split=re.compile(r";\s|:\s(?=[а-яё])|,\s(?:а|но|однако|при этом|хотя|тогда как|котор\w+|где|что|чтобы|после чего)\s|\s[–—-]\s(?=[а-яё])|,\sа также\s|\sи\s(?=(?:в\s\d|намерен|выразил|отметил|сообщил|планиру|подписал|договорил|обещал))|,\sпоскольку\s"),
    cost=re.compile(r"\bстоимост\w+|\bобойд[её]тся|\bобош\w+|\bоценива\w+ в\b|\bоцен[её]н\w* в|\bкапитальн\w+ вложени\w+|\bобъ[её]м\w* инвестиций|\bобщ\w+ (?:объ[её]м|сумм)\w*|\bсметн\w+|\bбюджет\w* проекта", re.I),
    hope=re.compile(r"\bрассчитыва\w+|\bнаде[яе]\w+|\bожида\w+|\bпланиру\w+|\bнамерен\w*|\bмож[еу]т|\bпривлечь|\bпривлеч[её]т|\bцел\w+|\bпредлага\w+|\bпросит|\bобращени\w+|\bхоч\w+|\bпрогноз\w*|\bпревысит\b", re.I),
    not_sum=re.compile(r"\bприбыл\w+|\bвыручк\w+|\bтоварооборот\w*|\bоборот\w*(?! средств)|\bэкспорт\w* (?:состав|вырос|сниз)\w+|\bимпорт\w* (?:состав|вырос)\w+|\bштраф\w*|\bзадолженност\w+|\bдолг\w*\b|\bубыт\w+|\bкапитализаци\w+|\bВВП\b|\bдивиденд\w+|\bналог\w*|\bдоход\w*|\bрасход\w*|\bзарплат\w+|\bущерб\w*|\bнакопленн\w+|\bпошлин\w+|\bпрофицит\w*|\bдефицит\w*|\bпоставк\w+ (?:выросл|сократил|увеличил|составил|снизил)\w+|\bв денежном выражении|\bспрос\b|\bторговл\w+|\bвзаимн\w+ торг\w+|\bпогаси\w+|\bпогашени\w+", re.I),
    definite=re.compile(r"^[\W_]*(?:(?:по|в соответствии с|согласно|в рамках) )?(?:(?:эт\w{1,3}|данн\w{2,3}|указанн\w+|настоящ\w+|его|е[её]|их|весь|все)\s)?(?P<noun>меморандум|соглашени|договор|контракт|кредит|за[её]м|средств|документ|фонд|проект|грант|программ|сделк|строительств|срок|сумм|доля|остальн|решени)\w*", re.I),
    sides=re.compile(r"\b(?:обе |две |каждая из )?(?:[Сс]торон(?:ы|ам|ами)|страны|[Пп]равительства|министры|лидеры|президенты)\b(?! \w+ской)|\bони\b|\bс обеих сторон", re.I),
    unbinding=re.compile(r"\bне (?:является|являются|создает|создаёт|влеч[её]т|имеет|носит|накладывает)\b[^.]{0,60}\b(?:обяз\w+|договор\w+|юридическ\w+)|\bюридически не обяз\w+|\bне обязыва\w+|\b(?:обязательств|договором)\b[^.]{0,40}\bне (?:влеч[её]т|является|созда[её]т)|\bнеобязывающ\w+", re.I),
    binding=re.compile(r"\bюридически обязыва\w+|\bобязательн\w+ (?:для исполнения|юридическ)\w*|\bимеет обязательную силу", re.I),
    contested=re.compile(r"\bне подтвердил\w*|\bопроверг\w+|\bоспарива\w+|\bпо-разному", re.I),
)  # fmt: skip

JAPANESE: Final = Lexicon(
    events=table({
        "relieve": r"(?:債務|返済|借款)\S{0,8}(?:免除|猶予|放棄|削減)(?:し|する|を表明|を決)|(?:返済を)猶予",
        "stall": r"遅れ(?:て|が)|宙に浮|止ま(?:った|って|り)|めどが立た|進んでいない|進まず|手つかず|実現していない|凍結|中断|延期|停滞|見合わせ|見送[りっら]|先送り|棚上げ|難航|暗礁|滞[りっ]|足踏み|頓挫|停止",
        "cancel": r"中止|撤退|撤回|破棄|解約|解除(?!する制裁)|打ち切[りっら]|取りや?め|取り消[しさ]|離脱|解消|白紙|断念|立ち消え|幕を閉じ|終了した|取り下げ",
        "refuse": r"拒否|拒[みん]|断[っり]た|却下|応じない|認めない",
        "plan": r"締結(?:は今後|に向け|を目指|を急)|署名(?:に向け|を目指)|計画(?!書|に署名|の作業|を締結)(?:し|中|を進|で|が)|検討|予定|方針|見通し|見込み|見込む|見込まれ|目指[しす]|構想|協議(?:中|し|を|が|に入|する|へ|入り)|交渉(?:中|し|を|が|に)|打診|要請|求め|期待|意向|提案|考え(?:だ|で|を示)|狙い|視野に|予想|可能性|必要(?:が|と|だ|な)|べきだ|促し|促す|呼び掛け|訴え|望む|望ん|提唱|模索|前向き|詰め(?:て|の)|つもり|浮上|調整(?:し|中|に)|希望|要望|想定|準備(?:し|中|を)|関心|案が|めど|目標|したい|れば|かもしれ|候補|提示|示された|詰める|問題ない|とみられ",
        "force": r"発効|効力を生じ|最終投資決定",
        "order": r"発注|受注|注文",
        "sign": r"署名|調印|締結|結[んび]だ?|交わ[しさ]|取り交わ|契約(?:し|を結|を締)|サイン|覚書を交換|書簡の交換|妥結|成約|成立し|更新し|延長し|落札",
        "draw": r"実行し(?!ます)|支払[いっわ]|払い込|送金|執行|拠出し(?!ます)|引き出|充当|入金|投じられ|振り込|投入し(?!ます)|融資済|供与済|実行済|支出し(?!ます)|貸し出した|受け取[っり]",
        "give": r"供与し(?:た|ており|ている)|融資し(?:た|ており|ている)|提供し(?:た|ており|ている)|出資し(?:た|ており|ている)|寄贈|贈与し(?:た|て)|支援し(?:た|ている)|貸し付けた",
        "buy": r"買収し|取得し(?:た|て)|購入し(?:た|て)|買い取[っり]|買った",
        "invest": r"投資し(?:た|ている)|投じ(?:た|て)",
        "finish": r"完成|完工|竣工|開業|開通|開所|稼働し|運転(?:を開始|中)|操業(?:を)?(?:開始|し)|供用|引き渡|納入し|出荷(?:を|し|開始)|完了|達成|就航|返済を終え|落成",
        "work": r"進[めん]で(?:いる|おり)|進行中|実施中|着工|着手|建設中|工事(?:を|が)(?:開始|始ま|進)|動き出|開始し|始動|取り組[むみん]|続[くいけ]|運航し|操業中|生産し(?:て)|始ま[っり]|始めた|継続(?:し|中)|続いて|具体化|進む案件|展開し|据え付け|発注済み|稼働(?:中)?|実施し(?:た|ている)",
        "approve": r"承認|認可|批准|閣議決定|了承|可決|決定し|計上|認め(?:た|る)|採択|選定",
        "pledge": r"投じる|振り向け|充て(?:る|た|ます)|設け(?:る|た|ます)|創設|増額|積み増|上乗せ|追加(?:する|した|で)|負担(?:する|します)|供給(?:する|します)|引き上げ|決断|確認し|盛り込|申し出|宣言し|掲げ|承諾|応じ(?:る|た)|受け入れ|表明|約束|合意|発表|公約|確約|明らかにし|打ち出し|コミット|供与(?:する|を|へ|額)|拠出(?:する|します|を|へ)|支援(?:する|します|を|へ)|提供(?:する|します|を|へ)|融資(?:する|します|へ|を決|を行)|出資(?:する|します|へ|を決|を行)|投資(?:する|します|へ)|供給します|育成します|引き受け|保証(?:する|します|へ)|付ける|付保|貸し付け|購入(?:する|します|へ)|融通(?:する|します)|育成(?:する|します)|獲得|輸入する|買い(?:取る|入れ)|建設(?:する|します|へ)|設立(?:する|します|へ|を決)|緩和(?:する|します|へ)|免除|決め(?:た|る)|贈(?:る|ります)|協力(?:します|する)|派遣(?:する|します)|拡大(?:する|します)",
    }),
    papers=table({
        "mou": r"覚書|覚え書き?|了解覚書|ＭＯＵ|MO[UC]|メモランダム",
        "letter": r"意向書|趣意書|基本合意書|タームシート",
        "notes": r"交換公文|書簡(?:の|を)?交換|公文",
        "statement": r"共同声明|共同宣言|宣言|行動計画|ロードマップ|工程表|作業計画|共同活動プログラム|共同プログラム|コミュニケ|共同文書|合意文書|活動計画|協力計画",
        "guarantee": r"保証(?!人|金)|付保|保険(?:を|の引受|引き受け|契約)|信用補完",
        "equity": r"出資(?!額は\d)|株式(?:の|を)?(?:取得|購入|譲渡)?|権益|増資|資本参加|参画|買収|持ち分|持分|発行済み株式",
        "venture": r"合弁|共同出資会社|共同会社|ジョイントベンチャー",
        "loan": r"円借款|借款|融資|貸付|貸し付け|ローン|与信|クレジットライン|信用枠|融資枠|協調融資|サムライ債|融通|借り入れ|バンクローン|貸し出[しす]",
        "relief": r"債務(?:返済)?(?:の)?(?:救済|免除|猶予|繰り延べ|削減|再編)|返済(?:の)?(?:猶予|繰り延べ)|債権放棄",
        "grant": r"供与(?:した|された)(?=[一-龥])|政府開発援助|ODA|経済援助|経済支援|資金援助|無償(?:資金協力|援助|供与|支援)?|贈与|寄贈|寄付|人道支援|緊急支援|緊急援助|技術協力|食糧援助|グラント",
        "fund": r"(?:共同|投資|合同|新たな|専用)(?:投資)?(?:基金|ファンド)|基金(?:を|の)?(?:設立|創設)|ファンド(?:を|の)?(?:設立|創設|組成)|共同の資金",
        "purchase": r"供給(?=が|を|契約|開始|し|で)|購入|買い付け|買付|調達|発注|受注|売買|供給契約|引き取り|引取|納入|輸入(?:する|契約|を)|販売契約|売却|オフテイク|輸出(?:する|契約|を)",
        "contract": r"優先交渉権|契約|請負|EPC|入札|落札|委託",
        "framework": r"枠組み(?:合意|協定|文書)|基本協定|包括協定|包括合意",
        "agreement": r"FTA|EPA(?!の建)|RCEP|協定|合意書|条約|取り決め|議定書|合意(?=に基づ|文書|を(?:結|交|破|停止)|の(?:履行|停止)|も|は|事項)|了解事項|枠組み|提携|協力文書(?!が\d)|スワップ",
        "papers": r"文書|案件|事業(?=\d|\s?\d|につ)",
        "other": r"プログラム|計画|プラン|イニシアチブ|ビザ(?:発給)?(?:要件)?|査証|人材|協力プラン|政府事業|共同経済活動",
        "project": r"事業|プロジェクト|工場|発電所|鉄道|空港|港|病院|道路|橋|パイプライン|温室|工事|プラント|施設|ターミナル|候補|原子炉|原発|油田|ガス田|鉱山",
    }),
    negation=re.compile(r"(?:して|れて|って|んで|至って|決まって)?(?:いない|おらず|いません)|なかった|ない(?:まま|方針|と|。|が|の|もの)|ず(?:、|に|。)|せず|されず|には?至ら|未定|ありません|ません(?!か)|はなく|否定|未(?:署名|締結)"),
    hedge=re.compile(r"とみられ|可能性|という(?!。)|らしい|ようだ|うわさ|噂|とされる|浮上|と人は言う"),
    split=re.compile(r"。|(?<=[るたいだすん])が、|段階で、|うえで、|上で、|ものの、|一方(?:で)?、|ており、|して(?:おり)?、|(?<=し)、(?=.{8})|(?<=れ)、(?=.{8})|(?<=め)、(?=.{8})|(?<=り)、(?=.{8})|(?<=で)、(?=.{14})|けれども?、|のに対し、|ため、|とともに、|ほか、|には?、"),
    cost=re.compile(r"総事業費|事業費|総工費|工費|総投資額|投資額|総額\S{0,4}(?:事業|計画)|建設費|費用|コスト|見積"),
    hope=re.compile(r"期待|見通し|目指|目標|見込|したい|要請|求め|検討|想定|狙|意向|希望|提案|予定|候補|浮上|交渉"),
    not_sum=re.compile(r"純利益|営業利益|経常利益|売上高|売上|収益|配当|貿易額|貿易(?:総額|高)|輸出額|輸入額|輸出入|赤字|黒字|損失|減損|債務残高|罰金|時価総額|GDP|国内総生産|消費額|支出は|移籍金|残高|強化費|年俸|自社株|税収|被害|関税|制裁|賠償|家計|人件費|所得|予算要求|年収"),
    definite=re.compile(r"^[\W_]*(?:本|同|この|その|当該|両)(?P<noun>覚書|協定|契約|融資|借款|事業|合意|基金|案件|計画|貸付|文書|プロジェクト|資金|金額)|^(?P<noun2>覚書|契約|協定|融資|基金|借款|資金|金額|総事業費|投資額|出資額|内訳|融資額)(?:に|は|の|を)"),
    sides=re.compile(r"両(?:国|首脳|政府|者|社|氏|首相|大臣|外相|行|省)|双方|日ロ(?:間|両)?|日露(?:両)?|日米(?:両)?|日中(?:両)?|日韓(?:両)?|日印|日豪|中ロ|米中|韓米|米韓|二国間|2国間"),
    unbinding=re.compile(r"(?:法的)?拘束力(?:は|が|を)?(?:ない|なく|持たない|有さない|有しない|なし|伴わない)|拘束力のない|法的(?:な)?(?:権利|義務)(?:や義務)?を(?:生じ|課さ|伴わ)(?:させ)?な|義務を負わない|鎖ではない"),
    binding=re.compile(r"(?:法的)?拘束力(?:が|の|を)(?:ある|持つ|有する|あり)|法的拘束力を伴う"),
    contested=re.compile(r"否定し|食い違|確認していない|認識が(?:異|食)|説明が(?:異|食)"),
    verb_last=True,
)  # fmt: skip

CHINESE: Final = Lexicon(
    events=table({
        "stall": r"搁置|暂停|推迟|延期|停滞|冻结|中断|受阻",
        "cancel": r"取消|终止|退出|撤出|撤回|废除|放弃",
        "refuse": r"拒绝|否决",
        "plan": r"计划(?!书)|拟|考虑|商谈|谈判|磋商|希望|期待|预计|有望|打算|寻求|探讨|研究(?:中)?|提议|建议|争取|愿意?|将于.{0,8}签|可能",
        "force": r"生效|最终投资决定",
        "order": r"订购|下单",
        "sign": r"签署|签订|签约|签下|签(?:了|字)|达成(?:协议)?|换文|中标",
        "draw": r"支付|拨付|到账|放款|发放|提取|到位|拨款",
        "give": r"提供(?:了)|捐赠|赠送|援助(?:了)|移交",
        "buy": r"收购(?:了)|购买了|购得",
        "invest": r"投资了|注资",
        "finish": r"竣工|建成|落成|完工|通车|投产|投入运营|交付|完成|启用|开通",
        "work": r"开工|动工|建设中|在建|正在|推进|启动|实施|进行中|奠基",
        "approve": r"批准|核准|通过|审批",
        "pledge": r"承诺|宣布|同意|答应|将(?:向|为|提供|投资|购买|援助|出资|建设|采购)|提供|出资|免除|投资(?=\d|约|超)|决定|设立",
    }),
    papers=table({
        "mou": r"谅解备忘录|备忘录", "letter": r"意向书|意向协议", "notes": r"换文", "statement": r"联合声明|联合公报|共同宣言|宣言|行动计划|路线图|合作规划|规划",
        "guarantee": r"担保|保险", "equity": r"股权|股份|参股|入股|收购|持股", "venture": r"合资|合资公司", "loan": r"贷款|信贷|授信|融资|借款",
        "grant": r"无偿|赠款|捐赠|援助|赠送", "fund": r"(?:共同|联合|投资|合作)基金|设立.{0,8}基金", "purchase": r"采购|购买|订购|订单|供应|进口", "contract": r"合同|承包|中标|承建",
        "framework": r"框架协议", "agreement": r"协议|协定|条约|共识|议定书", "papers": r"文件|项目(?=\d)", "other": r"计划|倡议|方案", "project": r"项目|铁路|公路|电站|港口|机场|桥|医院|工厂|管道|段",
    }),
    negation=re.compile(r"未|没有|不(?!超|少|断|仅|同|低|过)|无(?!偿)|否认|尚未"),
    hedge=re.compile(r"据传|传闻|或将|可能|据称"),
    split=re.compile(r"[；。]|，(?=但|而|并|同时|其中|由|该|预计|双方|目前)"),
    cost=re.compile(r"总造价|造价|总投资|工程款|总成本|耗资|项目金额"),
    hope=re.compile(r"希望|期待|预计|有望|计划|拟|争取|力争|目标"),
    not_sum=re.compile(r"利润|营收|收入|贸易额|进出口|出口额|市值|罚款|债务余额|亏损|损失|关税|税收|GDP|分红"),
    definite=re.compile(r"^[\W_]*(?:该|此|上述|这(?:一|项|笔|份)?)(?P<noun>协议|贷款|项目|合同|备忘录|资金|工程|线路|路段)"),
    sides=re.compile(r"双方|两国(?:政府)?|中\w方"),
    unbinding=re.compile(r"不具(?:有)?(?:法律)?约束力|没有(?:法律)?约束力|无(?:法律)?约束力"),
    binding=re.compile(r"具(?:有)?法律约束力"),
    contested=re.compile(r"否认|未予证实|说法不一"),
)  # fmt: skip

KOREAN: Final = Lexicon(
    events=table({
        "stall": r"중단|보류|연기|지연|동결|난항|교착", "cancel": r"취소|철회|철수|파기|해지|종료|백지화", "refuse": r"거부|거절",
        "plan": r"계획|검토|예정|추진|협의|협상|논의|기대|전망|희망|제안|요청|목표|방침|모색|의향|할 것으로|것으로 (?:예상|보인)",
        "force": r"발효|최종투자결정", "order": r"발주|수주|주문", "sign": r"서명|체결|맺었|조인|계약했|교환각서",
        "draw": r"집행|지급했|송금|납입", "give": r"제공했|지원했|기부했|전달했|공여했", "buy": r"인수했|매입했|구매했", "invest": r"투자했",
        "finish": r"준공|완공|개통|완료|인도했|가동을 시작|개소", "work": r"착공|진행 중|건설 중|시작했|착수|공사 중",
        "approve": r"승인|비준|의결|가결|확정", "pledge": r"약속|합의|발표|밝혔|공약|지원하기로|제공하기로|투자하기로|구매하기로|하기로|제공한다|지원한다|투자한다|제공할|지원할|투자할",
    }),
    papers=table({
        "mou": r"양해각서|업무협약|MOU", "letter": r"의향서|투자의향서", "notes": r"교환각서|교환공문", "statement": r"공동성명|공동선언|선언|행동계획|로드맵",
        "guarantee": r"보증|보험", "equity": r"지분|주식|인수", "venture": r"합작|합작법인|합작회사", "loan": r"차관|대출|융자|신용한도|금융 지원|여신", "grant": r"무상|기부|원조|인도적 지원|공여",
        "fund": r"공동 ?펀드|펀드|공동 ?기금|투자기금", "purchase": r"구매|공급|수입|발주|수주|납품|인도 계약", "contract": r"계약", "framework": r"기본협정|기본합의|프레임워크", "agreement": r"협정|협약|합의|조약|합의서",
        "papers": r"문건|문서|사업(?= \d)", "other": r"계획|프로그램|구상", "project": r"사업|프로젝트|공장|철도|발전소|항만|공항|병원|도로|교량|원전",
    }),
    negation=re.compile(r"않|못했|못하|없(?:다|었|이|는)|아니|미체결|부인"),
    hedge=re.compile(r"알려졌|전해졌|소문|가능성|것으로 보인"),
    split=re.compile(r";|(?<=[고며나데]),? (?=.{12})|(?<=지만),? "),
    cost=re.compile(r"총사업비|사업비|공사비|총비용|총 투자비"), hope=re.compile(r"기대|전망|희망|목표|계획|요청|제안|예상"),
    not_sum=re.compile(r"순이익|영업이익|매출|교역|무역|수출액|수입액|배당|벌금|손실|시가총액|부채|채무|관세|적자|흑자"),
    definite=re.compile(r"^[\W_]*(?:이번|이|해당|동) (?P<noun>양해각서|협정|계약|차관|사업|합의|대출|자금)"),
    sides=re.compile(r"양국|양측|양 정상|두 나라|양사"), unbinding=re.compile(r"(?:법적 )?구속력(?:은|이)? ?없|구속력을 갖지 않"), binding=re.compile(r"(?:법적 )?구속력(?:이|을) (?:있|갖)"), contested=re.compile(r"부인|확인하지 않|엇갈"),
    verb_last=True,
)  # fmt: skip

GERMAN: Final = Lexicon(
    events=table({
        "stall": r"\bgestoppt\b|\bausgesetzt\b|\beingefroren\b|\bverschoben\b|\bauf Eis\b|\bstockt\b|\bverzögert\b|\bruht\b", "cancel": r"\bgekündigt\b|\bstorniert\b|\babgesagt\b|\bzurückgezogen\b|\bausgestiegen\b|\bbeendet\b|\baufgekündigt\b", "refuse": r"\babgelehnt\b|\blehnt\w* ab\b|\bverweiger\w+",
        "plan": r"\bplan(?:t|en|te)\b|\bgeplant\b|\bbeabsichtig\w+|\berwäg\w+|\bprüf(?:t|en)\b|\bverhandel\w+|\bGespräche\b|\bhoff\w+|\berwart\w+|\brechnet mit\b|\bsoll(?:en|te)?\b|\bkönnte\w*|\bwürde\w*|\bmöchte\w*|\bwill\b|\bvorgeschlagen\b|\bschlägt vor\b|\bbeantragt\b|\bin Aussicht (?:genommen)\b",
        "force": r"\bin Kraft\b", "order": r"\bbestellt(?:e|en)?\b", "sign": r"\bunterzeichne\w+|\bunterschr\w+|\babgeschlossen\b(?=[^.]{0,0})|\bgeschlossen\b|\bschloss(?:en)?\b|\bUnterzeichnung\b|\bvereinbart\b", "draw": r"\bausgezahlt\b|\bausgegeben\b|\büberwiesen\b|\bgezahlt\b|\babgerufen\b",
        "give": r"\bbereitgestellt\b|\bgewährt(?:e|en)?\b|\bspendete\w*|\bgab\b|\bfinanzierte\w*", "buy": r"\bkaufte\w*|\bgekauft\b|\berwarb\b|\berworben\b|\bübernommen\b", "invest": r"\binvestierte\w*",
        "finish": r"\beröffnet\w*|\bfertiggestellt\b|\beingeweiht\b|\bübergeben\b|\bgeliefert\b|\bin Betrieb\b", "work": r"\bbegonnen\b|\bbegann\w*|\bläuft\b|\blaufen\b|\bim Bau\b|\bim Gange\b|\bgestartet\b", "approve": r"\bgenehmig\w+|\bbewillig\w+|\bbeschlossen\b|\bratifizier\w+|\bbilligt\w*",
        "pledge": r"\bsag(?:t|te|ten|en)\b(?=[^.]*\bzu\b)|\bzugesagt\b|\bversprach\w*|\bversprochen\b|\bverpflicht\w+|\bkündigt\w* an\b|\bangekündigt\b|\bin Aussicht gestellt\b|\bstell\w+[^.]{0,60} bereit\b|\bwird [^.]{0,80}(?:bereitstellen|geben|zahlen|investieren|gewähren|liefern|kaufen|finanzieren)\b|\bstimmt\w* zu\b",
    }),
    papers=table({
        "mou": r"\b(?:Absichtserklärung|Memorandum|Memoranden)\w*|\bMoU\b", "letter": r"\bLetter of Intent\b", "notes": r"\bNotenwechsel\w*", "statement": r"\bgemeinsame\w* Erklärung\w*|\bErklärung\w*|\bAktionsplan\w*|\bFahrplan\w*",
        "guarantee": r"\w*[Gg]arantie\w*|\w*[Bb]ürgschaft\w*|\bHermes\w*", "equity": r"\bAnteile?n?\b|\bBeteiligung\w*|\bAktien\w*", "venture": r"\bGemeinschaftsunternehmen\b|\bJoint Venture\w*", "loan": r"\b\w*[Kk]redit(?:e|en|s|linie|vertrag)?\b|\b\w*[Dd]arlehen\w*|\bAnleihe\w*", "grant": r"\bZuschüsse?n?\b|\bSpende\w*|\bSchenkung\w*|\bHilfsgeld\w*",
        "fund": r"\bgemeinsame\w* Fonds\b|\bInvestitionsfonds\b", "purchase": r"\bKauf\w*|\bLieferung\w*|\bliefer\w+|\bBestellung\w*", "contract": r"\b\w*[Vv]ertr[aä]g\w*|\b\w*[Aa]uftr[aä]g\w*", "framework": r"\bRahmen(?:vertrag|abkommen|vereinbarung)\w*", "agreement": r"\b\w*[Aa]bkommen\w*|\b\w*[Vv]ereinbarung\w*|\bÜbereinkommen\b|\bPakt\b|\bEinigung\b",
        "papers": r"\bDokumente\b", "other": r"\bProgramm\w*|\bInitiative\w*|\bPartnerschaft\b", "project": r"\bProjekt\w*|\bBahn\w*|\bWerk\b|\bKraftwerk\w*|\bHafen\b|\bMetro\b|\bAusbau\b|\bBau\b",
    }),
    negation=re.compile(r"\bnicht\b|\bkein\w*\b|\bnoch nicht\b|\bohne\b|\bnie\b|\bnichts\b", re.I), hedge=re.compile(r"\bangeblich\b|\bmöglicherweise\b|\bkönnte\w*", re.I), split=re.compile(r";\s|,\s(?:während|aber|doch|wobei|die|der|das|davon|für die|sondern)\s|\saber\s"),
    cost=re.compile(r"\bKosten\b|\bkostet\w*|\bGesamtkosten\b|\bInvestitionssumme\b|\bbeläuft sich\b", re.I), hope=re.compile(r"\bhoff\w+|\berwart\w+|\bplan\w+|\bsoll\w*|\bZiel\b|\bgefordert\b|\bfordert\w*|\bmöchte\w*|\bverlang\w+", re.I),
    not_sum=re.compile(r"\bGewinn\w*|\bUmsatz\w*|\bHandelsvolumen\b|\bHandel\b|\bSchulden\b|\bVerlust\w*|\bStrafe\w*|\bBIP\b|\bExporte?\b|\bImporte?\b|\bDividende\w*|\bSteuer\w*|\bZoll\w*", re.I),
    definite=re.compile(r"^[\W_]*(?:die|der|das|dieser?|dieses)\s(?P<noun>Mittel|Abkommen|Vertrag|Kredit|Vereinbarung|Geld|Projekt)\w*", re.I), sides=re.compile(r"\bbeide(?:n|r)? (?:Seiten|Länder|Regierungen|Staaten|Minister)\b|\bdie Seiten\b", re.I),
    unbinding=re.compile(r"\b(?:rechtlich )?(?:nicht|un)(?: rechtlich)?(?:bindend|verbindlich)\b|\bnicht (?:rechtlich )?(?:bindend|verbindlich)", re.I), binding=re.compile(r"(?<!nicht )\b(?:rechtlich |rechts)(?:bindend|verbindlich)", re.I), contested=re.compile(r"\bbestreit\w+|\bdementier\w+", re.I),
)  # fmt: skip

FRENCH: Final = Lexicon(
    events=table({
        "stall": r"\bsuspend\w+|\bgel[ée]\w*\b|\breport[ée]\w*|\bbloqu[ée]\w*|\ben suspens\b", "cancel": r"\bannul\w+|\brésili\w+|\bse retir\w+|\brenonc\w+|\babandonn\w+", "refuse": r"\brefus\w+|\brejet\w+",
        "plan": r"\bprévo\w+|\benvisag\w+|\bétudi\w+|\bnégoci\w+|\bpourparlers\b|\bespèr\w+|\bespér\w+|\bdevrai\w+|\bpourrai\w+|\bdoi(?:t|vent)\b|\bsouhait\w+|\bpropos\w+|\bdemand\w+|\bcompte\b|\bvis[ea]\b|\bserai\w*",
        "force": r"\bentr\w+ en vigueur\b", "order": r"\bcommand[ée]\w*", "sign": r"\bsign(?:é|ée|és|ées|ent|ature|er|èrent|a)\b|\bconclu\w*\b|\bparaph\w+|\bparven\w+[^.]{0,30}à un accord\b", "draw": r"\bvers(?:é|ée|és|ées|ement|a)\b|\bdécaiss\w+|\bdébours\w+",
        "give": r"\baccord(?:é|ée|és)\b|\boffert\w*\b|\bfourni\w*\b|\bdonn(?:é|ée|és)\b|\bfinancé\w*|\bprêté\w*|\boctroy\w+", "buy": r"\bachet(?:é|ée|és)\b|\bacquis\w*|\bracheté\w*", "invest": r"\binvesti\b", "finish": r"\binaugur\w+|\bachev\w+|\blivr(?:é|ée|és|ées)\b|\bremis\w*\b|\bmis\w* en service\b|\bterminé\w*",
        "work": r"\ben cours\b|\bdémarr\w+|\bcommenc\w+|\ben construction\b|\blanc[ée]\w*", "approve": r"\bapprouv\w+|\bratifi\w+|\bvalid\w+|\badopt\w+", "pledge": r"\bpromis\w*\b|\bpromet\w*|\bs'engag\w+|\bannonc\w+|\bva (?:verser|accorder|financer|investir|fournir|prêter|construire|acheter)\b|\baccordera\b|\bversera\b|\bfinancera\b|\binvestira\b|\bfournira\b|\bs'est engagé\w*|\bdécid\w+|\bse sont entend\w+",
    }),
    papers=table({
        "mou": r"\bmémorandums?\b|\bprotocoles? d'(?:accord|entente)\b", "letter": r"\blettres? d'intention\b", "notes": r"\béchange de (?:lettres|notes)\b", "statement": r"\bdéclarations?\b|\bcommuniqué\b|\bfeuille de route\b|\bplan d'action\b",
        "guarantee": r"\bgaranti\w+", "equity": r"\bparticipations?\b|\bactions de\b|\bparts? (?:de|du|dans)\b|\bcapital\b", "venture": r"\bcoentreprises?\b|\bjoint-venture\b", "loan": r"\bprêts?\b|\bcrédits?\b|\bemprunts?\b|\bligne de crédit\b", "grant": r"\bdons?\b|\bsubventions?\b|\baide (?:humanitaire|alimentaire|budgétaire)\b",
        "fund": r"\bfonds (?:d'investissement|commun|conjoint)\b", "purchase": r"\bachats?\b|\bcommandes?\b|\blivraisons?\b|\bfournir\b|\bfourniture\b", "contract": r"\bcontrats?\b|\bmarchés?\b(?= de)", "framework": r"\baccords?-cadres?\b", "agreement": r"\baccords?\b|\btraités?\b|\bconventions?\b|\bententes?\b|\bpactes?\b",
        "papers": r"\bdocuments\b", "other": r"\bprogrammes?\b|\binitiatives?\b|\bpartenariats?\b", "project": r"\bprojets?\b|\busines?\b|\bligne\b|\bport\b|\baéroport\b|\bbarrage\b|\bcentrale\b|\bhôpital\b",
    }),
    negation=re.compile(r"\bne\b|\bn'|\bpas\b|\baucun\w*\b|\brien\b|\bsans\b|\bjamais\b", re.I), hedge=re.compile(r"\bselon des sources\b|\bserait\b|\bpeut-être\b", re.I), split=re.compile(r";\s|\s?:\s|,\s(?:mais|tandis que|alors que|qui|dont|où|et)\s|\smais\s"),
    cost=re.compile(r"\bcoûts?\b|\bcoûte\w*|\bmontant total du projet\b|\binvestissement total\b|\bestimé à\b", re.I), hope=re.compile(r"\bespér\w+|\bespèr\w+|\bsouhait\w+|\bvis\w+|\bobjectif\b|\bdemand\w+|\bpourrai\w+|\bprévo\w+", re.I),
    not_sum=re.compile(r"\bbénéfices?\b|\bchiffre d'affaires\b|\béchanges commerciaux\b|\bdettes? de\b|\bpertes?\b|\bamendes?\b|\bPIB\b|\bexportations?\b|\bimportations?\b|\bdividendes?\b|\bimpôts?\b", re.I),
    definite=re.compile(r"^[\W_]*(?:cet?|cette|ces|le|la|l'|les)\s?(?P<noun>accord|prêt|mémorandum|contrat|don|projet|fonds|protocole)\w*", re.I), sides=re.compile(r"\bles deux (?:pays|parties|gouvernements|ministres|chefs d'Etat)\b|\bles parties\b", re.I),
    unbinding=re.compile(r"\bnon contraignant\w*|\bpas (?:juridiquement )?contraignant\w*", re.I), binding=re.compile(r"(?<!non )\bjuridiquement contraignant\w*", re.I), contested=re.compile(r"\bdément\w+|\bcontest\w+", re.I),
)  # fmt: skip

SPANISH: Final = Lexicon(
    events=table({
        "stall": r"\bsuspend\w+|\bcongel\w+|\baplaz\w+|\bparaliz\w+|\bestancad\w+", "cancel": r"\bcancel\w+|\brescindi\w+|\bse retir\w+|\babandon\w+|\banul\w+", "refuse": r"\brechaz\w+|\bnegó\b",
        "plan": r"\bprev[ée]\w*|\bplane\w+|\bestudi\w+|\bnegoci\w+|\bconversaciones\b|\bespera\w*|\bpodrí\w+|\bdebe\w*\b|\bpropus\w+|\bpropon\w+|\bpid\w+|\bpedido\b|\binterés\b|\bconsider\w+|\bquier\w+|\bsolicit\w+",
        "force": r"\bentr\w+ en vigor\b", "order": r"\bencarg\w+", "sign": r"\bfirm\w+|\bsuscri\w+|\brubric\w+|\badjudic\w+", "draw": r"\bdesembols\w+|\bpag(?:ó|ado|aron)\b|\btransferi\w+",
        "give": r"\bentregad?\w*|\botorg(?:ó|ado|aron)\b|\bconcedi\w+|\bdon(?:ó|ado|aron)\b|\baport(?:ó|ado)\b|\bfinanci(?:ó|ado)\b|\bprest(?:ó|ado)\b", "buy": r"\bcompr(?:ó|ado|aron)\b|\badquiri\w+", "invest": r"\binvirti\w+|\binvertido\b", "finish": r"\binaugur\w+|\bterminad\w+|\bconcluid\w+|\bcompletad\w+|\bfinaliz\w+|\ben operación\b",
        "work": r"\ben marcha\b|\ben curso\b|\ben construcción\b|\bcomenz\w+|\biniciad\w+|\bempez\w+", "approve": r"\baprob\w+|\bratific\w+|\bautoriz\w+", "pledge": r"\bpromet\w+|\bcompromet\w+|\bcomprometid\w+|\banunci\w+|\bacord(?:ó|aron|ado)\b|\bdona\b|\bdonará\b|\bconcederá\b|\bfinanciará\b|\binvertirá\b|\baportará\b|\bdecidi\w+|\bofreci\w+",
    }),
    papers=table({
        "mou": r"\bmemorand(?:o|os|um)\b", "letter": r"\bcartas? de intención\b", "notes": r"\bcanje de notas\b", "statement": r"\bdeclaraci(?:ón|ones)\b|\bcomunicado conjunto\b|\bhoja de ruta\b|\bplan de acción\b",
        "guarantee": r"\bgarantía\w*|\baval\w*", "equity": r"\bparticipaci(?:ón|ones)\b|\bacciones de\b|\bcapital\b", "venture": r"\bempresas? (?:mixta|conjunta)s?\b", "loan": r"\bpréstamos?\b|\bcréditos?\b|\blínea de crédito\b", "grant": r"\bdonaci(?:ón|ones)\b|\bdona\b|\bsubvenci(?:ón|ones)\b|\bayuda (?:humanitaria|alimentaria)\b|\bno reembolsable\b",
        "fund": r"\bfondo (?:de inversión|conjunto|común)\b", "purchase": r"\bcompras?\b|\bsuministro\b|\bpedidos?\b|\bventa\b", "contract": r"\bcontratos?\b|\blicitación\b", "framework": r"\bacuerdos? marco\b", "agreement": r"\bacuerdos?\b|\btratados?\b|\bconvenios?\b|\bpactos?\b",
        "papers": r"\bdocumentos\b", "other": r"\bprogramas?\b|\biniciativas?\b", "project": r"\bproyectos?\b|\bplanta\b|\bpuerto\b|\bferrocarril\b|\bcentral\b|\bhospital\b",
    }),
    negation=re.compile(r"\bno\b|\bsin\b|\bningún\w*\b|\bnunca\b|\btampoco\b", re.I), hedge=re.compile(r"\bsegún fuentes\b|\bpodría\w*|\bsupuestamente\b", re.I), split=re.compile(r";\s|,\s(?:pero|mientras|que|aunque|y)\s|\spero\s"),
    cost=re.compile(r"\bcostes?\b|\bcostos?\b|\bcosta\w*|\binversión total\b|\bvalorad[oa]s? en\b", re.I), hope=re.compile(r"\besper\w+|\bpodrí\w+|\bobjetivo\b|\bpid\w+|\bmeta\b|\bprev\w+", re.I),
    not_sum=re.compile(r"\bbeneficios?\b|\bingresos\b|\bcomercio\b|\bdeudas? de\b|\bpérdidas?\b|\bmultas?\b|\bPIB\b|\bexportaciones\b|\bimportaciones\b|\bdividendos?\b|\bimpuestos?\b", re.I),
    definite=re.compile(r"^[\W_]*(?:est[ea]|dicho|dicha|el|la)\s(?P<noun>acuerdo|préstamo|memorando|contrato|donación|proyecto|programa|entrega|fondo)\w*", re.I), sides=re.compile(r"\b(?:ambos|los dos) (?:países|gobiernos|ministros)\b|\bambas partes\b|\blas partes\b", re.I),
    unbinding=re.compile(r"\bno (?:es )?(?:jurídicamente )?vinculante\w*", re.I), binding=re.compile(r"(?<!no )(?<!es )\bjurídicamente vinculante\w*", re.I), contested=re.compile(r"\bdesmint\w+|\bneg(?:ó|aron)\b", re.I),
)  # fmt: skip

ARABIC: Final = Lexicon(
    events=table({
        "stall": r"تعليق|علّق\w*|علقت|تجميد|جُ?مدت?|تأجيل|أجّ?ل\w*", "cancel": r"إلغاء|ألغ\w+|انسح\w+|فسخ", "refuse": r"رفض\w*", "plan": r"تعتزم|يعتزم|تخطط|يخطط|تدرس|يدرس|مفاوضات|محادثات|تتفاوض|تأمل|يأمل|تتوقع|يتوقع|اقترح\w*|طلب\w*|من المتوقع|من المقرر",
        "force": r"دخل\w* حيز", "order": r"طلبية", "sign": r"وقّ?ع\w*|توقيع|أبرم\w*|إبرام", "draw": r"صرف\w*|دفع\w*|حوّ?ل\w*|سدد\w*", "give": r"قدّ?م\w*|منح\w*|تبرع\w*", "buy": r"اشتر\w+|استحوذ\w*", "invest": r"استثمر\w*", "finish": r"افتتح\w*|اكتمل\w*|سلّ?م\w*|أنجز\w*", "work": r"بدأ\w*|جار\w*|قيد (?:التنفيذ|الإنشاء)", "approve": r"وافق\w*|أقر\w*|صادق\w*|موافقة", "pledge": r"تعهد\w*|أعلن\w*|اتفق\w*|وعد\w*|ستقدم|سيقدم|ستستثمر|سيمول|ستمول|تقديم",
    }),
    papers=table({
        "mou": r"مذكر(?:ة|ات|تي) (?:ال)?تفاهم", "letter": r"خطاب نوايا", "notes": r"تبادل (?:رسائل|مذكرات)", "statement": r"بيان(?:ا)? مشترك\w*|إعلان", "guarantee": r"ضمان\w*", "equity": r"حصة|أسهم", "venture": r"مشروع مشترك", "loan": r"قرض\w*|قروض|تمويل|ائتمان\w*", "grant": r"منحة|منح|مساعد\w+|تبرع\w*|هبة", "fund": r"صندوق\w* (?:مشترك|استثمار)\w*", "purchase": r"شراء|توريد|صفقة شراء",
        "contract": r"عقد\w*|عقود", "framework": r"اتفاق\w* إطار\w*", "agreement": r"اتفاق\w*|معاهدة|بروتوكول|صفقة", "papers": r"وثائق", "other": r"برنامج|مبادرة|خطة", "project": r"مشروع|مشاريع|محطة|ميناء|مطار|خط",
    }),
    negation=re.compile(r"\bلم\b|\bلن\b|\bلا\b|\bليس\w*|\bدون\b|\bغير\b|نفى|نفت"), hedge=re.compile(r"ربما|قد "), split=re.compile(r"؛|،\s(?:فيما|بينما|لكن|غير أن|كما)\s|\sلكن\s"), cost=re.compile(r"تكلفة|كلفة|تكاليف"), hope=re.compile(r"تأمل|يأمل|تتوقع|يتوقع|هدف|تسعى|يسعى"), not_sum=re.compile(r"أرباح|إيرادات|التبادل التجاري|ديون|خسائر|غرامة|ناتج"),
    definite=re.compile(r"^[\W_]*(?:هذا|هذه|ال)(?P<noun>اتفاق|قرض|مذكرة|عقد|مشروع)\w*"), sides=re.compile(r"الجانبان|البلدان|البلدين|الطرفان|الجانبين"), unbinding=re.compile(r"غير ملزم\w*"), binding=re.compile(r"ملزم\w* قانون\w*"), contested=re.compile(r"نفى|نفت|لم يؤكد"),
)  # fmt: skip

LEXICONS: Final[dict[str, Lexicon]] = {
    "en": ENGLISH, "ru": RUSSIAN, "ja": JAPANESE, "zh": CHINESE, "ko": KOREAN, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "ar": ARABIC,
}  # fmt: skip


def lexicon_of(language: str) -> Lexicon:
    """The words of a language; English for one that has no table, where few of its words will be found."""
    return LEXICONS.get(language, ENGLISH)
