// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightboard.h"

#include "cardlabels.h"
#include "insightlegend.h"
#include "insightpanel.h"
#include "insighttile.h"
#include "stylesheet.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSet>
#include <QVBoxLayout>

namespace {

constexpr int gap = 12;
constexpr int tileWidth = 150; ///< that a figure wants at least
constexpr int columnsWidth = 860; ///< from which on charts stand in two columns

} // namespace

InsightBoard::InsightBoard(QWidget *parent)
    : QWidget(parent)
    , m_tileGrid(new QGridLayout)
    , m_notes(cardName({}, this))
    , m_legend(new InsightLegend(this))
    , m_columns(new QHBoxLayout)
    , m_wide(new QVBoxLayout)
    , m_left(new QVBoxLayout)
    , m_right(new QVBoxLayout)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(20, 16, 16, 20);
    all->setSpacing(gap);
    m_tileGrid->setSpacing(gap);
    m_notes->setObjectName(QStringLiteral("notes"));
    letWrap(*m_notes);
    m_legend->setObjectName(QStringLiteral("legend"));
    all->addLayout(m_tileGrid);
    all->addWidget(m_notes);
    all->addWidget(m_legend, 0, Qt::AlignLeading);
    for (QBoxLayout *part : {m_columns, m_wide, m_left, m_right})
        part->setSpacing(gap);
    all->addLayout(m_wide);
    all->addLayout(m_columns);
    all->addStretch();
    m_columns->addLayout(m_left, 1);
    m_columns->addLayout(m_right, 1);
    m_left->setAlignment(Qt::AlignTop);
    m_right->setAlignment(Qt::AlignTop);
}

void InsightBoard::present(const InsightCharts &charts)
{
    presentFigures(charts.figures);
    m_notes->setText(charts.notes.join(QLatin1Char(' ')));
    m_notes->setVisible(!charts.notes.isEmpty());
    m_legend->present(charts.hasRest, charts.compared);
    presentCharts(charts.charts);
    fit();
}

void InsightBoard::presentFigures(const QList<InsightFigure> &figures)
{
    while (m_tiles.size() < figures.size()) {
        auto *tile = new InsightTile(this);
        connect(tile, &InsightTile::clicked, this, [this, tile] {
            emit pressed({.key = tile->figure().key, .label = tile->figure().title, .words = tile->figure().words});
        });
        m_tiles.append(tile);
    }
    for (qsizetype place = 0; place < figures.size(); ++place)
        m_tiles.at(place)->present(figures.at(place));
}

void InsightBoard::presentCharts(const QList<InsightChart> &charts)
{
    QSet<QString> shown;
    for (const InsightChart &chart : charts) {
        shown.insert(chart.key);
        InsightPanel *panel = panelFor(chart);
        panel->present(chart);
        panel->show();
    }
    for (auto panel = m_panels.cbegin(); panel != m_panels.cend(); ++panel)
        panel.value()->setVisible(shown.contains(panel.key()));
}

/// Charts get their places in the order in which they first come.
InsightPanel *InsightBoard::panelFor(const InsightChart &chart)
{
    if (InsightPanel *known = m_panels.value(chart.key))
        return known;
    auto *panel = new InsightPanel(chart.shape, this);
    connect(panel, &InsightPanel::pressed, this, &InsightBoard::pressed);
    const bool first = m_panels.isEmpty();
    QBoxLayout *column = first ? m_wide : m_left->count() <= m_right->count() ? m_left : m_right;
    column->addWidget(panel);
    m_panels.insert(chart.key, panel);
    return panel;
}

void InsightBoard::focusFirst()
{
    if (!m_tiles.isEmpty())
        m_tiles.constFirst()->setFocus(Qt::OtherFocusReason);
}

void InsightBoard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void InsightBoard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &InsightBoard::fit, Qt::QueuedConnection);
}

/// As many figures beside one another as have room, in rows of the same length.
void InsightBoard::fit()
{
    const double growth = textGrowth(font());
    m_columns->setDirection(width() < columnsWidth * growth ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int fitting = static_cast<int>(width() / (tileWidth * growth));
    placeTiles(fitting >= 6 ? 6 : fitting >= 3 ? 3 : fitting >= 2 ? 2 : 1);
}

void InsightBoard::placeTiles(int columns)
{
    if (columns == m_tileColumns && m_tileGrid->count() == m_tiles.size())
        return;
    for (int column = 0; column < m_tileColumns; ++column)
        m_tileGrid->setColumnStretch(column, 0);
    m_tileColumns = columns;
    for (InsightTile *tile : std::as_const(m_tiles))
        m_tileGrid->removeWidget(tile);
    for (int place = 0; place < m_tiles.size(); ++place)
        m_tileGrid->addWidget(m_tiles.at(place), place / columns, place % columns);
    for (int column = 0; column < columns; ++column)
        m_tileGrid->setColumnStretch(column, 1);
}
