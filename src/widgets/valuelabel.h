// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

/// A value of a card: foreign text as it is, to be selected, and copied whole by Ctrl+C or from its menu. Reached by Tab.
class ValueLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ValueLabel(const QString &value, QWidget *parent = nullptr);

    QString value() const { return m_value; }
    /// Makes the value a link; `act` says in the menu what it does.
    void setLink(const QString &act);

signals:
    void linkWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setLinkText();
    void copyWhole() const;

    QString m_value;
    QString m_act; ///< empty where the value is no link
};
