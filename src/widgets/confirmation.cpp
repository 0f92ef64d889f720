// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmation.h"

#include <QMessageBox>
#include <QPushButton>

void confirm(const Confirmation &words, QWidget *parent, std::function<void()> then)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, words.title, words.question, QMessageBox::NoButton, parent);
    box->setObjectName(words.objectName);
    box->setInformativeText(words.consequences);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *act = box->addButton(words.act, QMessageBox::DestructiveRole);
    QPushButton *keep = box->addButton(words.keep, QMessageBox::RejectRole);
    act->setObjectName(QStringLiteral("confirmed"));
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(act, &QPushButton::clicked, parent, std::move(then));
    box->open();
}
