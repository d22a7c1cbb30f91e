# Наборы, анкеты и регистрация.

command-register = регистрация, зарегистрироваться, register
command-unregister = отменить регистрацию, unregister
command-check-in = я здесь, check in
command-registrations = регистрации, registrations
command-coverage = охват, coverage
command-call = набор, call

help-register = зарегистрироваться, увидеть или изменить регистрацию
help-unregister = отменить регистрацию; ответы стираются
help-check-in = сказать, что вы здесь; за других — по их номеру
help-registrations = кто зарегистрировался, по номеру и состоянию; решить
help-coverage = кто есть по категориям, регионам и полу; кого не хватает
help-call = открыть, продлить, объявить или закрыть сбор; его текст

takes-answers = страна Кения участие онлайн …
takes-number = номер
takes-which = подтверждённые, очередь, принять 17 …
option-answers = ответы
option-answers-about = ваши ответы сразу, например: страна Кения участие онлайн; иначе я спрошу
option-number = номер
option-number-about = номер чьей-то регистрации; без него — вы сами
option-which = какие
option-which-about = например: очередь, или принять 17, или отклонить 17
menu-gcm-talks = регистрация и участие во встречах
button-register = Зарегистрироваться
button-unregister = Отменить регистрацию
button-take-place = Занять место

words-pause = пауза
words-back = назад
words-skip = пропустить
words-change = изменить
words-registration = регистрация, регистрацию
words-extend = продлить
words-capacity = вместимость
words-online = онлайн
words-audience = аудитория
words-hours = часы
words-everyone = все
words-youth = молодёжь
words-states = государства
words-invitation = приглашение
words-accept = принять
words-decline = отклонить
words-confirmed = подтверждённые
words-promised = обещанные
words-waiting = очередь
words-asked = поданные

mode-room = очно
mode-online = онлайн

form-first = Это первый вопрос.
form-change = Напишите номер ответа, чтобы изменить его, или 0, если всё верно.
form-required = На этот вопрос нужен ответ. Можно также написать «пауза» и продолжить позже.
form-empty = Здесь нет ответа. Напишите его, пожалуйста.
form-too-long = Здесь знаков: { $example }. Напишите не больше { $limit }.
form-country = Я не знаю страны { $typed }. Напишите название, код или флаг, например: Кения, KEN или 🇰🇪.
form-country-near = Я не знаю страны { $typed }. Вы имеете в виду { $example }? Напишите номер или название.
form-theme = Я не знаю цели или круглого стола { $typed }. Напишите, например: 6, переводы, круглый стол 2.
form-too-many = Назовите не больше { $limit }.
form-choice = { $typed } — не один из ответов. Напишите номер от 1 до { $limit } или слова, например: { $example }.
form-choices = { $typed } — не один из ответов. Напишите номера от 1 до { $limit } через запятую, например: 1, 2.

form-skip = не отвечать
form-sensitive = Это чувствительные сведения, отвечать не обязательно. Отвечая, вы соглашаетесь, что я храню их запечатанными и только для этого.
form-summary = Ваши ответы. Напишите номер, чтобы изменить ответ, или 0:
form-confirm = всё верно
form-paused = Ваши ответы сохранены. Чтобы продолжить, хоть через несколько дней, напишите { $command }.
form-more = Осталось вопросов, все по желанию: { $count }. Ответить сейчас?
form-done = Спасибо. { $data } покажет, что у меня есть; { $undo } отменит регистрацию.

register-none = Регистрация на { $consultation } ещё не открыта. Вопросы: { $contact }.
register-closed = Регистрация на { $consultation } закрыта { $day }. Если вы всё же хотите прийти, обратитесь: { $contact }.
register-states = Эта регистрация — для государств-членов. Если вы представляете одно из них, обратитесь: { $contact }.
register-kept = Регистрация на { $consultation }, проводит { $controller }. Ваши ответы хранятся запечатанными до истечения дней после публикации итогов: { $days }; организаторы могут их читать. Отозвать их можно в любое время.
register-age = Вам 18 лет или больше, и вы согласны?
register-youth = Это для людей от 18 до 30 лет. Это вы, и вы согласны?
register-not-youth = Ничего не сохранено. Куда могут прийти люди другого возраста, подскажет { $contact }.
register-under-18 = Ничего не сохранено. Если вам нет 18, я не могу вас зарегистрировать; { $contact } поможет вам.
register-line = Я не знаю, что делать с { $typed }. Напишите, например: { $example }

registered-confirmed = Вы зарегистрированы: { $consultation }, { $mode }. Ваш номер { $number }.
registered-waiting = Все места заняты, вы в списке ожидания: { $consultation }, { $mode }. Ваш номер { $number }. Я сообщу, когда место будет вашим; его держат столько часов: { $hours }.
registered-place = Ваше место в списке: { $place }.
registered-place-of = Ваше место в списке: { $place } из { $of }.
registered-promised = Место ваше: { $consultation }, { $mode }. Его держат до { $until }. Чтобы занять его, напишите { $register }; чтобы отказаться — { $unregister }.
registered-asked = Ваша регистрация на { $consultation } подана под номером { $number }. Организаторы приглашают каждого отдельно; я сообщу, что они решат.
registered-draft = Ваша регистрация на { $consultation } не закончена. Чтобы продолжить, напишите { $register }.
registered-declined = Организаторы не смогли принять вашу регистрацию на { $consultation }. Чтобы узнать почему, обратитесь: { $contact }.
registered-lapsed = Место, которое держали для вас на { $consultation }, перешло к следующему. Чтобы снова встать в список, напишите { $register }.

unregister-none = Вы не зарегистрированы на { $consultation }. Чтобы зарегистрироваться, напишите { $command }.
unregister-done = Вы больше не зарегистрированы на { $consultation }, ваши ответы стёрты. Чтобы зарегистрироваться снова, напишите { $command }.

check-in-none = У вас ещё нет места на { $consultation }. { $command } покажет, как обстоят дела.
check-in-no-number = Ни у кого с местом нет номера { $typed }. Напишите, например: я здесь 17.
check-in-done = Номер { $number } здесь: { $consultation }.

entry-draft = не закончена
entry-confirmed = подтверждена
entry-promised = место держат
entry-waiting = список ожидания
entry-asked = решается
entry-declined = не принята
entry-lapsed = место не занято вовремя
entry-withdrawn = отозвана
entry-number = номер { $number }
entry-checked-in = здесь

call-needs = Прежде чем открыть сбор, нужно задать: { $missing }. Напишите { $command }
call-already = Этот сбор уже открыт. Чтобы изменить срок или число мест: { $command }
call-none = Такой сбор не открыт. Напишите { $command }
call-no-places = Мест не было бы совсем. Дайте места в зале или онлайн, например: комната 120 онлайн 400.
call-open = Регистрация на { $consultation } открыта.
call-open-until = Регистрация на { $consultation } открыта до { $until }.
call-closed = Регистрация на { $consultation } закрыта.
call-no-limit = без ограничения
call-places = { $mode }: отдано { $given } из { $places }, ждут { $waiting }
audience-youth = Для людей от 18 до 30 лет.
audience-states = Для государств-членов.
audience-invitation = По приглашению: о каждом решают люди.
card-register = зарегистрироваться на консультацию
card-register-until = зарегистрироваться, до { $until }

registrations-empty = Таких нет.
registrations-more = И ещё { $count }. Назовите состояние, чтобы увидеть меньше, например: регистрации очередь.
registrations-no-number = Ни одна регистрация с номером { $typed } не ждёт решения. Напишите, например: регистрации принять 17.
registrations-accepted = Номер { $number } принят, ему сообщено.
registrations-declined = Номер { $number } не принят, ему сообщено.

coverage-heading = Кто зарегистрировался
coverage-people = Людей: { $people }.
coverage-group = { $name } { $people }
coverage-missing = Пока мало или никого: { $groups }.
coverage-bands = Группы меньше { $count } человек не считаются. Кто ничего не указал, не входит ни в одну.

# Changing a form from the chat.
words-form = анкета
words-ask = вопрос
words-submission = материал
words-label = подпись
words-option = вариант
call-form-line = Напишите, что изменить, например: { $example }
call-form-preview = Так это будет читаться. Верно?
call-form-done = Анкета изменена (версия { $version }). Кто сейчас её заполняет, тех спросят только о том, что больше не подходит.
call-form-left = Ничего не изменено.
call-form-off = пропущено
