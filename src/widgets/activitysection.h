// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filesaver.h"
#include "listsection.h"

#include <QTimer>

class ActivityCard;
class ActivityService;
class KeyButton;

/// What happened in the organization: searched in Calendly, read a page at a time, and exported whole.
class ActivitySection : public ListSection
{
    Q_OBJECT

public:
    /// `parts` with an organization.
    ActivitySection(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~ActivitySection() override;

    /// Looks in Calendly, a moment after the last letter.
    void setSearch(const QString &text) override;

protected:
    QList<ListRow> rows() const override;
    Reading reading() const override;
    void read() override;
    void presentCurrent() override;

private:
    KeyButton *makeButton(const char *name, const QString &text, const QString &icon);
    void fillExportMenu();
    void exportAs(const QString &suffix);

    ActivityService &m_activity;
    ActivityCard *m_card;
    KeyButton *m_earlier;
    KeyButton *m_export;
    FileSaver m_files;
    QTimer m_moment;
    QString m_words;
    bool m_exporting = false;
};
