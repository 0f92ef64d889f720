// SPDX-License-Identifier: GPL-3.0-or-later
#include "linktools.h"

#include "icons.h"
#include "letterkeys.h"
#include "mainwindowparts.h"
#include "parametersdialog.h"
#include "qrdialog.h"

#include <QAction>

LinkTools::LinkTools(const MainWindowParts &parts, ToastHost &toasts, std::function<std::optional<LinkTarget>()> current, QWidget *page, QWidget *list,
                     const QString &place)
    : QObject(page)
    , m_current(std::move(current))
    , m_page(page)
    , m_list(list)
    , m_letters(parts.letters)
{
    add("linkParameters", tr("Link with &parameters…"), QStringLiteral("edit"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, place + QLatin1String(".parameters"),
        [&parts, &toasts, page](const LinkTarget &target) { (new ParametersDialog(target, parts, toasts, page->window()))->open(); });
    m_qrCode = add("qrCode", tr("&QR code…"), QStringLiteral("qr"), Qt::CTRL | Qt::SHIFT | Qt::Key_Q, place + QLatin1String(".qrCode"),
                   [&parts, &toasts, page](const LinkTarget &target) { (new QrDialog(target, parts, toasts, page->window()))->open(); });
}

QAction *LinkTools::add(const char *name, const QString &text, const QString &icon, const QKeySequence &keys, const QString &letter, Show show)
{
    auto *action = new QAction(themeIcon(icon), text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [this, show = std::move(show)] {
        if (const std::optional<LinkTarget> target = m_current())
            show(*target);
    });
    m_page->addAction(action);
    m_list->addAction(action);
    m_actions.append(action);
    LetterKeys::bind(m_letters, letter, m_list, action, [action] { action->trigger(); });
    return action;
}
