"""How the page is dressed: the window as it is, and the person's wishes."""

from dataclasses import replace

import flet as ft

from lbp_app.content.wording import wording_for
from lbp_app.model.person import Appearance, Preferences
from lbp_app.screens import theme
from lbp_app.screens.ui import Look

NARROW_BAR = 1.1  # times, else a place's name breaks in the bar of the smallest phones


def window_of(page: ft.Page) -> Look:
    dark = page.platform_brightness == ft.Brightness.DARK
    return Look(page.width or 390, page.height or 844, dark)


def look_of(window: Look, root: float, preferences: Preferences) -> Look:
    wanted = preferences.appearance
    dark = window.dark if wanted is Appearance.SYSTEM else wanted is Appearance.DARK
    own = preferences.text_scale / 100
    return replace(window, dark=dark, own=own, root=root, still=preferences.reduced_motion)


def dress(page: ft.Page, look: Look, preferences: Preferences) -> None:
    factor = look.factor(theme.Type.BAR)
    if look.narrow:
        factor = min(factor, NARROW_BAR / look.root)
    page.theme = theme.material(theme.LIGHT, factor)
    page.dark_theme = theme.material(theme.DARK, factor)
    page.theme_mode = ft.ThemeMode(preferences.appearance.value)
    language = wording_for(preferences.language).language
    locale = ft.Locale(language, {"da": "DK", "en": "GB"}.get(language))
    page.locale_configuration = ft.LocaleConfiguration([locale], locale)
