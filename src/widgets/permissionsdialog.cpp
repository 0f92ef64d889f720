// SPDX-License-Identifier: GPL-3.0-or-later
#include "permissionsdialog.h"

#include "accountservice.h"
#include "dialogfit.h"
#include "errortext.h"
#include "ui_permissionsdialog.h"

#include <QScreen>

#include <algorithm>

namespace {

constexpr int drawnWidth = 560;

} // namespace

PermissionsDialog::PermissionsDialog(const MainWindowParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PermissionsDialog>())
    , m_parts(parts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    const std::optional<Account> account = m_parts.account.account();
    const bool again = account && !account->personalToken && m_parts.canSignInWithBrowser;
    m_ui->title->setText(account ? tr("What Sundial may do for %1").arg(account->user.name) : tr("Permissions"));
    m_ui->list->setTitle(tr("What this sign-in allows"));
    m_ui->list->setMissingAllowable(again);
    m_ui->signInAgain->setVisible(account && account->personalToken);
    connect(m_ui->list, &PermissionList::allowWanted, this, [this](const QString &scope) { leaveFor({scope}); });
    connect(m_ui->signInAgain, &QPushButton::clicked, this, [this] { leaveFor({}); });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &QDialog::reject);
    m_ui->area->viewport()->setAutoFillBackground(false);
    m_ui->list->setAutoFillBackground(false);
    m_ui->close->setFocus();
    read();
}

PermissionsDialog::~PermissionsDialog() = default;

void PermissionsDialog::read()
{
    m_ui->area->hide();
    m_ui->sentence->setText(tr("Asking Calendly…"));
    fitDialog(*this, drawnWidth);
    m_parts.account.readPermissions(this, [this](const Result<QList<Permission>> &permissions) {
        if (permissions)
            return present(*permissions);
        const ErrorText text = errorText(permissions.error());
        m_ui->sentence->setText(tr("%1: this cannot be found out now. Nothing was changed.").arg(text.title));
        fitDialog(*this, drawnWidth);
    });
}

void PermissionsDialog::present(const QList<Permission> &permissions)
{
    const auto is = [](Permission::State state) { return [state](const Permission &permission) { return permission.state == state; }; };
    const bool anyMissing = std::any_of(permissions.begin(), permissions.end(), is(Permission::State::Missing));
    const bool anyUnknown = std::any_of(permissions.begin(), permissions.end(), is(Permission::State::Unknown));
    QStringList sentences;
    if (!anyMissing)
        sentences += anyUnknown ? tr("Nothing is known to be missing.") : tr("Everything that Sundial can do is allowed.");
    else if (m_ui->signInAgain->isHidden())
        sentences += tr("What is missing stays visible but locked. It can be allowed in the browser; all else stays as it is.");
    else
        sentences += tr("What is missing stays visible but locked. A token made with it unlocks it.");
    if (anyUnknown)
        sentences += tr("Whether a token may write cannot be tried without writing.");
    m_ui->sentence->setText(sentences.join(QLatin1Char(' ')));
    m_ui->list->present(permissions);
    m_ui->area->show();
    fitDialog(*this, drawnWidth); // from here on the list knows its height
    // A scroll area asks for less than its content where that is long.
    m_ui->area->setMinimumHeight(std::min(m_ui->list->sizeHint().height(), screen()->availableSize().height() * 3 / 5));
    fitDialog(*this, drawnWidth);
}

void PermissionsDialog::leaveFor(const QStringList &furtherScopes)
{
    emit signInWanted(furtherScopes);
    close();
}
