// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;

/// Makes a dialog as wide as it was drawn at 13 px, grown with the text, and as high as its content is at that width; never
/// larger than the screen. Qt itself stops at two thirds of the screen, which cuts what large text needs.
void fitDialog(QDialog &dialog, int drawnWidth);

/// Makes an open dialog higher where what it says now needs more room at its width; never lower, so that nothing jumps.
void makeRoom(QDialog &dialog);
