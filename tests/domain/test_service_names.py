"""The spelling of chat services and networks."""

from __future__ import annotations

import pytest

from contactbook.domain.service_names import service_name


@pytest.mark.parametrize(
    ("service", "name"),
    [
        ("icq", "ICQ"),
        ("ICQ", "ICQ"),
        ("skype", "Skype"),
        ("whatsapp", "WhatsApp"),
        ("myIM", "MyIM"),
        ("", ""),
    ],
)
def test_a_service_is_spelt_as_it_spells_itself(service: str, name: str) -> None:
    assert service_name(service) == name
