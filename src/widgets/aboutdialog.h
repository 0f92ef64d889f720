// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

/// What this program is, that it is not Calendly's, its licence and its versions. Deletes itself when closed.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};
