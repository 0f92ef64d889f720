// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogfit.h"

#include "stylesheet.h"

#include <QDialog>
#include <QLayout>
#include <QScreen>

#include <algorithm>

void fitDialog(QDialog &dialog, int drawnWidth)
{
    // The style sheet's heights and margins come with polishing, which Qt leaves for the first showing.
    dialog.ensurePolished();
    const QList<QWidget *> parts = dialog.findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->ensurePolished();
    const QSize room = dialog.screen()->availableSize() - QSize(40, 60); // of the window's frame
    QLayout &layout = *dialog.layout();
    layout.activate();
    const int wanted = std::min(qRound(drawnWidth * textGrowth(dialog.font())), room.width());
    const int width = std::max(wanted, layout.totalMinimumSize().width());
    const int height = layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
    dialog.resize(width, std::min(height, room.height()));
}
