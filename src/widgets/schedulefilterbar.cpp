// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulefilterbar.h"

#include "chip.h"
#include "chipfold.h"
#include "flowrow.h"
#include "icons.h"
#include "plaintext.h"
#include "savedfiltermenu.h"
#include "searchchips.h"
#include "searchwords.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

QString whenName(ScheduleFilter::When when)
{
    switch (when) {
    case ScheduleFilter::When::Upcoming:
        return ScheduleFilterBar::tr("Upcoming");
    case ScheduleFilter::When::Past:
        return ScheduleFilterBar::tr("Past");
    case ScheduleFilter::When::All:
        return ScheduleFilterBar::tr("All");
    }
    return {};
}

/// `filter` with the period that `day` lies in, and without words, which look into all periods.
ScheduleFilter turnedTo(ScheduleFilter filter, QDate day, QDate today)
{
    filter.when = day < today ? ScheduleFilter::When::Past : ScheduleFilter::When::Upcoming;
    filter.step = static_cast<int>(today.daysTo(day)) / periodDays;
    filter.text.clear();
    return filter;
}

/// An entry of a chip's menu; foreign names lose their mnemonics.
QAction *addChoice(QMenu &menu, QString text, bool chosen)
{
    QAction *action = menu.addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
    action->setCheckable(true);
    action->setChecked(chosen);
    return action;
}

} // namespace

ScheduleFilterBar::ScheduleFilterBar(QLineEdit *search, QWidget *chips) : QObject(chips), m_search(search)
{
    new FlowRow(chips, 8);
    m_when = makeChip("whenChip", chips, tr("Which time is shown"));
    m_eventType = makeChip("eventTypeChip", chips, tr("Which event type is shown"));
    m_host = makeChip("hostChip", chips, tr("Whose meetings are shown"));
    m_status = makeChip("statusChip", chips, tr("Which meetings are shown"));
    m_saved = makeChip("savedFiltersChip", chips, tr("Filters that you saved"));
    makeWhenMenu(m_when->menu());
    makeNamesMenu(m_eventType->menu(), m_eventTypes, &ScheduleFilter::eventType, &ScheduleFilter::eventTypeName);
    makeNamesMenu(m_host->menu(), m_hosts, &ScheduleFilter::host, &ScheduleFilter::hostName);
    makeStatusMenu(m_status->menu());
    makeWordsMenu();
    makeAddFilter(chips);
    Chip *more = makeChip("moreFiltersChip", chips, tr("All filters"));
    more->setText(tr("Filter"));
    more->setMenu(m_all);
    m_fold = new ChipFold(chips, more);
    m_fold->setChips({m_eventType, m_host, m_status, m_saved});
    m_fold->setWanted(m_saved, false);
    new SearchChips(m_search, chips, [this] { return m_today; });
    m_typing.setSingleShot(true);
    m_typing.setInterval(0ms); // hits come with the key; keys that wait already are searched for at once
    connect(&m_typing, &QTimer::timeout, this, &ScheduleFilterBar::searchNow);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    m_search->setToolTip(tr("Also with:ana, type:intro, is:canceled or before:2026-10. “Search words” under %1 lists them all.")
                             .arg(m_addFilter->shortcut().toString(QKeySequence::NativeText)));
    present();
}

Chip *ScheduleFilterBar::makeChip(const char *name, QWidget *chips, const QString &description)
{
    auto *chip = new Chip(chips);
    chip->setObjectName(QLatin1String(name));
    chip->setAccessibleDescription(description);
    chip->setCheckable(true);
    chip->setMenu(new QMenu(chip));
    FlowRow::append(chips, chip);
    return chip;
}

void ScheduleFilterBar::makeWhenMenu(QMenu *menu)
{
    using When = ScheduleFilter::When;
    menu->setTitle(tr("&Time"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const When when : {When::Upcoming, When::Past, When::All})
            connect(addChoice(*menu, whenName(when), m_filter.when == when), &QAction::triggered, this, [this, when] { setWhen(when); });
    });
}

void ScheduleFilterBar::makeStatusMenu(QMenu *menu)
{
    using Status = MeetingQuery::Status;
    menu->setTitle(tr("&Status"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const Status status : {Status::Any, Status::Active, Status::Canceled, Status::NoShow, Status::Moved})
            connect(addChoice(*menu, statusName(status), m_filter.status == status), &QAction::triggered, this, [this, status] { setStatus(status); });
    });
}

void ScheduleFilterBar::makeNamesMenu(QMenu *menu, const Names &names, QUrl ScheduleFilter::*uri, QString ScheduleFilter::*name)
{
    const auto choose = [this, uri, name](const QUrl &chosen, const QString &chosenName) {
        m_filter.*uri = chosen;
        m_filter.*name = chosenName;
        present();
        emit changed();
    };
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &names, uri, choose] {
        menu->clear();
        connect(addChoice(*menu, tr("Any"), (m_filter.*uri).isEmpty()), &QAction::triggered, this, [choose] { choose({}, {}); });
        for (const auto &[each, eachName] : names)
            connect(addChoice(*menu, eachName, m_filter.*uri == each), &QAction::triggered, this,
                    [choose, each = each, eachName = eachName] { choose(each, eachName); });
    });
}

void ScheduleFilterBar::makeWordsMenu()
{
    m_words = new QMenu(tr("Search &words"), m_search);
    m_words->setObjectName(QStringLiteral("searchWordsMenu"));
    const QList<SearchWord> words = searchWords();
    for (const SearchWord &word : words) {
        QAction *action = m_words->addAction(word.typed + QLatin1Char('\t') + word.meaning);
        connect(action, &QAction::triggered, this, [this, typed = word.typed] {
            m_search->setText((m_search->text().trimmed() + QLatin1Char(' ') + typed).trimmed());
            m_search->setFocus(Qt::ShortcutFocusReason);
            m_search->end(false);
        });
    }
}

void ScheduleFilterBar::makeAddFilter(QWidget *chips)
{
    m_eventType->menu()->setTitle(tr("&Event type"));
    m_host->menu()->setTitle(tr("&Host"));
    m_all = new QMenu(chips);
    m_all->setObjectName(QStringLiteral("filtersMenu"));
    for (QMenu *menu : {m_when->menu(), m_eventType->menu(), m_host->menu(), m_status->menu(), m_words})
        m_all->addMenu(menu);
    m_host->menu()->menuAction()->setVisible(false);
    m_addFilter = new QAction(themeIcon(QStringLiteral("filter")), tr("&Add filter"), this);
    m_addFilter->setObjectName(QStringLiteral("addFilter"));
    m_addFilter->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    connect(m_addFilter, &QAction::triggered, this, [this, chips] { m_all->popup(chips->mapToGlobal(QPoint(0, chips->height()))); });
}

void ScheduleFilterBar::setSavedFilters(SavedFilterService &filters, ToastHost &toasts)
{
    const auto shown = [this] {
        const bool narrows = !narrowingNames(m_filter).isEmpty() || m_filter.when != ScheduleFilter::When::Upcoming;
        return narrows ? toJson(m_filter) : QJsonObject();
    };
    delete m_saved->menu();
    m_savedMenu = new SavedFilterMenu(filters, toasts, shown, m_saved);
    m_savedMenu->setObjectName(QStringLiteral("savedFiltersMenu"));
    m_savedMenu->setTitle(tr("Sa&ved filters"));
    connect(m_savedMenu, &SavedFilterMenu::chosen, this, [this](const QJsonObject &filter) { show(filterFromJson(filter)); });
    connect(m_savedMenu, &SavedFilterMenu::changed, this, &ScheduleFilterBar::present);
    m_saved->setMenu(m_savedMenu);
    m_all->addMenu(m_savedMenu);
    m_fold->setWanted(m_saved, true);
    present();
}

void ScheduleFilterBar::setEventTypes(const QList<EventType> &types)
{
    m_eventTypes.clear();
    addEventTypes(types, {});
}

void ScheduleFilterBar::addEventTypes(const QList<EventType> &types, const QString &account)
{
    for (const EventType &type : types) {
        if (!type.deletedAt.isNull())
            continue;
        const QString name = oneLine(type.name.isEmpty() ? type.slug : type.name, 60);
        //: An event type and the account that it is of.
        m_eventTypes.append({type.uri, account.isEmpty() ? name : tr("%1 (%2)").arg(name, oneLine(account, 60))});
    }
}

void ScheduleFilterBar::addHosts(const QList<MeetingSummary> &meetings)
{
    const qsizetype before = m_hosts.size();
    for (const MeetingSummary &summary : meetings) {
        for (const MeetingHost &host : summary.meeting.hosts) {
            const auto is = [&host](const auto &known) { return known.first == host.user; };
            if (!host.user.isEmpty() && std::none_of(m_hosts.cbegin(), m_hosts.cend(), is))
                m_hosts.append({host.user, oneLine(host.name.isEmpty() ? host.email : host.name, 60)});
        }
    }
    // Of the last start the host is known, but no name.
    const auto chosen = std::find_if(m_hosts.cbegin(), m_hosts.cend(), [this](const auto &known) { return known.first == m_filter.host; });
    const bool isNamed = chosen != m_hosts.cend() && std::exchange(m_filter.hostName, chosen->second) != chosen->second;
    if (m_hosts.size() == before && !isNamed)
        return;
    std::sort(m_hosts.begin(), m_hosts.end(),
              [](const auto &left, const auto &right) { return QString::localeAwareCompare(left.second, right.second) < 0; });
    present();
}

void ScheduleFilterBar::forgetHosts()
{
    m_hosts.clear();
    m_filter.host.clear();
    m_filter.hostName.clear();
    present();
}

void ScheduleFilterBar::setWhen(ScheduleFilter::When when)
{
    m_filter.when = when;
    m_filter.step = 0;
    present();
    emit changed();
}

void ScheduleFilterBar::setStatus(MeetingQuery::Status status)
{
    m_filter.status = status;
    present();
    emit changed();
}

void ScheduleFilterBar::move(int steps)
{
    m_filter.step += steps;
    emit changed();
}

void ScheduleFilterBar::toFirstPeriod()
{
    m_filter.step = 0;
    emit changed();
}

void ScheduleFilterBar::showDay(QDate day, QDate today)
{
    show(turnedTo(withoutNarrowing(m_filter), day, today));
}

void ScheduleFilterBar::turnTo(QDate day, QDate today)
{
    show(turnedTo(m_filter, day, today));
}

void ScheduleFilterBar::clear()
{
    show(withoutNarrowing(m_filter));
}

void ScheduleFilterBar::clearSearch()
{
    if (!isSearch(m_filter))
        return;
    ScheduleFilter filter = m_filter;
    filter.text.clear();
    show(filter);
}

void ScheduleFilterBar::show(const ScheduleFilter &filter)
{
    m_filter = filter;
    m_search->setText(filter.text);
    m_typing.stop();
    present();
    emit changed();
}

void ScheduleFilterBar::restore(const ScheduleFilter &filter)
{
    m_filter = filter;
    present();
}

void ScheduleFilterBar::setPeriodShown(bool shown)
{
    m_when->setVisible(shown);
}

void ScheduleFilterBar::present()
{
    m_when->setText(whenName(m_filter.when));
    // A search looks into everything stored.
    m_when->setEnabled(!isSearch(m_filter));
    m_when->setChecked(!isSearch(m_filter));
    m_eventType->setText(m_filter.eventType.isEmpty() ? tr("Event type: any") : oneLine(m_filter.eventTypeName, 24));
    m_eventType->setChecked(!m_filter.eventType.isEmpty());
    m_host->setText(m_filter.host.isEmpty() ? tr("Host: any") : oneLine(hostText(m_filter), 24));
    m_host->setChecked(!m_filter.host.isEmpty());
    const bool severalHosts = m_hosts.size() > 1 || !m_filter.host.isEmpty();
    m_fold->setWanted(m_host, severalHosts);
    m_host->menu()->menuAction()->setVisible(severalHosts);
    m_status->setText(m_filter.status == MeetingQuery::Status::Any ? tr("Status: any") : statusName(m_filter.status));
    m_status->setChecked(m_filter.status != MeetingQuery::Status::Any);
    const QString saved = m_savedMenu ? m_savedMenu->nameOf(toJson(m_filter)) : QString();
    m_saved->setText(saved.isEmpty() ? tr("Saved filters") : oneLine(saved, 24));
    m_saved->setChecked(!saved.isEmpty());
    for (Chip *chip : {m_when, m_eventType, m_host, m_status, m_saved})
        chip->updateGeometry();
    m_fold->fold();
}

void ScheduleFilterBar::searchNow()
{
    if (m_filter.text == m_search->text())
        return;
    m_filter.text = m_search->text();
    present();
    emit changed();
}
