// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// A person's initials on a round ground.
class PersonMark : public QWidget
{
    Q_OBJECT

public:
    explicit PersonMark(const QString &initials, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
};
