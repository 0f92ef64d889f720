// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paletteitem.h"

#include <QDialog>

#include <memory>

namespace Ui {
class CommandPalette;
}
class PaletteRows;

/// One field for everything: typing narrows what can be done, arrows choose, Enter does it. The focus stays in the field.
/// Open with open(); deletes itself.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// What answers a wish, best first.
    using Source = std::function<QList<PaletteItem>(const PaletteWish &wish)>;

    CommandPalette(Source source, QWidget *window);
    ~CommandPalette() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &typed);
    void runCurrent();
    void fit();

    std::unique_ptr<Ui::CommandPalette> m_ui;
    Source m_source;
    PaletteRows *m_rows = nullptr;
};
