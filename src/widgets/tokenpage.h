// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"

#include <QFrame>

#include <memory>

namespace Ui {
class TokenPage;
}
class KeyButton;

/// Signing in with a personal access token: pasted, tried with Calendly, shown whose it is and what it allows, and only
/// then kept.
class TokenPage : public QFrame
{
    Q_OBJECT

public:
    explicit TokenPage(AccountService &account, QWidget *parent = nullptr);
    ~TokenPage() override;

    void begin(); ///< empty, with the focus in the field

signals:
    void backRequested();
    void added();

private:
    enum class Step { Empty, Typed, Checking, Checked, Adding };

    void onTextChanged();
    void goOn();
    void check();
    void add();
    void showChecked(const CheckedToken &token);
    void showRefusal(const Error &error);
    void setStep(Step step);
    void hideAnswers();
    void toggleShown();
    void placeShowButton();

    AccountService &m_account;
    std::unique_ptr<Ui::TokenPage> m_ui;
    KeyButton *m_show = nullptr;
    Step m_step = Step::Empty;
    int m_attempt = 0; ///< answers to a text that was changed since are not shown
};
