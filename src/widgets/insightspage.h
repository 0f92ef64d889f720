// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contentpage.h"
#include "filesaver.h"
#include "insightcharts.h"
#include "mainwindowparts.h"
#include "result.h"
#include "schedulefilter.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class InsightsPage;
}
class InsightsFilters;
class InsightTableModel;

/// Figures about the meetings of a time, as charts or as a table; each leads to the meetings that it counts. All of it is
/// counted from what is stored here.
class InsightsPage : public ContentPage
{
    Q_OBJECT

public:
    /// `parts`, which has insights, and `toasts` outlive the page.
    InsightsPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~InsightsPage() override;

    static QString pageTitle();
    QString title() const override { return pageTitle(); }
    void focusList() override;
    QList<QAction *> viewActions() const override { return m_actions; }

signals:
    /// The schedule is to show these meetings.
    void listWanted(const ScheduleFilter &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeHeader();
    void makeActions();
    void makeTable();
    QAction *addViewAction(const char *name, const QString &text, const char *icon, const QKeySequence &key, void (InsightsPage::*act)());

    void reload();
    void reloadSoon();
    void counted(const InsightQuery &query, const Result<Insight> &insight);
    void present();
    void presentState();
    void stateClicked();
    void showCharts();
    void showTable();
    void fitTable();
    void openList(const InsightBar &bar);
    void openRow();
    void copy();
    void exportFigures();

    std::unique_ptr<Ui::InsightsPage> m_ui;
    const MainWindowParts m_parts;
    ToastHost &m_toasts;
    FileSaver m_files;
    InsightsFilters *m_filters = nullptr;
    InsightTableModel *m_model;
    QList<QAction *> m_actions;
    QAction *m_charts = nullptr;
    QAction *m_table = nullptr;
    QTimer m_reload; ///< gathers notices
    bool m_wantsFocus = false; ///< the figures get it when they appear
    bool m_changedMeanwhile = false; ///< since the present count began
    InsightQuery m_query; ///< of what is shown
    std::optional<Insight> m_insight;
    std::optional<Error> m_problem;
};
