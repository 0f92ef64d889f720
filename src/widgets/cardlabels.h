// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;
class ValueLabel;

// Labels of a card: plain text that wraps.

/// A value that can be selected with mouse and keys, and copied.
ValueLabel *cardValue(const QString &text, QWidget *parent, const QString &textSize = {}, const QString &tone = {});
/// Lets a label that wraps be as narrow as its place, and as high as its text is then.
void letWrap(QLabel &label);
/// Changes the colour of a label that may have been shown before: "text2", "brass", "danger" …
void setTone(QLabel &label, const QString &tone);
/// The name of a value, or a remark.
QLabel *cardName(const QString &text, QWidget *parent);
/// The title of a section.
QLabel *cardTitle(const QString &text, QWidget *parent);
