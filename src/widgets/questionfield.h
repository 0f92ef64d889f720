// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"

#include <QWidget>

class ChoiceBox;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

/// Where a question of an event type is answered: a line, some lines, one choice or several, as the question wants it.
class QuestionField : public QWidget
{
    Q_OBJECT

public:
    QuestionField(const CustomQuestion &question, QWidget *parent);

    QString answer() const; ///< several choices in lines, as the booking page sends them
    void setAnswer(const QString &answer);

signals:
    void changed();

private:
    void addLine();
    void addChoices(const QStringList &choices, bool several);

    QLineEdit *m_line = nullptr; ///< the answer, or what is not among the choices
    QPlainTextEdit *m_lines = nullptr;
    ChoiceBox *m_choice = nullptr;
    QList<QCheckBox *> m_checks;
};
