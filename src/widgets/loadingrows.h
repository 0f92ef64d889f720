// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// Stands in for the list while it has never been read: grey bars in the shape of rows, and one line of words.
class LoadingRows : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingRows(QWidget *parent = nullptr);
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBars(QPainter &painter, int rowHeight, int rows) const;

    QString m_text;
};
