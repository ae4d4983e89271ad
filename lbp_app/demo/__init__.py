"""Made-up lives for `lbp demo`, lived through the actions of a person."""

from lbp_app.demo.life import fill as fill
