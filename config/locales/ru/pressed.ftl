# Что стоит на кнопке, в форме или в меню.

handled = Готово.
answer-over = Этот вопрос уже закрыт. { $help } покажет, что можно сделать сейчас.
answer-over-words = Чтобы ваши слова не пропали, вот они:
answer-takes-longer = Это занимает больше времени, чем обычно. Если через минуту здесь не будет ответа, сделайте это, пожалуйста, ещё раз.
hand-in-own = Передать можно только то, что вы написали сами.
hand-in-nothing = В этом сообщении нет слов, которые я могу записать.
form-answer = Ответить
form-write = Написать
button-join = Участвовать
button-private = Написать лично
button-who = Кто может здесь читать
button-help = Помощь
button-withdraw = Отозвать
button-why = Почему
button-consent = Моё согласие
button-stop = Стоп
button-my-contributions = Мои записи
button-my-data = Мои данные
button-forget-me = Забудьте меня
button-approve = Разрешить
button-decline = Не цитировать
pressed-follows = Смотрите ниже.

# The commands as they are chosen from a list: the lists, and what a command takes. A name has no
# blanks and at most 32 characters, a line about it at most 100.

menu-gcm = участвовать в консультации
menu-gcm-office = вести комнаты и готовить отчёты
menu-hand-in = Подать это сообщение
option-command = команда
option-command-about = команда, которую нужно объяснить
option-level = уровень
option-level-about = как можно использовать ваши слова
option-receipt-or-word = номер-или-слово
option-receipt-or-word-about = номер — только для этого текста; или ваша категория, организация, имя
option-language = язык
option-language-about = язык, на котором я вам пишу
option-objective = цель
option-objective-about = число от 1 до 23 или слово
option-receipt = номер
option-receipt-about = номер записи, например AF-0042
option-text = текст
option-text-about = что вы хотите сказать; без текста откроется форма
option-passage = отрывок
option-passage-about = отрывок, например AF-0042.1
option-objective-or-kind = цель-или-вид
option-objective-or-kind-about = например: цель 6, или нет, или вид проблема
option-what = что
option-what-about = что сделать
option-options = параметры
option-options-about = название или то, что нужно задать, как в руководстве
option-until = до
option-until-about = когда закрыть, например 13 сент. 18:00
option-question = вопрос
option-question-about = вопрос комнате; без него откроется форма
option-reason = причина
option-reason-about = почему; автор об этом узнает
option-scope = охват
option-scope-about = например: цель 6 с 2 сент., или комната west-africa
option-who-and-what = кто-и-что
option-who-and-what-about = например: moderator @amina регион africa
option-code = код
option-code-about = код, который получила другая учётная запись
