# Участвовать, остановиться, быть забытым.

# Вопрос, шесть ответов и строка языков вместе не длиннее 400 знаков.
consent-question = { $consultation } (отвечает: { $controller }). То, что вы пишете здесь, может дойти до государств, если вы согласны. Если вам есть 18 лет, как мне можно это использовать?
consent-answer-summarise = учесть, но не цитировать
consent-answer-quote = цитировать без имени
consent-answer-category = с моей категорией (напр. профсоюз)
consent-answer-organisation = с моей организацией
consent-answer-name = с моим именем
consent-answer-no = не сейчас, или мне нет 18 лет

consent-agreed-summarise = Договорились: учитывать, но не цитировать.
consent-agreed-quote = Договорились: цитировать без вашего имени.
consent-agreed-category = Договорились: цитировать с вашей категорией.
consent-agreed-organisation = Договорились: цитировать с вашей организацией.
consent-agreed-name = Договорились: цитировать с вашим именем.
consent-level-no = ничего не хранится
consent-level-summarise = учитывается, не цитируется
consent-level-quote = цитируется без имени
consent-level-category = цитируется с категорией
consent-level-organisation = цитируется с организацией
consent-level-name = цитируется с именем

consent-holds = Это действует для того, что вы пишете с этого момента в этой консультации, пока запись открыта.
consent-found-again = Цитату из открытой комнаты можно снова найти в этой комнате.
consent-lowered = Это действует и для всего, что вы уже написали здесь.
consent-raised = То, что вы написали раньше, остаётся так, как вы разрешили тогда.
consent-one-lowered = { $receipt } с этого момента: { $level }.
consent-ask-category = Какая у вас категория?
consent-ask-organisation = Как называется ваша организация?
consent-ask-name = Какое имя может стоять рядом с вашими словами?
consent-claim = Пока никто не подтвердил, что вы представляете { $organisation }. До этого вы считаетесь одним человеком.

consent-offer = Вы только что написали { $quote }. Включить это?
consent-offer-declined = Хорошо. Это сообщение не записано.
consent-not-now = Хорошо. От вас ничего не хранится. Контактное лицо: { $contact }.
consent-under-18 = Я не могу записывать то, что вы пишете, пока вам нет 18 лет. Вам поможет { $contact }.
consent-stopped = Хорошо. С этого момента ничего из того, что вы пишете, не записывается, а написанное раньше стёрто.

private-blocked = Мне не удалось написать одному из вас лично. Разрешите личные сообщения или напишите мне первыми: { $address }

stop-menu = С этого момента я молчу в этой консультации. Хотите ли вы ещё
stop-answer-withdraw = отозвать что-то из написанного
stop-answer-unregister = отменить регистрацию
stop-answer-forget = стереть всё: всё, что вы написали, и всё, что я о вас знаю
stop-answer-nothing = больше ничего
stop-done = Хорошо. Напишите { $command }, когда захотите снова участвовать.

forget-confirm = Это сотрёт всё, что вы написали, и всё, что я о вас знаю. Обзоры с вашими словами будут исправлены. Отменить это нельзя. Чтобы продолжить, напишите { $command }.
forget-done =
    { $days ->
        [one] Готово. Всё, что вы написали, и всё, что я о вас знал, стёрто. Через { $days } день этого не прочесть и в резервных копиях.
        [few] Готово. Всё, что вы написали, и всё, что я о вас знал, стёрто. Через { $days } дня этого не прочесть и в резервных копиях.
       *[other] Готово. Всё, что вы написали, и всё, что я о вас знал, стёрто. Через { $days } дней этого не прочесть и в резервных копиях.
    }
forget-kept = Ничего не стёрто.

language-switched = С этого момента мой язык для вас: { $language }.

words-stop = стоп, хватит, остановись, остановитесь, отписаться, stop
words-consent-no = нет, ничего, no
words-consent-summarise = учесть, учитывать, summarise
words-consent-quote = цитировать, цитата, анонимно, quote
words-consent-category = категория, category
words-consent-organisation = организация, organisation
words-consent-name = имя, name

# To who writes where a floor is open and does not take part: once a month.
invite = То, что вы пишете в комнате «{ $room }», не записывается, потому что вы не участвуете. Чтобы участвовать, напишите { $command }.
