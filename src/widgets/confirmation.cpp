// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmation.h"

#include "accountservice.h"

#include <QAbstractItemView>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace {

/// A card's button that asked is disabled or gone with what it was about; the list has what comes next.
void focusList(const QWidget &page)
{
    const auto lists = page.findChildren<QAbstractItemView *>();
    const auto shown = std::find_if(lists.begin(), lists.end(), [](const QAbstractItemView *list) { return list->isVisible() && list->isEnabled(); });
    if (shown != lists.end())
        (*shown)->setFocus(Qt::OtherFocusReason);
}

} // namespace

void confirm(const Confirmation &words, AccountService &account, QWidget *parent, std::function<void()> then)
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
    const QPointer<QWidget> asked = parent->window()->focusWidget();
    QObject::connect(act, &QPushButton::clicked, parent, [parent, asked, then = std::move(then)] {
        then();
        if (qobject_cast<QAbstractButton *>(asked) && parent->isAncestorOf(asked))
            focusList(*parent);
    });
    QObject::connect(&account, &AccountService::accountSwitched, box, &QDialog::reject);
    box->open();
}
