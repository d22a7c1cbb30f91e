# Быть услышанным: квитанции, исправления, свои сообщения и данные.

record-noted-in = { $receipt }, комната: { $room }.
record-take-back = Чтобы отозвать: { $command } или ❌ на вашем сообщении.
record-read-as = Понято так: { $reading }. Неверно? { $command }
record-edited = { $receipt } теперь содержит ваше исправленное сообщение.
record-changed-unseen = Вы изменили сообщение { $receipt }. Здесь мне не видно, что в нём теперь: записано то, что было раньше. Чтобы стереть это: { $command }. Затем напишите заново, начав с моего имени.
record-deleted = { $receipt } стёрто, потому что сообщение удалено.
record-withdrawn = { $receipt } отозвано: текст стёрт, а где его цитировали, исправлено.
record-already-withdrawn = { $receipt } уже отозвано.
record-taken-back = { $receipt } отозвано, поэтому изменения в том сообщении не записываются. Чтобы сказать это снова, напишите новое сообщение.
record-not-yours = У вас нет записи { $receipt }.
record-yours-are = Ваши записи: { $receipts }.
record-yours-none = У вас нет ни одной.
record-floor-closed = Запись закрыта, комната: { $room }. Ничего не записано.
record-floor-closed-at = Запись закрылась в { $time }, комната: { $room }. Ничего не записано.
record-still-private = Вы ещё можете написать это мне лично ({ $command }) или поставить 📝 на вашем сообщении.

contributions-heading = Что вы написали
contributions-none = У вас здесь нет записей.
contributions-edited =
    { $count ->
        [one] исправлено { $count } раз
        [few] исправлено { $count } раза
       *[other] исправлено { $count } раз
    }
contributions-hidden = скрыто модератором
contributions-withdrawn = отозвано
contributions-cited = Цитируется в: { $digests }.

data-heading = Что я храню о вас
data-none = Я ничего о вас не храню.
data-accounts = Ваши учётные записи
data-linked = запись на { $platform }
data-language = Язык
data-consent = Согласие
data-name = Имя
data-category = Категория
data-organisation = Организация
data-roles = Роли
data-contributions = Записи
data-kept =
    { $days ->
        [one] Всё это стирается через { $days } день после публикации итогов.
        [few] Всё это стирается через { $days } дня после публикации итогов.
       *[other] Всё это стирается через { $days } дней после публикации итогов.
    }

record-noted-for = { $receipt }, консультация: { $consultation }.
record-on-behalf = От имени: { $names }.

# Как понят отрывок.
reading-objective = цель { $number }
reading-because = потому что: { $words }
reading-no-objective = без цели
reading-not-readable = на языке, который я не могу разобрать; читает человек
kind-good-practice = передовая практика
kind-challenge = проблема
kind-recommendation = рекомендация
kind-pledge = обязательство
kind-question = вопрос
kind-other = другое

tag-heading = { $receipt } понято так:
tag-corrected = исправлено вручную
tag-help = Чтобы исправить: { $commands }

explain-heading = Как понято { $receipt }
explain-consent = Как можно использовать: { $level }.
explain-not-cited = Пока не вошло ни в один обзор.
explain-wrong = Неверно? { $command }
digest-of-day = обзор от { $day }

show-private = лично
show-imported = перенесено
show-not-quoted = Автор хочет, чтобы это только учитывали. Не цитируйте.
show-cited = Вошло в: { $digests }.
show-audited = Ваша роль при чтении: { $role }, { $consultation }. Это отмечено в журнале аудита.

approve-none = Вашего одобрения ничто не ждёт.
approve-waiting = Эти ваши слова войдут как цитата, если вы одобрите:
approve-which = Какой отрывок? { $passages }
approve-done = Вы одобрили { $passage }. Можно цитировать:
approve-declined = { $passage } не будут цитировать:

digest-scheduled = Теперь обзор этой комнаты приходит каждую неделю, первый раз: { $first }.
digest-scheduled-end = Чтобы прекратить: { $command }
digest-unscheduled = Обзор этой комнаты больше не приходит сам.
digest-schedule-over = Эта консультация закончена, поэтому её обзор больше не приходит сам.
digest-not-scheduled = Обзор этой комнаты сам не приходит.

# Один человек, две учётные записи
link-code = С другой вашей учётной записи, в личной переписке со мной, напишите { $command }. Код действует { $minutes } мин. и только один раз.
link-warning = Не давайте его никому: кто его введёт, прочтёт всё, что вы написали, и сможет это стереть.
link-confirm = Это объединит эту учётную запись с записью на { $platform }. После этого тот, у кого есть любая из них, читает всё, что вы здесь написали, и может это менять и стирать. Продолжайте, только если вы сами просили код. Это так?
link-consent = Для обеих действует более строгое из ваших согласий.
link-declined = Ничего не объединено. Код больше не действует.
link-done = Ваши учётные записи объединены: эта и запись на { $platform } для меня один человек. Больше никто об этом не узнает.
link-named = Имя или организация, указанные в одной, никогда не показываются с тем, что вы пишете из другой. Я пишу вам туда, где вы ввели код.
link-undo = Чтобы отменить это, напишите { $command } с той записи, которую нужно отпустить.
link-own = Код просили с этой учётной записи. Введите его на другой.
link-already = Одна из двух учётных записей уже объединена с другой. Одним человеком могут быть две записи, не больше. { $command } отпускает одну.
link-quiet = На одной из двух учётных записей вы просили меня молчать. Сначала напишите там { $command }.
link-code-wrong = Я не знаю такого кода: в нём ошибка, он использован или ему больше десяти минут. { $command } на другой записи даст новый.
link-too-many = Слишком много неверных кодов. Попробуйте через час.
link-code-form = В коде { $count } цифр. Его даёт { $command }.
link-name-elsewhere = Ваше имя относится к другой вашей учётной записи: укажите его там. Показанное здесь, оно выдало бы, что обе ваши. Или отпустите эту запись: { $command }.
unlink-none = Эта учётная запись ни с какой не объединена. { $command } объединит её.
unlink-done = Эта учётная запись снова сама по себе, и я ничего о ней не храню. Написанное остаётся с вашей записью на { $platform }: только там его можно увидеть и отозвать. Чтобы участвовать отсюда, напишите { $command }.
unlink-told = Ваша учётная запись на { $platform } отпущена. Всё написанное — с этой. Имя или организация, указанные там, больше не показываются.
