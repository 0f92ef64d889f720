// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleaguechip.h"

#include "colleaguebusytimes.h"
#include "flowrow.h"
#include "teamtext.h"

#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace {

constexpr qsizetype mostInMenu = 12; // beyond that, typing is faster

} // namespace

ColleagueChip::ColleagueChip(ColleagueBusyTimes &times, QWidget *chips)
    : Chip(chips)
    , m_times(times)
{
    setObjectName(QStringLiteral("colleagueChip"));
    setAccessibleDescription(tr("Shows when a colleague is busy"));
    setCheckable(true);
    setMenu(new QMenu(this));
    menu()->setObjectName(QStringLiteral("colleagueMenu"));
    connect(menu(), &QMenu::aboutToShow, this, [this] {
        m_times.wantColleagues();
        fill();
    });
    connect(&m_times, &ColleagueBusyTimes::colleaguesChanged, this, [this] {
        if (menu()->isVisible())
            fill();
    });
    FlowRow::append(chips, this);
}

void ColleagueChip::present(bool wanted)
{
    const std::optional<User> &chosen = m_times.chosen();
    setChecked(chosen.has_value());
    setText(chosen ? memberName(*chosen) : tr("Colleague"));
    setVisible(wanted && !m_times.isAlone());
    updateGeometry();
}

void ColleagueChip::fill()
{
    menu()->clear();
    const auto add = [this](const QString &text, const std::optional<User> &colleague) {
        QAction *choice = menu()->addAction(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
        choice->setCheckable(true);
        choice->setChecked(colleague == m_times.chosen());
        connect(choice, &QAction::triggered, this, [this, colleague] { m_times.choose(colleague); });
    };
    add(tr("None"), {});
    if (const QString note = m_times.colleaguesNote(); !note.isEmpty())
        menu()->addAction(note)->setEnabled(false);
    const QList<OrganizationMembership> colleagues = m_times.colleagues();
    for (const OrganizationMembership &colleague : colleagues.first(std::min(colleagues.size(), mostInMenu)))
        add(memberName(colleague.user), colleague.user);
    if (colleagues.size() > mostInMenu)
        connect(menu()->addAction(tr("Another colleague…")), &QAction::triggered, this, &ColleagueChip::askForColleague);
}

void ColleagueChip::askForColleague()
{
    const QList<OrganizationMembership> colleagues = m_times.colleagues();
    QStringList names;
    for (const OrganizationMembership &colleague : colleagues)
        names.append(tr("%1 (%2)", "name (address)").arg(memberName(colleague.user), colleague.user.email));
    auto *question = new QInputDialog(window());
    question->setObjectName(QStringLiteral("colleagueQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("A colleague’s busy times"));
    question->setLabelText(tr("Type a name"));
    question->setComboBoxItems(names);
    question->setComboBoxEditable(true);
    question->setOkButtonText(tr("Show busy times"));
    question->setCancelButtonText(tr("Close"));
    connect(question, &QInputDialog::textValueSelected, this, [this, names, colleagues](const QString &typed) {
        const auto at = std::find_if(names.begin(), names.end(), [&typed](const QString &name) { return name.contains(typed.trimmed(), Qt::CaseInsensitive); });
        if (at != names.end() && !typed.trimmed().isEmpty())
            m_times.choose(colleagues[at - names.begin()].user);
    });
    question->open();
}
