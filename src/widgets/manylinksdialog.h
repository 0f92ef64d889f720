// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "filesaver.h"
#include "linkentry.h"
#include "recipientlist.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ManyLinksDialog;
}
class LinkBatch;
class OrderModel;
class ToastHost;
struct MainWindowParts;

/// One single-use link for each name of a pasted list or a CSV file: asks for the list, shows how far it is, and gives the
/// links as a table, a file, or letters. Closing it changes nothing; the run goes on and can be shown again. Opens itself
/// and deletes itself.
class ManyLinksDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks for a list, or shows the run that is under way or was left. `type` is chosen first, where it can be booked. All
    /// outlive the dialog.
    static void show(const MainWindowParts &parts, ToastHost &toasts, QWidget *over, const QUrl &type = {});
    ~ManyLinksDialog() override;

    void readFile(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ManyLinksDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *over, const QUrl &type);

    void fillTypes(const QUrl &chosen);
    void chooseFile();
    void presentList();
    void begin();
    void presentRun();
    void presentButtons();
    QString standsSentence() const;
    QString runSentence() const;
    void goOn();
    void startOver();
    QList<LinkEntry> made() const;
    void copy(const QString &text, const QString &notice);
    void saveCsv();
    void copyMails();

    std::unique_ptr<Ui::ManyLinksDialog> m_ui;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    LinkBatch &m_batch;
    OrderModel *m_model;
    FileSaver m_files;
    QList<EventType> m_types;
    RecipientList m_list;
};
