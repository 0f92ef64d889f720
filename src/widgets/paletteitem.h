// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <functional>

/// A row of the command palette: something that can be done, in words, and what does it.
struct PaletteItem
{
    QString title; ///< plain text, one line
    QString detail; ///< pale, after the title
    QString keys; ///< that do the same without the palette; empty where there are none
    QString iconName; ///< a drawing of resources/icons; empty where a stripe stands
    int pin = 0; ///< digit of a pinned event type, shown before its stripe
    QString stripe; ///< colour of the event type as the server gave it
    QString verb; ///< what Enter does, where the title does not say it
    QString whyNot; ///< why it cannot be done now; empty where it can
    std::function<void()> run;
};

/// A typed text in words, folded as for a search; ">" before it asks for commands only.
struct PaletteWish
{
    QString text; ///< as typed, without the mark
    QStringList words; ///< folded
    bool commandsOnly = false;
};
PaletteWish paletteWish(const QString &typed);

/// How well `title` answers `words` (folded): each has to begin one of its words or stand within one. Higher is better,
/// 0 is not at all; every title answers no words with 1.
int paletteScore(const QString &title, const QStringList &words);
