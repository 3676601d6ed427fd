"""The dictionaries of the spinners: what stands for what, beside the tics of `spinner.py`.

``wordswap`` swaps words one for one, as an English text looks that was turned into another language and back word by
word; its table stands here. ``essay`` takes any synonym of any sense out of WordNet and puts the old ending on it, and
``synonym`` takes one of the commonest sense. WordNet is read where it is installed (Debian: wordnet-base, or
``WORDNET=folder``); without it those two families have their tics alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

__all__ = ["ONE_FOR_ONE", "inflected", "lemma", "synonyms"]

ONE_FOR_ONE: Mapping[str, tuple[str, ...]] = {
    row.split(":")[0]: tuple(row.split(":")[1].replace("_", " ").split("|"))
    for row in (  # noqa: SIM905
        """
about:round across:throughout action:motion actions:motion actual:precise actually:truly added:stated
address:tackle|handle advanced:superior ahead:forward aim:purpose aims:goals allow:permit|enable
almost:nearly|virtually although:though always:all_the_time among:amongst amount:quantity amounts:quantities
another:one_other answer:reply appeal:enchantment appear:seem appears:seems approach:strategy|method
approved:authorised approximately:roughly around:round army:military asked:requested assistance:help attack:assault
attacks:assaults attempt:try attempts:makes_an_attempt available:obtainable|out_there average:common
avoid:keep_away_from aware:conscious bad:dangerous based:primarily_based basic:primary became:turned|grew_to_become
become:turn_out_to_be|develop_into becomes:turns_into began:started begin:start belief:perception believe:consider
below:beneath benefit:profit benefits:advantages best:greatest better:higher beyond:past big:large|huge
biggest:largest bill:invoice bought:purchased bring:convey brought:introduced budget:finances|funds build:construct
building:constructing built:constructed buy:purchase buying:shopping_for campaign:marketing_campaign cannot:can't
car:automotive cars:automobiles cases:instances|circumstances cause:trigger caused:precipitated challenge:problem
chance:likelihood|probability changes:adjustments charge:cost cheap:low_cost check:examine|verify children:kids
choice:alternative choose:select city:metropolis claim:declare clean:clear close:shut cold:chilly commission:fee
common:frequent community:neighborhood|group companies:corporations|firms company:firm compared:in_contrast
competition:competitors complete:full completed:accomplished completely:utterly|fully concerned:involved
concerns:issues condition:situation conditions:situations conference:convention consider:contemplate
considered:thought-about constant:fixed construction:building contain:include continue:proceed control:management
cost:value costs:prices could:might country:nation court:courtroom|court_docket cover:cowl crisis:disaster
critical:crucial current:present currently:presently customers:clients|prospects cut:minimize damage:harm
danger:hazard dangerous:harmful data:information|knowledge dead:lifeless death:dying decide:resolve
decided:determined decision:choice decisions:selections defense:protection deliver:ship department:division
depends:relies_upon despite:regardless_of difference:distinction different:totally_different difficult:troublesome
direction:course directly:straight discuss:focus_on discussed:mentioned discussion:dialogue disease:illness
document:doc documents:paperwork dollar:greenback dollars:bucks driven:pushed each:every easily:simply easy:simple
education:schooling|training effect:impact effective:efficient effects:results either:both
electricity:electrical_energy employees:workers enable:allow energy:power|vitality enjoy:get_pleasure_from
enough:sufficient ensure:guarantee entire:whole environment:surroundings equipment:tools especially:particularly
essential:important establish:set_up event:occasion events:occasions every:each everyone:everybody evidence:proof
exactly:precisely example:instance except:besides exchange:change|trade executive:govt existing:current
expand:increase|broaden expect:anticipate experience:expertise expert:skilled experts:consultants explain:clarify
explained:defined express:categorical extra:further facilities:services|amenities fact:truth factor:issue
factors:components fair:truthful faith:religion family:household fast:quick fear:worry feel:really_feel field:area
fight:struggle|combat figure:determine film:movie final:closing|ultimate finally:lastly financial:monetary
find:discover fine:nice firm:agency firms:companies|corporations fit:match five:5 flow:circulation|move
follow:comply_with followed:adopted food:meals force:pressure|drive forced:pressured form:type|kind forward:ahead
found:discovered four:4 friend:good_friend friends:buddies front:entrance fuel:gasoline function:perform
further:additional gain:achieve game:sport gas:fuel general:basic generally:typically generation:era
goal:purpose|objective goals:targets goods:items got:acquired great:nice ground:floor groups:teams grow:develop
growing:rising growth:progress guarantee:assure guide:information happen:occur happened:occurred
hard:onerous|exhausting heart:coronary_heart high:excessive higher:larger|greater highly:extremely
history:historical_past hold:maintain home:house|residence homes:houses hot:scorching house:home
however:nonetheless|nevertheless huge:enormous idea:concept|thought ideas:concepts immediate:rapid
immediately:instantly impact:affect|influence important:essential|necessary improve:enhance include:embody
includes:contains income:earnings|revenue increase:improve increased:elevated increases:will_increase
increasing:growing indeed:certainly independent:impartial individual:particular_person industry:trade|business
information:info|data initial:preliminary instead:as_a_substitute insurance:insurance_coverage intended:supposed
interests:pursuits internal:inner international:worldwide investment:funding involved:concerned
issue:problem|difficulty issues:points judge:decide just:simply keep:maintain|preserve kind:sort|variety kinds:sorts
knowledge:data|information known:recognized large:massive|giant larger:bigger law:regulation|legislation
laws:legal_guidelines leader:chief leading:main learn:study learned:discovered leave:depart legal:authorized
level:stage|degree levels:ranges light:mild likely:seemingly|doubtless limit:restrict limited:restricted
list:checklist live:stay|reside living:dwelling loan:mortgage local:native long:lengthy looking:trying
lost:misplaced lower:decrease main:primary|essential maintain:preserve major:main manage:handle
management:administration manager:supervisor material:materials materials:supplies maybe:possibly
meaning:which_means meanwhile:in_the_meantime meeting:assembly men:males mention:point_out method:technique
methods:strategies might:would_possibly military:army|navy modern:fashionable|trendy money:cash mostly:largely
mother:mom move:transfer movement:motion multiple:a_number_of name:identify|title narrow:slim nearly:practically
necessary:needed|vital need:want needed:wanted needs:wants negative:unfavourable network:community never:by_no_means
nevertheless:nonetheless news:information nine:9 normal:regular note:notice|observe noted:famous notice:discover
number:quantity objective:goal obtain:get_hold_of obvious:apparent offer:supply offered:supplied offers:affords
office:workplace often:usually old:previous|outdated once:as_soon_as operate:function opportunity:alternative
organization:group original:authentic outside:exterior|outdoors overall:general own:personal owner:proprietor
owners:homeowners page:web_page part:half particular:explicit|specific particularly:notably|significantly
parties:events partner:companion|associate partners:companions parts:components|elements
party:celebration|get_together pass:cross|move passed:handed past:previous payment:fee payments:funds percent:%
percentage:share perhaps:maybe period:interval permanent:everlasting person:individual personal:private
phone:cellphone pick:choose picture:image plane:airplane plants:crops|vegetation player:participant players:gamers
point:level points:factors policies:insurance_policies policy:coverage popular:fashionable|widespread
population:inhabitants position:place positive:optimistic possible:doable|attainable power:energy
powerful:highly_effective practice:observe|apply present:current presented:introduced pressure:strain
previous:earlier previously:beforehand price:worth|value prices:costs primary:main principle:precept
private:non-public probably:in_all_probability problem:drawback|downside problems:issues procedure:process
process:course_of production:manufacturing products:merchandise profit:revenue profits:earnings
projects:initiatives|tasks proper:correct protect:defend protection:safety provide:present provided:offered
provides:supplies purchase:buy purpose:function|objective quality:high_quality question:query quick:fast
quickly:shortly|rapidly quite:fairly raise:elevate|increase range:vary rapid:speedy rate:fee|charge rates:charges
rather:quite|moderately reach:attain reaction:response read:learn ready:prepared real:actual reality:actuality
really:actually reason:cause|motive reasons:causes receive:obtain received:acquired recent:latest
recently:lately|just_lately recognized:acknowledged record:document|file records:information recovery:restoration
reduce:cut_back|scale_back reduced:decreased regarding:concerning region:area regions:areas related:associated
release:launch released:launched religious:spiritual remain:stay remains:stays remember:keep_in_mind
remove:take_away removed:eliminated replace:exchange replaced:changed requirements:necessities research:analysis
resources:assets|sources respond:reply responsibility:accountability|duty responsible:accountable result:end_result
results:outcomes rich:wealthy right:proper risk:danger|threat risks:dangers road:street|highway
role:position|function rules:guidelines running:operating safe:secure|protected safety:security sales:gross_sales
same:identical saw:noticed school:college|faculty schools:faculties section:part security:safety
seeking:searching_for seem:appear seemed:appeared seems:appears select:choose sell:promote selling:promoting
send:ship sent:despatched series:collection|sequence serious:critical|severe services:providers|companies
several:a_number_of severe:extreme short:brief|quick show:present showed:confirmed shown:proven
shows:reveals|exhibits sign:signal signal:sign significant:vital|important similar:comparable simple:easy
simply:merely site:web_site situation:scenario size:dimension skills:expertise slow:gradual soldiers:troopers
solution:answer|resolution solve:clear_up sometimes:generally soon:quickly source:supply special:particular
specific:particular speed:velocity|pace spread:unfold stable:secure staff:employees|workers
standard:commonplace|normal standards:requirements start:begin started:began status:standing stock:inventory
stop:cease store:retailer strategy:technique strength:power strong:robust structure:construction
student:pupil|scholar students:college_students study:examine|research subject:topic successful:profitable
suddenly:all_of_a_sudden suggest:recommend|counsel suggested:steered suitable:appropriate supplies:provides
supply:provide support:help|assist sure:certain surprised:shocked systems:programs|techniques talk:discuss|speak
target:goal task:activity|job teacher:instructor teachers:academics team:workforce technology:know-how|expertise
term:time_period terms:phrases test:check therefore:subsequently think:assume thousands:hundreds threat:menace
through:by_way_of|via throughout:all_through today:at_the_moment|as_we_speak together:collectively
total:complete|whole tough:robust towards:in_direction_of town:city trading:buying_and_selling
traditional:conventional traffic:site_visitors train:practice|prepare training:coaching transfer:switch
travel:journey treatment:remedy|therapy trouble:bother|hassle trust:belief try:strive|attempt
trying:making_an_attempt turn:flip type:sort types:sorts under:beneath|below understand:perceive university:college
unless:until until:till useful:helpful users:customers using:utilizing usual:standard usually:often|normally
value:worth variety:selection various:varied|numerous vehicles:autos version:model via:by_way_of visit:go_to
volume:quantity war:struggle|warfare ways:methods weather:climate whether:whether_or_not whole:complete
wide:broad|vast widely:extensively wife:spouse willing:keen|prepared wish:want within:inside woman:girl
women:girls|ladies wood:wooden worked:labored worker:employee workers:staff|employees worth:price|value
wrong:incorrect|mistaken young:younger
""".split()
    )
}
"""Word to what it becomes."""

Senses = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def synonyms() -> Mapping[str, Senses]:
    """Of each word of WordNet its senses, the commonest of each part of speech first, each with its other words."""
    folder = Path(os.environ.get("WORDNET", "/usr/share/wordnet"))
    found: dict[str, list[tuple[str, ...]]] = {}
    for part in ("noun", "verb", "adj", "adv"):
        if not (folder / f"data.{part}").exists():
            return {}
        sets = {
            line.split(" ", 1)[0]: _members(line)
            for line in (folder / f"data.{part}").read_text("latin-1").splitlines()
            if not line.startswith(" ")
        }
        for line in (folder / f"index.{part}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split()
            senses = [tuple(w for w in sets[at] if w != cells[0]) for at in cells[-int(cells[2]) :]]
            found.setdefault(cells[0], []).extend(others for others in senses if others)
    return {word: tuple(senses) for word, senses in found.items() if senses}


def _members(line: str) -> tuple[str, ...]:
    cells = line.split()
    words = (cells[4 + 2 * at] for at in range(int(cells[3], 16)))
    return tuple(re.sub(r"\(\w+\)$", "", word).replace("_", " ") for word in words)


_ENDINGS = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ing", "e"), ("ing", ""), ("ed", "e"), ("ed", ""))


def lemma(word: str) -> tuple[str, str]:
    """The word in WordNet behind a form, and the ending that was taken off; the word itself where none is."""
    known = synonyms()
    if word in known:
        return word, ""
    for ending, back in _ENDINGS:
        if word.endswith(ending) and word[: -len(ending)] + back in known:
            return word[: -len(ending)] + back, {"ies": "s", "es": "s"}.get(ending, ending)
    return word, ""


def inflected(word: str, ending: str) -> str:
    """`word` with an ending put on as a machine does, right or wrong."""
    if not ending:
        return word
    return (word[:-1] if word.endswith("e") and ending != "s" else word) + ending
