// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stylesheet.h"
#include "toasthost.h"
#include "waiting.h"
#include "widgetresources.h"
#include "windowparts.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <optional>

/// A window for the dialogs of a test, with a Calendly behind it whose event types and schedules were read.
class DialogFixture
{
public:
    /// For initTestCase().
    static void prepare()
    {
        initResources();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QApplication::setPalette(themePalette(false));
    }

    bool start()
    {
        if (!world.startSignedIn() || !world.load())
            return false;
        Program &program = *world.program;
        int read = 0;
        const auto count = [&read](const Result<Done> &) { ++read; };
        program.eventTypes.refresh(world.calendly.person(), &window, count);
        program.availability.refreshSchedules(world.calendly.person(), &window, count);
        if (!waitUntil([&read] { return read == 2; }))
            return false;
        window.resize(1280, 800);
        window.show();
        toasts = new ToastHost(&window);
        parts.emplace(windowParts(world));
        world.calendly->clearRequests();
        return QTest::qWaitForWindowActive(&window);
    }

    EventType type(const char *name) const
    {
        for (const EventType &each : world.program->eventTypes.eventTypes()) {
            if (each.name == QLatin1String(name))
                return each;
        }
        return {};
    }

    int sent(const QString &where) { return static_cast<int>(world.calendly->requests(where).size()); }

    static QString wordsOf(const QWidget *widget)
    {
        QStringList all;
        for (const QLabel *label : widget->findChildren<QLabel *>())
            all.append(label->text());
        return all.join(QLatin1Char('\n'));
    }

    ServiceWorld world;
    std::optional<MainWindowParts> parts;
    QWidget window; ///< goes before what its dialogs use
    ToastHost *toasts = nullptr;
};
