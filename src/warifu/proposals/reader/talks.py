"""Movement in political talks that a text sets beside the money: the issue, and how it moved, from -2 to 2."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless, Pattern, quick
from warifu.proposals.proposal import Kind
from warifu.proposals.reader.areas import area_of
from warifu.proposals.reader.expectations import Found
from warifu.proposals.reader.sides import ending
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.words import Spoken

# fmt: off
ISSUES: Final[tuple[tuple[str, bool, str, Pattern], ...]] = (
    ("joint economic activity", True, "joint economic|совместн|共同経済", Caseless(r"joint economic activit\w+(?: on (?:the )?[\w -]{0,20}(?:islands|isles|Kurils?|territories))?|совместн\w+ (?:хозяйственн|экономическ)\w+ деятельност\w+(?: на [\w ]{0,12}(?:Курил\w*|остров\w*))?|(?:北方領土|北方四島|四島)?(?:で|における)?の?共同経済活動")),
    ("peace treaty", True, "peace treaty|мирн|平和条約|和平条约|평화조약|friedensvertrag", Caseless(r"peace treaty|мирн\w+ (?:договор|трактат)\w*|平和条約|和平条约|평화조약|Friedensvertrag")),
    ("sovereignty over the islands", True, "sovereignty|isles|islands|territor|kuril|остров|территор|курил|帰属|領有|主権|北方|島の問題|領土|领土", Caseless(r"sovereignty(?! over (?:its|their|air|data)| and territorial)|(?:disputed|contested) (?:isles|islands)|(?<=over the )(?:isles|islands)|(?<=return of the )(?:isles|islands)|\b(?:isles|islands)\b(?! of)(?=[^.;]{0,40}\b(?:question|issue|query|dispute|talks|row|claim|moved?|movement|progress))|territorial (?:issue|dispute|question|talks|row)s?|Northern Territories|Kurils?|островн\w+ (?:вопрос|спор)\w*|(?:вопрос|проблем|принадлежност|спор|судьб)\w* [^.;]{0,14}остров\w*|остров\w*(?= [^.;]{0,40}(?:вопрос|спор|там же|сдвину|движени|остал|прогресс))|территориальн\w+ (?:вопрос|спор|переговор)\w*|Курил\w*|帰属|領有権|主権(?:問題|を(?:めぐ|巡))|北方領土|北方四島|島の問題|領土(?:問題|交渉)|领土")),
    ("denuclearisation", True, "denuclear|денуклеар|非核化|비핵화", Caseless(r"denucleari[sz]ation|денуклеаризац\w+|非核化|비핵화")),
    ("inter-Korean dialogue", True, "inter-korean|межкорей|南北|남북", Caseless(r"inter-Korean(?: (?:dialogue|relations|talks|track))?|межкорейск\w+|南北(?:関係|対話)|남북")),
    ("defence treaty", True, "defence |defense |security |防衛条約|安全保障条約|оборон", Caseless(r"defen[cs]e (?:treaty|pact)|security (?:treaty|pact|agreement)|防衛条約|安全保障条約|договор\w* о (?:взаимной )?обороне")),
    ("nuclear programme", True, "nuclear |jcpoa|ядерн|核|핵", Caseless(r"nuclear (?:deal|talks|programme|file|issue)\b|JCPOA|ядерн\w+ (?:сделк|программ|досье)\w*|核合意|核問題|イラン(?:の)?核開発|核开发|핵 (?:협상|문제)")),
    ("Taiwan", False, "taiwan|тайван|台湾|대만", Caseless(r"Taiwan (?:issue|question|strait|crisis)|(?:on|over|about|around|across) (?:the )?Taiwan\b|(?:вопрос|проблем|ситуаци)\w* (?:о |по |вокруг )?Тайван\w+|Тайваньск\w+ (?:вопрос|пролив|проблем)\w*|台湾(?:情勢|問題|海峡|有事)|대만 (?:문제|해협)")),
    ("maritime boundary", True, "maritime |disputed |sea |морск|海洋境界|領海問題", Caseless(r"maritime (?:boundary|border|dispute)|(?:disputed|sea) (?:triangle|waters)|морск\w+ границ\w*|海洋境界|領海問題")),
    ("border", True, "border|границ|погранич|делимит|демарк|国境|边界", Caseless(r"border (?:talks|dispute|demarcation|closure|question)|(?:re-?open|clos)\w* (?:of )?(?:[\w-]+ ){0,4}?border (?:posts?|crossings?)|(?:treaty|agreement) on (?:the|their) (?:common |state |shared )?border|(?:reopen\w*|clos\w+) (?:of )?(?:the |their )?borders?|пограничн\w+ (?:спор|вопрос)\w*|делимитац\w+|демаркац\w+|вопрос\w* о (?:[а-яё]+ )?границ\w*|国境(?:画定|問題|検問)|边界")),
    ("truce", True, "truce|ceasefire|cease-fire|armistice|перемири|прекращени|停戦|休戦|停火|휴전", Caseless(r"\btruce|cease-?fire|armistice|перемири\w+|прекращени\w+ огня|停戦|休戦|停火|휴전")),
    ("peace talks", True, "peace |мирн|和平|和谈|평화", Caseless(r"peace (?:talks|process|negotiations|deal|plan|agreement)|мирн\w+ (?:переговор|процесс|план|соглашени)\w*|和平交渉|和平プロセス|和谈|평화 협상")),
    ("war in Ukraine", False, "ukraine|minsk|украин|минск|ミンスク|ウクライナ|乌克兰", Caseless(r"(?:war|conflict|situation|crisis|settlement) in (?:and around )?Ukraine|Ukraine (?:war|conflict|crisis|settlement)|(?:войн|конфликт|ситуаци|кризис)\w* (?:на|в|вокруг) Украин\w+|украинск\w+ (?:конфликт|кризис|урегулировани)\w*|Minsk (?:agreements?|accords?|process)|Минск\w+ (?:соглашени|процесс)\w*|ミンスク合意|ウクライナ(?:侵攻|侵略|情勢|戦争)|乌克兰(?:危机|问题)")),
    ("abductions", True, "abduct|похищен|拉致", Caseless(r"abduct(?:ion|ee)s?\b|похищенн\w+ японц\w+|拉致")),
    ("diplomatic relations", True, "diplomatic |ties|relations|ambassador|diplomat|дипломат|国交|外交関係|建交|외교|수교", Caseless(r"diplomatic (?:ties|relations)|(?:cut(?:s|ting)?|sever\w*|br(?:eak|oke|oken)|restor\w+|downgrad\w+) (?:off )?(?:its |all |their )?(?:ties|relations)\b(?= with|[.,;]| in| after)|(?:ambassadors?|diplomats?) (?:was|were|has been|have been) (?:expelled|recalled)|(?:expel\w*|recall\w*) (?:its|his|her|the|two|three|\w+) (?:ambassadors?|diplomats?)|дипломатическ\w+ отношени\w+|(?<!中)国交(?!通|省|相)|外交関係|建交|외교 관계|수교")),
    ("normalisation talks", True, "normali|нормализ|正常化|정상화", Caseless(r"normali[sz](?:ation|ing|e)\b(?: (?:talks|process))?|нормализац\w+|関係正常化|关系正常化|관계 정상화")),
    ("embassies", False, "embass|consulate|посольств|大使館", Caseless(r"\bembass(?:y|ies)\b(?= (?:to|re|closed|staff|accounts)|['’])|each other['’]s embassies|consulates?|посольств\w+(?= (?:откр|закр|возобнов))|大使館の(?:再開|閉鎖|開設)")),
    ("direct flights", False, "direct flight|рейс|直行便", Caseless(r"direct flights?|прям\w+ (?:авиа)?рейс\w*|直行便")),
    ("sanctions", False, "sanctions|санкци|制裁|제재", Caseless(r"(?:eas|lift|remov|reliev|waiv|align|evasion|circumvent)\w*[^.;,]{0,30}\bsanctions\b|\bsanctions (?:relief|evasion|waiver)|(?:снят|смягч|обход|отмен)\w+ [^.;,]{0,20}санкци\w+|(?:вопрос|тем)\w* (?:о |об отмене )?санкци\w+|制裁(?:の|を)?(?:解除|緩和|回避)|제재 (?:해제|완화)")),
    ("prisoners", True, "prisoner|hostage|detained|captive|обмен|пленн|узник|заложник|捕虜|人質|拘束", Caseless(r"prisoner (?:swap|exchange)|exchang\w+ (?:of )?prisoners|prisoners (?:were|of war)|(?:return|release|exchange|swap|repatriation) of (?:the |all |some )?(?:\w+ )?(?:prisoners|captives|detainees|hostages)|hostages?\b|detained (?:citizen|national)s?|(?:обмен|возвращени|освобождени)\w* (?:[а-яё]+ )?(?:пленн|заключ[её]нн|узник|задержанн)\w+|заложник\w+|捕虜|人質|拘束された")),
    ("withdrawal of troops", True, "withdrawal|pull-out|вывод|撤退|撤収", Caseless(r"(?:withdrawal|pull-?out|departure) of (?:the |some |all |\d+ )?(?:[\w-]+ ){0,3}(?:troops|forces|soldiers|peacekeepers|garrison)|вывод\w* (?:[а-яё]+ )?(?:войск|военн|миротворц|контингент)\w*|(?:部隊|駐留軍|軍|兵)の?(?:撤退|撤収)")),
    ("missiles", True, "missile|ракет|ミサイル", Caseless(r"missile (?:launch|test|programme|threat)\w*|ракетн\w+ (?:пуск|испытани|программ|угроз)\w*|пуск\w* ракет\w*|ミサイル(?:問題|発射|の脅威)")),
    ("Nagorno-Karabakh", False, "karabakh|lachin|карабах|лачин|カラバフ|ラチン", Caseless(r"Karabakh|Lachin|Карабах\w*|Лачин\w*|カラバフ|ラチン")),
    ("Kosovo", False, "kosovo|косов|コソボ", Caseless(r"\bKosovo\b|Косов\w+|コソボ")),
    ("Cyprus", False, "cyprus|кипр|キプロス", Caseless(r"Cyprus (?:issue|question|talks|problem|settlement)|reunification of Cyprus|кипрск\w+ (?:вопрос|урегулирован)\w*|キプロス問題")),
    ("South China Sea", False, "south china sea|west philippine|южно-китай|南シナ海|南海", Caseless(r"South China Sea|West Philippine Sea|Южно-Китайск\w+ мор\w+|南シナ海|南海")),
    ("Senkaku islands", True, "senkaku|diaoyu|сэнкаку|尖閣|钓鱼岛", re.compile(r"Senkaku|Diaoyu|Сэнкаку|尖閣|钓鱼岛")),
    ("Kashmir", False, "kashmir|кашмир|カシミール", Caseless(r"Kashmir|Кашмир\w*|カシミール")),
    ("Western Sahara", False, "western sahara|западн|西サハラ|sahara occ", Caseless(r"Western Sahara|Западн\w+ Сахар\w+|西サハラ|Sahara occidental")),
    ("Gaza", False, "gaza|газа|ガザ|加沙|가자", Caseless(r"\bGaza\b|сектор\w* Газа|ガザ|加沙|가자")),
    ("Palestinian state", True, "two-state|palestin|палестин|パレスチナ|二国家", Caseless(r"two-state|Palestinian (?:state|question|issue)|палестинск\w+ (?:государств|вопрос)\w*|パレスチナ(?:国家|問題)|二国家")),
    ("Yemen", False, "yemen|йемен|イエメン", Caseless(r"\bYemen\b|Йемен\w*|イエメン")),
    ("Syria", False, "syria|сирии|シリア", Caseless(r"\b(?:on|over|about|in) Syria\b|по Сирии|в Сирии|сирийск\w+ (?:вопрос|урегулировани|кризис)\w*|シリア情勢")),
    ("Libya", False, "libya|ливии|リビア", Caseless(r"\b(?:on|over|about) Libya\b|по Ливии|リビア情勢")),
    ("Afghanistan", False, "afghanistan|афганистан|アフガニスタン", Caseless(r"(?:situation in|on|about) Afghanistan\b|Афганистан\w*|アフガニスタン情勢")),
    ("Myanmar", False, "myanmar|мьянм|ミャンマー", Caseless(r"situation in Myanmar|ミャンマー情勢|ситуаци\w+ в Мьянме")),
    ("military base", True, " base|баз|基地", Caseless(r"(?:closure|relocation|status|lease|return|future|question|issue) of [^.;,]{0,30}(?:military|naval|air) bases?\b|(?:military|naval|air) bases? (?:issue|question|talks|dispute)|(?:вопрос|статус|закрыти|вывод|судьб)\w* [^.;,]{0,20}военн\w+ баз\w*|基地(?:問題|移設|の返還|の閉鎖)")),
    ("accession to the Union", True, "eu |accession|вступлени|加盟", Caseless(r"EU (?:membership|accession)|accession (?:talks|to the (?:EU|European Union))|bid to join the (?:EU|European Union|bloc)|candidate (?:status|country)|вступлени\w+ в (?:ЕС|Евросоюз)|ＥＵ加盟|EU加盟")),
    ("membership of NATO", True, "nato|нато|ｎａｔｏ", Caseless(r"NATO (?:membership|accession|bid)|(?:accession to|joining|bid to join) NATO|вступлени\w+ (?:[А-ЯЁ]\w+ )?в НАТО|NATO加盟|ＮＡＴＯ加盟")),
    ("membership of BRICS", False, "brics|брикс", Caseless(r"(?:membership (?:of|in)|join(?:ing)?) BRICS|вступлени\w+ в БРИКС|BRICS加盟")),
    ("grain corridor", True, "grain |зернов|穀物", Caseless(r"grain (?:deal|corridor|initiative)|зернов\w+ сделк\w+|穀物合意|穀物輸出合意")),
    ("reform of the UN Security Council", True, "security council|совет|совбез|安保理|安全保障理事会", Caseless(r"(?:reform\w*|expansion) of the (?:UN |United Nations )?Security Council|Security Council reform|реформ\w+ Совета Безопасности|реформ\w+ Совбеза|安保理(?:の)?改革|安全保障理事会(?:の)?改革")),
    ("human rights", False, "human rights|прав|人権|人权|인권", Caseless(r"human rights|прав\w* человека|人権|人权|인권")),
    ("tariffs", False, "tariff|пошлин|関税|关税|관세", Caseless(r"tariff (?:talks|negotiations)|переговор\w* (?:о|по) пошлин\w+|関税(?:交渉|協議)|关税谈判|관세 협상")),
    ("free trade agreement", False, "free trade|free-trade|fta|свободной торговле|свободной торговли|自由貿易|経済連携|ｆｔａ|自贸|자유무역", Caseless(r"free[- ]trade (?:agreement|deal|pact|area)|\bFTA\b|зон\w+ свободной торговли|соглашени\w+ о свободной торговле|自由貿易協定|経済連携協定|ＦＴＡ|自贸协定|자유무역협정")),
    ("fishing rights", True, "fish|рыболов|漁業|安全操業", Caseless(r"fish(?:ing|eries) (?:talks|rights|dispute)|漁業交渉|安全操業|рыболовн\w+ квот\w+")),
    ("visa-free travel", False, "visa|безвиз|визов|ビザなし|四島交流|自由訪問|墓参|査証|免签|무비자", Caseless(r"visa regime|(?:отмен|смягчени|упрощени)\w+ [^.;,]{0,12}визов\w+|四島交流|自由訪問|墓参|visa-free (?:travel|visits|exchange|regime)|visa (?:waiver|liberali[sz]ation)|безвизов\w+ (?:режим|поезд|обмен)\w*|ビザなし|査証免除|免签|무비자")),
    ("migration", False, "readmission|migra|реадмисси|миграци", Caseless(r"readmission agreement|return of migrants|\bmigration (?:talks|dialogue|issue|pact)|(?<= on )migration\b|реадмисси\w+|соглашени\w+ [^.;]{0,30}миграци\w+")),
    ("sharing of water", True, "water|nile|dam|водо|воды|水の|水利", Caseless(r"water[- ]sharing|sharing (?:of )?(?:the )?(?:water|river)s?|^On water\b|\bNile (?:dam|waters|dispute)|waters of the Nile|Renaissance Dam|вододелени\w+|распределени\w+ воды|水の(?:配分|分配)|水利権")),
    ("terrorism", False, "terrorism|pkk|терроризм|テロ|恐怖主义", Caseless(r"(?:counter-?)?terrorism|\bPKK\b|терроризм\w*|テロ対策|恐怖主义")),
    ("security of shipping", False, "shipping|navigation|судоходств|航行|シーレーン", Caseless(r"security of shipping(?: in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?|freedom of navigation|безопасност\w+ судоходства|свобод\w+ судоходства|航行の自由|シーレーン")),
    ("political dialogue", True, "political |политич|政治", Caseless(r"political (?:dialogue|talks|process|settlement)(?: between [A-Z]\w+)?|политическ\w+ (?:диалог|урегулирован)\w*|政治対話|政治プロセス")),
    ("mediation", True, "mediation|matter|file|посреднич|仲介", Caseless(r"\bmediation\b(?: between [A-Z]\w+ and [A-Z]\w+)?|(?<=the )[A-Z]\w+ (?:matter|file)\b|посредничеств\w+|仲介")),
    ("elections", False, "elections|выбор", Caseless(r"\b(?:free|early|date (?:of|for)) elections\b|досрочн\w+ выбор\w+")),
    ("", True, "talks between|no agreement on|no headway on|community of|licence plates|license plates", re.compile(r"\b[Tt]alks between (?:the )?[A-Z]\w+ and (?:the )?[A-Z]\w+|(?<=[Nn]o agreement on )[a-z][a-z -]{4,30}(?=[.,;])|(?<=[Nn]o headway on )[a-z][a-z -]{4,30}(?=[.,;])|[Cc]ommunity of [A-Z]\w+ municipalities|\b[Ll]icen[cs]e plates")),
    ("status of minorities", True, "minorit|меньшинств|少数民族", Caseless(r"(?:rights|status) of [\w ]{0,16}minorit\w+|прав\w* [\w ]{0,16}меньшинств\w*|少数民族")),
    ("arms control", True, "arms control|new start|снв|вооружениями|軍備管理", Caseless(r"arms control|New START|\bСНВ\b|контрол\w+ над вооружениями|軍備管理|核軍縮")),
    ("North Korea", False, "north korea|кндр|северн|北朝鮮|조선", Caseless(r"North Korea(?:['’]s)? (?:missile|nuclear|issue|threat)|(?:ракетн|ядерн)\w+ (?:программ|испытани)\w+ (?:КНДР|Северной Кореи)|北朝鮮(?:情勢|問題|の核|の弾道)|対北朝鮮")),
    ("history", True, "comfort women|wartime|forced labo|徴用工|慰安婦|歴史", Caseless(r"comfort women|wartime labou?r|forced labou?r (?:issue|dispute|ruling)|徴用工|慰安婦|歴史(?:問題|認識)")),
    ("seafood ban", True, "seafood|処理水|水産物", Caseless(r"(?:seafood|fish) (?:import )?ban|ban on [\w ]{0,12}seafood|水産物(?:の)?(?:禁輸|輸入(?:停止|規制))")),
    ("Crimea", False, "crimea|донбас|donbas|крым|минск|クリミア|ミンスク|minsk", Caseless(r"\bCrimea\b|Donbas\w*|Крым\w*(?! мост)|Донбасс\w*|クリミア")),
    ("return of refugees", True, "refugee|rohingya|беженц|難民", Caseless(r"(?:return|repatriation) of (?:the )?(?:\w+ )?refugees|возвращени\w+ беженц\w+|難民の?帰還")),
    ("Rohingya", True, "rohingya|рохинджа|ロヒンギャ", Caseless(r"Rohingya|рохинджа|ロヒンギャ")),
    ("discharge of ALPS-treated water", True, "alps|treated water|処理水", Caseless(r"ALPS[- ]treated water|treated water from [^.;,]{0,12}Fukushima|処理水")),
    ("nuclear disarmament", True, "nuclear disarm|ядерн|核軍縮", Caseless(r"nuclear disarmament|ядерн\w+ разоружени\w+|核軍縮")),
    ("extradition", True, "extradit|экстрадиц|引き渡し", Caseless(r"extradit\w+|экстрадици\w+|犯罪人引き?渡し")),
    ("recognition", True, "recogni|признани|国家承認", Caseless(r"(?:diplomatic )?recognition of (?:[A-Z]\w+)(?: \w+)?|recogni[sz]e[sd]? (?:Taiwan|Palestine|Somaliland|Kosovo|the (?:Taliban|government))|признани\w+ (?:независимост|талиб|Палестин|Тайван)\w*|国家承認")),
    ("fentanyl", False, "fentanyl|フェンタニル|фентанил", Caseless(r"fentanyl|фентанил\w*|フェンタニル")),
    ("relations", True, "thaw|freeze|reset|rupture|chill|охлажд|потеплени|разрыв|関係改善|関係修復|冷え込み", Caseless(r"(?:thaw|freeze|chill|reset|rupture)\b[^.;,]{0,20} (?:in|between|of|with)\b|(?:потеплени|охлаждени|разрыв)\w* [^.;,]{0,20}отношени\w+|関係(?:改善|修復|の冷え込み)")),
    ("Falkland Islands", True, "falkland|malvinas|chagos|フォークランド|チャゴス", Caseless(r"Falkland\w*|Malvinas|Chagos")),
    ("shipping in the Red Sea", False, "red sea|hormuz|красн|ормуз|紅海|ホルムズ", Caseless(r"(?:attacks|security|shipping) in the Red Sea|Strait of Hormuz|Ормузск\w+|Красн\w+ мор\w+|紅海|ホルムズ")),
    ("debt restructuring", False, "債務", Caseless(r"債務(?:再編|問題)")),
)
"""Issue (none where the text's own words are it), whether naming it is by itself political talk (else words of talking must stand beside it), pieces of words of which the
text must hold one to be searched at all, and its words."""

NOTHING: Final = Caseless(
    r"\bno (?:\w+ )?(?:progress|breakthrough|headway|agreement|movement|rapprochement|result|decision|conclusions?|consensus|accord|date)\b|without (?:any )?(?:progress|movement|result|agreement|a breakthrough)|not (?:touch\w*|discuss\w*|mention\w*|move[ds]?|come up|raise[ds]?|on the agenda|agree[ds]?|been (?:touched|discussed|raised|settled|resolved))|made no\b|made little|stood without|did not (?:touch|discuss|mention|agree|move|come)|didn['’]t (?:touch|discuss|agree)|refus\w+ (?:again |once more )?to discuss|remain\w* (?:apart|divided|unresolved|deadlocked)|rejects? the|failed to (?:agree|bridge)|will not lift|deadlock|stalemate|(?:n['’]t|\bnot|never|yet to|failed to) (?:\w+ ){0,2}(?:sign|conclude|agree|reach|settle|resolve)\w*|said nothing (?:about|on|of)|(?:left|remain\w*|stays?|is|are|was|were) (?:aside|open\b|out of reach|distant|far off|far away|untouched|unchanged|unsettled|on the shelf)|(?:put|set|left) (?:\w+ )?aside|still no\b|nothing (?:was|has been|new)|avoid(?:ed|s) (?:the |any )?|silent (?:on|about)|persist\w*|no mention|no closer|far apart|skirt(?:ed|s)|sidestep\w*|disagree\w*|differ(?:ed|ences)?\b|circl(?:ed|ing)|not part of|not on the (?:table|agenda)|left (?:for|until) (?:later|another|next)|at a standstill|dragg?ed on|drags? on|at odds|depends? on|no (?:word|sign|hint|solution|settlement|change)\b"
    r"|не произошло|без (?:прорыв|прогресс|движени|продвижени)\w*|не случилось|не удалось (?:продвинуться|договориться|сблизить)|остались там же|прогресса не|прогресс\w* [^.;]{0,60}?(?:не было|не достигнут\w*|достигнуто не|нет(?![А-Яа-яё]))|не подним\w+|не сдвинул\w+|не продвинул\w+|не обсужда\w+|не затрагива\w+|оста(?:ется|ётся|лся|лась|ются|лись|вался|валась) (?:открыт|нерешен|нерешён|в стороне|за скобками|без)\w*|без изменени\w+|ни слова|не (?:урегулирован|реш[её]н|согласован|подписан|закрыт|снят)\w*|обошли|умолча\w+|расхожд\w+|разноглас\w+|по-прежнему|прежни\w+ позици\w+|進展(?:は|が)?(?:なかった|ありませ|見られ(?:ず|な|ませ)|得られ(?:ず|な|ませ)|なく|せず|ない|みられ)|打開(?:は|が)?な|平行線|同じ場所|触れなかった|触れられなかった|言及(?:は|し)な|隔たり|溝(?:が|は|を)|棚上げ|変わらな|見通せな|めどは立|先送り|対立が続|立場を(?:繰り返|主張)|平行|糸口|没有进展|진전.{0,6}없")
MOVES: Final[tuple[tuple[int, Pattern], ...]] = (
    (-2, Caseless(r"(?<![A-Za-z])(?:not (?:intend to )?continue|end(?:s|ed)? (?:the )?(?:talks|dialogue)|withdr[ae]w\w* from|walk(?:s|ed)? (?:out|away)|(?:is|are|remains?|was|were) frozen|frozen since|sever(?:s|ed|ing)? (?:ties|relations)|cut (?:off )?(?:ties|relations)|door (?:is|was|has been) (?:closed|shut)|stopped answering|collapsed?|scrap(?:s|ped)|abrogat\w*|annul\w*|terminat\w*|pulled out|expel\w*|recalled (?:its|his|her|the) (?:ambassador|envoy)|rul(?:es|ed) out|off the table|no longer (?:willing|ready|bound|intends|negotiat)\w*|impossible|will not (?:resume|negotiate|talk|return)|не намерен\w* продолжать|прекра(?:щ|т)\w+ (?!огня)|выходит из|вышл[аи] из|разорва\w+|заморо\w+|пересмотр\w*|継続しない|打ち切|撤退|中断|断絶|切り離|断绝|중단)")),
    (-1, Caseless(r"(?<![A-Za-z])(?:stall\w*|set ?back|suspend\w*|not right|postpone\w*|cool(?:s|ed)|harden\w*|overshadow\w*|br(?:eak|oke|oken)\w* (?:off|down)|hit a snag|snag|gone backwards?|went backwards?|backslid\w*|deteriorat\w*|did(?:n['’]t| not) take place|call(?:s|ed) off|cancel\w*|put off|deni(?:es|ed)|sour(?:ed|ing|s)|strain(?:ed|s)|tensions? (?:ro|ris|grew|flar|over)\w*|protest(?:ed|s)\b|summoned|hamper\w*|slowed|cloud(?:ed|s)|shelved|threaten\w*|worsen\w*|escalat\w*|сорва\w+|осложн\w+|приостанов\w+|отлож\w+|отмен[её]н\w*|ухудш\w+|зашл\w+ в тупик|в тупике|лиша(?:ет|л)\w* смысла|теря(?:ет|ют) смысл|impasse|los(?:es|t) (?:its|all) meaning|暗礁|決裂|物別れ|意味を失|停滞|難航|後退|厳しい|冷え込|延期|見送|교착)")),
    (2, Caseless(r"(?<![A-Za-z])(?:(?:treaty|agreement|statement|declaration|accord)\W+(?:was|were|to [\w ]{3,40},) signed|signed (?:a|the) (?:peace|treaty|declaration|accord|truce)|agreed on a (?:new )?basis|new (?:footing|basis)|restor(?:e[ds]?|ation of|ing) (?:diplomatic |full )?(?:ties|relations)|conclud(?:ed|es) (?:a|the) (?:\w+ )?(?:treaty|pact|agreement|accord)|initiall?ed|agreed on the (?:delimitation|text|terms|principles)|treaty [\w ]{0,40}was signed|signed [\w ]{0,30}(?:treaty|pact|peace|border agreement)|ratif(?:ied|ies)|normali[sz]ed (?:ties|relations)|entered into force|new basis|established diplomatic|agreement to resume diplomatic relations|подписан\w* (?:мирн|договор|декларац)|восстанов\w+ (?:дипломатическ|отношени)\w+|ратифицирова\w+|на основе (?:совместной |советско-японской )?декларации|парафирова\w+|(?:делимитаци|демаркаци)\w+ [^.;]{0,30}?(?:заверш|окончен)\w*|(?:завершил|закончил)\w* (?:делимитаци|демаркаци)\w+|共同宣言を基礎|加速させ(?:ること)?(?:で|に)合意|署名した平和|国交を(?:回復|正常化|樹立))")),
    (1, Caseless(r"(?<![A-Za-z])(?:agree[ds]?\b[^.;,]{0,40}? to\b|agreed (?:for|on)\b|dropped its (?:veto|objection)|was agreed|were agreed|decided to (?:resume|open|start|hold)|open(?:s|ed)? (?:consultations|talks)|reopen\w*|progress\b|\bsteps?\b|\bmoved\b|conclude consultations|conclude negotiations|set a date|date of [\w ]{3,16} (?:was|is) set|(?:was|were|been) set|brought forward|resum\w+|speed up|accelerat\w+|adopted a roadmap|roadmap|second round|next round|eas(?:e[ds]?|ing)|banned|releas\w+|restart\w*|relaunch\w*|kick(?:ed|s)? off|launch(?:ed|es)|beg[au]n\b|begin(?:s)?\b|convened|scheduled|hotline|working group|extended|handed over|returned|lifted|waived|closer|narrow(?:ed|s)|invited|headway|(?<!не )согласован[аоы]?(?![а-яё])|договорил\w+|ускорил\w*|ускорени\w+|возобнов\w+|продвину\w+|сдвину\w+|шаг\w*|начать|готовност\w+ (?:принять|возобновить|начать|обсудить|сесть)|на(?:чал|чали|чались)(?![А-Яа-яё])|合意(?!に至ら)|(?:こと|点|方針|交換|釈放|返還|再開|解除|緩和|停戦|引き渡し|帰還|撤収)で一致|開始|前進(?!を(?:期待|求|望))|加速|再開|進める|重启|推进|재개|합의)")),
)
_TALKED: Final = Caseless(
    r"\b(?:talk(?:s|ed|ing)?|discuss\w*|raise[ds]?|raising|touch(?:ed|es)? (?:up)?on|spoke (?:about|of|on)|negotiat\w+|exchang\w+ (?:of )?views|dialogue|consultations?|view(?:s|ed)|welcomed the efforts|supports? the|reviewed the (?:situation|regional)|mediat\w+|warn\w*|condemn\w*|deplor\w*|concern(?:s|ed)?\b|^On [\w ’'-]{3,40},|agree[ds]?|consultations|asks?|urged?|pressed?|settlement|round|meeting|insist\w*|demand\w*|request\w*|propos\w+)\b|обсуди\w+|обсужда\w+|переговор\w+|согласовани\w+|согласовал\w*|затрон\w+|подня(?:л|ли) вопрос|обменял\w+ мнени\w+|консультаци\w+|озабоченност\w+|диалог\w*|договорил\w+|協議|会談|懸念|議論|言及|取り上げ|提起|発言|交渉|意見(?:を)?(?:交換|交わ)|非難|憂慮|連携することを確認|確認し|合意|一致|讨论|谈及|交换意见|논의|협의",
)
_WHERE: Final = re.compile(r"\s(?:in|with|between|over|on) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?: and (?:the )?[A-Z][\w'’-]+)?")
_MOVED_ALONE: Final = frozenset({"visa-free travel", "embassies", "migration", "free trade agreement", "membership of NATO"})
"""Issues whose movement needs no talk beside it: visas are waived and embassies opened."""
_TRADE: Final = frozenset({"free trade agreement", "direct flights", "debt restructuring", "seafood ban", "fishing rights", "visa-free travel", "tariffs"})
"""Issues that are deals of their own: linked talk only where the text tells of a political one besides."""
_BESIDE: Final = re.compile(r"\b(?:anniversary|years|decades) of (?:the )?(?:establishment of )?(?:the )?$|-летие\s$|\b(?:since|after|before|until) (?:the )?(?:war|fighting|conflict|crisis) in $|годовщин\w+ (?:установления )?$|\d周年の?$|ロシア(?:は|の|が)$")
_LONG_AGO: Final = re.compile(r"\b(?:in|since) (?:\w+ )?(?:19|20)\d\d\b|(?:19|20)\d\d年に|в (?:19|20)\d\d год")
_BEHIND: Final = re.compile(r" post\b|の?(?:樹立|正常化)?(?:から)?\d+周年|(?:後|以降|以来)、")
"""Words beside an issue that make it a date or a place of something else."""
_PLACED: Final = frozenset({"truce", "peace talks", "mediation", "political dialogue", "normalisation talks"})
_PIECE: Final = re.compile(r"[^,;，、。:]+(?:[,;，、。:]|$)")
# fmt: on


TALKED: Final = "talk:talked"
_OWN_PAPERS: Final = frozenset(
    {"loan", "contract", "equity", "purchase", "fund", "grant", "guarantee", "venture", "relief"}
)
_NP: Final = r"(?P<np>(?:[\w'’/-]+\s){0,6}?[\w'’/-]+)(?=[,.;:]|\s(?:and|but|that|which|who|were|was|is|are|has|have|had|said|will|would|at|since|after|before|when|as|did|does|to|resum\w+|stall\w*|ended|began|broke|collapsed|continu\w+|go(?:es)?|went|made|failed|remains?|stands?|reached|hit|moved)\b|$)"
_OPEN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:talks|negotiations|consultations|dialogue|discussions) (?:on|about|over) (?:the |a |an |its |their )?{_NP}",
        rf"^(?:On|As for|Regarding|Concerning) (?:the (?:question|issue|matter) of )?(?:the |a |an )?{_NP}(?=,)",
        rf"\b(?:question|issue|dispute|row) (?:of|over|about) (?:the )?{_NP}",
        rf"\b(?:did not|didn['’]t|not|never) (?:touch on|discuss|mention|raise|address|come to) (?:the |a |an |its |their )?(?:question of |issue of )?{_NP}",
        rf"\b[Nn]o (?:agreement|progress|headway|breakthrough|movement|result|decision) (?:was \w+ |has been \w+ )?(?:on|over) (?:the |a |an |its |their )?{_NP}",
        rf"\b(?:discussed|raised|touched (?:up)?on|exchanged views on|brought up) (?:the (?:question|issue|situation) (?:of|in|on) )?(?:the |a |an |its |their )?{_NP}",
        r"^(?:\d+\. )?(?:The )?(?P<np>[A-Z][\w'’/-]+(?:\s[\w'’/-]+){0,6}) (?:was|were) (?:also |not |briefly )?(?:discussed|raised|touched upon|mentioned|brought up)\b",
    )
)
_OPENS: Final = re.compile(
    quick(
        r"talks|negotiat|consultat|dialogue|discuss|exchanged|raise|touch|mention|brought|address|question|issue|dispute|\brow\b|[Nn]o (?:agr|pro|hea|bre|mov|res|dec)|^On |^As for|^Regard|^Concern"
    )
)
"""English words that open an issue which the table does not know."""
_NO_ISSUE: Final = Caseless(
    r"^(?:\d|(?:in|on|at|with|by|for|of|to|from|into|again|briefly|only|as|also|further|about|over|after|before|once|twice|recently)\b|it|this|that|them|him|her|these|those|what|whether|how|all|[A-Z][a-z]+day\b|January|February|March|April|May|June|July|August|September|October|November|December|\w{1,3}$)|\b(?:loan|credit|contract|prices?|cost|purchase|sale|stake|supply|projects?|deals?|terms|fund|cooperation|details|money|progress|implementation|works?|documents?|memorandum|ways?|matters?|same|part|side|visits?|meeting|summit|occasion|request|package|programme|delivery|deliveries|results?|topics?|issues)\b",
)
_POLITICAL: Final = Caseless(
    r"\b(?:disputes?|(?:overlapping|rival|territorial|maritime) claims?|claims area|sovereignty|withdrawal|troops?|soldiers?|forces|missiles?|disarmament|recognition|objections?|conflict|war|crisis|peace|truce|refugees?|plight|repatriation|islands?|islets?|demarcation|delimitation|airspace|enclaves?|abduct\w+|hostages?|prisoners?|captives|detainees|detention|minorit\w+|independence|referendum|constitution|reunification|unification|autonomy|secession|self-determination|regime|asylum|extradition|espionage|spying|spies|apology|reparations|genocide|wartime|comfort women|rights|democra\w+|sanctions|embargo|blockade|corridor|waters of|militia\w*|rebels?|insurgen\w+|terror\w+|nuclear|denuclear\w+|uranium enrichment|non-proliferation|arms control|summit|normali[sz]ation|relations|ties|ambassadors?|NATO|Security Council|Ukraine|Taiwan|Gaza|Syria|Iran|Yemen|Korean Peninsula|Palestin\w+|Rohingya|Donbas|Crimea|Abkhazia|South Ossetia|Transnistria|Kashmir|Karabakh)\b"
)
"""Words that make an issue one of politics and no deal."""


_DEALS: Final = frozenset({"energy", "minerals", "industry", "technology", "telecom", "transport", "water", "agriculture", "health", "education", "finance", "urban", "space", "tourism", "culture"})  # fmt: skip
"""Areas in which talks are about a deal and no political talks beside it."""


def _stuck(issue: str, move: tuple[int, int, int, str]) -> bool:
    """Whether talks on an issue that belongs to no area of deals are told to have come to nothing."""
    area = area_of(issue)
    return move[0] == 0 and move[3] != TALKED and (area is None or area[0] not in _DEALS)


def read(story: Story) -> list[Found]:
    """One talk an issue: how its last telling in the text says that it moved; none in a text with no paper of a deal."""
    if not any(clause.papers for spoken in story.spoken for clause in spoken.clauses):
        return []
    lowered = story.body.lower()
    told_of = [(issue, by_itself, pattern) for issue, by_itself, hints, pattern in ISSUES if any(hint in lowered for hint in hints.split("|"))]  # fmt: skip
    if not told_of and story.language != "en":
        return []
    last: dict[str, Found] = {}
    for spoken in story.spoken:
        if spoken.sentence.row:
            continue
        for issue, told in _issues(story.language, spoken, told_of):
            if issue not in last or not _only_talked(told):
                last[issue] = told
    if not last.keys() - _TRADE:
        return []
    return [last[issue] for issue in sorted(last, key=lambda issue: (last[issue][1]["issue"][1], issue))]


def _only_talked(told: Found) -> bool:
    """Whether a sentence tells of talk and of no movement: what was told before then stands."""
    return told[1]["movement"][3] == TALKED


def _issues(language: str, spoken: Spoken, told_of: list[tuple[str, bool, Pattern]]) -> list[tuple[str, Found]]:
    text, base = spoken.sentence.text, spoken.sentence.start
    english = language == "en"
    named = [(issue, by_itself, match) for issue, by_itself, pattern in told_of for match in pattern.finditer(text)]
    opened = english and _OPENS.search(text) is not None
    if not named and not opened:
        return []
    talked = _TALKED.search(text) or NOTHING.search(text)
    taken: list[tuple[int, int]] = []
    found: list[tuple[str, Found]] = []
    for issue, by_itself, match in named:
        if any(one == issue for one, _ in found) or any(
            match.start() < end + 2 and start < match.end() for start, end in taken
        ):
            continue
        if not by_itself and talked is None and not (english and issue in _MOVED_ALONE):
            continue
        move = _move(text, match, talked)
        if move is None or ending(_BESIDE, text, match.start()) or _BEHIND.match(text, match.end()):
            continue
        value, start, end, rule = move
        if not issue and (spoken.amounts or any(clause.papers for clause in spoken.clauses)):
            continue
        label, stop = issue or match[0], match.end()
        where = _WHERE.match(text, match.end()) if issue in _PLACED else None
        if where is not None:
            label, stop = issue + where[0], where.end()
        if issue == "diplomatic relations" and abs(value) == 2 and _LONG_AGO.search(text):
            continue
        taken.append((match.start(), stop))
        fields = {
            "issue": (label, base + match.start(), base + stop, "talk:issue"),
            "movement": (str(value), base + start, base + end, rule),
        }
        found.append((label, (Kind.TALK, fields, [], base, spoken.sentence.end)))
    if opened and not spoken.amounts and not any(one.name in _OWN_PAPERS for clause in spoken.clauses for one in clause.papers):  # fmt: skip
        found += _open_issues(spoken, taken, talked)
    return found


def _open_issues(spoken: Spoken, taken: list[tuple[int, int]], talked: re.Match[str] | None) -> list[tuple[str, Found]]:
    """Issues that the table does not know, by the words that open them: "talks on …", "no agreement on …", "On …,"."""
    text, base = spoken.sentence.text, spoken.sentence.start
    found: list[tuple[str, Found]] = []
    for pattern in _OPEN:
        for match in pattern.finditer(text):
            start, end = match.span("np")
            if any(start < other and begin < end for begin, other in taken) or _NO_ISSUE.search(match["np"]):
                continue
            move = _move(text, match, talked)
            if move is None or not (_POLITICAL.search(match["np"]) or _stuck(match["np"], move)):
                continue
            taken.append((start, end))
            fields = {
                "issue": (match["np"], base + start, base + end, "talk:open"),
                "movement": (str(move[0]), base + move[1], base + move[2], move[3]),
            }
            found.append((match["np"], (Kind.TALK, fields, [], base, spoken.sentence.end)))
    return found


def _move(text: str, issue: re.Match[str], talked: re.Match[str] | None) -> tuple[int, int, int, str] | None:
    """How the talk on an issue moved, told in its own piece of the sentence or, failing that, in wider windows around it."""
    pieces = [match.span() for match in _PIECE.finditer(text)] or [(0, len(text))]
    mine = next((number for number, (start, end) in enumerate(pieces) if start <= issue.start() < end), 0)
    for first, stop in ((mine, mine + 1), (mine, mine + 2), (max(0, mine - 1), mine + 2), (0, len(pieces))):
        start, end = pieces[first][0], pieces[min(stop, len(pieces)) - 1][1]
        nothing = NOTHING.search(text, start, end)
        if nothing is not None:
            return 0, nothing.start(), nothing.end(), "talk:movement"
        for value, pattern in MOVES:
            match = pattern.search(text, start, end)
            if match is not None:
                return value, match.start(), match.end(), "talk:movement"
    return None if talked is None else (0, talked.start(), talked.end(), TALKED)
