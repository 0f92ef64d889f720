<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n canceled</source>
        <translation>
            <numerusform>%n canceled</numerusform>
            <numerusform>%n canceled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invitees</source>
        <translation>
            <numerusform>%n invitee</numerusform>
            <numerusform>%n invitees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zones</source>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guests</source>
        <translation>
            <numerusform>%n guest</numerusform>
            <numerusform>%n guests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no-shows</source>
        <translation>
            <numerusform>%n no-show</numerusform>
            <numerusform>%n no-shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n times</source>
        <translation>
            <numerusform>Moved %n time</numerusform>
            <numerusform>Moved %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookingText</name>
    <message numerus="yes">
        <source>%n booked in 24 hours from this computer. The Free plan has a limit that Calendly does not tell.</source>
        <translation>
            <numerusform>%n booked in 24 hours from this computer. The Free plan has a limit that Calendly does not tell.</numerusform>
            <numerusform>%n booked in 24 hours from this computer. The Free plan has a limit that Calendly does not tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked in 24 hours from this computer. How many the plan allows is not known.</source>
        <translation>
            <numerusform>%n booked in 24 hours from this computer. How many the plan allows is not known.</numerusform>
            <numerusform>%n booked in 24 hours from this computer. How many the plan allows is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 bookings used in 24 hours, as counted on this computer.</source>
        <translation>
            <numerusform>%n of %1 bookings used in 24 hours, as counted on this computer.</numerusform>
            <numerusform>%n of %1 bookings used in 24 hours, as counted on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked in 24 hours from this computer. The plan allows %1 a minute.</source>
        <translation>
            <numerusform>%n booked in 24 hours from this computer. The plan allows %1 a minute.</numerusform>
            <numerusform>%n booked in 24 hours from this computer. The plan allows %1 a minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calendly books at once and mails %1, %n guests and the hosts.</source>
        <translation>
            <numerusform>Calendly books at once and mails %1, %n guest and the hosts.</numerusform>
            <numerusform>Calendly books at once and mails %1, %n guests and the hosts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cancel</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message numerus="yes">
        <source>Calendly mails %n people.</source>
        <translation>
            <numerusform>Calendly mails %n person.</numerusform>
            <numerusform>Calendly mails %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelReview</name>
    <message numerus="yes">
        <source>Cancel %n meetings</source>
        <translation>
            <numerusform>Cancel %n meeting</numerusform>
            <numerusform>Cancel %n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calendly mails %n people.</source>
        <translation>
            <numerusform>Calendly mails %n person.</numerusform>
            <numerusform>Calendly mails %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calendly mails at least %n people; who is invited to the others is still being read.</source>
        <translation>
            <numerusform>Calendly mails at least %n person; who is invited to the others is still being read.</numerusform>
            <numerusform>Calendly mails at least %n people; who is invited to the others is still being read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calendly mails at least %n people; who is invited to the others could not be read.</source>
        <translation>
            <numerusform>Calendly mails at least %n person; who is invited to the others could not be read.</numerusform>
            <numerusform>Calendly mails at least %n people; who is invited to the others could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are in another cancellation, which is not finished.</source>
        <translation>
            <numerusform>%n is in another cancellation, which is not finished.</numerusform>
            <numerusform>%n are in another cancellation, which is not finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected are over, or canceled already.</source>
        <translation>
            <numerusform>%n of the selected is over, or canceled already.</numerusform>
            <numerusform>%n of the selected are over, or canceled already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n addresses</source>
        <translation>
            <numerusform>Copy %n address</numerusform>
            <numerusform>Copy %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links.</source>
        <translation>
            <numerusform>%n link.</numerusform>
            <numerusform>%n links.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses copied</source>
        <translation>
            <numerusform>%n address copied</numerusform>
            <numerusform>%n addresses copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelRunList</name>
    <message numerus="yes">
        <source>%n addresses copied</source>
        <translation>
            <numerusform>%n address copied</numerusform>
            <numerusform>%n addresses copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links copied</source>
        <translation>
            <numerusform>%n link copied</numerusform>
            <numerusform>%n links copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelRunPage</name>
    <message numerus="yes">
        <source>Canceling %n meetings</source>
        <translation>
            <numerusform>Canceling %n meeting</numerusform>
            <numerusform>Canceling %n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n meetings were not sent.</source>
        <translation>
            <numerusform>Stopped. %n meeting was not sent.</numerusform>
            <numerusform>Stopped. %n meetings were not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n meetings</source>
        <translation>
            <numerusform>Leave out %n meeting</numerusform>
            <numerusform>Leave out %n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n addresses</source>
        <translation>
            <numerusform>Copy %n address</numerusform>
            <numerusform>Copy %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n new links</source>
        <translation>
            <numerusform>Copy %n new link</numerusform>
            <numerusform>Copy %n new links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n more meetings</source>
        <translation>
            <numerusform>Cancel %n more meeting</numerusform>
            <numerusform>Cancel %n more meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CancelWatch</name>
    <message numerus="yes">
        <source>%n meetings are canceled. Calendly mails everybody.</source>
        <translation>
            <numerusform>%n meeting is canceled. Calendly mails everybody.</numerusform>
            <numerusform>%n meetings are canceled. Calendly mails everybody.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>you are one of %n hosts</source>
        <translation>
            <numerusform>you are one of %n host</numerusform>
            <numerusform>you are one of %n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no-shows</source>
        <translation>
            <numerusform>%n no-show</numerusform>
            <numerusform>%n no-shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier meetings.</source>
        <translation>
            <numerusform>%n earlier meeting.</numerusform>
            <numerusform>%n earlier meetings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no-shows.</source>
        <translation>
            <numerusform>%n no-show.</numerusform>
            <numerusform>%n no-shows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n times</source>
        <translation>
            <numerusform>Moved %n time</numerusform>
            <numerusform>Moved %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days after</source>
        <translation>
            <numerusform>%n day after</numerusform>
            <numerusform>%n days after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingGuard</name>
    <message numerus="yes">
        <source>%n cancellations have not been sent yet.</source>
        <translation>
            <numerusform>%n cancellation has not been sent yet.</numerusform>
            <numerusform>%n cancellations have not been sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no-show marks have not been sent yet.</source>
        <translation>
            <numerusform>%n no-show mark has not been sent yet.</numerusform>
            <numerusform>%n no-show marks have not been sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayCount</name>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n canceled</source>
        <translation>
            <numerusform>%n canceled</numerusform>
            <numerusform>%n canceled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayDial</name>
    <message numerus="yes">
        <source>%n meetings today, </source>
        <translation>
            <numerusform>%n meeting today, </numerusform>
            <numerusform>%n meetings today, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>%n left.</numerusform>
            <numerusform>%n left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventTypeModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventTypesPage</name>
    <message numerus="yes">
        <source>%n event types are hidden by the search and the filters.</source>
        <translation>
            <numerusform>%n event type is hidden by the search and the filters.</numerusform>
            <numerusform>%n event types are hidden by the search and the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event types</source>
        <translation>
            <numerusform>%n event type</numerusform>
            <numerusform>%n event types</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>&amp;Selected: %n meetings</source>
        <translation>
            <numerusform>&amp;Selected: %n meeting</numerusform>
            <numerusform>&amp;Selected: %n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All that the list shows: %n meetings</source>
        <translation>
            <numerusform>&amp;All that the list shows: %n meeting</numerusform>
            <numerusform>&amp;All that the list shows: %n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings written to %1</source>
        <translation>
            <numerusform>%n meeting written to %1</numerusform>
            <numerusform>%n meetings written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The people of %n are not read yet.</source>
        <translation>
            <numerusform>The people of %n are not read yet.</numerusform>
            <numerusform>The people of %n are not read yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingActions</name>
    <message numerus="yes">
        <source>Of %n meetings it is not known yet who is invited: their people are missing.</source>
        <translation>
            <numerusform>Of %n meeting it is not known yet who is invited: its people are missing.</numerusform>
            <numerusform>Of %n meetings it is not known yet who is invited: their people are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n meetings…</source>
        <translation>
            <numerusform>&amp;Cancel %n meeting…</numerusform>
            <numerusform>&amp;Cancel %n meetings…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses copied</source>
        <translation>
            <numerusform>%n address copied</numerusform>
            <numerusform>%n addresses copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings copied as text</source>
        <translation>
            <numerusform>%n meeting copied as text</numerusform>
            <numerusform>%n meetings copied as text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings copied as Markdown</source>
        <translation>
            <numerusform>%n meeting copied as Markdown</numerusform>
            <numerusform>%n meetings copied as Markdown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings copied as CSV</source>
        <translation>
            <numerusform>%n meeting copied as CSV</numerusform>
            <numerusform>%n meetings copied as CSV</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingDrag</name>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message numerus="yes">
        <source>%n more meetings</source>
        <translation>
            <numerusform>%n more meeting</numerusform>
            <numerusform>%n more meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message numerus="yes">
        <source>%1, %n meetings left today</source>
        <extracomment>How a screen reader reads the first entry of the navigation.</extracomment>
        <translation>
            <numerusform>%1, %n meeting left today</numerusform>
            <numerusform>%1, %n meetings left today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScheduleAgenda</name>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScheduleCalendar</name>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n canceled</source>
        <translation>
            <numerusform>%n canceled</numerusform>
            <numerusform>%n canceled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScheduleState</name>
    <message numerus="yes">
        <source>%n meetings are hidden by %1.</source>
        <translation>
            <numerusform>%n meeting is hidden by %1.</numerusform>
            <numerusform>%n meetings are hidden by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n filters</source>
        <translation>
            <numerusform>Clear %n filter</numerusform>
            <numerusform>Clear %n filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No meetings in the next %n days</source>
        <translation>
            <numerusform>No meetings in the next %n day</numerusform>
            <numerusform>No meetings in the next %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are here.</source>
        <translation>
            <numerusform>%n is here.</numerusform>
            <numerusform>%n are here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScheduleUsers</name>
    <message numerus="yes">
        <source>%n event types whose names are not known yet</source>
        <translation>
            <numerusform>%n event type whose name is not known yet</numerusform>
            <numerusform>%n event types whose names are not known yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignOutQuestion</name>
    <message numerus="yes">
        <source>Of %n bookings it is not known whether they were made, and Sundial forgets them; look them up in Calendly.</source>
        <translation>
            <numerusform>Of %n booking it is not known whether it was made, and Sundial forgets it; look it up in Calendly.</numerusform>
            <numerusform>Of %n bookings it is not known whether they were made, and Sundial forgets them; look them up in Calendly.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellations have not been sent yet. They are taken back, and the meetings stand.</source>
        <translation>
            <numerusform>%n cancellation has not been sent yet. It is taken back, and the meeting stands.</numerusform>
            <numerusform>%n cancellations have not been sent yet. They are taken back, and the meetings stand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no-show marks have not been sent yet. They are taken back.</source>
        <translation>
            <numerusform>%n no-show mark has not been sent yet. It is taken back.</numerusform>
            <numerusform>%n no-show marks have not been sent yet. They are taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message numerus="yes">
        <source>Checking… %n meetings read</source>
        <translation>
            <numerusform>Checking… %n meeting read</numerusform>
            <numerusform>Checking… %n meetings read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeGrid</name>
    <message numerus="yes">
        <source>%n in a row, no break</source>
        <translation>
            <numerusform>%n in a row, no break</numerusform>
            <numerusform>%n in a row, no break</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenPage</name>
    <message numerus="yes">
        <source>%n of these stay visible but locked. A token with more scopes unlocks them.</source>
        <translation>
            <numerusform>%n of these stays visible but locked. A token with more scopes unlocks it.</numerusform>
            <numerusform>%n of these stay visible but locked. A token with more scopes unlocks them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypeCard</name>
    <message numerus="yes">
        <source>Works once. Expires after %n days, on %1.</source>
        <translation>
            <numerusform>Works once. Expires after %n day, on %1.</numerusform>
            <numerusform>Works once. Expires after %n days, on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked</source>
        <translation>
            <numerusform>%n booked</numerusform>
            <numerusform>%n booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n not known</numerusform>
            <numerusform>%n not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expire in 7 days</source>
        <translation>
            <numerusform>%n expires in 7 days</numerusform>
            <numerusform>%n expire in 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message numerus="yes">
        <source>Expires in %n days, not booked yet.</source>
        <translation>
            <numerusform>Expires in %n day, not booked yet.</numerusform>
            <numerusform>Expires in %n days, not booked yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkModel</name>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message numerus="yes">
        <source>%n times, last on %1</source>
        <translation>
            <numerusform>Once, on %1</numerusform>
            <numerusform>%n times, last on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkNews</name>
    <message numerus="yes">
        <source>Making %n links was interrupted; %1 are made.</source>
        <translation>
            <numerusform>Making %n link was interrupted; %1 are made.</numerusform>
            <numerusform>Making %n links was interrupted; %1 are made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links you sent were booked</source>
        <translation>
            <numerusform>%n link you sent was booked</numerusform>
            <numerusform>%n links you sent were booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links expire within 7 days, unused</source>
        <translation>
            <numerusform>%n link expires within 7 days, unused</numerusform>
            <numerusform>%n links expire within 7 days, unused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expire within 7 days</source>
        <translation>
            <numerusform>%n expires within 7 days</numerusform>
            <numerusform>%n expire within 7 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message numerus="yes">
        <source>%n links are hidden by the search and the filters.</source>
        <translation>
            <numerusform>%n link is hidden by the search and the filters.</numerusform>
            <numerusform>%n links are hidden by the search and the filters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenTimesDialog</name>
    <message numerus="yes">
        <source>%n times copied for %1</source>
        <translation>
            <numerusform>%n time copied for %1</numerusform>
            <numerusform>%n times copied for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times copied</source>
        <translation>
            <numerusform>%n time copied</numerusform>
            <numerusform>%n times copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times chosen</source>
        <translation>
            <numerusform>%n time chosen</numerusform>
            <numerusform>%n times chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n &amp;night times too</source>
        <translation>
            <numerusform>Show %n &amp;night time too</numerusform>
            <numerusform>Show %n &amp;night times too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlotGrid</name>
    <message numerus="yes">
        <source>%1, %n places left</source>
        <translation>
            <numerusform>%1, %n place left</numerusform>
            <numerusform>%1, %n places left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyNotText</name>
    <message numerus="yes">
        <source>Full: all %n places are taken.</source>
        <translation>
            <numerusform>Full: the only place is taken.</numerusform>
            <numerusform>Full: all %n places are taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadLinkCheck</name>
    <message numerus="yes">
        <source>%1 has no time that can be booked in the next %n days. The link is copied all the same.</source>
        <translation>
            <numerusform>%1 has no time that can be booked in the next %n day. The link is copied all the same.</numerusform>
            <numerusform>%1 has no time that can be booked in the next %n days. The link is copied all the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyLinksDialog</name>
    <message numerus="yes">
        <source>Of %n links nobody knows whether they were made. Making them again may leave a link that nobody has and that expires unused.</source>
        <translation>
            <numerusform>Of %n link nobody knows whether it was made. Making it again may leave a link that nobody has and that expires unused.</numerusform>
            <numerusform>Of %n links nobody knows whether they were made. Making them again may leave a link that nobody has and that expires unused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n links made</source>
        <translation>
            <numerusform>%1 of %n link made</numerusform>
            <numerusform>%1 of %n links made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make the other %n</source>
        <translation>
            <numerusform>Make the other one</numerusform>
            <numerusform>Make the other %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n links</source>
        <translation>
            <numerusform>Make %n link</numerusform>
            <numerusform>Make %n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are too many and are left out.</source>
        <translation>
            <numerusform>%n row is too many and is left out.</numerusform>
            <numerusform>%n rows are too many and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are there twice and count once.</source>
        <translation>
            <numerusform>%n row is there twice and counts once.</numerusform>
            <numerusform>%n rows are there twice and count once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links, in about %1.</source>
        <translation>
            <numerusform>%n link, in about %1.</numerusform>
            <numerusform>%n links, in about %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnDataNotices</name>
    <message numerus="yes">
        <source>%1 The old file is kept for at least %n days, unless you sign out or have data deleted.</source>
        <translation>
            <numerusform>%1 The old file is kept for at least %n day, unless you sign out or have data deleted.</numerusform>
            <numerusform>%1 The old file is kept for at least %n days, unless you sign out or have data deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnDataActions</name>
    <message numerus="yes">
        <source>%n entries were added. Nothing was replaced.</source>
        <translation>
            <numerusform>%n entry was added. Nothing was replaced.</numerusform>
            <numerusform>%n entries were added. Nothing was replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message numerus="yes">
        <source>Sundial keeps meetings for %n months on this computer.</source>
        <translation>
            <numerusform>Sundial keeps meetings for %n month on this computer.</numerusform>
            <numerusform>Sundial keeps meetings for %n months on this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message numerus="yes">
        <source>The people of %n meetings are not read yet: who came, who moved and where they came from is not counted.</source>
        <translation>
            <numerusform>The people of %n meeting are not read yet: who came, who moved and where it came from is not counted.</numerusform>
            <numerusform>The people of %n meetings are not read yet: who came, who moved and where they came from is not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more with %1</source>
        <translation>
            <numerusform>%n more with %1</numerusform>
            <numerusform>%n more with %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColleagueChip</name>
    <message numerus="yes">
        <source>%n colleagues</source>
        <translation>
            <numerusform>%n colleague</numerusform>
            <numerusform>%n colleagues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at a time at most</source>
        <translation>
            <numerusform>%n at a time at most</numerusform>
            <numerusform>%n at a time at most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message numerus="yes">
        <source>For %n months after they ended</source>
        <translation>
            <numerusform>For %n month after they ended</numerusform>
            <numerusform>For %n months after they ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove meetings from this computer that ended more than %n months ago?</source>
        <translation>
            <numerusform>Remove meetings from this computer that ended more than %n month ago?</numerusform>
            <numerusform>Remove meetings from this computer that ended more than %n months ago?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvitationRun</name>
    <message numerus="yes">
        <source>%n invitations were sent again.</source>
        <translation>
            <numerusform>%n invitation was sent again.</numerusform>
            <numerusform>%n invitations were sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invitations are revoked.</source>
        <translation>
            <numerusform>%n invitation is revoked.</numerusform>
            <numerusform>%n invitations are revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n invitations were sent again.</source>
        <translation>
            <numerusform>%1 of %n invitation was sent again.</numerusform>
            <numerusform>%1 of %n invitations were sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n invitations are revoked.</source>
        <translation>
            <numerusform>%1 of %n invitation is revoked.</numerusform>
            <numerusform>%1 of %n invitations are revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n were not tried.</source>
        <translation>
            <numerusform>The other one was not tried.</numerusform>
            <numerusform>The other %n were not tried.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvitationsSection</name>
    <message numerus="yes">
        <source>Send %n invitations again…</source>
        <translation>
            <numerusform>Send %n invitation again…</numerusform>
            <numerusform>Send %n invitations again…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n invitations…</source>
        <translation>
            <numerusform>Revoke %n invitation…</numerusform>
            <numerusform>Revoke %n invitations…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that are settled are left out.</source>
        <translation>
            <numerusform>%n that is settled is left out.</numerusform>
            <numerusform>%n that are settled are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n invitations again?</source>
        <translation>
            <numerusform>Send %n invitation again?</numerusform>
            <numerusform>Send %n invitations again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n invitations?</source>
        <translation>
            <numerusform>Revoke %n invitation?</numerusform>
            <numerusform>Revoke %n invitations?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoShowAction</name>
    <message numerus="yes">
        <source>Of %n meetings it is not known yet who is invited: nobody is marked there.</source>
        <translation>
            <numerusform>Of %n meeting it is not known yet who is invited: nobody is marked there.</numerusform>
            <numerusform>Of %n meetings it is not known yet who is invited: nobody is marked there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are marked as no-show</source>
        <translation>
            <numerusform>%n person is marked as no-show</numerusform>
            <numerusform>%n people are marked as no-show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;No-show for %n, on or off</source>
        <comment>meetings</comment>
        <translation>
            <numerusform>&amp;No-show for %n, on or off</numerusform>
            <numerusform>&amp;No-show for %n, on or off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The no-show marks of %n people are removed</source>
        <translation>
            <numerusform>The no-show mark of %n person is removed</numerusform>
            <numerusform>The no-show marks of %n people are removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoShowRun</name>
    <message numerus="yes">
        <source>The no-show marks of %n people are removed</source>
        <translation>
            <numerusform>The no-show mark of %n person is removed</numerusform>
            <numerusform>The no-show marks of %n people are removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n people as no-show</source>
        <translation>
            <numerusform>Marked %n person as no-show</numerusform>
            <numerusform>Marked %n people as no-show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WebhooksPage</name>
    <message numerus="yes">
        <source>Webhooks of the groups %1 could not be read: %2.</source>
        <translation>
            <numerusform>Webhooks of the group %1 could not be read: %2.</numerusform>
            <numerusform>Webhooks of the groups %1 could not be read: %2.</numerusform>
        </translation>
    </message>
</context>
</TS>
