# When something is wrong: what it was, and what to write instead.

error-internal = This did not work, and nothing was changed. Reference { $reference } for whoever runs me.
error-unknown-command = I know no { $typed }.
error-did-you-mean = Did you mean { $command }?
error-see-help = { $command } shows what I know.
error-role = Only { $roles } can use { $command }.
error-role-here = Only { $roles } of { $room } can use { $command }.
error-role-names = They are: { $names }.
error-rate-limited =
    { $seconds ->
        [one] That was much at once. Please wait one second and send it again.
       *[other] That was much at once. Please wait { $seconds } seconds and send it again.
    }
error-too-long = This text is too long: { $size } KiB, and I can take { $limit } KiB. Please send it in parts.
error-empty = There is no text to note. Write it after { $command }.
error-on-behalf = I cannot tell for whom this is. For a group, write { $example }. For yourself, begin with another word.
error-missing = Something is missing. Write { $usage }.
error-who = I cannot tell who { $typed } is. Write { $usage }.
error-too-much = I do not understand { $typed } here. Write { $usage }.
error-choice = Please answer with a number from { $from } to { $to }.
error-name-long = That is too long to stand beside a quotation. Please write it in at most { $limit } characters, such as: Example Network.
error-number = { $typed } is no number from { $from } to { $to }.
error-objective = There are 23 objectives. Write a number from 1 to 23 or a word: { $example }
error-date = { $typed } is no day that exists. Write a day such as { $example }. Times are those of { $town }.
error-past = { $typed } is already over. Write a day to come, such as { $example }.
error-receipt = { $typed } is no receipt. A receipt looks like { $example }.
error-language = I do not speak { $typed }. I speak { $languages }.
error-option = { $typed } is not possible here. Possible: { $options }.
error-in-room = This works in a room. Please write it there.
error-not-bound = This room belongs to no consultation yet. A moderator can write { $command }.
error-no-consultation = No consultation is open.
error-which-consultation = Which consultation? Write one of: { $consultations }.
error-join-first = You do not take part yet. Write { $command } first.

role-observer = observers
role-stakeholder = stakeholders
role-co-host = co-hosts
role-moderator = moderators
role-coordinator = coordinators
role-rapporteur = rapporteurs
role-task-team = the task team
role-secretariat = the secretariat

error-unknown-word = I do not understand { $typed } here.
error-option-empty = Something is missing after “{ $option }”. Write what you want there.
error-moment = I cannot read { $typed } as a time. Write it like { $example }. Times are those of { $town }.
error-skipped = { $typed } does not exist: the clocks are put forward there. Write another time, such as { $example }. Times are those of { $town }.
error-weekly = I cannot read { $typed } as a day of the week and a time. Write { $example }.
error-period = The period ends before it begins. Write the earlier day first.
error-scope = I do not understand { $typed }. Write for example { $example }.
error-timezone = I know no time zone { $typed }. Write one such as { $example }, or its town.
error-no-receipt = There is no contribution { $receipt }.
error-room-name = A room needs a short name of letters, digits and hyphens: { $example }
error-room-taken = There is already a room { $name } in this consultation. Choose another name.
error-room-of-another = This room belongs to another consultation: { $consultation }. What was noted here stays with it. Unbind it there, or use a new room.
error-no-rooms = No room is bound yet. In the room, a moderator writes { $command }.
error-slug = A consultation needs a short name of lower-case letters, digits and hyphens: { $example }
error-value-length = This has { $length } characters. Write at least one and at most { $limit }.

# One holder of a role.
role-one-observer = observer
role-one-stakeholder = stakeholder
role-one-co-host = co-host
role-one-moderator = moderator
role-one-coordinator = coordinator
role-one-rapporteur = rapporteur
role-one-task-team = member of the task team
role-one-secretariat = secretariat
