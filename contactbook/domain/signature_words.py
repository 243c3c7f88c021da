"""The words by which the lines of a signature are told apart: companies, jobs, greetings, kinds of phones."""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import re

COMPANY = re.compile(
    r"(?<!\w)(?:gmbh|ag|kg|ohg|ug|e\.?\s?v|e\.?\s?u|se|ltd|limited|llc|llp|inc|corp|corporation|plc|company|co|bv"
    r"|b\.v|n\.?v|oy|oyj|ab|as|a/s|aps|sa|s\.a|sas|sarl|srl|s\.r\.l|spa|s\.p\.a|sp\.?\s?z\s?o\.?\s?o|s\.?\s?a"
    r"|s\.?\s?l\.?\s?u?|s\.?r\.?o|a\.s|kft|zrt|d\.o\.o|lda|ltda|pty|pvt|group|gruppe|holding|university"
    r"|universität|université|universidad|uniwersytet|institut|institute|verein|stiftung|foundation|bank|hotel"
    r"|kanzlei|studio|agency|agentur|consulting|associates|associati|partners?|ооо|оао|зао|пао|ао|ип|тов)\.?(?!\w)"
    r"|株式会社|有限会社|合同会社|有限公司|有限责任公司|集团|주식회사|\(주\)",
    re.IGNORECASE,
)
JOB = re.compile(
    r"(?<!\w)(?:manager|director|direktor|head|leiter|leiterin|leitung|chef|chief|officer|ceo|cto|cfo|coo|cio"
    r"|president|präsident|vice|founder|gründer|owner|inhaber|geschäftsführer|geschäftsführerin|geschäftsleitung"
    r"|prokurist|engineer|ingenieur|developer|entwickler|architect|architekt|designer|consultant|berater"
    r"|beraterin|assistant|assistent|assistentin|sales|vertrieb|marketing|account|lawyer|attorney|rechtsanwalt"
    r"|rechtsanwältin|notar|avocat|directeur|directrice|gérant|responsable|ingénieur|gerente|jefe|jefa|director"
    r"|responsabile|direttore|dyrektor|kierownik|prezes|specjalista|specialist|analyst|professor|teacher|lehrer"
    r"|coordinator|koordinator|administrator|editor|redakteur|partner|lead|team|purchasing|einkauf|buchhaltung"
    r"|accountant|secretary|sekretariat|nurse|doctor|arzt|ärztin|jednatel|ředitel|vedoucí|obchodní|igazgató"
    r"|vezető|daglig|rådgiver|selger|ingeniør|säljare|konsult|diretor|coordenador|vendedor|socio|avvocato"
    r"|директор|менеджер|руководитель|начальник|заместитель|бухгалтер|инженер|специалист)\w*(?!\w)"
    r"|\w(?:leiter|leiterin|berater|beraterin|führer|führerin|chef|sjef|leder|ledare|johtaja|päällikkö|manager)"
    r"(?!\w)"
    r"|經理|经理|总监|总裁|主任|工程师|部長|課長|社長|係長|取締役|대표|부장|과장|팀장",
    re.IGNORECASE,
)
DEPARTMENT = re.compile(
    r"(?<!\w)(?:department|dept|abteilung|division|unit|dział|service|bereich|avdelning|avdeling|osasto|отдел)\b",
    re.IGNORECASE,
)
STREET = re.compile(
    r"\d|straße|strasse|str\.|gasse|weg|platz|allee|street|road|avenue|lane|drive|rue|via|calle|ulica|ul\.|plac",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^(?:(?:best|kind|warm|bien|com|med|con)\s+)?"
    r"(?:regards|wishes|thanks|cheers|sincerely|yours|mit freundlichen grüßen|mfg|vg|lg|beste grüße"
    r"|viele grüße"
    r"|cordialement|saludos|atentamente|cordiali saluti|distinti saluti|pozdrawiam|met vriendelijke groet"
    r"|vänliga? hälsning(?:ar)?|venn?lig hilsen|bästa hälsningar|ystävällisin terveisin|terveisin"
    r"|s pozdravem|üdvözlettel|os melhores cumprimentos|cumprimentos|atenciosamente|с уважением"
    r"|敬具|此致|敬礼"
    r"|sent from my|gesendet von|von meinem .* gesendet|envoyé de mon|--+)(?!\w).*$",
    re.IGNORECASE,
)
NUMBERS = re.compile(
    r"^(?:ust-?\s?id(?:nr)?|umsatzsteuer\w*|steuer-?nr|vat(?:\s?(?:no|id|reg)\w*)?|nip|regon|krs|ičo?|dič|cif|nif"
    r"|p\.?\s?iva|partita iva|c\.?f|siret|siren|rcs|kvk|btw|org\.?\s?nr|orgnr|cvr|y-tunnus|cnpj|cpf|инн|огрн"
    r"|company (?:no|number|registration)|reg(?:istered)?\.? (?:no|number)|registergericht|amtsgericht|hr[ab]"
    r"|handelsregister|iban|bic|swift|gst\w*)\b[\w\s.-]{0,20}?[\s.:#]*[A-Z]{0,4}[\s-]?\d",
    re.IGNORECASE,
)
"""Begins a line with a number that is none of a phone: of taxes, registers and accounts."""

PHONE_WORDS = {
    "t": "", "p": "", "tel": "", "phone": "", "telefon": "", "ph": "", "office": "work", "o": "work",
    "d": "work", "direct": "work", "w": "work", "m": "mobile", "c": "mobile", "mob": "mobile",
    "mobil": "mobile", "cell": "mobile", "kom": "mobile", "f": "fax", "fax": "fax", "faks": "fax",
    "telefax": "fax", "h": "home", "tél": "", "port": "mobile", "portable": "mobile", "cel": "mobile",
    "celular": "mobile", "móvil": "mobile", "gsm": "mobile", "puh": "", "tlf": "", "тел": "", "моб": "mobile",
    "факс": "fax", "电话": "", "電話": "", "手机": "mobile", "手機": "mobile", "携帯": "mobile",
    "传真": "fax",
    "전화": "", "휴대폰": "mobile", "mobiel": "mobile", "handy": "mobile", "telefone": "", "teléfono": "",
    "telefono": "", "téléphone": "",
}  # fmt: skip
"""What is written before a number, without its dot, and the label that it is."""
OTHER_WORDS = re.compile(
    r"^(?:e-?mail|mail|web(?:site)?|www|internet|url|homepage|linkedin|twitter|xing|x|e|w|i|adr(?:ess)?e?|address"
    r"|anschrift|邮箱|邮编|邮政编码|地址|住所|メール|сайт|почта)\s*[:.]\s*",
    re.IGNORECASE,
)
"""What is written before an address of any kind."""
NETWORKS = {
    "linkedin.com": "linkedin", "xing.com": "xing", "twitter.com": "x", "x.com": "x", "github.com": "github",
    "facebook.com": "facebook", "instagram.com": "instagram",
}  # fmt: skip
HANDLE = re.compile(
    r"\b(?P<network>twitter|x|instagram|mastodon|linkedin|github|telegram)\s*:?\s*(?P<name>@[\w.@-]+)",
    re.IGNORECASE,
)
