"""Networks and chat services as they spell themselves."""

from __future__ import annotations

_PROPER = {
    "linkedin": "LinkedIn", "github": "GitHub", "gitlab": "GitLab", "youtube": "YouTube", "tiktok": "TikTok",
    "whatsapp": "WhatsApp", "wechat": "WeChat", "xing": "XING", "icq": "ICQ", "aim": "AIM", "msn": "MSN",
    "xmpp": "XMPP", "sip": "SIP", "irc": "IRC", "qq": "QQ", "googletalk": "Google Talk",
    "gadugadu": "Gadu-Gadu", "groupwise": "GroupWise",
}  # fmt: skip


def service_name(service: str) -> str:
    """The name of a network or chat service for people's eyes; one that is not known begins upper-case."""
    return _PROPER.get(service.lower(), service[:1].upper() + service[1:])
