"""The words of Chinese; what the classes mean is told in `lexicon.classes`."""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from typing import Final

from warifu.documents.caseless import Caseless
from warifu.proposals.reader.lexicon.classes import Lexicon
from warifu.proposals.reader.lexicon.tables import Table

CHINESE: Final = Lexicon(
    events=Table({
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
    papers=Table({
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
    not_sum=re.compile(r"同比|(?:对\w{1,4})?(?:出口|进口)(?=\s?█|[约达为])|利润|营收|收入|贸易额|进出口|出口额|市值|罚款|债务余额|亏损|损失|关税|税收|GDP|分红"),
    definite=re.compile(r"^[\W_]*(?:该|此|上述|这(?:一|项|笔|份)?)(?P<noun>协议|贷款|项目|合同|备忘录|资金|工程|线路|路段)"),
    sides=re.compile(r"双方|两国(?:政府)?|中\w方"),
    unbinding=re.compile(r"不具(?:有)?(?:法律)?约束力|没有(?:法律)?约束力|无(?:法律)?约束力"),
    binding=re.compile(r"具(?:有)?法律约束力"),
    contested=re.compile(r"否认|未予证实|说法不一"),
    joins=Caseless(r"[，、和]|以及|其中"),
    opens=Caseless(r".{0,12}"),
)  # fmt: skip
