// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowhands.h"

#include "waiting.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace {

QString spoken(const QModelIndex &index)
{
    const QString text = index.data(Qt::AccessibleTextRole).toString();
    return text.isEmpty() ? index.data().toString() : text;
}

QString withoutKey(QString text)
{
    return text.section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&'));
}

QMenu *menuOf(QWidget *button)
{
    if (const auto *push = qobject_cast<QPushButton *>(button))
        return push->menu();
    const auto *tool = qobject_cast<QToolButton *>(button);
    return tool ? tool->menu() : nullptr;
}

QAction *actionNamed(const QList<QAction *> &actions, const QString &text)
{
    for (QAction *action : actions) {
        if (withoutKey(action->text()) == text)
            return action;
    }
    return nullptr;
}

} // namespace

bool WindowHands::waitFor(const std::function<bool()> &condition, int milliseconds)
{
    return waitUntil(condition, milliseconds);
}

QWidget *WindowHands::find(const char *name, const char *inside) const
{
    QList<QWidget *> rooms{&m_window};
    if (inside) {
        rooms = m_window.findChildren<QWidget *>(QLatin1String(inside));
        if (m_window.objectName() == QLatin1String(inside))
            rooms.append(&m_window);
    }
    for (const QWidget *room : std::as_const(rooms)) {
        const auto found = room->findChildren<QWidget *>(QLatin1String(name));
        for (QWidget *widget : found) {
            if (widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

QString WindowHands::text(const char *name, const char *inside) const
{
    const auto *label = seen<QLabel>(name, inside);
    return label ? label->text() : QString();
}

QStringList WindowHands::toasts() const
{
    QStringList texts;
    const auto labels = m_window.findChildren<QLabel *>(QStringLiteral("toastText"));
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

bool WindowHands::hasToast(const QString &part) const
{
    return !toasts().filter(part).isEmpty();
}

QString WindowHands::words(const char *inside) const
{
    const QWidget *room = find(inside, nullptr);
    QStringList texts;
    const auto labels = room ? room->findChildren<QLabel *>() : QList<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->text().isEmpty())
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

QStringList WindowHands::rows(const QAbstractItemView &list) const
{
    QStringList texts;
    for (int row = 0; list.model() && row < list.model()->rowCount(); ++row)
        texts.append(spoken(list.model()->index(row, 0)));
    return texts;
}

bool WindowHands::isUsable(const char *name, const char *inside) const
{
    const QWidget *widget = seen(name, inside);
    return widget && widget->isEnabled();
}

bool WindowHands::click(const char *name, const char *inside)
{
    if (!waitFor([&] { return isUsable(name, inside); }))
        return false;
    QTest::mouseClick(seen(name, inside), Qt::LeftButton);
    return true;
}

bool WindowHands::clickText(const QString &button)
{
    const auto all = m_window.findChildren<QAbstractButton *>();
    for (QAbstractButton *one : all) {
        if (!one->isVisible() || !one->isEnabled() || withoutKey(one->text()) != button)
            continue;
        QTest::mouseClick(one, Qt::LeftButton);
        return true;
    }
    return false;
}

void WindowHands::closeToasts()
{
    const auto buttons = m_window.findChildren<QAbstractButton *>(QStringLiteral("toastClose"));
    for (QAbstractButton *button : buttons) {
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

void WindowHands::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &m_window, key, modifiers);
}

void WindowHands::type(const QString &text)
{
    if (QWidget *focus = QApplication::focusWidget())
        QTest::keyClicks(focus, text);
}

bool WindowHands::clickRow(QAbstractItemView &list, const QString &part)
{
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, 0);
        if (!(index.flags() & Qt::ItemIsSelectable) || !spoken(index).contains(part))
            continue;
        list.scrollTo(index);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
        return list.currentIndex().row() == row;
    }
    return false;
}

bool WindowHands::choose(const char *button, const QString &entry, const char *inside)
{
    QWidget *opener = seen(button, inside);
    QMenu *menu = menuOf(opener);
    if (!menu)
        return false;
    // The menu of a button is shown from a loop of its own in some versions of Qt, so whoever chooses has to come from within.
    bool chosen = false;
    const auto choice = QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, &entry, &chosen] {
        QTimer::singleShot(0, menu, [menu, &entry, &chosen] {
            QAction *action = actionNamed(menu->actions(), entry);
            chosen = action != nullptr;
            if (!action)
                return void(menu->close());
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        });
    }, Qt::QueuedConnection);
    QTest::mouseClick(opener, Qt::LeftButton);
    const bool closed = waitFor([menu] { return !menu->isVisible(); });
    QObject::disconnect(choice);
    return chosen && closed;
}

bool WindowHands::chooseFromMenuBar(const QString &menu, const QString &entry)
{
    auto *bar = m_window.findChild<QMenuBar *>();
    QAction *head = bar ? actionNamed(bar->actions(), menu) : nullptr;
    if (!head || !head->isVisible())
        return false;
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(head).center());
    QAction *action = actionNamed(head->menu()->actions(), entry);
    if (!action || !head->menu()->isVisible())
        return false;
    head->menu()->setActiveAction(action);
    QTest::keyClick(head->menu(), Qt::Key_Return);
    return action->isEnabled();
}

QDialog *WindowHands::dialog(const char *name) const
{
    const auto found = [&]() -> QDialog * {
        const auto dialogs = m_window.findChildren<QDialog *>(QLatin1String(name));
        for (QDialog *dialog : dialogs) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    };
    if (!waitFor([&] { return found() != nullptr; }))
        return nullptr;
    QDialog *dialog = found();
    dialog->activateWindow();
    // The platform's window can be active a moment before the focus has come to the dialog's widgets.
    return waitFor([dialog] { return QApplication::activeWindow() == dialog; }) ? dialog : nullptr;
}
