// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreportsdialog.h"

#include "choicebox.h"
#include "format.h"
#include "mainwindowparts.h"
#include "showinfolder.h"
#include "toasthost.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

CrashReportsDialog::CrashReportsDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ReportDialog({.windowTitle = tr("Crash reports"),
                    .title = tr("Where Sundial was when it ended unexpectedly"),
                    .sentence = tr("The report is in English, for those who mend Sundial. It holds no names, addresses, tokens or links, so it can be posted "
                                   "where others read it. Nothing is sent."),
                    .copied = tr("Crash report copied")},
                   toasts, parent)
    , m_parts(parts)
    , m_choiceRow(new QWidget(this))
    , m_choice(new ChoiceBox(m_choiceRow))
{
    setObjectName(QStringLiteral("CrashReportsDialog"));
    m_choice->setObjectName(QStringLiteral("choice"));
    auto *label = new QLabel(tr("E&nded on"), m_choiceRow);
    label->setBuddy(m_choice);
    m_choiceRow->setFocusProxy(m_choice); // for the order of keys
    auto *row = new QHBoxLayout(m_choiceRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_choice);
    row->addStretch();
    addAboveText(m_choiceRow);
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
    m_choiceRow->setVisible(m_reports.size() > 1);
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
