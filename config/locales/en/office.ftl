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
consultation-still-missing = Still missing: { $missing }.
consultation-stage = { $consultation } is now: { $stage }.
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
roles-last = This is the last account of the secretariat. Grant it to another first.
audit-everywhere = Only the secretariat that is appointed everywhere can read the whole log.
