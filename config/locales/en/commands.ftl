# What people type for each command, the word shown first. No two commands share a word.

command-help = help
command-about = about
command-privacy = privacy
command-join = join, take part
command-consent = consent
command-language = language
command-my-data = my data
command-forget-me = forget me
command-unlink-account = unlink account
command-link-account = link account
command-stop = stop
command-status = status
command-objective = objective
command-why = why
command-contact = contact, report, appeal
command-say = say
command-submit = submit
command-my-contributions = my contributions
command-approve = approve
command-withdraw = withdraw
command-private = private
command-who = who
command-room = room
command-floor = floor
command-ask = ask
command-hide = hide
command-restore = restore
command-tag = tag
command-health = health
command-digest = digest
command-show = show
command-quotes = quotes
command-export = export
command-consultation = consultation
command-roles = roles
command-audit = audit

# One line a command, at most 60 characters.
help-help = what you can write here, and what a command takes
help-about = what I am and on what I rest
help-privacy = what is kept of you, for how long, how to take it back
help-join = take part: choose how your words may be used
help-consent = see or change how your words may be used
help-language = the language in which I write to you
help-my-data = everything I hold about you
help-forget-me = erase all you wrote and all I know of you
help-unlink-account = let this account go; what you wrote stays with the other
help-link-account = join this account with another of yours: get a code, or type the one you got
help-stop = I am quiet, and you choose what else to take back
help-status = how you take part, and what became of your words
help-objective = the 23 objectives, by number or word
help-why = the texts that entitle you; or why AF-… was read so
help-contact = whom to turn to
help-say = say something for the record, in any room or in private
help-submit = a long text or a file; for a group: for NAME: text
help-my-contributions = your own words with their receipts
help-approve = allow one quotation of something you wrote in private
help-withdraw = take back something you wrote
help-private = write to me alone
help-who = who can read here
help-room = bind this room, set it, check it, rehearse
help-floor = open or close the floor, with a closing time
help-ask = ask the room a question; replies are noted as answers
help-hide = keep a contribution out of digests, by its receipt or as a reply to the message; its author is told
help-restore = let a hidden contribution count again
help-tag = correct how something was read: objective or kind
help-health = how I fare
help-digest = what was written, in themes with quotations
help-show = one contribution with how it was read
help-quotes = the passages that may be quoted
help-export = what may be exported, as files with a manifest
help-consultation = create a consultation, set it, move its stage
help-roles = your roles; the secretariat grants and revokes them
help-audit = what office-holders did

help-heading = What you can write
help-foot = In a room, write { $prefix } first. In private, the word alone is enough.
help-foot-list = Write / and choose. In private, the word alone is enough.

about-heading = gcm-talks
about-what = I am a program. I note what people write in the rooms of a consultation on the Global Compact for Migration, if they agree, and make digests of it from which rapporteurs write the summary.
about-basis = I follow the note of the United Nations Network on Migration on stakeholder engagement in the regional reviews, of 10 May 2023.
about-limits = A digest is an automatic reading, not the network's view. People decide who speaks, what is published and what is hidden.

privacy-heading = What is kept of you
privacy-consent = Nothing of yours is kept unless you take part. You choose how far your words may go, and you can change it at any time.
privacy-kept = Kept are what you write for the record, your consent, your language, and what you tell me to show beside your words. All of it is sealed, and each contribution has a key of its own.
privacy-without = Of those who do not take part I keep no words and no names, only a mark that lapses after a month, so that I ask once.
privacy-read = Moderators, rapporteurs and coordinators of your consultation can read what is noted. Who opened a contribution is written down.
privacy-backups =
    { $days ->
        [one] What you take back is erased at once. After one day no backup can be opened to read it either.
       *[other] What you take back is erased at once. After { $days } days no backup can be opened to read it either.
    }
privacy-contact = Responsible: { $controller }. Contact: { $contact }.
privacy-commands = my data · consent · withdraw · forget me · stop

join-again = consent changes it · my contributions · stop
consent-change = To change it, write one of these:

language-which = Which language? Write language and one of: { $languages }

status-consent = { $consultation }. You take part: { $level } (since { $since }).
status-paused = You are paused: nothing you write is noted. To go on, write { $command }.
status-none = You do not take part, and I hold nothing you wrote. To take part, write { $command }.
status-written =
    { $count ->
        [0] You have written nothing for the record yet.
        [one] You wrote one contribution; { $cited } of it stands in a digest.
       *[other] You wrote { $count } contributions; { $cited } of them stand in a digest.
    }

objectives-heading = The 23 objectives of the Global Compact, by round table
objective-round-table = It is discussed in round table { $number }.
objective-digest = What was written on it: { $command }

why-heading = Why you may take part
why-compact = The Global Compact (resolution 73/195) commits States to partnership with migrants, civil society, trade unions, faith-based organizations, local authorities, the private sector and others: paragraphs 15 (j) and 44.
why-format = Its reviews are held with the participation of all relevant stakeholders: paragraph 48, and resolution 73/326, paragraph 10.
why-declaration = The Progress Declaration (resolution 76/266) asks regional processes to cooperate with stakeholders and to draw on what they contribute.
why-note = The network's note on stakeholder engagement (10 May 2023) asks for effective access to every review and its preparation.

contact-help = In danger, or under 18? Turn to { $help }.

which-consultation = Which consultation is it about?
private-hello = Hello. To say something for the record, write it to me. { $help } shows what else I understand.
private-note = Shall I note this for { $consultation }?
private-writing = Write to me now. For ten minutes, what you write here is noted for { $consultation }.

# What people type after submit: for NAME: text.
words-for = for, on behalf of

file-too-large = { $name } is larger than { $limit } KiB. Please send it in parts, or paste the text.
file-not-text = { $name } is no plain text. Please send a .txt or .md file in UTF-8, or paste the text.
file-unreachable = I could not fetch { $name }. Please send it once more, or paste the text.
file-poll = A poll is not noted. Please write what you think as a message.

# What a command takes, as help names it.
takes-command = command
takes-objective = objective
takes-options = options
takes-passage = passage
takes-reason = reason
takes-code = code
takes-receipt = receipt
takes-receipt-or-word = receipt or word
takes-scope = objective 6 since 2 Sep …
takes-until = until 13 Sep 18:00
takes-who-and-what = who and what
takes-language = language
takes-objective-or-kind = objective or kind
takes-question = question
takes-text = text

# What people type after a command, beside the English words.
words-bind = bind
words-set = set
words-rehearsal = rehearsal
words-check = check
words-card = card
words-unbind = unbind
words-list = list
words-open = open
words-close = close
words-on = on
words-off = off
words-none = none
words-reaction = reaction
words-private = private
words-create = create
words-stage = stage
words-grant = grant
words-revoke = revoke
words-everywhere = everywhere
words-like = like
words-title = title
words-controller = controller
words-contact = contact
words-help = help
words-retention = retention
words-timezone = timezone
words-languages = languages
words-risky = risky
words-space = space
words-ack = ack
words-chatham = chatham
words-consultation = consultation
words-objective = objective
words-round-table = round table, roundtable
words-room = room
words-subregion = subregion, sub-region
words-region = region
words-since = since, from
words-until = until, to
words-level = level
words-kind = kind
words-category = category
words-written-in = written in
words-language = language
words-format = format
words-every = every, each
words-never = never
words-all = all
words-full = full
words-screen = screen, short
words-local = local
words-national = national
words-regional = regional
words-global = global
words-preparation = preparation
words-closing = closing
words-summary = summary
words-follow-up = follow-up

# Days from today, and the days of the week in full, Monday first.
words-today = today
words-tomorrow = tomorrow
words-yesterday = yesterday
date-weekdays = Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
# Other forms in which people write them, between /.
date-weekdays-forms = Mondays, Tuesdays, Wednesdays, Thursdays, Fridays, Saturdays, Sundays
