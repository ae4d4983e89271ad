"""A message as a QR code: drawn by segno, read from a picture by zxing-cpp where that is there, or
by zbar, which is what Flet has for telephones.
"""

from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from lbp_app.errors import InputRefusedError
from lbp_app.model.prescription import Refusal, refuse

if TYPE_CHECKING:
    from PIL.Image import Image
    from segno import QRCode

LARGEST_VERSION = 20  # what a telephone still reads from a screen at arm's length
QUIET = 4  # modules of margin
LARGEST_PICTURE = 40 * 1024 * 1024  # bytes of a file
LARGEST_SIZE = 50_000_000  # pixels
READ_SIDE = 2_000  # pixels; a larger picture is made smaller first


def svg(text: str, unit: str | None = None) -> str | None:
    """None when it is more than the largest code holds. With a unit it has a viewBox too."""
    code = _code(text)
    if code is None:
        return None
    written = BytesIO()
    code.save(
        written,
        kind="svg",
        scale=4,
        border=QUIET,
        light="#fff",
        xmldecl=False,
        nl=False,
        unit=unit,
    )
    return written.getvalue().decode()


def png(text: str, scale: int = 8) -> bytes | None:
    code = _code(text)
    if code is None:
        return None
    written = BytesIO()
    code.save(written, kind="png", scale=scale, border=QUIET)
    return written.getvalue()


def can_read_pictures() -> bool:
    return _reader() is not None


def is_picture(data: bytes) -> bool:
    return data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")) or data[8:12] == b"WEBP"


def text_in(picture: bytes) -> str:
    """What the QR code in a photo or a screenshot says; InputRefusedError when there is none, or
    where pictures cannot be read.
    """
    reader = _reader()
    if reader is None:
        raise InputRefusedError("error.picture_unavailable")
    if len(picture) > LARGEST_PICTURE:
        refuse(Refusal.OVERSIZE)
    found = reader(_grey(picture))
    ours = [text for text in found if text.startswith("LBP")]
    if not found:
        raise InputRefusedError("error.picture_none")
    return ours[0] if ours else refuse(Refusal.GARBAGE)


def _reader() -> "Callable[[Image], list[str]] | None":
    """Finds the texts of all codes in a picture; None where something is missing for it."""
    if not find_spec("PIL"):
        return None
    if find_spec("zxingcpp"):
        return _by_zxing
    try:
        import pyzbar.pyzbar  # noqa: F401  # its library may be missing
    except ImportError:
        return None
    return _by_zbar


def _by_zxing(picture: "Image") -> list[str]:
    import zxingcpp

    kinds = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return [one.text for one in zxingcpp.read_barcodes(picture, formats=kinds)]


def _by_zbar(picture: "Image") -> list[str]:
    from pyzbar.pyzbar import ZBarSymbol, decode

    found = decode(picture, symbols=[ZBarSymbol.QRCODE])
    return [one.data.decode(errors="replace") for one in found]


def _code(text: str) -> "QRCode | None":
    """As well protected as its size allows."""
    import segno

    for protection in ("m", "l"):
        try:
            code = segno.make_qr(text, error=protection)
        except segno.DataOverflowError:
            continue
        if int(code.version) <= LARGEST_VERSION:
            return code
    return None


def _grey(picture: bytes) -> "Image":
    from PIL import Image, UnidentifiedImageError

    try:
        opened = Image.open(BytesIO(picture), formats=("PNG", "JPEG", "WEBP", "GIF", "BMP"))
        if opened.width * opened.height > LARGEST_SIZE:
            refuse(Refusal.OVERSIZE)
        opened.draft("L", (READ_SIDE, READ_SIDE))
        opened.thumbnail((READ_SIDE, READ_SIDE))
        return opened.convert("L")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, SyntaxError):
        raise InputRefusedError("error.picture_unreadable") from None
