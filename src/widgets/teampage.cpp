// SPDX-License-Identifier: GPL-3.0-or-later
#include "teampage.h"

#include "accountservice.h"
#include "activitysection.h"
#include "erasuredialog.h"
#include "flowrow.h"
#include "icons.h"
#include "invitationssection.h"
#include "invitedialog.h"
#include "memberssection.h"
#include "offlinewords.h"
#include "organizationservices.h"
#include "plaintext.h"
#include "routingsection.h"
#include "syncservice.h"
#include "teamservice.h"
#include "ui_teampage.h"

#include <QAction>
#include <QActionGroup>
#include <QToolButton>

TeamPage::TeamPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::TeamPage>())
    , m_parts(parts)
    , m_toasts(toasts)
    , m_choice(new QActionGroup(this))
{
    m_ui->setupUi(this);
    m_ui->search->setKeyText(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    makeInvite();
    makeSections();
    makeErase();
    connect(m_ui->search, &QLineEdit::textChanged, this, [this](const QString &text) { current()->setSearch(text); });
    connect(m_ui->search, &SearchField::leftDownwards, this, &TeamPage::focusList);
    connect(m_ui->search, &QLineEdit::returnPressed, this, &TeamPage::focusList);
    connect(&m_parts.account, &AccountService::changed, this, &TeamPage::showTeam);
    connect(&m_parts.sync, &SyncService::changed, this, &TeamPage::showTeam);
    connect(&m_parts.organization->team, &TeamService::changed, this, &TeamPage::showTeam);
    showSection(m_sections.first());
}

TeamPage::~TeamPage() = default;

QString TeamPage::pageTitle()
{
    return tr("Team");
}

void TeamPage::makeSections()
{
    new FlowRow(m_ui->sectionButtons, 0);
    addSection(new MembersSection(m_parts, m_toasts, this), "showMembers");
    addSection(new InvitationsSection(m_parts, m_toasts, this), "showInvitations");
    auto *routing = new RoutingSection(m_parts, m_toasts, this);
    connect(routing, &RoutingSection::meetingWanted, this, &TeamPage::meetingWanted);
    addSection(routing, "showRoutingForms");
    addSection(new ActivitySection(m_parts, m_toasts, this), "showActivities");
    // The ends of the row are round.
    const auto buttons = m_ui->sectionButtons->findChildren<QToolButton *>();
    buttons.first()->setProperty("segment", QStringLiteral("first"));
    buttons.last()->setProperty("segment", QStringLiteral("last"));
    // What stands above the lists comes before them.
    QWidgetList order{m_ui->invite};
    for (const ListSection *section : std::as_const(m_sections))
        order += section->headButtons();
    order.append(m_ui->search);
    for (QToolButton *button : buttons)
        order.append(button);
    for (qsizetype place = 1; place < order.size(); ++place)
        setTabOrder(order.at(place - 1), order.at(place));
}

void TeamPage::addSection(ListSection *section, const char *name)
{
    m_sections.append(section);
    m_ui->body->addWidget(section);
    connect(section, &ListSection::permissionsWanted, this, &TeamPage::permissionsWanted);
    for (QWidget *button : section->headButtons())
        m_ui->headerLayout->addWidget(button);
    auto *action = new QAction(section->title(), this);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    m_choice->addAction(action);
    m_actions.append(action);
    connect(action, &QAction::triggered, this, [this, section] { showSection(section); });
    auto *button = new QToolButton(m_ui->sectionButtons);
    button->setObjectName(QLatin1String(name) + QLatin1String("Button"));
    button->setProperty("segment", QStringLiteral("middle"));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    FlowRow::append(m_ui->sectionButtons, button);
    connect(section, &ListSection::statusText, this, [this, section](const QString &text) {
        if (section == current())
            emit statusText(text);
    });
    connect(section, &ListSection::ageText, this, [this, section](const QString &text) {
        if (section == current())
            m_ui->age->setText(text);
    });
    connect(section, &ListSection::searchCleared, m_ui->search, &QLineEdit::clear);
}

void TeamPage::makeInvite()
{
    m_invite = new QAction(themeIcon(QStringLiteral("add")), tr("Invite somebody…"), this);
    m_invite->setObjectName(QStringLiteral("inviteMember"));
    m_invite->setShortcut(QKeySequence::New);
    addAction(m_invite);
    m_actions.append(m_invite);
    m_ui->invite->setKeyText(m_invite->shortcut().toString(QKeySequence::NativeText));
    connect(m_ui->invite, &QPushButton::clicked, m_invite, &QAction::trigger);
    connect(m_invite, &QAction::triggered, this, [this] { (new InviteDialog(m_parts, m_toasts, this))->open(); });
}

void TeamPage::makeErase()
{
    m_erase = new QAction(themeIcon(QStringLiteral("close")), tr("Delete data…"), this);
    m_erase->setObjectName(QStringLiteral("deleteData"));
    m_actions.append(m_erase);
    connect(m_erase, &QAction::triggered, this, [this] { (new ErasureDialog(m_parts, m_toasts, this))->open(); });
    connect(m_ui->erase, &QPushButton::clicked, m_erase, &QAction::trigger);
}

ListSection *TeamPage::current() const
{
    return m_sections.value(m_ui->body->currentIndex());
}

void TeamPage::showSection(ListSection *section)
{
    m_choice->actions().at(m_sections.indexOf(section))->setChecked(true);
    m_ui->age->clear();
    section->setSearch(m_ui->search->text());
    m_ui->body->setCurrentWidget(section);
    for (const ListSection *each : std::as_const(m_sections)) {
        for (QWidget *button : each->headButtons())
            button->setVisible(each == section);
    }
    if (isVisible())
        section->focusList();
}

void TeamPage::showTeam()
{
    if (!isVisible())
        return;
    const auto account = m_parts.account.account();
    const int members = static_cast<int>(m_parts.organization->team.members().size());
    const QString name = account ? oneLine(account->organization.name) : QString();
    const QString count = members > 0 ? tr("%n members", nullptr, members) : QString();
    //: The name of an organization and the number of its members.
    m_ui->subtitle->setText(name.isEmpty() || count.isEmpty() ? name + count : tr("%1, %2").arg(name, count));
    const bool allowed = account && m_parts.organization->team.roleOf(account->user.uri) != Role::User;
    const QString offline = whyOffline(m_parts, tr("This needs the network."));
    m_invite->setEnabled(allowed && offline.isEmpty());
    m_invite->setToolTip(!allowed                ? tr("Only owners and admins can invite people. Your role is User.")
                             : offline.isEmpty() ? tr("Invite somebody to the organization")
                                                 : offline);
    m_ui->invite->setEnabled(m_invite->isEnabled());
    m_ui->invite->setToolTip(m_invite->toolTip());
    const QString whyNot = ErasureDialog::whyNot(m_parts);
    m_erase->setEnabled(whyNot.isEmpty());
    m_erase->setToolTip(whyNot.isEmpty() ? tr("Delete the data of people or of past meetings for good") : whyNot);
    m_ui->erase->setEnabled(m_erase->isEnabled());
    m_ui->erase->setToolTip(m_erase->toolTip());
}

void TeamPage::focusSearch()
{
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

void TeamPage::focusList()
{
    current()->focusList();
}

QWidget *TeamPage::toastPlace() const
{
    return m_ui->body;
}

void TeamPage::refresh()
{
    current()->refresh();
}

void TeamPage::showEvent(QShowEvent *event)
{
    ContentPage::showEvent(event);
    showTeam();
}

void TeamPage::resizeEvent(QResizeEvent *event)
{
    ContentPage::resizeEvent(event);
    m_ui->subtitle->setVisible(m_ui->header->sizeHint().width() <= width());
}
