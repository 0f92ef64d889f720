// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "schedulefilter.h"

#include <QDate>
#include <QObject>
#include <QTextDocument>

#include <optional>

class MergedMeetings;
class QPrinter;
class QWidget;
class ToastHost;
struct MainWindowParts;

/// Prints the meetings of a day or of a few days, or those that a search found, as a list, after a look at the pages, or
/// writes them to a PDF file.
class PrintSheet : public QObject
{
    Q_OBJECT

public:
    /// The meetings of `query` on `days` of the own clock; without days, all that the query finds, whatever its limit. All that
    /// is referred to outlives the object.
    PrintSheet(const MainWindowParts &parts, ToastHost &toasts, const MergedMeetings &meetings, const MeetingQuery &query,
               const std::optional<DayRange> &days, QObject *parent);

    /// Shows the pages, from where they are printed or written to a file. The object goes with the preview.
    void preview(QWidget *window);

    void printOn(QPrinter &printer);
    bool writePdf(const QString &path); ///< tells by a toast what came of it
    const QTextDocument &document() const { return m_document; }

private:
    Result<QList<MeetingDetails>> read(const MergedMeetings &meetings, const MeetingQuery &query) const;
    QDate today() const;
    QString title() const;
    void choosePdf(QWidget *window);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    const std::optional<DayRange> m_days;
    QTextDocument m_document;
};
