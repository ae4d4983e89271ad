"""What the app costs, against a bare Flet app on the same front: `make bench`."""
