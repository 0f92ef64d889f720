// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;
struct MainWindowParts;

/// The window's status bar: how fresh the data is, what is selected, how many calls were used, whose clock is shown.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(const MainWindowParts &parts, QWidget *parent = nullptr);
    void setSelectionText(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void setPace(bool countsDown);
    void fit();

    const MainWindowParts &m_parts;
    QLabel *m_syncIcon = nullptr;
    QLabel *m_sync = nullptr;
    QLabel *m_selection = nullptr;
    QLabel *m_calls = nullptr;
    QLabel *m_zoneIcon = nullptr;
    QLabel *m_zone = nullptr;
    QString m_zoneNote; ///< why the zone may not be the right one
    QTimer m_ages;
};
