# The card, the floor, and who can read.

card-title = { $consultation } · { $room }
card-invite = Talk freely. Nothing of yours is noted unless you take part.
card-floor-open = Floor open
card-floor-open-until = Floor open until { $until }
card-floor-closed = Floor closed. What is written here is not noted.
card-last-noted = last noted { $ago }
card-join = Write { $command } to take part, here or to me in private.
card-private = write to me alone
card-who = who can read here
card-help = help in your language

floor-opened = The floor is open. What those who take part write here is noted.
floor-opened-until = The floor is open until { $until }. What those who take part write here is noted.
floor-closed = The floor is closed. Nothing more is noted here.
floor-closes-soon = The floor closes at { $time }.
floor-already-open = The floor is already open.
floor-already-closed = The floor is already closed.
floor-needs = The floor cannot be opened yet. Missing in the configuration: { $missing }.
room-rehearsal = This is a rehearsal. All that is written here stays out of every digest and is erased.
room-chatham = Chatham House Rule: what is said here may be used, not who said it.

who-heading = Who can read here
who-members =
    { $count ->
        [one] One person is in this room.
       *[other] { $count } people are in this room.
    }
who-encrypted = Encrypted: the people in this room can read, and the server that runs me. Reactions are not encrypted.
who-not-encrypted = Not encrypted: those who run the server can read too.
who-discord = Discord can read what is written here, and keeps it in the United States.
who-console = This room is a window on one computer. Whoever uses it can read along.
who-observers =
    { $count ->
        [0] No observers from Member States are here.
        [one] One observer from a Member State can read here.
       *[other] { $count } observers from Member States can read here.
    }
who-moderators = Moderators: { $names }.
who-no-moderators = Nobody moderates this room yet.
who-controller = I am run by { $controller }. Contact: { $contact }.
who-not-configured = It is not yet set who runs me.
who-retention =
    { $days ->
        [one] What you write is erased one day after the summary is published.
       *[other] What you write is erased { $days } days after the summary is published.
    }
who-private-hint = Safer: write to me in private. Then the others in this room cannot read it.

card-encrypted = Encrypted.
card-mentions-only = I read here only what is addressed to me.

who-private = You write to me alone; the others in the rooms cannot read it.
who-public = Anyone can enter this room without being invited.
who-restricted = Whoever is in certain other rooms or spaces can enter this room without being invited.
who-public-discord = Everyone on this Discord server can read here.
who-mentions-only = I can read here only what is addressed to me: commands, forms, mentions.
who-world = Anyone can read this room without entering it.
who-shared = Who comes later can read what was written before.
who-guests = People without an account may enter.
who-bridged = What is written here is carried to another network, which keeps a copy.
who-other-servers = Other servers keep a copy. Deleting there is a request.
who-not-checked = I have not looked yet whether this room is encrypted.
who-offices = Moderators, rapporteurs and coordinators can read what is noted. Who opened a contribution is written down.

# A room by what it is for.
room-round-table = Round table { $number }
room-objective = Objective { $number }: { $label }

# The answer to room bind and room check.
room-bound = This room is now { $room }.
room-is = This room is { $room }.
room-floor-is-open = Floor: open.
room-floor-is-closed = Floor: closed.
room-check-may = I can read, write, pin and delete what I wrote
room-check-may-not-read = I cannot read here. Let me in, with the right to read messages.
room-check-may-not-read-discord = I cannot read here. Channel settings, Permissions: give my role View Channel and Read Message History.
room-check-may-not-write = I cannot write here. Give me the right to send messages.
room-check-may-not-write-discord = I cannot write here as I need to. Channel settings, Permissions: give my role Send Messages, Send Messages in Threads, Embed Links, Attach Files and Add Reactions.
room-check-may-not-pin = I cannot pin the card. Give me the right to pin or change the room's state.
room-check-may-not-pin-discord = I cannot pin the card. Channel settings, Permissions: give my role Pin Messages.
room-check-may-not-redact = I cannot delete what I wrote. Give me the right to, or a withdrawal cannot be mended here.
room-check-encrypted = encrypted
room-check-not-encrypted = not encrypted. Turn encryption on in the room's settings, Security.
room-check-public = anyone may enter. Turn it off in the room's settings, Security.
room-check-restricted = whoever is in certain other rooms or spaces may enter. If that is not wanted: room settings, Security.
room-check-public-discord = everyone on this server can read here. If that is not wanted: channel settings, Permissions, turn View Channel off for @everyone.
room-check-history = who comes later reads everything from before. If that is not wanted: the room's settings, Security, history.
room-check-history-discord = who comes later reads everything from before. If that is not wanted: channel settings, Permissions, turn Read Message History off for @everyone.
room-check-world = anyone may read along without entering. Turn it off in the room's settings, Security, history.
room-check-guests = people without an account may enter. Turn it off in the room's settings, Security.
room-check-bridged = a bridge carries what is written to another network. Take it out, or tell people so.
room-check-mentions-only = I can read only what is addressed to me: commands, forms, mentions, private messages. Whoever runs me can change that: Message Content in the developer portal, and message_content = true in [discord].
room-check-tryout = This is my try-out message. Who cannot read it updates their app and asks once more: { $command }
room-reads-otherwise = Who can read here has changed:
room-check-unknown = I am looking now what I may do here. { $command } shows it in a moment.
room-ack-private = Who is noted learns it in private. To change it: room set ack reaction
room-ack-reaction = Who is noted sees 📝 on the message. To change it: room set ack private
room-next = Next: { $command }
room-unbound = { $room } is no longer a room of the consultation. Nothing written here is noted from now on. What was noted stays.

rehearsal-mark = rehearsal
rehearsal-over = The rehearsal is over. What was written in it is erased. From now on it counts.
rehearsal-already-on = This room is in rehearsal already.
rehearsal-already-off = This room is in no rehearsal.

floor-needs-who = The secretariat can set it: { $command }
floor-clocks-twice = The clocks are put back there, and this time comes twice. I take the first.

ask-heading = A question to everyone
ask-reply = Reply to this message to answer. The answers of those who take part are noted.
ask-closed =
    { $count ->
        [0] No question is open here.
        [one] The question is closed. Replies to it are no longer noted as answers.
       *[other] { $count } questions are closed. Replies to them are no longer noted as answers.
    }

hide-done = { $receipt } is hidden. No digest shows or counts it, and those that did are corrected.
hide-already = { $receipt } is hidden already.
hide-told = A moderator has hidden { $receipt }. It stays yours, and no digest shows it for now.
hide-reason = The reason given: { $reason }.
hide-turn-to = If you think this is wrong, turn to { $contact }.
restore-done = { $receipt } counts again.
restore-already = { $receipt } is not hidden.
restore-told = { $receipt } is no longer hidden. It counts in digests again.
author-told = Its author was told.
author-not-told = Its author cannot be reached from here.

invited-here = Here I am. Whoever runs the room makes it one of the consultation: { $command }
invited-declined = I enter rooms when someone who holds an office in a consultation invites me. To write to me alone, invite me to a direct message.
invited-ask = They are: { $names }.

unreadable = I could not decrypt your message of { $time }. Please send it once more, or write to me here.
unreadable-here = I could not decrypt your message of { $time }. Please send it once more.
