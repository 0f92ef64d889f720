// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// What libFuzzer calls; the build says for which target.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const FuzzTarget target = [] {
        const QList<FuzzTarget> all = fuzzTargets();
        return *std::find_if(all.begin(), all.end(),
                             [](const FuzzTarget &one) { return std::strcmp(one.name, FUZZ_TARGET) == 0; });
    }();
    target.decode(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
