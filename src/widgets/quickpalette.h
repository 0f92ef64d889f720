// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quickfind.h"
#include "result.h"
#include "schedulinglink.h"
#include "theme.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class QuickPalette;
}
class ColleagueTypes;
class DeadLinkCheck;
class PaletteRows;
class ToastHost;
struct MainWindowParts;

/// A window without frame over whatever the user is doing: a few letters and Enter put a single-use link on the clipboard,
/// a digit with Alt that of a pinned type. The beginning of a colleague's name finds their types, whose ordinary links can be copied. Afterwards the link can be labelled. Goes on Escape, when it is done, and when
/// something else is clicked; deletes itself then.
class QuickPalette : public QDialog
{
    Q_OBJECT

public:
    /// All outlive it; `window` shows what needs more room.
    QuickPalette(const MainWindowParts &parts, ToastHost &toasts, QWidget *window);
    ~QuickPalette() override;

    /// Shows it on the screen with the pointer, empty; one that is there already comes to the front.
    void present();
    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Step { Choosing, Labelling, Making, Made, Failed, Warned };

    void find(const QString &typed);
    std::optional<EventType> currentType() const;
    QUrl self() const;
    bool isColleagues() const;
    void act();
    void presentHits(const QString &typed);
    bool fieldKey(int key, Qt::KeyboardModifiers modifiers);
    bool labelKey(int key, Qt::KeyboardModifiers modifiers);
    void askForLabel();
    void make(const EventType &type);
    void made(const Result<SchedulingLink> &link);
    void copyOrdinary();
    void warn(const EventType &type, const QString &sentence);
    void copyPinned(int digit);
    void copyAgain();
    void showOpenTimes();
    void saveLabel();
    void showStep(Step step);
    void showOutcome(const QString &iconName, ColorRole role, const QString &title, const QString &detail);
    void fit();

    std::unique_ptr<Ui::QuickPalette> m_ui;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QWidget *m_window;
    PaletteRows *m_rows = nullptr;
    DeadLinkCheck *m_check;
    ColleagueTypes *m_colleagues = nullptr; ///< null where there is no organization
    QList<QuickHit> m_hits;
    Step m_step = Step::Choosing;
    EventType m_type; ///< whose link is made
    SchedulingLink m_link;
    QString m_copied; ///< what stands on the clipboard by our doing
};
