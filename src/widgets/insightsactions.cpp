// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of InsightsPage, and the figures as a table.
#include "agendaheader.h"
#include "headerrow.h"
#include "insightrowdelegate.h"
#include "insightspage.h"
#include "insighttablemodel.h"
#include "pageaction.h"
#include "toasthost.h"
#include "ui_insightspage.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>

#include <algorithm>

void InsightsPage::makeHeader()
{
    auto *header = new HeaderRow(m_ui->headerParts, 8);
    header->addWidget(m_ui->title);
    header->addWidget(m_ui->days);
    header->startEnd();
    header->addWidget(m_ui->views);
    header->addWidget(m_ui->exportFigures);
    auto *filters = new FlowRow(m_ui->filterParts, 8);
    filters->addWidget(m_ui->periodChip);
    filters->addWidget(m_ui->ownDays);
    filters->addWidget(m_ui->eventTypeChip);
}

QAction *InsightsPage::addViewAction(const char *name, const QString &text, const char *icon, const QKeySequence &key, void (InsightsPage::*act)())
{
    QAction *action = makePageAction(this, name, text, QLatin1String(icon), key);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    m_actions.append(action);
    return action;
}

void InsightsPage::makeActions()
{
    m_charts = addViewAction("insightCharts", tr("&Charts"), "insights", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_1), &InsightsPage::showCharts);
    m_table = addViewAction("insightTable", tr("&Table"), "event-types", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_2), &InsightsPage::showTable);
    auto *views = new QActionGroup(this);
    for (const auto &[action, button] : {std::pair(m_charts, m_ui->chartsButton), std::pair(m_table, m_ui->tableButton)}) {
        action->setCheckable(true);
        views->addAction(action);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    m_charts->setChecked(true);
    QAction *copyAll = addViewAction("copyFigures", tr("C&opy figures"), "copy", QKeySequence::Copy, &InsightsPage::copy);
    copyAll->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QAction *save = addViewAction("exportFigures", tr("&Export figures…"), "export", QKeySequence::Save, &InsightsPage::exportFigures);
    m_ui->exportFigures->setKeyText(save->shortcut().toString(QKeySequence::NativeText));
}

void InsightsPage::makeTable()
{
    QTreeView &table = *m_ui->table;
    table.setModel(m_model);
    table.setItemDelegate(new InsightRowDelegate(&table));
    table.setHeader(new AgendaHeader(&table));
    table.header()->setMinimumSectionSize(40);
    table.header()->setStretchLastSection(false);
    table.header()->setSectionResizeMode(InsightTableModel::NameColumn, QHeaderView::Stretch);
    connect(&table, &QTreeView::doubleClicked, this, &InsightsPage::openRow);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, &table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &InsightsPage::openRow);
    }
}

/// Each column is as wide as its head and what stands in it.
void InsightsPage::fitTable()
{
    QHeaderView &header = *m_ui->table->header();
    const QStringList heads = InsightTableModel::heads();
    for (int column = 0; column < InsightTableModel::ColumnCount; ++column) {
        if (column == InsightTableModel::NameColumn)
            continue;
        int width = fontMetrics().horizontalAdvance(heads.at(column));
        for (const InsightRow &row : m_model->rows())
            width = std::max(width, fontMetrics().horizontalAdvance(InsightTableModel::cells(row).at(column)));
        header.resizeSection(column, width + 2 * InsightRowDelegate::padding(column) + 2);
    }
}

void InsightsPage::showCharts()
{
    presentState();
    focusList();
}

void InsightsPage::showTable()
{
    presentState();
    if (!m_ui->table->currentIndex().isValid())
        m_ui->table->setCurrentIndex(m_model->index(0, 0));
    focusList();
}

void InsightsPage::openRow()
{
    const QModelIndex index = m_ui->table->currentIndex();
    if (index.isValid() && !m_model->row(index.row()).bar.words.isEmpty())
        openList(m_model->row(index.row()).bar);
}

/// The selected rows of the table; else all.
void InsightsPage::copy()
{
    QList<InsightRow> rows;
    if (m_ui->table->isVisible()) {
        for (const QModelIndex &index : m_ui->table->selectionModel()->selectedRows())
            rows.append(m_model->row(index.row()));
        std::sort(rows.begin(), rows.end(), [this](const InsightRow &one, const InsightRow &other) { return m_model->rowOf(one.key) < m_model->rowOf(other.key); });
    }
    if (rows.isEmpty())
        rows = m_model->rows();
    if (rows.isEmpty() || !m_ui->exportFigures->isEnabled())
        return m_toasts.show({.kind = Toast::Kind::Info, .text = tr("There are no figures to copy.")});
    QGuiApplication::clipboard()->setText(insightLines(rows));
    m_toasts.show({.kind = Toast::Kind::Done, .text = tr("Figures copied as a table")});
}

void InsightsPage::exportFigures()
{
    if (!m_ui->exportFigures->isEnabled())
        return m_toasts.show({.kind = Toast::Kind::Info, .text = tr("There are no figures to export.")});
    const QString name = tr("Insights %1 to %2").arg(m_query.days.first.toString(Qt::ISODate), m_query.days.end.addDays(-1).toString(Qt::ISODate));
    m_files.ask(tr("Export figures"), name + QStringLiteral(".csv"), [rows = m_model->rows()] { return insightCsv(rows); });
}
