# The card, the floor, and who can read.

card-title = { $consultation } · { $room }
card-invite = Talk freely. Nothing of yours is noted unless you take part.
card-floor-open = Floor open
card-floor-open-until = Floor open until { $until }
card-floor-closed = Floor closed. What is written here is not noted.
card-last-noted = last noted { $ago }
card-join = Write { $command } to take part, here or to me in private.
card-private = write to me alone
card-register = register until { $until }
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
who-federated =
    { $count ->
        [one] One other server keeps a copy. Deleting there is a request.
       *[other] { $count } other servers keep a copy. Deleting there is a request.
    }
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
