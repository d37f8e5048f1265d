"""`embed.py MODEL.bin OUT.ts`: the model as a module, so that every bundler, worker and browser can load it."""

import base64
import sys

HEAD = "/** Written by training/extraction; the layout is described in model_file.py there. */\n"


def main():
    source, target = sys.argv[1:]
    with open(source, "rb") as file:
        text = base64.b64encode(file.read()).decode("ascii")
    with open(target, "w", encoding="ascii") as file:
        file.write(f"{HEAD}export const WEIGHTS =\n  '{text}';\n")


if __name__ == "__main__":
    main()
