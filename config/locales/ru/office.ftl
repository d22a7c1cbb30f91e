# Чем распоряжается секретариат: консультации и роли.

stage-preparation = подготовка
stage-open = открыта
stage-closing = завершение
stage-summary = подведение итогов
stage-follow-up = последующая деятельность

consultations-heading = Консультации
consultation-none = Консультаций пока нет. Напишите { $example }.
consultation-exists = Консультация { $slug } уже есть. Выберите другое имя.
consultation-created = Создано: { $consultation }. Этап: подготовка.
consultation-missing = Прежде чем открыть запись, нужно задать: { $missing }. Напишите { $command }
consultation-set = Задано: { $what }, консультация { $consultation }.
consultation-complete = Всё, что нужно для записи, задано.
consultation-space = Её комнаты собраны здесь в пространство: по субрегионам и темам, если их несколько. Вам отправлено приглашение.
consultation-space-elsewhere = Здесь нет пространств. В Matrix её комнаты собираются в одно.
consultation-still-missing = Ещё не хватает: { $missing }.
consultation-stage = { $consultation }. Этап теперь: { $stage }.
retention-date = Написанное участниками будет стёрто: { $date }, как им и было сказано.
retention-warning = Дата: { $date }. В этот день всё, что участники написали в { $consultation }, будет стёрто, как им и было сказано. То, что можно сохранить, нужно выгрузить раньше: { $command }
retention-quiet = Год там никто не писал, поэтому она считается законченной. Она продолжится, если кто-нибудь там напишет или изменит её этап.
retention-erased = Всё, что участники написали в { $consultation }, теперь стёрто, как им и было сказано. Осталось номеров записей без содержания: { $count }.
consultation-rooms =
    { $count ->
        [0] комнат пока нет
        [one] { $count } комната
        [few] { $count } комнаты
       *[other] { $count } комнат
    }

scope-everywhere = везде
roles-own = Ваши роли:
roles-none = У вас нет особой роли. Вы участвуете как заинтересованная сторона.
roles-heading = У кого какая роль
roles-line = { $role }, { $scope }, с этого дня: { $since }
roles-granted = { $name } теперь { $role }: { $scope }.
roles-already = { $name } уже { $role }: { $scope }.
roles-revoked = { $name } больше не { $role }: { $scope }.
roles-not-held = { $name } не { $role }: { $scope }. У кого какая роль, покажет roles list.
roles-everyone = Каждый с ролью { $group }
roles-last = Это последняя учётная запись секретариата. Сначала назначьте другую.
audit-everywhere = Весь журнал может читать только секретариат, назначенный везде.

# Как у бота дела.
health-rooms =
    { $count ->
        [one] { $platform }: { $count } комната.
        [few] { $platform }: { $count } комнаты.
       *[other] { $platform }: { $count } комнат.
    }
health-last = Последняя запись { $ago }.
health-nothing = Пока ничего не записано.
health-waiting =
    { $count ->
        [one] Ждёт отправки { $count } сообщение.
        [few] Ждут отправки { $count } сообщения.
       *[other] Ждут отправки { $count } сообщений.
    }
health-room = { $room }: сообщений примерно { $heard }, из них записано { $noted }

audit-whole = Журнал аудита цел, строк в нём: { $count }. Последние:
audit-broken = Журнал аудита повреждён. Ничего не меняйте и сообщите тому, кто за меня отвечает.

# Файлы для передачи.
digest-file = Обзор в файле { $name }.
export-done = Что можно выгрузить: { $files }. Люди могут отозвать написанное в любое время: перед каждым использованием сверяйте эти файлы с описью.
export-none = Выгружать нечего. Проверьте имя консультации и комнаты.
export-whole = Выгрузка содержит целую комнату или всю консультацию, не меньше. Напишите { $example }.

quotes-heading = Что можно цитировать
quotes-none = Здесь ничего нельзя цитировать.
approve-ask = Эти ваши слова могли бы войти в обзор как цитата, но только с вашего согласия. Чтобы согласиться, напишите { $command }. Чтобы отказать, напишите { $command } нет.
health-well = Всё хорошо.
health-trouble = Нужно посмотреть:
health-unsaid =
    { $count ->
        [one] { $count } сообщение не удалось отправить.
        [few] { $count } сообщения не удалось отправить.
       *[other] { $count } сообщений не удалось отправить.
    }
health-parked =
    { $count ->
        [one] { $count } сообщение три раза не удалось обработать, оно отложено.
        [few] { $count } сообщения три раза не удалось обработать, они отложены.
       *[other] { $count } сообщений три раза не удалось обработать, они отложены.
    }
health-references = Номер: { $references }.
health-failed =
    { $count ->
        [one] { $count } задача не выполняется раз за разом.
        [few] { $count } задачи не выполняются раз за разом.
       *[other] { $count } задач не выполняются раз за разом.
    }
