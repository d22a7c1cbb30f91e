# Being heard: receipts, corrections, one's own contributions and data.

record-noted = Noted as { $receipt }.
record-noted-in = { $receipt }, in { $room }.
record-take-back = To take it back: { $command }, or ❌ on your message.
record-read-as = It was read as: { $reading }. Not right? { $command }
record-edited = { $receipt } now holds what your message says after the edit.
record-deleted = { $receipt } is erased, because its message was deleted.
record-withdrawn = { $receipt } is withdrawn: its text is erased, and what quoted it is corrected.
record-already-withdrawn = { $receipt } was already withdrawn.
record-not-yours = You have no contribution { $receipt }.
record-yours-are = Yours are: { $receipts }.
record-yours-none = You have none.
record-floor-closed = The floor in { $room } is closed. Nothing was noted.
record-floor-closed-at = The floor in { $room } closed at { $time }. Nothing was noted.
record-private-until = You can still write to me in private until { $until }.
record-not-decrypted = I could not decrypt your message of { $time }. Please send it once more, or write to me in private.
record-not-readable = I could not read your message of { $time }. Please send it once more as text.

contributions-heading = What you wrote
contributions-none = You have no contributions here.
contributions-count =
    { $count ->
        [one] You wrote one contribution.
       *[other] You wrote { $count } contributions.
    }
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
data-language = Language
data-consent = Consent
data-since = since { $day }
data-name = Name
data-category = Category
data-organisation = Organisation
data-organisation-claim = not confirmed yet
data-roles = Roles
data-votes = Votes
data-contributions = Contributions
data-kept =
    { $days ->
        [one] All of this is erased one day after the summary is published.
       *[other] All of this is erased { $days } days after the summary is published.
    }
