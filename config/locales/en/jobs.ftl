# What is answered after reading: files, quotations, exports, the bot's health, the audit log.

digest-file = The digest as a file: { $name }

quotes-heading = What may be quoted
quotes-none = Nothing in this scope may be quoted.

export-done = What may be exported: { $files }. Withdrawals after this moment have to be followed: the manifest says how.
export-none = This could not be exported, and nothing was changed. The log says why.

health-well = All well.
health-trouble = Something needs a look.
health-rooms =
    { $count ->
        [one] { $platform }: one room.
       *[other] { $platform }: { $count } rooms.
    }
health-last = Last message noted { $ago }.
health-nothing = Nothing noted yet.
health-waiting =
    { $count ->
        [0] Nothing waits to be said.
        [one] One answer waits to be said.
       *[other] { $count } answers wait to be said.
    }
health-unsaid =
    { $count ->
        [one] One answer could not be said.
       *[other] { $count } answers could not be said.
    }
health-parked =
    { $count ->
        [one] One message failed three times and is set aside.
       *[other] { $count } messages failed three times and are set aside.
    }
health-failed =
    { $count ->
        [one] One task failed.
       *[other] { $count } tasks failed.
    }
health-room = { $room }: about { $heard } messages, { $noted } on the record

audit-whole =
    { $count ->
        [one] The audit log is whole: one entry.
       *[other] The audit log is whole: { $count } entries, the latest first.
    }
audit-broken = The audit log is not whole: an entry was changed or taken away. The log of the program says which.
