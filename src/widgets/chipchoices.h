// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip.h"

#include <QActionGroup>
#include <QMenu>

#include <functional>
#include <utility>

enum class ChoiceWords { Ours, Foreign };

/// Fills `chip` with a menu of exclusive choices; the first one is the usual and leaves the chip off. Chooses the first.
/// Words of ours stand in lower case after `prefix`, foreign ones as they are; so do all without a prefix.
template <typename Value>
void makeChoices(Chip &chip, const QString &prefix, const QList<std::pair<QString, Value>> &choices, std::function<void(Value)> choose,
                 ChoiceWords words = ChoiceWords::Ours)
{
    auto *menu = new QMenu(&chip);
    auto *group = new QActionGroup(menu);
    for (const auto &[text, value] : choices) {
        QAction *action = menu->addAction(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setActionGroup(group);
        QObject::connect(action, &QAction::triggered, &chip, [&chip, prefix, text = text, value = value, choose, words, usual = menu->actions().size() == 1] {
            const bool lower = usual || words == ChoiceWords::Ours;
            chip.setText(prefix.isEmpty() ? text : QObject::tr("%1: %2", "filter: choice").arg(prefix, lower ? text.toLower() : text));
            chip.setChecked(!usual);
            choose(value);
        });
    }
    delete chip.menu();
    chip.setMenu(menu);
    chip.setCheckable(true);
    menu->actions().first()->trigger();
}
