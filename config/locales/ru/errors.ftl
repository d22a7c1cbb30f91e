# Если что-то не так: что именно и что написать вместо этого.

error-internal = Не получилось, и ничего не изменено. Номер для того, кто за меня отвечает: { $reference }.
error-unknown-command = Я не знаю { $typed }.
error-did-you-mean = Вы имели в виду { $command }?
error-see-help = { $command } покажет, что я умею.
error-role = { $command } могут использовать только { $roles }.
error-role-here = В комнате { $room } команду { $command } могут использовать только { $roles }.
error-role-names = Это: { $names }.
error-rate-limited =
    { $seconds ->
        [one] Слишком много сразу. Подождите { $seconds } секунду и отправьте снова.
        [few] Слишком много сразу. Подождите { $seconds } секунды и отправьте снова.
       *[other] Слишком много сразу. Подождите { $seconds } секунд и отправьте снова.
    }
error-too-long = Этот текст слишком длинный: { $size } КиБ, а можно не больше { $limit } КиБ. Отправьте его частями.
error-empty = Нет текста для записи. Напишите его после { $command }.
error-on-behalf = Мне непонятно, от чьего имени это. От группы напишите { $example }. От себя начните с другого слова.
error-missing = Чего-то не хватает. Напишите { $usage }.
error-who = Непонятно, кто такой { $typed }. Напишите { $usage }.
error-too-much = Здесь мне непонятно { $typed }. Напишите { $usage }.
error-choice = Ответьте числом от { $from } до { $to }.
error-name-long = Это слишком длинно, чтобы стоять рядом с цитатой. Напишите не длиннее { $limit } символов, например: «Сеть Пример».
error-number = { $typed } не число от { $from } до { $to }.
error-objective = Целей 23. Напишите число от 1 до 23 или слово: { $example }
error-date = Дня { $typed } не существует. Напишите день, например { $example }. Время по городу { $town }.
error-past = { $typed } уже в прошлом. Напишите будущий день, например { $example }.
error-receipt = { $typed } не номер записи. Номер выглядит так: { $example }.
error-language = Я не говорю на { $typed }. Мои языки: { $languages }.
error-option = { $typed } здесь нельзя. Можно: { $options }.
error-in-room = Это работает в комнате. Напишите там.
error-not-bound = Эта комната ещё не относится ни к одной консультации. Модератор может написать { $command }.
error-no-consultation = Сейчас нет открытых консультаций.
error-which-consultation = Какая консультация? Напишите одну из них: { $consultations }.
error-join-first = Вы ещё не участвуете. Сначала напишите { $command }.

role-observer = наблюдатели
role-stakeholder = участники
role-co-host = соорганизаторы
role-moderator = модераторы
role-coordinator = координаторы
role-rapporteur = докладчики
role-task-team = рабочая группа
role-secretariat = секретариат

error-unknown-word = Здесь мне непонятно { $typed }.
error-option-empty = Чего-то не хватает после «{ $option }». Напишите там то, что вам нужно.
error-moment = Я не понимаю { $typed } как время. Напишите так: { $example }. Время по городу { $town }.
error-skipped = Времени { $typed } не существует: часы там переводят вперёд. Напишите другое время, например { $example }. Время по городу { $town }.
error-weekly = Я не понимаю { $typed } как день недели и время. Напишите { $example }.
error-period = Период кончается раньше, чем начинается. Сначала напишите более раннюю дату.
error-scope = Мне непонятно { $typed }. Напишите, например, { $example }.
error-timezone = Я не знаю часового пояса { $typed }. Напишите, например, { $example } или название города.
error-no-receipt = Записи { $receipt } нет.
error-room-name = Комнате нужно короткое имя из букв, цифр и дефисов: { $example }
error-room-taken = В этой консультации уже есть комната { $name }. Выберите другое имя.
error-room-of-another = Эта комната относится к другой консультации: { $consultation }. Записанное здесь остаётся за ней. Отвяжите комнату там или возьмите новую.
error-no-rooms = Ни одна комната ещё не привязана. Модератор пишет в комнате: { $command }.
error-slug = Консультации нужно короткое имя из строчных латинских букв, цифр и дефисов: { $example }
error-value-length = Знаков здесь: { $length }. Нужно не меньше одного и не больше { $limit }.

# Один человек с этой ролью.
role-one-observer = наблюдатель
role-one-stakeholder = участник
role-one-co-host = соорганизатор
role-one-moderator = модератор
role-one-coordinator = координатор
role-one-rapporteur = докладчик
role-one-task-team = член рабочей группы
role-one-secretariat = секретариат
