"""The words of Korean; what the classes mean is told in `lexicon.classes`."""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader.lexicon.classes import Lexicon
from warifu.proposals.reader.lexicon.tables import Table

KOREAN: Final = Lexicon(
    events=Table({
        "stall": r"중단|보류|연기|지연|동결|난항|교착", "cancel": r"취소|철회|철수|파기|해지|종료|백지화", "refuse": r"거부|거절",
        "plan": r"계획|검토|예정|추진|협의|협상|논의|기대|전망|희망|제안|요청|목표|방침|모색|의향|할 것으로|것으로 (?:예상|보인)",
        "force": r"발효|최종투자결정", "order": r"발주|수주|주문", "sign": r"서명|체결|맺었|조인|계약했|교환각서",
        "draw": r"집행|지급했|송금|납입", "give": r"제공했|지원했|기부했|전달했|공여했", "buy": r"인수했|매입했|구매했", "invest": r"투자했",
        "finish": r"준공|완공|개통|완료|인도했|가동을 시작|개소", "work": r"착공|진행 중|건설 중|시작했|착수|공사 중",
        "approve": r"승인|비준|의결|가결|확정", "pledge": r"약속|합의|발표|밝혔|공약|지원하기로|제공하기로|투자하기로|구매하기로|하기로|제공한다|지원한다|투자한다|제공할|지원할|투자할",
    }),
    papers=Table({
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
    joins=Caseless(r"[와과](?=\s)|,\s|및\s"),
    verb_last=True,
)  # fmt: skip
