// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

/// A field with a drawing before its text and a key cap at its end while it is empty and without focus; Escape clears it,
/// and Down goes on to what was found.
class SearchField : public QLineEdit
{
    Q_OBJECT
    Q_PROPERTY(QString keyText READ keyText WRITE setKeyText)
    Q_PROPERTY(QString iconName READ iconName WRITE setIconName)

public:
    explicit SearchField(QWidget *parent = nullptr);

    QString keyText() const { return m_keyText; }
    void setKeyText(const QString &text); ///< "Ctrl+F"; shown only
    QString iconName() const { return m_iconName; }
    void setIconName(const QString &name); ///< "search" unless told

signals:
    void leftDownwards(); ///< Down was pressed, which does nothing in a field of one line

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRoom();

    QString m_keyText;
    QString m_iconName = QStringLiteral("search");
};
