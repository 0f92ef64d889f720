// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

/// A filter as a round button: a check mark while it is on, its text, and an arrow when it has a menu.
class Chip : public QToolButton
{
    Q_OBJECT
    Q_PROPERTY(bool closable READ isClosable WRITE setClosable)
    Q_PROPERTY(bool warning READ isWarning WRITE setWarning)

public:
    explicit Chip(QWidget *parent = nullptr);

    bool isClosable() const { return m_closable; }
    void setClosable(bool closable); ///< shows a cross: clicking takes the filter away

    bool isWarning() const { return m_warning; }
    void setWarning(bool warning); ///< what it stands for does not do what was meant

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// What the size follows from besides font and style.
    struct Content
    {
        QString text;
        QString trailing;
        bool checked = false;
        bool operator==(const Content &) const = default;
    };

    QString trailingIcon() const;

    bool m_closable = false;
    bool m_warning = false;
    mutable Content m_measured; ///< what m_hint is the size of
    mutable QSize m_hint; ///< invalid where it has to be found anew
};
