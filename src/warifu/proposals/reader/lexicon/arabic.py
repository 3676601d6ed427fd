"""The words of Arabic; what the classes mean is told in `lexicon.classes`."""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.proposals.reader.lexicon.classes import Lexicon
from warifu.proposals.reader.lexicon.tables import Table

ARABIC: Final = Lexicon(
    events=Table({
        "stall": r"تعليق|علّق\w*|علقت|تجميد|جُ?مدت?|تأجيل|أجّ?ل\w*", "cancel": r"إلغاء|ألغ\w+|انسح\w+|فسخ", "refuse": r"رفض\w*", "plan": r"تعتزم|يعتزم|تخطط|يخطط|تدرس|يدرس|مفاوضات|محادثات|تتفاوض|تأمل|يأمل|تتوقع|يتوقع|اقترح\w*|طلب\w*|من المتوقع|من المقرر",
        "force": r"دخل\w* حيز", "order": r"طلبية", "sign": r"وقّ?ع\w*|توقيع|أبرم\w*|إبرام", "draw": r"صرف\w*|دفع\w*|حوّ?ل\w*|سدد\w*", "give": r"قدّ?م\w*|منح\w*|تبرع\w*", "buy": r"اشتر\w+|استحوذ\w*", "invest": r"استثمر\w*", "finish": r"افتتح\w*|اكتمل\w*|سلّ?م\w*|أنجز\w*", "work": r"بدأ\w*|جار\w*|قيد (?:التنفيذ|الإنشاء)", "approve": r"وافق\w*|أقر\w*|صادق\w*|موافقة", "pledge": r"تعهد\w*|أعلن\w*|اتفق\w*|وعد\w*|ستقدم|سيقدم|ستستثمر|سيمول|ستمول|تقديم",
    }),
    papers=Table({
        "mou": r"مذكر(?:ة|ات|تي) (?:ال)?تفاهم", "letter": r"خطاب نوايا", "notes": r"تبادل (?:رسائل|مذكرات)", "statement": r"بيان(?:ا)? مشترك\w*|إعلان", "guarantee": r"ضمان\w*", "equity": r"حصة|أسهم", "venture": r"مشروع مشترك", "loan": r"قرض\w*|قروض|تمويل|ائتمان\w*", "grant": r"منحة|منح|مساعد\w+|تبرع\w*|هبة", "fund": r"صندوق\w* (?:مشترك|استثمار)\w*", "purchase": r"شراء|توريد|صفقة شراء",
        "contract": r"عقد\w*|عقود", "framework": r"اتفاق\w* إطار\w*", "agreement": r"اتفاق\w*|معاهدة|بروتوكول|صفقة", "papers": r"وثائق", "other": r"برنامج|مبادرة|خطة", "project": r"مشروع|مشاريع|محطة|ميناء|مطار|خط",
    }),
    negation=re.compile(r"\bلم\b|\bلن\b|\bلا\b|\bليس\w*|\bدون\b|\bغير\b|نفى|نفت"), hedge=re.compile(r"ربما|قد "), split=re.compile(r"؛|،\s(?:فيما|بينما|لكن|غير أن|كما)\s|\sلكن\s"), cost=re.compile(r"تكلفة|كلفة|تكاليف"), hope=re.compile(r"تأمل|يأمل|تتوقع|يتوقع|هدف|تسعى|يسعى"), not_sum=re.compile(r"أرباح|إيرادات|التبادل التجاري|ديون|خسائر|غرامة|ناتج"),
    definite=re.compile(r"^[\W_]*(?:هذا|هذه|ال)(?P<noun>اتفاق|قرض|مذكرة|عقد|مشروع)\w*"), sides=re.compile(r"الجانبان|البلدان|البلدين|الطرفان|الجانبين"), unbinding=re.compile(r"غير ملزم\w*"), binding=re.compile(r"ملزم\w* قانون\w*"), contested=re.compile(r"نفى|نفت|لم يؤكد"),
)  # fmt: skip
