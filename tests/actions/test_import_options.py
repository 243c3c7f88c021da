"""Choices that make sense, and those that do not."""

from __future__ import annotations

import pytest

from contactbook.actions.import_options import POLICIES, ImportOptions
from contactbook.domain.problems import Problem


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy(policy: str) -> None:
    ImportOptions(existing=policy, date_order="dmy", match=("uid",)).check()


def test_an_unknown_policy_names_the_known_ones() -> None:
    with pytest.raises(Problem) as caught:
        ImportOptions(existing="eat").check()
    assert caught.value.data == {"option": "existing", "value": "eat", "choices": POLICIES}
