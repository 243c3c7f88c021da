"""What other programs, in the main European languages, call our standard labels."""

from __future__ import annotations

_SPELLINGS = {
    "home": "private|privat|personal|personnel|domicile|casa|domicilio|thuis|dom|domowy|domu|hem|hjem|koti|"
    "huis|prive|particulier|residence|domestico|particular|maison|home phone|telefon privat|tel privat|"
    "domov|otthoni|acasa",
    "work": "business|office|arbeit|dienstlich|geschaftlich|buro|travail|bureau|professionnel|trabajo|"
    "oficina|lavoro|ufficio|werk|zakelijk|kantoor|praca|sluzbowy|biuro|trabalho|escritorio|arbete|jobb|"
    "arbejde|tyo|prace|firma|arbeid|munkahely|munkahelyi|serviciu|work phone|business phone|tel dienstlich",
    "mobile": "cell|cellular|cell phone|cellphone|mobile phone|mobil|handy|mobiltelefon|portable|movil|"
    "celular|cellulare|mobiel|komorka|komorkowy|telefon komorkowy|komorkowe|telemovel|matkapuhelin|gsm|"
    "natel|iphone|mobilni|smartphone",
    "work mobile": "business mobile|mobile work|diensthandy|handy geschaftlich|portable professionnel",
    "home mobile": "mobile home|handy privat",
    "home fax": "homefax|fax home|fax privat|telefax privat|fax domicile|fax casa|fax domowy|fax personnel",
    "work fax": "workfax|business fax|fax work|fax business|fax geschaftlich|fax dienstlich|fax bureau|"
    "fax trabajo|fax ufficio|fax sluzbowy|fax praca|fax professionnel|fax werk",
    "other fax": "otherfax|fax other|weiteres fax|autre fax",
    "fax": "telefax|faks|telecopie|fax number",
    "pager": "beeper|piepser|cercapersone|buscapersonas|biper|semafoon",
    "main": "haupt|hauptnummer|zentrale|principal|principale|glowny|hoofdnummer|main number|main phone",
    "company main": "company|company main phone|firmenzentrale|grand central",
    "other": "sonstige|sonstiges|weitere|andere|autre|otro|altro|altri|overig|anders|inny|inne|outro|ovrigt|"
    "andet|muu|annet|dalsi|jine|egyeb|other phone",
    "assistant": "assistants phone|assistant phone|assistent|assistentin|assistente|assistant s phone",
    "callback": "ruckruf|rappel|call back",
    "car": "car phone|auto|autotelefon|voiture|coche",
    "radio": "radio phone|funk|funkgerat",
    "telex": "tlx",
    "textphone": "tty tdd|tty tdd phone|tty",
    "isdn": "isdn phone",
    "primary": "primary phone|preferred",
    "profile": "google profile",
    "home page": "homepage|home page url|startseite|page d accueil|pagina web|webseite|strona domowa|website|"
    "web page|personal website|web",
    "birthday": "geburtstag|anniversaire|cumpleanos|compleanno|verjaardag|urodziny|aniversario natalicio|"
    "fodselsdag|fodelsedag|syntymapaiva|narozeniny|birth date|birthdate|date of birth",
    "anniversary": "jahrestag|hochzeitstag|anniversaire de mariage|aniversario|anniversario|jubileum|"
    "rocznica|wedding anniversary|wedding|vyroci|bryllupsdag|arsdag|hochzeit",
    "death": "todestag|died|date of death",
    "spouse": "ehepartner|ehefrau|ehemann|conjoint|conjointe|esposo|esposa|coniuge|echtgenoot|malzonek|"
    "husband|wife|maz|zona|conyuge",
    "partner": "partnerin|domestic partner|partenaire|pareja|compagno|compagna|partnerka|significant other",
    "child": "kind|kinder|enfant|hijo a|bambino|dziecko|children|lapsi|dite",
    "son": "sohn|fils|hijo|figlio|zoon|syn|filho",
    "daughter": "tochter|fille|hija|figlia|dochter|corka|filha",
    "parent": "elternteil|eltern|genitore|ouder|rodzic|parents",
    "father": "vater|pere|padre|vader|ojciec|pai|dad",
    "mother": "mutter|mere|madre|moeder|matka|mae|mum|mom",
    "brother": "bruder|frere|hermano|fratello|broer|brat|irmao|bror",
    "sister": "schwester|soeur|hermana|sorella|zus|siostra|irma|soster|syster",
    "friend": "freund|freundin|ami|amie|amigo|amiga|amico|amica|vriend|vriendin|przyjaciel|kamarad",
    "relative": "verwandte|verwandter|parent e|pariente|parente|familielid|krewny",
    "manager": "vorgesetzter|vorgesetzte|chef|gerente|jefe|przelozony|boss|superieur",
    "colleague": "kollege|kollegin|collegue|colega|collega|kolega|coworker",
    "referred by": "empfohlen von|recommande par|referido por|presentato da",
}

MEANINGS = {spelling: label for label, spellings in _SPELLINGS.items() for spelling in spellings.split("|")}
"""From the folded words of a foreign label to the standard one."""
