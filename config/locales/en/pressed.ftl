# What a button, a form or a menu says.

handled = Done.
answer-over = This question is over. { $help } shows what you can do now.
hand-in-own = You can hand in only what you wrote yourself.
form-answer = Answer
form-write = Write
button-join = Take part
button-private = Write privately
button-who = Who can read here
button-help = Help
digest-follows = The digest follows.
