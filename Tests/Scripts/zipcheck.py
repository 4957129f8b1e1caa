"""Reads a ZIP strictly, for the validators: entries in the order of the directory, with what their local
headers say. Stands in where a validator's own copy is missing (see Validators.swift)."""

import struct
import zipfile


class Bad(Exception):
    """The file is no ZIP, or a damaged one."""


class Entry:
    """name, offset, method, flags, extra (directory), lextra (local header)"""


def read(path, report):
    entries, data = [], {}
    try:
        archive = zipfile.ZipFile(path)
    except Exception as error:
        raise Bad(str(error))
    with open(path, "rb") as file:
        raw = file.read()
    end = 0
    for info in archive.infolist():
        entry = Entry()
        entry.name, entry.offset, entry.method = info.filename, info.header_offset, info.compress_type
        entry.extra, entry.flags = info.extra, info.flag_bits
        start = info.header_offset
        if raw[start:start + 4] != b"PK\x03\x04":
            raise Bad(f"no local header for {info.filename}")
        method, = struct.unpack("<H", raw[start + 8:start + 10])
        name_length, extra_length = struct.unpack("<HH", raw[start + 26:start + 30])
        name = raw[start + 30:start + 30 + name_length]
        entry.lextra = raw[start + 30 + name_length:start + 30 + name_length + extra_length]
        if method != entry.method or name not in (info.filename.encode("utf-8"), info.filename.encode("cp437", "replace")):
            report("error", "zip", f"local header differs from the directory: {info.filename}")
        if info.filename in data:
            report("error", "zip", f"twice: {info.filename}")
        if start < end:
            report("error", "zip", f"overlaps the entry before it: {info.filename}")
        end = start + 30 + name_length + extra_length + info.compress_size
        try:
            data[info.filename] = archive.read(info)
        except Exception as error:
            raise Bad(f"{info.filename}: {error}")
        entries.append(entry)
    return entries, data
