"""What is deleted in an encrypted database is in no page of any file, read with the key."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from lbp_app.actions import deletion, diary, mydata
from lbp_app.model.deletion import Kind
from lbp_app.services import Services
from lbp_app.store import cipher
from tests.builders import TODAY, YESTERDAY, Hand
from tests.test_deletion import SECRETS, fill, folder_of
from tests.test_encrypted import reopened, turn_on

PAGE, IV, TAG, SALT = 4096, 16, 64, 16  # bytes; SQLCipher 4
WAL_HEAD, FRAME_HEAD = 32, 24


@pytest.fixture
def full(services: Services) -> Services:
    with services.database.not_waiting():
        diary.write_note(services, YESTERDAY, "Gaarsdagens")
        fill(services)
    turn_on(services)
    diary.write_note(services, TODAY - timedelta(days=9), "Gammelhemmelig")
    return services


def opened(page: bytes, key: bytes, salted: bool) -> bytes:
    """As it lies on the disk, without what SQLCipher has put there; free pages too."""
    start, end = (SALT if salted else 0), PAGE - IV - TAG
    reader = Cipher(algorithms.AES(key), modes.CBC(page[end : end + IV])).decryptor()
    return reader.update(page[start:end]) + reader.finalize()


def pages(file: Path, key: bytes) -> Iterator[bytes]:
    content = file.read_bytes()
    if file.name.endswith("-wal"):
        for at in range(WAL_HEAD, len(content), FRAME_HEAD + PAGE):
            number = int.from_bytes(content[at : at + 4], "big")
            yield opened(content[at + FRAME_HEAD :][:PAGE], key, number == 1)
        return
    for at in range(0, len(content), PAGE):
        yield opened(content[at : at + PAGE], key, at == 0)


def is_database(file: Path) -> bool:
    return file.suffix == ".db" or file.name.endswith(".db-wal")


def found(services: Services, word: str) -> list[str]:
    """Files in which a word is, in the raw bytes or with the key."""
    key, said = services.database.guard.key, word.encode()
    assert key
    files = [one for one in folder_of(services).rglob("*") if one.is_file()]
    raw = [one.name for one in files if said in one.read_bytes()]
    assert raw == []
    return [
        one.name
        for one in files
        if is_database(one) and any(said in page for page in pages(one, key))
    ]


def gone(services: Services) -> None:
    deletion.finish(services, now=True)


def test_reading_with_the_key_finds_what_is_there(full: Services) -> None:
    assert len(found(full, SECRETS[Kind.DIARY])) >= 3
    assert "rygvej.db-wal" in found(full, "Gammelhemmelig")


@pytest.mark.parametrize("kind", [Kind.DIARY, Kind.PROFILE, Kind.TRAINING, Kind.PARTICIPANTS])
@pytest.mark.full
def test_a_kind_is_in_no_page_of_any_file(full: Services, kind: Kind) -> None:
    deletion.delete(full, deletion.of_kind(kind))
    gone(full)
    assert found(full, SECRETS[kind]) == []
    assert len(found(full, SECRETS[Kind.BALANCE])) >= 3
    assert full.database.is_encrypted


@pytest.mark.full
def test_one_entry_and_a_period_are_in_no_page(full: Services) -> None:
    things = deletion.things_on(full, YESTERDAY)
    (one,) = [thing for thing in things if thing.table == "check_in"]
    deletion.delete(full, deletion.of_thing(one))
    old = TODAY - timedelta(days=9)
    deletion.delete(full, deletion.of_period(full, old, old))
    assert found(full, "Gammelhemmelig"), "in the log, until it is finished"
    gone(full)
    assert found(full, "Gaarsdagens") == found(full, "Gammelhemmelig") == []
    assert found(full, SECRETS[Kind.DIARY])


@pytest.mark.full
def test_it_is_gone_on_with_at_the_next_start(full: Services, hand: Hand) -> None:
    deletion.delete(full, deletion.of_kind(Kind.DIARY))
    later = reopened(full, hand)
    assert later.database.aside == []
    deletion.finish(later)
    assert found(later, SECRETS[Kind.DIARY]) == []
    later.database.close()


@pytest.mark.full
def test_an_undone_one_is_there_and_encrypted(full: Services) -> None:
    deleted = deletion.delete(full, deletion.of_kind(Kind.DIARY))
    deletion.undo(full, deleted)
    gone(full)
    assert len(found(full, SECRETS[Kind.DIARY])) >= 3


@pytest.mark.full
def test_a_copy_of_another_key_goes_as_a_whole(full: Services) -> None:
    folder = folder_of(full)
    copy = next((folder / "copies").glob("rygvej-*.db"))
    copy.write_bytes(b"\x01" * PAGE * 3)
    deletion.delete(full, deletion.of_kind(Kind.DIARY))
    gone(full)
    assert not copy.exists()


@pytest.mark.full
def test_everything_takes_the_key_along_so_that_what_lay_there_cannot_be_read(
    full: Services, tmp_path: Path
) -> None:
    key, folder = full.database.guard.key, folder_of(full)
    assert key
    left = tmp_path / "left.db"  # as a disk may keep what was freed
    left.write_bytes(full.database.path.read_bytes())
    sealed = [one.name for one in folder.glob("lock*.json")]
    assert sealed
    mydata.delete_everything(full)
    assert [*folder.glob("lock*.json")] == []
    assert full.database.guard.key is None
    assert not full.database.is_encrypted
    for one in folder.rglob("*"):
        assert one.is_dir() or key not in one.read_bytes()
        assert one.is_dir() or key.hex().encode() not in one.read_bytes()
    for word in SECRETS.values():
        assert word.encode() not in left.read_bytes()
        for one in folder.rglob("*"):
            assert one.is_dir() or word.encode() not in one.read_bytes()
    assert not cipher.is_plain(left)
