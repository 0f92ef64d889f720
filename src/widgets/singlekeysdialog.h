// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QHash>

#include <memory>

namespace Ui {
class SingleKeysDialog;
}
class LetterKeys;
class QTreeWidgetItem;

/// Changes single keys, or switches all of them off; what is chosen holds at once. Deletes itself.
class SingleKeysDialog : public QDialog
{
    Q_OBJECT

public:
    /// `letters` outlives this.
    SingleKeysDialog(LetterKeys &letters, QWidget *parent);
    ~SingleKeysDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fit();
    void present();
    void presentCurrent();
    void choose(const QKeySequence &key);
    QString currentId() const;

    std::unique_ptr<Ui::SingleKeysDialog> m_ui;
    LetterKeys &m_letters;
    QHash<QString, QTreeWidgetItem *> m_items;
};
