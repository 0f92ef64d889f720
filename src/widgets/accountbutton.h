// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

/// Whose schedule is shown: initials, name and a second line, with the account's menu behind it.
class AccountButton : public QToolButton
{
    Q_OBJECT

public:
    explicit AccountButton(QWidget *parent = nullptr);
    void present(const QString &name, const QString &secondLine);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_secondLine;
};
