// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class StatePanel;
}

/// Fills a page that has nothing to show: icon, what is the case, one sentence, and one button that leads on.
class StatePanel : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Accent, Neutral, Warning, Danger, Info };

    explicit StatePanel(QWidget *parent = nullptr);
    ~StatePanel() override;

    /// `button` empty: no button. The button is filled (a main action) when `mainAction` is set.
    void present(const QString &iconName, Tone tone, const QString &title, const QString &sentence, const QString &button = {},
                 const QString &buttonIcon = {}, bool mainAction = false);

signals:
    void buttonClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    QString m_iconName;
    Tone m_tone = Tone::Neutral;
    std::unique_ptr<Ui::StatePanel> m_ui;
};
