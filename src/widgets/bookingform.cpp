// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingform.h"

#include "choicebox.h"
#include "bookingtext.h"
#include "format.h"
#include "formfield.h"
#include "plaintext.h"
#include "questionfield.h"
#include "zonebox.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace {

constexpr int guestLines = 2;

QString placeTitle(const Place &place)
{
    const QString where = oneLine(place.location, 80);
    return where.isEmpty() || isConference(place.kind) ? placeText(place) : where;
}

} // namespace

BookingForm::BookingForm(EventType type, QWidget *parent) : QWidget(parent), m_type(std::move(type)), m_places(bookablePlaces(m_type))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(10);
    addPerson();
    addPlace();
    addQuestions();
    addRest();
    column->addStretch();
    presentPlace();
    connect(this, &BookingForm::changed, this, &BookingForm::forgetMended);
}

FormField *BookingForm::add(const char *name, const QString &label, bool required, QWidget *field)
{
    field->setObjectName(QLatin1String(name));
    auto *holder = new FormField(label, required, field, this);
    layout()->addWidget(holder);
    return holder;
}

QLineEdit *BookingForm::addLine(const char *name, const QString &label, bool required, FormField **holder)
{
    auto *line = new QLineEdit(this);
    line->setMaxLength(1000);
    *holder = add(name, label, required, line);
    connect(line, &QLineEdit::textChanged, this, &BookingForm::changed);
    return line;
}

void BookingForm::addPerson()
{
    FormField *lastName = nullptr;
    m_name = addLine("name", tr("Name, or first name"), true, &m_nameField);
    m_lastName = addLine("lastName", tr("Last name"), false, &lastName);
    m_email = addLine("email", tr("E-mail"), true, &m_emailField);
    connect(m_email, &QLineEdit::editingFinished, this, [this] { emit emailEntered(m_email->text().trimmed()); });
    m_zone = new ZoneBox(this);
    m_zoneField = add("zone", tr("Their time zone"), true, m_zone);
    connect(m_zone, &ZoneBox::zoneChosen, this, &BookingForm::changed);
}

void BookingForm::addPlace()
{
    if (m_places.size() > 1) {
        m_place = new ChoiceBox(this);
        m_place->addItem(tr("Choose…"));
        for (const Place &place : m_places)
            m_place->addItem(placeTitle(place), place.rawType);
        m_placeField = add("place", tr("Where"), true, m_place);
        connect(m_place, &QComboBox::currentIndexChanged, this, &BookingForm::presentPlace);
        connect(m_place, &QComboBox::currentIndexChanged, this, &BookingForm::changed);
    }
    m_placeText = addLine("placeText", tr("Place or number of the person"), true, &m_placeTextField);
}

void BookingForm::addQuestions()
{
    for (const CustomQuestion &question : askedQuestions(m_type)) {
        auto *field = new QuestionField(question, this);
        FormField *holder = add("question", question.name, question.required, field);
        field->setObjectName(QStringLiteral("question%1").arg(question.position));
        connect(field, &QuestionField::changed, this, &BookingForm::changed);
        m_questions.append({question, field, holder});
    }
}

void BookingForm::addRest()
{
    m_guests = new QPlainTextEdit(this);
    m_guests->setTabChangesFocus(true);
    m_guests->setPlaceholderText(tr("E-mail addresses, up to %1").arg(mostGuests));
    m_guests->setFixedHeight(guestLines * fontMetrics().lineSpacing() + 18);
    m_guestsField = add("guests", tr("Guests"), false, m_guests);
    connect(m_guests, &QPlainTextEdit::textChanged, this, &BookingForm::changed);
    m_phone = addLine("phone", tr("Mobile number for text reminders"), false, &m_phoneField);
    m_phone->setPlaceholderText(tr("With the country: +49 …"));
}

Place BookingForm::chosenPlace() const
{
    if (m_places.size() == 1)
        return m_places.first();
    const int index = m_place ? m_place->currentIndex() - 1 : -1;
    return m_places.value(index);
}

void BookingForm::presentPlace()
{
    const Place place = chosenPlace();
    m_placeTextField->setVisible(place.kind != Place::Kind::None && asksForPlace(place));
    m_placeText->setPlaceholderText(place.kind == Place::Kind::OutboundCall ? tr("The number that is called: +49 …") : tr("Where the person wants to meet"));
}

BookingDraft BookingForm::draft() const
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    BookingDraft draft{.eventType = m_type.uri,
                       .name = m_name->text().trimmed(),
                       .lastName = m_lastName->text().trimmed(),
                       .email = m_email->text().trimmed(),
                       .timezone = m_zone->zone(),
                       .textReminderNumber = m_phone->text().trimmed(),
                       .guests = m_guests->toPlainText().split(between, Qt::SkipEmptyParts)};
    const Place place = chosenPlace();
    draft.placeKind = place.rawType;
    if (place.kind != Place::Kind::None && asksForPlace(place))
        draft.placeText = m_placeText->text().trimmed();
    else if (place.kind == Place::Kind::Physical || place.kind == Place::Kind::Custom)
        draft.placeText = place.location;
    for (const Question &asked : m_questions) {
        if (const QString answer = asked.field->answer(); !answer.isEmpty())
            draft.answers.append({asked.question.name, answer, asked.question.position});
    }
    return draft;
}

void BookingForm::setDraft(const BookingDraft &draft)
{
    m_name->setText(draft.name);
    m_lastName->setText(draft.lastName);
    m_email->setText(draft.email);
    if (!draft.timezone.isEmpty())
        m_zone->setZone(draft.timezone);
    m_phone->setText(draft.textReminderNumber);
    m_guests->setPlainText(draft.guests.join(QLatin1Char('\n')));
    if (m_place)
        m_place->setCurrentIndex(std::max(m_place->findData(draft.placeKind), 0));
    m_placeText->setText(draft.placeText);
    for (const QuestionAnswer &answer : draft.answers) {
        for (const Question &asked : std::as_const(m_questions)) {
            if (asked.question.name == answer.question)
                asked.field->setAnswer(answer.answer);
        }
    }
}

QString BookingForm::zone() const
{
    return m_zone->zone();
}

void BookingForm::setZone(const QString &zone)
{
    m_zone->setZone(zone);
    emit changed();
}

FormField *BookingForm::fieldOf(const BookingFault &fault) const
{
    switch (fault.field) {
    case BookingFault::Field::Name: return m_nameField;
    case BookingFault::Field::Email: return m_emailField;
    case BookingFault::Field::Zone: return m_zoneField;
    case BookingFault::Field::Phone: return m_phoneField;
    case BookingFault::Field::Place: return m_placeField;
    case BookingFault::Field::PlaceText: return m_placeTextField;
    case BookingFault::Field::Guests: return m_guestsField;
    case BookingFault::Field::Answer: break;
    }
    for (const Question &asked : m_questions) {
        if (asked.question.position == fault.question)
            return asked.holder;
    }
    return nullptr;
}

void BookingForm::showFaults(const QList<BookingFault> &faults)
{
    const QList<FormField *> fields = findChildren<FormField *>();
    for (FormField *field : fields)
        field->setFault({});
    m_faults = faults;
    bool first = true;
    for (const BookingFault &fault : faults) {
        FormField *field = fieldOf(fault);
        if (!field)
            continue;
        field->setFault(faultText(fault));
        if (std::exchange(first, false))
            field->field()->setFocus(Qt::OtherFocusReason);
    }
}

/// What was corrected is no longer called wrong; what is newly wrong is said at the next try.
void BookingForm::forgetMended()
{
    if (m_faults.isEmpty())
        return;
    const QList<BookingFault> left = faultsOf(draft(), m_type);
    m_faults.removeIf([&](const BookingFault &fault) {
        if (left.contains(fault))
            return false;
        if (FormField *field = fieldOf(fault))
            field->setFault({});
        return true;
    });
}
