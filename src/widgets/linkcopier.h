// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "linkclipboard.h"
#include "linkentry.h"
#include "result.h"

#include <QObject>
#include <QPointer>

class QWidget;
class ToastHost;
struct MainWindowParts;

/// Puts links on the clipboard and says so. The clipboard changes only when a link is there; when none could be made, the
/// notice says that the clipboard still holds what it held.
class LinkCopier : public QObject
{
    Q_OBJECT

public:
    /// `window` is what a question for a label is asked over.
    LinkCopier(const MainWindowParts &parts, ToastHost &toasts, QWidget *window);

    /// Makes a single-use link of `type` and copies it. While one is being made a second wish is not sent.
    void copySingleUse(const EventType &type, const QString &label);
    bool isMaking() const { return m_making; }
    QString whyNoSingleUse() const; ///< why none can be made now; empty where one can

    /// Copies a link of the ledger once more; warns when nobody can book with it any more, or of the event type.
    void copyAgain(const LinkEntry &entry);

    /// Copies the ordinary link; warns when it leads nowhere.
    void copyOrdinary(const EventType &type, LinkForm form = LinkForm::Address);

signals:
    void makingChanged(bool making);
    void copied(const SchedulingLink &link);

private:
    void made(const EventType &type, const Result<SchedulingLink> &link);
    void askForLabel(const SchedulingLink &link);
    void sayCopied(const EventType &type, const QString &what);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QPointer<QWidget> m_window;
    bool m_making = false;
};
