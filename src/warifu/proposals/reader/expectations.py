"""What each side hopes for, aims at, asks or demands: a verb of wish with somebody to wish it."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless, Pattern
from warifu.proposals.proposal import Kind
from warifu.proposals.reader.sides import Side, Sides, ending, sides_of
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import SPECIFIC, Spoken, SumWords

Found = tuple[Kind, dict[str, tuple[str, int, int, str]], list[SumWords], int, int]

_WISH: Final[dict[str, Pattern]] = {
    "en": Caseless(
        r"\b(?:hop(?:e[sd]?|ing)(?=\s)|(?:expects?|expected|expecting)\b(?! (?:by|in|on|at|next|later)\b)|(?:wants?|wanted|wanting)\b|(?:wish(?:es|ed)?) (?:that|for|to(?! (?:inform|thank|congratulat|express|note|emphasi|stress|point|make clear|assure|reiterat|say|state|recall|draw|remind|extend|pay|underlin|clarif|add|apologi)))|(?:ha(?:s|ve|d) )?sounded out(?= [^.;,]{3,60}? (?:on|for|about)\b)|would rather(?= (?:have|see|be)\b)|dream(?:s|ed|t|ing)? of\b|(?:plead(?:s|ed|ing)?|pled|beg(?:s|ged|ging)?) for\b|solicit(?:s|ed|ing)?\b|petition(?:s|ed)\b|(?:angl(?:es|ed|ing)|vying|vies?|clamou?r(?:s|ed|ing)?|yearn(?:s|ed)?|crav(?:es|ed)|canvass(?:es|ed)) for\b|(?:has|have|had|set|sets) (?:its|his|her|their) (?:eyes?|sights|heart) on\b|(?:has |have |had )?(?:turn(?:s|ed)|approach(?:es|ed)|petition(?:s|ed)|tapp?(?:s|ed)) (?=[^.;,]{3,50}? for\b)(?=(?:to )?[A-Z█])|(?:submit(?:s|ted)|lodg(?:es|ed)|fil(?:es|ed)|sent|put in|ha(?:s|ve) put) (?:a|an|its|his|her|their) (?:formal |official |written |new )?(?:request|plea|appeal|application|demand) (?:for|to|that)\b|(?:asks?|asked|asking) (?:again )?(?:for|that)\b|(?:asks?|asked|asking)(?! (?:not|whether|what|how|why|about|by|in|on|last|at|if|me|you|him|who|when|where|a court)\b)(?= (?:[\w'█]+ ){1,4}?(?:to|for)\b)|requests?\b(?! (?:was|were|of|by))(?= (?:that|for|an?|the|its))|request(?:ed|ing)\b|demands?\b(?= (?:that|for|an?|the|at|[a-z]+s\b))|demand(?:ed|ing)\b"
        r"|call(?:s|ed|ing)?(?: (?:(?:again|repeatedly|also|jointly|publicly|urgently|strongly|once|more|yesterday|today|therefore|instead|only|now|upon|separately|[a-z]+ly) ){0,3}?| (?:last|this|on) [A-Za-z]+ )(?:for|on)\b|pitch(?:es|ed|ing)? for\b|(?:is|are|was|were|remains?) (?:hopeful|optimistic|confident)(?: (?:that|of|about))?|aim(?:s|ed|ing)? (?:at|to|for)\b|seek(?:s|ing)?\b|sought\b(?! after)|insist(?:s|ed|ing)? (?:on|that)\b|(?:would|['’]d) (?:like|prefer|want|welcome)\b|urg(?:e[sd]?|ing)\b|look(?:s|ed|ing)? (?:forward )?(?:to|for)\b|striv(?:es?|ing) (?:to|for)\b|(?:keen|eager|anxious) (?:to|for|on|that)\b|press(?:es|ed|ing)? for\b|push(?:es|ed|ing)? for\b|appeal(?:s|ed|ing)?(?: to [\w█ '-]{2,30}?)? for\b|push(?:es|ed|ing) (?=[\w█ '-]{2,40}? to\b)|hold(?:s|ing)? out for\b|aspir(?:es?|ed|ing) to\b|intend(?:s|ed)? to (?=(?:raise|double|triple|attract|increase|reach|cut|lift|draw)\b)|set the task of\b|ma(?:de|kes|ke) (?=[^.;,]{3,60}? (?:(?:a|the) (?:pre)?condition|conditional (?:up)?on|contingent (?:up)?on|dependent on)\b)|propos(?:es|ed|ing) that\b|counted on\b|(?:reiterat|repeat|renew|ma[dk]e|put forward|present|rais)\w* (?:its|his|her|their|a) (?:request|demand|call|plea|appeal|hope|wish) (?:for|that|to)\b|long(?:s|ed)? for\b"
        r"|(?:express(?:es|ed)?|voic(?:es|ed)|stat(?:es|ed)|convey(?:s|ed)|reiterat(?:es|ed)) (?:(?:the|a|its|his|her|their) )?(?:strong |keen |great |deep )?(?:wish|hopes?|desire|expectation|interest)(?: (?:that|to|for|in))?|(?:target|goal) (?=of █)|(?:target|goal|aim|hope|wish|condition|demand|objective|request) (?:(?:is|was) (?:for|to|that)|is|was(?= (?:█|a\b|an\b))|of|for|that)\b|set (?:itself )?(?:a|the) (?:target|goal) of|stress(?:es|ed|ing) the (?:need|importance) (?:of|for|to)\b|invit(?:es|ed|ing)\b(?=[^.;,]{3,60}? to (?:invest|take part|join|participate|build|open|bid|consider))|encourag(?:es|ed|ing)\b|lobb(?:ies|ied|ying) for\b|target(?:s|ed|ing)\b(?= (?:a|an|the|█|\d))|eye(?:s|d|ing)\b(?= (?:a|an|the|█|\d|more|new))|would welcome\b|(?:is|are|was|were) (?:counting|banking) on|(?:has |have )?appl(?:y|ies|ied) for|counts? on|pins? (?:its|his|their) hopes? on|made it a condition|plans? to (?=(?:raise|attract|double|triple|draw|lift|reach|increase|cut)\b)|as a (?:pre)?condition for|needs? (?=(?:█|a further|an? (?:extra|additional)))|press(?:es|ed|ing) (?=[A-Z█][^.;,]{2,40}? to\b))",
    ),
    "ru": Caseless(
        r"(?<![А-Яа-яё])(?:(?:цель|задача)(?: (?:сторон|стран|партн[её]ров|государств|правительств[а]?|программы|соглашения|визита|[а-яё]+ских властей)){0,2} [—–-](?=\s)|рассчитыва(?:ет|ют|ем|ю|ла|ли|ло|л|вший)|наде(?:ется|ются|емся|юсь|ялся|ялась|ялись|ялось)|ожида(?:ет|ют|ем|ю|ла|ли|ло|л)(?![А-Яа-яё])|жд(?:[её]т|ут|[её]м|ала|али|ал)(?![А-Яа-яё])|(?:вырази|высказа|подтверди)\w* (?:надежду|заинтересованность|пожелание|ожидание|желание|интерес(?= к)|намерение(?= (?:приобрести|получить|купить|привлечь|заказать|закупить|участвовать|войти|вступить|присоединиться)))|(?:переда|внес|направи|озвучи|повтори|представи|изложи|отправи)\w* (?:[а-яё]+ой )?(?:официальн\w+ )?(?:просьбу|запрос|ходатайство|пожелание|требование|обращение|заявку)|ходатайств(?:ует|уют|овал|овала|овали)|мечта(?:ет|ют)|претендова(?:л|ла|ли) на|ориентиру(?:ется|ются) на|(?:возлага(?:ет|ют) надежды|делает ставку|нацелен\w*|замахнул\w+) на|поинтересова\w+|заинтересова(?:лся|лась|лись) в|заинтересован\w* в|хо(?:чет|тят|тела|тели|тело|тел|тим)(?: бы)?(?![А-Яа-яё])|требу(?:ет|ют|ем)(?![А-Яа-яё])|потребовал\w*|прос(?:ит|ят|ила|или|ило|ил|им)(?![А-Яа-яё])|попросил\w*|запросил\w*|добива(?:ется|ются|лся|лась|лись|лось)|стрем(?:ится|ятся|имся)|(?:намерен\w*|планиру(?:ет|ют|ем)|собира(?:ется|ются)|поставлен\w*|задач\w+|цел[ьи]\w*)(?=[^.;]{1,60}?(?:довести|нарастить|увеличить|удвоить|утроить|достичь|привлечь|снизить|сократить)(?![А-Яа-яё]))|намерен\w* (?:довести|привлечь|увеличить|нарастить|получить|добиться|выйти на|удвоить|утроить)|планиру(?:ет|ют|ем) (?:довести|удвоить|утроить|увеличить|нарастить|выйти на|привлечь)|(?:обращени|просьб|запрос|заявк|требовани|пожелани)\w*(?= (?:█|[а-яё]+ой стороны|[а-яё]+ск\w+ (?:сторон|правительств)\w*)[^.;]{0,30}? (?:о|об|на)(?![А-Яа-яё]))|став(?:ит|ят|ил\w*) (?:условием|условие)|выдвинул\w* (?:требовани|услови)\w*|став(?:ит|ят) (?:себе )?(?:задачу|цель)|поставил\w* (?:задачу|цель)|обратил\w* (?:[^.;,]{2,50}? )?с (?:официальн\w+ |новой |повторной )?(?:просьбой|запросом|ходатайством|предложением(?= (?:о|об|расшир|увелич|рассмотр|созда|снизи|продл|отсроч|спис|откры|возобнов)))|направил\w* (?:запрос|просьбу)|(?:выступа(?:ет|ют)|выступил\w*|высказал\w*) за(?![А-Яа-яё])|предложил\w*(?= [^.;,]{0,40}?(?:расширить|увеличить|ускорить|рассмотреть|создать|снизить|участвовать|вложить|профинансировать|продлить|отсрочить|списать|открыть|начать|возобновить|построить|запустить|учредить|провести|обеспечить|предоставить|выделить|упростить|отменить|перейти|включить|разместить|заключить|подключить|перенести|вернуть))|предложил\w* (?:расширить|увеличить|ускорить|рассмотреть|создать|снизить|участвовать|вложить|профинансировать)|пригласил\w*(?= [^.;]{3,60} (?:к участию|инвестировать|вложить|участвовать))|подчеркнул\w* (?:необходимость|важность)|приветствовал\w* бы|хотелось бы|рассчитыва(?:ет|ют) на|настаива(?:ет|ют|ла|ли|ло|л)(?![а-яё])|настоя(?:ла|ли|ло|л)(?![а-яё])|призва(?:ла|ли|ло|л)(?![а-яё])|призыва(?:ет|ют|ла|ли|ло|л)(?![а-яё])|(?:выдвину\w+|поставил\w*|назва\w+)[^,.]{0,20} условием|условием [^,.;]{0,20} назва\w+|целью, котор\w+ называ\w+|поставил\w* целью|жела(?:ет|ют)|претенду(?:ет|ют) на|делает ставку на|высказал\w* (?:пожелание|надежду)|подтвердил\w* заинтересованность)",
    ),
    "ja": re.compile(
        r"期待(?:が(?:示|表明|寄せ|述べ)|を(?:示|表明|寄せ|にじませ|込め|述べ|かけ)|する(?!とされ)|し(?!た通り)|感|したい|がある|が高ま|が大き)|(?<!検討|協議|精査|判断|対応|活用|確認)したい(?:考え|と述べ|と表明|意向|と話|と語)|(?:呼び込み|得|進め|増やし|拡大し|つなげ|倍増させ|引き出し|取り込み)たい(?:考え|と|意向)?|求め(?:た(?!補償|賠償|もの|ところ)|ました|ている|ており|る(?!と|案|要望|要請|構え|動き)|、|てい)|(?:要請|要望|要求|申し入れ|申請|懇請|嘆願|陳情|催促|打診)(?:する|し(?!ていな|た[一-龥ァ-ヴ])|が(?:あり|あった|出|寄せ|届|[^。、]{1,12}から(?:あ|届|出|寄せ))|を(?:行|伝|示|寄せ|出|提出|繰り返)|書を)|申し入れ(?:た|て)|持ち(?:か|掛)けた|ねだ(?:る|った|って)|欲し(?:い|が)|当てにし|あてにし|待ち望|渇望|念願|悲願(?:と|だ|の)|意欲的だ|強く求|再開を(?:求|迫)|注文(?:を|し)(?=つけ|付け|た)|突き付け(?:た|て)|迫っ(?:た|て)|見込(?:む|んで)(?=[^。]{0,10}(?:と(?:述べ|語|し)|考え))|呼び込む(?:狙い|考え|方針|意向)|つなげる(?:狙い|考え|意向)|目論(?:む|んで)|もくろ(?:む|んで)|たいと先方に|目指(?:す|し)|(?:との|とする|という)目標を|目標(?:を掲げ|に掲げ|を明らか)|希望(?:する|し|を(?:表明|示|伝|述)|が示)|意欲を(?:示|見せ|表明)|(?<!尽くし)(?<!検討し)たい旨|(?<!検討し)(?<!協議し)(?<!対応し)(?<!判断し)(?<!確認し)たい(?:」)?と(?:の(?:考え|意向|意欲|発言|希望)|(?:述べ|話し|話す|語っ|語る|強調|表明|発言|応じ|説明))|必要性を(?:強調|訴え|指摘)|呼び?(?:か|掛)け(?:る|た|て|ま)|願(?:う|って|い、)|待ちたい|迫(?:る|った)|前提に|見返りに(?![^。]{0,40}(?:要求|求め))|狙(?:う|い|って)|てほしい|べきだと|の条件とし|する計画だ|(?<!検討し)(?<!協議し)たい(?:としてい|とした|方針|構え|」)|よう(?:に)?(?:求|要請|要望|促)|目標(?:は|とする|だ|に据え)|望(?:む(?!と)|んで|みをつな|ましい)|を条件(?:に|と)|視野に入れ|関心を(?:表明|示)|働きかけ(?:る|た|て)|促(?:した|している|す意向)|訴え(?:た|ている)|主張し"
    ),
    "zh": re.compile(r"希望|期待|要求|力争|呼吁|敦促|借此"), "ko": re.compile(r"기대|희망|요구|촉구|목표|요청|바란다"),
    "de": Caseless(r"\b(?:hoff\w+|erwart(?:et|en|ete|eten)|forder(?:t|n|te|ten)|verlang\w+|rechnet|wünscht\w*|bittet|bat um)\b"),
    "fr": Caseless(r"\b(?:espèr\w+|espér\w+|souhait\w+|demand(?:e|ent|é|ait)|exig\w+|attend(?:ent)?|réclam\w+|compte)\b"),
    "es": Caseless(r"\b(?:espera(?:n|ba)?|pid(?:e|en|ió)|exig(?:e|en|ió)|quier(?:e|en)|reclam\w+|solicit(?:a|an|ó)|confía(?:n)? en|aspira(?:n)? a)\b"),
    "pt": Caseless(r"\b(?:espera(?:m|va)?|ped(?:e|em|iu)|exig(?:e|em|iu)|quer(?:em|ia)?|reclama\w*|solicit(?:a|am|ou)|deseja(?:m|va)?)\b"),
    "ar": re.compile(r"تأمل|يأمل|تتوقع|يتوقع|طالب\w*"),
}  # fmt: skip
_CONDITION: Final = Caseless(r"\b(?:provided that|should (?=█))|при условии|только после|condition que|nur wenn|à condition")  # fmt: skip
_DENIED: Final = Caseless(
    r"\b(?:not|no|never|nobody|don['’]t|doesn['’]t|didn['’]t|cannot)\s(?:\w+\s)?$|(?<![А-Яа-яё])не\s$"
)
_PASSIVE: Final = Caseless(r"\b(?:is|are|was|were|be|been|being|as|than|'s)\s(?:not |now |also |still |widely |generally |long |\w+ly )*$")  # fmt: skip
_OBLIGED: Final = Caseless(
    r"\b(?:oblig\w+|requir\w+|allow\w*|entitl\w+|memorand\w+|agreements?|law|right|mandate|[Mm]ay I|[Ll]et me)\b(?: [\w'’-]+){0,8}? (?:to )?$"
)
_UNSAID: Final = re.compile(
    r"(?<![A-Za-z] for)(?<! on)(?<! to)\s*[,.;:)](?! (?:что|чтобы|в том|о том|на то)\b)(?!\s(?:too|however|in (?:return|turn)|for (?:its|his|her) part|above all|among)\b)"
)
"""Duties laid down by a paper are no wish; a verb with nothing behind it says no goal."""
_TIME_ONLY: Final = re.compile(
    r"(?:(?:for|by|in|on|at|since|until|before|after|from|during)\s)?(?:(?:more than|over|about|nearly|almost|some|the end of|early|late|mid-?)\s?)*(?:an?|the|this|last|next|\d+|two|three|four|five|six|ten|several|many)?\s?(?:decades?|years?|months?|weeks?|days?|spring|summer|autumn|winter|[A-Z][a-z]+ \d{4}|January|February|March|April|May|June|July|August|September|October|November|December|\d{4})"
    r"|(?:(?:в|с|до|к|на|от|через|не раньше|уже|лишь|по|со|во|еще|ещё|только|конц[ауе]|начал[аоу]|середин[ауые]|сих пор|сей день|недел\w+|месяц\w*|лет|год\w*|полгода|десятилети\w+|прошл\w+|нынешн\w+|этой|этого|этом|следующ\w+|будущ\w+|ближайш\w+|первом|втором|третьем|четвертом|полугоди\w+|квартал\w*|осенью|весной|летом|зимой|осени|весны|лета|зимы|январ\w+|феврал\w+|март\w*|апрел\w+|ма[яе]|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+|завтра|понедельник\w*|вторник\w*|сред[уы]|четверг\w*|пятниц\w+|\d+(?:-(?:го|м|й|х))?)(?:\s|$))+"
)
_RESULTS: Final = Caseless(
    r"(?:an?|its|the|their)?\s?(?:(?:full-year|annual|net|operating|pre-tax|core|gross|quarterly|group|higher|lower|record) )*(?:sales|profits?|revenues?|earnings|margins?|income|turnover|ebit\w*|(?:operating |labou?r )?costs|results?|inflation|growth|rates?|shares|the pattern)\b"
)
"""What a firm or an economist forecasts is no wish between states."""
_JA_ANOTHER: Final = re.compile(r"(?:し|求め|示し)た?$")
"""A Japanese verb of wish that only describes the noun behind it ("… が求めた補償")."""
_RU_RATES: Final = Caseless(r"рубл\w* за |курс\w*|ключев\w+ ставк\w+|инфляци\w+|прибыл\w+|выручк\w+")
_JA_AIMED: Final = re.compile(r"目指|目標|(?:との|とする|という)目標")
"""What a firm's works aim at is its plan; with a sum it is a goal of the two sides."""
_VAGUE: Final = Caseless(
    r"(?:to )?(?:(?:do |have |see |get )?(?:more|it|this|that|them|the next|the rest|the same|both|all)(?: of (?:it|them|that|this))?|something\b.*)"
)
_LONG_AGO: Final = re.compile(r"\bwhen\b.{0,60}\b(?:in|of) \d{4}$")
"""Goals that name nothing, and those of years ago."""
_FORECAST: Final = Caseless(r"expect|look")
_INSISTED: Final = Caseless(r"insist\w* that")
_STATED: Final = Caseless(r"\b(?:is|are|was|were|has|had|have|did|does|would|will)\b")
_WILLED: Final = Caseless(r"\b(?:be|should|must|ought|shall|has to|have to|needs?)\b")
"""Who insists that something "is" so states a fact; who insists that it "be" or "must be" so demands it."""
_RU_AWAITS: Final = Caseless(r"жд[её]т|ждут|ожида(?:ет|ют)")
_RU_AWAITED: Final = Caseless(
    r"\s(?:\w+\s)?(?:подпис|ратифик|утвержд|одобрен|саммит|решени|согласован|экспертиз|виз[ыу]|очеред|покупател|сво[ей]|заключени|разрешени|завершени|ввод|приговор|отмашк|денег|финансировани)"
)
_ADVERBS_BEFORE: Final = Caseless(r"(?:hoped|expected|wanted|asked|requested|demanded|urged|sought|aimed)\b")
_PAST: Final = Caseless(
    r"\bhad\s(?:\w+\s)?$|\bwhat (?:it|he|she|they|we) (?:\w+ )?$|(?<!said )(?<!says )(?<!told )(?<!added )(?<!noted )(?<!reporters )(?<!stated )(?<!announced )\b(?:that|which) (?!he\b|she\b|it\b|they\b|we\b)[\w█]+ $",
)
"""A wish told as over, or as a part of a name for something else, is no expectation of today."""
_ASKED: Final = Caseless(r"asked|requested|sought")
"""What had been asked for is still told as what that side asks."""
_NESTED: Final = {"ja": 12}
"""How far behind one verb of wish the next must stand where the verbs come last and pile up."""
_NOUN: Final = re.compile(r"request|plea|appeal|demand|wish|calls? |asked for by|sought by|hope|expect|reckon")
_REQUEST: Final = re.compile(
    r"\b(?:[Rr]equests?|[Pp]leas?|[Aa]ppeals?|[Dd]emands?|[Ww]ish(?:es)?|[Cc]alls?|[Aa]pplications?)\b(?P<by> (?:from|by|of|made by) (?:the )?)?"
)
_OWNER_GAP: Final = r"(?: (?:side|government|authorities|ministry|president|minister))?(?:['’]s?|(?<=[a-z])) (?:(?:own|new|earlier|formal|latest|first|repeated|long-standing) )*"
_REQUEST_FOR: Final = re.compile(
    r"(?: (?:side|government|authorities|ministry|delegation))?(?: (?:to|on|made to) (?!be\b|have\b|[a-z]+ (?:for|the|a)\b)(?:the )?[^.;,]{3,50}?)? (?:for|that|to (?=[a-z]))\s?"
)
_REQUEST_STOP: Final = re.compile(
    r"[,;.]\s|[.]$|\s(?:was|were|is|are|has|have|had|will|could|cannot|can|stands?|remains?|met|went|would(?= not))\b"
)
_REQUEST_DENIED: Final = Caseless(r"\b(?:at|upon|on|no|without|following|for) (?:the |a |an |such |any |formal )*$")
_ASKED_BY: Final = re.compile(
    r",? (?:(?:that|which) (?:was|were|had been) )?(?:asked for|requested|sought|demanded|wished for|hoped for) by (?:the )?(?=[A-Z])"
)
_AFTERTHOUGHT: Final = re.compile(r"(?<=\s)(?:hopes?|hoped|reckons?|expects?|expected)(?=[,.;]|$)(?<!and hopes)")
"""Wishes told by a noun, by a passive, or behind what is wished for."""
_AIM: Final = Caseless(r"(?:target|goal|aim)\b|задач|цел[ьи]|目標")
"""A figure aimed at is an expectation even where nobody is said to aim at it."""
_MET: Final = Caseless(r"\b(?:met|reached|achieved|fulfilled|missed)\b|достигнут|выполнен|達成され|達成し")
_JOINT: Final = re.compile(
    r",?\sand (?:to|that|for|would|will)\s|,?\sи (?=(?:[а-яё]+\s){0,2}?[а-яё]+(?:ит|ет|ёт|ят|ют|ть)(?![а-яё]))"
)
_OWNED: Final = re.compile(
    r"(?:\b(?:its|their|his|her|this|these|existing|earlier)|['’]s)\s(?:about |some |roughly )?$"
)
"""A sum that is told of a thing which stands already ("its $2.9 billion programme") is not what is hoped for, if another is."""
_FIGURE: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|half)\b|(?<![а-яё])(?:два|две|три|четыре|пять|шесть|семь|восемь|девять|десять)(?![а-яё])|[一二三四五六七八九十]つ"
)
_LEAD: Final = Caseless(r"\s*(?:that|to|for|at(?! least)|on|на то, что|,? ?что|,? ?чтобы|в том, что|daß|dass|que|na|em|de que)(?=\s)")  # fmt: skip
_STOP: Final = re.compile(
    r"[;!?]|(?<=[,.])[\"”»]|\.\s*$|\s[—–-]\s|,\s(?:(?:\w+\s){0,3}(?:said|says|told|added)|according to|he|she|they|it|but|and (?:has|have|is|are|was|were|said|that|will)|although|though|while|which|who|where|as|because|some|а|но|сказал\w*|отметил\w*|заявил\w*|сообщил\w*|добавил\w*|котор\w+|однако)\b|\s(?:but|because|although|while|and (?:insist\w*|demand\w*|request\w*|ask\w*|hope\w*|expect\w*|want\w*))\b|,?\sи\s(?:настаива|требу|проси|наде|рассчит)"
)


def read(story: Story) -> list[Found]:
    """Every wish whose side the text names, with the words that hold its goal; none in a text with no paper of a deal."""
    pattern = _WISH.get(story.language)
    if pattern is None or not story.countries or not _about_deals(story):
        return []
    sides = sides_of(story)
    found: list[Found] = []
    for number, spoken in enumerate(story.spoken):
        if spoken.sentence.row:
            continue
        last: Side | None = None
        end = -1
        for match in pattern.finditer(spoken.bare):
            if (end >= 0 and match.start() < end + _NESTED.get(story.language, 0)) or _denied(
                spoken.sentence.text, match
            ):
                continue
            side = sides.before(number, match.end() if "から" in match[0] else match.start(), last)
            if side is None and story.language not in {"en", "ja"}:
                side = _first(sides, spoken, match.start())
            spans = _goals(spoken.sentence.text, match, story.language)
            if side is None and _AIM.match(match[0]):
                side = Side("", match[0], 0, 0, False)
            if side is None:
                continue
            for span in spans:
                told = _told(story, spoken, match, side, "expectation", span)
                if (
                    told is None
                    or (_AIM.search(match[0]) and _MET.search(told[1]["goal"][0]))
                    or not (side.country or told[2] or _stands_for_many(story, side))
                ):
                    continue
                last, end = side, max(match.end(), end, told[1]["goal"][2] - spoken.sentence.start)
                found.append(told)
        if end < 0:
            found += _requested(story, sides, number, spoken)
        condition = _CONDITION.search(spoken.bare) if end < 0 else None
        if condition is not None:
            side = _first(sides, spoken, len(spoken.bare))
            span = _goals(spoken.sentence.text, condition, story.language)[0]
            told = (
                _told(story, spoken, condition, side, "condition", span) if side is not None and side.country else None
            )
            if told is not None:
                found.append(told)
    return found


def _requested(story: Story, sides: Sides, number: int, spoken: Spoken) -> list[Found]:
    """Wishes told by a noun or a passive: "Lusaka's request for …", "a request from Chisinau for …", "… asked for by Kigali"."""
    text = spoken.sentence.text
    if story.language != "en" or _NOUN.search(text) is None:
        return []
    known = [one for one in sides.mentions[number] if one.country or one.sort == "body"]
    found: list[Found] = []
    for match in _REQUEST.finditer(text):
        if _REQUEST_DENIED.search(text[: match.start()]):
            continue
        owner = next((one for one in known if re.fullmatch(_OWNER_GAP, text[one.end : match.start()]) and one.end <= match.start()), None)  # fmt: skip
        lead = _REQUEST_FOR.match(text, match.end())
        if owner is None and match["by"]:
            owner = next((one for one in known if one.start == match.end()), None)
            lead = _REQUEST_FOR.match(text, owner.end) if owner is not None else None
        if owner is None or lead is None:
            continue
        stop = _REQUEST_STOP.search(text, lead.end())
        span = lead.end(), stop.start() if stop is not None else len(text)
        told = _told(story, spoken, match, sides.side(spoken, owner), "expectation", span)
        if told is not None:
            found.append(told)
    for match in _ASKED_BY.finditer(text):
        owner = next((one for one in known if one.start == match.end()), None)
        start = max(text.rfind(mark, 0, match.start()) for mark in ",;:") + 1
        if owner is not None:
            told = _told(story, spoken, match, sides.side(spoken, owner), "expectation", (start, match.start()))
            found += [told] if told is not None else []
    for match in _AFTERTHOUGHT.finditer(text):
        side = None if ending(_PASSIVE, text, match.start()) else sides.before(number, match.start())
        comma = text.rfind(",", 0, match.start())
        if side is not None and comma > 0:
            told = _told(story, spoken, match, side, "expectation", (0, comma))
            found += [told] if told is not None and (side.country or told[2]) else []
    return found


def _stands_for_many(story: Story, side: Side) -> bool:
    """Whether a side of no country is a body of many states or both sides together, and no stray person."""
    for spoken in story.spoken:
        for one in spoken.mentions:
            if spoken.sentence.start + one.start == side.start and one.text == side.text:
                return one.sort == "body" and one.type != "unknown"
    return side.named


def _about_deals(story: Story) -> bool:
    return any(hit.name in SPECIFIC for spoken in story.spoken for clause in spoken.clauses for hit in clause.papers)  # fmt: skip


def _denied(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 80) : match.start()]
    if _DENIED.search(before) or _OBLIGED.search(before) or _UNSAID.match(text, match.end()):
        return True
    if _RU_AWAITS.match(match[0]) and _RU_AWAITED.match(text, match.end()):
        return True
    if _ADVERBS_BEFORE.match(match[0]) is None:
        return re.search(r"\bwhat (?:it|he|she|they|we)\s$", before) is not None
    past = _PAST.search(before) is not None and not (_ASKED.match(match[0]) and before.rstrip().endswith("had"))
    return _PASSIVE.search(before) is not None or past


def _first(sides: Sides, spoken: Spoken, at: int) -> Side | None:
    """The first state, government or person of a sentence: its subject where the language has no rules of its own."""
    pool = [one for one in spoken.mentions if one.start < at and one.sort != "place"]
    sided = (sides.side(spoken, one) for one in pool)
    return next((one for one in sided if one.country), None)


def _told(
    story: Story, spoken: Spoken, match: re.Match[str], side: Side, said: str, span: tuple[int, int]
) -> Found | None:
    text, base = spoken.sentence.text, spoken.sentence.start
    goal_start, goal_end = span
    goal = text[goal_start:goal_end].strip(' ,、-—–"“”«»「」')
    if len(goal) < (2 if story.language in {"ja", "zh", "ko"} else 4) or _TIME_ONLY.fullmatch(goal):
        return None
    if _JA_ANOTHER.search(text, match.start(), match.end() + 1) and goal.endswith("が"):
        return None
    if _RU_AWAITS.match(match[0]) and _RU_RATES.search(goal):
        return None
    if _JA_AIMED.match(match[0]) and not any(goal_start <= one.start < goal_end for one in spoken.amounts):
        return None
    if _VAGUE.fullmatch(goal) or (_ASKED.match(match[0]) and _LONG_AGO.search(goal)):
        return None
    if _FORECAST.match(match[0]) and _RESULTS.match(goal):
        return None
    if _INSISTED.match(match[0]) and _STATED.search(goal) and _WILLED.search(goal) is None:
        return None
    goal_start = text.index(goal, goal_start)
    goal_end = goal_start + len(goal)
    fields = {
        "goal": (goal, base + goal_start, base + goal_end, "expectation:wish"),
        "said": (said, base + match.start(), base + match.end(), "expectation:wish"),
    }
    if side.country:
        fields["side"] = (side.country, side.start, side.end, "expectation:side")
    if side.named:
        fields["speaker"] = (side.text, side.start, side.end, "expectation:speaker")
    sums = [
        SumWords(one, "hoped", base + one.start, base + one.end, one.rule)
        for one in spoken.amounts if (not one.per or not side.named) and goal_start <= one.start < goal_end
    ]  # fmt: skip
    aimed = [one for one in sums if not _OWNED.search(text, goal_start, one.start - base)]
    sums = aimed or sums
    return Kind.EXPECTATION, fields, sums, spoken.sentence.start, spoken.sentence.end


def _goals(text: str, match: re.Match[str], language: str) -> list[tuple[int, int]]:
    """Where the goal stands, after the verb or, in Japanese and Korean, before it; two where each has a figure of its own."""
    if language in {"ja", "ko"}:
        begin = match.start()
        cuts = [hit.end() for hit in re.finditer(r"[、，]|,(?!\d)|(?:は|から)(?=[^、,，]{4})|」", text[:begin])]
        fits = [cut for cut in cuts if begin - cut >= 4] or [0]
        spans = [(fits[-1], begin)]
        if len(fits) > 1 and re.search(r"[しりきびみいけせげべえて][、,，]$", text[: fits[-1]]):
            spans.insert(0, (fits[-2], fits[-1] - 1))
    else:
        lead = _LEAD.match(text, match.end())
        start = lead.end() if lead is not None else match.end()
        stop = _STOP.search(text, start)
        end = stop.start() if stop is not None else len(text)
        spans = [(start, end)]
        joint = _JOINT.search(text, start, end)
        if joint is not None:
            spans = [(start, joint.start()), (joint.end(), end)]
    if len(spans) > 1 and not all(_FIGURE.search(text, *span) for span in spans):
        return [spans[-1]] if language in {"ja", "ko"} else [(spans[0][0], spans[-1][1])]
    return spans
