"""What hangs on the wall of a class."""

from dataclasses import dataclass

from lbp_app.model.class_plan import ClassPlan
from lbp_app.model.course import Occurrence


@dataclass(frozen=True)
class ClassPoster:
    """`evenings` are those that are held; `svg` is the QR code, None when it would be too large."""

    plan: ClassPlan
    evenings: tuple[Occurrence, ...]
    svg: str | None
