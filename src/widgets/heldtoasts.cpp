// SPDX-License-Identifier: GPL-3.0-or-later
#include "heldtoasts.h"

#include "heldactions.h"

HeldToasts::HeldToasts(HeldActions &held, ToastHost &toasts, QObject *parent) : QObject(parent), m_held(held), m_toasts(toasts)
{
    connect(&held, &HeldActions::held, this, &HeldToasts::show);
    connect(&held, &HeldActions::changed, this, &HeldToasts::count);
}

void HeldToasts::show(int id)
{
    Toast toast{.kind = Toast::Kind::Info, .text = textOf(id), .actionText = tr("Undo"), .takesBack = true, .isHeld = true};
    toast.action = [this, id] { m_held.undo(id); };
    m_shown.insert(id, m_toasts.add(toast));
}

void HeldToasts::count()
{
    for (auto each = m_shown.begin(); each != m_shown.end();) {
        if (m_held.text(each.key()).isEmpty()) {
            m_toasts.dismiss(each.value());
            each = m_shown.erase(each);
        } else {
            m_toasts.setText(each.value(), textOf(each.key()));
            ++each;
        }
    }
}

QString HeldToasts::textOf(int id) const
{
    //: %1 is a sentence about what is to happen, %2 the seconds until then.
    return tr("%1 in %2 s").arg(m_held.text(id), QString::number(m_held.left(id).count())); // a name may hold "%2"
}
