// SPDX-License-Identifier: GPL-3.0-or-later
#include "zonedialog.h"

#include "dialogfit.h"
#include "plaintext.h"
#include "ui_zonedialog.h"

#include <QLineEdit>

namespace {

constexpr int drawnWidth = 420;
constexpr int longestName = 40; ///< of what is repeated

} // namespace

ZoneDialog::ZoneDialog(QWidget *parent) : QDialog(parent), m_ui(std::make_unique<Ui::ZoneDialog>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->zone->setZone({});
    QLineEdit *field = m_ui->zone->lineEdit();
    connect(field, &QLineEdit::textEdited, this, [this] { presentProblem({}); });
    connect(field, &QLineEdit::returnPressed, this, &ZoneDialog::choose); // while places are offered, no button hears of it
    connect(m_ui->zone, &ZoneBox::unknownTyped, this, &ZoneDialog::refuse);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->show, &QPushButton::clicked, this, &ZoneDialog::choose);
    presentProblem({});
    fitDialog(*this, drawnWidth);
    m_ui->zone->setFocus();
}

ZoneDialog::~ZoneDialog() = default;

void ZoneDialog::choose()
{
    m_ui->zone->settle();
    if (!m_ui->zone->zone().isEmpty()) {
        emit chosen(m_ui->zone->zone());
        return accept();
    }
    if (m_ui->zone->currentText().trimmed().isEmpty())
        presentProblem(tr("Type a city first."));
    m_ui->zone->setFocus();
}

/// The words stay to be corrected, and what was chosen before them is not what is meant.
void ZoneDialog::refuse(const QString &typed)
{
    m_ui->zone->setZone({});
    m_ui->zone->setEditText(typed);
    m_ui->zone->lineEdit()->selectAll();
    presentProblem(tr("No city here is called “%1”. Try a large city that has the same time.").arg(isolated(oneLine(typed, longestName))));
}

void ZoneDialog::presentProblem(const QString &problem)
{
    m_ui->problem->setText(problem);
    m_ui->problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        makeRoom(*this);
    m_ui->zone->setAccessibleDescription(problem);
}
