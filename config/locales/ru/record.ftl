# Быть услышанным: квитанции, исправления, свои сообщения и данные.

record-noted-in = { $receipt }, комната: { $room }.
record-take-back = Чтобы отозвать: { $command } или ❌ на вашем сообщении.
record-read-as = Понято так: { $reading }. Неверно? { $command }
record-edited = { $receipt } теперь содержит ваше исправленное сообщение.
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
data-language = Язык
data-consent = Согласие
data-since = с этого дня: { $day }
data-name = Имя
data-category = Категория
data-organisation = Организация
data-organisation-claim = ещё не подтверждено
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
