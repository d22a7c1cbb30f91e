# Встречи.

command-talk = встреча, talk
command-talks = встречи, talks
help-talk = назначить, перенести, изменить или отменить встречу; открыть запись
help-talks = что предстоит и как у вас обстоят дела; файл для календаря
takes-talk = 3, календарь, напоминания выкл …
option-talk = встреча
option-talk-about = её номер; или: календарь, напоминания выкл, пояс Nairobi

words-talk = встреча, встречу, встречи
words-move = перенести
words-cancel = отменить
words-starts = начало, начинается
words-minutes = минут, минуты
words-mode = участие, формат
words-hybrid = смешанно, гибридно
words-in-person = очно
words-interpretation = перевод
words-agenda = программа
words-place = место
words-calendar = календарь
words-reminders = напоминания
words-notice = извещение
words-breakout = группы, группа
words-host = соведущий, соведущая

talk-name = { $number } · { $title }
talk-with-time = { $title } ({ $when })
talk-minutes =
    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }
talk-hybrid = очно и онлайн
talk-languages = языки: { $languages }
talk-interpretation = перевод: { $languages }

talks-heading = Встречи: { $consultation }
talks-none = Встреч пока не назначено.
talks-calendar = Все встречи в файле для вашего календаря: { $name }. Откройте его снова, когда встречу перенесут.
talks-reminders-on = Я напоминаю о каждой встрече, где у вас есть место, за день и за час. Хватит? { $command }
talks-reminders-off = Я не напоминаю о встречах. О переносе или отмене сообщу в любом случае. Чтобы получать напоминания: { $command }
talks-timezone = Время встреч я называю по городу { $town }.
talk-register = Чтобы зарегистрироваться: { $command }
data-timezone = Часовой пояс

talk-which = Какая встреча? Сначала напишите её номер. Есть: { $talks }.
talk-not-planned = Встреча { $number } прошла или отменена. Изменить её уже нельзя.
talk-no-title = Встрече нужно название. Напишите, например: { $example }
talk-no-start = Когда она начинается? Напишите, например: { $example }
talk-twice = Часы там переводят назад, и { $typed } бывает дважды. Напишите другое время, например { $example }. Время по городу { $town }.
talk-agenda-line = Напишите части с их минутами через точку с запятой, не больше 20, например: 10 Открытие; 60 Что держит работников в долгах; 20 Что дальше
talk-agenda-long = Программа занимает минут: { $minutes }, а встреча: { $limit }. Сократите часть или продлите встречу.
talk-no-rooms = нигде: в консультации ещё нет комнат
talk-preview-create = Встреча назначается, об этом объявят здесь: { $rooms }. Верно?
talk-preview-move = Встреча становится такой. Об этом объявят здесь: { $rooms }, и сообщат всем, кто зарегистрировался. Верно?
talk-preview-set = Отныне встреча такая. Никому об этом не сообщают. О ней объявляют здесь: { $rooms }. Верно?
talk-preview-cancel = Встреча отменяется. Об этом объявят здесь: { $rooms }, сообщат всем, кто зарегистрировался, и их регистрации прекратятся. Верно?
talk-short-notice = Мало времени: о встрече должно быть известно за столько дней: { $limit }, а до неё дней: { $days }.
talk-done-create = Встреча { $number } назначена: { $title }. Чтобы люди могли зарегистрироваться: { $command }
talk-done-move = Встреча { $number } перенесена: { $title }. Всем, кто зарегистрировался, сообщают.
talk-done-set = Встреча { $number } изменена: { $title }.
talk-done-cancel = Встреча { $number } отменена: { $title }. Всем, кто зарегистрировался, сообщают.

talk-told-planned = Назначена встреча.
talk-told-open = На эту встречу можно зарегистрироваться.
talk-told-moved = Эта встреча изменилась:
talk-told-cancelled = Эта встреча отменена.
talk-told-comes = Эта встреча скоро.
talk-told-before = Раньше было: { $when }.
talk-told-soon = У вас есть место на встрече, которая скоро начнётся ({ $consultation }):
talk-you-stay = Ваша регистрация остаётся. Если вы тогда не можете прийти, напишите { $command }.
talk-you-have = Вы участвуете { $mode }. Ваш номер { $number }. Если вы не можете прийти, напишите { $command }.
talk-no-more = Больше не напоминать: { $command }

register-which = На что вы регистрируетесь?
unregister-which = Какую регистрацию отменить?
unregister-all = все
registered-cancelled = { $consultation }: отменено. Ваша регистрация прекращена.
entry-cancelled = отменена

error-no-time = Во сколько? Напишите день и время, например { $example }. Время по городу { $town }.

talk-hosted = { $name } теперь ведёт встречу { $title } вместе с другими: может открывать и закрывать запись в её комнате со дня до и до дня после, видеть, кто зарегистрировался, и отмечать пришедших.
talk-unhosted = { $name } больше не ведёт встречу { $title }.
talk-you-host = Теперь вы соведущий встречи { $title }. Для неё вы можете писать: { $commands }
talk-hosts = Соведущие: { $names }
talk-not-begun = Встреча { $number } ещё не началась. Читать пока нечего.

talk-preview-breakout = На часть встречи каждый, у кого есть место, идёт в одну из этих комнат: { $rooms }. Каждому сообщат, в какую и почему. Верно?
talk-done-breakout = На встрече { $number } людей делят по комнатам: { $title }. Каждому сообщат его комнату.
talk-breakout-line = Назовите не меньше двух комнат консультации через запятую, например: { $example }
talk-room-told = На встрече «{ $title }» несколько комнат. Ваша — { $room }. { $because }
talk-room-interest = Там говорят о теме, которую вы назвали.
talk-room-language = Там говорят на вашем языке.
talk-room-balance = Так в каждой будет примерно поровну людей.
talk-room-apart = На встрече «{ $title }» несколько комнат, и все они на { $platforms }. Вашей учётной записи там я не знаю, поэтому ни одна из них не ваша. Если она у вас есть, напишите { $command }, и я объясню, как её присоединить. Затем попросите тех, кто проводит встречу, разделить людей ещё раз.
talk-room-yours = Ваша комната там: { $room }.

# Комнаты, которые создаются для встречи, и кто о них докладывает.
words-make = сделать
words-rapporteur = докладчик, докладчица
words-priorities = приоритеты
talk-make-line = Назовите от { $from } до { $to } комнат через точку с запятой или скажите, сколько их, например: { $example }
talk-preview-make = Бот создаёт их рядом с { $room }: кто там есть, может войти.
talk-preview-apart = Эти комнаты есть только на { $platforms }. Тем, у кого там нет учётной записи, об этом скажут и объяснят, как её присоединить.
talk-done-make = Комнаты для встречи { $number } создаются: { $title }. Как только они появятся, каждому сообщат его комнату.
talk-room-not-made = Комнату { $room } создать не удалось. Тот, кто управляет этим местом, должен разрешить мне создавать комнаты и ветки и выбрать другое название, если это занято. Потом разделите людей ещё раз.
talk-no-breakouts = Встреча { $number } не разделена на комнаты.
talk-rapporteur-line = Напишите комнату и человека. Комнаты: { $rooms }. Например: { $example }
talk-reported = { $name } теперь докладывает о комнате { $room } и может читать её сводки.
talk-unreported = { $name } больше не докладывает о комнате { $room }.
talk-you-report = Теперь вы докладываете о комнате { $room } на встрече { $title }. Чтобы прочитать, что там записано: { $command }
talk-room = Комната: { $room }
talk-room-reported = Комната: { $room }. Докладывает: { $names }

# О чём будет встреча.
talk-told-priorities = О чём должна быть эта встреча? Вы помогаете решить.
talk-priorities = Чтобы сказать, что важнее всего: { $command }
button-priorities = Сказать, что важно
priorities-then = Что названо и какая из этого программа: { $command }
priorities-none = Людей ещё не спросили, о чём будет эта встреча. Напишите { $command }
priorities-heading = Что важнее всего
priorities-people = Ответили: { $people }.
priorities-opening = Открытие
priorities-ending = Дальнейшие шаги
priorities-agenda = Программа, которая из этого следует. Чтобы принять её, возможно, другими словами:
