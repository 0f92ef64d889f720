// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitysection.h"

#include "accountservice.h"
#include "activitycard.h"
#include "activityservice.h"
#include "activitytext.h"
#include "errortext.h"
#include "keybutton.h"
#include "organizationservices.h"
#include "toasthost.h"
#include "zones.h"

#include <QMenu>

namespace {

constexpr int momentMilliseconds = 400;

SectionWords words()
{
    return {.things = ActivitySection::tr("Activities"),
            .reading = ActivitySection::tr("Reading the activity log…"),
            .iconName = QStringLiteral("note"),
            .noneTitle = ActivitySection::tr("No activities"),
            .none = ActivitySection::tr("Calendly’s activity log holds nothing, or nothing that fits the search."),
            .notAllowed = ActivitySection::tr("The activity log comes with the plan Enterprise, and Calendly shows it to owners and admins only."),
            .scope = QStringLiteral("activity_log:read")};
}

} // namespace

ActivitySection::ActivitySection(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ListSection(parts, toasts, words(), activityHeads(), {26, 18}, parent)
    , m_activity(parts.organization->activity)
    , m_card(new ActivityCard(this))
    , m_earlier(makeButton("earlierActivities", tr("Read earlier ones"), QStringLiteral("chevron-down")))
    , m_export(makeButton("exportActivities", tr("Export"), QStringLiteral("export")))
    , m_files(m_parts, toasts, this)
{
    setObjectName(QStringLiteral("ActivitySection"));
    setCard(m_card);
    fillExportMenu();
    m_moment.setSingleShot(true);
    m_moment.setInterval(momentMilliseconds);
    connect(&m_moment, &QTimer::timeout, this, &ActivitySection::refresh);
    connect(&m_activity, &ActivityService::changed, this, &ActivitySection::reload);
    connect(m_earlier, &QPushButton::clicked, this, [this] { m_activity.readEarlier(); });
}

ActivitySection::~ActivitySection() = default;

KeyButton *ActivitySection::makeButton(const char *name, const QString &text, const QString &icon)
{
    auto *button = new KeyButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIconName(icon);
    button->setText(text);
    addHeadButton(button);
    return button;
}

void ActivitySection::fillExportMenu()
{
    auto *menu = new QMenu(m_export);
    connect(menu->addAction(tr("Table for spreadsheets (CSV)…")), &QAction::triggered, this, [this] { exportAs(QStringLiteral("csv")); });
    connect(menu->addAction(tr("For programs (JSON)…")), &QAction::triggered, this, [this] { exportAs(QStringLiteral("json")); });
    m_export->setMenu(menu);
}

void ActivitySection::setSearch(const QString &text)
{
    if (text.trimmed() == m_words)
        return;
    m_words = text.trimmed();
    m_moment.start();
}

QList<ListRow> ActivitySection::rows() const
{
    QList<ListRow> rows;
    for (const ActivityEntry &entry : m_activity.entries())
        rows.append(activityRow(entry, zone(), m_parts.clock()));
    return rows;
}

Reading ActivitySection::reading() const
{
    return m_activity.reading();
}

void ActivitySection::read()
{
    m_activity.search(m_parts.account.account()->user, m_words);
}

void ActivitySection::presentCurrent()
{
    const bool online = isOnline();
    m_earlier->setEnabled(online && m_activity.hasEarlier() && !m_activity.reading().underWay);
    m_earlier->setToolTip(!online ? whyOffline() : m_activity.hasEarlier() ? QString() : tr("All that Calendly has is listed."));
    const bool any = !m_activity.entries().isEmpty();
    m_export->setEnabled(online && any && !m_exporting);
    m_export->setToolTip(!online ? whyOffline() : any ? tr("Everything that fits the search, also what is not listed yet") : tr("There is nothing to export."));
    const QString key = currentKey();
    for (const ActivityEntry &entry : m_activity.entries()) {
        if (activityRow(entry, zone(), m_parts.clock()).key == key)
            return m_card->present(entry, zone(), m_parts.clock());
    }
}

/// All that fits the search: read first, as only then is known whether it can be had.
void ActivitySection::exportAs(const QString &suffix)
{
    m_exporting = true;
    presentCurrent();
    m_activity.whole(this, [this, suffix](const Result<QList<ActivityEntry>> &entries) {
        m_exporting = false;
        presentCurrent();
        if (!entries)
            return m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("Nothing was exported. %1").arg(whyUnread(entries.error()))});
        const ExportSetting setting{.now = m_parts.clock(), .zone = zone(), .locale = locale()};
        const ExportFormat format = suffix == QLatin1String("csv") ? ExportFormat::Csv : ExportFormat::Json;
        const QDate today = wallClock(m_parts.clock(), zone()).date();
        m_files.ask(tr("Export activities"), tr("Activities %1").arg(today.toString(Qt::ISODate)) + QLatin1Char('.') + suffix,
                    [all = *entries, format, setting] { return exportedActivity(all, format, setting); });
    });
}
