// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosticsdialog.h"

#include "diagnosticsservice.h"
#include "diagnosticstext.h"
#include "dialogfit.h"
#include "mainwindowparts.h"
#include "stylesheet.h"
#include "toasthost.h"
#include "ui_diagnosticsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScreen>
#include <QShortcut>
#include <QSysInfo>

#include <algorithm>

namespace {

constexpr int drawnWidth = 640;
constexpr int linesShown = 18;

/// Neither the name of the computer nor a path, which may hold the user's.
Diagnostics::Facts programFacts(bool isDemo)
{
    Diagnostics::Facts facts{{QStringLiteral("Sundial"), QCoreApplication::applicationVersion()},
                             {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
                             {QStringLiteral("System"), QStringLiteral("%1, %2 %3, %4").arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture())},
                             {QStringLiteral("Platform"), QGuiApplication::platformName()}};
    const QString session = qEnvironmentVariable("XDG_SESSION_TYPE");
    if (session == QLatin1String("x11") || session == QLatin1String("wayland"))
        facts.append({QStringLiteral("Session"), session});
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens)
        facts.append({QStringLiteral("Screen"), QStringLiteral("%1 x %2, scale %3, %4 dpi").arg(screen->size().width()).arg(screen->size().height()).arg(screen->devicePixelRatio()).arg(qRound(screen->logicalDotsPerInch()))});
    facts.append({QStringLiteral("Invented data"), isDemo ? QStringLiteral("yes") : QStringLiteral("no")});
    return facts;
}

} // namespace

DiagnosticsDialog::DiagnosticsDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DiagnosticsDialog>())
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    Diagnostics diagnostics = parts.diagnostics->take();
    diagnostics.program = programFacts(parts.demo);
    m_ui->text->setPlainText(diagnosticsText(diagnostics));
    connect(m_ui->copy, &QPushButton::clicked, this, &DiagnosticsDialog::copy);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_ui->copy, &QPushButton::click);
    m_ui->copy->setFocus();
    fit();
}

DiagnosticsDialog::~DiagnosticsDialog() = default;

void DiagnosticsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &DiagnosticsDialog::fit, Qt::QueuedConnection);
}

void DiagnosticsDialog::fit()
{
    m_ui->text->setFont(fixedFont(font()));
    const int wanted = linesShown * QFontMetrics(m_ui->text->font()).lineSpacing() + 18;
    m_ui->text->setFixedHeight(std::min(wanted, screen()->availableSize().height() / 2));
    fitDialog(*this, drawnWidth);
}

void DiagnosticsDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_ui->text->toPlainText());
    m_toasts.show({.text = tr("Diagnostics copied")});
    accept();
}
