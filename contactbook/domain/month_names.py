"""The months' names and abbreviations in the main European languages, folded."""

from __future__ import annotations

_NAMES = (
    "january jan januar janvier janv enero ene januari gennaio gen janeiro stycznia styczen sty januari "
    "tammikuu tammikuuta leden ledna ianuarie ocak januar janner января янв",
    "february feb februar fevrier fevr fev febrero febbraio februari fevereiro lutego luty lut helmikuu "
    "helmikuuta unor unora februarie subat feber февраля фев",
    "march mar marz mars marzo maart mrt marco marca marzec maaliskuu maaliskuuta brezen brezna martie mart "
    "mrz maerz марта мар",
    "april apr avril avr abril abr aprile kwietnia kwiecien kwi huhtikuu huhtikuuta duben dubna aprilie "
    "nisan апреля апр",
    "may mai mayo maggio mag mei maio maja maj toukokuu toukokuuta kveten kvetna mayis мая",
    "june jun juni juin junio giugno giu junho czerwca czerwiec cze kesakuu kesakuuta cerven cervna iunie "
    "haziran июня июн",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec lip heinakuu heinakuuta cervenec "
    "cervence iulie temmuz июля июл",
    "august aug aout agosto ago agosto augustus sierpnia sierpien sie elokuu elokuuta srpen srpna agustos "
    "augusti августа авг",
    "september sep sept septembre septiembre settembre set setembro wrzesnia wrzesien wrz syyskuu syyskuuta "
    "zari septembrie eylul сентября сен сент",
    "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz lokakuu "
    "lokakuuta rijen rijna octombrie ekim октября окт",
    "november nov novembre noviembre novembro listopada listopad lis marraskuu marraskuuta listopadu "
    "noiembrie kasim ноября ноя",
    "december dec dezember dez decembre diciembre dic dicembre dezembro grudnia grudzien gru joulukuu "
    "joulukuuta prosinec prosince decembrie aralik декабря дек",
)

MONTHS = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
"""From the folded name to 1..12."""
