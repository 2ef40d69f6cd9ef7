#!/usr/bin/env bash
# How far rapikan is from the least that any converter must do: calamine reads, rust_xlsxwriter writes the same cells.
#
#   benches/floor.sh             200 workbooks of five tables; openpyxl; one T-C.33 of 2,000 and of 20,000 rows
#   benches/floor.sh many        20,000 small workbooks in one batch, by thousands
#
# COUNT (200), ROUNDS (3: the fastest counts) and SMALL (20000) may be set. Prints one line a measurement: what,
# seconds, peak memory of the largest process in MiB. Needs GNU time; openpyxl is left out where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

count=${COUNT:-200} rounds=${ROUNDS:-3} small=${SMALL:-20000}
cargo build --profile dist --locked --quiet --bin rapikan --example workbooks
rapikan=$PWD/target/dist/rapikan workbooks=$PWD/target/dist/examples/workbooks
desk=$(mktemp -d) && trap 'rm -rf "$desk"' EXIT

# measure NAME COMMAND…: the fastest of the rounds; exit codes below 3 tell of findings, not of failure.
measure() {
    local name=$1 best= peak= line code
    shift
    for _ in $(seq "$rounds"); do
        code=0
        /usr/bin/time -f '%e %M' -o "$desk/time" "$@" 2>"$desk/said" || code=$?
        [ "$code" -lt 3 ] || { tail -5 "$desk/said"; echo "$name ended with $code"; exit 1; }
        line=$(tail -1 "$desk/time")
        if [ -z "$best" ] || awk "BEGIN { exit !(${line% *} < $best) }"; then best=${line% *}; fi
        peak=$(awk "BEGIN { print int(${line#* } / 1024 + 0.5) }")
    done
    printf '%-44s %8s s %6s MiB\n' "$name" "$best" "$peak"
}

if [ "${1:-}" = many ]; then
    rounds=1
    for files in $((small / 10)) "$small"; do
        "$workbooks" small "$desk/small-$files" "$files"
        measure "$files small workbooks, two jobs" "$rapikan" convert "$desk/small-$files" -o "$desk/out-$files" -q --jobs 2
        measure "the same again, nothing changed" "$rapikan" convert "$desk/small-$files" -o "$desk/out-$files" -q --jobs 2
    done
    exit
fi

"$workbooks" make "$desk/in" "$count"
for jobs in 1 2; do
    measure "(a) floor, $count workbooks, $jobs jobs" "$workbooks" floor "$desk/in" "$desk/floor" "$jobs"
    measure "(b) rapikan convert, $jobs jobs" "$rapikan" convert "$desk/in" -o "$desk/out" --force -q --jobs "$jobs"
done
if python3 -c 'import openpyxl' 2>/dev/null; then
    rounds=1 measure "(c) openpyxl load and save" python3 benches/openpyxl_copy.py "$desk/in" "$desk/openpyxl"
fi
for rows in 2000 20000; do
    "$workbooks" large "$desk/large-$rows.xlsx" "$rows"
    measure "(d) one T-C.33 of $rows rows" "$rapikan" convert "$desk/large-$rows.xlsx" -o "$desk/big" --force -q --memory 1G
done
