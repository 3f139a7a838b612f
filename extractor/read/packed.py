"""What stands packed in a zip, taken out within limits: nothing is ever written to a disk."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile, ZipInfo

from extractor.errors import InputError

#: One member unpacks to no more bytes than this, all of them together to ten times as many.
MOST_MEMBER = 100_000_000
MOST_MEMBERS = 100_000
#: A member that shrank more than this, and is large, is a bomb and no text.
MOST_SHRUNK = 500
_SMALL = 10_000_000


def opened(data: bytes, source: str) -> ZipFile:
    """The zip in some bytes, looked over before anything is unpacked.

    Raises:
        InputError: it is damaged, or would unpack to more than any document holds.
    """
    try:
        packed = ZipFile(io.BytesIO(data))
        members = packed.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(source, "a damaged archive; pack it again") from error
    if len(members) > MOST_MEMBERS:
        raise InputError(source, f"{len(members):,} files in it, more than {MOST_MEMBERS:,}; split it")
    return packed


def office(data: bytes, source: str) -> ZipFile:
    """The zip that an office document is, safe to hand to its reader.

    Raises:
        InputError: it is damaged, or would unpack to more than any document holds.
    """
    packed = opened(data, source)
    for member in packed.infolist():
        check(member, source)
    if sum(member.file_size for member in packed.infolist()) > 3 * MOST_MEMBER:
        raise InputError(source, f"unpacks to more than {3 * MOST_MEMBER // 1_000_000} MB; split it")
    return packed


def is_locked(member: ZipInfo) -> bool:
    """True if only a password opens it."""
    return bool(member.flag_bits & 1)


def check(member: ZipInfo, source: str, *, password: bool = False) -> None:
    """Refuse a member that unpacks to too much, or is locked and there is no password.

    Raises:
        InputError: it is too large, a bomb, or locked with a password.
    """
    if is_locked(member) and not password:
        raise InputError(source, f"{member.filename} is locked with a password; give it with --password")
    if member.file_size > MOST_MEMBER:
        raise InputError(
            source, f"{member.filename} unpacks to more than {MOST_MEMBER // 1_000_000} MB; split it"
        )
    if member.file_size > _SMALL and member.file_size > MOST_SHRUNK * max(member.compress_size, 1):
        raise InputError(
            source, f"{member.filename} unpacks to {member.file_size:,} bytes, far more than any text"
        )


def unpacked(packed: ZipFile, member: str | ZipInfo, source: str) -> bytes:
    """The bytes of one member; never more than it declares.

    Raises:
        InputError: it is missing, damaged, too large, or the password does not open it.
    """
    try:
        info = packed.getinfo(member) if isinstance(member, str) else member
        check(info, source, password=packed.pwd is not None)
        return packed.read(info)
    except InputError:
        raise
    except RuntimeError as error:  # what zipfile says of a wrong password
        raise InputError(source, "the password does not open it; check --password") from error
    except Exception as error:  # zlib, lzma and bz2 raise what they like on damaged bytes
        name = member if isinstance(member, str) else member.filename
        raise InputError(source, f"{name} in it is damaged; pack it again") from error
