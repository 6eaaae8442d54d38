#!/usr/bin/env python3
"""Posts commands in their binary form, and reads the results in theirs.

    python3 post_commands.py http://127.0.0.1:7878/api/v1/workspaces/demo

Adds two nodes and connects them; then tries to retire a node that is not there. It needs nothing but
Python; the tags of the fields are those that /api/v1/openapi.json tells as x-tag.
"""

import os
import sys
import urllib.request


def varint(number):
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def sized(data):
    return varint(len(data)) + data


def field(tag, data):
    """A field of a record: an id (16 bytes), a text or a value; 2 says that a length stands before."""
    return varint(tag << 3 | 2) + sized(data)


def text_value(text):
    """A value of kind 5: a text."""
    return b"\x05" + sized(text.encode())


def command(name, fields, envelope=b""):
    """A record: form 1, the envelope, then flags 0, version 1, the name and the fields."""
    typed = bytes([0, 1, len(name)]) + name.encode() + fields
    return sized(b"\x01" + sized(envelope) + typed)


def read_varint(data, at):
    number = shift = 0
    while True:
        number |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if data[at - 1] < 0x80:
            return number, at


def results(data):
    """The results as dictionaries from tags to numbers and bytes."""
    assert data[:4] == b"ALR\x01", "these are no results"
    at = 4
    while at < len(data):
        length, at = read_varint(data, at)
        end, fields = at + length, {}
        while at < end:
            key, at = read_varint(data, at)
            number, at = read_varint(data, at)
            if key & 7 == 2:
                fields[key >> 3], at = data[at : at + number], at + number
            else:
                fields[key >> 3] = number
        yield fields


def main(workspace):
    ada, notes, edge = os.urandom(16), os.urandom(16), os.urandom(16)
    body = b"ALC\x01" + b"".join(
        [
            command("graph.add-node", field(1, ada) + field(2, text_value("Ada"))),
            command("graph.add-node", field(1, notes) + field(2, text_value("Notes")) + field(3, b"Document")),
            command("graph.connect-nodes", field(1, edge) + field(2, ada) + field(3, notes) + field(4, b"wrote")),
            command("graph.retire-node", field(1, os.urandom(16))),
        ]
    )
    headers = {
        "Content-Type": "application/vnd.alchemist.commands",
        "Accept": "application/vnd.alchemist.results",
    }
    request = urllib.request.Request(workspace + "/commands", body, headers)
    with urllib.request.urlopen(request) as answer:
        for result in results(answer.read()):
            status = ("accepted", "rejected", "refused")[result.get(1, 0)]
            why = result.get(6, b"").decode()
            print(status, "at", result.get(2, 0), "with", result.get(3, 0), "event(s)", why)


if __name__ == "__main__":
    main(sys.argv[1])
