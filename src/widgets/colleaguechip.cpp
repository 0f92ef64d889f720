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
    setAccessibleDescription(tr("Shows when colleagues are busy"));
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
    const QList<User> &chosen = m_times.chosen();
    setChecked(!chosen.isEmpty());
    if (chosen.isEmpty())
        setText(tr("Colleagues"));
    else
        setText(chosen.size() == 1 ? memberName(chosen.first()) : tr("%n colleagues", nullptr, static_cast<int>(chosen.size())));
    setVisible(wanted && !m_times.isAlone());
    updateGeometry();
}

void ColleagueChip::fill()
{
    menu()->clear();
    QAction *nobody = menu()->addAction(tr("None"));
    nobody->setCheckable(true);
    nobody->setChecked(m_times.chosen().isEmpty());
    connect(nobody, &QAction::triggered, &m_times, &ColleagueBusyTimes::chooseNobody);
    const auto add = [this](const User &colleague, bool isChosen) {
        QAction *choice = menu()->addAction(memberName(colleague).replace(QLatin1Char('&'), QLatin1String("&&")));
        choice->setCheckable(true);
        choice->setChecked(isChosen);
        choice->setEnabled(isChosen || m_times.canChooseMore());
        connect(choice, &QAction::triggered, this, [this, colleague] { m_times.toggle(colleague); });
    };
    if (const QString note = m_times.colleaguesNote(); !note.isEmpty())
        menu()->addAction(note)->setEnabled(false);
    // Those who are chosen come first: with many in the organization, the others are asked for by name.
    const QList<User> chosen = m_times.chosen();
    for (const User &colleague : chosen)
        add(colleague, true);
    const QList<OrganizationMembership> others = notChosen();
    for (const OrganizationMembership &colleague : others.first(std::min(others.size(), mostInMenu)))
        add(colleague.user, false);
    if (others.size() > mostInMenu) {
        QAction *another = menu()->addAction(tr("Another colleague…"));
        another->setEnabled(m_times.canChooseMore());
        connect(another, &QAction::triggered, this, &ColleagueChip::askForColleague);
    }
    if (!m_times.canChooseMore())
        menu()->addAction(tr("%n at a time at most", nullptr, static_cast<int>(ColleagueBusyTimes::most)))->setEnabled(false);
}

QList<OrganizationMembership> ColleagueChip::notChosen() const
{
    QList<OrganizationMembership> others = m_times.colleagues();
    others.removeIf([this](const OrganizationMembership &other) {
        const QList<User> &chosen = m_times.chosen();
        return std::any_of(chosen.begin(), chosen.end(), [&other](const User &one) { return one.uri == other.user.uri; });
    });
    return others;
}

void ColleagueChip::askForColleague()
{
    const QList<OrganizationMembership> colleagues = notChosen();
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
            m_times.toggle(colleagues[at - names.begin()].user);
    });
    question->open();
}
