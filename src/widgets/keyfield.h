// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

/// A field that takes the next single key instead of text. Tab, Esc and keys with Ctrl, Alt or Meta keep their meaning; Delete
/// and Backspace ask for no key.
class KeyField : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyField(QWidget *parent = nullptr);

    void setKey(const QKeySequence &key);

signals:
    void pressed(const QKeySequence &key); ///< empty for none; nothing was taken over yet

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};
