"""A message as a QR code: drawn by segno, read from a picture by zxing-cpp where that is there."""

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
    from importlib.util import find_spec

    return all(find_spec(name) for name in ("zxingcpp", "PIL"))


def is_picture(data: bytes) -> bool:
    return data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")) or data[8:12] == b"WEBP"


def text_in(picture: bytes) -> str:
    """What the QR code in a photo or a screenshot says; InputRefusedError when there is none, or
    where pictures cannot be read.
    """
    if not can_read_pictures():
        raise InputRefusedError("error.picture_unavailable")
    if len(picture) > LARGEST_PICTURE:
        refuse(Refusal.OVERSIZE)
    import zxingcpp

    found = zxingcpp.read_barcodes(
        _grey(picture), formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    )
    ours = [one.text for one in found if one.text.startswith("LBP")]
    if not found:
        raise InputRefusedError("error.picture_none")
    return ours[0] if ours else refuse(Refusal.GARBAGE)


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
