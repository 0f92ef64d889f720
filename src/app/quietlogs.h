// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Qt's own debug categories write down what people see and type: texts of widgets, keys, addresses with their queries,
/// headers. They stay silent whatever the environment or a file says. Warnings still come.
void quietenLogs();
