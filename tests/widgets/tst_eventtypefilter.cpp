// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypefilter.h"
#include "eventtypemodel.h"

#include <QTest>

namespace {

EventType typeNamed(const QString &name)
{
    EventType type;
    type.uri = QUrl(QStringLiteral("https://api.example.com/event_types/") + name);
    type.name = name;
    type.active = true;
    return type;
}

EventTypeRow hostedBy(const QString &owner, const EventType &type)
{
    return {.type = type, .owner = owner};
}

} // namespace

class EventTypeFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        EventType managed = typeNamed(QStringLiteral("Managed"));
        managed.adminManaged = true;
        EventType off = managed;
        off.uri = QUrl(QStringLiteral("https://api.example.com/event_types/off"));
        off.name = QStringLiteral("Managed and off");
        off.active = false;
        m_model.setTypes({off, typeNamed(QStringLiteral("Intro")), managed}, {}, {});
        m_model.setColleagues({}, {});
        m_filter.setSourceModel(&m_model);
        m_filter.setText({});
        m_filter.setState(EventTypeFilter::State::Any);
    }

    void managedTypes_areFoundAlsoWhenTheyAreOff()
    {
        m_filter.setState(EventTypeFilter::State::Managed);
        QCOMPARE(names(), (QStringList{QStringLiteral("Managed"), QStringLiteral("Managed and off")}));
        QVERIFY(m_filter.isOn());
    }

    void colleaguesTypes_standBelowAHeadAndNeedNoWord()
    {
        m_model.setColleagues({hostedBy(QStringLiteral("Theo"), typeNamed(QStringLiteral("Panel"))), hostedBy(QStringLiteral("June"), typeNamed(QStringLiteral("Call")))}, {});
        m_filter.setText(QStringLiteral("intro"));
        QCOMPARE(names(), (QStringList{QStringLiteral("Intro"), QStringLiteral("Colleagues"), QStringLiteral("Call"), QStringLiteral("Panel")}));
        m_filter.setState(EventTypeFilter::State::Off);
        QCOMPARE(names(), QStringList());
        m_model.setColleagues({}, QStringLiteral("Theo: offline"));
        m_filter.setText(QStringLiteral("theo"));
        QCOMPARE(names(), QStringList{QStringLiteral("Colleagues")});
    }

private:
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_filter.rowCount(); ++row)
            names.append(m_filter.index(row, EventTypeModel::NameColumn).data().toString());
        return names;
    }

    EventTypeModel m_model;
    EventTypeFilter m_filter{nullptr};
};

QTEST_GUILESS_MAIN(EventTypeFilterTest)
#include "tst_eventtypefilter.moc"
