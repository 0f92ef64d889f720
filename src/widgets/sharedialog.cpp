// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedialog.h"

#include "accountwords.h"
#include "copynotice.h"
#include "dialogfit.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "format.h"
#include "linkclipboard.h"
#include "linkservice.h"
#include "linktext.h"
#include "placejson.h"
#include "plaintext.h"
#include "shareservice.h"
#include "toasthost.h"
#include "ui_sharedialog.h"
#include "zones.h"

#include <QJsonArray>
#include <QShortcut>

namespace {

constexpr int drawnWidth = 480;
constexpr int workdays = 5; // days that are open, from Monday on
constexpr int anyDay = 7;
constexpr int usualDays = 14;

} // namespace

ShareDialog::ShareDialog(const EventType &type, const std::optional<LinkEntry> &entry, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ShareDialog>())
    , m_type(type)
    , m_entry(entry)
    , m_known(entry && entry->share ? shareOverrideFromJson(entry->share->wanted) : ShareOverride())
    , m_parts(parts)
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->title->setText(m_entry ? tr("Change the link for %1").arg(linkTitle(*m_entry)) : tr("%1, for one person").arg(eventTypeTitle(m_type)));
    m_ui->problem->hide();
    fillIn();
    for (QComboBox *box : {static_cast<QComboBox *>(m_ui->dates), static_cast<QComboBox *>(m_ui->hours), static_cast<QComboBox *>(m_ui->place)})
        connect(box, &QComboBox::currentIndexChanged, this, &ShareDialog::present);
    for (QDateTimeEdit *edit : {static_cast<QDateTimeEdit *>(m_ui->firstDay), static_cast<QDateTimeEdit *>(m_ui->lastDay),
                                static_cast<QDateTimeEdit *>(m_ui->opens), static_cast<QDateTimeEdit *>(m_ui->closes)})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &ShareDialog::present);
    connect(m_ui->send, &QPushButton::clicked, this, &ShareDialog::send);
    connect(m_ui->close, &QPushButton::clicked, this, &ShareDialog::reject);
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_ui->send, &QPushButton::click);
    present();
    fit();
}

ShareDialog::~ShareDialog() = default;

void ShareDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &ShareDialog::fit, Qt::QueuedConnection);
}

void ShareDialog::fit()
{
    fitDialog(*this, drawnWidth);
}

/// As the event type has it, or as the link has it that is changed.
void ShareDialog::fillIn()
{
    const QDate today = wallClock(m_parts.clock(), shownZone(m_parts)).date();
    m_ui->label->setText(m_entry ? m_entry->link.label : QString());
    m_ui->labelHolder->setVisible(!m_entry);
    m_ui->minutes->setValue(static_cast<int>(m_known.duration.value_or(m_type.duration).count()));
    m_ui->dates->addItem(tr("As the event type"), false);
    m_ui->dates->addItem(tr("From a day to another"), true);
    m_ui->hours->addItem(tr("As the event type"), 0);
    m_ui->hours->addItem(tr("Monday to Friday"), workdays);
    m_ui->hours->addItem(tr("Any day"), anyDay);
    m_ui->place->addItem(tr("As the event type"));
    const QJsonArray places = m_type.source.value(QLatin1String("locations")).toArray();
    for (const QJsonValue &each : places) {
        m_ui->place->addItem(placeText(placeFromJson(each)), each.toObject());
        if (!m_known.place.isEmpty() && m_known.place.value(QLatin1String("kind")) == each[QLatin1String("kind")]
            && m_known.place.value(QLatin1String("location")).toString() == each[QLatin1String("location")].toString())
            m_ui->place->setCurrentIndex(m_ui->place->count() - 1);
    }
    m_ui->firstDay->setDate(m_known.from.isValid() ? m_known.from : today);
    m_ui->lastDay->setDate(m_known.until.isValid() ? m_known.until : today.addDays(usualDays));
    m_ui->dates->setCurrentIndex(m_known.from.isValid() ? 1 : 0);
    const QString clock = locale().timeFormat(QLocale::ShortFormat).remove(QLatin1String(":ss"));
    m_ui->opens->setDisplayFormat(clock);
    m_ui->closes->setDisplayFormat(clock);
    for (const AvailabilityRule &rule : m_known.hours) {
        if (rule.intervals.isEmpty())
            continue;
        m_ui->opens->setTime(rule.intervals.first().from);
        m_ui->closes->setTime(rule.intervals.first().to);
        m_ui->hours->setCurrentIndex(m_ui->hours->findData(rule.weekday > workdays ? anyDay : workdays));
    }
    // No request can say "as the event type" once something else was said.
    if (m_known.from.isValid())
        m_ui->dates->removeItem(0);
    if (!m_known.hours.isEmpty())
        m_ui->hours->removeItem(0);
    if (!m_known.place.isEmpty())
        m_ui->place->removeItem(0);
    const QString city = cityOf(QString::fromLatin1(shownZone(m_parts).id()));
    m_ui->note->setText(withAccount(m_parts, m_entry ? tr("The address stays the same. Times are those of %1.").arg(city)
                                : tr("Works once, for 90 days, and can be taken back until it is booked. Times are those of %1.").arg(city)));
}

QString ShareDialog::whyNot() const
{
    if (m_ui->firstDay->isEnabled() && m_ui->lastDay->date() < m_ui->firstDay->date())
        return tr("The last day is before the first.");
    if (m_ui->firstDay->isEnabled() && m_ui->lastDay->date() < wallClock(m_parts.clock(), shownZone(m_parts)).date())
        return tr("These days are over.");
    if (m_ui->opens->isEnabled() && m_ui->closes->time() <= m_ui->opens->time())
        return tr("The hours end before they begin.");
    if (m_ui->opens->isEnabled() && m_ui->opens->time().secsTo(m_ui->closes->time()) < m_ui->minutes->value() * 60)
        return tr("The meeting is longer than the hours.");
    return {};
}

void ShareDialog::present()
{
    const bool ownDates = m_ui->dates->currentData().toBool();
    const bool ownHours = m_ui->hours->currentData().toInt() > 0;
    m_ui->firstDay->setEnabled(ownDates);
    m_ui->lastDay->setEnabled(ownDates);
    m_ui->opens->setEnabled(ownHours);
    m_ui->closes->setEnabled(ownHours);
    const QString why = whyNot();
    m_ui->problem->setText(why);
    m_ui->problem->setVisible(!why.isEmpty());
    m_ui->send->setEnabled(why.isEmpty() && !m_working);
}

ShareOverride ShareDialog::wanted() const
{
    ShareOverride wanted;
    const std::chrono::minutes length(m_ui->minutes->value());
    // Said once, it cannot be taken back; said without need, it takes away the choice of lengths that the event type offers.
    if (m_known.duration || length != m_type.duration)
        wanted.duration = length;
    if (m_ui->firstDay->isEnabled()) {
        wanted.from = m_ui->firstDay->date();
        wanted.until = m_ui->lastDay->date();
    }
    if (m_ui->opens->isEnabled()) {
        const int open = m_ui->hours->currentData().toInt();
        wanted.timezone = QString::fromLatin1(shownZone(m_parts).id());
        for (int day = 1; day <= anyDay; ++day)
            wanted.hours.append({.weekday = day, .intervals = day <= open ? QList<DayInterval>{{m_ui->opens->time(), m_ui->closes->time()}} : QList<DayInterval>()});
    }
    wanted.place = m_ui->place->currentData().toJsonObject();
    return wanted;
}

void ShareDialog::presentWorking(bool working)
{
    m_working = working;
    m_ui->form->setEnabled(!working);
    m_ui->send->setText(m_entry ? (working ? tr("Changing…") : tr("Change link")) : (working ? tr("Making…") : tr("Make and copy")));
    m_ui->send->setEnabled(!working);
    m_ui->close->setEnabled(!working);
}

void ShareDialog::send()
{
    if (m_working)
        return;
    m_sent = wanted(); // before the form is disabled, which is how a part of it says that it does not count
    m_ui->problem->hide();
    presentWorking(true);
    if (!m_entry)
        return m_parts.links.shares().share(m_type, m_ui->label->text().trimmed(), m_sent, this, [this](const Result<SchedulingLink> &link) { made(link); });
    m_parts.links.shares().change(m_entry->link.id, m_sent, this, [this](const Result<Done> &done) {
        if (!done)
            return failed(done.error());
        m_working = false;
        m_toasts.show({.text = tr("The link for %1 is changed. Its address is the same.").arg(isolated(linkTitle(*m_entry)))});
        accept();
    });
}

void ShareDialog::made(const Result<SchedulingLink> &link)
{
    if (!link)
        return failed(link.error());
    m_working = false;
    copyLinkAs(LinkForm::Address, link->bookingUrl, {});
    m_parts.links.countCopy(link->id);
    tellCopied(m_parts, m_toasts, m_type, {.text = withAccountBehind(m_parts, tr("Customized link copied · %1").arg(eventTypeTitle(m_type)))}, hasOwnTimes(m_sent));
    accept();
}

void ShareDialog::failed(const Error &error)
{
    presentWorking(false);
    const QString sentence = error.kind == Error::Kind::Refused && error.httpStatus == 0 ? error.message : errorSentence(error);
    if (m_entry)
        m_ui->problem->setText(tr("The link was not changed, as far as is known. %1").arg(sentence));
    else if (outcomeUnknown(error))
        m_ui->problem->setText(tr("Nobody knows whether the link was made. %1 The page Links looks for it. Nothing was copied.").arg(sentence));
    else
        m_ui->problem->setText(tr("No link was made. %1 The clipboard is as it was.").arg(sentence));
    m_ui->problem->show();
    fit();
}

/// While something is on its way the dialog stays, since only here it is told what came of it.
void ShareDialog::reject()
{
    if (!m_working)
        QDialog::reject();
}
