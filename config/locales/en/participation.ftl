# Calls, forms and registration.

command-register = register
command-unregister = unregister
command-check-in = check in
command-registrations = registrations
command-coverage = coverage
command-call = call

help-register = register, or see and change your registration
help-unregister = take your registration back; your answers are erased
help-check-in = say that you are there; for others, by their number
help-registrations = who registered, by number and state; accept or decline
help-coverage = who registered by category, region and gender; who is missing
help-call = open, extend, announce or close a call; its text and form

takes-answers = country Kenya mode online …
takes-number = number
takes-which = confirmed, waiting, accept 17 …
option-answers = answers
option-answers-about = your answers at once, such as: country Kenya mode online; without them I ask
option-number = number
option-number-about = the number of someone's registration; without it, you yourself
option-which = which
option-which-about = such as: waiting, or accept 17, or decline 17
menu-gcm-talks = register and take part in talks
button-register = Register
button-unregister = Unregister
button-take-place = Take the place

# What people type, beside the English words.
words-pause = pause
words-back = back
words-skip = skip
words-change = change
words-registration = registration
words-extend = extend
words-capacity = capacity
words-online = online
words-audience = audience
words-hours = hours
words-everyone = everyone
words-youth = youth
words-states = states
words-invitation = invitation
words-accept = accept
words-decline = decline
words-confirmed = confirmed
words-promised = promised
words-waiting = waiting
words-asked = asked

mode-room = in person
mode-online = online

# Why an answer is not taken.
form-first = This is the first question.
form-change = Write the number of an answer to change it, or 0 if all is right.
form-required = This question needs an answer. You can also write pause and go on later.
form-empty = There is no answer in this. Please write one.
form-too-long = This has { $example } characters. Please write at most { $limit }.
form-country = I know no country { $typed }. Write its name, its code or its flag, such as Kenya, KEN or 🇰🇪.
form-country-near = I know no country { $typed }. Do you mean { $example }? Write the number, or the name.
form-theme = I know no objective or round table { $typed }. Write such as: 6, remittances, round table 2.
form-too-many = Please name at most { $limit }.
form-choice = { $typed } is none of the answers. Write a number from 1 to { $limit }, or the words, such as: { $example }.
form-choices = { $typed } is none of the answers. Write numbers from 1 to { $limit } with commas, such as: 1, 2.

form-skip = leave it out
form-sensitive = This is sensitive, and you need not answer. If you do, you agree that I keep it, sealed, for this alone.
form-summary = You answered this. Write a number to change an answer, or 0:
form-confirm = all is right
form-paused = Your answers are kept. To go on, in some days too, write { $command }.
form-more = Questions left, all optional: { $count }. Answer them now?
form-done = Thank you. { $data } shows what I hold; { $undo } takes your registration back.

register-none = Nobody can register for { $consultation } yet. Questions: { $contact }.
register-closed = Registration for { $consultation } closed on { $day }. If you still want to come, turn to { $contact }.
register-states = This registration is for Member States. If you represent one, turn to { $contact }.
register-kept = Registration for { $consultation }, run by { $controller }. What you answer is kept, sealed, until { $days } days after the summary is published; the organisers can read it. You can take it back at any time.
register-age = Are you 18 or over, and do you agree?
register-youth = This is for people from 18 to 30. Are you, and do you agree?
register-not-youth = Nothing was kept. For what people of another age can come to, turn to { $contact }.
register-under-18 = Nothing was kept. If you are under 18, I may not register you; { $contact } can help you.
register-line = I do not know what to do with { $typed }. Write such as: { $example }

registered-confirmed = You are registered for { $consultation }, { $mode }. Your number is { $number }.
registered-waiting = All places are taken, so you are on the waiting list for { $consultation }, { $mode }. Your number is { $number }. I tell you when a place is yours; it is then kept for { $hours } hours.
registered-place = Your place on the list: { $place }.
registered-place-of = Your place on the list: { $place } of { $of }.
registered-promised = A place is yours: { $consultation }, { $mode }. It is kept until { $until }. To take it, write { $register }; to give it back, { $unregister }.
registered-asked = Your registration for { $consultation } is handed in under number { $number }. The organisers invite people one by one; I tell you what they decide.
registered-draft = Your registration for { $consultation } is not finished. To go on, write { $register }.
registered-declined = The organisers could not take your registration for { $consultation }. To ask why, turn to { $contact }.
registered-lapsed = The place that was kept for you at { $consultation } went to the next on the list. To be put on it again, write { $register }.

unregister-none = You are not registered for { $consultation }. To register, write { $command }.
unregister-done = You are no longer registered for { $consultation }, and your answers are erased. To register again, write { $command }.

check-in-none = You have no place at { $consultation } yet. { $command } shows where you stand.
check-in-no-number = Nobody with a place has the number { $typed }. Write such as: check in 17.
check-in-done = Number { $number } is here: { $consultation }.

# Where a registration stands, in a list.
entry-draft = not finished
entry-confirmed = confirmed
entry-promised = place kept
entry-waiting = waiting list
entry-asked = to be decided
entry-declined = declined
entry-lapsed = not taken in time
entry-withdrawn = taken back
entry-number = number { $number }
entry-checked-in = is here

call-needs = Before a call can open, these have to be set: { $missing }. Write { $command }
call-already = This call is open already. To change until when or how many places: { $command }
call-none = No such call is open. Write { $command }
call-no-places = There would be no place at all. Give places in the room or online, such as: room 120 online 400.
call-open = Registration for { $consultation } is open.
call-open-until = Registration for { $consultation } is open until { $until }.
call-closed = Registration for { $consultation } is closed.
call-no-limit = no limit
call-places = { $mode }: { $given } given away of { $places }, { $waiting } waiting
audience-youth = For people from 18 to 30.
audience-states = For Member States.
audience-invitation = By invitation: people decide on each.
card-register = register for the consultation
card-register-until = register, until { $until }

registrations-empty = There are none.
registrations-more = And { $count } more. Name a state to see fewer, such as: registrations waiting.
registrations-no-number = No registration with the number { $typed } waits for a decision. Write such as: registrations accept 17.
registrations-accepted = Number { $number } is taken in, and was told.
registrations-declined = Number { $number } is declined, and was told.

coverage-heading = Who registered
coverage-people = People: { $people }.
coverage-group = { $name } { $people }
coverage-missing = Few or none so far: { $groups }.
coverage-bands = Groups of fewer than { $count } people are not counted. Who stated nothing is in no group.

# Changing a form from the chat.
words-form = form
words-ask = ask
words-submission = submission
words-label = label
words-option = option
call-form-line = Write what is to change, such as: { $example }
call-form-preview = This is how it reads from now on. Is that right?
call-form-done = The form is changed (version { $version }). Who is filling it in is asked only what no longer holds.
call-form-left = Nothing was changed.
call-form-off = left out
