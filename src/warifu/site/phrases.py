"""What the measures say, in Japanese and Russian: fixed sentences, and patterns with places for numbers and names.

The tables hold the measures' sentences in English, as they are made. A sentence that stands here is shown in the
language of the page; one that does not is shown in English and marked as English, which is never wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from warifu.site import countries, words
from warifu.site.labels import HEADS, LABELS, SHAPES, TOLD
from warifu.terms.codelist import MEANINGS

LANGUAGES: Final = ("ja", "ru")
LONGEST: Final = 900

EXACT: Final[dict[str, tuple[str, str]]] = {
    # titles and questions
    "Scorecard": ("成績表", "Сводка"),
    "What was promised, signed, made binding, paid and delivered?": (
        "何が約束され、署名され、拘束力を持ち、支払われ、実現したか。",
        "Что было обещано, подписано, стало обязывающим, выплачено и исполнено?",
    ),
    "From promise to delivery": ("約束から実現まで", "От обещания к исполнению"),
    "How many of the promises became binding, were paid, and were delivered?": (
        "約束のうちどれだけが拘束力を持ち、支払われ、実現したか。",
        "Сколько обещаний стали обязывающими, были выплачены и исполнены?",
    ),
    "What each side expected": ("双方の期待", "Чего ждала каждая сторона"),
    "Did the two sides tie the same things together, and hope for the same?": (
        "双方は同じものを結び付け、同じものを期待していたか。",
        "Связывали ли стороны одно и то же и надеялись ли на одно и то же?",
    ),
    "Both sides' versions": ("双方の言い分", "Версии обеих сторон"),
    "Where do the two sides tell one agreement differently?": (
        "一つの合意について、双方の説明はどこで食い違うか。",
        "В чём стороны рассказывают об одной договорённости по-разному?",
    ),
    "Dependence": ("依存", "Зависимость"),
    "How much hangs on a few deals, areas or parties?": (
        "少数の案件・分野・当事者にどれだけ依存しているか。",
        "Сколько держится на немногих сделках, направлениях или сторонах?",
    ),
    "Shift of strategy": ("方針の転換", "Смена стратегии"),
    "Did the programme turn from small projects to large ones, or from one kind of owner to another?": (
        "計画は小さな案件から大きな案件へ、あるいは別の種類の相手へと移ったか。",
        "Перешла ли программа от малых проектов к крупным или от одних владельцев к другим?",
    ),
    "Rivals": ("競争相手", "Соперники"),
    "What did other investors do in the same region meanwhile?": (
        "同じ時期に同じ地域で、ほかの投資者は何をしたか。",
        "Что тем временем делали в том же регионе другие инвесторы?",
    ),
    "Deals and the talks": ("案件と交渉", "Сделки и переговоры"),
    "Did movement in the talks differ after binding deals?": (
        "拘束力のある案件の後、交渉の動きに違いはあったか。",
        "Отличалось ли движение на переговорах после обязывающих сделок?",
    ),
    "What if": ("もしも", "Что если"),
    "Could money for the concession have been a deal that nobody gains by breaking?": (
        "譲歩と引き換えの資金は、誰も破って得をしない取引になり得たか。",
        "Могли ли деньги за уступку стать сделкой, которую никому не выгодно нарушать?",
    ),
    "Under other choices": ("別の選択をした場合", "При других решениях"),
    "Would another careful tracker, who chose otherwise, have said something else?": (
        "別の判断をした慎重な調査者なら、違う結論になったか。",
        "Сказал бы другой добросовестный составитель, решивший иначе, что-то другое?",
    ),
    "Delivery by independent statistics": ("独立した統計でみた実現度", "Исполнение по независимой статистике"),
    "What came of it, by somebody else's count?": (
        "ほかの誰かの統計では、何が実現したか。",
        "Что из этого вышло по чужим подсчётам?",
    ),
    "Published numbers": ("公表された数字", "Опубликованные числа"),
    "Do the published numbers hold in themselves?": (
        "公表された数字は、それ自体で筋が通っているか。",
        "Сходятся ли опубликованные числа сами с собой?",
    ),
    # programmes side by side
    "Each alone: the units differ.": ("単位が異なるため、それぞれ単独で見る。", "Каждая сама по себе: единицы разные."),
    "Sizes, set side by side; no order is drawn from them.": (
        "規模を並べたもので、順位は付けない。",
        "Размеры поставлены рядом; порядка из них не выводится.",
    ),
    "Nothing to compare: fewer than two programmes have it.": (
        "比べられない:この数字を持つ計画が二つに満たない。",
        "Сравнивать нечего: показатель есть менее чем у двух программ.",
    ),
    "No ranges are known, so no order is drawn.": (
        "範囲が分からないため、順位は付けない。",
        "Интервалы неизвестны, поэтому порядок не выводится.",
    ),
    "Cannot be told apart: the ranges overlap.": (
        "範囲が重なり、区別できない。",
        "Неразличимы: интервалы перекрываются.",
    ),
    # answers that do not vary
    "Not tested: agreement of two coders is not known; two people must code the meetings without the list of deals.": (
        "検定せず。二人の判定者の一致度が分からない。案件一覧を見ない二人が会談を判定する必要がある。",
        "Не проверялось: согласие двух кодировщиков неизвестно; двое должны закодировать встречи, не видя списка "
        "сделок.",
    ),
    "Not asked: the workspace keeps no figures of other investors.": (
        "問わず。ほかの投資者の数字が保管されていない。",
        "Не спрашивалось: данных о других инвесторах в хранилище нет.",
    ),
    "Not asked: the workspace keeps no targets beside somebody's statistics (sheets/targets.csv).": (
        "問わず。統計と照らす目標が保管されていない(sheets/targets.csv)。",
        "Не спрашивалось: целей рядом с чьей-либо статистикой в хранилище нет (sheets/targets.csv).",
    ),
    "Not asked: the workspace keeps no published numbers to check (sheets/claims.csv).": (
        "問わず。検算すべき公表値が保管されていない(sheets/claims.csv)。",
        "Не спрашивалось: опубликованных чисел для проверки нет (sheets/claims.csv).",
    ),
    "Not asked: nobody has stated, with reasons, what a concession is worth to each side, which no ledger tells "
    "(reference/what-if.yaml).": (
        "問わず。譲歩が各側にとっていくらに値するかは台帳からは分からず、理由とともに述べた人もいない"
        "(reference/what-if.yaml)。",
        "Не спрашивалось: чего уступка стоит каждой стороне, в реестре нет, и никто не указал этого с обоснованием "
        "(reference/what-if.yaml).",
    ),
    "Cannot tell: no deal has been watched for a year yet.": (
        "判断できない。一年以上追跡された案件がまだない。",
        "Сказать нельзя: ни одну сделку ещё не отслеживали целый год.",
    ),
    "Whether the programme binds is itself contested.": (
        "計画に拘束力があるかどうか自体が争われている。",
        "Обязывает ли сама программа, тоже оспаривается.",
    ),
    "Of the increase that was promised over the base years none came.": (
        "基準年に上乗せすると約束した分は、全く実現しなかった。",
        "Из обещанного прироста к базовым годам не пришло ничего.",
    ),
    "How wide the span is shows how much the silence of deals leaves open.": (
        "幅の広さは、その後の消息がない案件のためにどれだけ不明かを示す。",
        "Ширина промежутка показывает, сколько неясного оставляет молчание о сделках.",
    ),
    # assumptions
    "deals are told once each, and the sums that only doubtful sources tell are left out": (
        "各案件は一度だけ数え、疑わしい出典だけが伝える金額は除く",
        "каждая сделка учтена один раз, суммы одних сомнительных источников не учтены",
    ),
    "deals no longer watched would have gone on like those still watched; three readings of silence": (
        "追跡が途切れた案件も、追跡中の案件と同じ経過をたどったとみなす。沈黙は三通りに読む",
        "сделки, о которых больше не слышно, шли бы как остальные; молчание прочитано тремя способами",
    ),
    "the sayings kept are those that matter; what nobody wrote down cannot be seen": (
        "保管された発言が重要なものであるとする。書き残されなかったものは見えない",
        "сохранены важные высказывания; чего никто не записал, того не видно",
    ),
    "a voice that does not mention a thing has no version of it, so silence makes no gap": (
        "言及しない者には言い分がなく、沈黙は食い違いとしない",
        "кто о чём-то не говорит, у того нет своей версии: молчание не расхождение",
    ),
    "the deals are draws from those that might have been made; without the top, the rest stay the same": (
        "案件は、結ばれ得た案件からの標本とみなす。最大のものを除いても残りは変わらないとする",
        "сделки — выборка из возможных; без крупнейшей остальные не меняются",
    ),
    "one change at most, equal spread on both sides; were there none, any order is as likely": (
        "変化は多くて一度、前後のばらつきは等しい。変化がなければどの順序も同じく起こり得る",
        "не более одного перелома, разброс с обеих сторон одинаков; без перелома любой порядок равновероятен",
    ),
    "the sources mean the same thing by the same words": (
        "各出典は同じ言葉を同じ意味で使っている",
        "источники понимают одни и те же слова одинаково",
    ),
    "Within a stratum any meeting could as well have followed the deals; deals signed at a meeting are left out.": (
        "同じ層の中では、どの会談も案件の後になり得た。会談の場で署名された案件は除く。",
        "Внутри слоя любая встреча могла последовать за сделками; сделки, подписанные на встрече, не учтены.",
    ),
    "every combination is as defensible as the published one; the share that flips is no probability": (
        "どの組み合わせも公表した選択と同じく擁護できる。変わる割合は確率ではない",
        "любое сочетание столь же оправданно, как опубликованное; доля перемен — не вероятность",
    ),
    "due in proportion to the months of the base year where they are given, else in equal parts": (
        "基準年の月別値があればその比で、なければ均等に期限が来るとする",
        "срок наступает пропорционально месяцам базового года, если они даны, иначе равными долями",
    ),
    "the parts named are parts of the total named; rates of the day": (
        "挙げられた部分は挙げられた合計の部分である。為替はその日の値",
        "названные части — части названного целого; курсы дня",
    ),
    # pictures and tables
    "Money, by what kind of sum it is": ("金額の種類別", "Деньги по видам сумм"),
    "Promised deals that were bound by a paper": (
        "拘束力ある文書に至った約束",
        "Обещания, закреплённые обязывающим документом",
    ),
    "Promised deals that were paid": ("支払いに至った約束", "Обещания, по которым заплатили"),
    "Promised deals that were delivered": ("実現した約束", "Исполненные обещания"),
    "Where the promised deals stood": ("約束された案件の到達段階", "На какой стадии находились обещания"),
    "Share said to be moving": ("動いているとされた割合", "Доля, о которой сказано, что она движется"),
    "Who tied what to what": ("誰が何を何に結び付けたか", "Кто что с чем связывал"),
    "What each side listed as a goal": ("各側が目標として挙げたもの", "Что каждая сторона называла целью"),
    "What came of what was hoped for": ("期待のうち実現したもの", "Что сбылось из ожиданий"),
    "Hoped for, and came": ("期待と結果", "Ожидания и результат"),
    "What was said, and when": ("発言とその時期", "Что и когда говорилось"),
    "What the versions differ in": ("言い分の食い違う点", "В чём расходятся версии"),
    "Where the money is: single deals": ("資金の所在:案件別", "Где деньги: отдельные сделки"),
    "Where the money is: areas": ("資金の所在:分野別", "Где деньги: направления"),
    "Where the money is: providers": ("資金の所在:提供者別", "Где деньги: дающие"),
    "Concentration before and after": ("前後の集中度", "Концентрация до и после"),
    "Shares of one partner, as told": ("一つの相手の比率(出典のまま)", "Доли одного партнёра, как сообщено"),
    "Sanctions": ("制裁", "Санкции"),
    "Deals by size and day": ("案件の規模と日付", "Сделки по размеру и дате"),
    "Whose hands the deals were in": ("案件の相手の種類", "В чьих руках были сделки"),
    "Deals over the talks": ("案件と交渉の暦", "Календарь сделок и переговоров"),
    "What the concession may cost at most": ("譲歩の費用の上限", "Сколько уступка может стоить самое большее"),
    "Under these priors, how often each way of paying works": (
        "この前提のもとで、各支払い方が成り立つ割合",
        "Как часто при этих предпосылках работает каждый способ платить",
    ),
    "What the answer hangs on": ("答えを左右するもの", "От чего зависит ответ"),
    "Every actual payment, and the concession had it been due at the end": (
        "実際の各支払いと、最後に譲歩の期限が来たとした場合",
        "Каждый действительный платёж и уступка, если бы она причиталась в конце",
    ),
    "Which choice moves which headline": ("どの選択がどの数字を動かすか", "Какое решение какую цифру сдвигает"),
    "How many papers, by whom, and when": ("文書の数:誰がいつ言ったか", "Сколько документов: кто и когда назвал"),
    "What came, of what was promised": ("約束のうち実現した割合", "Что пришло из обещанного"),
    "What became of what was pledged": ("表明額のその後", "Что стало с обещанным"),
    "What became of what was committed": ("約束額のその後", "Что стало с обязательствами"),
    "By area, side and year": ("分野・側・年別", "По направлениям, сторонам и годам"),
    "How many deals were still being watched": ("追跡中の案件数", "Сколько сделок ещё отслеживалось"),
    "Counts as told": ("伝えられた件数", "Подсчёты, как сообщено"),
    "One deal, two versions": ("一つの案件、二つの言い分", "Одна сделка, две версии"),
    "One question, several answers": ("一つの問い、複数の答え", "Один вопрос, несколько ответов"),
    "In each side's words": ("それぞれの言葉で", "Словами каждой стороны"),
    "Who put whom under which sanctions when": (
        "誰が誰にいつどの制裁を科したか",
        "Кто, кого и когда поставил под санкции",
    ),
    "What others did": ("ほかの投資者の動き", "Что делали другие"),
    "Meetings by what came before them": ("会談の前にあったもの別", "Встречи по тому, что им предшествовало"),
    "Every meeting as the test saw it": ("検定に使った会談一覧", "Все встречи, как их видит проверка"),
    "What is never said here": ("ここで決して言わないこと", "Чего здесь никогда не говорится"),
    "What was assumed, and why": ("前提とその理由", "Что предположено и почему"),
    "What a change would do, on the same draws": (
        "前提を変えた場合(同じ抽出)",
        "Что даст перемена при тех же испытаниях",
    ),
    "Verdicts under other choices": ("別の選択での判定", "Выводы при других решениях"),
    "Published numbers, checked for themselves": ("公表値の検算", "Проверка опубликованных чисел"),
    "Targets and what came, in billions of US dollars": (
        "目標と実績(10億米ドル)",
        "Цели и результат, млрд долларов США",
    ),
    "Pairs that must not be divided": ("割ってはならない組", "Пары, которые нельзя делить"),
    "Kinds of sum are never added to each other.": (
        "種類の違う金額は決して足し合わせない。",
        "Суммы разных видов не складываются.",
    ),
    "A line without an end is open: a source says “more than”.": (
        "端のない線は上限不明で、出典は「以上」としている。",
        "Линия без конца открыта: источник говорит «более».",
    ),
    "A dark square: the side made one depend on the other.": (
        "濃い升目は、その側が一方を他方の条件としたことを示す。",
        "Тёмная клетка: сторона поставила одно в зависимость от другого.",
    ),
    "White: it kept them apart.": ("白は切り離したことを示す。", "Белая: держала порознь."),
    "Empty: it was silent.": ("空白は発言がないことを示す。", "Пустая: молчала."),
    "Each line is the share of deals standing at one stage, with deals not heard of left out once last seen.": (
        "各線はその段階にある案件の割合。消息の絶えた案件は最後の情報以降除く。",
        "Каждая линия — доля сделок на данной стадии; замолчавшие сделки исключены с последнего известия.",
    ),
    "No deal has been watched for a year yet.": (
        "一年以上追跡された案件がまだない。",
        "Ни одну сделку ещё не отслеживали год.",
    ),
    "No combination gives a value.": ("値の出る組み合わせがない。", "Ни одно сочетание не даёт значения."),
    "No choice moves it.": ("どの選択でも動かない。", "Ни одно решение её не сдвигает."),
    "Where the two lines overlap, the deals do not tell whether concentration changed.": (
        "二本の線が重なるなら、集中度が変わったかどうかは案件からは分からない。",
        "Где линии перекрываются, по сделкам нельзя сказать, изменилась ли концентрация.",
    ),
    "These shares describe the assumptions, not the past.": (
        "これらの割合は前提を述べるもので、過去を述べるものではない。",
        "Эти доли описывают предпосылки, а не прошлое.",
    ),
    "A long bar: this assumption decides.": (
        "長い棒ほど、その前提が結果を決める。",
        "Длинная полоса: решает эта предпосылка.",
    ),
    "Below zero: the larger it is, the less often it works.": (
        "零より下は、大きいほど成り立ちにくいことを示す。",
        "Ниже нуля: чем она больше, тем реже работает.",
    ),
    "Every version is kept; none is corrected by another.": (
        "どの言い分も残し、一方で他方を訂正しない。",
        "Все версии сохранены; ни одна не исправлена другой.",
    ),
    "A share of combinations is no probability: nobody draws choices by lot.": (
        "組み合わせの割合は確率ではない。選択はくじで決めるものではない。",
        "Доля сочетаний — не вероятность: решения не выбирают жребием.",
    ),
    # warnings
    "The sides spoke on no pair in common: silence is not denial, so no gap is given.": (
        "双方がともに語った組がない。沈黙は否定ではないため、差は示さない。",
        "Нет пары, о которой говорили обе стороны: молчание не отрицание, поэтому разрыв не указан.",
    ),
    "The sums of this bargain are one doubtful source's claim.": (
        "この取引の金額は、疑わしい一つの出典の主張である。",
        "Суммы этой сделки — утверждение одного сомнительного источника.",
    ),
    "Some priors are placeholders: the shares are no findings about any government.": (
        "前提の一部は仮の値であり、割合はどの政府についての知見でもない。",
        "Часть предпосылок условна: доли ничего не говорят ни об одном правительстве.",
    ),
    "No protocol was fixed before the first run, so this is an exploration.": (
        "最初の実行前に手順が固定されていないため、探索にすぎない。",
        "До первого запуска протокол не был зафиксирован, поэтому это разведка, а не проверка.",
    ),
    "One side lists no goal, so there is no gap to give.": (
        "一方が目標を挙げていないため、差は示せない。",
        "Одна сторона не назвала целей, поэтому разрыв указать нельзя.",
    ),
    "A bar of full length would mean that all came.": (
        "棒が端まで届けば、すべて実現したことになる。",
        "Полная полоса означала бы, что пришло всё.",
    ),
    "Hollow bars rest on one doubtful voice.": (
        "中抜きの棒は疑わしい一者の言葉による。",
        "Пустые полосы опираются на один сомнительный голос.",
    ),
    "A bar below zero is an act its side would rather not have done, with every input at the middle of its range.": (
        "零より下の棒は、前提をすべて中央に置いたとき、その側がしない方を選んだ行為を示す。",
        "Полоса ниже нуля — действие, от которого сторона предпочла бы отказаться, если все предпосылки взять "
        "посередине.",
    ),
    "A plus means “more than”: nobody gave an upper end.": (
        "+は「以上」を示し、上限を述べた者はいない。",
        "Плюс означает «более»: верхней границы никто не назвал.",
    ),
    "Deals that voices tell differently, and questions on the whole, by what they differ in.": (
        "言い分の異なる案件と、全体に関する問いを、食い違う点ごとに示す。",
        "Сделки, о которых говорят по-разному, и вопросы о целом — по предмету расхождения.",
    ),
    "Each dot is one source's share for one period; lines join dots of one series, by whoever told them.": (
        "各点は一つの出典による一期間の比率。線は同じ系列の点を、語り手を問わず結ぶ。",
        "Точка — доля одного источника за один период; линии соединяют точки одного ряда, кто бы их ни назвал.",
    ),
    "Goals that a side named.": ("その側が挙げた目標。", "Цели, названные стороной."),
    "No weights were stated, so all of a side's goals weigh alike.": (
        "重みは述べられていないため、各側の目標はすべて等しく扱う。",
        "Веса не названы, поэтому все цели стороны равны.",
    ),
    "How much of a headline's spread over all combinations one choice explains alone.": (
        "全組み合わせでの数字の幅のうち、一つの選択だけで説明される割合。",
        "Какую часть разброса цифры по всем сочетаниям объясняет одно решение.",
    ),
    "No assumption about either government's values is needed for these: a concession that costs more than the bar "
    "could not have been bought with that sum.": (
        "これにはどちらの政府の価値についての前提も要らない。棒より費用の高い譲歩は、その金額では買えなかった。",
        "Здесь не нужны предпосылки о ценностях правительств: уступку дороже полосы за эту сумму купить было нельзя.",
    ),
    "One basis: the same region, years and measure, planned beside planned or actual beside actual.": (
        "同一基準:地域・年・指標が同じで、計画は計画と、実績は実績と並べる。",
        "Одна основа: тот же регион, годы и показатель; план рядом с планом, факт рядом с фактом.",
    ),
    "One colour a base: the two sides count from different statistics, and both are kept.": (
        "色は基準を示す。双方は異なる統計で数えており、どちらも残す。",
        "Цвет — основа: стороны считают по разным статистикам, и обе сохранены.",
    ),
    "At 1 all came.": ("1ならすべて実現。", "При 1 пришло всё."),
    "What each voice said was moving, and what a count of that size could at most tell.": (
        "各者が動いているとした割合と、その件数から言える範囲。",
        "Что каждый назвал движущимся и что вообще может сказать подсчёт такого размера.",
    ),
    "Two governments, each of one mind; linear money; each knows the other's values; whoever is cheated stops for "
    "good.": (
        "二つの政府はそれぞれ一つの意思を持ち、金額は線形で、互いの価値を知り、裏切られた側は永久にやめる。",
        "Два правительства, каждое едино; деньги линейны; каждое знает ценности другого; обманутый прекращает "
        "навсегда.",
    ),
    "If the payer would forgive, these results are upper bounds.": (
        "払う側が許すなら、これらの結果は上限である。",
        "Если платящий прощает, эти результаты — верхние границы.",
    ),
    # words inside patterns
    "Japan": ("日本", "Япония"),
    "Russia": ("ロシア", "Россия"),
    "China": ("中国", "Китай"),
    "South Korea": ("韓国", "Южная Корея"),
    "the United States": ("米国", "США"),
    "The United States": ("米国", "США"),
    "single deals": ("案件", "отдельных сделок"),
    "areas": ("分野", "направлений"),
    "providers": ("提供者", "дающих"),
    "sum": ("金額", "сумма"),
    "form": ("文書の形式", "форма"),
    "timing": ("時期", "срок"),
    "binding": ("拘束力", "обязательность"),
    "count": ("件数", "количество"),
    "share": ("比率", "доля"),
    "share of profit": ("利益配分", "доля прибыли"),
    "standing": ("位置づけ", "положение"),
    "content": ("内容", "содержание"),
    "nothing": ("なし", "ничего"),
    "none": ("なし", "ни одно"),
    "no sum is told": ("金額は不明", "сумма не названа"),
    "voice": ("誰の言葉か", "чей голос"),
    "currency": ("通貨換算", "валюта"),
    "umbrellas": ("枠組み案件", "рамочные сделки"),
    "silent deals": ("消息のない案件", "замолчавшие сделки"),
    "copies": ("写し", "копии"),
    "in its own words": ("自らの言葉で", "собственными словами"),
    "as others read it": ("第三者の読みで", "как её читают другие"),
    "by a doubtful source alone": ("疑わしい出典だけによれば", "по одному сомнительному источнику"),
    "silent": ("発言なし", "молчит"),
    "two voices or more": ("複数の者", "два голоса и более"),
    "one voice": ("一者のみ", "один голос"),
    "one doubtful voice": ("疑わしい一者のみ", "один сомнительный голос"),
    "legal positions on the islands": ("島の法的立場", "правовые позиции по островам"),
    "preconditions": ("前提条件", "предварительные условия"),
    "contributions and risk": ("拠出とリスク", "вклады и риск"),
    "profits": ("利益", "прибыль"),
    "market conditions": ("市況", "рыночные условия"),
    "purchases": ("購入", "закупки"),
    "business": ("ビジネス", "бизнес"),
    "no more than chance would give": ("偶然の範囲内", "не больше случайного"),
    "it changed more than chance would give": ("偶然を超えて変化", "изменился сильнее случайного"),
    "cannot be told": ("判断できない", "сказать нельзя"),
    "area": ("分野", "направления"),
    "instrument": ("手段", "инструменты"),
    "owner": ("相手", "владельцы"),
    "Area": ("分野", "Направления"),
    "Instrument": ("手段", "Инструменты"),
    "Owner": ("相手", "Владельцы"),
    "amount": ("金額", "по деньгам"),
    "private company": ("民間企業", "частная компания"),
    "state-owned company": ("国有企業", "госкомпания"),
    "state body": ("国の機関", "госорган"),
    "goods": ("物品", "товары"),
    "services": ("サービス", "услуги"),
    "goods and services": ("物品とサービス", "товары и услуги"),
    "agriculture": ("農産物", "сельхозтовары"),
    "US exports": ("米国の輸出統計", "экспорту США"),
    "CN imports": ("中国の輸入統計", "импорту Китая"),
    "hoped for": ("期待された", "ожидавшиеся"),
    "that came": ("実現した", "пришедшие"),
    "area with most promised deals": ("約束案件が最多の分野", "направление с наибольшим числом обещаний"),
    "area with most committed money": ("約束額が最大の分野", "направление с наибольшими обязательствами"),
    "more than half binds": ("半数超が拘束力を持つ", "обязывает больше половины"),
    "more than half of what was committed is paid": (
        "約束額の半分超が支払い済み",
        "выплачено больше половины обязательств",
    ),
    "economy": ("経済", "экономика"),
    "territory": ("領土", "территория"),
    "tariffs": ("関税", "пошлины"),
    "projects": ("案件", "проекты"),
    "law": ("法", "право"),
    "recognition of sovereignty": ("主権の承認", "признание суверенитета"),
    "recognition of the war's outcome": ("戦争の結果の承認", "признание итогов войны"),
    "1956 declaration": ("1956年宣言", "декларация 1956 года"),
    "US-Japan security treaty": ("日米安全保障条約", "договор безопасности США и Японии"),
    "sanctions": ("制裁", "санкции"),
}

PATTERNS: Final[tuple[tuple[str, str, str], ...]] = (
    ("conditional, {how}", "条件とした({how})", "поставила условием ({how})"),
    ("creates conditions, {how}", "条件を整えるとした({how})", "создаёт условия ({how})"),
    ("kept apart, {how}", "切り離した({how})", "держала порознь ({how})"),
    (
        "Over {what}: {a} of {b} deals have no amount and are left out.",
        "{what}別:{b}件中{a}件は金額がなく除いた。",
        "По разбивке «{what}»: у {a} из {b} сделок нет суммы, они не учтены.",
    ),
    (
        "Over {what}: {a} priced deals weigh like {e} equal ones: one deal more could change this.",
        "{what}別:金額のある{a}件の重みは同規模の{e}件分で、あと一つで変わり得る。",
        "По разбивке «{what}»: {a} сделок с суммой весят как {e} равных; одна новая сделка может это изменить.",
    ),
    (
        "Over {what}, The interval of the change holds zero: the deals do not tell whether concentration changed.",
        "{what}別:変化の区間に零が含まれ、集中度が変わったかどうかは分からない。",
        "По разбивке «{what}»: промежуток изменения содержит ноль; изменилась ли концентрация, сказать нельзя.",
    ),
    (
        "Size: {a} of {b} deals have no amount and are left out.",
        "規模:{b}件中{a}件は金額がなく除いた。",
        "Размер: у {a} из {b} сделок нет суммы, они не учтены.",
    ),
    (
        "Size: {a} priced deals: below {m} there is only the plot.",
        "規模:金額のある案件は{a}件。{m}件未満では図だけを示す。",
        "Размер: сделок с суммой {a}; при числе ниже {m} есть только график.",
    ),
    (
        "Owner: {a} deals: below {m} there is only the plot.",
        "相手の種類:{a}件。{m}件未満では図だけを示す。",
        "Владельцы: {a} сделок; при числе ниже {m} есть только график.",
    ),
    (
        "{what} by {how}: {a} deals have no amount and are left out.",
        "{what}({how}):{a}件は金額がなく除いた。",
        "{what} ({how}): у {a} сделок нет суммы, они не учтены.",
    ),
    (
        "{what} by {how}: The interval is unstable below {m} deals a period, and it cannot reach 0.",
        "{what}({how}):一期間{m}件未満では区間は不安定で、零に届かない。",
        "{what} ({how}): при менее чем {m} сделках за период промежуток неустойчив и не достигает нуля.",
    ),
    (
        "{what} by {how}: A period has no deal that can be used, so there is no distance.",
        "{what}({how}):使える案件のない期間があり、差は出せない。",
        "{what} ({how}): в одном из периодов нет пригодных сделок, расстояния нет.",
    ),
    (
        "{what} by {how}: There is one category only, so there is no distance.",
        "{what}({how}):区分が一つしかなく、差は出せない。",
        "{what} ({how}): категория лишь одна, расстояния нет.",
    ),
    (
        "Mix by {what}: by number of deals {a}; by money {b}.",
        "{what}別の構成:件数では{a}、金額では{b}。",
        "Состав ({what}): по числу сделок {a}; по деньгам {b}.",
    ),
    (
        "{n} sayings with a date, one line a side; dark marks tie one thing to another.",
        "日付のある発言{n}件。一行が一方の側で、濃い印は何かを何かに結び付けた発言。",
        "{n} высказываний с датой, по линии на сторону; тёмные отметки связывают одно с другим.",
    ),
    ("As told, in order: {list}.", "伝えられた順に {list}。", "Как сообщали, по порядку: {list}."),
    ("Held fixed: {what}", "固定した値:{what}", "Зафиксировано: {what}"),
    (
        "{n} meetings and {m} acts of deals on one line of time; {k} binding act fell within {d} days of a meeting.",
        "{n}回の会談と案件の{m}件の動きを一つの時間軸に示す。拘束力を生む動きのうち{k}件は会談の前後{d}日以内。",
        "{n} встреч и {m} событий сделок на одной оси времени; {k} обязывающее событие — в пределах {d} дней от "
        "встречи.",
    ),
    (
        "Paid money over committed money under every combination",
        "全組み合わせでの約束額に対する支払額",
        "Выплаты к обязательствам при всех сочетаниях",
    ),
    (
        "Resting on one witness, of promised deals under every combination",
        "全組み合わせでの証人一者のみの割合",
        "Доля сделок с одним свидетелем при всех сочетаниях",
    ),
    (
        "Of {n} deals promised, {a} were signed, {b} bind; a payment is told for {c}, delivery for {d}.",
        "約束された{n}件のうち、署名{a}件、拘束力あり{b}件、支払いが伝えられるもの{c}件、実現が伝えられるもの{d}件。",
        "Из {n} обещанных сделок подписано {a}, обязывают {b}; о выплате сообщается по {c}, об исполнении по {d}.",
    ),
    (
        "Firmly promised: {a}; paid: {b}.",
        "確定した約束額:{a}、支払額:{b}。",
        "Твёрдо обещано: {a}; выплачено: {b}.",
    ),
    (
        "Of {n} deals that began as a promise that did not bind, {a} were bound by a paper within {y} years and {b} "
        "were delivered.",
        "拘束力のない約束で始まった{n}件のうち、{y}年以内に拘束力ある文書に至ったのは{a}、実現したのは{b}。",
        "Из {n} сделок, начавшихся с необязывающего обещания, за {y} года обязывающим документом закреплены "
        "{a}, исполнены "
        "{b}.",
    ),
    (
        "Cannot tell: only {n} deals began as a promise that did not bind.",
        "判断できない。拘束力のない約束で始まった案件は{n}件しかない。",
        "Сказать нельзя: с необязывающего обещания начались лишь {n} сделок.",
    ),
    (
        "{side} linked: it tied {pairs}, {how}.",
        "{side}は結び付けた:{pairs}。{how}。",
        "{side}: связывала {pairs} — {how}.",
    ),
    (
        "{side} did not: none of its {n} sayings kept here ties them; it tied the talks to {things} instead; it "
        "kept {pair} "
        "apart, {how}.",
        "{side}は結び付けなかった:保管された{n}件の発言のいずれも両者を結び付けず、交渉は{things}に結び付けた。"
        "{pair}は切り離した。{how}。",
        "{side}: не связывала; ни одно из {n} сохранённых высказываний их не связывает, переговоры увязаны с другим: "
        "{things}; держала порознь: {pair} — {how}.",
    ),
    (
        "{side} did not: none of its {n} sayings kept here ties them; it kept {pair} apart, {how}.",
        "{side}は結び付けなかった:保管された{n}件の発言のいずれも両者を結び付けず、{pair}は切り離した。{how}。",
        "{side}: не связывала; ни одно из {n} сохранённых высказываний их не связывает; держала порознь: {pair} "
        "— {how}.",
    ),
    (
        "{side} is silent on it in {n} sayings of its own kept here.",
        "{side}は保管された{n}件の発言でこれに触れていない。",
        "{side} об этом молчит в {n} сохранённых высказываниях.",
    ),
    (
        "Cannot tell: in {n} sayings kept here neither side tied the programme to the talks, and neither denied a tie.",
        "判断できない。保管された{n}件の発言では、どちらの側も計画を交渉に結び付けず、否定もしていない。",
        "Сказать нельзя: в {n} сохранённых высказываниях ни одна сторона не связала программу с переговорами и не "
        "отрицала связи.",
    ),
    ("Silence is not denial.", "沈黙は否定ではない。", "Молчание не отрицание."),
    (
        "Versions differ on {n} questions about the whole and on {deals}, in {kinds}.",
        "言い分は全体に関する{n}の問いと{deals}で食い違う。食い違うのは{kinds}。",
        "Версии расходятся по вопросам о целом ({n}) и по сделкам ({deals}): {kinds}.",
    ),
    (
        "{n} deals with a known sum weigh like {e} equal ones: the largest alone, {name}, holds {s} of the money.",
        "金額の分かる{n}件の重みは同規模の{e}件分に等しい。最大の案件({name})が金額の{s}を占める。",
        "{n} сделок с известной суммой весят как {e} равных: на крупнейшую ({name}) приходится {s} денег.",
    ),
    (
        "Over areas it weighs like {e} equal ones, most in {name} ({s}).",
        "分野別では同規模の{e}分野分に等しく、最大は{name}({s})。",
        "По направлениям — как {e} равных, больше всего в «{name}» ({s}).",
    ),
    (
        "The money weighs like {e} equal {what}; the largest holds {s}.",
        "資金の重みは同規模の{what}{e}件分に等しく、最大のものが{s}を占める。",
        "Деньги весят как {e} равных {what}; на крупнейшую долю приходится {s}.",
    ),
    (
        "Size: a hint and no more that deals from {d} on were typically {t} times as large ({n} sums; shuffled "
        "deals show one "
        "as clear in {p} of cases).",
        "規模:{d}以降の案件は典型的に{t}倍だった、という手がかりがあるにとどまる(金額{n}件、"
        "並べ替えても{p}で同じ差が出る)。",
        "Размер: лишь намёк на то, что с {d} сделки обычно крупнее в {t} раза ({n} сумм; при перемешивании "
        "столь же ясно в "
        "{p} случаев).",
    ),
    (
        "Size: cannot tell, {n} deals with a known sum; {m} are needed.",
        "規模:判断できない。金額の分かる案件は{n}件で、{m}件が必要。",
        "Размер: сказать нельзя, сделок с известной суммой {n}, нужно {m}.",
    ),
    (
        "Mix before and after {d}: no change beyond chance can be seen.",
        "{d}前後の構成:偶然を超える変化は見られない。",
        "Состав до и после {d}: изменений сверх случайных не видно.",
    ),
    (
        "Owner: a hint and no more that from {d} on {kind} partners went from {a} to {b} of deals (a change as "
        "large is "
        "there in {p} of shuffles).",
        "相手の種類:{d}以降、{kind}の割合が{a}から{b}になった、"
        "という手がかりがあるにとどまる(並べ替えても{p}で同じ変化が出る)。",
        "Владельцы: лишь намёк на то, что с {d} доля «{kind}» выросла с {a} до {b} сделок (такое же бывает в {p} "
        "перемешиваний).",
    ),
    (
        "“{what}” turns in {p} of them, most by the choice of {why}.",
        "判定「{what}」はそのうち{p}で変わり、主因は{why}の選択。",
        "Вывод «{what}» меняется в {p} из них, главным образом из-за решения: {why}.",
    ),
    (
        "The same wherever it can be told: {what}.",
        "判定できる限り変わらないもの:{what}。",
        "Неизменно везде, где это можно сказать: {what}.",
    ),
    (
        "Under these placeholder priors, the share of draws in which it works: {list}.",
        "この仮の前提のもとで成り立つ抽出の割合:{list}。",
        "При этих условных предпосылках доля испытаний, где это работает: {list}.",
    ),
    (
        "The base changed: {what} were counted, so no rate of growth is given.",
        "数える対象が変わった({what})ため、伸び率は示さない。",
        "Основа менялась ({what}), поэтому темп роста не указан.",
    ),
    (
        "Could money have bought “{what}”, as a deal that nobody gains by breaking?",
        "資金で「{what}」を、誰も破って得をしない取引として買えたか。",
        "Можно ли было купить «{what}» сделкой, которую никому не выгодно нарушать?",
    ),
    (
        "No gap between versions was found among {n} deals; where only one voice speaks, none can be.",
        "{n}件の案件に言い分の食い違いは見つからなかった。語る者が一人なら食い違いはあり得ない。",
        "Среди {n} сделок расхождений версий не найдено; где говорит один голос, их быть не может.",
    ),
    (
        "Cannot tell: only {n} deals with a known sum.",
        "判断できない。金額の分かる案件は{n}件しかない。",
        "Сказать нельзя: сделок с известной суммой лишь {n}.",
    ),
    (
        "Owner: cannot tell.",
        "相手の種類:判断できない。",
        "Владельцы: сказать нельзя.",
    ),
    (
        "{n} deals: below {m} there is only the plot.",
        "{n}件。{m}件未満では図だけを示す。",
        "{n} сделок: при числе ниже {m} есть только график.",
    ),
    (
        "Only {n} comparison can be made like with like.",
        "同じ基準で比べられるのは{n}組だけである。",
        "Сопоставить подобное с подобным можно лишь в {n} случае.",
    ),
    (
        "The other {n} bases each hold one investor alone.",
        "残る{n}の基準には、それぞれ一つの投資者しかない。",
        "На остальных {n} основах — по одному инвестору.",
    ),
    (
        "Too few to test: {a} of {n} meetings followed a deal and {b} did not; at least {l} of each are needed, "
        "and {s} "
        "strata with both (there are {t}).",
        "検定には少なすぎる。{n}回の会談のうち案件の後が{a}回、そうでないのが{b}回。各{l}回以上、"
        "両方を含む層が{s}必要(現状{t})。",
        "Для проверки слишком мало: из {n} встреч {a} следовали за сделкой, {b} нет; нужно не менее {l} тех и "
        "других и {s} "
        "слоя с обоими (есть {t}).",
    ),
    (
        "The {money} {what} could have bought the whole concession only if it cost {side} less than {a}, "
        "were each unit "
        "worth its full value to {s2}; less than {b}, were it worth {p} of it; less than {d}, were it worth {q} of it.",
        "{what}{money}で譲歩の全体を買えたのは、"
        "{side}にとっての費用が{a}未満(各単位が額面どおりの価値の場合)、{b}未満({p}の場合)、"
        "{d}未満({q}の場合)のときに限る。",
        "{money} ({what}) могли бы купить всю уступку, только если она стоила стороне ({side}) меньше {a} "
        "при полной "
        "ценности каждой единицы, меньше {b} при {p} и меньше {d} при {q}.",
    ),
    (
        "The share that binds runs from {a} to {b} over {n} combinations (published: {p}), committed money by a "
        "factor of "
        "{f}.",
        "拘束力のある割合は{n}通りの組み合わせで{a}から{b}(公表値{p})、約束額は{f}倍の幅で動く。",
        "Доля обязывающих — от {a} до {b} в {n} сочетаниях (опубликовано: {p}), объём обязательств меняется в "
        "{f} раза.",
    ),
    (
        "From {a} to {b}; published: {p}.",
        "{a}から{b}まで。公表値は{p}。",
        "От {a} до {b}; опубликовано: {p}.",
    ),
    (
        "The choice that moves it most: {what}.",
        "最も動かす選択:{what}。",
        "Сильнее всего её сдвигает решение: {what}.",
    ),
    (
        "{s} of what was promised for {what} in {period} came, by {base} ({a} of {b} {unit}).",
        "{period}の{what}について約束された額の{s}が実現した({base}、{b} {unit}のうち{a})。",
        "Из обещанного ({what}, {period}) пришло {s} по {base} ({a} из {b} {unit}).",
    ),
    (
        "The sides count on {n} bases; each has its own rate.",
        "双方は{n}通りの基準で数えており、それぞれに率がある。",
        "Стороны считают на {n} основах; у каждой своя доля.",
    ),
    (
        "Of {n} published numbers {failed} fails a check; {p} checks hold, {u} could not be made.",
        "公表値{n}件のうち検算に反するもの:{failed}。{p}件の検算は合い、できなかったもの:{u}。",
        "Из {n} опубликованных чисел не проходят проверку: {failed}; сошлись {p} проверок, не удалось провести: {u}.",
    ),
    (
        "The count of papers was told as {list}.",
        "文書の数は順に {list} と伝えられた。",
        "Число документов называли так: {list}.",
    ),
    (
        "{a} of what was promised binds ({b} to {c}, as far as so few deals can tell).",
        "約束されたもののうち拘束力があるのは{a}(少ない件数から言えるのは{b}から{c})。",
        "Обязывает {a} обещанного (от {b} до {c}, насколько можно судить по столь немногим сделкам).",
    ),
    (
        "Within {y} years {a} of the promised deals were bound by a paper.",
        "{y}年以内に約束の{a}が拘束力ある文書に至った。",
        "За {y} года обязывающим документом закреплены {a} обещаний.",
    ),
    (
        "Within {y} years {a} of the promised deals were paid.",
        "{y}年以内に約束の{a}が支払われた。",
        "За {y} года выплачено по {a} обещаний.",
    ),
    (
        "Within {y} years {a} of the promised deals were delivered.",
        "{y}年以内に約束の{a}が実現した。",
        "За {y} года исполнено {a} обещаний.",
    ),
    (
        "{n} meetings and {m} acts of deals on one line of time; {k} binding acts fell within {d} days of a meeting.",
        "{n}回の会談と案件の{m}件の動きを一つの時間軸に示す。拘束力を生む動きのうち{k}件は会談の前後{d}日以内。",
        "{n} встреч и {m} событий сделок на одной оси времени; {k} обязывающих событий — в пределах {d} дней от "
        "встречи.",
    ),
    (
        "{n} acts of sanctions, on the same line of time.",
        "同じ時間軸に制裁{n}件を示す。",
        "{n} санкционных мер на той же оси времени.",
    ),
    (
        "Each dot is a share of {n} draws; its line is the error of drawing.",
        "各点は{n}回の抽出に占める割合、線は抽出の誤差。",
        "Каждая точка — доля из {n} испытаний; линия — погрешность.",
    ),
    ("Mix by area, before and after {d}", "{d}前後の分野構成", "Состав по направлениям до и после {d}"),
    ("Mix by instrument, before and after {d}", "{d}前後の手段の構成", "Состав по инструментам до и после {d}"),
    ("Mix by owner, before and after {d}", "{d}前後の相手の構成", "Состав по владельцам до и после {d}"),
    (
        "Binding, of promised deals under every combination",
        "全組み合わせでの拘束力の割合",
        "Доля обязывающих при всех сочетаниях",
    ),
    (
        "Paid, of promised deals under every combination",
        "全組み合わせでの支払い済みの割合",
        "Доля выплаченных при всех сочетаниях",
    ),
    (
        "Delivered, of promised deals under every combination",
        "全組み合わせでの実現の割合",
        "Доля исполненных при всех сочетаниях",
    ),
    ("Pledged money under every combination", "全組み合わせでの表明額", "Обещанные деньги при всех сочетаниях"),
    ("Committed money under every combination", "全組み合わせでの約束額", "Обязательства при всех сочетаниях"),
    ("Paid money under every combination", "全組み合わせでの支払額", "Выплаты при всех сочетаниях"),
    (
        "{a} of {b} deals have not been heard of for {m} months.",
        "{b}件中{a}件は{m}か月消息がない。",
        "О {a} из {b} сделок не слышно {m} месяца.",
    ),
    (
        "{n} deals were never heard of after their first day and carry no follow-up.",
        "{n}件は初日以降の消息がなく、追跡の情報がない。",
        "О {n} сделках после первого дня ничего не слышно.",
    ),
    (
        "{n} deals began at another stage than memorandum and are not in the curves.",
        "{n}件は覚書以外の段階で始まったため、曲線に含まない。",
        "{n} сделок начались не с меморандума и в кривые не входят.",
    ),
    (
        "{n} deal events were signed at a meeting: counted, shown, and left out both ways.",
        "案件の動き{n}件は会談の場で署名された。数えて示すが、前後いずれの比較からも除く。",
        "{n} событий сделок произошли на встрече: посчитаны, показаны и не учтены ни в ту, ни в другую сторону.",
    ),
    (
        "{row}: date precision decides this row.",
        "{row}:日付の精度がこの行を左右する。",
        "{row}: строку решает точность даты.",
    ),
    (
        "“{a}” is one doubtful voice's claim: no second source was found.",
        "「{a}」は疑わしい一者の主張で、第二の出典は見つかっていない。",
        "«{a}» — утверждение одного сомнительного голоса; второго источника не нашлось.",
    ),
    (
        "{n} pairs of promise and count stand on different bases and were not divided.",
        "約束と統計の{n}組は基準が異なるため割っていない。",
        "{n} пар обещания и подсчёта стоят на разных основах и не делились.",
    ),
    (
        "“{what}” has no value in {a} of {b} combinations.",
        "「{what}」は{b}通り中{a}通りで値がない。",
        "«{what}»: нет значения в {a} из {b} сочетаний.",
    ),
)
"""English with {places}, then Japanese and Russian with the same places; the first that fits is taken."""

PARTS: Final[tuple[tuple[str, str, str], ...]] = (
    ("{a} → {b}", "{a}→{b}", "{a} → {b}"),
    ("{how} ({n} saying)", "{how}({n}件)", "{how} ({n})"),
    ("{how} ({n} sayings)", "{how}({n}件)", "{how} ({n})"),
    ("{a} and {b}", "{a}と{b}", "{a} и {b}"),
    ("{a} to {b}", "{a}→{b}", "{a} → {b}"),
    ("{n} other thing", "ほか{n}件", "ещё {n}"),
    ("{n} other things", "ほか{n}件", "ещё {n}"),
    ("{n} deals", "{n}件", "{n} сделок"),
    ("{n} deal", "{n}件", "{n} сделка"),
)
"""The same for names and numbers inside a sentence, never for a sentence."""


def _compiled(pattern: str) -> re.Pattern[str]:
    """A place holds no end of a sentence; `PLACES` are those that hold something else."""
    parts = re.split(r"\{(\w+)\}", pattern)
    made = []
    for number, part in enumerate(parts):
        inside = PLACES.get(part, WORDS_OF)
        made.append(re.escape(part) if number % 2 == 0 else f"(?P<{part}>{inside})")
    return re.compile("".join(made))


Patterns = dict[str, list[tuple[re.Pattern[str], tuple[str, str]]]]
SUM: Final = re.compile(r"([A-Z]{3}) (-?[\d.]+) (tn|bn|m)")
NUMBER: Final = r"[\d.,/-]*\d(?:e[+-]?\d+)?"
WORDS_OF: Final = r"(?:(?![.?] [A-Z“\d]).)+?"
PLACES: Final = {
    **dict.fromkeys("nmkyte", NUMBER),
    "code": r"[\w-]+",
    "name": ".+",
    "money": SUM.pattern.replace("(", "(?:"),
}
FREE: Final = frozenset({"name", "code"})
"""Places of a label that may hold what is in no table: a title, a name, a code."""


def _by_start(patterns: Iterable[tuple[str, str, str]]) -> Patterns:
    """Patterns by their first word; those that begin with a place stand under no word."""
    found: Patterns = defaultdict(list)
    for english, ja, ru in patterns:
        start = "" if english.startswith(("{", "“")) else english.split(" ", 1)[0]
        found[start].append((_compiled(english), (ja, ru)))
    return found


SENTENCES: Final = _by_start((*PATTERNS, *TOLD))
INSIDE: Final = _by_start((*SHAPES, *PARTS))
END: Final = re.compile(r"(?<=[.?]) (?=[A-Z“\d])")
LISTS: Final = (" | ", "; ", " / ", ", ")
"""What parts a list of labels: each is told by itself, and all must be known."""


class Names:
    """Names that a programme's tables give in other languages: areas, above all; equal only to itself."""

    def __init__(self, own: Mapping[str, tuple[str, str]]) -> None:
        self.own = {name: told for name, told in own.items() if all(told)}


NO_NAMES: Final = Names({})
Said = tuple[tuple[str, bool], ...]


@lru_cache(maxsize=16384)
def say(text: str, language: str, names: Names = NO_NAMES) -> Said | None:
    """English of the measures in another language, sentence by sentence, and whether each is in that language.

    A sentence that is not known here stays in English. None where nothing of it is known.
    """
    if language not in LANGUAGES or not text or len(text) > LONGEST:
        return None
    place = LANGUAGES.index(language)
    whole = _label(text, place, names)
    if whole is not None:
        return ((whole, True),)
    told: list[tuple[str, bool]] = []
    for sentence in END.split(text):
        told += _sentence(sentence, place, names)
    return tuple(told) if any(known for _, known in told) else None


def _sentence(text: str, place: int, names: Names) -> list[tuple[str, bool]]:
    """A sentence, or what it begins with and the rest by itself."""
    bare = text.removesuffix(".")
    begun: list[tuple[str, bool]] = []
    for head, *told in HEADS:
        if text.startswith(head):
            rest = text.removeprefix(head)
            shaped = _shaped(rest, place, names, sentences=True)
            label = None if shaped else _label(rest.removesuffix("."), place, names)
            if label is not None:
                return [(told[place] + label + ("。."[place] if bare != text else ""), True)]
            begun = [(told[place].strip(), True), *_sentence(rest, place, names)]
            break
    if begun and all(known for _, known in begun):
        return begun
    own = _shaped(text, place, names, sentences=True)
    if own is not None:
        return [(own, True)]
    if begun:
        return begun
    label = _label(bare, place, names) if bare != text else None
    return [(text, False)] if label is None else [(label + "。."[place], True)]


@lru_cache(maxsize=65536)
def _label(text: str, place: int, names: Names) -> str | None:
    """A label, or a list of labels; None where a part of it is not known."""
    known = _exact(text, place, names)
    if known is not None or text.endswith((".", "?")):
        return known
    for mark in LISTS:
        items = text.split(mark)
        if len(items) > 1 and not all(map(_bare, items)):
            parts = [part if _bare(part) else _label(part, place, names) for part in items]
            told = [part for part in parts if part is not None]
            if len(told) == len(parts):
                return ("、" if mark == ", " and place == 0 else mark).join(told)
    return _shaped(text, place, names) if len(text) <= SHORT else None


SHORT: Final = 240
"""Letters of the longest label: what is longer is a sentence, a list or somebody's own words."""


def _exact(text: str, place: int, names: Names) -> str | None:
    found = names.own.get(text) or EXACT.get(text) or LABELS.get(text) or CODES.get(text)
    return found[place] if found is not None else _voice(text, place)


@lru_cache(maxsize=65536)
def _shaped(text: str, place: int, names: Names, sentences: bool = False) -> str | None:
    known = _exact(text, place, names)
    if known is not None:
        return known
    patterns = SENTENCES if sentences else INSIDE
    for start in dict.fromkeys((text.split(" ", 1)[0], "")):
        for pattern, told in patterns.get(start, ()):
            match = pattern.fullmatch(text)
            if match is None:
                continue
            parts: dict[str, str] = {}
            for name, value in match.groupdict().items():
                if name in FREE:
                    part: str | None = _exact(value, place, names) or value
                else:
                    part = _part(value, place, names) if sentences else _whole(value, place, names)
                if part is None:
                    break  # a part that is not known: the whole stays as it is, never half in one language
                parts[name] = part
            else:
                return told[place].format(**parts)
    return None


def _whole(value: str, place: int, names: Names) -> str | None:
    """A number, a code or a label as a part of another label; None where it is not known."""
    if AMOUNT.fullmatch(value):
        return _number(value, place)
    known = _label(value, place, names)
    return value if known is None and _bare(value) else known


AMOUNT: Final = re.compile(r"[\d.,–-]+(?: %)?(?: to [\d.,]+(?: %)?)?")


def _number(value: str, place: int) -> str:
    spaced = value.replace(" to ", "–" if place else "〜")
    return spaced if place else spaced.replace(" %", "%")


@lru_cache(maxsize=65536)
def _part(value: str, place: int, names: Names) -> str:
    """A name, number or list inside a sentence; what is not known stays as it is."""
    if AMOUNT.fullmatch(value):
        return _number(value, place)
    known = _label(value, place, names)
    if known is not None:
        return known
    if ", " in value:
        items = value.split(", ")
        parts = [_part(item, place, names) for item in items]
        if parts != items or all(_bare(item) for item in items):
            return (", " if place else "、").join(parts)
    return value


CODES: Final = {str(word): (meaning.ja, meaning.ru) for word, meaning in MEANINGS.items() if meaning.ja and meaning.ru}
"""The words of the codelists, where a label is one of them."""

VOICE: Final = re.compile(r"([A-Z]{2}|third|both|unknown) ([a-z]+)")


def _voice(text: str, place: int) -> str | None:
    """Whose word it is, as a side and a kind of speaker; a sum of money with its unit."""
    language = LANGUAGES[place]
    found = VOICE.fullmatch(text)
    if found is not None and f"voice.{found[2]}" in words.WORDS:
        side = words.say(f"country.{found[1]}", language) if f"country.{found[1]}" in words.WORDS else None
        side = side or countries.named(found[1], words.PLACE[language])
        return words.say("voice", language).format(side=side, kind=words.say(f"voice.{found[2]}", language))
    money = SUM.fullmatch(text)
    if money is None:
        return None
    number = Decimal(money[2])
    if place:
        return f"{money[1]} {number:f}".replace(".", ",") + RUSSIAN[money[3]]
    whole = number * SCALE[money[3]]
    size, unit = next((size, unit) for size, unit in JAPANESE if abs(whole) >= size or size == JAPANESE[-1][0])
    return f"{money[1]} {(whole / size).normalize():f}{unit}"


SCALE: Final = {"tn": 10**12, "bn": 10**9, "m": 10**6}
RUSSIAN: Final = {"tn": "\u00a0трлн", "bn": "\u00a0млрд", "m": "\u00a0млн"}
JAPANESE: Final = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))


def _bare(value: str) -> bool:
    """Whether there is nothing in it to translate: a number, a code, a sign."""
    return not re.search(r"[a-z]{2}", value)
