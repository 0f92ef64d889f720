// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class QPushButton;
class ToastHost;

namespace Ui {
class ReportDialog;
}

/// Shows a text for a bug report before it is copied. Deletes itself.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString windowTitle;
        QString title;
        QString sentence; ///< what the text holds, and what it does not
        QString copied; ///< says afterwards that it was
    };

    ~ReportDialog() override;

protected:
    /// `toasts` outlives the dialog. Who inherits adds what it has of its own, and then fits it.
    ReportDialog(const Words &words, ToastHost &toasts, QWidget *parent);

    void setText(const QString &text);
    void setSentence(const QString &sentence);
    void addAboveText(QWidget *widget);
    QPushButton *addButton(const QString &name, const QString &text); ///< before those of every report
    void fit();
    ToastHost &toasts() { return m_toasts; }

    void changeEvent(QEvent *event) override;

private:
    void copy(const QString &copied);

    std::unique_ptr<Ui::ReportDialog> m_ui;
    ToastHost &m_toasts;
};
