// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

/// The folder that holds everything of a run, made for its owner alone.
class Profile
{
public:
    /// `folder` empty: the usual place of this user's programs, or, with `throwAway`, a folder that goes with the run.
    Profile(const QString &folder, bool throwAway);

    /// Makes the folder; an error says why nothing can be kept.
    Result<Done> prepare();
    QString folder() const { return m_folder; }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};
