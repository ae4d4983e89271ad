"""A notification of the desktop, and whether its service has taken it."""

import asyncio
import logging

PATIENCE = 5.0  # seconds for the service to answer


async def show(title: str, text: str) -> bool:
    """False when there is no notification service on this device, or it does not answer."""
    try:
        from desktop_notifier import DesktopNotifier
    except ImportError:
        return False
    logging.getLogger("desktop_notifier.backends.base").disabled = True  # it logs whole errors
    answered = asyncio.Event()
    try:
        notifier = DesktopNotifier(app_name="Rygvej", app_icon=None)
        sending = notifier.send(title=title, message=text, on_dispatched=answered.set)
        await asyncio.wait_for(sending, PATIENCE)
        await asyncio.wait_for(answered.wait(), 0.5)
    except Exception:  # whatever a desktop's service does wrong: it was not shown
        return False
    return True
