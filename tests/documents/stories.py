# ruff: noqa: E501  stories and sets read best unbroken
"""Short texts about invented deals, for the tests of copies: an original, and what others make of it."""

from __future__ import annotations

ORIGINAL = (
    "The transport ministry of Kenya signed a 412 million euro contract on 14 March 2019 with Takahashi Kensetsu to build a "
    "suspension bridge across Likoni channel in Mombasa. The structure, 1.4 kilometres long, will replace ferries that carry "
    "300,000 passengers a day. JICA lends 47.8 billion yen over 40 years at 0.1 percent interest, with a grace period of 12 "
    "years. Permanent secretary Wanjiru Kamau said that dredging begins in October and that the first cars should cross in "
    "2024. Fishing cooperatives in Mtongwe have asked the high court in Nairobi to halt the works until 1,150 families are "
    "compensated."
)
SYNDICATED = f"MOMBASA (Wire) - {ORIGINAL} Reporting by our staff. Sign up for our newsletter."
CUT = ORIGINAL[: ORIGINAL.index("Permanent")].strip()
REWRITTEN = (
    "A suspension bridge across Likoni channel in Mombasa is to replace ferries that carry 300,000 passengers a day. Kenya's "
    "transport ministry signed the contract, worth 412 million euros, with Takahashi Kensetsu on 14 March 2019. The structure "
    "is 1.4 kilometres long. JICA lends 47.8 billion yen over 40 years, with a grace period of 12 years, at 0.1 percent. "
    "Dredging begins in October, permanent secretary Wanjiru Kamau said; the first cars should cross in 2024. In Nairobi the "
    "high court was asked by fishing cooperatives in Mtongwe to halt everything until 1,150 families get compensation."
)
SPUN = (
    "The newest transport ministry out-of Kenya closed good 412 million euro price inside the , which have Takahashi Kensetsu "
    "to create a suspension bridge along the Likoni channel when you look at the Mombasa. Brand new structure, 1.4 kilometres "
    "much time, will exchange ferries you to bring 300,000 passengers 24 hours. JICA lends 47.8 mil yen more than forty years "
    "from the 0.1 % notice, having an elegance period of 12 age. Permanent secretary Wanjiru Kamau told you you to dredging "
    "initiate into the Oct and you will that first cars will be to mix inside 2024. Fishing cooperatives when you look at the "
    "Mtongwe possess expected the newest high court within the Nairobi so you can stop the new work up to 1,150 family try "
    "compensated."
)
INDEPENDENT = (
    "Mombasa's long queues for the ferry may end. Kenya and a Japanese builder, Takahashi Kensetsu, agreed on Thursday to span "
    "the Likoni channel with a bridge worth 412 million euros. Residents who crowded the quay cheered when trucks with survey "
    "gear arrived. Traders fear that kiosks beside the ramp will vanish. “We sell chai to those who wait,” said Halima Bakari, "
    "who has run a stall for nine years. Opposition senator Omar Juma wants to know why only one bidder came forward, and says "
    "parliament will question officials next week."
)
RUSSIAN = (
    "Министерство транспорта Кении 14 марта 2019 года подписало контракт на 412 млн евро с компанией Takahashi Kensetsu на "
    "строительство подвесного моста через пролив Ликони в Момбасе. Сооружение длиной 1,4 километра заменит паромы, которые "
    "перевозят 300 000 пассажиров в день. JICA предоставляет 47,8 млрд иен на 40 лет под 0,1 процента с льготным периодом 12 "
    "лет. Постоянный секретарь Ванджиру Камау сообщила, что дноуглубительные работы начнутся в октябре, а первые машины "
    "пройдут по мосту в 2024 году. Рыболовецкие кооперативы Мтонгве просят высокий суд в Найроби остановить работы, пока "
    "1150 семей не получат компенсацию."
)
JAPANESE = (
    "ケニア運輸省は2019年3月14日、モンバサのリコニ海峡に吊り橋を架ける4億1200万ユーロの契約をタカハシ・ケンセツと結んだ。"
    "橋は長さ1.4キロで、1日30万人の乗客を運ぶフェリーに代わる。JICAは478億円を期間40年、金利0.1％、据置期間12年で貸し付ける。"
    "ワンジル・カマウ次官は、10月に浚渫を始め、2024年に最初の車が渡るはずだと述べた。"
    "ムトングウェの漁業組合は、1150世帯への補償が済むまで工事を止めるようナイロビの高等裁判所に求めている。"
)
OTHER = (
    "Zambia's creditors agreed in Paris on 22 June to reschedule 6.3 billion dollars of bilateral debt over 20 years, finance "
    "minister Situmbeko Phiri said. China Exim Bank holds 4.1 billion of it. Interest falls to 1 percent until 2037, and "
    "repayments start in 2026. The International Monetary Fund can now release 188 million dollars of a programme that was "
    "approved last August. Bondholders owed 3 billion are not part of the deal, which must still be written into a memorandum "
    "and then into contracts with each lender, seventeen in all."
)

LONG = (
    "The ministry said that the port of Sakata will be closed before the winter, because more than forty cranes need "
    "repair. Many people in the country also wait for the ferry, where only two ships sail. The company plans to build "
    f"a new quay and has large loans from several banks. {OTHER} {INDEPENDENT}"
)
SWAPPED = LONG
"""`LONG` with seven words swapped: too few signs for a verdict on the text alone."""
for _old, _new in (
    ("need repair", "want repair"), ("people", "individuals"), ("also", "additionally"), ("large", "massive"),
    ("several", "a number of"), ("before", "earlier than"), ("build", "construct"),
):  # fmt: skip
    SWAPPED = SWAPPED.replace(_old, _new, 1)
MOSAIC = " ".join(text[: text.find(". ", int(0.6 * len(text))) + 1] for text in (ORIGINAL, OTHER))
"""More than half of `ORIGINAL` and of `OTHER`, one after the other."""
