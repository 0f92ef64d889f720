// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"
#include "cancelqueue.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class CancelRunPage;
}
class CancelModel;
class CancelRunList;
class KeyButton;
class ToastHost;
struct MainWindowParts;

/// How far a cancellation of several meetings is, and in the end what came of each, with a way on for those that are not
/// canceled.
class CancelRunPage : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    CancelRunPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~CancelRunPage() override;

    /// The run closes `day`, of which `known` were asked about: once it stands, it says what was booked there meanwhile.
    void watchDay(QDate day, const QList<QUrl> &known);
    QString title() const; ///< "Canceling 5 meetings", "Canceled 3 of 5 meetings"
    void focusMain();
    static QString outcomeText(const CancelQueue &queue); ///< "3 canceled, 1 was canceled before, 1 not known"

signals:
    void changed();
    void turned(); ///< it began to run, or stands
    void doneWanted();

private:
    using Way = void (CancelRunPage::*)();

    KeyButton *makeWay(const char *name, const QString &icon, Way way);
    void present();
    void presentRows(const QList<CancelItem> &items);
    void presentHead(const QList<CancelItem> &items);
    void presentWays(const QList<CancelItem> &items);
    QString causeText(int waiting) const;
    QString bookedMeanwhileText() const;
    bool isRunning() const;

    void check();
    void retry();
    void withoutLinks();
    void leaveRest();
    void copyAddresses();
    void copyLinks();
    void saveList();

    std::unique_ptr<Ui::CancelRunPage> m_ui;
    const MainWindowParts &m_parts;
    CancelQueue &m_queue;
    CancelModel *m_model;
    AgendaSetting m_setting;
    QDate m_day; ///< null where no day is closed
    QList<QUrl> m_knownOfDay;
    QTimer m_tick; ///< while Calendly asks to wait
    KeyButton *m_check;
    KeyButton *m_retry;
    KeyButton *m_withoutLinks;
    KeyButton *m_leaveRest;
    KeyButton *m_copyAddresses;
    KeyButton *m_copyLinks;
    KeyButton *m_saveList;
    CancelRunList *m_list;
    bool m_wasRunning = false;
};
