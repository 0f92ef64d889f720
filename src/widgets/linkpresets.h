// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkparameters.h"

#include <QList>

struct MainWindowParts;

/// Parameters of links that the user keeps under a name.
struct LinkPreset
{
    QString name; ///< "Newsletter"
    QUrl eventType; ///< whose questions are answered in it; empty where none is
    LinkParameters parameters; ///< as worthKeeping() leaves them
    bool operator==(const LinkPreset &) const = default;
};

/// The presets of the account.
class LinkPresets
{
public:
    explicit LinkPresets(const MainWindowParts &parts); ///< outlives this

    QList<LinkPreset> all() const; ///< by name
    /// In the place of one with the same name.
    void save(const QString &name, const QUrl &eventType, const LinkParameters &parameters);
    void save(const LinkPreset &preset);
    void remove(const QString &name);

    /// What `preset` says about a link of `eventType`: answers to another type's questions are left out.
    static LinkParameters parametersFor(const LinkPreset &preset, const QUrl &eventType);

private:
    void write(const QList<LinkPreset> &presets) const;

    const MainWindowParts &m_parts;
};
