// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashtext.h"

#include "diagnostics.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QGuiApplication>

#include <algorithm>
#include <ctime>

CrashText &CrashText::add(std::string_view text)
{
    const std::size_t fitting = std::min(text.size(), m_text.size() - 1 - m_size);
    std::copy_n(text.begin(), fitting, m_text.begin() + static_cast<std::ptrdiff_t>(m_size));
    m_size += fitting;
    return *this;
}

CrashText &CrashText::addNumber(std::uint64_t number, int digits, unsigned base)
{
    std::array<char, 20> written{};
    std::size_t first = written.size();
    for (; first > 0 && (number > 0 || digits > 0); --digits, number /= base)
        written[--first] = "0123456789abcdef"[number % base];
    return add({written.data() + first, written.size() - first});
}

CrashText &CrashText::addTime(std::chrono::sys_seconds when, char between)
{
    // gmtime() takes the lock of the time zone, which the thread that crashed may hold.
    const auto day = std::chrono::floor<std::chrono::days>(when);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(when - day);
    const std::string_view colon(&between, 1);
    addNumber(static_cast<unsigned>(static_cast<int>(date.year())), 4).add("-").addNumber(static_cast<unsigned>(date.month()), 2);
    add("-").addNumber(static_cast<unsigned>(date.day()), 2).add("T").addNumber(static_cast<unsigned>(time.hours().count()), 2);
    add(colon).addNumber(static_cast<unsigned>(time.minutes().count()), 2);
    return add(colon).addNumber(static_cast<unsigned>(time.seconds().count()), 2).add("Z");
}

std::string crashReportHead()
{
    const QString now = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
    return QStringLiteral("Sundial: %1\nQt: %2\nSystem: %3\nPlatform: %4\nStarted: %5\n")
        .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()), systemText(), QGuiApplication::platformName(), now)
        .toStdString();
}

CrashText crashFacts(std::chrono::sys_seconds when, std::string_view cause, std::string_view thread)
{
    return CrashText().add("Crashed: ").addTime(when).add("\nCause: ").add(cause).add("\nThread: ").add(thread).add("\nBack trace\n");
}

CrashText crashFileName(std::chrono::sys_seconds when, unsigned number)
{
    CrashText name;
    name.addTime(when, '-');
    if (number > 1)
        name.add("_").addNumber(number);
    return name.add(".txt");
}

std::chrono::sys_seconds crashTime()
{
    return std::chrono::sys_seconds(std::chrono::seconds(std::time(nullptr)));
}
