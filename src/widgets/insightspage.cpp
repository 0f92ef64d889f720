// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightspage.h"

#include "accountservice.h"
#include "errortext.h"
#include "eventtypeservice.h"
#include "format.h"
#include "insightservice.h"
#include "insightsfilters.h"
#include "insighttablemodel.h"
#include "keptsince.h"
#include "meetingservice.h"
#include "retention.h"
#include "retentiontext.h"
#include "syncservice.h"
#include "ui_insightspage.h"
#include "zones.h"

#include <QEvent>

using namespace std::chrono_literals;

namespace {

/// All of it ended before what is kept.
bool isForgotten(const InsightQuery &query)
{
    const QDateTime kept = keptSince(query.now, query.monthsKept);
    return kept.isValid() && rangeOf(query.days, query.zone).end <= kept;
}

} // namespace

InsightsPage::InsightsPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::InsightsPage>())
    , m_parts(parts)
    , m_toasts(toasts)
    , m_files(m_parts, toasts, this)
    , m_model(new InsightTableModel(this))
{
    m_ui->setupUi(this);
    makeHeader();
    m_filters = new InsightsFilters(m_parts, {m_ui->periodChip, m_ui->eventTypeChip, m_ui->ownDays, m_ui->firstDay, m_ui->lastDay}, this);
    makeActions();
    makeTable();
    m_reload.setSingleShot(true);
    m_reload.setInterval(500ms); // while much is being read, figures need not follow every page of it
    connect(&m_reload, &QTimer::timeout, this, &InsightsPage::reload);
    connect(m_filters, &InsightsFilters::changed, this, &InsightsPage::reload);
    connect(m_ui->board, &InsightBoard::pressed, this, &InsightsPage::openList);
    connect(m_ui->state, &StatePanel::buttonClicked, this, &InsightsPage::stateClicked);
    connect(m_ui->exportFigures, &QPushButton::clicked, this, &InsightsPage::exportFigures);
    connect(&m_parts.meetings, &MeetingService::changed, this, &InsightsPage::reloadSoon);
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, &InsightsPage::reloadSoon);
    connect(&m_parts.sync, &SyncService::changed, this, &InsightsPage::presentState);
    if (m_parts.retention)
        connect(m_parts.retention, &Retention::changed, this, &InsightsPage::reloadSoon);
    connect(&m_parts.account, &AccountService::accountSwitched, this, [this] {
        m_insight.reset();
        m_filters->clearEventType();
    });
}

InsightsPage::~InsightsPage() = default;

QString InsightsPage::pageTitle()
{
    return tr("Insights");
}

void InsightsPage::focusList()
{
    if (m_ui->body->currentWidget() == m_ui->table)
        m_ui->table->setFocus(Qt::OtherFocusReason);
    else if (m_ui->body->currentWidget() == m_ui->charts)
        m_ui->board->focusFirst();
    else
        m_ui->periodChip->setFocus(Qt::OtherFocusReason);
    m_wantsFocus = m_ui->body->currentWidget() == m_ui->state;
}

void InsightsPage::showEvent(QShowEvent *event)
{
    ContentPage::showEvent(event);
    reload();
}

void InsightsPage::changeEvent(QEvent *event)
{
    ContentPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &InsightsPage::fitTable, Qt::QueuedConnection);
}

void InsightsPage::reloadSoon()
{
    if (m_parts.insights->isCounting())
        m_changedMeanwhile = true;
    else if (isVisible() && !m_reload.isActive())
        m_reload.start();
}

void InsightsPage::reload()
{
    if (!isVisible())
        return;
    m_reload.stop();
    m_changedMeanwhile = false;
    m_filters->setEventTypes(m_parts.eventTypes.eventTypes());
    const InsightQuery query = m_filters->query();
    m_ui->days->setText(dateRangeText(query.days.first, query.days.end.addDays(-1)));
    m_parts.insights->count(query, this, [this, query](const Result<Insight> &insight) { counted(query, insight); });
    presentState();
}

void InsightsPage::counted(const InsightQuery &query, const Result<Insight> &insight)
{
    m_query = query;
    m_problem = insight ? std::nullopt : std::optional(insight.error());
    m_insight = insight ? std::optional(insight.value()) : std::nullopt;
    present();
    if (m_changedMeanwhile && isVisible())
        m_reload.start();
}

void InsightsPage::present()
{
    if (m_insight) {
        const InsightCharts charts = insightCharts(*m_insight, m_query);
        m_ui->board->present(charts);
        m_model->setRows(insightRows(charts));
        fitTable();
    }
    presentState();
}

void InsightsPage::presentState()
{
    const bool shown = m_insight && !isEmpty(*m_insight);
    m_ui->exportFigures->setEnabled(shown);
    QWidget *const before = m_ui->body->currentWidget();
    if (shown) {
        m_ui->body->setCurrentWidget(m_table->isChecked() ? static_cast<QWidget *>(m_ui->table) : m_ui->charts);
        // Who was waiting for figures goes on with their keys; who chooses another time goes on choosing.
        const QWidget *focused = window()->focusWidget();
        const bool waits = !focused || m_ui->state->isAncestorOf(focused) || (m_wantsFocus && focused == m_ui->periodChip);
        if (before == m_ui->state && isVisible() && waits)
            focusList();
        return;
    }
    m_ui->body->setCurrentWidget(m_ui->state);
    const QString icon = QStringLiteral("insights");
    if (m_problem) {
        const ErrorText text = errorText(*m_problem);
        m_ui->state->present(text.iconName, StatePanel::Tone::Warning, tr("The figures could not be counted"), text.sentence, tr("Count again"), QStringLiteral("refresh"));
    } else if (!m_insight) {
        m_ui->state->present(icon, StatePanel::Tone::Neutral, tr("Counting"), tr("The figures appear in a moment."));
    } else if (const std::optional<Error> unread = m_parts.sync.problem(); unread && m_parts.sync.isFirstFill()) {
        m_ui->state->present(errorText(*unread).iconName, StatePanel::Tone::Warning, tr("Nothing to count yet"),
                             tr("Meetings could not be read. %1 The figures appear by themselves once they were.").arg(whyUnread(*unread)));
    } else if (m_parts.sync.isFirstFill()) {
        m_ui->state->present(icon, StatePanel::Tone::Neutral, tr("Nothing to count yet"), tr("Meetings are still being read. The figures appear by themselves."));
    } else if (isForgotten(m_query)) {
        m_ui->state->present(QStringLiteral("clock"), StatePanel::Tone::Neutral, tr("Not kept on this computer"), keptElsewhereText(m_query.monthsKept),
                             tr("Show the last 90 days"), QStringLiteral("schedule"));
    } else if (!m_filters->eventType().isEmpty()) {
        m_ui->state->present(icon, StatePanel::Tone::Neutral, tr("No meetings of this event type"),
                             tr("Nothing of “%1” is stored for this time.").arg(m_filters->eventTypeName()), tr("Count all event types"), QStringLiteral("close"));
    } else {
        m_ui->state->present(icon, StatePanel::Tone::Accent, tr("No meetings in this time"), tr("Nothing is stored from %1.").arg(m_ui->days->text()),
                             tr("Show the last 90 days"), QStringLiteral("schedule"));
    }
}

void InsightsPage::stateClicked()
{
    if (m_problem)
        reload();
    else if (!isForgotten(m_query) && !m_filters->eventType().isEmpty())
        m_filters->clearEventType();
    else
        m_filters->setPeriod(InsightPeriod::Last90Days);
}

void InsightsPage::openList(const InsightBar &bar)
{
    ScheduleFilter filter;
    filter.when = ScheduleFilter::When::All;
    filter.text = searchFor(bar.words, bar.days.value_or(m_query.days));
    filter.eventType = bar.eventType.isEmpty() ? m_query.eventType : bar.eventType;
    filter.eventTypeName = bar.eventType.isEmpty() ? m_filters->eventTypeName() : bar.label;
    emit listWanted(filter);
}
