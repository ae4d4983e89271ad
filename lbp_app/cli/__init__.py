"""The command `lbp`."""

from lbp_app.cli.entry import main as main
