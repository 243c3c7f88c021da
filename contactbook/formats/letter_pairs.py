"""Which letters stand beside those with accents, in the names, streets and towns of a language.

A code page tells itself by them where a table has only a few: "ło"is Polish, "³o"is nothing. Counted over
the lists of names of the package Faker, most frequent first; `_` is the edge of a word.
"""

# ruff: noqa: RUF001 - letters of many languages, on purpose
from __future__ import annotations

_COUNTED = {
    "french": (
        "ré él _é é_ ér ée _î îl lé né hé ép ém éd bé cé té mé éo ég én aï dé ét nç sé ès gé "
        "oé vé év iè és èn éa pé ço èv éc ël lè cô ôt èl hè ça rè ît nè èr éb uè èg fé dè zé "
        "ïd ïs ïl oï oë ë_ ié çu ûl oû ôn ôm nô hâ ât vê ên œu cœ sœ _œ bœ œi"
    ),
    "german": (
        "ör ür ün mü rö hö ös ül gü är öl rü kö än ön öh öc hü jü hä üh é_ üd lü _ä ß_ jö sü "
        "ät él ße üt kä ré äf üb bö ér äu üs gö üc öf zö lä tü pö bü lö mé lé hé mä jä iß bä "
        "dö mö öt öd sé äg uß oß aß fü sö äc äs fö öb tä _ö wä nö cé dä kü fä vö rä eß tö dü "
        "né üß"
    ),
    "spanish": (
        "án ón és ía rí ña pú í_ ín é_ úb né añ tá rá _á ár ró ño ió lé mé dá má él iñ tí dé "
        "sé lá én ñe lí ó_ có ló mó cí vá mí ué uí ás té á_ tó uñ ún át cá ér eñ ís ní ú_ ré "
        "ál áe iá bé ío rú eó ná cé sá bá úñ tú aí ñi gó áz ús vé ór dó áñ áb dí ós áv gá úl "
        "íñ ñó üe gü"
    ),
    "nordic": (
        "ør rø än lä år ær gå ø_ sø øn jä ä_ rö lø är _ø hø øs öm øj _å mä øl bæ væ nø jö ød "
        "æk ää jø mø ör vä øv ö_ äk ås pä æs øb én tø kö ön kø hä kä bø _ö äl kæ jæ äi ös å_ "
        "æl äm sö rå nä ål rä ré tä åb ræ læ öl öa äs næ æb åk _æ æg öd må lö øg gø sä äj gö"
    ),
    "portuguese": (
        "ão ân é_ ça tó tã né ór sã mé ís lâ ár lí nç ín oã ré ón íc _á ál ér úb és _í má aç "
        "mã á_ tá sé ém ôn âm rá rú él pú uí tâ áv mí íb ní çã rí bá ás lá én ué íl ív ác jú "
        "úl át ço óv dã iã ã_ gé tí dá ús eó bé íç úc íg zâ éc áb lô ír oá hã õe áu ãe dó lú"
    ),
    "italian": (
        "ò_ à_ ì_ lò è_ lì rè vò dù ù_ pé é_ mì uè ià tà rà nà oà nò rò iù sù sì dì fè né oè cè _è zà"
    ),
    "dutch": (
        "ië ë_ ée iè é_ èr ré ér lé né oë mé ël zé hé sé ën él cé ié aë év èv ém gé aï ét éc "
        "ër lè éo ép ég rè èg èn oé bé té ué éh yè èl ès pé éd ïn rö öe eë ëe oï ïe ïs eï ïd "
        "éé öö ör"
    ),
    "turkish": (
        "gü ül _ş ş_ ür _ö şa ün _ç öz aş ın tü şe ağ çe oğ ış mü ça _ü gö ıl ç_ lı kı ğa ı_ "
        "dı şi üm tı nç ök iş sü lü ğı ım rı ır üç ık şı uğ eş ü_ dü ör ön gı yü çi ük ız üş "
        "sı nş çı cı yı ğu uş ğ_ üz hü lâ rü ğl kç kü üs aç ıç nü zü üc uç rç üd şü ıt kö üt "
        "yş öy ıy nı ği"
    ),
    "polish": (
        "ła ał ło oł _ł ń_ _ś ś_ ów sł oń ńs oś _ż łu uł ró ł_ łk ań ły ół śl śc ię eł św ór "
        "łe ęd aś ńc ży śk śn eś ża dł uś gó ęb ąs kó że iń łą łó łę ęc yś yń eń ęg bł ęż źn "
        "ąb żo ąd gł ję aż kł zę ił zł ój oż ć_ lą oź ęt rę ió ią wł iś mł cł óż tó wó ęk łc"
    ),
    "czech": (
        "á_ vá ká ná é_ _š ké ý_ ík rá šo ár _č ič ín če án ní št či lá ký né uš áč šk čo iš "
        "ák ča aš oš áš čí eľ lí čk ži tá í_ ša ňa š_ zá ám éh ši _ž ľo eč ľa ál še č_ ný eš "
        "rí žn há má ľk ší áľ ač oč vé át čn tí nč ža yš iž ňo ří oľ íč už ež šť íž ád mí ír "
        "eň oř řá iř ř_ eř jí ů_ ův ěj ně ňk _ř uř ěc"
    ),
    "hungarian": (
        "án ár ág vá zá tá má ál és ás _é ó_ sá lá ér rá ör ő_ ék át ác ül né _á rö bá kö ré "
        "dá há pá ná él éz gá öz áz zé ró óz ém bé ák gó _ú új ád mé yö ká én ír tó vé já áb "
        "lé ző dó ón ét sü dé iá kó ső ós tő lí hé sé té gé ég ín jó ót eá áv ór fü só tö ök"
    ),
    "romanian": (
        "ţi ţa ă_ că iţ uţ nţ ţă ş_ ăl eş aş aţ ţ_ ră ăr mă ăd şo _ş şt şa iş uş ăt tă ău lă "
        "şu ăn eţ ză ân şi oş dă să"
    ),
    "croatian": (
        "ić ć_ če ič šk _š iš či ži ši ča _č še št ža že ač oš ož čk _ž č_ eš aš nč ša šč ež "
        "uš rš eč žn rč až čn už dž vč vš š_ rž šn uč oč iž ču nš će"
    ),
    "baltic": (
        "ņš iņ š_ ņa ė_ īt lī ār īn mä vī lė är _ā mā ēr rū nė ää rī _ž tė ür ūn rė än äe põ "
        "üü āb rē jū õl dī āl ūm zī ūl bē tī īd ān ič žu ėj pä kä še jü kā jā pē lē ģe aņ mī "
        "īl nā ņi ža iš _ē lū īr uš _š jõ jä _õ ät õd nõ õm tš mü lä jē ēk zā tū ūr dū ēn ļģ "
        "žy ąž ąu yš šk kš šė čė aš ės žė žą _č"
    ),
}

PAIRS = {language: frozenset(pairs.split()) for language, pairs in _COUNTED.items()}
"""By the names of `text_encoding`."""


def share(text: str, places: list[int], language: str) -> float:
    """Which part (0..1) of the neighbours of the letters at these places often stands beside them."""
    pairs = PAIRS.get(language)
    if pairs is None or not places:
        return _UNKNOWN
    found = 0
    for at in places:
        letter = text[at].lower()
        found += f"{_beside(text, at - 1)}{letter}" in pairs
        found += f"{letter}{_beside(text, at + 1)}" in pairs
    return found / (2 * len(places))


_UNKNOWN = 0.5


def _beside(text: str, at: int) -> str:
    char = text[at : at + 1].lower() if at >= 0 else ""
    return char if char.isalpha() else "_"
