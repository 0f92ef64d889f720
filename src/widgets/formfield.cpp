// SPDX-License-Identifier: GPL-3.0-or-later
#include "formfield.h"

#include "plaintext.h"
#include "stylesheet.h"

#include <QLabel>
#include <QVBoxLayout>

FormField::FormField(const QString &label, bool required, QWidget *field, QWidget *parent) : QWidget(parent), m_field(field), m_fault(new QLabel(this))
{
    const QString plain = oneLine(label);
    auto *head = new QLabel(required ? plain : tr("%1 (optional)").arg(plain), this);
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    head->setProperty("textSize", QStringLiteral("small"));
    head->setProperty("strong", true);
    head->setProperty("tone", QStringLiteral("text2"));
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setProperty("textSize", QStringLiteral("small"));
    m_fault->setProperty("tone", QStringLiteral("danger"));
    m_fault->hide();
    m_field->setAccessibleName(head->text());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(head);
    column->addWidget(m_field);
    column->addWidget(m_fault);
}

void FormField::setFault(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_field->setAccessibleDescription(fault);
    if (m_field->property("error").toBool() == !fault.isEmpty())
        return;
    m_field->setProperty("error", !fault.isEmpty());
    restyle(m_field);
}
