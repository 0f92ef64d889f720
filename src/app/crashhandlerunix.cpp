// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashhandler.h"

#include "crashreports.h"
#include "crashtext.h"

#include <QFile>

#include <atomic>
#include <cerrno>
#include <csignal>

#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/auxv.h>
#endif
#include <unistd.h>

// After a crash the heap may be broken and any lock be held. Below, what runs in a handler calls what POSIX lists as safe
// there, and two functions that it does not list:
// - backtrace() loads the unwinder at its first call, which is therefore made at the start; from then on it only reads.
// - dladdr() waits for the loader's lock. A thread that crashed holding it has it already, as it may be taken twice;
//   one that loads a plugin meanwhile goes on and gives it back. What is left, a thread that never does, ends with the
//   alarm, and what was written by then stays: everything but the back trace.

namespace {

struct FatalSignal
{
    int number;
    std::string_view name;
};

constexpr std::array<FatalSignal, 5> fatalSignals{{
    {SIGSEGV, "SIGSEGV"},
    {SIGBUS, "SIGBUS"},
    {SIGILL, "SIGILL"},
    {SIGFPE, "SIGFPE"},
    {SIGABRT, "SIGABRT"}, // of std::terminate(), qFatal() and a broken heap, too
}};

struct Watch
{
    std::string folder;
    std::string head;
    const void *ownModule = nullptr;
    pthread_t window{};
    std::chrono::seconds patience{};
    std::array<struct sigaction, fatalSignals.size()> before{};
    std::array<char, 64 * 1024> stack{}; ///< for where there is none left
};

Watch *watch = nullptr; // never deleted: the last crash may come after main()
std::atomic<pthread_t> reporter{};
std::atomic<int> reported = 0;
static_assert(std::atomic<pthread_t>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

std::size_t placeOf(int number)
{
    std::size_t place = 0;
    while (place + 1 < fatalSignals.size() && fatalSignals[place].number != number)
        ++place;
    return place;
}

void restore(int number)
{
    sigaction(number, &watch->before[placeOf(number)], nullptr);
}

void unblock(int number)
{
    sigset_t these;
    sigemptyset(&these);
    sigaddset(&these, number);
    pthread_sigmask(SIG_UNBLOCK, &these, nullptr);
}

void put(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            return;
        text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

int createFile(std::chrono::sys_seconds when)
{
    mkdir(watch->folder.c_str(), S_IRWXU);
    const int folder = open(watch->folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int file = -1;
    for (unsigned number = 1; folder >= 0 && file < 0 && number <= mostCrashesInASecond; ++number)
        file = openat(folder, crashFileName(when, number).terminated(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    return file;
}

void putFrame(int file, const void *address)
{
    CrashText line;
    Dl_info found{};
    if (dladdr(address, &found) == 0 || !found.dli_fname)
        return put(file, "  unknown\n");
    // The program may have been started under any name, and its folder names the user.
    const std::string_view path = found.dli_fbase == watch->ownModule ? "sundial" : found.dli_fname;
    line.add("  ").add(path.substr(path.rfind('/') + 1)).add(" +0x");
    line.addNumber(reinterpret_cast<std::uintptr_t>(address) - reinterpret_cast<std::uintptr_t>(found.dli_fbase), 1, 16).add("\n");
    put(file, line.text());
}

void writeReport(int number)
{
    const std::chrono::sys_seconds now = crashTime();
    const int file = createFile(now);
    if (file < 0)
        return;
    put(file, watch->head);
    put(file, crashFacts(now, fatalSignals[placeOf(number)].name, pthread_equal(pthread_self(), watch->window) ? "window" : "another").text());
    std::array<void *, mostCrashFrames> frames{};
    const int found = backtrace(frames.data(), mostCrashFrames);
    for (int frame = 0; frame < found; ++frame)
        putFrame(file, frames[static_cast<std::size_t>(frame)]);
    close(file);
}

void giveUp(int /*alarm*/)
{
    restore(reported);
    unblock(reported);
    raise(reported);
}

void limitTime(int number)
{
    reported = number;
    struct sigaction action{};
    action.sa_handler = giveUp;
    sigaction(SIGALRM, &action, nullptr);
    unblock(SIGALRM);
    alarm(static_cast<unsigned>(watch->patience.count()));
}

void passOn(int number, const siginfo_t &about)
{
    restore(number);
    // A fault happens again with the instruction that is tried again, with all that a sanitizer or the system wants to
    // know of it. What somebody sent, or abort() raised, comes once.
    if (number == SIGABRT || about.si_code <= 0 || about.si_code == SI_USER)
        raise(number);
}

void handle(int number, siginfo_t *about, void * /*context*/)
{
    pthread_t other{};
    if (reporter.compare_exchange_strong(other, pthread_self())) {
        limitTime(number);
        writeReport(number);
        alarm(0);
    } else if (!pthread_equal(other, pthread_self())) {
        for (;;)
            pause(); // the program ends with the thread that is ahead
    }
    passOn(number, *about);
}

/// Of this thread; that of a sanitizer, which it would unmap itself, stays. Other threads have none: when one of them
/// overflows its stack, there is no report.
void makeStack()
{
    stack_t now{};
    if (sigaltstack(nullptr, &now) != 0 || !(now.ss_flags & SS_DISABLE))
        return;
    stack_t ours{};
    ours.ss_sp = watch->stack.data();
    ours.ss_size = watch->stack.size();
    sigaltstack(&ours, nullptr);
}

/// An address in the program itself. This handler may be in a library.
const void *withinProgram()
{
#ifdef __linux__
    return reinterpret_cast<const void *>(getauxval(AT_ENTRY)); // NOLINT(performance-no-int-to-ptr): the kernel tells it as a number
#else
    return reinterpret_cast<const void *>(&reportCrashes);
#endif
}

} // namespace

void reportCrashes(const QString &profileFolder, std::chrono::seconds patience)
{
    std::array<void *, 1> first{};
    backtrace(first.data(), static_cast<int>(first.size()));
    Dl_info own{};
    dladdr(withinProgram(), &own);
    watch = new Watch{.folder = QFile::encodeName(CrashReports::folderIn(profileFolder)).toStdString(),
                      .head = crashReportHead(),
                      .ownModule = own.dli_fbase,
                      .window = pthread_self(),
                      .patience = patience};
    makeStack();
    struct sigaction action{};
    action.sa_sigaction = handle;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    for (std::size_t place = 0; place < fatalSignals.size(); ++place)
        sigaction(fatalSignals[place].number, &action, &watch->before[place]);
}
