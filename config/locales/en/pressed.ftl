# What a button, a form or a menu says.

handled = Done.
answer-over = This question is over. { $help } shows what you can do now.
answer-over-words = So that they are not lost, here are your words:
answer-takes-longer = This takes longer than usual. If no answer stands here in a minute, please do it once more.
hand-in-own = You can hand in only what you wrote yourself.
hand-in-nothing = There are no words in this message that I could note.
form-answer = Answer
form-write = Write
button-join = Take part
button-private = Write privately
button-who = Who can read here
button-help = Help
button-withdraw = Take it back
button-why = Why so
button-consent = My consent
button-stop = Stop
button-my-contributions = What I wrote
button-my-data = My data
button-forget-me = Forget me
button-approve = Allow it
button-decline = Do not quote it
pressed-follows = It follows below.

# The commands as they are chosen from a list: the lists, and what a command takes. A name has no
# blanks and at most 32 characters, a line about it at most 100.

menu-gcm = take part in the consultation
menu-gcm-office = run rooms and report
menu-hand-in = Submit this message
option-command = command
option-command-about = the command to explain
option-level = level
option-level-about = how your words may be used
option-receipt-or-word = receipt-or-word
option-receipt-or-word-about = a receipt, for that text alone; or your category, organisation or name
option-language = language
option-language-about = the language in which I write to you
option-objective = objective
option-objective-about = a number from 1 to 23, or a word
option-receipt = receipt
option-receipt-about = the receipt, such as AF-0042
option-text = text
option-text-about = what you want to say; without it a form opens
option-passage = passage
option-passage-about = the passage, such as AF-0042.1
option-objective-or-kind = objective-or-kind
option-objective-or-kind-about = such as: objective 6, or none, or kind challenge
option-what = what
option-what-about = what to do
option-options = options
option-options-about = a name, or what to set, as the handbook shows it
option-until = until
option-until-about = when it closes, such as 13 Sep 18:00
option-question = question
option-question-about = what to ask the room; without it a form opens
option-reason = reason
option-reason-about = why; its author is told
option-scope = scope
option-scope-about = such as: objective 6 since 2 Sep, or room west-africa
option-who-and-what = who-and-what
option-who-and-what-about = such as: moderator @amina region africa
option-code = code
option-code-about = the code that the other account was given
