import pytest

from lbp_app.model.cpr import holds_cpr_number


@pytest.mark.parametrize(
    "text",
    [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "010190 - 1234",
        "010190–1234",
        "010190\u20111234",
        "Mit nummer er 311299-4321, ring bare.",
        "cpr:2902001234",
        "290204-1234",
        "Karen (120160-0987)",
    ],
)
def test_a_cpr_number_is_found(text: str) -> None:
    assert holds_cpr_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "70 20 12 01",
        "70201201",
        "+45 70 20 12 01",
        "+4570201201",
        "0045 70201201",
        "4570201201",
        "+49 301 2345678",
        "290201-1234",  # no leap year
        "320190-1234",
        "011390-1234",
        "000190-1234",
        "10101901234",
        "01019012345",
        "01-01-1990",
        "2026-10-05 09:30",
        "Gik 10000 skridt på 90 minutter",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert not holds_cpr_number(text)
