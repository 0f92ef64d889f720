// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkentry.h"

#include <QScrollArea>
#include <QTimeZone>

#include <memory>

namespace Ui {
class LinkCard;
}

/// Everything about one single-use link, and what can be done with it. Its main button does what Enter does in the list.
class LinkCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit LinkCard(QWidget *parent = nullptr);
    ~LinkCard() override;

    struct Surroundings
    {
        QDateTime now;
        QTimeZone zone = QTimeZone::utc();
        QString typeColor; ///< empty where the event type is not known
        QString account; ///< whose link it is
        QString whyNoSingleUse; ///< empty where a link can be made
        bool typeKnown = true; ///< a new link of the same type can be made
    };
    void present(const LinkEntry &entry, const Surroundings &around);
    void focusLabel();

signals:
    void mainActionWanted();
    void copyWanted();
    void newOneWanted();
    void mailWanted();
    void openWanted();
    void qrWanted();
    void takeBackWanted();
    void changeWanted(); ///< of a customized link
    void removalWanted();
    void labelChanged(const QString &id, const QString &label);
    void labelLeft(); ///< by Enter or Escape

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrangeButtons();
    void presentActions();
    void presentDetails();
    void saveLabel();

    std::unique_ptr<Ui::LinkCard> m_ui;
    LinkEntry m_entry;
    Surroundings m_around;
};
