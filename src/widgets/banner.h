// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

/// A line above a page's body on a soft warning ground: "Offline since 09:58. Shown as of 09:57."
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    void present(const QString &iconName, const QString &text, const QString &action = {}); ///< shows it
    void dismiss(); ///< hides it

signals:
    void actionClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QString m_iconName;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_action = nullptr;
};
