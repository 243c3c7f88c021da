"""Chat and social services: how vCards spell them, one lower-case word for each of ours."""

from __future__ import annotations

from urllib.parse import quote, unquote

SERVICES = {
    "aim": "aim", "aol": "aim", "icq": "icq", "jabber": "jabber", "xmpp": "jabber", "msn": "msn",
    "msnim": "msn",
    "yahoo": "yahoo", "ymsgr": "yahoo", "skype": "skype", "skype-username": "skype", "gtalk": "googletalk",
    "google talk": "googletalk", "googletalk": "googletalk", "google-talk": "googletalk",
    "groupwise": "groupwise",
    "gadugadu": "gadugadu", "gadu-gadu": "gadugadu", "gg": "gadugadu", "qq": "qq", "sip": "sip",
    "sips": "sip",
    "irc": "irc", "matrix": "matrix", "telegram": "telegram", "signal": "signal", "whatsapp": "whatsapp",
    "threema": "threema", "facebook": "facebook", "twitter": "twitter", "mastodon": "mastodon",
    "linkedin": "linkedin", "instagram": "instagram", "flickr": "flickr", "myspace": "myspace",
    "sinaweibo": "sinaweibo", "tencentweibo": "tencentweibo", "github": "github", "gitlab": "gitlab",
    "diaspora": "diaspora", "xing": "xing", "youtube": "youtube", "tiktok": "tiktok", "bluesky": "bluesky",
    "discord": "discord", "slack": "slack", "zoom": "zoom", "viber": "viber", "line": "line",
    "wechat": "wechat", "snapchat": "snapchat",
}  # fmt: skip
"""From the spelling in a file, in lower case, to our word."""

SPELLINGS = {
    "aim": "AIM", "icq": "ICQ", "jabber": "Jabber", "msn": "MSN", "yahoo": "Yahoo", "skype": "Skype",
    "googletalk": "GoogleTalk", "groupwise": "GroupWise", "gadugadu": "GaduGadu", "qq": "QQ",
    "facebook": "Facebook",
    "sip": "SIP", "irc": "IRC",
}  # fmt: skip
"""How Apple spells a service in X-SERVICE-TYPE; other services are written as they are."""

SCHEMES = {
    "aim": "aim", "icq": "icq", "jabber": "xmpp", "msn": "msnim", "yahoo": "ymsgr", "skype": "skype",
    "googletalk": "xmpp", "facebook": "xmpp", "sip": "sip", "irc": "irc", "matrix": "matrix",
}  # fmt: skip
"""The URI scheme of a service; all others go with Apple's "x-apple"."""

CHAT_PROPERTIES = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-JABBER": "jabber", "X-XMPP": "jabber", "X-MSN": "msn",
    "X-YAHOO": "yahoo",
    "X-YAHOO-ID": "yahoo", "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype", "X-GTALK": "googletalk",
    "X-GOOGLE-TALK": "googletalk", "X-GROUPWISE": "groupwise", "X-GADUGADU": "gadugadu", "X-QQ": "qq",
    "X-SIP": "sip", "X-IRC": "irc", "X-MATRIX": "matrix", "X-TELEGRAM": "telegram", "X-SIGNAL": "signal",
    "X-WHATSAPP": "whatsapp", "X-THREEMA": "threema", "X-MS-IMADDRESS": "", "X-EVOLUTION-IM": "",
    "X-CUSTOM-IM": "", "X-IM": "", "X-KADDRESSBOOK-X-IMADDRESS": "", "X-WECHAT": "wechat",
}  # fmt: skip
"""Properties of their own for a chat account, and the service."""

SOCIAL_PROPERTIES = {
    "X-TWITTER": "twitter", "X-FACEBOOK": "facebook", "X-LINKEDIN": "linkedin", "X-INSTAGRAM": "instagram",
    "X-MASTODON": "mastodon", "X-FLICKR": "flickr", "X-MYSPACE": "myspace", "X-GITHUB": "github",
    "X-XING": "xing", "X-WEIBO": "sinaweibo", "X-SNAPCHAT": "snapchat",
}  # fmt: skip
"""Properties of their own for a social account, and the service."""


def word(spelt: str) -> str:
    """Our word for a service as a file spells it; one that is not known stays as it is."""
    text = spelt.strip()
    return SERVICES.get(text.lower(), text)


_MATRIX = {"u": "@", "r": "#", "roomid": "!"}
"""What a path of Matrix names, and how its users write it (matrix.org, "Matrix URI scheme")."""


def account_in(service: str, path: str) -> str:
    """The account as people write it, from what stands behind the scheme of its URI."""
    kind, _, rest = path.partition("/")
    mark = _MATRIX.get(kind, "") if service == "matrix" and rest else ""
    text = mark + rest if mark else path
    return unquote(text) if "%" in text else text


def path_of(service: str, account: str) -> str:
    """What stands behind the scheme in the URI of an account."""
    kind = next((kind for kind, mark in _MATRIX.items() if account.startswith(mark)), "")
    start, text = (f"{kind}/", account[1:]) if service == "matrix" and kind and account[1:] else ("", account)
    return start + quote(text, safe="@!$&()*+=:~?#")
