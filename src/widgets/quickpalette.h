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
class DeadLinkCheck;
class PaletteDelegate;
class PaletteModel;
struct MainWindowParts;

/// A window without frame over whatever the user is doing: a few letters and Enter put a single-use link on the clipboard,
/// a digit with Alt that of a pinned type. Afterwards the link can be labelled. Goes on Escape, when it is done, and when
/// something else is clicked; deletes itself then.
class QuickPalette : public QDialog
{
    Q_OBJECT

public:
    explicit QuickPalette(const MainWindowParts &parts);
    ~QuickPalette() override;

    /// Shows it on the screen with the pointer, empty; one that is there already comes to the front.
    void present();
    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Step { Choosing, Labelling, Making, Made, Failed };

    void find(const QString &typed);
    void step(int rows);
    std::optional<EventType> currentType() const;
    bool fieldKey(int key, Qt::KeyboardModifiers modifiers);
    bool labelKey(int key, Qt::KeyboardModifiers modifiers);
    void askForLabel();
    void make(const EventType &type);
    void made(const Result<SchedulingLink> &link);
    void copyOrdinary();
    void copyPinned(int digit);
    void copyAgain();
    void saveLabel();
    void showStep(Step step);
    void showOutcome(const QString &iconName, ColorRole role, const QString &title, const QString &detail);
    void fit();
    QString clipboardSentence() const;

    std::unique_ptr<Ui::QuickPalette> m_ui;
    const MainWindowParts &m_parts;
    PaletteModel *m_model;
    PaletteDelegate *m_delegate;
    DeadLinkCheck *m_check;
    QList<QuickHit> m_hits;
    Step m_step = Step::Choosing;
    EventType m_type; ///< whose link is made
    SchedulingLink m_link;
    QString m_copied; ///< what stands on the clipboard by our doing
};
