import sys

from lbp_app.cli import main

sys.exit(main())
