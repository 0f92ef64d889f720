// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class Chip;
class QWidget;

/// Keeps a row of chips to one line: where they do not fit, those that are off give way to one chip whose menu has them
/// all.
class ChipFold : public QObject
{
    Q_OBJECT

public:
    /// `more` stands for what is folded. Both outlive this; `row` has a flow row.
    ChipFold(QWidget *row, Chip *more);

    /// Those that may give way; others of the row are left as they are.
    void setChips(const QList<Chip *> &chips);
    void setWanted(Chip *chip, bool wanted); ///< in place of setVisible()
    void fold();
    int leastWidth() const; ///< of the row in one line, when it is folded

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool stands(Chip *chip, bool folded) const;
    int widthOf(bool folded) const;

    QWidget *m_row;
    Chip *m_more;
    QList<Chip *> m_chips;
    QList<Chip *> m_wanted;
};
