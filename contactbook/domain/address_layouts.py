"""How an address is written in its country: the order of its parts, their names, the shape of its codes.

A table of our own, because a package with the world's addresses (libaddressinput and its ports) brings
megabytes of towns that nobody here looks up. Orders are those of Google's libaddressinput (`fmt` of
RegionDataConstants). Shapes of postal codes were written down by hand and compared with the retired
postalCodeData of Unicode CLDR; they differ where codes were introduced or changed since (IE, KR, RS) and for
countries that CLDR never had (AL, CO, CU, IR, MM, PE, VN, XK). They only ever warn.
Countries that are in no list, and none, are written street, code and town, region.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from contactbook.domain import countries

if TYPE_CHECKING:
    from contactbook.domain.contact import Address

PARTS = {"A": "street", "C": "locality", "S": "region", "Z": "postal_code"}
"""The letters of the layouts, and the attribute of `Address` that each stands for."""

_LAYOUTS = """
A/Z C: AD BA BG CY CZ DE DK DO DZ EH ET GE GL GR GW IS KG KW LA LR MA ME MG MK NE NO PL PT PY RS SJ SK SM SN
  TJ TM TN TZ VA XK ZM AT BE NL FR BL GF GP MF MQ NC PM RE WF YT CH FI HR LI LU MC MD SE SI AX AZ FO HT
A/Z C S: ES IT EE LT UY PF
A/Z C/S: AR CL CV MY UZ MZ
A/Z C, S: MX
A/Z C/S: TR
A/Z S C: RO
A/Z/C: AL EC MU OM
A/Z/C/S: AM
A/Z, C/S: BY
A/Z-C: GT
A/Z-C/S: SV
A/Z/C, S: NI
A/C, S Z: US BB SO PR GU TW-Latn
A/C S Z: AU CA AS CC CX FM HM MH MP NF PW UM VI
A/C-S/Z: BR
A/C, S, Z: CO
A/C, S: BS KN
A/C, S/Z: HN IQ JP-Latn
A/C/Z: GB AC AF AI FK GG GS IM IO JE KE LK PN SD SH SZ TA TC TT VG ZA NA GI
A/C Z: BH BM BN BT IL JO KH LB LS MT MV NP SA VC SG NZ
A/C - Z: BD
A/C-Z: PK
A/C, Z: MM
A/C/S/Z: EG IE RU UA KR-Latn
A/C/S Z: ID MN VN TH
A/C Z/S: IN NG PE
A/C Z, S: VE
A/C Z S: PG
A/C S/Z: CU
A/C/S: PA SC TV JM SR
A/C/S, Z: CN-Latn KP-Latn
A/S, C/Z: CR
A/S: AE NR
A/S/C: KI
A/S Z: KY
A/S/C, Z: LV
A/C/Z S: PH
C/A/Z: HU
S/C/A/Z: IR
Z/S C/A: CN JP TW
Z/S/C/A: KP KZ
S C/A/Z: KR
S C/A: HK
A/C S: HK-Latn
"""

_CODES = """
ddddd: DE FR IT ES FI EE HR ME RS UA TR MX MY TH ID KR SA EG MA PK BA CU DO DZ GT KW LT MC SM VA XK ZM IQ JO
  PE UY MM GP MQ RE GF YT NC PF BL MF PM WF AX LK KE NP
dddd: AT BE CH DK NO HU BG LU SI AU NZ ZA CY LV PH TN VE PY LI MD MK AL BD GE AM GL CC CX NF SJ CV NE AI
dddddd: RU CN IN SG KZ RO UZ BY CO EC KG TJ TM NG
ddd dd: CZ SK GR SE
ddddd|dddddd: MN VN
ddddd|ddddd-dddd: US PR GU AS VI MP UM FM MH PW
dd-ddd: PL
dddd-ddd|dddd: PT
ddd-dddd: JP
ddddd-ddd: BR
LdL dLd: CA
Ld dLL|Ldd dLL|LLd dLL|LLdd dLL|LdL dLL|LLdL dLL: GB GG JE IM GI
LLLL dLL: FK GS IO PN SH TC AC TA
dddd LL|dddd: NL
Ldd ****|LdL ****: IE
ddd: IS FO LS MG
ddddddd|ddddd: IL
ddd|ddddd|dddddd: TW
ddddddd: CL
LLddd|ddd: AD
LLL dddd|LLL ddd|LLL dd: MT
dddd|LddddLLL: AR
dddddddddd: IR
"""

_REGIONS = {
    "state": "US AU BR MX IN MY NG VE AT DE AS FM MH MP PW UM VI",
    "province": "CA IT ES CN AR NL BE ZA CU TR PK LA VN ID TH",
    "county": "GB IE TW RO HR HU SE NO EE KE LT",
    "prefecture": "JP GR",
    "oblast": "RU UA BY BG KZ UZ KG",
    "canton": "CH LU EC CR",
    "department": "CO FR HN NI SV GT UY BO PY",
    "emirate": "AE",
    "island": "BS CV KI KN KY PF SC TV",
    "parish": "BB JM",
    "voivodeship": "PL",
}
_CODES_CALLED = {
    "zip": "US PR GU AS VI MP UM FM MH PW",
    "pin": "IN",
    "eircode": "IE",
    "postcode": "GB AU NZ ZA",
}


def layout(country_code: str, *, latin: bool = True) -> list[list[str]]:
    """The lines of an address without its country, each a list of attributes of `Address` and of joints.

    Args:
        country_code: two-letter ISO code; "" for the usual order.
        latin: whether it is written in Latin letters, which turns the order of East Asia round.
    """
    code = country_code.upper()
    found = (latin and _layouts().get(f"{code}-Latn")) or _layouts().get(code) or "A/Z C/S"
    return [[PARTS.get(sign, sign) for sign in line] for line in found.split("/")]


def lines(address: Address, *, with_country: bool = True) -> list[str]:
    """The address as its country writes it; as formatted by its source where it came in one piece.

    What has no place in the layout of the country follows; nothing that was filled in is left out.
    """
    if address.formatted and not (address.street or address.locality):
        return address.formatted.splitlines()
    code = code_of(address)
    made: list[str] = []
    placed: set[str] = set()
    for parts in layout(code, latin=is_latin(address)):
        if parts == ["street"]:
            made += [text for text in (address.street, address.extended, address.po_box) if text]
            continue
        line = _line(address, parts, placed)
        made += [line] if line else []
    rest = ("postal_code", "region", "locality")
    made += [text for name in rest if name not in placed and (text := getattr(address, name))]
    if with_country and (country := address.country or countries.name(address.country_code)):
        made.append(country)
    return [line for text in made for line in text.splitlines()]


def is_latin(address: Address) -> bool:
    """Whether the letters of street and town are Latin ones (or there are none)."""
    text = address.street + address.locality + address.region
    return not any("\u0400" <= letter <= "\u04ff" or letter > "\u2e80" for letter in text)


def code_of(address: Address) -> str:
    """The ISO code of an address by its code or by the name of its country; "" when neither says."""
    return (address.country_code or countries.code(address.country)).upper()


def region_word(country_code: str) -> str:
    """What a region is called: "state", "province", "county" ...; "region" where nothing is known."""
    return _called(_REGIONS, country_code, "region")


def code_word(country_code: str) -> str:
    """What a postal code is called: "zip", "pin", "eircode", "postcode", otherwise "postal code"."""
    return _called(_CODES_CALLED, country_code, "postal code")


def code_fits(country_code: str, postal_code: str) -> bool:
    """Whether a postal code has the shape of its country; True where that is not known, or it is empty.

    Blanks and dashes may stand anywhere, and the country's own letters before it ("D-80331").
    """
    shape = _shapes().get(country_code.upper())
    bare = re.sub(r"[\s-]", "", postal_code).upper()
    if shape is None or not bare or shape.fullmatch(bare):
        return True
    return bool(shape.fullmatch(re.sub(r"^[A-Z]{1,3}", "", bare)))


def _line(address: Address, parts: list[str], placed: set[str]) -> str:
    """One line: joints (blanks, commas, dashes) stand only between two parts that say something."""
    made = joint = ""
    for part in parts:
        if part not in PARTS.values():
            joint += part
            continue
        placed.add(part)
        if text := getattr(address, part):
            made = f"{made}{joint}{text}" if made else text
            joint = ""
        elif not made:
            joint = ""
    return made


def _called(words: dict[str, str], country_code: str, otherwise: str) -> str:
    code = country_code.upper()
    return next((word for word, codes in words.items() if code in codes.split()), otherwise)


@cache
def _layouts() -> dict[str, str]:
    return _table(_LAYOUTS)


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    return {
        code: re.compile(
            shapes.replace(" ", "")
            .replace("-", "")
            .replace("d", r"\d")
            .replace("L", "[A-Z]")
            .replace("*", "[A-Z0-9]")
        )
        for code, shapes in _table(_CODES).items()
    }


def _table(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.replace("\n  ", " ").strip().split("\n"):
        value, _, codes = line.partition(": ")
        found.update(dict.fromkeys(codes.split(), value))
    return found
