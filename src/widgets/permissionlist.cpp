// SPDX-License-Identifier: GPL-3.0-or-later
#include "permissionlist.h"

#include "icons.h"
#include "permissiontext.h"
#include "stylesheet.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace {

QLabel *cell(const QString &text, const char *tone, const char *size, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("tone", QLatin1String(tone));
    label->setProperty("textSize", QLatin1String(size));
    return label;
}

} // namespace

PermissionList::PermissionList(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    setTitle(tr("What this token allows"));
}

void PermissionList::setTitle(const QString &title)
{
    setAccessibleName(title);
}

void PermissionList::setMissingAllowable(bool allowable)
{
    m_allowable = allowable;
}

void PermissionList::present(const QList<Permission> &permissions)
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    auto *grid = static_cast<QGridLayout *>(layout());
    auto *title = cell(accessibleName(), "text2", "small", this);
    title->setProperty("strong", true);
    grid->addWidget(title, 0, 0, 1, 4);
    int row = 1;
    for (const Permission &permission : permissions) {
        const bool granted = permission.state == Permission::State::Granted;
        const bool missing = permission.state == Permission::State::Missing;
        auto *rule = new QFrame(this);
        rule->setProperty("rule", QStringLiteral("horizontal"));
        grid->addWidget(rule, row++, 0, 1, 4);
        auto *icon = new QLabel(this);
        const QString drawing = granted ? QStringLiteral("done") : missing ? QStringLiteral("locked") : QStringLiteral("info");
        icon->setPixmap(tintedPixmap(drawing, grownHeight(16, font()), themeColor(granted ? ColorRole::Ok : ColorRole::Text2, palette()),
                                     devicePixelRatioF()));
        grid->addWidget(icon, row, 0);
        grid->addWidget(cell(permissionText(permission.scope), granted ? "" : "text2", "", this), row, 1);
        grid->addWidget(cell(permission.scope, "text2", "small", this), row, 2);
        grid->addWidget(stateOf(permission), row++, 3, Qt::AlignRight);
    }
    setVisible(!permissions.isEmpty());
}

QWidget *PermissionList::stateOf(const Permission &permission)
{
    const bool granted = permission.state == Permission::State::Granted;
    const bool missing = permission.state == Permission::State::Missing;
    if (!missing || !m_allowable)
        return cell(granted ? tr("Granted") : missing ? tr("Missing") : tr("Not known"), granted ? "ok" : "text2", "small", this);
    auto *allow = new QPushButton(tr("Allow…"), this);
    allow->setObjectName(QLatin1String("allow ") + permission.scope);
    allow->setAccessibleName(tr("Allow: %1").arg(permissionText(permission.scope)));
    allow->setToolTip(tr("Signs in again in the browser and asks for this as well"));
    allow->setAutoDefault(false);
    connect(allow, &QPushButton::clicked, this, [this, scope = permission.scope] { emit allowWanted(scope); });
    return allow;
}
