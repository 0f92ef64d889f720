// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitedialog.h"

#include "accountservice.h"
#include "accountwords.h"
#include "dialogfit.h"
#include "organizationservices.h"
#include "plaintext.h"
#include "teamservice.h"
#include "ui_invitedialog.h"
#include "writewords.h"

#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

namespace {

constexpr int drawnWidth = 460;

bool isAddress(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$"));
    return form.match(text).hasMatch();
}

} // namespace

InviteDialog::InviteDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::InviteDialog>())
    , m_parts(parts)
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->promise->setText(withAccount(m_parts, m_ui->promise->text()));
    connect(m_ui->email, &QLineEdit::textEdited, this, [this] { presentProblem({}); });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->invite, &QPushButton::clicked, this, &InviteDialog::invite);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &QDialog::reject);
    presentProblem({});
    fitDialog(*this, drawnWidth);
    m_ui->email->setFocus();
}

InviteDialog::~InviteDialog() = default;

void InviteDialog::presentProblem(const QString &problem)
{
    m_ui->problem->setText(problem);
    m_ui->problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        makeRoom(*this);
}

QString InviteDialog::problem() const
{
    const QString email = m_ui->email->text().trimmed();
    if (!isAddress(email))
        return tr("Write one e-mail address, like ana@example.com.");
    const auto members = m_parts.organization->team.members();
    if (std::any_of(members.cbegin(), members.cend(), [&](const OrganizationMembership &member) { return member.user.email.compare(email, Qt::CaseInsensitive) == 0; }))
        return tr("This person is a member already.");
    const auto invitations = m_parts.organization->team.invitations();
    if (std::any_of(invitations.cbegin(), invitations.cend(), [&](const OrganizationInvitation &invitation) {
            return invitation.email.compare(email, Qt::CaseInsensitive) == 0 && invitation.status == QLatin1String("pending");
        }))
        return tr("An invitation to this address is waiting already. Send that one again, or revoke it.");
    return m_parts.account.account() ? QString() : tr("Sign in again first. Nothing was sent.");
}

void InviteDialog::invite()
{
    if (m_sending)
        return;
    presentProblem(problem());
    if (!m_ui->problem->text().isEmpty())
        return m_ui->email->setFocus();
    m_sending = true;
    m_ui->invite->setEnabled(false);
    m_ui->invite->setText(tr("Sending…"));
    const QString email = m_ui->email->text().trimmed();
    const WriteWords words{.done = tr("An invitation was sent to %1.").arg(isolated(oneLine(email))),
                           .refused = tr("Nobody was invited."),
                           .notDone = tr("The answer was lost, and a look at Calendly shows that no invitation was sent. You can try again."),
                           .unknown = tr("The answer was lost, and Calendly cannot be asked now. An invitation may be on its way: refresh the list before you try again.")};
    m_parts.organization->team.invite(m_parts.account.account()->user, email, &m_toasts,
                         [dialog = QPointer<InviteDialog>(this), toasts = &m_toasts, words](const WriteOutcome &outcome) {
                             if (outcome.kind == WriteOutcome::Kind::Done || !dialog)
                                 toasts->show(toastFor(outcome, words));
                             if (dialog)
                                 dialog->ended(outcome, words);
                         });
}

void InviteDialog::ended(const WriteOutcome &outcome, const WriteWords &words)
{
    if (outcome.kind == WriteOutcome::Kind::Done)
        return accept();
    m_sending = false;
    m_ui->invite->setEnabled(true);
    m_ui->invite->setText(tr("Send invitation"));
    presentProblem(problemText(outcome, words));
}
