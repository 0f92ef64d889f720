// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QVariant>

#include <memory>
#include <optional>

class FocusRing;
class SystemScheme;

/// The look of the whole application: style, palette, style sheet and font. Follows the system's light and dark while it
/// lives; a palette that the system chose for its contrast is kept as it is.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Applies everything to the QApplication, which must exist; before the first window.
    explicit Appearance(QObject *parent = nullptr);
    ~Appearance() override;

    /// Light or dark by the user's wish; nothing: as the system.
    void setDark(std::optional<bool> dark);
    /// All sizes grow with it, 1 is the system's size.
    void setTextScale(double scale);

private:
    void apply();

    QPalette m_systemPalette;
    QFont m_baseFont;
    std::optional<bool> m_wish;
    double m_textScale = 1;
    std::unique_ptr<SystemScheme> m_scheme;
    std::unique_ptr<FocusRing> m_ring;
};

/// How the user's wish for setDark() is remembered.
QString darkWishKey();
QVariant darkWishAsVariant(bool dark);
std::optional<bool> darkWishFrom(const QVariant &remembered); ///< nothing where it is none, or cannot be understood

/// The font that the interface uses when the system's is `system`: that one, or, where the system only offers a generic
/// sans, the first of Inter, Noto Sans and DejaVu Sans that is installed.
QFont interfaceFont(const QFont &system);
