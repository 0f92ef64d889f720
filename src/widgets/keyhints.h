// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

/// A row of keys and what they do; the last one stands at the end.
class KeyHints : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHints(QWidget *parent = nullptr);

    struct Hint
    {
        QString key;
        QString words;
    };
    void present(const QList<Hint> &hints);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const Hint &hint) const;
    QFont wordsFont() const;

    QList<Hint> m_hints;
};
