// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardlabels.h"

#include <QLabel>

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent, const QString &textSize, const QString &tone)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    if (!textSize.isEmpty())
        label->setProperty("textSize", textSize);
    if (!tone.isEmpty())
        label->setProperty("tone", tone);
    return label;
}

} // namespace

QLabel *cardValue(const QString &text, QWidget *parent, const QString &textSize, const QString &tone)
{
    QLabel *label = plainLabel(text, parent, textSize, tone);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // A word without blanks, such as a long address, must not make the card wider than its pane.
    label->setMinimumWidth(1);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
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
