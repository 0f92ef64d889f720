// SPDX-License-Identifier: GPL-3.0-or-later
#include "manylinksdialog.h"

#include "accountwords.h"
#include "decodedtext.h"
#include "dialogfit.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "format.h"
#include "linkbatch.h"
#include "linkmail.h"
#include "linkservice.h"
#include "linkwriter.h"
#include "mainwindowparts.h"
#include "offlinewords.h"
#include "ordermodel.h"
#include "permissiontext.h"
#include "syncservice.h"
#include "toasthost.h"
#include "ui_manylinksdialog.h"
#include "zones.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardPaths>

namespace {

constexpr int drawnWidth = 620;
constexpr qint64 longestFile = 1024 * 1024;

using State = LinkOrder::State;

QString mailKey()
{
    return QStringLiteral("links/mailText");
}

} // namespace

void ManyLinksDialog::show(const MainWindowParts &parts, ToastHost &toasts, QWidget *over, const QUrl &type)
{
    (new ManyLinksDialog(parts, toasts, over, type))->open();
}

ManyLinksDialog::ManyLinksDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *over, const QUrl &type)
    : QDialog(over)
    , m_ui(std::make_unique<Ui::ManyLinksDialog>())
    , m_parts(parts)
    , m_toasts(toasts)
    , m_batch(parts.links.batch())
    , m_model(new OrderModel(this))
    , m_files(parts, toasts, this)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->orders->setModel(m_model);
    m_ui->orders->header()->setSectionResizeMode(OrderModel::LabelColumn, QHeaderView::Stretch);
    m_ui->orders->header()->setSectionResizeMode(OrderModel::StateColumn, QHeaderView::ResizeToContents);
    m_ui->orders->header()->setSectionResizeMode(OrderModel::LinkColumn, QHeaderView::ResizeToContents);
    const QString mail = m_parts.remembered ? m_parts.remembered(mailKey()).toString() : QString();
    m_ui->mail->setPlainText(mail.isEmpty() ? usualMailText() : mail);
    fillTypes(type);
    connect(m_ui->list, &QPlainTextEdit::textChanged, this, &ManyLinksDialog::presentList);
    connect(m_ui->file, &QPushButton::clicked, this, &ManyLinksDialog::chooseFile);
    connect(m_ui->make, &QPushButton::clicked, this, &ManyLinksDialog::begin);
    connect(m_ui->stop, &QPushButton::clicked, &m_batch, &LinkBatch::stop);
    connect(m_ui->goOn, &QPushButton::clicked, this, &ManyLinksDialog::goOn);
    connect(m_ui->again, &QPushButton::clicked, &m_batch, &LinkBatch::retryUnknown);
    connect(m_ui->copyTable, &QPushButton::clicked, this, [this] { copy(linkColumns(made()), tr("Table copied")); });
    connect(m_ui->saveCsv, &QPushButton::clicked, this, &ManyLinksDialog::saveCsv);
    connect(m_ui->copyMails, &QPushButton::clicked, this, &ManyLinksDialog::copyMails);
    connect(m_ui->startOver, &QPushButton::clicked, this, &ManyLinksDialog::startOver);
    for (QPushButton *close : {m_ui->close, m_ui->closeRun})
        connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_batch, &LinkBatch::changed, this, &ManyLinksDialog::presentRun);
    presentList();
    m_ui->pages->setCurrentWidget(m_batch.state() == LinkBatch::State::Empty ? m_ui->compose : m_ui->run);
    presentRun();
    m_ui->list->setFocus();
    fitDialog(*this, drawnWidth);
}

ManyLinksDialog::~ManyLinksDialog() = default;

void ManyLinksDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::ControlModifier && m_ui->make->isVisible() && m_ui->make->isEnabled())
        return begin();
    QDialog::keyPressEvent(event);
}

void ManyLinksDialog::fillTypes(const QUrl &chosen)
{
    m_types = m_parts.eventTypes.eventTypes();
    m_types.removeIf([](const EventType &type) { return !isBookable(type); });
    for (const EventType &type : std::as_const(m_types)) {
        m_ui->type->addItem(eventTypeTitle(type));
        if (type.uri == chosen)
            m_ui->type->setCurrentIndex(m_ui->type->count() - 1);
    }
}

void ManyLinksDialog::chooseFile()
{
    auto *files = new QFileDialog(this, tr("Open a list"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                  tr("Lists (*.csv *.tsv *.txt);;All files (*)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, &ManyLinksDialog::readFile);
    files->open();
}

void ManyLinksDialog::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestFile) {
        m_ui->found->setText(file.isOpen() ? tr("This file is too big for a list. Nothing was read.") : tr("The file could not be read: %1.").arg(file.errorString()));
        return;
    }
    const DecodedText read = decodedText(file.readAll());
    m_ui->list->setPlainText(read.text);
    if (read.isGuessed)
        m_ui->found->setText(m_ui->found->text() + QLatin1Char(' ') + tr("The file is not UTF-8, so it was read as Windows-1252: look whether letters with accents are right."));
}

void ManyLinksDialog::presentList()
{
    m_list = recipientsIn(m_ui->list->toPlainText());
    const int count = static_cast<int>(m_list.labels.size());
    QStringList sentences;
    const SyncService::Progress reading = m_parts.sync.progress();
    const bool isReading = reading.partsTotal > 0 || reading.inviteesMissing > 0;
    if (count == 0)
        sentences.append(tr("A name in each line, or rows of a spreadsheet with names and addresses."));
    else
        sentences.append(tr("%n links, in about %1.", nullptr, count).arg(ageText(LinkBatch::expected(count, m_parts.sync.budget().limit, isReading))));
    if (m_list.hadHeads)
        sentences.append(tr("The first row names the columns."));
    if (m_list.repeated > 0)
        sentences.append(tr("%n rows are there twice and count once.", nullptr, m_list.repeated));
    if (m_list.tooMany > 0)
        sentences.append(tr("%n rows are too many and are left out.", nullptr, m_list.tooMany));
    if (const QString offline = whyOffline(m_parts, tr("Making links needs the network.")); !offline.isEmpty())
        sentences.append(offline);
    m_ui->found->setText(withAccount(m_parts, sentences.join(QLatin1Char(' '))));
    m_ui->make->setText(count == 0 ? tr("Make links") : tr("Make %n links", nullptr, count));
    m_ui->make->setEnabled(count > 0 && !m_types.isEmpty() && m_parts.sync.isOnline());
}

void ManyLinksDialog::begin()
{
    const Result<Done> begun = m_batch.start(m_types.at(m_ui->type->currentIndex()), m_list.labels);
    if (!begun) {
        m_ui->found->setText(tr("Nothing was begun. %1").arg(errorSentence(begun.error())));
        return;
    }
    m_ui->pages->setCurrentWidget(m_ui->run);
    m_ui->stop->setFocus();
}

void ManyLinksDialog::presentRun()
{
    const QList<LinkOrder> &orders = m_batch.orders();
    QList<OrderRow> rows;
    for (const LinkOrder &order : orders) {
        OrderRow row{.order = order};
        // An address does not change: only that of the newest is read.
        const qsizetype number = rows.size();
        if (number < m_model->rowCount() && m_model->row(static_cast<int>(number)).order.link == order.link)
            row.bookingUrl = m_model->row(static_cast<int>(number)).bookingUrl;
        if (order.state == State::Made && row.bookingUrl.isEmpty()) {
            const std::optional<LinkEntry> entry = m_parts.links.entry(order.link);
            row.bookingUrl = entry ? entry->link.bookingUrl : QUrl();
        } else if (order.state != State::Made && order.problem) {
            row.problem = errorSentence(*order.problem);
        }
        rows.append(row);
    }
    m_model->setRows(rows);
    m_ui->progress->setMaximum(std::max(1, static_cast<int>(orders.size())));
    m_ui->progress->setValue(m_batch.count(State::Made));
    m_ui->summary->setText(runSentence());
    m_ui->why->setText(standsSentence());
    m_ui->why->setVisible(!m_ui->why->text().isEmpty());
    presentButtons();
}

void ManyLinksDialog::presentButtons()
{
    const bool runs = m_batch.state() == LinkBatch::State::Running || m_batch.state() == LinkBatch::State::Stopping;
    const int rest = m_batch.count(State::Waiting) + m_batch.count(State::Failed);
    const int unknown = m_batch.count(State::Unknown);
    const bool any = m_batch.count(State::Made) > 0;
    m_ui->stop->setVisible(runs);
    m_ui->stop->setEnabled(m_batch.state() == LinkBatch::State::Running);
    m_ui->goOn->setVisible(!runs && rest > 0);
    m_ui->goOn->setText(tr("Make the other %n", nullptr, rest));
    m_ui->again->setVisible(!runs && unknown > 0);
    m_ui->startOver->setVisible(!runs);
    for (QWidget *result : {static_cast<QWidget *>(m_ui->results), static_cast<QWidget *>(m_ui->mailTitle), static_cast<QWidget *>(m_ui->mail)})
        result->setVisible(!runs);
    m_ui->results->setEnabled(any);
}

QString ManyLinksDialog::runSentence() const
{
    const QString of = tr("%1 of %n links made", nullptr, static_cast<int>(m_batch.orders().size())).arg(QLocale().toString(m_batch.count(State::Made)));
    return m_batch.orders().isEmpty() ? of : tr("%1 · %2", "how many, event type").arg(of, m_batch.orders().first().eventTypeName);
}

/// Why it stands, what became of the rest, and what is to be done; empty while all is well.
QString ManyLinksDialog::standsSentence() const
{
    QStringList sentences;
    switch (m_batch.state() == LinkBatch::State::Standing ? m_batch.cause() : LinkBatch::Cause::None) {
    case LinkBatch::Cause::Restarted:
        sentences.append(tr("Sundial was closed in between."));
        break;
    case LinkBatch::Cause::Offline:
        sentences.append(tr("Calendly cannot be reached. What waits was not sent."));
        break;
    case LinkBatch::Cause::SignedOut:
        sentences.append(tr("The sign-in ended. Sign in again, then go on."));
        break;
    case LinkBatch::Cause::ScopeMissing:
        sentences.append(missingPermissionSentence({QStringLiteral("scheduling_links:write")}));
        sentences.append(tr("“Permissions…” in the menu of the account tells how to allow it. What waits was not sent."));
        break;
    case LinkBatch::Cause::Trouble:
        sentences.append(tr("It stopped because one link after the other could not be made."));
        break;
    case LinkBatch::Cause::Storage:
        sentences.append(tr("What is to be made could not be written down, so it was not sent."));
        break;
    case LinkBatch::Cause::Asked:
        sentences.append(tr("Stopped. What waits was not sent."));
        break;
    case LinkBatch::Cause::None:
        break;
    }
    if (const int unknown = m_batch.count(State::Unknown); unknown > 0)
        sentences.append(tr("Of %n links nobody knows whether they were made. Making them again may leave a link that nobody has and that expires unused.", nullptr, unknown));
    if (m_batch.state() == LinkBatch::State::Running && m_parts.sync.budget().waiting > 0)
        sentences.append(tr("Waiting for Calendly’s limit of calls. It goes on by itself."));
    return sentences.join(QLatin1Char(' '));
}

void ManyLinksDialog::goOn()
{
    if (m_batch.count(State::Failed) > 0)
        m_batch.retryFailed();
    else
        m_batch.resume();
}

void ManyLinksDialog::startOver()
{
    m_batch.clear();
    m_ui->list->clear();
    m_ui->pages->setCurrentWidget(m_ui->compose);
    m_ui->list->setFocus();
}

QList<LinkEntry> ManyLinksDialog::made() const
{
    QList<LinkEntry> entries;
    for (const LinkOrder &order : m_batch.orders()) {
        if (order.state != State::Made)
            continue;
        if (const std::optional<LinkEntry> entry = m_parts.links.entry(order.link))
            entries.append(*entry);
    }
    return entries;
}

void ManyLinksDialog::copy(const QString &text, const QString &notice)
{
    QGuiApplication::clipboard()->setText(text);
    m_ui->done->setText(notice);
}

void ManyLinksDialog::copyMails()
{
    const QString text = m_ui->mail->toPlainText();
    if (m_parts.remember)
        m_parts.remember(mailKey(), text == usualMailText() ? QString() : text);
    copy(mailTexts(text, made()), tr("Mail texts copied"));
}

void ManyLinksDialog::saveCsv()
{
    const QDate today = wallClock(m_parts.clock(), shownZone(m_parts)).date();
    const ExportSetting setting{.now = m_parts.clock(), .zone = shownZone(m_parts), .locale = locale()};
    m_files.ask(tr("Save links"), tr("Links %1").arg(today.toString(Qt::ISODate)) + QStringLiteral(".csv"),
                [links = made(), setting] { return exportedLinks(links, ExportFormat::Csv, setting); });
}
