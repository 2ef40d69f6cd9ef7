#!/usr/bin/env bash
# Every bar of speed and memory in one run. The floor is the least that any converter must do: calamine reads, rust_xlsxwriter
# writes the same cells.
#
#   benches/floor.sh             prints the bars, in instructions where they can be counted and in CPU side by side
#   benches/floor.sh keep        the same, and puts the table into docs/performance.md
#   benches/floor.sh many        20,000 small workbooks in one batch, by a tenth and whole: memory and time a file
#
# Instructions are those of callgrind with all processes, CPU is user and system time with all processes, the least of
# ROUNDS (3) rounds taken in turns. COUNT (40) workbooks are converted, COUNTED (9) of them under callgrind, SMALL
# (20000) in the batch. RAPIKAN and WORKBOOKS may name programs that are built already. Needs GNU time and valgrind;
# openpyxl is left out where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

count=${COUNT:-40} counted=${COUNTED:-9} rounds=${ROUNDS:-3} small=${SMALL:-20000}
if [ -z "${RAPIKAN:-}" ] || [ -z "${WORKBOOKS:-}" ]; then
    cargo build --profile dist --locked --quiet --bin rapikan --example workbooks
fi
target=${CARGO_TARGET_DIR:-$PWD/target}
rapikan=${RAPIKAN:-$target/dist/rapikan} workbooks=${WORKBOOKS:-$target/dist/examples/workbooks}
desk=$(mktemp -d) && trap 'rm -rf "$desk"' EXIT

# run COMMAND…: exit codes below 3 tell of findings, not of failure.
run() {
    local code=0
    "$@" >/dev/null 2>"$desk/said" || code=$?
    [ "$code" -lt 3 ] || { tail -5 "$desk/said" >&2; echo "ended with $code: $*" >&2; exit 1; }
}

# cpu COMMAND…: seconds of user and system time.
cpu() {
    run /usr/bin/time -f '%U %S' -o "$desk/time" "$@"
    awk 'END { print $1 + $2 }' "$desk/time"
}

# wall COMMAND…: seconds.
wall() {
    run /usr/bin/time -f '%e' -o "$desk/time" "$@"
    tail -1 "$desk/time"
}

# peak COMMAND…: MiB of the largest process.
peak() {
    run /usr/bin/time -f '%M' -o "$desk/time" "$@"
    awk 'END { print int($1 / 1024 + 0.5) }' "$desk/time"
}

# instructions COMMAND…: millions, of all processes and of the one with the most.
instructions() {
    rm -f "$desk"/callgrind.*
    run valgrind --quiet --trace-children=yes --tool=callgrind --callgrind-out-file="$desk/callgrind.%p" "$@"
    awk '/^(summary|totals):/ && FILENAME != last { sum += $2; if ($2 > most) most = $2; last = FILENAME }
        END { print sum / 1e6, most / 1e6 }' "$desk"/callgrind.*
}

# least MEASURE COMMAND…: the least of the rounds.
least() {
    for _ in $(seq "$rounds"); do "$@"; done | sort -g | head -1
}

of() { awk "BEGIN { printf \"%.${3:-2}f\", $1 / $2 }"; }
convert() { echo "$rapikan convert $1 -o $desk/out --force -q --jobs ${2:-1} --memory 1G"; }
copy() { echo "python3 benches/openpyxl_copy.py $1 $desk/openpyxl"; }

if [ "${1:-}" = many ]; then
    for files in $((small / 10)) "$small"; do
        "$workbooks" small "$desk/small-$files" "$files"
        for again in "first" "again, nothing changed"; do
            run /usr/bin/time -f '%e %M' -o "$desk/time" "$rapikan" convert "$desk/small-$files" -o "$desk/out-$files" -q --jobs 2
            awk -v files="$files" -v what="$again" 'END { printf "%6d small workbooks, two jobs, %s: %.2f ms a file, largest process %d MiB\n", files, what, $1 * 1000 / files, $2 / 1024 }' "$desk/time"
        done
    done
    exit
fi

"$workbooks" make "$desk/in" "$count"
mkdir "$desk/few" "$desk/one"
find "$desk/in" -name '*.xlsx' | sort | head -"$counted" | xargs cp -t "$desk/few"
find "$desk/in" -name '*.xlsx' | sort | head -1 | xargs cp -t "$desk/one"
for rows in 2000 20000; do
    mkdir "$desk/$rows"
    "$workbooks" large "$desk/$rows/plan.xlsx" "$rows"
done

table=$desk/table
bar() { printf '| %s | %s | %s |\n' "$1" "$2" "$3" | tee -a "$table"; }
printf '| what | now | bar |\n| --- | --- | --- |\n' | tee "$table"

read -r few few_worker < <(instructions $(convert "$desk/few"))
read -r one one_worker < <(instructions $(convert "$desk/one"))
read -r floor_few _ < <(instructions "$workbooks" floor "$desk/few" "$desk/floor" 1)
read -r floor_one _ < <(instructions "$workbooks" floor "$desk/one" "$desk/floor" 1)
each=$(awk "BEGIN { print ($few - $one) / ($counted - 1) }")
floor_each=$(awk "BEGIN { print ($floor_few - $floor_one) / ($counted - 1) }")
bar "instructions against the floor" "$(of "$each" "$floor_each" 1) ($(of "$each" 1 0) M a workbook)" "≤ 5.5"
# The worker alone: who starts it makes no tables, but the report of the batch.
once=$(awk "BEGIN { print $one_worker - ($few_worker - $one_worker) / ($counted - 1) }")
bar "one-off tables of a process" "$(of "$once" 1 0) M instructions" "≤ 30 M"

one_job=$(least cpu $(convert "$desk/in"))
if python3 -c 'import openpyxl' 2>/dev/null; then
    bar "CPU against openpyxl load and save, $count workbooks" "$(of "$one_job" "$(least cpu $(copy "$desk/in"))")" "≤ 0.42"
fi
bar "two jobs against one" "$(of "$(least wall $(convert "$desk/in"))" "$(least wall $(convert "$desk/in" 2))") ×" "≥ 1.9 ×"

large=$(least cpu $(convert "$desk/20000"))
bar "20,000 rows against 2,000" "$(of "$large" "$(least cpu $(convert "$desk/2000"))" 1) ×" "≤ 10.5 ×"
if python3 -c 'import openpyxl' 2>/dev/null; then
    bar "20,000 rows against openpyxl load and save" "$(of "$large" "$(least cpu $(copy "$desk/20000"))")" "≤ 1"
fi
bar "peak of 20,000 rows" "$(peak $(convert "$desk/20000")) MiB" "≤ 250 MiB"

if [ "${1:-}" = keep ]; then
    awk -v table="$table" '
        /<!-- bars -->/ { print; print ""; while ((getline line < table) > 0) print line; print ""; skip = 1 }
        /<!-- end of bars -->/ { skip = 0 }
        !skip && !/<!-- bars -->/' docs/performance.md >"$desk/kept"
    cp "$desk/kept" docs/performance.md
fi
