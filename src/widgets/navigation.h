// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStandardItemModel>

#include <memory>

class QMenu;
struct MainWindowParts;

namespace Ui {
class Navigation;
}

/// The left side of the window: account, pages, and today's dial. Where large text leaves little room beside it, only the
/// pictures of the pages stay, with their names as tool tips.
class Navigation : public QFrame
{
    Q_OBJECT

public:
    explicit Navigation(const MainWindowParts &parts, QWidget *parent = nullptr);
    ~Navigation() override;

    void addPage(const QString &title, const QString &iconName); ///< in the order of the pages
    void setCurrentPage(int page);
    void setCount(int page, const QString &count, const QString &iconName, const QString &spoken); ///< all empty: none
    QMenu *accountMenu() const { return m_accountMenu; } ///< behind the account's button, empty at first
    void openAccountMenu();

signals:
    void pageChosen(int page);
    void joinRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showAccount();
    QString othersText() const;
    void showMeetingsLeft(int count);
    void fitWidth();

    const MainWindowParts &m_parts;
    std::unique_ptr<Ui::Navigation> m_ui;
    QStandardItemModel m_pages;
    QMenu *m_accountMenu;
    QWidget *m_day = nullptr;
};
