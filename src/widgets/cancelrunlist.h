// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelitem.h"
#include "meetingsummary.h"

#include <QHash>
#include <QObject>

class QWidget;
class ToastHost;
struct MainWindowParts;

/// What is known of the meetings that are canceled together, and what of it is taken along: addresses, links, the list
/// itself.
class CancelRunList : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    CancelRunList(const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

    /// As the store had it when it was first asked for: reading 200 of them for each step would cost too much.
    const std::optional<MeetingDetails> &details(const CancelItem &item);
    QStringList addresses(const QList<CancelItem> &items); ///< of everybody whose meeting is canceled

    void copyAddresses(const QList<CancelItem> &items);
    void copyLinks(const QList<CancelItem> &items);
    void askWhereToSave(const QList<CancelItem> &items, QWidget *over);
    void save(const QList<CancelItem> &items, const QString &path);

private:
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QHash<QUrl, std::optional<MeetingDetails>> m_known;
};
