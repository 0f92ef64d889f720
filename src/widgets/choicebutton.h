// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

/// One of several ways on: an icon, what it is, and a sentence on it, in more lines where one has no room. Enter chooses it.
class ChoiceButton : public QAbstractButton
{
    Q_OBJECT
    Q_PROPERTY(QString iconName MEMBER m_iconName)
    Q_PROPERTY(QString sentence READ sentence WRITE setSentence)

public:
    explicit ChoiceButton(QWidget *parent = nullptr);

    QString sentence() const { return m_sentence; }
    void setSentence(const QString &sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int wordsLeft() const;
    int roomForWords(int width) const;
    int sentenceHeight(int room) const;
    void paintWords(QPainter &painter) const;

    QString m_iconName;
    QString m_sentence;
};
