// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "savedreasons.h"

#include <QWidget>

#include <memory>
#include <optional>

class FieldHighlighter;
class QToolButton;

namespace Ui {
class ReasonField;
}

/// Where the reason of a cancellation is written: with fields that are filled for each meeting, reasons that were saved,
/// and a count of what is sent.
class ReasonField : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonField(QWidget *parent = nullptr);
    ~ReasonField() override;

    /// To be called once. `parts` outlives the field.
    void setParts(const MainWindowParts &parts);
    QString text() const;
    void setText(const QString &text);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const;
    void append(const QString &text); ///< with a blank before it where one is needed
    void type(const QString &text); ///< at the cursor, which takes the focus
    bool hasCursor() const; ///< the focus is in one of its fields
    /// Says how long the longest of the filled reasons is.
    void showLength(qsizetype filled);

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillFieldMenu();
    void showSaved();
    void markChips();
    void warn();
    void take(const SavedReason &reason);
    void askName();
    void save();
    void makeRoom();
    void paintIcons();

    std::unique_ptr<Ui::ReasonField> m_ui;
    FieldHighlighter *m_highlighter;
    std::optional<SavedReasons> m_saved;
    QList<QToolButton *> m_chips; ///< one for each saved reason, then the one that saves
};
