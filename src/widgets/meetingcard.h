// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <memory>

namespace Ui {
class MeetingCard;
}
class CardPeopleView;
class MeetingActions;
struct CardContent;
struct CardLink;

/// Everything about one meeting, and what can be done with it. Presenting the same meeting again touches only what reads
/// differently, so that selections and the scroll position stay.
class MeetingCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit MeetingCard(QWidget *parent = nullptr);
    ~MeetingCard() override;

    /// Its buttons do what `actions` do, and are on and off with them; to be called once. `actions` outlives the card.
    void setActions(MeetingActions &actions);
    void present(const CardContent &content);
    void clear(); ///< no meeting
    void setClosable(bool closable); ///< shows a button that closes it

    QSize sizeHint() const override; ///< grows with the font

signals:
    void copyPlace();
    void closeWanted(); ///< Escape, or its button
    void meetingWanted(const QUrl &meeting); ///< a link to another meeting

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void presentHead(const CardContent &content);
    void presentPlace(const CardContent &content);
    void presentSections(const CardContent &content);
    void presentPeople(const CardContent &content);
    void follow(const CardLink &link);
    void orderTabs();

    std::unique_ptr<Ui::MeetingCard> m_ui;
    std::unique_ptr<CardContent> m_content;
    CardPeopleView *m_people = nullptr;
    MeetingActions *m_actions = nullptr;
};
