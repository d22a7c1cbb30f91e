# Что стоит на кнопке, в форме или в меню.

handled = Готово.
answer-over = Этот вопрос уже закрыт. { $help } покажет, что можно сделать сейчас.
hand-in-own = Передать можно только то, что вы написали сами.
form-answer = Ответить
form-write = Написать
button-join = Участвовать
button-private = Написать лично
button-who = Кто может здесь читать
button-help = Помощь
digest-follows = Обзор следует ниже.
