"""Who is put in charge: words of charge with a person, an office or a body as their subject, object or agent."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from warifu.documents.caseless import Caseless, Pattern
from warifu.proposals.proposal import Kind
from warifu.proposals.reader.expectations import Found
from warifu.proposals.reader.mentions import Mention
from warifu.proposals.reader.sides import Sides, ending, sides_of
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import SPECIFIC, Spoken

# fmt: off
_SURE_VERB: Final = r"(?:oversees?|supervises?|co-?ordinates?|monitors?|administers?|watch(?:es)? over|looks? after|follows? up|follow(?:s)? through|tracks?|steers?|mediates?|spearheads?|shepherds?|takes? charge of|takes? over responsibility for|answers? for)"
_WEAK_VERB: Final = r"(?:manages?|runs?|leads?|heads?|chairs?|handles?|see(?:s)? (?:to|through)|carr(?:y|ies) out|check(?:s)?|report(?:s)? on|serves? as|acts? as)"
_ENGLISH: Final[tuple[tuple[str, Caseless], ...]] = (
    ("before", Caseless(rf"\b(?:(?:will|shall|is to|are to|would|must|is going to) (?:also |now |continue to |jointly )?)?{_SURE_VERB}(?=[\s.,;])")),
    ("before", Caseless(rf"\b(?:will|shall|is to|are to|would|must|is going to) (?:also |now |continue to |jointly )?{_WEAK_VERB}(?=\s)")),
    ("before", Caseless(r"\b(?:manages|runs|handles) (?=(?:the|this) (?:fund|programme|program|project|scheme|credit line|facility|file|portfolio|partnership)\b|█)|\bheads (?=(?:a|the) (?:[\w-]+ ){1,2}?(?:part|side|section|half|delegation) (?:of|to|in|on) )|\bheads (?=(?:a|the) (?:\w+ )?(?:committee|commission|team|office|unit|working group|task force|secretariat|delegation for)\b)|\bchairs (?=(?:the|a) (?:\w+ )?(?:committee|commission|council|board|working group)\b)")),
    ("before", Caseless(r"\b(?:(?:has|have|had|is|are|was|were|been|being|remains?|made|put|stays?) )*(?:in charge of|responsible for|accountable for|answerable for)\b|\b(?:act as|serve as|be|is|as|becomes?) (?:the |a )?(?:(?:nodal|focal|co-?ordinat\w+|lead|implementing) (?:officer|point|agency|ministry|person|body)|point (?:man|woman|person)|special (?:envoy|representative))\b")),
    ("before", Caseless(r"\b(?:been|is|are|was|were|be) (?:also |now |since |again )?(?:tasked|charged|entrusted|instructed|assigned|mandated|(?:asked|told|ordered)(?= to)|told by [^,.;]{3,40}|appointed|named|designated|directed|empowered|put in charge|placed in charge)(?: by [^,.;]{3,40})?(?= (?:with|to|of|as|for|the|special|envoy|co-?ordinator)\b)")),
    ("after", Caseless(r"\b(?:tasked|charged|entrusted|instructed|assigned|directed|designated|appointed|named|put|placed|made|instructs|tasks|appoints|names)(?= )(?! (?:with|to|by|as|in|on|for|of|at|up|out|down|off|forward|back|into|after)\b)")),
    ("agent", Caseless(r"\b(?:overseen|supervised|co-?ordinated|monitored|administered|managed|steered|handled|mediated|followed up|looked after|chaired|headed|led|run)(?: jointly)? by\b")),
    ("after", Caseless(r"\b(?:ministry|office|agency|body|department|minister|official|authority|contact point|unit) (?:responsible|in charge)(?: for [^:.;]{3,60})?:|\bresponsible (?:for [^:.;]{3,60}|ministry|body|agency|official|minister|unit):|\bfollow-up:|\bresponsibility for [^.;]{3,60}? (?:lies|rests) with\b|\b(?:led|headed|co-?ordinated) on the [^.;,]{3,30} (?:side|part) by\b|\b(?:task|responsibility|co-?ordination|supervision|oversight|job|management|file|follow-up|implementation|delivery|execution|enforcement)\b[^.;]{0,60}? (?:falls|goes|rests|lies|remains|(?:is|was|has been|will be) (?:left|entrusted|assigned|delegated|handed|given)) (?:to|with)\b")),
    ("agent", Caseless(r"\bunder the (?:supervision|oversight|leadership|direction|guidance|co-?ordination|responsibility|chairmanship|authority) of\b")),
    ("after", Caseless(r"\b(?:asked|told|ordered|instructed|directed|charged|tasked|mandated|commissioned|requested)(?= (?:the|its|his|her|their|our|[A-Z])[^.;:]{3,70}? (?:to (?:see|prepare|draft|draw|bring|submit|oversee|finali[sz]e|work|lead|follow|complete|implement|report|negotiate|conclude|supervise|co-?ordinate|monitor|present|manage|handle|settle|convene|take charge|carry|look)\b|with\b))(?! (?:with|to|by|as|in|on|for|of|at|from)\b)")),
    ("before", Caseless(r"\b(?:will|shall|is to|are to) (?:conduct|lead|handle|continue|carry on|take over) (?:the )?(?:negotiations?|talks|dialogue|consultations)\b|\b(?:will be|is|becomes|serves as|acts as) (?:the |a )?(?:main |sole |single |first |national )?(?:contact|contact point|go-between|interlocutor|chief negotiator|executing agency|implementing agency|lead agency|focal point|depositary)\b(?= for| of|[,.])|\b(?:holds?|has|keeps?|will (?:hold|have|keep|provide)|provides?) (?:the )?(?:secretariat|supervision|oversight|co-?ordination|chair|chairmanship|presidency)\b(?= of|[,.]| for|$)")),
    ("agent", Caseless(r"\b(?:is|are) to be (?:carried out|implemented|executed|administered|managed|supervised|prepared|drawn up|drafted|negotiated) by\b(?= the (?:[A-Z][a-z]+ )*(?:Ministry|Agency|Authority|Department|Commission|Committee|Secretariat|Office|Council|Board|Secretary|Minister|task force|working group))")),
    ("after", Caseless(r"\b(?:entrusted|assigned|delegated) to(?= (?:the|its|their|[A-Z]))|\b[Ee]xecuting (?:agency|body|organi[sz]ation)[.:]|\b(?:[Aa]ccountable|[Ll]ead (?:agency|ministry|body)|[Ff]ocal point|[Cc]ontact point|[Cc]o-?ordinator|[Ss]upervisor):|\b(?:secretariat|supervision|presidency|chairmanship|co-?ordination) (?:of which )?(?:is|will be) provided by\b")),
    ("after", Caseless(r"\b[Hh]ead of (?:the |this )?[\w -]{0,40}?(?:committee|commission|group|force|council|secretariat)\b[^.;:]{0,20}? (?:is|will be)\b")),
    ("before", Caseless(r"\b(?:is|will be|becomes?) (?:the )?(?:head|chair(?:man|woman|person)?|leader|co-?ordinator) of (?=(?:the|this) [\w -]{0,40}?(?:committee|commission|group|force|council|secretariat)\b)")),
    ("agent", Caseless(r"\bministerial post for [^,.;]{3,60},? (?:is |was )?held by\b|\b(?:post|portfolio|office) of [^,.;]{3,60}, held by\b")),
    ("before", Caseless(r"\b(?:has|have|had|bears?|takes?|assumes?) (?:overall |full |primary |lead )?(?:responsibility|charge) (?:for|of)\b|\b(?:was|were|been|is|be) (?:given|handed) (?:the )?(?:new )?(?:post|job|task|portfolio|role|mandate) of\b")),
    ("agent", Caseless(r"\b(?:is|are|remains?|will be) (?:the|a) responsibility of\b")),
    ("after", Caseless(r"\b(?:handed|gave|entrusted|assigned|delegated|left) (?:the |its |this |that )?(?:\w+ )?(?:file|task|job|talks|work|portfolio|post|matter|follow-up|negotiations|oversight|supervision) to\b")),
    ("before", Caseless(r", (?:the )?(?:special |presidential )?(?:envoy|representative|co-?ordinator|commissioner|negotiator) (?:for|on)\b|, [Mm]inister for (?=(?:economic )?co-?operation)")),
)
_CHARGE: Final = Caseless("|".join(pattern.pattern for _, pattern in _ENGLISH))
_RELATIVE_MADE: Final = Caseless(r",? (?:who|whom) [^,.;]{3,50}? (?:has |have |had )?(?:(?:made|named|appointed|put)\b(?= (?:his|her|its|the|with|in charge|special|as))|(?:tasked|entrusted)\b(?= (?:with|to)))")
_NEEDS: Final = Caseless(r"^(?:[^.;]{0,120}?)\b(?:in charge of|responsible for|(?:tasked|entrusted|charged)? ?with|as|to|(?:special |presidential )?(?:envoy|representative|co-?ordinator))\b")
_MOD: Final = r"(?:[A-Z][\w'’-]+|deputy|vice|prime|foreign|finance|trade|energy|economy|transport|defen[cs]e|railways?|interior|agriculture|health|development|planning|first|special|state|assistant|presidential|joint|senior|permanent|commerce|industry|infrastructure|high)"
_TAIL: Final = r"(?:\s(?:to|for|of)(?:\sthe)?\s[A-Z][\w'’-]+(?:,?\s(?!and (?:the )?(?:[A-Z][\w'’-]+ ){0,3}(?:Minister|Secretary|Premier|President|Ambassador|Director|Envoy|Commissioner|Governor)\b)(?:(?:and|of|the|for)\s)*[A-Z][\w'’-]+)*)*"
_OFFICE_EN: Final = re.compile(rf"(?:{_MOD}\s(?:and\s)?)*(?:[Mm]inisters?|[Ss]ecretar(?:y|ies)|[Rr]epresentatives?|[Ee]nvoys?|[Pp]remiers?|[Pp]resident|[Dd]irectors?(?:[- ][Gg]eneral)?|[Cc]hair(?:man|woman|person)|[Cc]ommissioners?|[Cc]oordinator|[Aa]mbassadors?|[Gg]overnors?|[Aa]ssistant|[Aa]dvisers?|[Cc]ounsellor|[Oo]fficer|[Cc]hief)\b(?:\s\([A-Z][a-z]+\))?{_TAIL}")
_BODY_EN: Final = re.compile(r"(?:[A-Z][\w'’–-]+(?:,? (?:of|for|and|the|on|in|to))* ){0,12}(?:Office|Unit|Division|Department|Agency|Fund|Administration|Committee|Council|Secretariat|Ministry|Commission|Board|Authority|Bank|Directorate|Centre|Center|Society|Bureau|Service|Cell|Taskforce)\b(?: \d+)?(?:(?:,? (?:of|for|and|the|on|in)){1,2} [A-Z][\w'’–-]+(?:,? [A-Z][\w'’–-]+)*)*|(?:steering committee|working group|joint (?:commission|committee)|task force|secretariat|co-?ordination committee|central bank|(?:finance|trade|foreign|energy|economy|transport|planning|defen[cs]e) ministry)")
_TITLES: Final = re.compile(r"\b(?:Ministers?|Envoy|Secretary|President|Premier|Ambassador|Commissioner|Director|Representative|Chairman|Speaker|Office|Council|Agency|Ministry|Committee|Assistant|Society|Bank|Fund)\b|担当相|担当大臣|特別代表")
_RANKS: Final = re.compile(r"\b(?:Ministers?|Premier|President|Secretary|Ambassador|Envoy|Commissioner|Governor)\b")
_AND_WILL: Final = re.compile(r"\band\s$")
_NAMELESS: Final = re.compile(r",\s(?:the|an?) (?:authority|body|agency|official|officials|ministry|source|person|people)\s$")
"""Somebody in charge whom the sentence does not name."""
_STYLE: Final = re.compile(r"\s*(?:(?:Shri|Smt|Mr|Ms|Mrs|Dr|Hon|Sir|Gen)\.?\s)?")
_LIGHT: Final = re.compile(r"^[\s:,–-]*(?:(?:the|its|his|her|a|an|their|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Shri|Hon\.?|former|then|current|new|[a-z][a-z-]+|[A-Z][a-z]+['’]s),?\s+){0,4}$")
_SUBJECT: Final = re.compile(r"^[)»\"”]?(?:\s\([^)]{1,30}\))?(?:['’]s [\w -]{3,40})?(?:\s(?:at|in|of|for) [^,;.:]{3,45}?)?(?:,[^;:]{1,110}?(?=,| who\b| which\b|$))?(?:,?\s(?:who|which)\b)?,?\s*(?:(?:has|have|had|is|are|was|were|been|also|now|will|currently|again|meanwhile|once appointed|jointly|that is to say)\b,?\s*)*$")
_TOGETHER_WITH: Final = re.compile(r"^(?:\s(?:on|for) the [\w -]{3,30}?(?:side|part))?,?\s+and\s+(?:the\s+|by\s+)?$")

_RUSSIAN: Final = Caseless(r"(?<![А-Яа-яё])(?:курир(?:ует|уют|овать|ует\w*|овани\w+)|куратор\w*|координир(?:ует|уют|овать)|(?<!-)координатор\w*|координаци\w+ [^.;]{0,60}?(?:возложен\w*|осуществля\w+|поручен\w*|займ[её]тся)|ответственн\w+ (?:за|исполнител\w+|орган\w*|ведомств\w+)|возложен[аоы]? на|назначен\w* (?:специальн\w+ |ответственн\w+ |руководител\w+ |спецпредставител\w+|представител\w+|куратор\w*|координатор\w*)|возглав(?:ит|ят|ляет|ляют|ил|ила)|контрол(?:ирует|ировать)(?! (?:\d|банк|компани|пакет|дол[юи]|акци|рынок|территори|остров|порт))|контроль (?:за|над) (?:исполнени|реализаци|выполнени|ходом|расходовани|соблюдени|проект|работ|строительств|ним|ними|этим)\w*|отвеча(?:ет|ют) за|(?<![А-Яа-яё])за [^.;]{3,60}? отвеча(?:ет|ют)|отвечать за|поручен[аоы]?|поручил[аи]?|следит за|следить за|займ[её]тся (?:координаци|контрол|реализаци)\w+|(?:реализаци|координаци|контрол|подготовк|сопровождени|исполнени|выполнени)\w+ [^.;]{0,50}?(?:займ[её]тся|займутся)|под руководством|специальн\w+ представител\w+|спецпредставител\w+|министр\w* (?:особый )?по (?=(?:экономическ|торгов\w+-экономическ|делам|вопросам|двусторонн)\w* ?(?:сотрудничеств|взаимодействи|связ|отношени|интеграц|с\b|[А-ЯЁа-яё]+))|мониторинг [^.;]{0,50}?(?:осуществля\w+|поручен|возложен)\w*|выступа(?:ет|ют) координатор\w+|ответственность за [^.;]{0,60}?(?:нес[её]т|несут|возложен\w*)|во главе (?:рабоч|комисс|комитет|совет)\w+|уполномоч(?:ен[аоы]?|ил[аи]?)(?![А-Яа-яё])|(?:исполнителем|координатором|ответственн\w+|оператором|куратором|руководителем|распорядителем)(?: [^.;,]{0,40}?)? (?:выступ(?:ает|ают|ит|ят)|назнач(?:ен[аоы]?|или|ил|ила)|определен[аоы]?|является|являются|стан(?:ет|ут)|стал[аио]?|будет|утвержд[её]н\w*)|распоряжа(?:ется|ются)|(?:заниматься|заведовать|заведует|ведает|ведают|руководит|руководят|руководить|управлять) (?!компани|банк)(?=[^.;]{3,60})(?=(?:[а-яё]+(?:им|ой|ом|ем|ей|ью|ами|ями)\s){0,3}[^.;]{0,40}(?:будет|будут|поручен|станет|[А-ЯЁ«]))|(?:доверен[аоы]?|вверен[аоы]?|передан\w* (?:в ведение|под управление|на исполнение))|координирующ\w+ орган\w*|(?:будет|будут) вести(?= (?:переговоры|диалог|работу|дело|проект))|переговоры [^.;]{0,40}(?:будет|будут) вести|(?:со)?председател\w+ [^.;]{0,40}?(?:стал[аио]?|станет|назначен\w*|избран\w*)(?![А-Яа-яё])|(?:надзор|координаци|контрол|мониторинг)\w* [^.;]{0,60}?осуществля\w+|кураторств\w+|вед[её]т переговоры от имени)")
_RU_RANK: Final = r"(?:министр\w*|премьер\w*|(?:спец)?представител\w+|президент\w*|директор\w*|секретар\w+|посол|посла|послу|помощник\w*|советник\w*|губернатор\w*|руководител\w+|начальник\w*|глав(?:[аыуе]|ам)(?= ))"
_OFFICE_RU: Final = Caseless(rf"(?:(?:заместител\w+|зам|перв\w+|вице-|государственн\w+|специальн\w+|генеральн\w+)[ -]?)*{_RU_RANK}(?:(?:, | и | )(?!заместител|министр|директор|первы)(?-i:[а-яё-]+(?:ого|его|ому|ему|ой|ей|ых|их|ым|им|ам|ям|ия|ий|ии|ов|ев|ва|ти|ю|и|у|да|ы|ля|ом|ем|ью|ства)|по|развития|Президента|Правительства|Российск\w+|Федерации|Республики|РФ|США|КНР|МИД|[А-ЯЁ][а-яё]+(?:ии|стана|ины|ции))(?![А-Яа-яё])){{0,10}}")
_NAMED_RU: Final = re.compile(r"(?:\s(?:в|при|на) [А-ЯЁ][а-яё]+)?\s(?P<name>(?!Президент|Правительств|Министр|Российск|Республик|Федерац|Совет|Кабинет)[А-ЯЁ][а-яё]+(?:[- ](?!Федерац)[А-ЯЁ][а-яё]+){1,2})")
_BODY_RU: Final = re.compile(r"(?<=поручен[оаы]\s)«[^»]{3,60}»|(?<=поручено\s)«[^»]{3,60}»|(?<=поручен\s)«[^»]{3,60}»|(?<=предприятие\s)«[^»]{3,60}»|(?<=поручили\s)«[^»]{3,60}»|[А-ЯЁ][а-яё]+ (?:палат|служб|комисси|дирекци|агентств|комитет)\w+(?: [А-ЯЁ][а-яё]+)?|(?<![А-Яа-яё])[Пп]равительству(?: [А-ЯЁ][а-яё]+)?(?![а-яё])")
_GIVEN_RU: Final = Caseless(r"поруч|возлож|назнач|довер|ввер|исполнител|координатором|оператором|куратором|руководителем|распоряжа|уполномочи")
_JAPANESE: Final = re.compile(r"兼務|統括|所管(?!の[^、。]{0,12}(?:予算|経費|事業費|資金))|責任者|議長を務め|取りまとめ|(?:を|が|は)(?:引き続き)?担当(?:する|し|しま)|(?:機能|役割|責任|事務局|調整|窓口)[^、。]{0,40}?担(?:う|い|って)|任命|監督(?:する|し|を)|主導(?:する|し)|調整役|座長|窓口(?:は|を|と)|事務局(?:は|を|機能)|指揮を|指示し|所掌|(?:実施|執行|管理|運営)(?:は|を)[^、。]{2,24}(?:省|庁|機構|公社|当局)が(?:担|行|所管)|起用|司令塔|責任を負|総括(?:する|し)|主管|陣頭指揮|共同議長")
_OFFICE_JA: Final = re.compile(r"[一-龥ァ-ヴー・]{2,30}(?:担当相|担当大臣|大臣|特別代表|長官|次官|局長|代表|総裁|首相|大使|特使|審議官|相(?=が|は|の|を|に))")
_TITLE_JA: Final = re.compile(r"[一-龥ァ-ヴー・との]{2,32}担当[一-龥ァ-ヴー]{0,12}?(?:大臣|相|特別代表|特使|補佐官|顧問)|[一-龥ァ-ヴー・]{2,20}(?:特別代表|特使)(?!団)")
_MINISTRY_JA: Final = r"(?:内閣総理|経済産業|経済再生|経済発展|外務|財務|国土交通|農林水産|農業|経産|国交|農水|防衛|国防|エネルギー|産業|貿易|運輸|交通|環境|復興|デジタル|総務|法務|投資|商務|通商|文部科学|厚生労働|天然資源|東方経済)+"
_PERSON_JA: Final = re.compile(rf"(?<![一-龥ァ-ヴー])(?:{_MINISTRY_JA}(?:省|庁)の)?(?P<name>(?!大統領|首相|総理|副首相|前|同|元|国土|農林|厚生|文部|海事|航空|鉄道|港湾|道路|観光|通商|貿易|経済|金融|国際|産業|資源|総合|欧州|中東|北米|領事|条約|電力|技術|地球|製造|農産|畜産|水産|林野|関税|主計|主税|理財|通信|港湾|都市|住宅|総務|人事|企画|財政|予算|保険|健康|医政|環境|統計|開発|投資|協力|政策)[一-龥]{{2,5}}?|[ァ-ヴー・]{{3,14}}?)(?:(?:第[一二三1-3１-３]|筆頭)?副?(?:首相|大統領)(?:補佐官|特別代表|府長官)?|(?:商務|財務|国務|国防|司法|運輸|エネルギー)長官|(?:通商|貿易)代表|・?元?{_MINISTRY_JA}(?:副?大臣|副?相|次官|審議官|局長|省\S{{0,6}}(?:局長|審議官))|副?外相|外務次官|(?:内閣)?官房(?:副)?長官|財務官|事務次官|補佐官|特別代表|顧問|特使|駐\S{{1,6}}大使|大使|知事|市長|総裁|頭取|社長|会長|理事長|局長|審議官|氏)")
_ROLE_JA: Final = re.compile(r"(?:責任者|座長|共同議長|議長|調整役|窓口|事務局|司令塔|監理|所管|担当)[^。]{0,30}?(?:務め|担|行う|行い|行っ|となる|となっ|当た|就い|就任|置|指名|任命)|(?:責任者|座長|議長|機関長|代表|総裁|事務局長|理事長|委員長|会長|トップ|調整役|特使|大使)に(?:は)?[^。、]{2,30}?[がを](?:就|就任|起用|充て|選|任命|指名|据え|推)")
_MARKED_JA: Final = re.compile(r"[^、。はがを]{0,14}?(?:\([^)]*\)|（[^）]*）)?側?(?:は|が)")
_NAMES_JA: Final = re.compile("[のである、(（]{1,5}")
_OBJECT_JA: Final = re.compile(r"[一-龥ァ-ヴー]{0,14}(?:を[^。]{0,40}?(?:に任命|に指名|に起用|に充て)|に(?:対し)?[^。]{0,40}?(?:指示|担わせ|委ね|任せ|命じ))")
_OFFICES: Final[dict[str, Pattern]] = {"ru": _OFFICE_RU, "ja": _OFFICE_JA}
_OTHERS: Final[dict[str, Pattern]] = {
    "zh": re.compile(r"负责|牵头|任命|主管|协调工作"), "ko": re.compile(r"총괄|담당|임명|책임자|주관"), "de": Caseless(r"\bzuständig\b|\bkoordinier\w+|\bverantwortlich\b|\bleitet\b|\bbeauftragt\w*"),
    "fr": Caseless(r"\bchargée? de\b|\bresponsable de\b|\bcoordonn\w+|\bpilot\w+|\bnommée?\b"), "es": Caseless(r"\bencargad[oa] de\b|\bresponsable de\b|\bcoordin\w+|\bsupervis\w+|\bnombrad[oa]\b"), "pt": Caseless(r"\bencarregad[oa] de\b|\bresponsável por\b|\bcoorden\w+|\bsupervision\w+|\bnomead[oa]\b"), "ar": re.compile(r"مسؤول|تنسيق|يشرف|تشرف|عيّن|كلف"),
}
_OBJECT_OF: Final = re.compile(r"\b(?:that|which)\s(?:[\w'’.-]+\s){0,3}$|\blast (?:that|which)?\s(?:[\w'’.-]+\s){0,3}$")
_FUNDS: Final = re.compile(r"\b(?:fund|programme|program|scheme|facility|window|Fund|Facility|Initiative)\b[^.;]{0,20}$")
_GUESTS: Final = re.compile(r"\b(?:delegation|consortium|syndicate|group|banks|team of|mission)\b[^.;,]{0,12}$")
_ORDERED: Final = Caseless(r"asked|told|ordered|instructed|directed|charged|tasked|mandated|commissioned|requested")
_FIRMS_WORK: Final = Caseless(r"(?:(?:will|shall|is to|are to|would|must|is going to) (?:also |now |continue to |jointly )?(?:run|manage|handle|carry out)|manages|runs|handles|managed by|run by|handled by)\b")
"""What a firm does under a contract as well as whoever is put in charge."""
_BEING: Final = re.compile(r"[\s,]+(?:(?:is|are|was|were|be|been|being|will|to|jointly)\s+)*$")
_HE: Final = Caseless(r"\b(he|she|it)\s+(?:has |had |is |was |been |also |now |will )*$")
_DENIED: Final = Caseless(r"\b(?:not|nobody|no one|never)\s(?:\w+\s)?$|(?<![А-Яа-яё])не\s$")
_ENDS: Final = re.compile(r"[,;。、]|\.(?=\s|$)|\s(?:and (?:has|is|will|said)|who|which|said)\b")
# fmt: on


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who could be in charge: a person, an office or a body, at characters `start:end` of the sentence."""

    sort: str
    text: str
    start: int
    end: int


def read(story: Story) -> list[Found]:
    """One mandate a person, office or body that a sentence puts in charge; none in a text with no paper of a deal."""
    if not story.countries or not any(hit.name in SPECIFIC for spoken in story.spoken for clause in spoken.clauses for hit in clause.papers):  # fmt: skip
        return []
    sides = sides_of(story)
    found: list[Found] = []
    seen: set[str] = set()
    for number, spoken in enumerate(story.spoken):
        if spoken.sentence.row:
            continue
        for chosen, charge in _charged(story, sides, number, spoken):
            key = chosen.text.split()[-1]
            if key in seen:
                continue
            seen.add(key)
            found.append(_told(story, sides, spoken, chosen, charge))
    return found


def _charged(story: Story, sides: Sides, number: int, spoken: Spoken) -> list[tuple[_Holder, tuple[int, int]]]:
    if story.language == "en":
        return _english(sides, number, spoken)
    if story.language == "ja":
        return _japanese(spoken)
    pattern = _RUSSIAN if story.language == "ru" else _OTHERS.get(story.language)
    if pattern is None:
        return []
    text = spoken.sentence.text
    found: list[tuple[_Holder, tuple[int, int]]] = []
    for match in pattern.finditer(text if story.language == "ru" else spoken.bare):
        chosen = _nearest(story.language, spoken, match)
        if chosen is None or ending(_DENIED, text, match.start()) or any(chosen == one for one, _ in found):
            continue
        stop = _ENDS.search(text, match.end())
        charge = (match.start(), stop.start() if stop is not None else len(text))
        found.append((chosen, charge))
        if story.language == "ru":
            found += [(one, charge) for one in _joined(text, chosen, _holders("ru", spoken))]
    return found


def _english(sides: Sides, number: int, spoken: Spoken) -> list[tuple[_Holder, tuple[int, int]]]:
    text, bare = spoken.sentence.text, spoken.bare
    made = _RELATIVE_MADE.search(bare)
    if made is None and _CHARGE.search(bare) is None:
        return []
    holders = _holders("en", spoken)
    if made is not None:
        whom = [one for one in holders if one.end == made.start() and one.sort == "person"]
        if whom:
            return [(whom[0], _object(text, made.end()))]
    for where, pattern in _ENGLISH:
        for match in pattern.finditer(bare):
            if ending(_DENIED, text, match.start()):
                continue
            charge = _object(text, match.end())
            if where == "before":
                chosen = _subject(text, match.start(), holders) or _pronoun(sides, number, text, match.start())
            else:
                if (
                    where == "after"
                    and not match[0].endswith((":", ".", "with", "by", " is", " be", " to"))
                    and not _ORDERED.match(match[0])
                    and not _NEEDS.match(text[match.end() :])
                ):
                    continue
                chosen = _following(text, match.end(), holders)
                if where == "agent":
                    charge = _passive(text, match.start())
                    if ending(_GUESTS, text, match.start()):
                        continue
            if charge[1] - charge[0] < 4:
                charge = match.span()
            if chosen is not None and chosen.sort == "body" and _FIRMS_WORK.match(match[0]) and not _TITLES.search(chosen.text):  # fmt: skip
                continue
            if chosen is None or ending(_OBJECT_OF, text, max(0, chosen.start)):
                continue
            if (
                where == "agent"
                and re.match(r"led|headed|chaired|run|managed", match[0], re.I)
                and (chosen.sort == "body") != (ending(_FUNDS, text, match.start()) is not None)
            ):
                continue
            return [(one, charge) for one in (chosen, *_joined(text, chosen, holders))]
    return []


def _holders(language: str, spoken: Spoken) -> list[_Holder]:
    """Everyone whom a sentence names, longest first where names overlap, in order."""
    text = spoken.sentence.text
    offices = _OFFICES.get(language, _OFFICE_EN)
    if language == "ja":
        found = [_Holder("person", match["name"], match.start("name"), match.end("name")) for match in _PERSON_JA.finditer(text)]  # fmt: skip
    else:
        found = [named for one in spoken.mentions if one.sort == "person" and (named := _person(text, one, offices))]
    others = [
        _Holder("office", match[0].rstrip(" ,"), match.start(), match.start() + len(match[0].rstrip(" ,")))
        for match in offices.finditer(text)
        if match[0] not in {"Ministers", "ministers"}
    ]
    if (
        language == "en"
    ):  # a name before an office is none of its words, and the capitalised end of an office's name is no person
        heads = {one.start: one for one in found if " " in one.text}
        others = [
            _Holder("office", one.text[name.end - one.start + 1 :], name.end + 1, one.end)
            if (name := heads.get(one.start)) is not None and name.end < one.end
            else one
            for one in others
        ]
        found = [one for one in found if not any(office.start <= one.start < office.end for office in others)]
    if language == "en":
        others += [
            _Holder("body", match[0], match.start(), match.end())
            for match in _BODY_EN.finditer(text)
            if not _RANKS.search(match[0])
        ]
    others += [
        _Holder("body", one.text, one.start, one.end)
        for one in spoken.mentions
        if one.sort == "body" and (language == "en" or one.type == "state body" or one.work != "firm")
    ]
    if language == "ru":
        for office in others[: len(others)]:
            behind = _NAMED_RU.match(text, office.end) if office.sort == "office" else None
            if behind is not None and all(
                one.start >= behind.end() or behind.start("name") >= one.end for one in found
            ):
                found.append(_Holder("person", behind["name"], behind.start("name"), behind.end("name")))
        others += [_Holder("body", match[0], match.start(), match.end()) for match in _BODY_RU.finditer(text)]
    for one in sorted(others, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or one.start >= other.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _person(text: str, one: Mention, offices: Pattern) -> _Holder | None:
    """A person without the office that a mention may hold before the name; none if there is nothing but an office."""
    lead = offices.match(text, one.start, one.end)
    start = lead.end() if lead is not None and lead.end() < one.end else one.start
    start = _STYLE.match(text, start).end()  # type: ignore[union-attr]
    name = text[start : one.end]
    return None if not name or _TITLES.search(name) else _Holder("person", name, start, one.end)


def _subject(text: str, at: int, holders: list[_Holder]) -> _Holder | None:
    """Whoever stands as the subject before character `at`: a person before the office that stands beside the name."""
    if ending(_NAMELESS, text, at):
        return None
    if holders and holders[0].start <= 4 and ending(_AND_WILL, text, at):
        first = _following(text, 0, holders) or holders[0]
        if first.sort != "body":
            return first
    ahead = [one for one in holders if one.end <= at and _SUBJECT.match(text[one.end : at])]
    persons = [one for one in ahead if one.sort == "person"]
    offices = [one for one in ahead if one.sort == "office"]
    chosen = persons or offices or ahead
    return chosen[-1] if chosen else None


def _pronoun(sides: Sides, number: int, text: str, at: int) -> _Holder | None:
    """Whom a "he" or "it" of the sentence stands for: offsets stay the sentence's, so that one named before it is negative."""
    word = ending(_HE, text, at)
    if word is None:
        return None
    wanted = "body" if word[1].lower() == "it" else "person"
    spoken = sides.story.spoken
    for back in range(number, max(-1, number - 6), -1):
        base = spoken[back].sentence.start - spoken[number].sentence.start
        for one in spoken[back].mentions:
            if (
                one.sort == wanted
                and (back < number or one.end <= at)
                and (wanted == "person" or one.type == "state body")
            ):
                return _Holder(wanted, one.text, base + one.start, base + one.end)
    return None


def _following(text: str, at: int, holders: list[_Holder]) -> _Holder | None:
    """Whoever follows character `at` as the object or agent; an office gives way to the person it introduces."""
    behind = [one for one in holders if one.start >= at]
    first = next((one for one in behind if _LIGHT.match(text[at : one.start])), None)
    if first is None or first.sort != "office":
        return first
    person = next((one for one in behind if one.sort == "person" and re.fullmatch(r",?\s(?:Mr\.?\s|Ms\.?\s|Dr\.?\s)?", text[first.end : one.start])), None)  # fmt: skip
    return person or first


def _joined(text: str, chosen: _Holder, holders: list[_Holder]) -> list[_Holder]:
    """Whoever is put in charge together with the chosen one: "… and Deputy Minister …"."""
    for one in holders:
        gap = text[chosen.end : one.start] if one.start >= chosen.end else ""
        if gap and (_TOGETHER_WITH.match(gap) or re.fullmatch(r"\s+и\s+", gap)) and one.sort in {chosen.sort, "office"}:
            named = next(
                (other for other in holders if other.sort == "person" and other.start - one.end in {1, 2}), one
            )
            return [named]
    return []


def _object(text: str, at: int) -> tuple[int, int]:
    """What one is in charge of: the words after the verb, up to the end of the clause."""
    lead = re.compile(r"\s*(?:(?:with|to|of|for|as)\s)?").match(text, at)
    start = lead.end() if lead is not None else at
    stop = _ENDS.search(text, start)
    return start, stop.start() if stop is not None else len(text)


def _passive(text: str, at: int) -> tuple[int, int]:
    """What is overseen by somebody: the words before the verb, from the start of the clause."""
    passive = ending(_BEING, text, at)
    head = text[: passive.start() if passive is not None else at]
    start = max(head.rfind(mark) + 1 for mark in ".;:,")
    while start < len(head) and head[start] == " ":
        start += 1
    return start, len(head)


def _nearest(language: str, spoken: Spoken, match: re.Match[str]) -> _Holder | None:
    """The person nearest to the words of charge, else the office, else the body."""
    holders = _holders(language, spoken)
    if language == "ru" and _GIVEN_RU.match(match[0]):
        behind = [one for one in holders if match.end() <= one.start <= match.end() + 60]
        beside = [
            one for one in holders if one.end <= match.start() <= one.end + 2 and re.match("поручен", match[0], re.I)
        ]
        holders = beside or behind or (holders if match[0].lower().startswith("назнач") else [])
    for sort in ("person", "office", "body"):
        pool = [one for one in holders if one.sort == sort and not (one.start <= match.start() < one.end and sort == "office" and language == "ru" and re.match("поруч|контрол|возлож", match[0]))]  # fmt: skip
        if pool:
            return min(pool, key=lambda one: (min(abs(one.start - match.end()), abs(match.start() - one.end)), one.start))  # fmt: skip
    return None


def _beside_title(text: str, person: _Holder, title: re.Match[str]) -> bool:
    """Whether a name stands right before a title, perhaps with another title between, or right behind it."""
    if title.start() <= person.start < title.end():
        return True
    if person.end <= title.start():
        return re.fullmatch(r"[一-龥ァ-ヴー]{0,14}[兼(（]?", text[person.end : title.start()]) is not None
    return _NAMES_JA.fullmatch(text[title.end() : person.start]) is not None


def _japanese(spoken: Spoken) -> list[tuple[_Holder, tuple[int, int]]]:
    """Those whose title names a charge ("…担当大臣"), and the marked subject of a verb of charge."""
    text = spoken.sentence.text
    holders = _holders("ja", spoken)
    verb = _JAPANESE.search(text)
    role = _ROLE_JA.search(text)
    verb = role if role is not None and (verb is None or role.end() > verb.end()) else verb
    told = [one for one in holders if one.sort == "person" and _OBJECT_JA.match(text, one.end)]
    marked = [one for one in holders if verb is not None and one.end <= verb.end() and _MARKED_JA.match(text, one.end)]
    chosen_ones = told or [one for one in marked if one.sort == "person"] or marked
    subject = chosen_ones[-1] if chosen_ones else None
    if told and verb is None:
        verb = _OBJECT_JA.match(text, told[-1].end)
    found: list[tuple[_Holder, tuple[int, int]]] = []
    for title in _TITLE_JA.finditer(text):
        end = title.end()
        office = title[0].rsplit("兼", 1)[-1]
        start = end - len(office)
        near = [one for one in holders if one.sort == "person" and _beside_title(text, one, title)]
        if not near and subject is not None and subject.sort == "person":
            near = [subject]
        chosen = near[0] if near else _Holder("office", office, start, end)
        found.append((chosen, (start, end)))
    if verb is None or subject is None or found or ending(_DENIED, text, verb.start()):
        return found
    begin = max(text.rfind(mark, 0, verb.start()) for mark in "はが、") + 1
    stop = _ENDS.search(text, verb.end())
    return [(subject, (begin, stop.start() if stop is not None else len(text)))]


def _told(story: Story, sides: Sides, spoken: Spoken, chosen: _Holder, charge: tuple[int, int]) -> Found:
    text, base = spoken.sentence.text, spoken.sentence.start
    fields = {chosen.sort: (chosen.text, base + chosen.start, base + chosen.end, f"mandate:{chosen.sort}")}
    if chosen.sort == "person":
        titled = _TITLE_JA.fullmatch(text, *charge) is not None
        office = _Holder("office", text[slice(*charge)], *charge) if titled else _office_beside(story.language, spoken, chosen)  # fmt: skip
        if titled and "担当" in text[slice(*charge)]:
            charge = charge[0], text.index("担当", charge[0])
        if office is not None:
            fields["office"] = (office.text, base + office.start, base + office.end, "mandate:office")
    country = _country(sides, spoken, chosen)
    if country is not None:
        fields["country"] = country
    fields["charge"] = (text[charge[0] : charge[1]], base + charge[0], base + charge[1], "mandate:charge")
    return Kind.MANDATE, fields, [], spoken.sentence.start, spoken.sentence.end


def _office_beside(language: str, spoken: Spoken, person: _Holder) -> _Holder | None:
    offices = [one for one in _holders(language, spoken) if one.sort == "office"]
    near = [one for one in offices if min(abs(one.start - person.end), abs(person.start - one.end)) <= 40]
    return min(near, key=lambda one: (min(abs(one.start - person.end), abs(person.start - one.end)), one.start), default=None)  # fmt: skip


def _country(sides: Sides, spoken: Spoken, chosen: _Holder) -> tuple[str, int, int, str] | None:
    """The country of whoever is in charge, with the words that tell it."""
    base = spoken.sentence.start
    if sides.story.language == "ja" and chosen.sort == "person":
        code = sides.other if re.match("[ァ-ヴ]", chosen.text) else sides.home
        return (code, base + chosen.start, base + chosen.end, "mandate:name") if code else None
    for one in spoken.mentions:
        if one.start < chosen.end and chosen.start < one.end:
            code = sides.side(spoken, one).country
            if code:
                return code, base + one.start, base + one.end, "mandate:country"
    around = [
        one for one in spoken.mentions if one.country and (chosen.sort != "office" or 0 <= chosen.start - one.end <= 4)
    ]
    if around:
        near = min(around, key=lambda one: (abs(one.start - chosen.start), one.start))
        return near.country, base + near.start, base + near.end, "mandate:country"
    if sides.home and chosen.sort != "body":
        return sides.home, base + chosen.start, base + chosen.end, "mandate:home"
    return None
