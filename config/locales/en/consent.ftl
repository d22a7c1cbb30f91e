# Taking part, stopping, being forgotten.

# The question, its six answers and the line of languages have 400 characters together.
consent-question = { $consultation }, run by { $controller }. What you write in its rooms can reach States, if you agree. If you are 18 or over, how may I use it?
consent-answer-summarise = count it, never quote it
consent-answer-quote = quote it without my name
consent-answer-category = with my category (such as: trade union)
consent-answer-organisation = with my organisation
consent-answer-name = with my name
consent-answer-no = not now, or I am under 18

consent-agreed-summarise = Agreed: counted, never quoted.
consent-agreed-quote = Agreed: quoted without your name.
consent-agreed-category = Agreed: quoted with your category.
consent-agreed-organisation = Agreed: quoted with your organisation.
consent-agreed-name = Agreed: quoted with your name.
# The consent as it stands, in a list or after a receipt.
consent-level-no = nothing is kept
consent-level-summarise = counted, never quoted
consent-level-quote = quoted without a name
consent-level-category = quoted with the category
consent-level-organisation = quoted with the organisation
consent-level-name = quoted with the name

consent-holds = It holds for what you write from now on in this consultation, while a floor is open.
consent-found-again = A quote from an open room can be found again in that room.
consent-lowered = It also holds for everything you have written here so far.
consent-raised = What you wrote before stays as you allowed it then.
consent-one-lowered = { $receipt } from now on: { $level }.
consent-ask-category = Which of these are you?
consent-ask-organisation = What is your organisation called?
consent-ask-name = Which name may stand beside your words?
consent-claim = Nobody has confirmed yet that you belong to { $organisation }. Until then you count as one person. Its focal point may be shown your account, to say so.

consent-offer = You wrote { $quote } just now. Include it?
consent-offer-declined = All right. That message is not noted.
consent-not-now = All right. Nothing of yours is kept. The focal point can be reached at { $contact }.
consent-under-18 = I may not note what you write while you are under 18. { $contact } can help you.
consent-stopped = All right. From now on nothing you write is noted, and what you wrote is erased.

private-blocked = I could not write to someone here in private. Please allow private messages, or write to me first: { $address }

stop-menu = I am quiet in this consultation from now on. Do you also want to
stop-answer-withdraw = withdraw something you wrote
stop-answer-unregister = unregister
stop-answer-forget = be forgotten: all you wrote and all I know of you
stop-answer-nothing = nothing more
stop-done = All right. Write { $command } when you want to take part again.

forget-confirm = This erases all you wrote and all I know of you. Digests with your words are corrected. It cannot be undone. To go on, write { $command }.
forget-done =
    { $days ->
        [one] Done. All you wrote and all I knew of you is erased. After one day no backup can be opened to read it either.
       *[other] Done. All you wrote and all I knew of you is erased. After { $days } days no backup can be opened to read it either.
    }
forget-kept = Nothing was erased.

language-switched = From now on I write to you in { $language }.
language-later = I can write to you in { $language } once you take part: begin with { $command }.

# What people type, without prefix and anywhere.
words-stop = stop, unsubscribe, leave me alone
words-consent-no = no, none
words-consent-summarise = summarise, summarize, count
words-consent-quote = quote, anonymous
words-consent-category = category
words-consent-organisation = organisation, organization
words-consent-name = name

# To who writes where a floor is open and does not take part: once a month.
invite = What you write in { $room } is not noted, because you do not take part. To take part, write { $command }.
