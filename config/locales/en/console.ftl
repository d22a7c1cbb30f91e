# What the console itself says: rooms and people in a terminal or a pipe. What begins with / # @ or
# a backslash is typed as it stands, in every language.

# Shown when the console starts on a terminal.
console-welcome =
    gcm-talks in this terminal: rooms to write in, and people to write as.
    The bot hears and answers here as it does on Matrix and Discord.
console-rooms = Rooms: { $rooms }
console-people = People: { $people }
console-everyone-else = any other name takes part as a stakeholder
console-private = alone with the bot
console-try = Three things to try:
console-try-join = take part; the bot answers in private
console-try-private = answer it there
console-try-digest = ask for a digest, as rapporteur
console-more = /help shows what else you can do, /quit ends.

console-help =
    #room @person text — say it there, as that person. Both stay until you name others.
    #private — the person's conversation with the bot alone
    /edit TEXT — change the person's last message in the room
    /delete — delete it
    /react 📝 — put a mark on it
    /reply TEXT — reply to the bot's last message in the room; /reply @person TEXT to a person's
    /attach FILE — send a text file
    /at +3m — move the clock forward: s seconds, m minutes, h hours, d days
    /room NAME — open another room
    /who — rooms and people
    /quit — end
    \ in front of a line makes plain text of it: \/edit, \#, \@
    \ at its end: the message goes on with the next line

console-no-room = There is no room #{ $room }. The rooms are: { $rooms }. If it is text, write \ in front of it.
console-bad-room = A room's name has letters, digits and hyphens, at most 64: /room north-africa
console-bad-person = A person's name has at most 64 letters.
console-room-opened = #{ $room } is open until you quit. The bot must be told what it is a room of.
console-no-tap = I know no /{ $word }. Write /help, or \ in front if it is text.
console-no-tap-nearest = I know no /{ $word }. Did you mean /{ $nearest }?
console-needs = Write it like this: { $example }
console-no-message = @{ $person } has no message in { $room } that I remember.
console-no-answer = I said nothing in { $room } yet that you could reply to.
console-bad-span = Write how far the clock moves forward, at most ten years: /at +3m
console-moved = It is now { $time } (UTC).
console-too-long = This line is longer than 1 MiB. It was not read.
console-leave = To leave, write /quit or press Ctrl-D.
console-earlier = an earlier message
console-on-message = on what @{ $person } wrote: { $words }
