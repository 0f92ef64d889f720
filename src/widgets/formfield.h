// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

/// A field of a form below its label, and what is wrong with it below that.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes `field`; `label` may be foreign text.
    FormField(const QString &label, bool required, QWidget *field, QWidget *parent);

    QWidget *field() const { return m_field; }
    void setFault(const QString &fault); ///< empty: nothing is wrong

private:
    QWidget *m_field;
    QLabel *m_fault;
};
