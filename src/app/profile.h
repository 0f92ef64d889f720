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

    /// Makes the folder, and keeps others out of one that is there, also behind a symbolic link; an error says why nothing can
    /// be kept.
    Result<Done> prepare();
    /// After prepare(): others can change what is kept, and this user cannot keep them from it.
    bool isOpenToOthers() const { return m_isOpenToOthers; }
    QString folder() const { return m_folder; }

private:
    void keepOthersOut();

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    bool m_isOpenToOthers = false;
};
