// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

/// Names the period that is shown, in fewer words where there is little room. Its accessible name has all of them.
class PeriodButton : public QPushButton
{
    Q_OBJECT

public:
    explicit PeriodButton(QWidget *parent = nullptr);

    void present(const QString &whole, const QString &brief);

    QSize sizeHint() const override { return sizeFor(m_whole); }
    QSize minimumSizeHint() const override { return sizeFor(m_brief); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QSize sizeFor(const QString &words) const;
    void chooseText();

    QString m_whole;
    QString m_brief;
};
