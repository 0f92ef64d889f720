// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardlabels.h"

#include "valuelabel.h"

#include <QStyle>

namespace {

void dress(QLabel &label, const QString &textSize, const QString &tone)
{
    if (!textSize.isEmpty())
        label.setProperty("textSize", textSize);
    if (!tone.isEmpty())
        label.setProperty("tone", tone);
}

QLabel *plainLabel(const QString &text, QWidget *parent, const QString &textSize, const QString &tone)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    dress(*label, textSize, tone);
    return label;
}

} // namespace

ValueLabel *cardValue(const QString &text, QWidget *parent, const QString &textSize, const QString &tone)
{
    auto *label = new ValueLabel(text, parent);
    dress(*label, textSize, tone);
    letWrap(*label);
    return label;
}

void letWrap(QLabel &label)
{
    // A word without blanks, such as a long address, must not make the card wider than its pane.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label.setSizePolicy(policy);
    label.setMinimumWidth(1);
}

QLabel *cardName(const QString &text, QWidget *parent)
{
    return plainLabel(text, parent, QStringLiteral("small"), QStringLiteral("text2"));
}

QLabel *cardTitle(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent, QStringLiteral("small"), QStringLiteral("text2"));
    label->setProperty("strong", true);
    return label;
}

void setTone(QLabel &label, const QString &tone)
{
    if (label.property("tone").toString() == tone)
        return;
    label.setProperty("tone", tone);
    // A style sheet looks at properties only when it polishes.
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}
