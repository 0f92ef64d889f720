// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfiltermenu.h"

#include "namequestion.h"
#include "plaintext.h"
#include "savedfilterservice.h"
#include "toasthost.h"

#include <QPointer>

#include <algorithm>

namespace {

/// A name in a menu, where "&" would be a mnemonic.
QString menuText(const QString &name)
{
    return oneLine(name, longestName).replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// Names are beside what is filtered by, and differ with time: "Ana", "Ana Kovač".
QJsonObject withoutNames(QJsonObject filter)
{
    filter.remove(QStringLiteral("eventTypeName"));
    filter.remove(QStringLiteral("hostName"));
    return filter;
}

bool isSame(const QJsonObject &one, const QJsonObject &other)
{
    return withoutNames(one) == withoutNames(other);
}

} // namespace

SavedFilterMenu::SavedFilterMenu(SavedFilterService &filters, ToastHost &toasts, std::function<QJsonObject()> present, QWidget *parent)
    : QMenu(parent), m_filters(filters), m_toasts(toasts), m_present(std::move(present))
{
    connect(this, &QMenu::aboutToShow, this, &SavedFilterMenu::fill);
}

QString SavedFilterMenu::nameOf(const QJsonObject &filter) const
{
    const QList<SavedFilter> saved = m_filters.filters();
    for (const SavedFilter &each : saved) {
        if (isSame(each.filter, filter))
            return each.name;
    }
    return {};
}

void SavedFilterMenu::fill()
{
    clear();
    const QList<SavedFilter> saved = m_filters.filters();
    const QJsonObject present = m_present();
    for (const SavedFilter &filter : saved) {
        QAction *action = addAction(menuText(filter.name));
        action->setCheckable(true);
        action->setChecked(isSame(filter.filter, present));
        connect(action, &QAction::triggered, this, [this, filter] { emit chosen(filter.filter); });
    }
    addSeparator();
    QAction *save = addAction(tr("&Save this filter…"));
    save->setObjectName(QStringLiteral("saveFilter"));
    save->setEnabled(!present.isEmpty());
    connect(save, &QAction::triggered, this, [this] {
        ask(tr("Save this filter"), tr("Save filter"), {}, [this](const QString &name) { this->save(name); });
    });
    if (saved.isEmpty())
        return;
    QMenu *renames = addMenu(tr("&Rename"));
    QMenu *deletions = addMenu(tr("&Delete"));
    for (const SavedFilter &filter : saved) {
        connect(renames->addAction(menuText(filter.name)), &QAction::triggered, this, [this, name = filter.name] {
            ask(tr("Rename “%1”").arg(oneLine(name, longestName)), tr("Rename"), name, [this, name](const QString &to) { rename(name, to); });
        });
        connect(deletions->addAction(menuText(filter.name)), &QAction::triggered, this, [this, filter] { remove(filter); });
    }
}

void SavedFilterMenu::ask(const QString &title, const QString &button, const QString &suggested, const std::function<void(const QString &)> &then)
{
    askName(parentWidget()->window(), {.title = title, .button = button, .suggested = suggested, .objectName = QStringLiteral("filterNameDialog")},
            [menu = QPointer(this), then](const QString &name) {
                if (menu)
                    then(name);
            });
}

std::optional<SavedFilter> SavedFilterMenu::savedAs(const QString &name) const
{
    const QList<SavedFilter> saved = m_filters.filters();
    const auto found = std::find_if(saved.begin(), saved.end(), [&name](const SavedFilter &each) { return each.name == name; });
    return found == saved.end() ? std::nullopt : std::optional(*found);
}

void SavedFilterMenu::save(const QString &name)
{
    const std::optional<SavedFilter> before = savedAs(name);
    if (!m_filters.save({.name = name, .filter = m_present()}))
        return failed(tr("The filter could not be saved."));
    if (before)
        offerBack(tr("Filter replaced · %1").arg(name), *before);
    else
        m_toasts.show({.text = tr("Filter saved · %1").arg(name)});
    emit changed();
}

void SavedFilterMenu::rename(const QString &from, const QString &to)
{
    if (from == to)
        return;
    // Its name is another filter's: that one can be had back, and this one its name.
    const std::optional<SavedFilter> replaced = savedAs(to);
    if (!m_filters.rename(from, to))
        return failed(tr("The filter could not be renamed."));
    if (replaced)
        offerBack(tr("Filter replaced · %1").arg(oneLine(to, longestName)), *replaced, from);
    emit changed();
}

void SavedFilterMenu::remove(const SavedFilter &filter)
{
    if (!m_filters.remove(filter.name))
        return failed(tr("The filter could not be deleted."));
    offerBack(tr("Filter deleted · %1").arg(oneLine(filter.name, longestName)), filter);
    emit changed();
}

void SavedFilterMenu::offerBack(const QString &notice, const SavedFilter &filter, const QString &otherName)
{
    const auto back = [menu = QPointer(this), filter, otherName] {
        if (!menu)
            return;
        if (!otherName.isEmpty() && !menu->m_filters.rename(filter.name, otherName))
            return menu->failed(tr("The filter could not be renamed."));
        if (!menu->m_filters.save(filter))
            return menu->failed(tr("The filter could not be saved."));
        emit menu->changed();
    };
    m_toasts.show({.text = notice, .actionText = tr("Undo"), .action = back, .takesBack = true});
}

void SavedFilterMenu::failed(const QString &what)
{
    m_toasts.show({.kind = Toast::Kind::Failed, .text = what});
}
