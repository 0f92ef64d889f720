// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

/// A button that paints a key cap with its shortcut after its text, and says the key in its accessible name. Its look
/// comes from the dynamic property "look": "filled", "tonal", "plain" (default), "danger", "dangerFilled"; set in forms.
class KeyButton : public QPushButton
{
    Q_OBJECT
    Q_PROPERTY(QString keyText READ keyText WRITE setKeyText)
    Q_PROPERTY(bool capYields MEMBER m_capYields)
    Q_PROPERTY(QString iconName READ iconName WRITE setIconName)

public:
    explicit KeyButton(QWidget *parent = nullptr);

    void setText(const QString &text); ///< keeps the accessible name in step
    QString keyText() const { return m_keyText; } ///< "Ctrl+F", "Enter"; shown only, the shortcut itself is an action's
    void setKeyText(const QString &text);
    QString iconName() const { return m_iconName; }
    void setIconName(const QString &name); ///< a drawing of resources/icons in the colour of the button's look

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void sayKey();
    QSize sizeWith(const QString &keyText) const;
    QString shownKey() const; ///< empty where its cap is left out

    QString m_keyText;
    QString m_iconName;
    bool m_capYields = false; ///< where there is little room, the key cap is left out
};
