// SPDX-License-Identifier: GPL-3.0-or-later
// A program that crashes as it is told: crashrunner PROFILE WAY [WORD]. It holds WORD in its memory.
#include "crashhandler.h"
#include "processguard.h"
#include "startup.h"

#include <QFile>
#include <QGuiApplication>

#include <array>
#include <barrier>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>

#include <dlfcn.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

constexpr int handledBefore = 42;

/// Beside null, of which UBSan would speak first, and for that wait for the loader.
void writeToNowhere()
{
    volatile char *volatile nowhere = reinterpret_cast<volatile char *>(1);
    *nowhere = 'x';
}

/// In the middle of its file there is nothing any more.
void readPastTheEnd(const std::string &profile)
{
    QFile file(QString::fromStdString(profile + "/short"));
    if (!file.open(QIODevice::ReadWrite))
        return;
    const auto *bytes = static_cast<volatile char *>(mmap(nullptr, 1, PROT_READ, MAP_SHARED, file.handle(), 0));
    std::exit(*bytes);
}

/// To a depth that no stack has room for.
int overflow(int depth)
{
    std::array<volatile char, 4096> room{};
    room[static_cast<std::size_t>(depth) % room.size()] = 1;
    return depth == std::numeric_limits<int>::max() ? 0 : overflow(depth + 1) + room[0];
}

void crashTogether()
{
    std::barrier together(2);
    const auto crash = [&together] {
        together.arrive_and_wait();
        writeToNowhere();
    };
    std::thread one(crash);
    std::thread other(crash);
    one.join();
    other.join();
}

/// The loader's lock is taken and never given back.
void crashWhileLoading(const std::string &plugin)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        return;
    setenv("CRASHPLUGIN_SAYS", std::to_string(ends[1]).c_str(), 1);
    std::thread([&plugin] { dlopen(plugin.c_str(), RTLD_NOW); }).detach();
    char said = 0;
    if (read(ends[0], &said, 1) == 1)
        writeToNowhere();
}

} // namespace

int main(int count, char **words)
{
    protectProcess();
    nameApplication();
    const QGuiApplication app(count, words);
    const std::string profile = words[1];
    const std::string way = words[2];
    const std::string held = count > 3 ? words[3] : "";
    if (way == "handled before")
        std::signal(SIGSEGV, [](int) { _exit(handledBefore); });
    reportCrashes(QString::fromStdString(profile), std::chrono::seconds(1));

    const std::map<std::string, std::function<void()>> ways{
        {"nowhere", writeToNowhere},
        {"handled before", writeToNowhere},
        {"bus", [&profile] { readPastTheEnd(profile); }},
        {"abort", [] { std::abort(); }},
        {"uncaught", [&held] { throw std::runtime_error(held); }},
        {"overflow", [] { std::exit(overflow(0)); }},
        {"illegal", [] { std::raise(SIGILL); }},
        {"arithmetic", [] { std::raise(SIGFPE); }},
        {"thread", [] { std::thread(writeToNowhere).join(); }},
        {"together", crashTogether},
        {"loading", [&held] { crashWhileLoading(held); }},
        {"killed", [] { std::raise(SIGKILL); }},
    };
    ways.at(way)();
    return 0;
}
