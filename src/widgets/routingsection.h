// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listsection.h"

#include <QUrl>

class RoutingCard;
class RoutingService;
struct RoutedType;

/// Routing forms, and what was sent with the one that is chosen.
class RoutingSection : public ListSection
{
    Q_OBJECT

public:
    /// `parts` with an organization.
    RoutingSection(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~RoutingSection() override;

signals:
    void meetingWanted(const QUrl &meeting);

protected:
    QList<ListRow> rows() const override;
    Reading reading() const override;
    void read() override;
    void presentCurrent() override;

private:
    RoutedType routedType(const QUrl &type) const;

    RoutingService &m_routing;
    RoutingCard *m_card;
};
