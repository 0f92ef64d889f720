// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listmodel.h"
#include "mainwindowparts.h"
#include "reading.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ListSection;
}
class CardPane;
class QAction;
class QAbstractItemView;
class StatePanel;
class ToastHost;
class WordFilter;

/// What a section says of its list.
struct SectionWords
{
    QString things; ///< "Members", as a list is named and at the beginning of a sentence
    QString reading; ///< "Reading the members…"
    QString iconName; ///< where there is none
    QString noneTitle;
    QString none; ///< a sentence: why, or what comes here
    QString notAllowed; ///< a sentence: which role or plan is needed
    QString scope; ///< the permission that reading takes
};

/// A part of a page: a list with a card beside it, or what is the case where there is nothing to list.
class ListSection : public QWidget
{
    Q_OBJECT

public:
    ~ListSection() override;

    QString title() const { return m_words.things; }
    /// Buttons that stand in the page's header while the section is shown.
    QList<QWidget *> headButtons() const { return m_headButtons; }
    virtual void setSearch(const QString &text);
    void focusList();
    void refresh(); ///< by the user's wish
    QWidget *listPlace() const;

signals:
    void statusText(const QString &text);
    void ageText(const QString &text); ///< "As of 10:00", or nothing
    void searchCleared();
    void permissionsWanted(); ///< to see, and allow, what is missing

protected:
    /// `widths` of the columns after the first, in digits; what does not fit is hidden from the end.
    ListSection(const MainWindowParts &parts, ToastHost &toasts, SectionWords words, const QStringList &heads, QList<int> widths, QWidget *parent);

    virtual QList<ListRow> rows() const = 0;
    virtual Reading reading() const = 0;
    virtual void read() = 0;
    virtual void presentCurrent() = 0; ///< another row is current, or the same with other words

    void setCard(QWidget *card); ///< once; the splitter takes it
    void addHeadButton(QWidget *button) { m_headButtons.append(button); }
    void addListAction(QAction *action); ///< acts in the list only, and stands in its menu
    QString currentKey() const; ///< empty where there is none
    void allowSeveral(); ///< to be selected at once
    QStringList selectedKeys() const; ///< from the top
    void reload();
    bool isOnline() const;
    QString whyOffline() const; ///< why a write cannot be sent now; empty where it can
    QTimeZone zone() const;

    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

    const MainWindowParts m_parts;
    ToastHost &m_toasts;

private:
    void prepareList();
    void fit();
    void fitColumns();
    void readIfOld();
    void showCurrent();
    void showState();
    void showNothing(StatePanel &panel);
    void showBanner();
    void showAge();
    void stateButtonClicked();

    std::unique_ptr<Ui::ListSection> m_ui;
    const SectionWords m_words;
    const QList<int> m_widths;
    ListModel *m_model;
    WordFilter *m_filter;
    CardPane *m_pane = nullptr;
    QWidget *m_card = nullptr;
    QList<QWidget *> m_headButtons;
    bool m_focusWanted = false; ///< by the list, as soon as it is shown
    bool m_wasOnline = true;
};
