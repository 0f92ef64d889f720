// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include "error.h"

#include <QStringList>

namespace sandbox {

/// A refusal in the one shape that the API has for all of them (BEHAVIOUR 8.1).
HttpResponse apiError(int status, const QString &title, const QString &message, const QList<ErrorDetail> &details = {});

HttpResponse invalidArgument(const QList<ErrorDetail> &details); ///< 400
HttpResponse invalidArgument(const QString &parameter, const QString &message, const QString &code = {}); ///< 400
HttpResponse unauthenticated(); ///< 401
HttpResponse permissionDenied(const QString &message = QStringLiteral("You do not have permission")); ///< 403
HttpResponse insufficientScope(const QStringList &needed); ///< 403 with required_scopes
HttpResponse resourceNotFound(); ///< 404
HttpResponse tooManyRequests(); ///< 429, without the headers of the limit
HttpResponse plainStatus(int status); ///< any status with the words that belong to it

/// A refusal of the sign-in host, as RFC 6749 writes it (BEHAVIOUR 8.10).
HttpResponse oauthError(int status, const QString &error, const QString &description);

} // namespace sandbox
