// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class ContentPage;
class QStackedWidget;

/// The pages of the window by number, in the order of the navigation. Each is made when it is first wanted: a start makes
/// one of seven, and what nobody opens costs neither time nor memory.
class PageShelf : public QObject
{
    Q_OBJECT

public:
    using Maker = std::function<ContentPage *()>;

    /// Pages go into `stack`, which owns them.
    PageShelf(QStackedWidget *stack, QObject *parent);

    int add(Maker make); ///< the number of the page
    int count() const { return static_cast<int>(m_places.size()); }
    ContentPage *page(int number);
    QList<ContentPage *> all(); ///< makes those that are not made yet
    ContentPage *current() const; ///< null before show()
    int currentNumber() const; ///< 0 before show()
    void show(int number);

signals:
    void made(ContentPage *page);

private:
    struct Place
    {
        Maker make;
        ContentPage *page = nullptr;
    };

    QStackedWidget *m_stack;
    QList<Place> m_places;
};
