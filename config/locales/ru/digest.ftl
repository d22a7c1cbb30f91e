# Обзоры: что написано, кем и о чём, и что из этого показано.

digest-heading = { $title }, { $period }
digest-until = до { $date }
digest-contributions =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[other] { $count } записей
    }
digest-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[other] { $count } человек
    }
digest-people-band = { $band } человек
# Например: 61 запись; авторы: 34 человека; языки: французский, английский и арабский.
digest-counts = { $contributions }; авторы: { $people }; языки: { $languages }.
digest-statement = Автоматическое прочтение того, что написали участники. Оно не полное, не согласовано на переговорах и не выражает мнение Сети.
digest-counted-only = Только учитываются, не цитируются: { $count } из { $people }.
digest-left-out = Не вошло: { $reasons }.
digest-left-out-withdrawn = { $count } отозвано
digest-left-out-hidden = { $count } скрыто модераторами
digest-left-out-not-consented = { $count } уже без согласия
digest-left-out-duplicate = { $count } таких же, как другие
digest-left-out-unreadable = { $count } на языке, который я не могу разобрать
digest-nothing = Здесь пока ничего не записано. То, что люди напишут здесь с этого момента, войдёт в следующий обзор.
digest-too-few = Здесь написали меньше { $count } человек. Обзор по столь немногим мог бы показать, кто они, поэтому его нет. Запросите более широкий.

digest-key-messages = О чём говорили больше всего
digest-not-heard = Пока не слышно: { $who }
digest-not-heard-here = Об этом пока не слышно: { $who }
digest-more = Полный обзор: { $command }
digest-none-published = Здесь ещё не опубликован ни один обзор.
digest-passages =
    { $count ->
        [one] { $count } отрывок
        [few] { $count } отрывка
       *[other] { $count } отрывков
    }
digest-also-from = от кого: { $who }
digest-campaign-short =
    { $count ->
        [one] { $count } человек прислал те же слова
        [few] { $count } человека прислали те же слова
       *[other] { $count } человек прислали те же слова
    }
digest-campaign =
    { $count ->
        [one] Те же слова прислал { $count } человек; в порядке тем все они считаются за одного.
        [few] Те же слова прислали { $count } человека; в порядке тем они считаются за одного.
       *[other] Те же слова прислали { $count } человек; в порядке тем они считаются за одного.
    }
digest-also-in = Также:
digest-in = Отрывки:

digest-objective = Цель { $number }: { $label }
digest-objective-short = цель { $number }
digest-round-table = Круглый стол { $number }: { $label }
digest-no-objective = Вне целей Глобального договора
digest-title-foreign = { $about }: { $phrase }
digest-rest = Другие мысли, каждая высказана один раз

# Заголовки.
digest-kind-good-practice = Прогресс и передовая практика
digest-kind-challenge = Проблемы и пробелы
digest-kind-recommendation = Рекомендации
digest-kind-pledge = Обязательства
digest-kind-question = Вопросы
digest-kind-other = Другие замечания
# Один отрывок или одна тема.
digest-one-good-practice = передовая практика
digest-one-challenge = проблема
digest-one-recommendation = рекомендация
digest-one-pledge = обязательство
digest-one-question = вопрос
digest-one-other = замечание
# Адресат стоит в дательном падеже.
digest-recommendation-to = рекомендация { $addressee }
digest-to-states = государствам
digest-to-un = Организации Объединённых Наций
digest-to-employers = работодателям
digest-to-local-authorities = местным органам власти
digest-to-civil-society = гражданскому обществу
digest-to-parliaments = парламентам
digest-to-consulates = консульствам
digest-to-media = средствам массовой информации
digest-level-local = местный уровень
digest-level-national = национальный уровень
digest-level-regional = региональный уровень
digest-level-global = глобальный уровень

digest-principles = Сквозные принципы
digest-questions = Вопросы без ответа
digest-unplaced = Вне всех тем
digest-unplaced-text =
    { $count ->
        [one] { $count } отрывок стоит отдельно:
        [few] { $count } отрывка стоят отдельно:
       *[other] { $count } отрывков стоят отдельно:
    }
digest-for-a-reader =
    { $count ->
        [one] { $count } отрывок на языке, который я не могу разобрать. Его читает человек:
        [few] { $count } отрывка на языках, которые я не могу разобрать. Их читает человек:
       *[other] { $count } отрывков на языках, которые я не могу разобрать. Их читает человек:
    }

digest-participation = Кто участвовал
digest-attribute-category = Категории
digest-attribute-subregion = Субрегионы
digest-attribute-language = Языки
digest-share = { $label }: { $people }
digest-not-stated = не указано
digest-small-group = Если людей меньше { $count }, о них ничего не говорится.

digest-method = Как это сделано
digest-method-citing = В каждой строке указаны отрывки, на которых она основана. Цитаты — это целые предложения, как они написаны, и только с согласия авторов.
digest-method-count-words = Считаются люди или, по их документам, организации: { $one } — это 1, { $some } — от 2 до 4, { $several } — от 5 до 9, { $many } — 10 и больше.
digest-method-groups = То, что сказано об авторе цитаты, подходит здесь не меньше чем к { $count } людям, если только автор не согласился назвать своё имя. По признакам люди считаются только в диапазонах.
digest-method-excluded = Не вошло или не показано дважды: { $reasons }.
digest-method-votes = Голосований не было, поэтому о согласии и разногласиях ничего не говорится.
digest-method-version = gcm-talks { $version }; случайность не используется.
digest-excluded-withdrawn = отозванное
digest-excluded-hidden = скрытое модераторами
digest-excluded-not-consented = то, на что автор больше не даёт согласия
digest-excluded-duplicate = копии того же текста
digest-excluded-unreadable = тексты на языках, которые я не могу разобрать (указаны, чтобы их прочёл человек)
digest-excluded-rehearsal = репетиции

digest-by-someone = один из участников
digest-by-place = { $who }, { $place }
digest-by-organisation = { $organisation }
# Организацию указал автор, и никто этого не подтвердил.
digest-by-claim = автор пишет от организации { $organisation }

digest-language-en = английский
digest-language-fr = французский
digest-language-es = испанский
digest-language-ar = арабский
digest-language-ru = русский
digest-language-zh = китайский
digest-language-pt = португальский
digest-language-other = другой язык ({ $tag })
