#!/usr/bin/env python3
"""Disturbs batches: disturbed.py PROGRAM [--kills 20] [--seed N]

1. Kills a batch at random moments. What stands in the folder of results is whole and is what an undisturbed batch writes;
   the next batch finishes the work, leaves nothing else behind, and its report has a line for every file.
2. Lets two batches write into one folder at once. The folder holds what both make, and one report with the lines of both.
3. Fills the disk under a batch, where a small file system can be mounted. The batch ends with 4, nothing is half-written,
   and once there is room the next batch finishes.

Ends with 1 if anything is wrong.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
REPORTS = ("LAPORAN.xlsx", "LAPORAN.json")


def inputs(folder, copies):
    """Samples in several folders, files that cannot be read, and files that are no workbooks."""
    samples = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".xlsx", ".xls"))
    for number in range(copies):
        sample = samples[number % len(samples)]
        place = folder / f"opd-{number:02}" / sample.name
        place.parent.mkdir(parents=True)
        shutil.copy(sample, place)
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 half a file")
    (folder / "kosong.xlsx").write_bytes(b"")
    (folder / "surat.pdf").write_bytes(b"%PDF-1.4")
    return sum(1 for path in folder.rglob("*") if path.is_file())


def start(program, source, out, *more):
    command = [program, "convert", source, "-o", out, "--to", "xlsx,json", "--lang", "en", *more]
    # A session of its own, so that its workers can be killed with it.
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def run(program, source, out, *more):
    return start(program, source, out, *more).wait(timeout=900)


def results(out):
    """The files that a person sees, by name, with the hash of their bytes."""
    found = {}
    for path in sorted(out.rglob("*")):
        if path.is_file() and ".rapikan" not in path.relative_to(out).parts:
            found[str(path.relative_to(out))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def is_temporary(name):
    return pathlib.PurePath(name).name.startswith(".")


def lines(out):
    return {line["file"] for line in json.loads((out / "LAPORAN.json").read_text())["files"]}


class Wrong(Exception):
    pass


def hold(truth, said):
    if not truth:
        raise Wrong(said)


def whole(out, reference, when):
    """Everything in sight is what an undisturbed batch writes; a report in between may have fewer lines."""
    for name, digest in results(out).items():
        if is_temporary(name):
            continue
        if name in REPORTS:
            path = out / name
            intact = zipfile.ZipFile(path).testzip() is None if name.endswith("xlsx") else json.loads(path.read_text())
            hold(intact, f"{when}: {name} is half-written")
        else:
            hold(reference.get(name) == digest, f"{when}: {name} is not what a batch writes")


def finished(program, source, out, reference, code, files, when):
    hold(run(program, source, out) == code, f"{when}: the next batch ended with another code")
    found = results(out)
    hold(found == reference, f"{when}: differs in {sorted(set(found.items()) ^ set(reference.items()))[:6]}")
    hold(len(lines(out)) == files, f"{when}: the report has {len(lines(out))} of {files} lines")


def kills(program, base, reference, code, files, seconds, count):
    for number in range(count):
        out = base / f"kill-{number:02}"
        batch = start(program, base / "in", out)
        moment = random.uniform(0.0, seconds)
        time.sleep(moment)
        is_over = batch.poll() is not None
        if not is_over:
            os.killpg(batch.pid, signal.SIGKILL)
        batch.wait()
        when = f"kill {number + 1} after {moment:.2f} s"
        if out.exists():
            whole(out, reference, when)
        done = len(results(out)) if out.exists() else 0
        finished(program, base / "in", out, reference, code, files, when)
        shutil.rmtree(out)
        print(f"{when}: {done} of {len(reference)} files were there{', the batch was over' if is_over else ''}; finished")


def together(program, base, reference, files):
    out = base / "two"
    halves = [sorted((base / "in").glob("opd-*"))[0::2], sorted((base / "in").glob("opd-*"))[1::2]]
    batches = []
    for number, half in enumerate(halves):
        folder = base / f"half-{number}"
        folder.mkdir()
        for one in half:
            shutil.copytree(one, folder / one.name)
        batches.append(start(program, folder, out))
    codes = [batch.wait(timeout=900) for batch in batches]
    hold(max(codes) <= 1, f"two batches ended with {codes}")
    found = results(out)
    wanted = {name for name in reference if name.startswith("opd-")} | set(REPORTS)
    hold(set(found) == wanted, f"two batches: {sorted(set(found) ^ wanted)[:6]}")
    hold(len(lines(out)) == sum(len(half) for half in halves), "two batches: the report lacks lines")
    print(f"two batches into one folder: {len(found)} files, {len(lines(out))} lines")


def full(program, base, reference, code, files):
    disk = base / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True)
    if mounted.returncode != 0:
        print("full disk: left out, no small file system can be mounted here")
        return
    try:
        # Deeper by a folder, so that links to the inputs are other bytes: only whole files are looked for.
        out = disk / "out"
        ended = run(program, base / "in", out)
        hold(ended == 4, f"full disk: ended with {ended}")
        before = results(out)
        for name in before:
            path = out / name
            intact = zipfile.ZipFile(path).testzip() is None if name.endswith("xlsx") else json.loads(path.read_text())
            hold(intact and not is_temporary(name), f"full disk: {name} is half-written")
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        hold(run(program, base / "in", out) == code, "full disk: the next batch ended with another code")
        hold(set(results(out)) == set(reference), "full disk: not everything was made once there was room")
        hold(len(lines(out)) == files, "full disk: the report lacks lines")
        print(f"full disk: {len(before)} whole files before, {len(results(out))} once there was room")
    finally:
        subprocess.run(["umount", disk], check=True)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--kills", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=None)
    wanted = arguments.parse_args()
    seed = wanted.seed if wanted.seed is not None else random.randrange(1 << 30)
    random.seed(seed)
    program = str(pathlib.Path(wanted.program).resolve())
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder)
        files = inputs(base / "in", 12)
        began = time.monotonic()
        code = run(program, base / "in", base / "whole")
        seconds = time.monotonic() - began
        reference = results(base / "whole")
        hold(len(lines(base / "whole")) == files, "the report of an undisturbed batch lacks lines")
        kills(program, base, reference, code, files, seconds, wanted.kills)
        together(program, base, reference, files)
        full(program, base, reference, code, files)


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        sys.exit(f"wrong: {wrong}")
