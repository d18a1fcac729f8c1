"""Finds e-mail addresses and telephone numbers: an extractor for tahqiq, with the standard library alone.

Reads a document from each line of standard input, {"id", "text"}, and answers it with a line, {"id", "facts"}.
"""

import json
import re
import sys
import unicodedata

VERSION = "1.0"

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# \d is a digit of any script: 0-9, ٠-٩, ۰-۹.
PHONE = re.compile(r"(?<!\w)(?:\+|00|٠٠)?\d(?:[ -]?\d){6,14}(?!\w)")


def digits(text):
    """The digits of a text as 0-9."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())


def emails(text):
    for match in EMAIL.finditer(text):
        address = match.group().lower()
        yield fact("email", "email/plain", match, address=address, domain=address.rsplit("@", 1)[1])


def phones(text):
    for match in PHONE.finditer(text):
        number = digits(match.group())
        international = match.group().startswith(("+", "00", "٠٠"))
        if international and not match.group().startswith("+"):
            number = number[2:]
        rule = "phone/international" if international else "phone/local"
        yield fact("phone", rule, match, number=number, international=international)


def fact(kind, rule, match, **fields):
    """A fact: kind, place and quotation, then whatever the team wants to know."""
    return {"kind": kind, "start": match.start(), "end": match.end(), "rule": rule, **fields, "text": match.group()}


def answer(document):
    text = document["text"]
    return {"id": document["id"], "facts": [*emails(text), *phones(text)]}


def main():
    # Bytes in, ASCII out: the same on every system, whatever its locale.
    print(json.dumps({"engine": {"name": "contacts", "version": VERSION}}), flush=True)
    for line in sys.stdin.buffer:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
