// SPDX-License-Identifier: GPL-3.0-or-later
#include "banner.h"

#include "icons.h"
#include "stylesheet.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

Banner::Banner(QWidget *parent) : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_action(new QToolButton(this))
{
    setObjectName(QStringLiteral("banner"));
    setAttribute(Qt::WA_StyledBackground);
    m_icon->setObjectName(QStringLiteral("bannerIcon"));
    m_text->setObjectName(QStringLiteral("bannerText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("bannerAction"));
    m_action->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 8, 5);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    connect(m_action, &QToolButton::clicked, this, &Banner::actionClicked);
    hide();
}

void Banner::present(const QString &iconName, const QString &text, const QString &action)
{
    const bool news = isHidden() || m_text->text() != text;
    m_iconName = iconName;
    paintIcon();
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
    if (!news)
        return;
    setAccessibleName(text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::dismiss()
{
    hide();
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    QFrame::changeEvent(event);
}

void Banner::paintIcon()
{
    m_icon->setPixmap(tintedPixmap(m_iconName, grownHeight(16, font()), themeColor(ColorRole::BrassText, palette()), devicePixelRatioF()));
}
