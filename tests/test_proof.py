"""Every operation of both packages, called once with the documented example as the answer."""

import pytest

from tests import proof


def test_every_operation_brings_its_example_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert proof.main() == 0
    assert "7 of 7 operations work" in capsys.readouterr().out
