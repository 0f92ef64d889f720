// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"

/// Collects the fields of one section, leaving out those without a value.
class CardFields
{
public:
    void add(const QString &label, const QString &value, const CardLink &link = {}) { append({label, value, false, link}); }
    void addBlock(const QString &label, const QString &value) { append({label, value, true, {}}); }
    void add(const QList<CardField> &fields) { m_fields.append(fields); }
    const QList<CardField> &fields() const { return m_fields; }

private:
    void append(const CardField &field)
    {
        if (!field.value.isEmpty())
            m_fields.append(field);
    }

    QList<CardField> m_fields;
};
