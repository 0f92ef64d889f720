// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

/// A line for a color in six digits, with the color itself at its end, which opens a chooser.
class ColorField : public QLineEdit
{
    Q_OBJECT

public:
    explicit ColorField(QWidget *parent);

    QString color() const; ///< six digits without "#"; empty while none can be read
    bool isWrong() const; ///< something stands there that is no color

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSwatch();
    void choose();

    QAction *m_swatch;
};
