// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QPropertyAnimation;
class QSplitter;
class QWidget;

/// Where a page's card stands: beside the list, or in narrow windows in a pane over the list's edge that is opened and
/// closed.
class CardPane : public QObject
{
    Q_OBJECT

public:
    /// `card` is the last widget of `splitter`; both outlive the pane.
    CardPane(QSplitter *splitter, QWidget *card);

    /// How wide the card is beside the list until somebody moves its edge; also after it was folded.
    void setWidth(int width);
    void setWanted(bool wanted); ///< false: there is nothing to show in it
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    bool isWanted() const { return m_wanted; }
    bool isOver() const { return m_folded && m_open && m_wanted; } ///< opened over the list's edge
    bool isOpen() const; ///< the card can be seen
    void toggle(); ///< opens or closes a folded card
    void close();

signals:
    void opening(); ///< last chance to fill the card
    void opened();
    void closed();
    void changed(); ///< where it stands, whether it is open, or whether there is anything to show

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyWidth();
    void slideIn();
    QRect openPlace() const;

    QSplitter *m_splitter;
    QWidget *m_card;
    QPropertyAnimation *m_slide;
    int m_widest; ///< beside the list
    int m_width = 0; ///< beside the list, as it was last; 0 while that is not known
    bool m_folded = false;
    bool m_open = false; ///< while folded
    bool m_wanted = true;
};
