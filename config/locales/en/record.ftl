# Being heard: receipts, corrections, one's own contributions and data.

record-noted-in = { $receipt }, in { $room }.
record-take-back = To take it back: { $command }, or ❌ on your message.
record-read-as = It was read as: { $reading }. Not right? { $command }
record-edited = { $receipt } now holds what your message says after the edit.
record-changed-unseen = You changed the message of { $receipt }. What it says now is kept from me here: the record still holds what it said before. To erase that: { $command }. Then write it anew, with my name in front.
record-deleted = { $receipt } is erased, because its message was deleted.
record-withdrawn = { $receipt } is withdrawn: its text is erased, and what quoted it is corrected.
record-already-withdrawn = { $receipt } was already withdrawn.
record-taken-back = { $receipt } was taken back, so what you change in that message is not noted. To say it anew, write a new message.
record-not-yours = You have no contribution { $receipt }.
record-yours-are = Yours are: { $receipts }.
record-yours-none = You have none.
record-floor-closed = The floor in { $room } is closed. Nothing was noted.
record-floor-closed-at = The floor in { $room } closed at { $time }. Nothing was noted.
record-still-private = You can still write it to me in private ({ $command }), or put 📝 on your message.

contributions-heading = What you wrote
contributions-none = You have no contributions here.
contributions-edited =
    { $count ->
        [one] edited once
       *[other] edited { $count } times
    }
contributions-hidden = hidden by a moderator
contributions-withdrawn = withdrawn
contributions-cited = Quoted in: { $digests }.

data-heading = What I hold about you
data-none = I hold nothing about you.
data-accounts = Your accounts
data-linked = one on { $platform }
data-language = Language
data-consent = Consent
data-name = Name
data-category = Category
data-organisation = Organisation
data-roles = Roles
data-contributions = Contributions
data-kept =
    { $days ->
        [one] All of this is erased one day after the summary is published.
       *[other] All of this is erased { $days } days after the summary is published.
    }

record-noted-for = { $receipt }, for { $consultation }.
record-on-behalf = On behalf of { $names }.

# How a passage is read.
reading-objective = objective { $number }
reading-because = because: { $words }
reading-no-objective = no objective
reading-not-readable = in a language that I cannot analyse; a person reads it
kind-good-practice = good practice
kind-challenge = challenge
kind-recommendation = recommendation
kind-pledge = pledge
kind-question = question
kind-other = other

tag-heading = { $receipt } is read as:
tag-corrected = corrected by hand
tag-help = To correct it: { $commands }

explain-heading = How { $receipt } was read
explain-consent = How far it may go: { $level }.
explain-not-cited = It stands in no digest yet.
explain-wrong = Not right? { $command }
digest-of-day = the digest of { $day }

show-private = in private
show-imported = imported
show-not-quoted = Its author wants it counted only. Do not quote it.
show-cited = Cited in: { $digests }.
show-audited = You read this as { $role }, { $consultation }. It is in the audit log.

approve-none = Nothing waits for your approval.
approve-waiting = These words of yours would be quoted if you approve:
approve-which = Which passage? { $passages }
approve-done = You approved { $passage }. It may be quoted:
approve-declined = { $passage } will not be quoted:

digest-scheduled = This room's digest comes every week from now on, first on { $first }.
digest-scheduled-end = To end it: { $command }
digest-unscheduled = This room's digest no longer comes by itself.
digest-schedule-over = This consultation is over, so its digest no longer comes by itself.
digest-not-scheduled = This room's digest does not come by itself.

# One person with two accounts
link-code = On your other account, in private with me, write { $command }. The code holds for { $minutes } minutes and works once.
link-warning = Give it to nobody: whoever types it reads all you wrote and can erase it.
link-confirm = This joins this account with one on { $platform }. From then on whoever has either of them reads all you wrote here, and can change and erase it. Go on only if you asked for the code yourself. Is that so?
link-consent = The stricter of your consents holds for both.
link-declined = Nothing was joined. The code is used up.
link-done = Your accounts are joined: this one and one on { $platform } are one person to me. Nobody else is told.
link-named = A name or organisation that you gave on one of them is never shown with what you write from the other. I write to you where you typed the code.
link-undo = To undo it, write { $command } on the account that is to go.
link-own = This is the account that asked for the code. Type it on the other.
link-already = One of the two accounts is joined with another already. Two can be one person, not more. { $command } lets one go.
link-quiet = On one of the two accounts you asked me to be quiet. Write { $command } there first.
link-code-wrong = I know no such code: it is mistyped, used or older than ten minutes. { $command } on the other account gives a new one.
link-too-many = Too many wrong codes. Try again in an hour.
link-code-form = A code has { $count } digits. { $command } gives one.
link-name-elsewhere = Your name belongs to your other account: give it there. Shown here it would tell that both are you. Or let this account go: { $command }.
unlink-none = This account is joined with no other. { $command } joins it.
unlink-done = This account is on its own again, and I hold nothing of it. What you wrote stays with your account on { $platform }: only there can you see it and take it back. To take part from here, write { $command }.
unlink-told = Your account on { $platform } was let go. All you wrote is with this one. A name or organisation that you had given there is no longer shown.
