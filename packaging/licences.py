"""The licences of what the program is made of: licences.py TARGET prints, for every crate that is linked into it for that
system, its name, version, licence and the texts that its makers ship with it."""

import json
import pathlib
import subprocess
import sys

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
target = sys.argv[1]


def cargo(*words):
    return subprocess.run(["cargo", *words], check=True, capture_output=True, encoding="utf-8").stdout


tree = cargo("tree", "--locked", "--edges", "normal", "--prefix", "none", "--target", target, "--format", "{p}")
linked = {tuple(line.split()[:2]) for line in tree.splitlines() if line.strip()}
metadata = json.loads(cargo("metadata", "--locked", "--format-version", "1", "--filter-platform", target))
own = set(metadata["workspace_members"])
packages = sorted(metadata["packages"], key=lambda package: (package["name"], package["version"]))
missing, known = [], {}
for package in packages:
    if package["id"] in own or (package["name"], "v" + package["version"]) not in linked:
        continue
    print("=" * 78)
    print(f"{package['name']} {package['version']}: {package['license'] or 'see below'}")
    print(package["repository"] or f"https://crates.io/crates/{package['name']}")
    folder = pathlib.Path(package["manifest_path"]).parent
    texts = [path for path in sorted(folder.iterdir()) if path.is_file()
             and path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT"))]
    if not texts and not package["license"]:
        missing.append(package["name"])
    for text in texts:
        words = text.read_text(encoding="utf-8", errors="replace").strip()
        # Many ship the same text to the letter: it is printed once.
        number = known.setdefault(words, len(known) + 1)
        print(f"{text.name}: text {number}")
for words, number in known.items():
    print("=" * 78)
    print(f"Text {number}\n\n{words}\n")
if missing:
    sys.exit("no licence is known of: " + ", ".join(missing))
