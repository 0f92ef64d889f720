// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkparameters.h"
#include "linktarget.h"

#include <QDate>
#include <QMap>
#include <QWidget>

class ChoiceBox;
class ColorField;
class FormField;
class QCheckBox;
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QuestionField;
class QVBoxLayout;

/// What a link says beyond its address: where it was published, what is filled in for the person, how its page looks.
class ParametersForm : public QWidget
{
    Q_OBJECT

public:
    /// The questions are those of the target's event type; the page opens on no day before `today`.
    ParametersForm(const LinkTarget &target, QDate today, QWidget *parent = nullptr);

    LinkParameters parameters() const; ///< without what is wrong
    /// Shows what is kept; what is about the person stays as it is.
    void setKept(const LinkParameters &parameters);

signals:
    void changed();

private:
    QVBoxLayout *addSection(const QString &title, const QString &note = {});
    FormField *makeLine(const char *name, const QString &label);
    void addPair(QVBoxLayout *section, QWidget *one, QWidget *other);
    void addOrigin(bool tracked);
    void addPerson();
    void addQuestions();
    void addPage(QDate today);
    FormField *makeColor(const char *name, const QString &label);
    void presentFaults();

    struct Question
    {
        CustomQuestion question;
        QuestionField *field;
    };

    std::optional<EventType> m_type;
    QMap<QString, QLineEdit *> m_lines; ///< by parameter
    QMap<QString, ColorField *> m_colors;
    QMap<QString, QCheckBox *> m_switches;
    QMap<QString, FormField *> m_fields;
    QList<Question> m_questions;
    QPlainTextEdit *m_guests = nullptr;
    ChoiceBox *m_opens = nullptr;
    QDateEdit *m_day = nullptr;
};
