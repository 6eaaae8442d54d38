#!/usr/bin/env python3
"""Checks the proof of an event that `alchemist log prove` has written.

    python3 verify_proof.py FILE [HASH]

HASH is the hash of the block that you trust. Exits with 0 when the proof holds and leads there, else
with 1. It shares nothing with Alchemist but the format: docs/reference/log-format.md.
"""

import base64
import hashlib
import json
import struct
import sys

HEADER = 104


def sha256(data):
    return hashlib.sha256(data).digest()


def read(text):
    """The proof's bytes and the hash that it says it leads to; raises ValueError."""
    fields = json.loads(text)
    if sorted(fields) != ["format", "head", "proof"] or fields["format"] != "alchemist-proof-1":
        raise ValueError("not a file of the format alchemist-proof-1")
    proof = base64.b64decode(fields["proof"], validate=True)
    head = bytes.fromhex(fields["head"])
    if base64.b64encode(proof).decode() != fields["proof"] or head.hex() != fields["head"]:
        raise ValueError("not written in the one way it can be")
    return proof, head


def climb(leaf, index, count, path):
    """The Merkle root that an audit path leads to (RFC 9162, 2.1.3.2), or None."""
    node, last, h = index, count - 1, sha256(b"\0" + leaf)
    for p in path:
        if last == 0:
            return None
        if node & 1 or node == last:
            h = sha256(b"\1" + p + h)
            while node and not node & 1:
                node >>= 1
                last >>= 1
        else:
            h = sha256(b"\1" + h + p)
        node >>= 1
        last >>= 1
    return h if last == 0 else None


def event(proof, head):
    """The payload, least and greatest position and time of the event; raises ValueError."""
    if len(proof) < 20:
        raise ValueError("it is cut")
    magic, version, hashes, index, blocks, length = struct.unpack_from("<4sHHIII", proof)
    if magic != b"ALCP" or version != 1 or not blocks or not length:
        raise ValueError("no proof of this version")
    if len(proof) != 20 + length + 32 * hashes + HEADER * blocks:
        raise ValueError("its length is wrong")
    record, at = proof[20 : 20 + length], 20 + length
    path = [proof[at + 32 * i : at + 32 * i + 32] for i in range(hashes)]
    at += 32 * hashes
    headers = [proof[at + HEADER * i : at + HEADER * (i + 1)] for i in range(blocks)]
    first, events, records, recorded = struct.unpack_from("<QIIq", headers[0], 16)
    if any(h[:4] != b"ALCB" for h in headers) or index >= records:
        raise ValueError("its block has no such record")
    if record[0] != 2:
        raise ValueError("the record is no event")
    if climb(record, index, records, path) != headers[0][72:104]:
        raise ValueError("the record is not in its block")
    for before, after in zip(headers, headers[1:]):
        if after[40:72] != sha256(before):
            raise ValueError("a block does not follow the one before it")
    if sha256(headers[-1]) != head:
        raise ValueError("it leads to another block: " + sha256(headers[-1]).hex())
    least = first + max(0, index - (records - events))
    return record[1:], least, min(first + events - 1, first + index - 1), recorded


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        sys.exit(__doc__)
    try:
        with open(arguments[0], "rb") as file:
            proof, head = read(file.read().decode("utf-8"))
        payload, least, greatest, micros = event(proof, head)
        if len(arguments) == 2 and bytes.fromhex(arguments[1]) != head:
            raise ValueError("it leads to another block than you trust: " + head.hex())
    except (ValueError, TypeError, OSError) as e:
        sys.exit("The proof does NOT hold: %s" % e)
    print("The proof holds: an event of %d bytes" % len(payload))
    print("position  %d to %d" % (least, greatest))
    print("recorded  %d us since 1970" % micros)
    print("block     " + head.hex())


if __name__ == "__main__":
    main(sys.argv[1:])
