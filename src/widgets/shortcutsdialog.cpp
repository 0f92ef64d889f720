// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutsdialog.h"

#include "actiontext.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {

void addMenu(QTreeWidget &table, const QMenu &menu)
{
    auto *group = new QTreeWidgetItem({plainActionText(*menu.menuAction()), QString()});
    for (const QAction *action : menu.actions()) {
        if (!action->shortcuts().isEmpty() && action->isVisible())
            group->addChild(new QTreeWidgetItem({plainActionText(*action).remove(QChar(0x2026)), actionKeysText(*action)}));
    }
    if (group->childCount() == 0) {
        delete group;
        return;
    }
    table.addTopLevelItem(group);
    QFont font = table.font();
    font.setWeight(QFont::DemiBold);
    group->setFont(0, font);
    group->setExpanded(true);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QMainWindow &window) : QDialog(&window)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *table = new QTreeWidget(this);
    table->setObjectName(QStringLiteral("shortcuts"));
    table->setAccessibleName(windowTitle());
    table->setHeaderLabels({tr("What it does"), tr("Keys")});
    table->setRootIsDecorated(false);
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->header()->setStretchLastSection(false);
    for (const QAction *action : window.menuBar()->actions()) {
        if (action->menu() && action->isVisible())
            addMenu(*table, *action->menu());
    }
    table->setCurrentItem(table->topLevelItem(0));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 32);
}
