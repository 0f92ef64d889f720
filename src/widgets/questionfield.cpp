// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionfield.h"

#include "choicebox.h"
#include "plaintext.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace {

constexpr int linesShown = 3;
constexpr int mostLetters = 10000;

} // namespace

QuestionField::QuestionField(const CustomQuestion &question, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const bool several = question.type == QLatin1String("multi_select");
    if (several || question.type == QLatin1String("single_select"))
        addChoices(question.answerChoices, several);
    if (question.type == QLatin1String("text")) {
        m_lines = new QPlainTextEdit(this);
        m_lines->setTabChangesFocus(true);
        m_lines->setFixedHeight(linesShown * fontMetrics().lineSpacing() + 18);
        connect(m_lines, &QPlainTextEdit::textChanged, this, &QuestionField::changed);
        column->addWidget(m_lines);
        setFocusProxy(m_lines);
    } else if ((m_checks.isEmpty() && !m_choice) || question.includeOther) {
        addLine();
        if (question.type == QLatin1String("phone_number"))
            m_line->setPlaceholderText(tr("With the country: +49 …"));
        else if (question.includeOther)
            m_line->setPlaceholderText(tr("Something else"));
    }
}

void QuestionField::addLine()
{
    m_line = new QLineEdit(this);
    m_line->setMaxLength(mostLetters);
    connect(m_line, &QLineEdit::textChanged, this, &QuestionField::changed);
    layout()->addWidget(m_line);
    if (!focusProxy())
        setFocusProxy(m_line);
}

void QuestionField::addChoices(const QStringList &choices, bool several)
{
    if (several) {
        for (const QString &choice : choices) {
            auto *check = new QCheckBox(oneLine(choice).replace(QLatin1Char('&'), QLatin1String("&&")), this);
            check->setProperty("answer", choice);
            connect(check, &QCheckBox::toggled, this, &QuestionField::changed);
            layout()->addWidget(check);
            m_checks.append(check);
        }
        if (!m_checks.isEmpty())
            setFocusProxy(m_checks.first());
        return;
    }
    m_choice = new ChoiceBox(this);
    m_choice->addItem(tr("Choose…"));
    for (const QString &choice : choices)
        m_choice->addItem(oneLine(choice), choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &QuestionField::changed);
    layout()->addWidget(m_choice);
    setFocusProxy(m_choice);
}

QString QuestionField::answer() const
{
    if (m_lines)
        return m_lines->toPlainText().trimmed();
    const QString typed = m_line ? m_line->text().trimmed() : QString();
    if (m_choice)
        return typed.isEmpty() ? m_choice->currentData().toString() : typed;
    QStringList answers;
    for (const QCheckBox *check : m_checks) {
        if (check->isChecked())
            answers.append(check->property("answer").toString());
    }
    if (!typed.isEmpty())
        answers.append(typed);
    return answers.join(QLatin1Char('\n'));
}

void QuestionField::setAnswer(const QString &answer)
{
    if (m_lines)
        return m_lines->setPlainText(answer);
    QStringList rest;
    for (const QString &part : m_checks.isEmpty() ? QStringList{answer} : answer.split(QLatin1Char('\n'))) {
        bool isChoice = false;
        for (QCheckBox *check : std::as_const(m_checks)) {
            if (check->property("answer").toString() == part) {
                check->setChecked(true);
                isChoice = true;
            }
        }
        if (const int index = m_choice ? m_choice->findData(part) : -1; index >= 0) {
            m_choice->setCurrentIndex(index);
            isChoice = true;
        }
        if (!isChoice)
            rest.append(part);
    }
    if (m_line)
        m_line->setText(rest.join(QStringLiteral(", ")));
}
