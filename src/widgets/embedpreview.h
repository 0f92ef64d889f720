// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <memory>

/// Shows a page made here in the browser. Its file is in a folder that only this user can read, and goes with this.
class EmbedPreview
{
public:
    Result<Done> show(const QByteArray &page);

private:
    std::unique_ptr<QTemporaryDir> m_folder; ///< made when it is needed
};
