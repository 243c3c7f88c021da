"""The words for days, spans and repetitions in the languages the program speaks, folded (see `folding`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from contactbook.domain.month_names import MONTHS

MINUTE, HOUR, DAY, WEEK, MONTH, YEAR = "minute", "hour", "day", "week", "month", "year"
UNITS = (MINUTE, HOUR, DAY, WEEK, MONTH, YEAR)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language. `days` maps words to days from today; `weekdays` to 0 (Monday) .. 6.

    `ahead` and `back` are what stands around a span in the future or past ("in 2 weeks", "2 weeks ago");
    `next`, `last`, `this` go with weekdays and units; `filler` says nothing; `every` begins a repetition and
    `periods` are repetitions of one word, by unit. `month_first`: 3/4 is the fourth of March.
    """

    code: str
    days: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ahead: frozenset[str]
    back: frozenset[str]
    next: frozenset[str]
    last: frozenset[str]
    this: frozenset[str]
    filler: frozenset[str]
    every: frozenset[str]
    periods: dict[str, str]
    times: dict[str, tuple[int, int]]
    month_first: bool = False


def _table(text: str) -> dict[str, int]:
    """Turn "0 today|1 tomorrow" into words by number; words of one number are separated by commas."""
    made: dict[str, int] = {}
    for line in text.split("|"):
        number, _, words = line.strip().partition(" ")
        made.update((word.strip(), int(number)) for word in words.split(","))
    return made


def _units(*words: str) -> dict[str, str]:
    return {word: unit for unit, line in zip(UNITS, words, strict=True) for word in line.split()}


def _week(*words: str) -> dict[str, int]:
    return {word: day for day, line in enumerate(words) for word in line.split()}


def _set(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split("|"))


def _times(
    noon: str, midnight: str, morning: str, afternoon: str, evening: str
) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for words, hour in ((noon, 12), (midnight, 0), (morning, 9), (afternoon, 14), (evening, 19)):
        found.update((word.strip(), (hour, 0)) for word in words.split("|") if word.strip())
    return found


ENGLISH = Language(
    "en",
    _table("0 today|1 tomorrow,tmr,tomorow|-1 yesterday|2 day after tomorrow,the day after tomorrow"
           "|14 in a fortnight|-2 day before yesterday,the day before yesterday"),
    _week("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
          "saturday sat", "sunday sun"),
    _units("minute minutes min mins", "hour hours hr hrs h", "day days d", "week weeks wk wks w",
           "month months mo", "year years yr yrs y"),
    _table("1 a,an,one|2 two,a couple of|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven"
           "|12 twelve|14 fourteen|15 fifteen"),
    _set("in|from now|later|hence"), _set("ago|before|back"), _set("next|coming"), _set("last|past"),
    _set("this"), _set("on|the|at|of|by|about|around"), _set("every|each"),
    {"daily": DAY, "weekly": WEEK, "monthly": MONTH, "yearly": YEAR, "annually": YEAR},
    _times("noon|midday", "midnight", "in the morning|this morning|morning", "in the afternoon|afternoon",
           "in the evening|this evening|evening|tonight"),
)  # fmt: skip
GERMAN = Language(
    "de",
    _table("0 heute|1 morgen|-1 gestern|2 ubermorgen|-2 vorgestern"),
    _week("montag montags mo", "dienstag dienstags di", "mittwoch mittwochs mi", "donnerstag donnerstags do",
          "freitag freitags fr", "samstag samstags sonnabend sa", "sonntag sonntags so"),
    _units("minute minuten min", "stunde stunden std h", "tag tage tagen t", "woche wochen wo",
           "monat monate monaten monats", "jahr jahre jahren jahres"),
    _table("1 ein,eine,einem,einen,einer|2 zwei|3 drei|4 vier|5 funf|6 sechs|7 sieben|8 acht|9 neun|10 zehn"
           "|11 elf|12 zwolf|14 vierzehn|15 funfzehn"),
    _set("in"), _set("vor"),
    _set("nachste|nachsten|nachster|nachstes|kommende|kommenden|kommender|kommendes"),
    _set("letzte|letzten|letzter|letztes|vergangene|vergangenen"), _set("diese|diesen|dieser|dieses"),
    _set("am|den|der|um|gegen|uhr"), _set("alle|jede|jeden|jedes|jeder"),
    {"taglich": DAY, "wochentlich": WEEK, "monatlich": MONTH, "jahrlich": YEAR},
    _times("mittags|mittag", "mitternacht", "vormittags|vormittag|am morgen|fruh", "nachmittags|nachmittag",
           "abends|abend"),
)  # fmt: skip
FRENCH = Language(
    "fr",
    _table("0 aujourd'hui,auj|1 demain|-1 hier|2 apres-demain,apres demain|-2 avant-hier,avant hier"),
    _week("lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam",
          "dimanche dim"),
    _units("minute minutes min", "heure heures h", "jour jours j", "semaine semaines sem", "mois",
           "an ans annee annees"),
    _table("1 un,une|2 deux|3 trois|4 quatre|5 cinq|6 six|7 sept|8 huit|9 neuf|10 dix|11 onze|12 douze"
           "|14 quatorze|15 quinze"),
    _set("dans|d'ici"), _set("il y a"), _set("prochain|prochaine"), _set("dernier|derniere|passe|passee"),
    _set("ce|cet|cette"), _set("le|la|a|vers|du|au"), _set("tous les|toutes les|chaque"),
    {"quotidien": DAY, "hebdomadaire": WEEK, "mensuel": MONTH, "annuel": YEAR},
    _times("midi", "minuit", "matin|le matin", "apres-midi|l'apres-midi", "soir|le soir|ce soir"),
)  # fmt: skip
SPANISH = Language(
    "es",
    _table("0 hoy|1 manana|-1 ayer|2 pasado manana|-2 anteayer,antes de ayer"),
    _week("lunes lun", "martes mar", "miercoles mie", "jueves jue", "viernes vie", "sabado sab",
          "domingo dom"),
    _units("minuto minutos min", "hora horas h", "dia dias d", "semana semanas sem", "mes meses",
           "ano anos"),
    _table("1 un,una,uno|2 dos|3 tres|4 cuatro|5 cinco|6 seis|7 siete|8 ocho|9 nueve|10 diez|11 once"
           "|12 doce|14 catorce|15 quince"),
    _set("en|dentro de"), _set("hace|atras"), _set("proximo|proxima|que viene"),
    _set("pasado|pasada|ultimo|ultima"), _set("este|esta"), _set("el|la|los|las|a|de|del|sobre"),
    _set("cada|todos los|todas las"),
    {"diario": DAY, "semanal": WEEK, "mensual": MONTH, "anual": YEAR},
    _times("mediodia|al mediodia", "medianoche", "por la manana|de la manana", "por la tarde|tarde",
           "por la noche|noche"),
)  # fmt: skip
ITALIAN = Language(
    "it",
    _table("0 oggi|1 domani|-1 ieri|2 dopodomani|-2 l'altro ieri,avantieri,altroieri"),
    _week("lunedi lun", "martedi mar", "mercoledi mer", "giovedi gio", "venerdi ven", "sabato sab",
          "domenica dom"),
    _units("minuto minuti min", "ora ore h", "giorno giorni g", "settimana settimane sett", "mese mesi",
           "anno anni"),
    _table("1 un,uno,una|2 due|3 tre|4 quattro|5 cinque|6 sei|7 sette|8 otto|9 nove|10 dieci|11 undici"
           "|12 dodici|14 quattordici|15 quindici"),
    _set("fra|tra|in"), _set("fa"), _set("prossimo|prossima"), _set("scorso|scorsa|ultimo|ultima"),
    _set("questo|questa"), _set("il|lo|la|le|i|gli|alle|all'|a|di|del|verso|ore"), _set("ogni"),
    {"giornaliero": DAY, "settimanale": WEEK, "mensile": MONTH, "annuale": YEAR},
    _times("mezzogiorno", "mezzanotte", "mattina|di mattina|stamattina", "pomeriggio|nel pomeriggio",
           "sera|di sera|stasera"),
)  # fmt: skip
DUTCH = Language(
    "nl",
    _table("0 vandaag|1 morgen|-1 gisteren|2 overmorgen|-2 eergisteren"),
    _week("maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr", "zaterdag za",
          "zondag zo"),
    _units("minuut minuten min", "uur uren u", "dag dagen d", "week weken wk", "maand maanden mnd",
           "jaar jaren jr"),
    _table("1 een,1|2 twee|3 drie|4 vier|5 vijf|6 zes|7 zeven|8 acht|9 negen|10 tien|11 elf|12 twaalf"
           "|14 veertien|15 vijftien"),
    _set("over"), _set("geleden"), _set("volgende|komende|aanstaande"), _set("vorige|afgelopen|laatste"),
    _set("deze|dit"), _set("op|de|het|om|rond|uur"), _set("elke|iedere|ieder|elk|om de"),
    {"dagelijks": DAY, "wekelijks": WEEK, "maandelijks": MONTH, "jaarlijks": YEAR},
    _times("middaguur|tussen de middag", "middernacht", "ochtends|ochtend|'s ochtends", "middag|'s middags",
           "avond|'s avonds"),
)  # fmt: skip
POLISH = Language(
    "pl",
    _table("0 dzis,dzisiaj|1 jutro|-1 wczoraj|2 pojutrze|-2 przedwczoraj"),
    _week("poniedzialek poniedzialku pon pn", "wtorek wtorku wt", "sroda srode srody sr",
          "czwartek czwartku czw cz", "piatek piatku pt", "sobota sobote soboty sob",
          "niedziela niedziele niedzieli nd ndz"),
    _units("minuta minute minuty minut min", "godzina godzine godziny godzin godz h",
           "dzien dni dnia d", "tydzien tygodnie tygodni tygodniu tygodnia tyg",
           "miesiac miesiace miesiecy miesiacu miesiaca mies",
           "rok roku lata lat"),
    _table("1 jeden,jedna,jedno|2 dwa,dwie|3 trzy|4 cztery|5 piec|6 szesc|7 siedem|8 osiem|9 dziewiec"
           "|10 dziesiec|11 jedenascie|12 dwanascie|14 czternascie|15 pietnascie"),
    _set("za"), _set("temu"),
    _set("nastepny|nastepna|nastepne|nastepnym|przyszly|przyszla|przyszlym|przyszlej"
         "|przyszlego|nastepnego"),
    _set("ostatni|ostatnia|ostatnie|zeszly|zeszla|zeszlym|ubiegly|zeszlej|zeszlego"),
    _set("ten|ta|to|tym|tej|tego"), _set("w|we|na|o|dnia|okolo|godz|godzinie|godzina"),
    _set("co|kazdy|kazda|kazde"),
    {"codziennie": DAY, "cotygodniowo": WEEK, "comiesiecznie": MONTH, "corocznie": YEAR},
    _times("poludnie|w poludnie", "polnoc|o polnocy", "rano", "po poludniu", "wieczorem"),
)  # fmt: skip

LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, POLISH)
"""Every language, in the order in which they are tried after the person's own."""


def in_order(preferred: str) -> tuple[Language, ...]:
    """All languages, that of a locale ("de_AT", "fr") first."""
    code = preferred.replace("-", "_").partition("_")[0].lower()
    return tuple(sorted(LANGUAGES, key=lambda language: language.code != code))


@cache
def month_first(locale: str) -> bool:
    """Whether 3/4 is the fourth of March there."""
    return locale.replace("-", "_").upper() in ("EN_US", "C", "EN_US_POSIX", "FIL_PH", "EN_PH")


def month_of(word: str) -> int:
    """1..12 for the name of a month in any language, 0 for anything else."""
    return MONTHS.get(word.rstrip("."), 0)
