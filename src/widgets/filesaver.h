// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QString>

#include <functional>

class QWidget;
class ToastHost;
struct MainWindowParts;

/// Asks for a file's place, writes it there whole, and says what came of it.
class FileSaver
{
public:
    /// All outlive what is asked.
    FileSaver(const MainWindowParts &parts, ToastHost &toasts, QWidget *window);

    /// `make` gives the bytes when the place is chosen; `name` is the suggested one, with its suffix.
    void ask(const QString &title, const QString &name, std::function<QByteArray()> make);
    void write(const QString &path, const QByteArray &bytes);

private:
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QPointer<QWidget> m_window;
};
