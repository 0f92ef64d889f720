// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmlform.h"

#include <QNetworkAccessManager>

/// Somebody with a browser: gets pages, fills in forms and follows where they lead.
class Visitor
{
public:
    struct Page
    {
        int status = 0; ///< 0: nothing came
        QUrl address; ///< where the redirects ended
        QString text;
        QUrl leadsTo; ///< a redirect that was not followed
    };

    /// Both wait for the answer, ten seconds at most.
    Page get(const QUrl &address);
    Page post(const HtmlForm &form);

    /// Books the first open time of a booking page for `name`; the page that says so, or the one where it ended.
    Page book(const QUrl &bookingPage, const QString &name, const QString &email);

    /// Answers the consent page of a sign-in at `authorization`, as `person` (a slug) or as whom it proposes.
    Page consent(const QUrl &authorization, bool allow, const QString &person = {});

    /// Allows a sign-in in a browser that does not get back to the program: the address where it ends up.
    QUrl allowWithoutGoingBack(const QUrl &authorization);

private:
    Page wait(QNetworkReply *reply);

    QNetworkAccessManager m_network;
};
