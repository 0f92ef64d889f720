// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class ZoneDialog;
}

/// Asks for the time zone that a calendar shows beside its own. Deletes itself.
class ZoneDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ZoneDialog(QWidget *parent);
    ~ZoneDialog() override;

signals:
    void chosen(const QString &zone); ///< IANA name

private:
    void choose();
    void refuse(const QString &typed);
    void presentProblem(const QString &problem);

    std::unique_ptr<Ui::ZoneDialog> m_ui;
};
