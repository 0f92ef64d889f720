// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "user.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

class OrganizationApi;
class RestClient;

/// Asks Calendly whose the sign-in is, until it is known: with growing gaps, and at once when the server is reached
/// again.
class Identification : public QObject
{
    Q_OBJECT

public:
    Identification(RestClient &client, OrganizationApi &organization, QObject *parent = nullptr);

    void start();
    void stop(); ///< Neither signal comes afterwards.

signals:
    void identified(const User &user);
    /// It is no use asking again: signed out, or not allowed.
    void refused(const Error &error);
    /// Not now; it goes on trying.
    void delayed(const Error &error);

private:
    void ask();
    void failed(const Error &error);

    OrganizationApi &m_organization;
    std::unique_ptr<QObject> m_request; ///< its context; null while nothing is asked
    QTimer m_retry;
    std::chrono::milliseconds m_gap;
};
