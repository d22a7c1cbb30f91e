# What the secretariat rules: consultations and roles.

stage-preparation = in preparation
stage-open = open
stage-closing = closing
stage-summary = summary
stage-follow-up = follow-up

consultations-heading = Consultations
consultation-none = There is no consultation yet. Write { $example }.
consultation-exists = There is already a consultation { $slug }. Choose another name.
consultation-created = { $consultation } is created, in preparation.
consultation-missing = Before a floor can open, these have to be set: { $missing }. Write { $command }
consultation-set = Set: { $what } of { $consultation }.
consultation-complete = All that a floor needs is set.
consultation-space = Its rooms are put into a space here, by sub-region and theme where there are several. You are invited to it.
consultation-space-elsewhere = There are no spaces here. On Matrix its rooms are put into one.
consultation-still-missing = Still missing: { $missing }.
consultation-stage = { $consultation } is now: { $stage }.
retention-date = What people wrote is erased on { $date }, as they were told.
retention-warning = On { $date } everything that people wrote in { $consultation } is erased, as they were told. What may be kept has to be exported before: { $command }
retention-quiet = Nobody has written there for a year, so it counts as over. Whoever writes there, or sets its stage, keeps it going.
retention-erased = Everything that people wrote in { $consultation } is erased now, as they were told. Receipts that remain, without content: { $count }.
consultation-rooms =
    { $count ->
        [0] no room yet
        [one] one room
       *[other] { $count } rooms
    }

scope-everywhere = everywhere
roles-own = You hold:
roles-none = You hold no office. You take part as a stakeholder.
roles-heading = Who holds an office
roles-line = { $role }, { $scope }, since { $since }
roles-granted = { $name } is now { $role }: { $scope }.
roles-already = { $name } is { $role } already: { $scope }.
roles-revoked = { $name } is no longer { $role }: { $scope }.
roles-not-held = { $name } is not { $role }: { $scope }. roles list shows who is.
roles-everyone = Everyone with the role { $group }
roles-last = This is the last account of the secretariat. Grant it to another first.
audit-everywhere = Only the secretariat that is appointed everywhere can read the whole log.

# How the bot fares.
health-rooms =
    { $count ->
        [one] { $platform }: one room.
       *[other] { $platform }: { $count } rooms.
    }
health-last = Last noted { $ago }.
health-nothing = Nothing has been noted yet.
health-waiting =
    { $count ->
        [one] One thing waits to be said.
       *[other] { $count } things wait to be said.
    }
health-room = { $room }: about { $heard } messages, { $noted } on the record

audit-whole = The audit log is whole: { $count } entries. The last ones:
audit-broken = The audit log is not whole. Do not change anything, and tell whoever runs me.

# Files that are handed over.
digest-file = The digest is in the file { $name }.
export-done = What may be exported: { $files }. People may take back what they wrote at any time: check these files against the manifest before every use.
export-none = Nothing could be exported. Please look at the name of the consultation and the room.
export-whole = An export holds a whole room or the whole consultation, nothing narrower. Write { $example }.

quotes-heading = What may be quoted
quotes-none = Nothing in this scope may be quoted.
approve-ask = The digest would like to quote these words of yours. It does so only if you agree. To agree, write { $command }. To refuse, write { $command } no.
health-well = All well.
health-trouble = Something needs a look:
health-unsaid =
    { $count ->
        [one] One thing could not be said.
       *[other] { $count } things could not be said.
    }
health-parked =
    { $count ->
        [one] One message failed three times and is kept for later.
       *[other] { $count } messages failed three times and are kept for later.
    }
health-references = Reference: { $references }.
health-failed =
    { $count ->
        [one] One task failed again and again.
       *[other] { $count } tasks failed again and again.
    }
