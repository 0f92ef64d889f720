// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageshelf.h"

#include "contentpage.h"

#include <QStackedWidget>

#include <algorithm>

PageShelf::PageShelf(QStackedWidget *stack, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
{
}

int PageShelf::add(Maker make)
{
    m_places.append({std::move(make)});
    return count() - 1;
}

ContentPage *PageShelf::page(int number)
{
    Place &place = m_places[number];
    if (!place.page) {
        place.page = place.make();
        m_stack->addWidget(place.page);
        emit made(place.page);
    }
    return place.page;
}

QList<ContentPage *> PageShelf::all()
{
    QList<ContentPage *> pages;
    for (int number = 0; number < count(); ++number)
        pages.append(page(number));
    return pages;
}

ContentPage *PageShelf::current() const
{
    return qobject_cast<ContentPage *>(m_stack->currentWidget());
}

int PageShelf::currentNumber() const
{
    const ContentPage *shown = current();
    const auto place = std::find_if(m_places.begin(), m_places.end(), [shown](const Place &each) { return shown && each.page == shown; });
    return place == m_places.end() ? 0 : static_cast<int>(std::distance(m_places.begin(), place));
}

void PageShelf::show(int number)
{
    m_stack->setCurrentWidget(page(number));
}
