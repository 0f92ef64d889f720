// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingcard.h"

#include "cardcontent.h"
#include "cardlabels.h"
#include "cardpeopleview.h"
#include "cardsectionview.h"
#include "meetingactions.h"
#include "overlayscrollbar.h"
#include "ui_meetingcard.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace {

struct StatusLook
{
    QString icon;
    BadgeTone tone;
};

StatusLook lookOf(StatusWords::Status status)
{
    using Status = StatusWords::Status;
    switch (status) {
    case Status::Confirmed:
        return {QStringLiteral("check"), BadgeTone::Ok};
    case Status::Ended:
        return {QStringLiteral("check"), BadgeTone::Neutral};
    case Status::Canceled:
        return {QStringLiteral("canceled"), BadgeTone::Neutral};
    case Status::Moved:
        return {QStringLiteral("moved"), BadgeTone::Neutral};
    case Status::NoShow:
        return {QStringLiteral("no-show"), BadgeTone::Neutral};
    case Status::Running:
        return {QStringLiteral("clock"), BadgeTone::Brass};
    case Status::Overlaps:
        return {QStringLiteral("overlap"), BadgeTone::Brass};
    }
    return {};
}

/// Two parts of one line, the first strong or not; foreign text, so it is escaped.
QString twoParts(const QString &first, const QString &second, bool strong)
{
    const QString head = strong ? QStringLiteral("<span style=\"font-weight:600\">") + first.toHtmlEscaped() + QStringLiteral("</span>")
                                : first.toHtmlEscaped();
    return head + second.toHtmlEscaped();
}

void bind(QPushButton &button, QAction &action)
{
    const auto follow = [&button, &action] {
        button.setEnabled(action.isEnabled());
        button.setToolTip(action.toolTip());
    };
    QObject::connect(&button, &QPushButton::clicked, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::changed, &button, follow);
    follow();
}

} // namespace

MeetingCard::MeetingCard(QWidget *parent) : QScrollArea(parent), m_ui(std::make_unique<Ui::MeetingCard>())
{
    m_ui->setupUi(this);
    new OverlayScrollBar(this);
    // Rich text only for the weight of one part; links in it are never opened.
    m_ui->when->setTextFormat(Qt::RichText);
    m_ui->place->setTextFormat(Qt::RichText);
    for (QLabel *label : {m_ui->name, m_ui->role, m_ui->statusDetail, m_ui->when, m_ui->theirTime, m_ui->clockNote, m_ui->place, m_ui->placeRemark}) {
        letWrap(*label);
        label->setFocusPolicy(Qt::StrongFocus);
    }
    connect(m_ui->copyPlace, &QPushButton::clicked, this, &MeetingCard::copyPlace);
    connect(m_ui->closeCard, &QPushButton::clicked, this, &MeetingCard::closeWanted);
    m_ui->closeCard->setToolTip(tr("Close the card (%1)").arg(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)));
    setClosable(false);
    clear();
}

MeetingCard::~MeetingCard() = default;

void MeetingCard::setActions(MeetingActions &actions)
{
    m_actions = &actions;
    m_ui->join->setKeyText(tr("Enter"));
    bind(*m_ui->join, *actions.join());
    bind(*m_ui->reschedule, *actions.reschedule());
    bind(*m_ui->copyEmail, *actions.copyEmail());
    bind(*m_ui->cancel, *actions.cancel());
    // Where several are selected it cancels them all, and says so.
    connect(actions.cancel(), &QAction::changed, m_ui->cancel, [this, cancel = actions.cancel()] {
        m_ui->cancel->setText(cancel->iconText());
        m_ui->cancel->setAccessibleName(cancel->text().remove(QLatin1Char('&')));
    });
    const auto name = [this, &actions] {
        m_ui->join->setText(actions.join()->text());
        m_ui->join->setIconName(actions.joinIconName());
    };
    connect(actions.join(), &QAction::changed, this, name);
    name();
    auto *menu = new QMenu(m_ui->more);
    for (QAction *action : actions.rest())
        menu->addAction(action);
    m_ui->more->setMenu(menu);
}

QSize MeetingCard::sizeHint() const
{
    return {qRound(368 * std::max(1.0, fontMetrics().height() / 16.0)), 400};
}

void MeetingCard::present(const CardContent &content)
{
    if (m_content && *m_content == content)
        return;
    const bool another = !m_content || m_content->meeting != content.meeting;
    m_ui->content->show();
    presentHead(content);
    presentPlace(content);
    presentSections(content);
    m_content = std::make_unique<CardContent>(content);
    if (another)
        verticalScrollBar()->setValue(0);
}

void MeetingCard::clear()
{
    m_ui->content->hide();
    m_content.reset();
}

void MeetingCard::setClosable(bool closable)
{
    m_ui->closeCard->setVisible(closable);
}

void MeetingCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeWanted();
    else
        QScrollArea::keyPressEvent(event);
}

void MeetingCard::presentHead(const CardContent &content)
{
    m_ui->stripe->present(content.color, content.status.status == StatusWords::Status::Canceled);
    m_ui->name->setText(content.name);
    m_ui->role->setText(content.role);
    m_ui->role->setVisible(!content.role.isEmpty());
    const StatusLook look = lookOf(content.status.status);
    m_ui->status->present(look.icon, content.status.text, look.tone);
    m_ui->statusDetail->setText(content.status.detail);
    m_ui->statusDetail->setVisible(!content.status.detail.isEmpty());
    setTone(*m_ui->statusDetail, look.tone == BadgeTone::Brass ? QStringLiteral("brass") : QStringLiteral("text2"));
    m_ui->whenIcon->present(QStringLiteral("clock"));
    m_ui->when->setText(twoParts(content.when, tr(", %1").arg(content.whenRelative), true));
    const bool kind = content.theirDayPart == DayPart::Day;
    m_ui->theirIcon->present(kind ? QStringLiteral("globe") : content.theirDayPart == DayPart::Late ? QStringLiteral("late") : QStringLiteral("early"),
                             kind ? ColorRole::Text2 : ColorRole::BrassText, 14);
    setTone(*m_ui->theirTime, kind ? QStringLiteral("text2") : QStringLiteral("brass"));
    m_ui->theirTime->setText(content.theirTime);
    m_ui->theirIcon->setVisible(!content.theirTime.isEmpty());
    m_ui->theirTime->setVisible(!content.theirTime.isEmpty());
    m_ui->clockNote->setText(content.clockNote);
    m_ui->clockNote->setVisible(!content.clockNote.isEmpty());
    m_ui->hint->setText(content.hint);
    m_ui->hint->setVisible(!content.hint.isEmpty());
}

void MeetingCard::presentPlace(const CardContent &content)
{
    const bool known = !content.place.isEmpty() || !content.address.isEmpty();
    QString address = content.address;
    if (address.startsWith(QLatin1String("https://")))
        address.remove(0, 8);
    m_ui->placeIcon->present(content.placeIcon);
    m_ui->place->setText(twoParts(content.place, content.place.isEmpty() || address.isEmpty() ? address : QStringLiteral("  ") + address, false));
    m_ui->placeRemark->setText(content.placeRemark);
    m_ui->placeIcon->setVisible(known);
    m_ui->place->setVisible(known);
    m_ui->copyPlace->setVisible(!content.address.isEmpty());
    m_ui->placeRemark->setVisible(!content.placeRemark.isEmpty());
}

void MeetingCard::presentSections(const CardContent &content)
{
    QLayout *column = m_ui->sections->layout();
    const bool samePeople = m_people && m_content && m_content->people == content.people && m_content->peopleLoading == content.peopleLoading;
    if (samePeople && m_content->sections == content.sections)
        return;
    // What has focus or a selection stays alive as long as it says the same.
    QHash<QString, CardSectionView *> before;
    for (CardSectionView *view : m_ui->sections->findChildren<CardSectionView *>(QString(), Qt::FindDirectChildrenOnly))
        before.insert(view->section().key, view);
    const QUrl toggled = m_people ? m_people->focusedToggle() : QUrl();
    if (!samePeople)
        presentPeople(content);
    while (QLayoutItem *item = column->takeAt(0))
        delete item;
    column->addWidget(m_people);
    if (!toggled.isEmpty()) { // whoever marked somebody stays where they were
        m_people->show();
        m_people->focusToggle(toggled);
    }
    for (const CardSection &section : content.sections) {
        CardSectionView *view = before.value(section.key);
        if (view && view->section() == section)
            before.remove(section.key);
        else
            connect(view = new CardSectionView(section, m_ui->sections), &CardSectionView::linkWanted, this, &MeetingCard::follow);
        column->addWidget(view);
    }
    qDeleteAll(before);
    orderTabs();
}

void MeetingCard::presentPeople(const CardContent &content)
{
    delete m_people;
    m_people = new CardPeopleView(content.people, content.peopleLoading, m_ui->sections);
    connect(m_people, &CardPeopleView::linkWanted, this, &MeetingCard::follow);
    connect(m_people, &CardPeopleView::noShowToggled, this, [this](const QUrl &invitee) {
        if (m_actions)
            m_actions->toggleNoShow(invitee);
    });
}

void MeetingCard::follow(const CardLink &link)
{
    // Later, as another meeting on the card deletes what is telling us just now.
    if (link.kind == CardLink::Kind::Meeting)
        QMetaObject::invokeMethod(this, [this, meeting = link.url] { emit meetingWanted(meeting); }, Qt::QueuedConnection);
    else if (m_actions)
        m_actions->writeTo(link.url);
}

/// What was made later stands at the end of the order of Tab, wherever it is seen.
void MeetingCard::orderTabs()
{
    QWidget *last = m_ui->placeRemark;
    const QLayout *column = m_ui->sections->layout();
    for (int i = 0; i < column->count(); ++i) {
        const auto inside = column->itemAt(i)->widget()->findChildren<QWidget *>();
        for (QWidget *widget : inside) {
            if (!(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QWidget::setTabOrder(last, widget);
            last = widget;
        }
    }
}
