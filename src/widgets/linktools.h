// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linktarget.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QWidget;
class LetterKeys;
class ToastHost;
struct MainWindowParts;

/// What is made of any link, wherever one is current: the same link with parameters, a QR code. Each by keys on the page, by a
/// letter in its list, in the list's menu, and in the command palette.
class LinkTools : public QObject
{
    Q_OBJECT

public:
    /// `parts` and `toasts` outlive it; a child of `page`. `current` says whose turn it is, if any. `place` begins the names of
    /// its letters.
    LinkTools(const MainWindowParts &parts, ToastHost &toasts, std::function<std::optional<LinkTarget>()> current, QWidget *page, QWidget *list,
              const QString &place);

    QList<QAction *> actions() const { return m_actions; }
    QAction *qrCode() const { return m_qrCode; }

private:
    using Show = std::function<void(const LinkTarget &)>;
    QAction *add(const char *name, const QString &text, const QString &icon, const QKeySequence &keys, const QString &letter, Show show);

    std::function<std::optional<LinkTarget>()> m_current;
    QWidget *m_page;
    QWidget *m_list;
    LetterKeys *m_letters;
    QList<QAction *> m_actions;
    QAction *m_qrCode;
};
