// SPDX-License-Identifier: GPL-3.0-or-later
#include "statepanel.h"

#include "icons.h"
#include "stylesheet.h"
#include "ui_statepanel.h"

#include <QEvent>
#include <QPainter>

namespace {

constexpr int discSize = 52;
constexpr int iconSize = 24;

struct ToneColors
{
    ColorRole ink;
    ColorRole disc;
};

ToneColors colorsOf(StatePanel::Tone tone)
{
    switch (tone) {
    case StatePanel::Tone::Accent:
        return {ColorRole::AccentText, ColorRole::AccentSoft};
    case StatePanel::Tone::Warning:
        return {ColorRole::BrassText, ColorRole::BrassSoft};
    case StatePanel::Tone::Danger:
        return {ColorRole::Danger, ColorRole::DangerSoft};
    case StatePanel::Tone::Info:
        return {ColorRole::Info, ColorRole::InfoSoft};
    case StatePanel::Tone::Neutral:
        break;
    }
    return {ColorRole::Text2, ColorRole::Window};
}

QPixmap disc(const QString &iconName, StatePanel::Tone tone, const QPalette &palette, qreal ratio)
{
    const ToneColors colors = colorsOf(tone);
    QPixmap pixmap(QSize(discSize, discSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(colors.disc, palette));
    painter.drawEllipse(0, 0, discSize, discSize);
    constexpr int inset = (discSize - iconSize) / 2;
    painter.drawPixmap(inset, inset, tintedPixmap(iconName, iconSize, themeColor(colors.ink, palette), ratio));
    return pixmap;
}

} // namespace

StatePanel::StatePanel(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::StatePanel>())
{
    m_ui->setupUi(this);
    connect(m_ui->button, &KeyButton::clicked, this, &StatePanel::buttonClicked);
}

StatePanel::~StatePanel() = default;

void StatePanel::present(const QString &iconName, Tone tone, const QString &title, const QString &sentence, const QString &button,
                         const QString &buttonIcon, bool mainAction)
{
    m_iconName = iconName;
    m_tone = tone;
    m_ui->icon->setPixmap(disc(iconName, tone, palette(), devicePixelRatioF()));
    m_ui->title->setText(title);
    m_ui->sentence->setText(sentence);
    // One sentence reads best in lines of some forty letters.
    m_ui->sentence->setMinimumWidth(std::min(m_ui->sentence->fontMetrics().averageCharWidth() * 44,
                                             m_ui->sentence->fontMetrics().horizontalAdvance(sentence) + 2));
    m_ui->button->setText(button);
    m_ui->button->setIconName(buttonIcon);
    m_ui->button->setVisible(!button.isEmpty());
    m_ui->button->setProperty("look", mainAction ? QStringLiteral("filled") : QStringLiteral("plain"));
    restyle(m_ui->button);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void StatePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        m_ui->icon->setPixmap(disc(m_iconName, m_tone, palette(), devicePixelRatioF()));
    QWidget::changeEvent(event);
}
