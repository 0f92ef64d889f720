// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasuredialog.h"

#include "accountservice.h"
#include "accountwords.h"
#include "dialogfit.h"
#include "errortext.h"
#include "offlinewords.h"
#include "organizationservices.h"
#include "syncservice.h"
#include "teamservice.h"
#include "toasthost.h"
#include "ui_erasuredialog.h"
#include "writewords.h"
#include "zones.h"

#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

namespace {

constexpr int drawnWidth = 520;
constexpr int longestMonths = 24;

bool isAddress(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$"));
    return form.match(text).hasMatch();
}

} // namespace

QString ErasureDialog::whyNot(const MainWindowParts &parts)
{
    const auto account = parts.account.account();
    if (!account)
        return tr("Sign in first.");
    if (const QString plan = account->organization.plan; !plan.isEmpty() && plan != QLatin1String("enterprise"))
        return tr("Deleting data comes with the plan Enterprise, for owners and admins. %1").arg(standingText(parts));
    if (parts.organization->team.roleOf(account->user.uri) == Role::User)
        return tr("Only owners and admins can delete data. Your role is User.");
    return whyOffline(parts, tr("This needs the network."));
}

ErasureDialog::ErasureDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ErasureDialog>())
    , m_parts(parts)
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->promise->setText(withAccount(m_parts, m_ui->promise->text()));
    const QDate today = wallClock(m_parts.clock(), shownZone(m_parts)).date();
    m_ui->from->setDate(today.addMonths(-1));
    m_ui->until->setDate(today.addDays(-1));
    connect(m_ui->people, &QRadioButton::toggled, this, &ErasureDialog::choiceChanged);
    connect(m_ui->emails, &QPlainTextEdit::textChanged, this, &ErasureDialog::typed);
    connect(m_ui->from, &QDateEdit::dateChanged, this, &ErasureDialog::typed);
    connect(m_ui->until, &QDateEdit::dateChanged, this, &ErasureDialog::typed);
    connect(m_ui->word, &QLineEdit::textChanged, this, &ErasureDialog::typed);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->erase, &QPushButton::clicked, this, &ErasureDialog::erase);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &QDialog::reject);
    m_ui->wordTitle->setText(tr("To confirm, type “%1”").arg(tr("delete")));
    choiceChanged();
    fitDialog(*this, drawnWidth);
    m_ui->emails->setFocus();
}

ErasureDialog::~ErasureDialog() = default;

bool ErasureDialog::ofPeople() const
{
    return m_ui->people->isChecked();
}

void ErasureDialog::choiceChanged()
{
    m_ui->choice->setCurrentIndex(ofPeople() ? 0 : 1);
    typed();
}

void ErasureDialog::typed()
{
    presentProblem({});
    const bool confirmed = m_ui->word->text().trimmed().compare(tr("delete"), Qt::CaseInsensitive) == 0;
    m_ui->erase->setEnabled(confirmed && !m_sending);
    m_ui->erase->setToolTip(confirmed ? QString() : tr("Type the word first."));
}

QStringList ErasureDialog::emails() const
{
    QStringList emails = m_ui->emails->toPlainText().split(QRegularExpression(QStringLiteral("[\\s,;]+")), Qt::SkipEmptyParts);
    emails.removeDuplicates();
    return emails;
}

/// Whole days of the account's zone, the last one included.
TimeRange ErasureDialog::range() const
{
    const QTimeZone zone = shownZone(m_parts);
    return {.begin = startOfDayUtc(m_ui->from->date(), zone), .end = startOfDayUtc(m_ui->until->date().addDays(1), zone)};
}

QString ErasureDialog::problem() const
{
    if (const QString reason = whyNot(m_parts); !reason.isEmpty())
        return reason;
    if (ofPeople()) {
        const QStringList all = emails();
        const auto wrong = std::find_if_not(all.begin(), all.end(), isAddress);
        if (all.isEmpty())
            return tr("Write at least one e-mail address.");
        return wrong == all.end() ? QString() : tr("“%1” is not an e-mail address.").arg(*wrong);
    }
    if (m_ui->from->date() > m_ui->until->date())
        return tr("The first day comes after the last one.");
    if (range().end > m_parts.clock())
        return tr("Only past days can be chosen: the last one is yesterday at the latest.");
    if (m_ui->from->date().addMonths(longestMonths) < m_ui->until->date())
        return tr("Calendly deletes 24 months at once at most. Choose a shorter time.");
    return {};
}

void ErasureDialog::presentProblem(const QString &problem)
{
    m_ui->problem->setText(problem);
    m_ui->problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        makeRoom(*this);
}

void ErasureDialog::erase()
{
    if (m_sending)
        return;
    if (const QString reason = problem(); !reason.isEmpty())
        return presentProblem(reason);
    m_sending = true;
    m_ui->erase->setEnabled(false);
    m_ui->erase->setText(tr("Sending…"));
    const auto ended = [dialog = QPointer<ErasureDialog>(this), toasts = &m_toasts](const ErasureService::Outcome &outcome) {
        if (dialog && outcome.calendly.kind == WriteOutcome::Kind::Refused)
            return dialog->refused(outcome.calendly);
        tell(*toasts, outcome);
        if (dialog)
            dialog->accept();
    };
    ErasureService &service = m_parts.organization->erasure;
    if (ofPeople())
        service.erasePeople(emails(), &m_toasts, ended);
    else
        service.eraseMeetings(range(), &m_toasts, ended);
}

/// What was typed stays, so that it can be put right.
void ErasureDialog::refused(const WriteOutcome &outcome)
{
    m_sending = false;
    m_ui->erase->setText(tr("Delete for good"));
    typed();
    presentProblem(problemText(outcome, {.done = {}, .refused = tr("Nothing was deleted."), .notDone = {}, .unknown = {}}));
}

void ErasureDialog::tell(ToastHost &toasts, const ErasureService::Outcome &outcome)
{
    const WriteOutcome::Kind kind = outcome.calendly.kind;
    if (outcome.store && kind != WriteOutcome::Kind::Refused)
        return toasts.show({.kind = Toast::Kind::Failed,
                            .text = tr("Calendly was asked to delete the data, but it is still stored on this computer. %1").arg(errorSentence(*outcome.store))});
    toasts.show(toastFor(outcome.calendly, {.done = tr("Calendly deletes the data within 7 days. It is gone from this computer."),
                                            .refused = tr("Nothing was deleted."),
                                            .notDone = {},
                                            .unknown = tr("The answer was lost, and Calendly cannot be asked about it. The data is gone from this computer; "
                                                          "ask Calendly’s support whether it is being deleted there.")}));
}
