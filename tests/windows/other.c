/* Another program of Windows, for what a shell cannot do.
   other.exe hold FILE            opens a file as Excel does, so that nobody else may write it, until its input ends
   other.exe bare PROGRAM [ARG]   starts a program without a console and without streams, as a double click does, and
                                  ends as it ends */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static int hold(const wchar_t *path) {
    HANDLE file = CreateFileW(path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    puts("held");
    fflush(stdout);
    while (getchar() != EOF) {
    }
    return 0;
}

static int bare(int count, wchar_t **words) {
    static wchar_t line[32768];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION made;
    DWORD code = 99;
    for (int i = 0; i < count; i++) {
        wcscat(line, i ? L" \"" : L"\"");
        wcscat(line, words[i]);
        wcscat(line, L"\"");
    }
    SetStdHandle(STD_INPUT_HANDLE, NULL);
    SetStdHandle(STD_OUTPUT_HANDLE, NULL);
    SetStdHandle(STD_ERROR_HANDLE, NULL);
    if (!CreateProcessW(NULL, line, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, NULL, &start, &made)) return 98;
    WaitForSingleObject(made.hProcess, INFINITE);
    GetExitCodeProcess(made.hProcess, &code);
    return (int)code;
}

int wmain(int count, wchar_t **words) {
    if (count == 3 && wcscmp(words[1], L"hold") == 0) return hold(words[2]);
    if (count > 2 && wcscmp(words[1], L"bare") == 0) return bare(count - 2, words + 2);
    return 97;
}
