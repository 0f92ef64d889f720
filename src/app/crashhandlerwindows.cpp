// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashhandler.h"

#include "crashreports.h"
#include "crashtext.h"

#include <QDir>

#include <algorithm>
#include <atomic>
#include <csignal>

#include <windows.h>

namespace {

struct Watch
{
    std::wstring folder;
    std::string head;
    HMODULE ownModule = nullptr;
    DWORD window = 0;
    LPTOP_LEVEL_EXCEPTION_FILTER before = nullptr;
};

Watch *watch = nullptr; // never deleted: the last crash may come after main()
std::atomic<DWORD> reporter = 0;

std::string_view nameOf(DWORD code)
{
    switch (code) {
    case EXCEPTION_ACCESS_VIOLATION:
        return "access violation";
    case EXCEPTION_IN_PAGE_ERROR:
        return "in-page error";
    case EXCEPTION_ILLEGAL_INSTRUCTION:
        return "illegal instruction";
    case EXCEPTION_INT_DIVIDE_BY_ZERO:
        return "division by zero";
    case EXCEPTION_STACK_OVERFLOW:
        return "stack overflow";
    default:
        return "another exception";
    }
}

void put(HANDLE file, std::string_view text)
{
    DWORD written = 0;
    WriteFile(file, text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
}

/// The folder has the rights of the profile, which is its user's own.
HANDLE createFile(std::chrono::sys_seconds when)
{
    CreateDirectoryW(watch->folder.c_str(), nullptr);
    HANDLE file = INVALID_HANDLE_VALUE;
    for (unsigned number = 1; file == INVALID_HANDLE_VALUE && number <= mostCrashesInASecond; ++number) {
        const CrashText name = crashFileName(when, number);
        std::array<wchar_t, MAX_PATH> path{};
        if (watch->folder.size() + 1 + name.text().size() >= path.size())
            break;
        auto end = std::copy(watch->folder.begin(), watch->folder.end(), path.begin());
        *end++ = L'\\';
        std::copy(name.text().begin(), name.text().end(), end);
        file = CreateFileW(path.data(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    }
    return file;
}

void addModule(CrashText &line, HMODULE module)
{
    // The program may have been started under any name.
    if (module == watch->ownModule) {
        line.add("sundial");
        return;
    }
    std::array<wchar_t, MAX_PATH> path{};
    const DWORD length = GetModuleFileNameW(module, path.data(), MAX_PATH);
    const std::wstring_view whole(path.data(), length);
    const std::wstring_view name = whole.substr(whole.rfind(L'\\') + 1); // its folder may name the user
    for (const wchar_t letter : name) {
        const char ascii = letter < 0x80 ? static_cast<char>(letter) : '?';
        line.add({&ascii, 1});
    }
}

void putFrame(HANDLE file, const void *address)
{
    HMODULE module = nullptr;
    constexpr DWORD how = GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT;
    if (!GetModuleHandleExW(how, static_cast<LPCWSTR>(address), &module))
        return put(file, "  unknown\n");
    CrashText line;
    line.add("  ");
    addModule(line, module);
    line.add(" +0x").addNumber(reinterpret_cast<std::uintptr_t>(address) - reinterpret_cast<std::uintptr_t>(module), 1, 16).add("\n");
    put(file, line.text());
}

void writeReport(std::string_view cause)
{
    const std::chrono::sys_seconds now = crashTime();
    const HANDLE file = createFile(now);
    if (file == INVALID_HANDLE_VALUE)
        return;
    put(file, watch->head);
    put(file, crashFacts(now, cause, GetCurrentThreadId() == watch->window ? "window" : "another").text());
    std::array<void *, mostCrashFrames> frames{};
    const USHORT found = CaptureStackBackTrace(0, mostCrashFrames, frames.data(), nullptr);
    for (std::size_t frame = 0; frame < found; ++frame)
        putFrame(file, frames[frame]);
    CloseHandle(file);
}

/// Once, however many threads crash; those behind wait for the end of the program.
void reportOnce(std::string_view cause)
{
    DWORD other = 0;
    if (reporter.compare_exchange_strong(other, GetCurrentThreadId()))
        writeReport(cause);
    else if (other != GetCurrentThreadId())
        Sleep(INFINITE);
}

LONG WINAPI takeException(EXCEPTION_POINTERS *about)
{
    reportOnce(nameOf(about->ExceptionRecord->ExceptionCode));
    return watch->before ? watch->before(about) : EXCEPTION_CONTINUE_SEARCH;
}

/// abort(), which is no exception to Windows; it ends the program when this returns.
void takeAbort(int /*number*/)
{
    reportOnce("abort");
}

} // namespace

/// A report asks nothing of the heap here, and of the loader what it answers without waiting long, so that `patience` is not
/// needed.
void reportCrashes(const QString &profileFolder, std::chrono::seconds /*patience*/)
{
    watch = new Watch{.folder = QDir::toNativeSeparators(CrashReports::folderIn(profileFolder)).toStdWString(),
                      .head = crashReportHead(),
                      .ownModule = GetModuleHandleW(nullptr),
                      .window = GetCurrentThreadId()};
    ULONG kept = 64 * 1024; // for where the stack overflows
    SetThreadStackGuarantee(&kept);
    watch->before = SetUnhandledExceptionFilter(takeException);
    std::signal(SIGABRT, takeAbort);
}
