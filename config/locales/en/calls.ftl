# Commands for calls, the calendar and what was changed.
command-speak = speak
command-propose = propose
command-apply = apply
command-answer = answer, answers
command-deadlines = deadlines
command-changes = changes
help-speak = ask to speak, or see and change what you asked
help-propose = propose a talk or side event
help-apply = apply for travel support
help-answer = the open calls, and answer one of them
help-deadlines = the calendar; the secretariat changes it
help-changes = what was changed publicly, and when

# What people type, beside the English words.
words-from = from
words-day = on, day
words-decides = decides
words-decision = decision
words-text = text
words-announce = announce
words-received = received
words-withdraw = withdraw
words-speaking = speaking
words-proposal = proposal
words-travel = travel
words-opens = opens

# Calls that people answer without a place being given.
register-not-yet = Registration for { $consultation } opens on { $day }. Questions: { $contact }.
answers-none = { $form }: there is no such call for { $consultation }. Questions: { $contact }.
answers-not-yet = { $form }: this call for { $consultation } opens on { $day }. Questions: { $contact }.
answers-over = { $form }: this call for { $consultation } closed on { $day }. If you still want to answer it, turn to { $contact }.
answers-states = This call is for Member States. If you represent one, turn to { $contact }.
answers-kept = { $form }: { $consultation }, run by { $controller }. What you answer is kept, sealed, until { $days } days after the summary is published; the organisers can read it. You can take it back at any time.
answers-under-18 = Nothing was kept. If you are under 18, I may not take your answer; { $contact } can help you.
answers-received = { $form } ({ $consultation }): handed in under number { $number }. To change it, write { $command }; to take it back, { $undo }.
answers-draft = { $form } ({ $consultation }): not finished. To go on, write { $command }.
answers-done = Thank you. { $data } shows what I hold; { $undo } takes it back.
answers-withdrawn = { $form } ({ $consultation }): taken back, and your answers are erased. To answer again, write { $command }.
answers-none-own = { $form } ({ $consultation }): you have handed in nothing. To do so, write { $command }.
answers-no-calls = No call is open now, and none is to come.
answers-count = Handed in so far: { $count }.
answers-coming = { $form } ({ $consultation }): opens on { $opens }.
answers-open = { $form } ({ $consultation }): open.
answers-open-until = { $form } ({ $consultation }): open until { $until }.
answers-closed = { $form } ({ $consultation }): closed.
call-coming = Registration for { $consultation } opens on { $opens }.
entry-received = handed in
decides = It is decided by { $who }.
decides-by = It is decided by { $who }, by { $date }.
decides-not-said = People decide on it. Who, and by when, has not been said yet.

# The text of a public call.
call-text-who = Who can answer
call-text-everyone = everyone of 18 or over, with or without an organisation
call-text-youth = people from 18 to 30
call-text-states = Member States
call-text-invitation = everyone of 18 or over; the organisers invite people one by one
call-text-when = When
call-text-moment = { $date }, { $time } ({ $town })
call-text-from-until = from { $from } until { $until }
call-text-from = from { $from }, until it is closed
call-text-closed = it is closed
call-text-places = Places
call-text-waiting-list = { $places }. When all are taken, there is a waiting list.
call-text-how = How
call-text-how-to = write { $room } in a room of the consultation, or { $private } to the bot alone. Questions that need an answer: at most { $count }, one at a time
call-text-languages = Languages
call-text-decides = Who decides
call-text-invited = The organisers, on each person; everyone learns what they decided.
call-text-in-order = Nobody chooses: places are given in the order in which people register.
call-text-all-read = Nothing is chosen: what is handed in is all noted and read.
call-text-name = Name
call-text-name-free = You need not give your name. A pseudonym is fine, and no list of people is published.
call-text-kept = What is kept
call-text-kept-for = Your answers, sealed, until { $days } days after the summary is published; the organisers can read them. You can take them back at any time.
call-text-files = The call is in these files: { $files }.
call-announce-now = This is posted at once in { $rooms }, in each of these languages. Is that right?
call-announce-on = On { $date } this is posted in { $rooms }, in each of these languages. Is that right?
call-announce-others = { $command } shows it in every language.
call-announced = It is posted. Rooms: { $count }. Its end, and a new one, are told there by themselves.
call-announced-on = It is posted on { $date }.
call-announced-already = This call stands in every room already. Its end, and a new one, are told there by themselves.

# The stage says what is open.
stage-is = { $consultation } is at this stage: { $stage }.
stage-opens-on = { $command } opens on { $date }.
stage-opens-later = { $command } opens later; the day is not set yet.
stage-over = { $command } is over.
stage-possible = What you can write now: { $commands }.
help-closed = { $consultation }: { $stage }. Not open at this stage: { $commands }.

# The calendar.
deadlines-heading = Deadlines: { $consultation }
deadlines-stage = Stage now: { $stage }.
deadlines-none = No date is set.
deadlines-over = Over
deadlines-town = Times are those of { $town }.
deadlines-no-number = There is no deadline { $typed }. { $command } shows them with their numbers.
deadlines-too-many = There can be at most { $limit } deadlines. Remove one first.
deadline-moment = { $date }, { $time }
deadline-stage-preparation = Preparation begins
deadline-stage-open = The consultation opens
deadline-stage-closing = The last words begin
deadline-stage-summary = Writing ends, the summary is drafted
deadline-stage-follow-up = The summary is published
deadline-call-opens = { $form }: opens
deadline-call-closes = { $form }: closes
deadline-call-decision = { $form }: decision
deadline-floor = The floor closes in { $room }
deadline-talk = Talk { $number } begins: { $title }

# What was changed for all to see.
changes-heading = Changes: { $consultation }
changes-none = Nothing was changed yet.
changes-foot = It says which office changed something, never who.
change-by-date = by its date
change-created = The consultation was created
change-stage = Stage: { $stage }
change-set = Set anew: { $what }
change-call-opened = { $form }: call opened
change-call-changed = { $form }: call changed
change-call-closed = { $form }: call closed
change-until = { $change }, until { $date }
change-form = { $form }: the questions were changed (version { $version })
change-deadline-set = Deadline set: { $name }, { $date }
change-deadline-moved = Deadline moved: { $name }, { $date }
change-deadline-removed = Deadline removed: { $name }, { $date }
change-talk-create = Talk { $number } planned for { $date }
change-talk-move = Talk { $number } moved to { $date }
change-talk-cancel = Talk { $number } of { $date } cancelled

# A consultation like another.
found-preview = { $slug } is created like { $like }. It takes over:
found-form = { $form }: its changed questions (version { $version })
found-no-deadlines = Deadlines are left empty; there it has { $count }. With opens and a day they are moved with that day.
found-not-taken = Not taken over: rooms, offices, calls, and whatever people wrote or answered. Create it so?

# Rooms that concern more than one region.
words-regions = regions
room-regions = What is noted here counts for other regions too: { $regions }.
