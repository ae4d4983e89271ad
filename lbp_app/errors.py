"""The errors that a person may be told about. Anything else is a bug.

AppError                     its `key` names a sentence in content/failures.py; never free text
├── AnswerRefusedError       the person can put it right
│   └── CprNumberError       a text holds a CPR number; the text stays in its field
├── StoreError               the device could not keep or read it
│   ├── LockedError          another program holds the database
│   ├── DiskFullError
│   ├── ReadOnlyError        the folder or the file may not be written
│   ├── DamagedError         the file is not a whole database any more
│   ├── NewerError           made by a newer version of the app
│   └── MigrationError       the old file could not be brought up to date; it was put back
├── LockedOutError           the lock is on, and nobody has said its code
├── ContentError             a content file does not verify: stops the start with file and line
├── InputRefusedError        a file or text from outside does not fit; nothing of it is repeated
└── UsageError               a command was called wrongly
"""


class AppError(Exception):
    """`values` fill the placeholders of the sentence that `key` names."""

    key = "error.unexpected"

    def __init__(self, key: str | None = None, **values: object) -> None:
        super().__init__(key or self.key)
        self.key = key or self.key
        self.values = values


class AnswerRefusedError(AppError, ValueError):
    key = "error.answer_refused"


class CprNumberError(AnswerRefusedError):
    key = "error.cpr"


class StoreError(AppError):
    key = "error.store"


class LockedError(StoreError):
    key = "error.store_locked"


class DiskFullError(StoreError):
    key = "error.disk_full"


class ReadOnlyError(StoreError):
    key = "error.read_only"


class DamagedError(StoreError):
    key = "error.damaged"


class NewerError(StoreError):
    key = "error.newer"


class MigrationError(StoreError):
    key = "error.migration"


class LockedOutError(AppError):
    key = "error.code_needed"


class ContentError(AppError):
    key = "error.content"


class InputRefusedError(AppError, ValueError):
    key = "error.input_json"


class UsageError(AppError):
    key = "error.usage"
