# Организации: кого представляют люди, кто за них ручается и слово координатора организации.

command-organisation = организация, organisation, organization
command-vouch = поручиться, vouch
help-organisation = названия и координатор организации; соединить две или разделить
help-vouch = поручиться, что организация или её участник — те, кем назвались
takes-organisation = организация
option-organisation = организация
option-organisation-about = её название; с @аккаунтом после него — что этот человек её представляет
words-claims = заявки, claims
words-show = показать, show
words-add = добавить, add
words-remove = убрать, remove
words-focal = координатор, focal
words-merge = соединить, merge
words-part = разделить, part
words-into = с, into
words-name = название, name
words-acronym = сокращение, acronym

organisation-alike = Вы написали { $organisation }. Это одна из этих организаций?
organisation-alike-no = нет, другая
organisation-someone-claims = Кто-то говорит, что представляет { $organisation }; вы её координатор. Чтобы узнать кто, напишите { $command }.
organisation-belongs = { $name } говорит, что представляет { $organisation }. Это так?
organisation-later = позже
organisation-put-off = Хорошо. Когда будет время, напишите { $command }.
organisation-nobody-waits = Никто не ждёт вашего слова.
organisation-not-focal = Вы не координатор ни одной организации. Их назначает региональный координатор.
organisation-confirmed = { $name } теперь представляет { $organisation }. Поданное от её имени считается её словом.
organisation-declined = { $name } не представляет { $organisation }. Ничего из написанного не показывается с этим названием.
status-organisation-waits = Ваша организация: { $organisation }. Это пока никто не подтвердил, поэтому вы считаетесь одним человеком.
status-organisation-confirmed = Ваша организация: { $organisation }. Это подтверждено: то, что вы подаёте от её имени, считается её словом.
status-organisation-declined = Ваша организация: { $organisation }. Её координатор не подтвердил, что вы её представляете, поэтому ничего вашего не показывается с её названием. Если это ошибка, обратитесь к тем, кого называет контакт.
status-focal = Вы координатор организации { $organisation } с { $since }.
status-claims =
    { $count ->
        [one] { $count } человек ждёт вашего слова: { $command }
        [few] { $count } человека ждут вашего слова: { $command }
       *[other] { $count } человек ждут вашего слова: { $command }
    }

organisation-unknown = Я не знаю организации { $organisation }. { $command } показывает все.
organisation-near = Я не знаю организации { $organisation }. Есть: { $organisations }.
organisation-none = Пока не известно ни одной организации. Свою называют так: согласие организация и её название.
organisations-heading = Организации
organisations-more =
    { $count ->
        [one] И ещё { $count }. организация показать находит её по названию.
       *[other] И ещё { $count }. организация показать находит каждую по названию.
    }
organisation-unvouched = за неё пока никто не поручился
organisation-without-focal = за неё поручились, координатора нет
organisation-with-focal = за неё поручились, координатор есть
organisation-names = Названия: { $names }
organisation-holds = Одно целое с ней: { $names }
organisation-focal = Координатор: { $name }, с { $since }
organisation-waiting = Ждут слова, человек: { $people }
organisation-reference = В журнале: организация { $reference }
organisation-name-taken = { $name } — название организации { $organisation }. Если это одно и то же, соедините их.
organisation-name-stays = { $name } не её название или единственное.
organisation-focal-told = Теперь вы координатор организации { $organisation }. Вы говорите, кто её представляет. Чтобы узнать, кто ждёт, напишите { $command }.
organisation-merged = { $gone } и { $organisation } теперь одно целое. Чтобы отменить, напишите { $command }
organisation-one-already = Это два названия организации { $organisation }: она уже одна.
organisation-parted = { $gone } и { $organisation } снова две организации, каждая со своим.
organisation-not-merged = { $organisation } не соединена ни с какой другой.
organisation-part-which = Одно целое с { $organisation }: { $organisations }. Напишите название той, которую надо отделить.

vouch-done = Вы поручились за { $organisation }. Кто говорит, что её представляет, считается её голосом, когда это о нём подтвердит её координатор или вы.
vouch-next = Дальше назначьте её координатора: { $command }
vouch-not-claimed = { $name } не говорит, что представляет { $organisation }. Сначала нужно написать: согласие организация и её название.
vouch-none = Никто не ждёт слова о своей организации.
vouch-heading = Кто что представляет
vouch-line = { $organisation }: человек { $people } · { $state }
vouch-hint = { $command } с названием — поручиться за организацию; с @аккаунтом после него — за этого человека.

# Еженедельный отчёт координатора.

words-report = отчёт, отчет, report
roles-report-on = Еженедельный отчёт о вашем регионе снова приходит, по понедельникам.
roles-report-off = Еженедельный отчёт больше не приходит. роли отчёт вкл возвращает его.
report-people = Участвуют, человек: { $people }; новых за неделю: { $new }
report-written =
    { $count ->
       *[other] Написано за неделю, сообщений: { $count }
    }
report-round-table = Круглый стол { $number }: { $count }
report-claims = Ждут слова о своей организации, человек: { $people }. Чтобы увидеть о каких, напишите { $command }.
report-foot = Это приходит каждый понедельник. Чтобы прекратить, напишите { $command }.
