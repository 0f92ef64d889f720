// SPDX-License-Identifier: GPL-3.0-or-later
#include "namequestion.h"

#include "plaintext.h"

#include <QCoreApplication>
#include <QInputDialog>

void askName(QWidget *window, const NameQuestion &question, std::function<void(const QString &)> then)
{
    struct Text
    {
        Q_DECLARE_TR_FUNCTIONS(NameQuestion)
    };
    auto *dialog = new QInputDialog(window);
    dialog->setObjectName(question.objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(Text::tr("Name"));
    dialog->setTextValue(question.suggested);
    dialog->setOkButtonText(question.button);
    dialog->setCancelButtonText(Text::tr("Keep as it is"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, window, [then = std::move(then)](const QString &typed) {
        if (const QString name = oneLine(typed, longestName); !name.isEmpty())
            then(name);
    });
    dialog->open();
}
