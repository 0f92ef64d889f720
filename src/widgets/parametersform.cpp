// SPDX-License-Identifier: GPL-3.0-or-later
#include "parametersform.h"

#include "bookingdraft.h"
#include "choicebox.h"
#include "colorfield.h"
#include "formfield.h"
#include "questionfield.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int guestLines = 2;
constexpr int mostLetters = 1000;
enum Opens { FirstFree, InMonth, OnDay };

QString key(const char *name)
{
    return QLatin1String(name);
}

QStringList addressesIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    return text.split(between, Qt::SkipEmptyParts);
}

bool asksForPlace(const EventType &type)
{
    return std::any_of(type.places.begin(), type.places.end(), [](const Place &place) { return ::asksForPlace(place); });
}

} // namespace

ParametersForm::ParametersForm(const LinkTarget &target, QDate today, QWidget *parent) : QWidget(parent), m_type(target.type)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(18);
    addOrigin(!target.ledgerId.isEmpty());
    setFocusProxy(m_lines[key("utm_source")]);
    addPerson();
    addQuestions();
    addPage(today);
    column->addStretch();
    presentFaults();
    connect(this, &ParametersForm::changed, this, &ParametersForm::presentFaults);
}

QVBoxLayout *ParametersForm::addSection(const QString &title, const QString &note)
{
    auto *section = new QVBoxLayout;
    section->setSpacing(10);
    auto *head = new QLabel(title, this);
    head->setProperty("strong", true);
    section->addWidget(head);
    if (!note.isEmpty()) {
        auto *words = new QLabel(note, this);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setProperty("textSize", QStringLiteral("small"));
        words->setProperty("tone", QStringLiteral("text2"));
        section->addWidget(words);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(section);
    return section;
}

FormField *ParametersForm::makeLine(const char *name, const QString &label)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(key(name));
    line->setMaxLength(mostLetters);
    connect(line, &QLineEdit::textChanged, this, &ParametersForm::changed);
    m_lines.insert(key(name), line);
    return m_fields[key(name)] = new FormField(label, true, line, this);
}

FormField *ParametersForm::makeColor(const char *name, const QString &label)
{
    auto *line = new ColorField(this);
    line->setObjectName(key(name));
    connect(line, &QLineEdit::textChanged, this, &ParametersForm::changed);
    m_colors.insert(key(name), line);
    return m_fields[key(name)] = new FormField(label, true, line, this);
}

void ParametersForm::addPair(QVBoxLayout *section, QWidget *one, QWidget *other)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(one, 1, Qt::AlignTop);
    row->addWidget(other, 1, Qt::AlignTop);
    section->addLayout(row);
}

void ParametersForm::addOrigin(bool tracked)
{
    QVBoxLayout *section = addSection(tr("Where the link is published"), tr("Comes back with every booking, so that you see what brought it."));
    addPair(section, makeLine("utm_source", tr("Source")), makeLine("utm_medium", tr("Medium")));
    addPair(section, makeLine("utm_campaign", tr("Campaign")), makeLine("utm_term", tr("Term")));
    section->addWidget(makeLine("utm_content", tr("Content")));
    m_lines[key("utm_source")]->setPlaceholderText(tr("newsletter"));
    m_lines[key("utm_medium")]->setPlaceholderText(tr("email"));
    if (tracked) {
        m_lines[key("utm_content")]->setEnabled(false);
        m_lines[key("utm_content")]->setPlaceholderText(tr("Sundial knows the link by this"));
    }
}

void ParametersForm::addPerson()
{
    QVBoxLayout *section = addSection(tr("Filled in for the person"), tr("The person sees it and can change it. Everybody who gets the link can read it."));
    addPair(section, makeLine("name", tr("Name")), makeLine("email", tr("E-mail")));
    if (!m_type || asksForPlace(*m_type))
        section->addWidget(makeLine("location", tr("Place, or phone number for a call")));
    m_guests = new QPlainTextEdit(this);
    m_guests->setObjectName(key("guests"));
    m_guests->setTabChangesFocus(true);
    m_guests->setPlaceholderText(tr("E-mail addresses, up to %1").arg(mostGuests));
    m_guests->setFixedHeight(guestLines * fontMetrics().lineSpacing() + 18);
    connect(m_guests, &QPlainTextEdit::textChanged, this, &ParametersForm::changed);
    m_fields[key("guests")] = new FormField(tr("Guests"), true, m_guests, this);
    section->addWidget(m_fields[key("guests")]);
}

void ParametersForm::addQuestions()
{
    if (!m_type)
        return;
    const QList<CustomQuestion> asked = askedQuestions(*m_type).mid(0, mostPrefilledAnswers);
    if (asked.isEmpty())
        return;
    QVBoxLayout *section = addSection(tr("Answers to its questions"));
    for (CustomQuestion question : asked) {
        question.includeOther = false; // a link cannot say what is not among the choices
        auto *field = new QuestionField(question, this);
        field->setObjectName(answerName(static_cast<int>(m_questions.size())));
        connect(field, &QuestionField::changed, this, &ParametersForm::changed);
        section->addWidget(new FormField(question.name, true, field, this));
        m_questions.append({question, field});
    }
}

void ParametersForm::addPage(QDate today)
{
    QVBoxLayout *section = addSection(tr("How the page looks"), tr("Calendly shows other colors on paid plans only."));
    m_opens = new ChoiceBox(this);
    m_opens->setObjectName(key("opens"));
    m_opens->addItems({tr("The first free month"), tr("The month of"), tr("The day")});
    m_day = new QDateEdit(today, this);
    m_day->setObjectName(key("day"));
    m_day->setMinimumHeight(m_opens->sizeHint().height());
    m_day->setCalendarPopup(true);
    m_day->setMinimumDate(today);
    connect(m_opens, &QComboBox::currentIndexChanged, this, &ParametersForm::changed);
    connect(m_day, &QDateEdit::dateChanged, this, &ParametersForm::changed);
    addPair(section, new FormField(tr("Opens with"), true, m_opens, this), new FormField(tr("Date"), true, m_day, this));
    const auto addSwitch = [this, section](const char *name, const QString &text) {
        auto *box = new QCheckBox(text, this);
        box->setObjectName(key(name));
        connect(box, &QCheckBox::toggled, this, &ParametersForm::changed);
        section->addWidget(box);
        m_switches.insert(key(name), box);
    };
    addSwitch("hide_event_type_details", tr("Hide the details of the event type"));
    addSwitch("hide_gdpr_banner", tr("Hide the cookie banner"));
    addPair(section, makeColor("background_color", tr("Background color")), makeColor("text_color", tr("Text color")));
    addPair(section, makeColor("primary_color", tr("Color of buttons and links")), new QWidget(this));
}

LinkParameters ParametersForm::parameters() const
{
    LinkParameters said;
    const auto say = [&said](const QString &name, const QString &value) {
        if (!value.isEmpty())
            said.insert(name, value);
    };
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line)
        say(line.key(), line.value()->text().trimmed());
    for (auto color = m_colors.begin(); color != m_colors.end(); ++color)
        say(color.key(), color.value()->color());
    for (auto box = m_switches.begin(); box != m_switches.end(); ++box)
        say(box.key(), box.value()->isChecked() ? QStringLiteral("1") : QString());
    for (int i = 0; i < m_questions.size(); ++i)
        say(answerName(i), answerParameter(m_questions.at(i).question, m_questions.at(i).field->answer()));
    say(key("guests"), addressesIn(m_guests->toPlainText()).join(QLatin1Char(',')));
    if (m_opens->currentIndex() != FirstFree)
        say(key("month"), m_day->date().toString(QStringLiteral("yyyy-MM")));
    if (m_opens->currentIndex() == OnDay)
        say(key("date"), m_day->date().toString(Qt::ISODate));
    return said;
}

void ParametersForm::setKept(const LinkParameters &parameters)
{
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        if (worthKeeping({{line.key(), QStringLiteral("x")}}).isEmpty() || !line.value()->isEnabled())
            continue;
        line.value()->setText(parameters.value(line.key()));
    }
    for (auto color = m_colors.begin(); color != m_colors.end(); ++color)
        color.value()->setText(parameters.value(color.key()));
    for (auto box = m_switches.begin(); box != m_switches.end(); ++box)
        box.value()->setChecked(parameters.contains(box.key()));
    for (int i = 0; i < m_questions.size(); ++i) {
        if (const QString said = parameters.value(answerName(i)); !said.isEmpty())
            m_questions.at(i).field->setAnswer(answerFrom(m_questions.at(i).question, said));
    }
}

void ParametersForm::presentFaults()
{
    const QString email = m_lines[key("email")]->text().trimmed();
    m_fields[key("email")]->setFault(email.isEmpty() || isEmailAddress(email) ? QString() : tr("This is not an e-mail address."));
    const QStringList guests = addressesIn(m_guests->toPlainText());
    const bool allAddresses = std::all_of(guests.begin(), guests.end(), isEmailAddress);
    m_fields[key("guests")]->setFault(guests.size() > mostGuests ? tr("Calendly takes up to %1 guests.").arg(mostGuests)
                                          : allAddresses         ? QString()
                                                                 : tr("Not all of these are e-mail addresses."));
    for (auto color = m_colors.begin(); color != m_colors.end(); ++color)
        m_fields[color.key()]->setFault(color.value()->isWrong() ? tr("A color has six digits, 0 to 9 and a to f. It is left out.") : QString());
    m_day->setEnabled(m_opens->currentIndex() != FirstFree);
}
