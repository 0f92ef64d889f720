// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <memory>

struct MainWindowParts;

namespace Ui {
class WelcomePage;
}

/// What somebody without an account sees: three ways in, and what becomes of a sign-in.
class WelcomePage : public QFrame
{
    Q_OBJECT

public:
    explicit WelcomePage(const MainWindowParts &parts, QWidget *parent = nullptr);
    ~WelcomePage() override;

    void focusFirst(); ///< puts the focus on the first way that works

signals:
    void browserChosen();
    void tokenChosen();
    void demoChosen();

private:
    void explain();

    std::unique_ptr<Ui::WelcomePage> m_ui;
};
