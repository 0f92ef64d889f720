// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountmark.h"

#include <QToolButton>

/// Whose schedule is shown: initials, name and a second line, with the account's menu behind it.
class AccountButton : public QToolButton
{
    Q_OBJECT

public:
    explicit AccountButton(QWidget *parent = nullptr);
    void present(const AccountMark &account, const QString &secondLine);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AccountMark m_account;
    QString m_secondLine;
};
