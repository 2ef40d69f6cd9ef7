# What must hold on Windows; sourced by run, which starts each in an empty folder of its own. A failing command fails it.
# $trial is the folder of rapikan.exe, $own the program of this system.

wine() { timeout 300 /usr/lib/wine/wine64 "$@"; }
rapikan() { wine "$trial/rapikan.exe" "$@"; }
# A path as Windows has it.
windows() { printf 'Z:%s' "$(realpath -m "$1" | tr / '\\')"; }
# Runs the command after the code that it must end with; what it says is kept in said.txt.
ends() {
    local wanted=$1 code=0
    shift
    "$@" >said.txt 2>&1 || code=$?
    [ "$code" -eq "$wanted" ] || { echo "ended with $code, not $wanted: $*"; cat said.txt; return 1; }
}
says() { grep -qF -- "$1" said.txt || { echo "does not say \"$1\":"; cat said.txt; return 1; }; }
sample() { cp "$trial/samples/${2:-semua-di-satu-lembar.xlsx}" "$1"; }

check_version() {
    ends 0 rapikan --version
    says "rapikan $("$own" --version | cut -d ' ' -f 2)"
}

# Icon, version information and manifest are in the program.
check_resources() {
    for words in 'level="asInvoker"' '>UTF-8</activeCodePage>' 'longPathAware' 'consoleAllocationPolicy'; do
        grep -qa -- "$words" "$trial/rapikan.exe" || { echo "no $words"; return 1; }
    done
    x86_64-w64-mingw32-strings -el "$trial/rapikan.exe" >texts.txt
    grep -qx 'FileDescription' texts.txt && grep -qx 'rapikan: merapikan tabel Renja' texts.txt
    # Each size of the icon is a resource of type 3, the list of them one of type 14.
    x86_64-w64-mingw32-objdump -p "$trial/rapikan.exe" | grep -q 'ID: 0x00000e'
}

# The same input gives the same bytes on both systems, whatever the format.
check_bytes() {
    mkdir masuk && cp "$trial"/samples/* masuk
    for command in "convert masuk --to xlsx,json,csv --lang id" "convert masuk --to xlsx --audit-file --lang en"; do
        rm -rf sini sana
        # shellcheck disable=SC2086
        ends 1 "$own" $command -o hasil --quiet && mv hasil sini
        # shellcheck disable=SC2086
        ends 1 rapikan $command -o hasil --quiet && mv hasil sana
        diff -r -x .rapikan sini sana
        [ "$(find sini -type f | wc -l)" -gt 10 ]
    done
    "$own" merge masuk/resmi-10-kolom.xlsx masuk/diketik-excel.xlsx -o sini.xlsx --quiet --lang id || [ $? -le 1 ]
    rapikan merge masuk/resmi-10-kolom.xlsx masuk/diketik-excel.xlsx -o sana.xlsx --quiet --lang id || [ $? -le 1 ]
    cmp sini.xlsx sana.xlsx
    "$own" template T-C.33 --year 2026 --bidang 2.17 -o t1.xlsx --lang id 2>/dev/null
    rapikan template T-C.33 --year 2026 --bidang 2.17 -o t2.xlsx --lang id 2>/dev/null
    cmp t1.xlsx t2.xlsx
}

# Files as Explorer hands them over: whole paths, with blanks, from another folder.
check_dropped() {
    mkdir -p 'Rénja 2026 (akhir)'
    sample 'Rénja 2026 (akhir)/Dinas A & B.xlsx' && sample 'Rénja 2026 (akhir)/50% jadi ^1.xlsx'
    cd "$trial"
    ends 1 rapikan "$(windows 'dropped/Rénja 2026 (akhir)/Dinas A & B.xlsx')" \
        "$(windows 'dropped/Rénja 2026 (akhir)/50% jadi ^1.xlsx')"
    cd "$trial/dropped/Rénja 2026 (akhir)/hasil"
    [ -s 'Dinas A & B.xlsx' ] && [ -s '50% jadi ^1.xlsx' ] && [ -s LAPORAN.xlsx ]
}

check_long_paths() {
    local folder
    folder=$(printf 'Rencana Kerja Perangkat Daerah %s/' 1 2 3 4 5 6 7 8 9)
    mkdir -p "$folder" && sample "$folder/renja.xlsx"
    [ "$(windows "$folder/renja.xlsx" | wc -m)" -gt 260 ]
    ends 1 rapikan "$(windows "$folder/renja.xlsx")" --to xlsx,json
    [ -s "$folder/hasil/renja.xlsx" ] && [ -s "$folder/hasil/renja.json" ]
    ends 1 rapikan "$folder" -o "$folder/lain"
    [ -s "$folder/lain/renja.xlsx" ] && [ -s "$folder/lain/LAPORAN.xlsx" ]
}

# A folder of the network, \\server\share.
check_network() {
    mkdir bagi && sample bagi/renja.xlsx
    mkdir -p "$WINEPREFIX/dosdevices/unc/kantor" && ln -sfn "$PWD/bagi" "$WINEPREFIX/dosdevices/unc/kantor/bagi"
    ends 1 rapikan '\\kantor\bagi\renja.xlsx'
    [ -s bagi/hasil/renja.xlsx ]
    ends 1 rapikan '\\kantor\bagi' -o '\\kantor\bagi\semua'
    [ -s bagi/semua/renja.xlsx ] && [ -s bagi/semua/LAPORAN.xlsx ]
}

# Names that Windows keeps for devices are no files: told, and nothing hangs.
check_reserved_names() {
    sample renja.xlsx
    ends 3 rapikan NUL --lang en
    ends 4 rapikan convert renja.xlsx -o NUL.json --force --lang en
    ends 4 rapikan convert renja.xlsx -o 'AUX' --force --lang en
    ends 4 rapikan convert renja.xlsx -o 'a?b' --lang en
}

# cmd.exe fills in no patterns, so we do.
check_patterns() {
    mkdir masuk && sample masuk/a.xlsx && sample masuk/b.XLSX && sample masuk/c.xls unduhan-sipd.xls
    ends 1 wine cmd /c "$(windows "$trial/rapikan.exe") masuk\\*.xlsx -o pola"
    [ -s pola/a.xlsx ] && [ -s pola/b.xlsx ] && [ ! -e pola/c.xlsx ]
    ends 3 rapikan 'masuk\*.ods' --lang en
    says '*.ods'
}

check_exit_codes() {
    sample renja.xlsx
    ends 0 rapikan --help
    ends 1 rapikan renja.xlsx
    ends 2 rapikan --no-such-option
    ends 3 rapikan missing.xlsx
    ends 4 rapikan renja.xlsx
    ends 1 rapikan renja.xlsx --force
}

# A file that another program has open is told, and stays as it is.
check_held_files() {
    sample renja.xlsx
    ends 1 rapikan renja.xlsx
    cp hasil/renja.xlsx before.xlsx
    mkfifo line && touch held.txt
    wine "$trial/other.exe" hold 'hasil\renja.xlsx' <line >held.txt & exec 5>line
    for _ in $(seq 100); do grep -q held held.txt && break; sleep 0.2; done
    grep -q held held.txt
    # Where nobody chose the folder another one is taken; the folder that somebody chose is not left.
    ends 1 rapikan renja.xlsx --force --lang en
    says 'the new ones go to hasil (2)' && [ -s 'hasil (2)/renja.xlsx' ]
    ends 4 rapikan convert renja.xlsx -o hasil --force --lang en
    says 'renja.xlsx cannot be written'
    exec 5>&-
    wait
    cmp hasil/renja.xlsx before.xlsx
    [ "$(find hasil -name '*.tmp' | wc -l)" -eq 0 ]
    ends 1 rapikan renja.xlsx --force
}

# A worker beyond its memory or time ends in a sentence, and the others go on.
check_limits() {
    mkdir masuk && sample masuk/a.xlsx && sample masuk/c.xlsx
    yes 'urusan pemerintahan;sub kegiatan;indikator;lokasi;target' | head -n 400000 >masuk/b.csv || true
    ends 3 rapikan masuk -o hasil --memory 150M --lang en
    says 'b.csv: working on the file takes more memory than the limit of 150 MiB'
    [ -s hasil/a.xlsx ] && [ -s hasil/c.xlsx ] && [ ! -e hasil/b.xlsx ]
    ends 3 rapikan check 'masuk\a.xlsx' --timeout 0.000001 --lang en
    says 'was not done after 0.000001 seconds'
}

check_page() {
    local page
    touch page.txt
    rapikan serve --no-open --port 8917 >page.txt 2>&1 &
    for _ in $(seq 100); do grep -q 'http://' page.txt && break; sleep 0.3; done
    page=$(grep -o 'http://[^ ]*' page.txt | head -n 1 | tr -d '\r')
    [ "$(curl -s -o page.html -w '%{http_code}' "$page")" = 200 ]
    kill "$!" 2>/dev/null || true
}

# A double click without a console: the page for nobody's files, results for files.
check_without_console() {
    sample renja.xlsx
    ends 1 wine "$trial/other.exe" bare "$(windows "$trial/rapikan.exe")" "$(windows renja.xlsx)"
    [ -s hasil/renja.xlsx ]
    # Under Wine its server holds the socket.
    listening() { ss -Hltnp | grep -c '127.0.0.1.*"wineserver' || true; }
    local before
    before=$(listening)
    wine "$trial/other.exe" bare "$(windows "$trial/rapikan.exe")" >/dev/null 2>&1 &
    for _ in $(seq 60); do [ "$(listening)" -gt "$before" ] && break; sleep 0.5; done
    [ "$(listening)" -gt "$before" ]
}

# In a console of its own the results of the last time are kept.
check_own_window() {
    sample renja.xlsx
    ends 1 rapikan renja.xlsx
    export RAPIKAN_WINDOW=1
    touch window.txt
    # A person presses Enter once it is asked for.
    {
        for _ in $(seq 200); do grep -q Enter window.txt && break; sleep 0.5; done
        printf '\r'
    } | script -qec "timeout 120 /usr/lib/wine/wine64 $trial/rapikan.exe renja.xlsx" /dev/null >window.txt 2>&1 || true
    [ -s 'hasil (2)/renja.xlsx' ] && grep -q 'Enter' window.txt
}

check_install() {
    local user=$WINEPREFIX/drive_c/users/$(whoami) menu key
    local program=$user/AppData/Local/Programs/rapikan/rapikan.exe
    local start='AppData/Roaming/Microsoft/Windows/Start Menu/Programs/rapikan.lnk'
    local send=AppData/Roaming/Microsoft/Windows/SendTo/rapikan.lnk
    ends 0 rapikan install --lang id
    cmp "$trial/rapikan.exe" "$program"
    menu='HKCU\Software\Classes\SystemFileAssociations\.xlsx\shell\rapikan'
    ends 0 wine reg query "$menu" && says 'Rapikan dengan rapikan'
    ends 0 wine reg query "$menu\\command" && says 'Programs\rapikan\rapikan.exe" "%1"'
    [ -s "$user/$start" ] && [ -s "$user/$send" ]
    ends 0 rapikan install --lang en
    ends 0 wine reg query "$menu" && says 'Clean with rapikan'
    # Wine lacks it there too.
    cp "$trial/bcryptprimitives.dll" "$(dirname "$program")"
    # What the menu starts works on a file. Wine starts no shortcut from a shell, so those are looked at.
    sample 'dari menu.xlsx'
    ends 1 wine "$program" "$(windows 'dari menu.xlsx')"
    [ -s 'hasil/dari menu.xlsx' ]
    for key in "$start" "$send"; do
        x86_64-w64-mingw32-strings -el "$user/$key" | grep -q 'Programs\\rapikan\\rapikan.exe$'
        x86_64-w64-mingw32-strings "$user/$key" | grep -q 'rapikan.exe$'
    done
    x86_64-w64-mingw32-strings -el "$user/$start" | grep -q 'serve'
    # It takes itself away, wherever it is started from.
    ends 0 wine "$program" uninstall
    rm -f "$(dirname "$program")/bcryptprimitives.dll"
    for _ in $(seq 50); do [ -e "$program" ] || break; sleep 0.2; done
    [ ! -e "$program" ] && [ ! -e "$user/$start" ] && [ ! -e "$user/$send" ]
    for key in "$menu" 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\rapikan' \
        'HKCU\Software\Microsoft\Windows\CurrentVersion\App Paths\rapikan.exe'; do
        ends 1 wine reg query "$key"
    done
    ends 0 rapikan uninstall
}
