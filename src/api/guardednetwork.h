// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

namespace sender {

/// A network manager that gives away nothing: follows no redirect, keeps no cookie, answers no demand for credentials,
/// stores nothing, and asks for uncompressed answers, which it takes in small portions.
class GuardedNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit GuardedNetwork(QObject *parent = nullptr);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;
};

} // namespace sender
