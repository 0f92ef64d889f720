// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

/// What a booking link says beyond its address (BEHAVIOUR 15.3 to 15.5): values as they read, by the names that
/// Calendly gives them. What is empty is not said.
using LinkParameters = QMap<QString, QString>;

constexpr int mostPrefilledAnswers = 10; ///< a1 to a10

/// `link` with `parameters`, each in the place of one of the same name; all else in it stays. Values may hold any text:
/// none can end the address, or add a parameter of its own.
QUrl withParameters(const QUrl &link, const LinkParameters &parameters);

/// "a1" for the first question that is asked.
QString answerName(int question);

/// What a link says to answer `question` with `answer`, which reads as a QuestionAnswer does: the text itself, or the
/// numbers of what is chosen. What is not among the choices cannot be said.
QString answerParameter(const CustomQuestion &question, const QString &answer);
/// The answer that answerParameter() made `parameter` of.
QString answerFrom(const CustomQuestion &question, const QString &parameter);

/// "#0B6E4F", "0b6e4f" or "06f" as a link says it, six digits without "#"; empty where it is no color.
QString colorParameter(const QString &typed);

/// Without what is about one person or one day: to be kept for the next.
LinkParameters worthKeeping(LinkParameters parameters);

QJsonObject toJson(const LinkParameters &parameters);
LinkParameters linkParametersFrom(const QJsonObject &json); ///< what is not a text is left out
