# GCM Talks.

command-talk = talk
command-talks = talks
help-talk = plan a talk, move, change or cancel it; open its registration
help-talks = what is coming and where you stand; a file for your calendar
takes-talk = 3, calendar, reminders off …
option-talk = talk
option-talk-about = its number; or: calendar, reminders off, timezone Nairobi

# What people type, beside the English words.
words-talk = talk
words-move = move
words-cancel = cancel
words-starts = starts
words-minutes = minutes
words-mode = mode
words-hybrid = hybrid
words-in-person = in person
words-interpretation = interpretation
words-agenda = agenda
words-place = place
words-calendar = calendar
words-reminders = reminders
words-notice = notice
words-breakout = breakout
words-host = host

# What a talk is.
talk-name = { $number } · { $title }
talk-with-time = { $title } ({ $when })
talk-minutes =
    { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }
talk-hybrid = in person and online
talk-languages = languages: { $languages }
talk-interpretation = interpretation: { $languages }

talks-heading = Talks of { $consultation }
talks-none = No talk is planned.
talks-calendar = All talks as a file for your calendar: { $name }. Open it once more when a talk was moved.
talks-reminders-on = I remind you a day and an hour before each talk at which you have a place. Enough of it? { $command }
talks-reminders-off = I do not remind you of talks. What is moved or cancelled I tell you all the same. To be reminded: { $command }
talks-timezone = I tell you the times of talks as they are in { $town }.
talk-register = To register: { $command }
data-timezone = Time zone

# Planning one.
talk-which = Which talk? Write its number first. There are: { $talks }.
talk-not-planned = Talk { $number } is over or cancelled. It can no longer be changed.
talk-no-title = A talk needs a title. Write such as: { $example }
talk-no-start = When does it begin? Write such as: { $example }
talk-twice = The clocks are put back there, and { $typed } comes twice. Write another time, such as { $example }. Times are those of { $town }.
talk-agenda-line = Write the parts with their minutes and semicolons between them, at most 20, such as: 10 Opening; 60 What keeps workers in debt; 20 Next steps
talk-agenda-long = The agenda takes { $minutes } minutes, and the talk { $limit }. Make a part shorter, or the talk longer.
talk-no-rooms = no room, since none is part of the consultation yet
talk-preview-create = This talk is planned, and announced in { $rooms }. Is that right?
talk-preview-move = The talk is moved to this. It is announced in { $rooms }, and all who registered are told. Is that right?
talk-preview-set = The talk is this from now on. Nobody is told. It is announced in { $rooms }. Is that right?
talk-preview-cancel = This talk is cancelled. It is announced in { $rooms }, all who registered are told, and their registrations end. Is that right?
talk-short-notice = Short notice: people are to know of a talk { $limit } days before, and this is in { $days }.
talk-done-create = Talk { $number } is planned: { $title }. So that people can register: { $command }
talk-done-move = Talk { $number } is moved: { $title }. All who registered are told.
talk-done-set = Talk { $number } is changed: { $title }.
talk-done-cancel = Talk { $number } is cancelled: { $title }. All who registered are told.

# What rooms and people are told of one.
talk-told-planned = A talk is planned.
talk-told-open = People can register for this talk.
talk-told-moved = This talk has changed:
talk-told-cancelled = This talk is cancelled.
talk-told-comes = This talk comes soon.
talk-told-before = It was to be { $when }.
talk-told-soon = You have a place at a talk of { $consultation } that begins soon:
talk-you-stay = Your registration stays. If you cannot come then, write { $command }.
talk-you-have = You come { $mode }. Your number is { $number }. If you cannot come, write { $command }.
talk-no-more = No more reminders: { $command }

# Registering for one.
register-which = For what do you register?
unregister-which = Which registration do you take back?
unregister-all = all of them
registered-cancelled = { $consultation } is cancelled. Your registration for it has ended.
entry-cancelled = cancelled

error-no-time = At what time? Write day and time, such as { $example }. Times are those of { $town }.

talk-hosted = { $name } is co-host of { $title } now: may open and close the floor of its room from a day before to a day after, see who registered for it, and check people in.
talk-unhosted = { $name } is not co-host of { $title } any more.
talk-you-host = You are co-host of { $title } now. For this talk you can write: { $commands }
talk-hosts = Co-hosts: { $names }
talk-not-begun = Talk { $number } has not begun. There is nothing of it to read yet.

talk-preview-breakout = Whoever has a place goes to one of these rooms for a part of the talk: { $rooms }. Everyone is told which, and why. Is that right?
talk-done-breakout = People are divided at talk { $number }: { $title }. Each is told which room is theirs.
talk-breakout-line = Name at least two rooms of the consultation, with commas between them, such as: { $example }
talk-room-told = At { $title } there are several rooms. Yours is { $room }. { $because }
talk-room-interest = It is about a theme that you named.
talk-room-language = Your language is spoken there.
talk-room-balance = So that there are about as many people in each.
talk-room-apart = At { $title } there are several rooms, all on { $platforms }. I know no account of yours there, so none of them is yours. If you have one there, write { $command }, and I say how to join it. Then ask those who hold the talk to divide people once more.
talk-room-yours = Your room there: { $room }.

# Rooms that are made for a talk, and who reports on them.
words-make = make
words-rapporteur = rapporteur
words-priorities = priorities
talk-make-line = Name { $from } to { $to } rooms with semicolons between them, or say how many, such as: { $example }
talk-preview-make = The bot makes them beside { $room }: who is there may enter.
talk-preview-apart = These rooms are on { $platforms } alone. Who has no account there is told so, and how to join one.
talk-done-make = The rooms for talk { $number } are being made: { $title }. Once they are there, each is told which room is theirs.
talk-room-not-made = The room { $room } could not be made. Whoever runs this place has to let me make rooms and threads, and call the room differently if its name is taken. Then divide people once more.
talk-no-breakouts = Talk { $number } is not divided among rooms.
talk-rapporteur-line = Write the room and the person. The rooms are: { $rooms }. Such as: { $example }
talk-reported = { $name } is rapporteur of { $room } now, and may read the digests of this room.
talk-unreported = { $name } is not rapporteur of { $room } any more.
talk-you-report = You are rapporteur of { $room } at { $title } now. To read what was noted there: { $command }
talk-room = Room: { $room }
talk-room-reported = Room: { $room }. Rapporteur: { $names }

# What a talk is to be about.
talk-told-priorities = What should this talk be about? You help to decide.
talk-priorities = To say what matters most: { $command }
button-priorities = Say what matters
priorities-then = For what was named and an agenda that follows: { $command }
priorities-none = People were not asked yet what this talk is to be about. Write { $command }
priorities-heading = What matters most
priorities-people = Answered: { $people }.
priorities-opening = Opening
priorities-ending = Next steps
priorities-agenda = An agenda that follows. To take it over, perhaps in other words:
