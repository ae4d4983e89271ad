"""Where a build of `flet build apk | ipa | macos | windows | linux` starts. Not yet run."""

from functools import partial

import flet as ft

from lbp_app import app, config, flet_inside

services = app.open_services(config.Settings(data=config.data_folder()))
flet_inside.install(partial(app.show_failure, services))
ft.run(app.main_for(services), assets_dir=str(config.assets_folder()))
