// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreportsdialog.h"

#include "choicebox.h"
#include "format.h"
#include "mainwindowparts.h"
#include "showinfolder.h"
#include "toasthost.h"

#include <QPushButton>
#include <QSignalBlocker>

CrashReportsDialog::CrashReportsDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ReportDialog({.windowTitle = tr("Crash reports"),
                    .title = tr("Where Sundial was when it ended unexpectedly"),
                    .sentence = tr("This is in English, for who mends Sundial. It holds no names, addresses, tokens or links, so it can be posted "
                                   "where others read it. Nothing is sent."),
                    .copied = tr("Crash report copied")},
                   toasts, parent)
    , m_parts(parts)
    , m_choice(new ChoiceBox(this))
{
    setObjectName(QStringLiteral("CrashReportsDialog"));
    m_choice->setObjectName(QStringLiteral("choice"));
    m_choice->setAccessibleName(tr("Crash of"));
    addAboveText(m_choice);
    connect(m_choice, &ChoiceBox::currentIndexChanged, this, &CrashReportsDialog::showChosen);
    connect(addButton(QStringLiteral("remove"), tr("&Delete")), &QPushButton::clicked, this, &CrashReportsDialog::removeChosen);
    connect(addButton(QStringLiteral("folder"), tr("Show in &folder")), &QPushButton::clicked, this, [this] { showInFolder(chosen().file); });
    fill();
    fit();
}

void CrashReportsDialog::fill()
{
    m_reports = m_parts.crashes->reports();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const CrashReport &report : std::as_const(m_reports))
        m_choice->addItem(momentText(report.when, shownZone(m_parts), m_parts.clock()));
    m_choice->setVisible(m_reports.size() > 1);
    if (!m_reports.isEmpty())
        showChosen();
}

CrashReport CrashReportsDialog::chosen() const
{
    return m_reports.value(m_choice->currentIndex());
}

void CrashReportsDialog::showChosen()
{
    const QString text = CrashReports::text(chosen());
    setText(text.isEmpty() ? tr("This report cannot be read.") : text);
}

void CrashReportsDialog::removeChosen()
{
    if (!m_parts.crashes->remove(chosen()))
        return setSentence(tr("The report could not be deleted; it is as it was. Make sure that you may write in its folder, then try again."));
    fill();
    if (!m_reports.isEmpty())
        return;
    toasts().show({.text = tr("Crash report deleted")});
    accept();
}
