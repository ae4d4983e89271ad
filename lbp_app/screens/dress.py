"""How the page is dressed: the window as it is, and the person's wishes."""

from dataclasses import replace
from math import floor

import flet as ft

from lbp_app.content.wording import wording_for
from lbp_app.model.person import Appearance, Preferences, Role
from lbp_app.screens import theme
from lbp_app.screens.frame import places_of
from lbp_app.screens.letters import longest
from lbp_app.screens.ui import Look

WORN = "worn"


def window_of(page: ft.Page) -> Look:
    dark = page.platform_brightness == ft.Brightness.DARK
    return Look(page.width or 390, page.height or 844, dark)


def look_of(window: Look, root: float, preferences: Preferences) -> Look:
    wanted = preferences.appearance
    dark = window.dark if wanted is Appearance.SYSTEM else wanted is Appearance.DARK
    own = preferences.text_scale / 100
    return replace(window, dark=dark, own=own, root=root, still=preferences.reduced_motion)


def bar_factor(look: Look, preferences: Preferences, who: Role) -> float:
    """What to multiply the names under the places by, so that none of them breaks."""
    t, places, face = wording_for(preferences.language), places_of(who), theme.Type.BAR_NOW
    widest = max(longest(t(place.name), face.family) for place in places)
    fits = look.width / len(places) / (widest * face.size * look.root)
    return min(look.factor(face), floor(fits * 100) / 100)


def dress(page: ft.Page, look: Look, preferences: Preferences, who: Role) -> bool:
    """False where the page is dressed like that already."""
    factor, store = bar_factor(look, preferences, who), page.session.store
    if store.get(WORN) == (preferences, factor):
        return False
    store.set(WORN, (preferences, factor))
    page.theme = theme.material(theme.LIGHT, factor)
    page.dark_theme = theme.material(theme.DARK, factor)
    page.theme_mode = ft.ThemeMode(preferences.appearance.value)
    language = wording_for(preferences.language).language
    locale = ft.Locale(language, {"da": "DK", "en": "GB"}.get(language))
    page.locale_configuration = ft.LocaleConfiguration([locale], locale)
    return True
