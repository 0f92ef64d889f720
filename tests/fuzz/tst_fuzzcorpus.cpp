// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"

#include <QByteArrayList>
#include <QDir>
#include <QRandomGenerator>
#include <QTest>

namespace {

constexpr int mutationsOfEach = 300;

QList<QByteArray> firstInputs(const QString &target)
{
    QList<QByteArray> inputs;
    const QDir folder(QStringLiteral(FUZZ_CORPUS "/") + target);
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            inputs.append(file.readAll());
    }
    return inputs;
}

/// A few of the changes that fuzzers make: bytes flipped, cut out, doubled, put in, and the end of another input.
QByteArray mutated(QByteArray input, const QByteArray &other, QRandomGenerator &random)
{
    static const QByteArrayList odd{QByteArray(1, '\0'), "\xff\xfe", "\xed\xa0\x80", "\xe2\x80\xae", "\"", "%00", "\r\n", "1e400", "-1",
                                    "99999999999999999999", "null", "[[[[", "T24:00"};
    const int changes = random.bounded(1, 6);
    for (int change = 0; change < changes; ++change) {
        const qsizetype at = input.isEmpty() ? 0 : random.bounded(int(input.size()));
        const qsizetype count = random.bounded(1, 17);
        switch (random.bounded(5)) {
        case 0:
            if (!input.isEmpty())
                input[at] = char(random.bounded(256));
            break;
        case 1:
            input.remove(at, count);
            break;
        case 2:
            input.insert(at, input.mid(at, count));
            break;
        case 3:
            input.insert(at, odd.at(random.bounded(int(odd.size()))));
            break;
        default:
            input = input.left(at) + other.mid(at);
        }
    }
    return input;
}

} // namespace

/// The fuzzers' targets over their first inputs and some thousand changes of them, the same in each run.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private slots:
    void anyInput_isReadOrRefused_data()
    {
        QTest::addColumn<int>("index");
        const QList<FuzzTarget> targets = fuzzTargets();
        for (int index = 0; index < targets.size(); ++index)
            QTest::newRow(targets.at(index).name) << index;
    }

    void anyInput_isReadOrRefused()
    {
        QFETCH(const int, index);
        const FuzzTarget target = fuzzTargets().at(index);
        const QList<QByteArray> inputs = firstInputs(QString::fromLatin1(target.name));
        QVERIFY2(inputs.size() >= 3, "the first inputs are missing");
        target.decode({});
        for (const QByteArray &input : inputs)
            target.decode(input);
        QRandomGenerator random(quint32(20261118 + index));
        for (int mutation = 0; mutation < mutationsOfEach; ++mutation) {
            const QByteArray &input = inputs.at(random.bounded(int(inputs.size())));
            target.decode(mutated(input, inputs.at(random.bounded(int(inputs.size()))), random));
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
