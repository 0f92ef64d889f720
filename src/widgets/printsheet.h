// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

#include <QDate>
#include <QObject>
#include <QTextDocument>

class QPrinter;
class QWidget;
class ToastHost;
struct MainWindowParts;

/// Prints the meetings of a day or of a few days as a list, after a look at the pages, or writes them to a PDF file.
class PrintSheet : public QObject
{
    Q_OBJECT

public:
    /// The meetings of `query` from `first` to `last`, which are days of the own clock. Both others outlive the object.
    PrintSheet(const MainWindowParts &parts, ToastHost &toasts, const MeetingQuery &query, QDate first, QDate last, QObject *parent);

    /// Shows the pages, from where they are printed or written to a file. The object goes with the preview.
    void preview(QWidget *window);

    void printOn(QPrinter &printer);
    bool writePdf(const QString &path); ///< tells by a toast what came of it
    const QTextDocument &document() const { return m_document; }

private:
    QString title() const;
    void choosePdf(QWidget *window);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QDate m_first;
    QDate m_last;
    QTextDocument m_document;
};
