// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulebody.h"

#include "banner.h"
#include "externallinks.h"
#include "loadingrows.h"

#include <QStackedWidget>

ScheduleBody::ScheduleBody(const Places &places, QObject *parent)
    : QObject(parent)
    , m_places(places)
{
    connect(m_places.panel, &StatePanel::buttonClicked, this, [this] { act(m_panelButton); });
    connect(m_places.banner, &Banner::actionClicked, this, [this] { act(m_bannerButton); });
    m_places.banner->dismiss();
}

void ScheduleBody::act(ScheduleButton button)
{
    if (button == ScheduleButton::OpenCalendly)
        openExternally(calendlyMeetings());
    else
        emit acted(button);
}

bool ScheduleBody::isLoading() const
{
    return m_places.body->currentWidget() == m_places.loading;
}

void ScheduleBody::present(const ScheduleFacts &facts, const ScheduleFilter &filter, const AgendaSetting &setting, const SyncService::Progress &progress)
{
    const bool showsViews = facts.drawsDays && !isUnread(facts) && !isUnreadable(facts);
    const std::optional<SchedulePanel> panel = showsViews ? std::nullopt : schedulePanel(facts, filter, setting);
    m_panelButton = panel ? panel->does : ScheduleButton::None;
    if (panel)
        m_places.panel->present(panel->icon, panel->tone, panel->title, panel->sentence, panel->button, panel->buttonIcon,
                                panel->does == ScheduleButton::CopyLink || panel->does == ScheduleButton::SignIn);
    const bool loading = ::isLoading(facts);
    if (loading)
        m_places.loading->setText(loadingText(facts, progress));
    QWidget *wanted = m_places.views;
    if (loading || panel)
        wanted = loading ? static_cast<QWidget *>(m_places.loading) : m_places.panel;
    const bool appear = wanted == m_places.views && m_places.body->currentWidget() != wanted;
    m_places.body->setCurrentWidget(wanted);
    presentBanner(facts, setting);
    if (appear)
        emit viewsAppeared();
}

void ScheduleBody::presentBanner(const ScheduleFacts &facts, const AgendaSetting &setting)
{
    const std::optional<ScheduleBanner> banner = scheduleBanner(facts, setting);
    m_bannerButton = banner ? banner->does : ScheduleButton::None;
    if (banner)
        m_places.banner->present(banner->icon, banner->text, banner->button);
    else
        m_places.banner->dismiss();
}
