// SPDX-License-Identifier: GPL-3.0-or-later
#include "aboutdialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QSysInfo>

namespace {

QLabel *line(const QString &text, const char *size, const char *tone, bool strong)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setProperty("textSize", QLatin1String(size));
    label->setProperty("tone", QLatin1String(tone));
    label->setProperty("strong", strong);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Sundial"));

    auto *icon = new QLabel;
    icon->setPixmap(QIcon(QStringLiteral(":/icons/sundial.svg")).pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(line(tr("Sundial %1").arg(QCoreApplication::applicationVersion()), "title", "", true));
    words->addWidget(line(tr("Unofficial. Not made by Calendly."), "", "", true));
    words->addWidget(line(tr("A desktop client for the Calendly scheduling service. Calendly is a trademark of its owner; this "
                             "program has no connection with the company."), "", "text2", false));
    words->addWidget(line(tr("Free software under the GNU General Public License, version 3 or later, without any warranty."), "", "text2", false));
    words->addWidget(line(tr("Qt %1, %2").arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName()), "small", "text3", false));

    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addLayout(row);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
}
