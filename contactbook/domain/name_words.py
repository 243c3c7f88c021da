"""Words that are not names but stand beside them: titles, particles, degrees; lower case, without dots."""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sr sister hon judge capt
    captain col gen maj lt sgt herr frau hr fr doktor ing dipl-ing mag mgr bc rndr mudr judr phdr dipl dkfm kr
    hofrat rat m mme mlle monsieur madame mademoiselle me maître maitre señor señora señorita senor senora
    srta sra don doña dona sig sigra signor signora dott dottssa dottoressa avv arch geom rag dhr mevr mevrouw
    drs mw ir pan pani mec inż inz hab lek sr sra dra srta engº eng exmo exma hr fru frk frøken arkkitehti tri
    rouva herra bay bayan av doç doc yrd г-н г-жа д-р проф κος κα δρ """.split()
)
"""Titles before a name."""

PARTICLES = frozenset(
    """
    van von vom zu zum zur de der den del della delle degli dei di da das do dos du des d la le las los lo el
    al bin ibn ben bint abu af av ter ten te 't ’t op in 't zu und dalla dal dello san santa st af zum auf
    """.split()
)
"""Particles that belong to the family name that follows them."""

CONJUNCTIONS = frozenset({"y", "e", "i", "und"})
"""Words between two family names of one person: Ortega y Gasset."""

GENERATIONS = frozenset(
    "jr jnr junior sr snr senior i ii iii iv v 2nd 3rd 4th jun sen père fils filho neto".split()
)
"""Suffixes that follow a name without a comma."""

SUFFIXES = GENERATIONS | frozenset(
    """
    phd md mba msc bsc ma ba meng beng bs ms dds dvm jd llm llb esq esquire cpa pe rn qc kc obe mbe cbe kbe
    dphil edd psyd dr-ing dipl-ing mph dmd do facs cfa pmp ret csc drsc """.split()
)
"""Degrees and other words after a name."""

DOUBLE_FAMILY_NAMES = frozenset(
    """
    欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 令狐 慕容 夏侯
    남궁 황보 제갈 사공 선우 서문 독고
    """.split()
)
"""Chinese and Korean family names of two characters."""
