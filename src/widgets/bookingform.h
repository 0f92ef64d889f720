// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingdraft.h"

#include <QWidget>

class ChoiceBox;
class FormField;
class QLineEdit;
class QPlainTextEdit;
class QuestionField;
class ZoneBox;

/// Who is booked, where, and what they answer: the fields that the booking page of an event type has, with the same rules.
class BookingForm : public QWidget
{
    Q_OBJECT

public:
    BookingForm(EventType type, QWidget *parent);

    BookingDraft draft() const; ///< without the start
    void setDraft(const BookingDraft &draft);
    /// Says beside each field what is wrong and goes to the first; nothing where nothing is.
    void showFaults(const QList<BookingFault> &faults);
    QString zone() const;
    void setZone(const QString &zone);

signals:
    void changed();
    void emailEntered(const QString &email);

private:
    void addPerson();
    void addPlace();
    void addQuestions();
    void addRest();
    FormField *add(const char *name, const QString &label, bool required, QWidget *field);
    QLineEdit *addLine(const char *name, const QString &label, bool required, FormField **holder);
    Place chosenPlace() const;
    void presentPlace();
    FormField *fieldOf(const BookingFault &fault) const;
    void forgetMended();

    const EventType m_type;
    const QList<Place> m_places;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_lastName = nullptr;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_placeText = nullptr;
    QPlainTextEdit *m_guests = nullptr;
    ZoneBox *m_zone = nullptr;
    ChoiceBox *m_place = nullptr; ///< null where there is nothing to choose
    FormField *m_nameField = nullptr;
    FormField *m_emailField = nullptr;
    FormField *m_zoneField = nullptr;
    FormField *m_phoneField = nullptr;
    FormField *m_placeField = nullptr;
    FormField *m_placeTextField = nullptr;
    FormField *m_guestsField = nullptr;
    struct Question
    {
        CustomQuestion question;
        QuestionField *field;
        FormField *holder;
    };
    QList<Question> m_questions;
    QList<BookingFault> m_faults; ///< that are shown
};
