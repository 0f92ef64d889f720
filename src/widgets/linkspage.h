// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contentpage.h"
#include "error.h"
#include "eventtype.h"
#include "filesaver.h"
#include "linkentry.h"
#include "linktarget.h"
#include "mainwindowparts.h"

#include <QHash>

#include <memory>
#include <optional>

namespace Ui {
class LinksPage;
}
class CardPane;
class Chip;
class LinkCopier;
class LinkMenu;
class LinkModel;
class ToastHost;

/// The ledger: every single-use link made here, whether it was booked, and which meeting it became.
class LinksPage : public ContentPage
{
    Q_OBJECT

public:
    LinksPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~LinksPage() override;

    static QString pageTitle();
    QString title() const override { return pageTitle(); }
    QList<QAction *> linkActions() const override { return m_linkActions; }
    void focusList() override;
    void focusSearch() override;
    bool hasSearch() const override { return true; }

signals:
    void meetingWanted(const QUrl &meeting);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Act = void (LinksPage::*)();

    void prepareList();
    void prepareCard();
    void makeActions();
    QAction *makeAction(const char *name, const QString &text, const QString &icon, const QList<QKeySequence> &keys, Act act);
    void makeFilters();
    void fillTypes();
    void fit();
    void fitColumns();
    void reload();
    void showTotals();
    void showCurrent();
    void showState();
    void showOnline();
    void readMore();
    void choose(std::optional<LinkStatus> status, bool expiringSoon);
    void clearFilters();
    bool isFiltered() const;
    std::optional<LinkEntry> current() const;
    std::optional<EventType> typeOf(const LinkEntry &entry) const;
    std::optional<LinkTarget> linkTarget() const;

    void mainAction();
    void makeMany();
    void copyAgain();
    void makeNewOne();
    void writeMail();
    void openInBrowser();
    void focusLabel();
    void toggleCard();
    void takeBack();
    void takeBackNow(const LinkEntry &entry);
    void changeLink();
    void readShares();
    void removeUnanswered();
    void saveLabel(const QString &id, const QString &label);
    void showMeeting();
    void exportAs(const QString &suffix);
    void openExportMenu();

    struct StatusChip
    {
        Chip *chip;
        std::optional<LinkStatus> status;
        bool expiringSoon;
    };

    std::unique_ptr<Ui::LinksPage> m_ui;
    const MainWindowParts m_parts;
    ToastHost &m_toasts;
    LinkModel *m_model = nullptr;
    LinkCopier *m_copier = nullptr;
    LinkMenu *m_linkMenu = nullptr;
    CardPane *m_pane = nullptr;
    FileSaver m_files;
    QList<QAction *> m_linkActions;
    QList<QAction *> m_rowActions; ///< of the current link
    QList<StatusChip> m_statusChips;
    Chip *m_typeChip = nullptr;
    QHash<QUrl, QString> m_typeNames; ///< what the type chip offers
    LinkQuery m_query;
    LinkTotals m_totals;
    std::optional<Error> m_problem;
    bool m_mayBeOld = false; ///< what became of customized links could not be read
};
