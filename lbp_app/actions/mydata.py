"""A person's rights over what they have written: take it along, delete it."""

from datetime import date

from lbp_app.exchange.csv import diary_csv
from lbp_app.services import Services


def csv_copy(services: Services) -> bytes:
    """The whole diary for a spreadsheet, in the person's language."""
    language = services.person.preferences().language
    return diary_csv(services.diary.between(date.min, date.max), services.flares.all(), language)


def delete_everything(services: Services) -> str:
    """All answers of everyone on this device, copies included.

    Returns the id of the new person, who begins at the first start.
    """
    services.database.erase()
    return services.device.active_person()[0]
