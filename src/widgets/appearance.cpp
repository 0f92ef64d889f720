// SPDX-License-Identifier: GPL-3.0-or-later
#include "appearance.h"

#include "focusring.h"
#include "stylesheet.h"
#include "sundialstyle.h"
#include "systemscheme.h"
#include "theme.h"
#include "widgetresources.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

#include <utility>

namespace {

constexpr double highContrast = 20; // only black on white and the reverse

bool isGeneric(const QString &family)
{
    static const QStringList generic{QStringLiteral("sans"), QStringLiteral("sans-serif"), QStringLiteral("sans serif"),
                                     QStringLiteral("system-ui"), QStringLiteral("helvetica"), QString()};
    return generic.contains(family.toLower());
}

QFont scaled(QFont font, double scale)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * scale));
    else
        font.setPointSizeF(font.pointSizeF() * scale);
    return font;
}

} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent), m_systemPalette(QApplication::palette()), m_baseFont(interfaceFont(QApplication::font())),
      m_scheme(std::make_unique<SystemScheme>()), m_ring(std::make_unique<FocusRing>())
{
    initResources();
    QApplication::setStyle(new SundialStyle);
    connect(m_scheme.get(), &SystemScheme::changed, this, &Appearance::apply);
    apply();
}

Appearance::~Appearance() = default;

void Appearance::setDark(std::optional<bool> dark)
{
    if (std::exchange(m_wish, dark) != dark)
        apply();
}

void Appearance::setTextScale(double scale)
{
    m_textScale = scale;
    apply();
}

void Appearance::apply()
{
    const bool keep = contrast(m_systemPalette.color(QPalette::Window), m_systemPalette.color(QPalette::WindowText)) >= highContrast;
    const QPalette palette = keep && !m_wish ? m_systemPalette : themePalette(m_wish.value_or(m_scheme->isDark()));
    const QFont font = scaled(m_baseFont, m_textScale);
    QApplication::setFont(font);
    QApplication::setPalette(palette);
    qApp->setStyleSheet(styleSheetFor(palette, font));
}

QString darkWishKey()
{
    return QStringLiteral("appearance/colors");
}

QVariant darkWishAsVariant(bool dark)
{
    return dark ? QStringLiteral("dark") : QStringLiteral("light");
}

std::optional<bool> darkWishFrom(const QVariant &remembered)
{
    for (const bool dark : {true, false}) {
        if (remembered == darkWishAsVariant(dark))
            return dark;
    }
    return std::nullopt;
}

QFont interfaceFont(const QFont &system)
{
    QFont font = system;
    if (isGeneric(system.family())) {
        const QStringList families = QFontDatabase::families();
        for (const QString &family : {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")}) {
            if (families.contains(family)) {
                font.setFamily(family);
                // Only with the family does the program choose the size as well.
                font.setPixelSize(13);
                break;
            }
        }
    }
    return font;
}
