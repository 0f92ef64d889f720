// SPDX-License-Identifier: GPL-3.0-or-later
#include "focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusFrame>

FocusRing::FocusRing(QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::follow(QWidget *focused)
{
    QWidget *ringed = qobject_cast<QAbstractButton *>(focused);
    if (!ringed || ringed->property("ownFocus").toBool()) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame(ringed->window());
    m_frame->setWidget(ringed);
}
