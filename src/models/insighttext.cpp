// SPDX-License-Identifier: GPL-3.0-or-later
#include "insighttext.h"

#include "format.h"
#include "keptsince.h"
#include "retentiontext.h"
#include "zones.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Insights)
};

QString soFarText(const QString &soFar, const QString &comparison, bool running)
{
    return running ? Text::tr("So far %1: %2").arg(soFar, comparison) : comparison.left(1).toUpper() + comparison.mid(1);
}

QString beforeText(const QString &before)
{
    return before.isEmpty() ? QString() : Text::tr("Before: %1").arg(before);
}

InsightFigure meetingsFigure(const Insight &insight, bool running, const QLocale &locale)
{
    InsightFigure figure{QStringLiteral("meetings"), Text::tr("Meetings"), locale.toString(insight.whole.meetings), {}, {}, QStringLiteral("is:active")};
    if (insight.comparable) {
        figure.remark = comparisonText(insight.soFar.meetings, insight.before.meetings, running);
        figure.before = locale.toString(insight.before.meetings);
    }
    return figure;
}

InsightFigure hoursFigure(const Insight &insight, bool running)
{
    InsightFigure figure{QStringLiteral("hours"), Text::tr("Time in meetings"), durationText(insight.whole.length), {}, {}, QStringLiteral("is:active")};
    if (insight.comparable) {
        figure.remark = comparisonText(insight.soFar.length, insight.before.length, running);
        figure.before = durationText(insight.before.length);
    }
    return figure;
}

InsightFigure leadFigure(const Insight &insight)
{
    InsightFigure figure{QStringLiteral("lead"), Text::tr("Booked ahead"), {}, {}, {}, QStringLiteral("is:active")};
    figure.value = insight.whole.lead ? leadText(*insight.whole.lead) : Text::tr("Not known");
    if (insight.comparable && insight.before.lead)
        figure.before = leadText(*insight.before.lead);
    figure.remark = figure.before.isEmpty() ? Text::tr("Half of them less, half more") : Text::tr("Half of them less, half more. %1").arg(beforeText(figure.before));
    return figure;
}

InsightFigure showFigure(const Insight &insight, const QLocale &locale)
{
    InsightFigure figure{QStringLiteral("show"), Text::tr("People who came"), Text::tr("Not known"), {}, {}, QStringLiteral("is:active is:noshow")};
    const std::optional<double> rate = showRate(insight.whole);
    if (!rate) {
        figure.remark = Text::tr("Nobody was expected yet");
        return figure;
    }
    figure.value = percentText(*rate, locale);
    figure.remark = insight.whole.noShows == 0 ? Text::tr("Nobody is marked as a no-show")
                                               : Text::tr("%1 of %2 did not come").arg(locale.toString(insight.whole.noShows), locale.toString(insight.whole.expected));
    if (const std::optional<double> before = showRate(insight.before); insight.comparable && before) {
        figure.before = percentText(*before, locale);
        figure.remark += QLatin1String(". ") + beforeText(figure.before);
    }
    return figure;
}

InsightFigure countFigure(const char *key, const QString &title, int whole, int soFar, int before, const QString &words, const Insight &insight, bool running,
                          const QLocale &locale)
{
    InsightFigure figure{QLatin1String(key), title, locale.toString(whole), {}, {}, words};
    if (insight.comparable) {
        figure.remark = comparisonText(soFar, before, running);
        figure.before = locale.toString(before);
    }
    return figure;
}

QString readNote(const Insight &insight, const InsightQuery &query, const QLocale &locale)
{
    const QDateTime begin = rangeOf(query.days, query.zone).begin;
    if (insight.wholeRead)
        return {};
    const QDateTime kept = keptSince(query.now, query.monthsKept);
    if (kept.isValid() && begin < kept && insight.readFrom.isValid() && insight.readFrom <= kept)
        return Text::tr("%1 Earlier ones are not counted.").arg(keptText(query.monthsKept));
    if (insight.readFrom.isValid() && insight.readFrom > begin) {
        const QDate day = wallClock(insight.readFrom, query.zone).date();
        return Text::tr("Counted from meetings stored since %1. Earlier ones are not known here.").arg(plainDateText(day, day.addYears(1), locale));
    }
    return Text::tr("Not all meetings of this time have been read yet. The figures may still grow.");
}

} // namespace

QString meetingsText(int count)
{
    return count == 1 ? Text::tr("1 meeting") : Text::tr("%n meetings", nullptr, count);
}

QString leadText(std::chrono::minutes lead)
{
    constexpr std::chrono::minutes hour{60};
    constexpr std::chrono::minutes twoDays{2 * 24 * 60};
    if (lead < hour)
        return durationText(lead);
    if (lead < twoDays)
        return durationText(std::chrono::minutes((lead + hour / 2) / hour * 60));
    return Text::tr("%n days", nullptr, static_cast<int>((lead.count() + 12 * 60) / (24 * 60)));
}

QString percentText(double share, const QLocale &locale)
{
    // Rounded towards the middle at both ends: 100 % is for all, 0 % for none.
    const double percent = share * 100;
    const int whole = percent > 99 && percent < 100 ? 99 : percent > 0 && percent < 1 ? 1 : qRound(percent);
    return Text::tr("%1 %", "percent").arg(locale.toString(whole));
}

QString comparisonText(int soFar, int before, bool running)
{
    const int more = soFar - before;
    const QString difference = QLocale().toString(std::abs(more));
    const QString words = more == 0 ? Text::tr("as many as before")
        : more > 0                  ? Text::tr("%1 more than before").arg(difference)
                                    : Text::tr("%1 fewer than before").arg(difference);
    return soFarText(QLocale().toString(soFar), words, running);
}

QString comparisonText(std::chrono::minutes soFar, std::chrono::minutes before, bool running)
{
    const std::chrono::minutes more = soFar - before;
    const QString difference = durationText(std::chrono::abs(more));
    const QString words = more.count() == 0 ? Text::tr("as long as before")
        : more.count() > 0                  ? Text::tr("%1 more than before").arg(difference)
                                            : Text::tr("%1 less than before").arg(difference);
    return soFarText(durationText(soFar), words, running);
}

QStringList insightNotes(const Insight &insight, const InsightQuery &query, const QLocale &locale)
{
    QStringList notes{readNote(insight, query, locale)};
    const QString before = dateRangeText(query.before.first, query.before.end.addDays(-1), locale);
    if (!insight.comparable)
        notes.append(Text::tr("Nothing is compared, as the time before is not stored whole."));
    else if (query.now < rangeOf(query.days, query.zone).end)
        notes.append(Text::tr("Compared with %1, as far as this time has gone.").arg(before));
    else
        notes.append(Text::tr("Compared with %1.").arg(before));
    if (insight.whole.peopleUnknown > 0)
        notes.append(insight.whole.peopleUnknown == 1
                         ? Text::tr("The people of 1 meeting are not read yet: who came, who moved and where it came from is not counted.")
                         : Text::tr("The people of %n meetings are not read yet: who came, who moved and where they came from is not counted.", nullptr,
                                    insight.whole.peopleUnknown));
    notes.removeAll(QString());
    return notes;
}

QList<InsightFigure> insightFigures(const Insight &insight, bool running, const QLocale &locale)
{
    const InsightCount &whole = insight.whole;
    return {meetingsFigure(insight, running, locale),
            hoursFigure(insight, running),
            leadFigure(insight),
            showFigure(insight, locale),
            countFigure("canceled", Text::tr("Canceled"), whole.canceled(), insight.soFar.canceled(), insight.before.canceled(),
                        QStringLiteral("is:called-off"), insight, running, locale),
            countFigure("moved", Text::tr("Moved to another time"), whole.moved, insight.soFar.moved, insight.before.moved,
                        QStringLiteral("is:moved-away"), insight, running, locale)};
}
