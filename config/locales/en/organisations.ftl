# Organisations: where people belong, who vouches, and the word of the focal point.

command-organisation = organisation, organization
command-vouch = vouch
help-organisation = an organisation's names and focal point; make two one, or two again
help-vouch = say that an organisation, or a person of it, is what it says
takes-organisation = organisation
option-organisation = organisation
option-organisation-about = its name; with an @account after it, that this person belongs to it
words-claims = claims
words-show = show
words-add = add
words-remove = remove
words-focal = focal
words-merge = merge
words-part = part
words-into = into
words-name = name
words-acronym = acronym

organisation-alike = You wrote { $organisation }. Is it one of these?
organisation-alike-no = no, another
organisation-someone-claims = Someone says to belong to { $organisation }, of which you are the focal point. To see who, write { $command }.
organisation-belongs = { $name } says to belong to { $organisation }. Is that so?
organisation-later = later
organisation-put-off = All right. When you have time, write { $command }.
organisation-nobody-waits = Nobody waits for your word.
organisation-not-focal = You are the focal point of no organisation. A coordinator names them.
organisation-confirmed = { $name } belongs to { $organisation } now. What they submit for it counts as its word.
organisation-declined = { $name } does not belong to { $organisation }. Nothing of theirs is shown with its name.
status-organisation-waits = Your organisation: { $organisation }. Nobody has confirmed it yet, so you count as one person.
status-organisation-confirmed = Your organisation: { $organisation }. It is confirmed: what you submit for it counts as its word.
status-organisation-declined = Your organisation: { $organisation }. Its focal point did not confirm that you belong to it, so nothing of yours is shown with its name. If that is wrong, turn to whom contact names.
status-focal = You are the focal point of { $organisation }, since { $since }.
status-claims =
    { $count ->
        [one] One person waits for your word: { $command }
       *[other] { $count } people wait for your word: { $command }
    }

organisation-unknown = I know no organisation { $organisation }. { $command } shows all.
organisation-near = I know no organisation { $organisation }. There is: { $organisations }.
organisation-none = No organisation is known yet. People name theirs with: consent organisation, and its name.
organisations-heading = Organisations
organisations-more =
    { $count ->
        [one] And one more. organisation show finds it by its name.
       *[other] And { $count } more. organisation show finds each by its name.
    }
organisation-unvouched = nobody vouched for it yet
organisation-without-focal = vouched for, no focal point
organisation-with-focal = vouched for, with a focal point
organisation-names = Names: { $names }
organisation-holds = One with it: { $names }
organisation-focal = Focal point: { $name }, since { $since }
organisation-waiting = Who wait for a word: { $people } people
organisation-reference = In the audit log: organisation { $reference }
organisation-name-taken = { $name } is a name of { $organisation }. If both are one, merge them.
organisation-name-stays = { $name } is none of its names, or its only one.
organisation-focal-told = You are now the focal point of { $organisation }. You say who belongs to it. To see who waits, write { $command }.
organisation-merged = { $gone } is one with { $organisation } now. To undo it, write { $command }
organisation-one-already = These are two names of { $organisation }: it is one already.
organisation-parted = { $gone } and { $organisation } are two again, each with what it had.
organisation-not-merged = { $organisation } is one with no other.
organisation-part-which = These are one with { $organisation }: { $organisations }. Write the name of the one to part.

vouch-done = You vouch for { $organisation }. Who says to belong to it counts as its voice once its focal point, or you, say so of them.
vouch-next = Next, name its focal point: { $command }
vouch-not-claimed = { $name } does not say to belong to { $organisation }. They first write: consent organisation, and its name.
vouch-none = Nobody waits for a word on their organisation.
vouch-heading = Who says to belong where
vouch-line = { $organisation }: { $people } people · { $state }
vouch-hint = { $command } with a name vouches for the organisation; with an @account after it, for that person.

# A coordinator's weekly report.

words-report = report
roles-report-on = Your weekly report of your region comes again, on Mondays.
roles-report-off = You get no weekly report any more. roles report on brings it back.
report-people = Take part: { $people } people; new this week: { $new }
report-written =
    { $count ->
        [one] Written this week: one contribution
       *[other] Written this week: { $count } contributions
    }
report-round-table = Round table { $number }: { $count }
report-claims = Wait for a word on their organisation: { $people } people. To see of which, write { $command }.
report-foot = This comes every Monday. To stop it, write { $command }.
