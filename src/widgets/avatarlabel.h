// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "avatar.h"

#include <QWidget>

/// Initials of a person or an account.
class AvatarLabel : public QWidget
{
    Q_OBJECT

public:
    explicit AvatarLabel(QWidget *parent = nullptr);
    void present(const QString &name, AvatarShape shape);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    AvatarShape m_shape = AvatarShape::Person;
};
