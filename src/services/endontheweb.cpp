// SPDX-License-Identifier: GPL-3.0-or-later
#include "endontheweb.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EndOnTheWeb)
};

} // namespace

QString endSignInOnTheWeb()
{
    return Text::tr("To be sure that nobody can use the sign-in, remove Sundial from the connected apps in Calendly’s settings on the web.");
}

QString endTokenOnTheWeb()
{
    return Text::tr("A personal access token goes on working until you delete it on Calendly’s website, under Integrations & apps, API & webhooks.");
}
