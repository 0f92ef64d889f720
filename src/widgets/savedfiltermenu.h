// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "savedfilter.h"

#include <QMenu>

#include <functional>
#include <optional>

class SavedFilterService;
class ToastHost;

/// The saved filters, and what can be done with them: show one, save the present one under a name, give another name,
/// delete. What was deleted can be taken back.
class SavedFilterMenu : public QMenu
{
    Q_OBJECT

public:
    /// `filters` and `toasts` outlive the menu; `present` gives the filter that is shown, empty where nothing narrows.
    SavedFilterMenu(SavedFilterService &filters, ToastHost &toasts, std::function<QJsonObject()> present, QWidget *parent);

    /// The name under which `filter` is saved; empty where it is not.
    QString nameOf(const QJsonObject &filter) const;

signals:
    void chosen(const QJsonObject &filter);
    void changed(); ///< what is saved, or under which name

private:
    void fill();
    void ask(const QString &title, const QString &button, const QString &suggested, const std::function<void(const QString &)> &then);
    void save(const QString &name);
    void rename(const QString &from, const QString &to);
    void remove(const SavedFilter &filter);
    std::optional<SavedFilter> savedAs(const QString &name) const;
    /// What `filter` was can be had again; what has its name now gets `otherName` then, where that is told.
    void offerBack(const QString &notice, const SavedFilter &filter, const QString &otherName = {});
    void failed(const QString &what);

    SavedFilterService &m_filters;
    ToastHost &m_toasts;
    std::function<QJsonObject()> m_present;
};
