#!/usr/bin/env python3
"""Verifies an exported audit log without the system that wrote it.

Written from docs/audit-log-format.md, section by section; needs Python 3.9 and its standard
library only, no network and no database.

    python3 verify_log.py DIR [--key FILE] [--witness FILE] [--json]
    python3 verify_log.py --proof FILE --key FILE [--json]

Exit status: 0 intact, 7 not intact, 2 wrong use.
"""
import argparse
import base64
import binascii
import datetime
import hashlib
import json
import os
import re
import sys

EXIT_INTACT, EXIT_INTEGRITY = 0, 7


class Fault(Exception):
    """The log is not to be believed; `code` is one of the format's codes."""

    def __init__(self, code, where):
        super().__init__(f"{code} ({where})")
        self.code = code
        self.where = where


# ---------------------------------------------------------------- section 2: the entry

PRINTABLE = "\u0021-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027"
FILLED = re.compile(f"[{PRINTABLE}](?:[ {PRINTABLE}]{{0,198}}[{PRINTABLE}])?")
CODE = re.compile(r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*")
HASH = re.compile(r"[0-9a-f]{64}")
NUMBER = re.compile(r"[1-9][0-9]{0,9}")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
INSTANT = re.compile(
    r"(2[0-9]{3})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.[0-9]{3}Z"
)
SUBJECTS_MAX = 500


def is_filled(value):
    return FILLED.fullmatch(value) is not None


def is_text(value):
    return value == "" or is_filled(value)


def is_code(value):
    return len(value) <= 100 and CODE.fullmatch(value) is not None


def is_hash(value):
    return HASH.fullmatch(value) is not None


def is_tenant(value):
    return NUMBER.fullmatch(value) is not None and int(value) <= 2147483647


def is_uuid(value):
    return UUID.fullmatch(value) is not None


def is_instant(value):
    match = INSTANT.fullmatch(value)
    if match is None:
        return False
    try:
        datetime.datetime(*(int(part) for part in match.groups()))
    except ValueError:
        return False
    return True


def is_hash_list(value):
    if value == "":
        return True
    items = value.split(",")
    if len(items) > SUBJECTS_MAX or not all(is_hash(item) for item in items):
        return False
    return all(before < after for before, after in zip(items, items[1:]))


LINES = (
    ("v", True, lambda value: value == "1"),
    ("tenant", True, is_tenant),
    ("id", True, is_uuid),
    ("at", True, is_instant),
    ("actor", True, is_filled),
    ("office", False, is_text),
    ("role", False, is_text),
    ("action", True, is_code),
    ("purpose", False, is_text),
    ("case", False, is_text),
    ("object_kind", False, is_code),
    ("object_id", False, is_filled),
    ("subjects", False, is_hash_list),
    ("before", False, is_hash),
    ("after", False, is_hash),
    ("batch_root", False, is_hash),
    ("law", False, is_text),
    ("request", False, is_text),
)


def parse_entry(content):
    """The stated values by name, or None when the bytes are not an entry."""
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    if len(lines) != len(LINES) + 1 or lines[-1] != "":
        return None
    values = {}
    for line, (name, required, accepts) in zip(lines, LINES):
        if line == name:
            if required:
                return None
            continue
        if not line.startswith(name + "=") or not accepts(line[len(name) + 1 :]):
            return None
        values[name] = line[len(name) + 1 :]
    if ("object_kind" in values) != ("object_id" in values):
        return None
    return values


# ---------------------------------------------------------------- section 4: the tree


def leaf_hash(content):
    return hashlib.sha256(b"\x00" + content).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """Roots of the full subtrees, largest first, as a binary counter."""

    def __init__(self):
        self.size = 0
        self.peaks = []

    def append(self, leaf):
        height_bits = self.size
        while height_bits & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            height_bits >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def root_from_path(leaf, index, size, path):
    """RFC 9162 section 2.1.3.2; None when the path does not fit the size."""
    if index >= size:
        return None
    node, last, value = index, size - 1, leaf
    for step in path:
        if last == 0 or len(step) != 32:
            return None
        if node & 1 or node == last:
            value = node_hash(step, value)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            value = node_hash(value, step)
        node, last = node >> 1, last >> 1
    return value if last == 0 else None


# ---------------------------------------------------------------- RFC 8032: Ed25519

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * SQRT_MINUS_1 % P
    if (x * x - square) % P != 0:
        return None
    return P - x if x & 1 != sign else x


def point_add(a, b):
    # Extended coordinates X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z (section 5.1.4).
    one = (a[1] - a[0]) * (b[1] - b[0]) % P
    two = (a[1] + a[0]) * (b[1] + b[0]) % P
    three = 2 * a[3] * b[3] * D % P
    four = 2 * a[2] * b[2] % P
    e, f, g, h = two - one, four - three, four + three, two + one
    return (e * f % P, g * h % P, f * g % P, e * h % P)


NEUTRAL = (0, 1, 1, 0)
BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def point_compress(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def point_decompress(content):
    y = int.from_bytes(content, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def double_multiply(s, k, point):
    """[s]B + [k]point, both read bit by bit together."""
    both = point_add(BASE, point)
    result = NEUTRAL
    for bit in range(max(s.bit_length(), k.bit_length()) - 1, -1, -1):
        result = point_add(result, result)
        choice = (s >> bit & 1) | (k >> bit & 1) << 1
        if choice:
            result = point_add(result, (None, BASE, point, both)[choice])
    return result


def ed25519_verify(public_key, message, signature):
    if len(signature) != 64:
        return False
    point = point_decompress(public_key)
    s = int.from_bytes(signature[32:], "little")
    if point is None or s >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public_key + message).digest()
    k = int.from_bytes(digest, "little") % ORDER
    minus = (P - point[0], point[1], point[2], P - point[3])
    return point_compress(double_multiply(s, k, minus)) == signature[:32]


# ---------------------------------------------------------------- section 5: checkpoints

ORIGIN = re.compile(r"payung\.audit/[1-9][0-9]{0,9}")
SIZE = re.compile(r"0|[1-9][0-9]{0,14}")
SIGNATURE = re.compile("\u2014 ([!-*,-~]+) ([A-Za-z0-9+/]+={0,2})")
PUBLIC_KEY = re.compile(
    r"(payung\.audit/[1-9][0-9]{0,9})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n"
)
SIGNATURES_MAX = 16


def decode_base64(text):
    """Bytes of canonical base64, else None."""
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return content if base64.b64encode(content).decode("ascii") == text else None


def key_id(name, public_key):
    return hashlib.sha256(name.encode("ascii") + b"\n\x01" + public_key).digest()[:4]


class Key:
    def __init__(self, text):
        match = PUBLIC_KEY.fullmatch(text)
        content = decode_base64(match.group(3)) if match else None
        if content is None or len(content) != 33 or content[0] != 1:
            raise Fault("KEY_MALFORMED", "public-key.txt")
        self.name = match.group(1)
        self.id = bytes.fromhex(match.group(2))
        self.public_key = content[1:]
        if key_id(self.name, self.public_key) != self.id:
            raise Fault("KEY_MALFORMED", "public-key.txt")


class Note:
    """One note: text, origin, size, root and signatures as (name, key id, signature)."""

    def __init__(self, text, signature_block):
        lines = text.split("\n")
        signatures = signature_block.split("\n")
        if len(lines) != 3 or len(signatures) > SIGNATURES_MAX:
            raise ValueError
        root = decode_base64(lines[2])
        if not ORIGIN.fullmatch(lines[0]) or not SIZE.fullmatch(lines[1]):
            raise ValueError
        if root is None or len(root) != 32:
            raise ValueError
        self.text = (text + "\n").encode("utf-8")
        self.origin, self.size, self.root = lines[0], int(lines[1]), root
        self.signatures = [self.parse_signature(line) for line in signatures]

    @staticmethod
    def parse_signature(line):
        match = SIGNATURE.fullmatch(line)
        content = decode_base64(match.group(2)) if match else None
        if content is None or len(content) <= 4:
            raise ValueError
        return match.group(1), content[:4], content[4:]

    def is_signed_by(self, key):
        ours = [each[2] for each in self.signatures if each[:2] == (key.name, key.id)]
        if self.origin != key.name or not ours:
            return False
        return all(ed25519_verify(key.public_key, self.text, each) for each in ours)


def parse_notes(text, where):
    if text == "":
        return []
    blocks = text[:-1].split("\n\n")
    if not text.endswith("\n") or len(blocks) % 2:
        raise Fault("CHECKPOINT_MALFORMED", where)
    try:
        return [Note(*blocks[at : at + 2]) for at in range(0, len(blocks), 2)]
    except ValueError:
        raise Fault("CHECKPOINT_MALFORMED", where) from None


def read_signed(text, key, where):
    notes = parse_notes(text, where)
    for note in notes:
        if not note.is_signed_by(key):
            raise Fault("CHECKPOINT_SIGNATURE", f"{where}: size {note.size}")
    if not notes:
        raise Fault("CHECKPOINT_MISSING", where)
    return notes


# ---------------------------------------------------------------- section 7: the check

ENTRY_LINE = re.compile(
    r'\{"seq":(0|[1-9][0-9]{0,14}),"id":"([0-9a-f-]{36})","bytes":"([A-Za-z0-9+/]*={0,2})"\}\n'
)


def read_text(path):
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Fault("FILE_MISSING", path) from None


def read_key(path, trusted):
    text = read_text(path)
    key = Key(text)
    if trusted is not None and read_text(trusted) != text:
        raise Fault("KEY_DIFFERS", path)
    return key


def check_entry(line, tree, key, ids):
    where = f"entry {tree.size}"
    # Latin-1 maps every byte to one character, so the pattern sees the file as it is.
    match = ENTRY_LINE.fullmatch(line.decode("latin-1"))
    content = decode_base64(match.group(3)) if match else None
    if content is None:
        raise Fault("ENTRY_LINE", where)
    if match.group(1) != str(tree.size):
        raise Fault("ENTRY_SEQUENCE", where)
    values = parse_entry(content)
    if values is None:
        raise Fault("ENTRY_BYTES", where)
    if values["id"] != match.group(2):
        raise Fault("ENTRY_ID", where)
    if key.name != f"payung.audit/{values['tenant']}":
        raise Fault("ENTRY_TENANT", where)
    identity = binascii.unhexlify(values["id"].replace("-", ""))
    if identity in ids:
        raise Fault("ENTRY_DUPLICATE", where)
    ids.add(identity)
    tree.append(leaf_hash(content))


def check_roots(tree, roots):
    for root in roots.get(tree.size, ()):
        if root != tree.root():
            raise Fault("ROOT_DIFFERS", f"size {tree.size}")


def check_entries(path, key, roots):
    tree, ids = Tree(), set()
    try:
        with open(path, "rb") as file:
            for line in file:
                check_roots(tree, roots)
                check_entry(line, tree, key, ids)
    except OSError:
        raise Fault("FILE_MISSING", path) from None
    check_roots(tree, roots)
    if max(roots) > tree.size:
        raise Fault("ENTRIES_MISSING", f"{tree.size} < {max(roots)}")
    return tree


def verify_export(directory, trusted=None, witness=None):
    """A report of what is established; raises Fault."""
    key = read_key(os.path.join(directory, "public-key.txt"), trusted)
    own_text = read_text(os.path.join(directory, "checkpoints.txt"))
    witness_text = None if witness is None else read_text(witness)
    own = read_signed(own_text, key, "checkpoints.txt")
    for before, after in zip(own, own[1:]):
        if after.size <= before.size:
            raise Fault("CHECKPOINT_ORDER", f"checkpoints.txt: size {after.size}")
    kept = [] if witness is None else read_signed(witness_text, key, "witness")
    roots = {}
    for note in own + kept:
        roots.setdefault(note.size, []).append(note.root)
    tree = check_entries(os.path.join(directory, "entries.ndjson"), key, roots)
    return {
        "intact": True,
        "entries": tree.size,
        "checkpoints": len(own),
        "covered": own[-1].size,
        "root": tree.root().hex(),
    }


def verify_proof(path, trusted):
    """An inclusion proof as `audit prove` prints it; raises Fault."""
    key = Key(read_text(trusted))
    try:
        proof = json.loads(read_text(path))
        content = decode_base64(proof["bytes"])
        steps = [decode_base64(step) for step in proof["path"]]
        seq, size, text = proof["seq"], proof["size"], proof["note"]
        usable = proof["schema"] == "payung.audit.proof/1" and content is not None
        usable = usable and None not in steps and isinstance(text, str)
        usable = usable and all(type(each) is int and each >= 0 for each in (seq, size))
    except (ValueError, KeyError, TypeError):
        usable = False
    if not usable:
        raise Fault("PROOF_MALFORMED", path)
    note = read_signed(text, key, path)
    values = parse_entry(content)
    if values is None:
        raise Fault("ENTRY_BYTES", path)
    if values["id"] != proof.get("id"):
        raise Fault("ENTRY_ID", path)
    if key.name != f"payung.audit/{values['tenant']}":
        raise Fault("ENTRY_TENANT", path)
    root = root_from_path(leaf_hash(content), seq, size, steps)
    if len(note) != 1 or note[0].size != size or note[0].root != root:
        raise Fault("ROOT_DIFFERS", path)
    return {"intact": True, "seq": seq, "size": size, "id": values["id"]}


def describe(report):
    if "seq" in report:
        return f"PROVEN: entry {report['seq']} ({report['id']}) is under size {report['size']}"
    later = report["entries"] - report["covered"]
    return (
        f"INTACT / UTUH: {report['entries']} entries, {report['checkpoints']} checkpoints\n"
        f"  signed: {report['covered']} entries; {later} later ones are not signed yet\n"
        f"  root:   {report['root']}"
    )


def warn_of_trust(options):
    if options.key is None:
        print("note: no --key: the export vouches for its own key", file=sys.stderr)
    if options.proof is None and options.witness is None:
        print("note: no --witness: a log cut back to an older state is not seen", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("directory", nargs="?", help="export directory")
    parser.add_argument("--key", help="public-key.txt that you trust")
    parser.add_argument("--witness", help="file of checkpoints that you kept")
    parser.add_argument("--proof", help="inclusion proof instead of a directory")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    options = parser.parse_args()
    if (options.directory is None) == (options.proof is None):
        parser.error("give either an export directory or --proof")
    if options.proof is not None and options.key is None:
        parser.error("--proof needs --key")
    warn_of_trust(options)
    try:
        if options.proof is not None:
            report = verify_proof(options.proof, options.key)
        else:
            report = verify_export(options.directory, options.key, options.witness)
    except Fault as fault:
        failed = {"intact": False, "code": fault.code, "where": fault.where}
        print(json.dumps(failed) if options.json else f"NOT INTACT / TIDAK UTUH: {fault}")
        return EXIT_INTEGRITY
    print(json.dumps(report) if options.json else describe(report))
    return EXIT_INTACT


if __name__ == "__main__":
    sys.exit(main())
