// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogfit.h"

#include "stylesheet.h"

#include <QDialog>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace {

QSize roomFor(const QDialog &dialog)
{
    return dialog.screen()->availableSize() - QSize(40, 60); // of the window's frame
}

int heightAt(int width, QLayout &layout)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

} // namespace

void fitDialog(QDialog &dialog, int drawnWidth)
{
    // The style sheet's heights and margins come with polishing, which Qt leaves for the first showing.
    dialog.ensurePolished();
    const QList<QWidget *> parts = dialog.findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->ensurePolished();
    const QSize room = roomFor(dialog);
    QLayout &layout = *dialog.layout();
    layout.activate();
    const int wanted = std::min(qRound(drawnWidth * textGrowth(dialog.font())), room.width());
    const int width = std::max(wanted, layout.totalMinimumSize().width());
    dialog.resize(width, std::min(heightAt(width, layout), room.height()));
}

void makeRoom(QDialog &dialog)
{
    QLayout &layout = *dialog.layout();
    layout.activate();
    const int wanted = std::min(heightAt(dialog.width(), layout), roomFor(dialog).height());
    dialog.resize(dialog.width(), std::max(dialog.height(), wanted));
}
