// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "eventtype.h"
#include "linkentry.h"
#include "result.h"

#include <QDate>
#include <QScrollArea>
#include <QTimeZone>

#include <memory>

namespace Ui {
class TypeCard;
}

/// Everything about one event type, and what can be done with its links.
class TypeCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit TypeCard(QWidget *parent = nullptr);
    ~TypeCard() override;

    void setLabelKey(const QKeySequence &key); ///< the one that leads to the label; empty for none
    void setShareKey(const QKeySequence &key); ///< the one that shares open times; empty for none
    /// Shows `type`; times read as in `zone`, of which `today` is the date.
    void present(const EventType &type, const QTimeZone &zone, QDate today);
    void presentLinks(const LinkTotals &totals);
    void presentOpenTimesLoading();
    void presentOpenTimes(const Result<QList<OpenTime>> &times);
    void setWhyNoSingleUse(const QString &reason); ///< empty where a link can be made

    void setMoreActions(const QList<QAction *> &actions); ///< behind the button "More"

    QString label() const; ///< for the next link; may be empty
    void setLabel(const QString &label);
    void clearLabel();
    void focusLabel();

signals:
    void copySingleUse();
    void copyLink();
    void shareTimes();
    void openInBrowser();

private:
    void presentDetails(const EventType &type);

    std::unique_ptr<Ui::TypeCard> m_ui;
    QTimeZone m_zone;
    QUrl m_type;
    QDate m_today;
    QString m_whyNoSingleUse;
};
