# Les rencontres.

command-talk = rencontre, talk
command-talks = rencontres, talks
help-talk = prévoir, déplacer, changer ou annuler une rencontre ; ouvrir son inscription
help-talks = ce qui vient et où vous en êtes ; un fichier pour votre agenda
takes-talk = 3, calendrier, rappels désactiver …
option-talk = rencontre
option-talk-about = son numéro ; ou : calendrier, rappels désactiver, fuseau Nairobi

words-talk = rencontre
words-move = déplacer, deplacer
words-cancel = annuler
words-starts = début, debut, commence
words-minutes = minutes
words-mode = mode
words-hybrid = hybride
words-in-person = sur place
words-interpretation = interprétation
words-agenda = programme
words-place = lieu
words-calendar = calendrier
words-reminders = rappels
words-notice = préavis
words-breakout = groupes, groupe
words-host = coanimer, coanimateur

talk-name = { $number } · { $title }
talk-with-time = { $title } ({ $when })
talk-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
talk-hybrid = sur place et en ligne
talk-languages = langues : { $languages }
talk-interpretation = interprétation : { $languages }

talks-heading = Rencontres de { $consultation }
talks-none = Aucune rencontre n’est prévue.
talks-calendar = Toutes les rencontres dans un fichier pour votre agenda : { $name }. Ouvrez-le de nouveau quand une rencontre a été déplacée.
talks-reminders-on = Je vous rappelle chaque rencontre où vous avez une place, un jour et une heure avant. C’est trop ? { $command }
talks-reminders-off = Je ne vous rappelle pas les rencontres. Ce qui est déplacé ou annulé, je vous le dis quand même. Pour recevoir les rappels : { $command }
talks-timezone = Je vous donne les heures des rencontres comme à { $town }.
talk-register = Pour s’inscrire : { $command }
data-timezone = Fuseau horaire

talk-which = Quelle rencontre ? Écrivez d’abord son numéro. Il y a : { $talks }.
talk-not-planned = La rencontre { $number } est passée ou annulée. Elle ne peut plus être changée.
talk-no-title = Une rencontre a besoin d’un titre. Écrivez par exemple : { $example }
talk-no-start = Quand commence-t-elle ? Écrivez par exemple : { $example }
talk-twice = Les horloges sont reculées à ce moment-là, et { $typed } vient deux fois. Écrivez une autre heure, comme { $example }. Les heures sont celles de { $town }.
talk-agenda-line = Écrivez les parties avec leurs minutes, séparées par des points-virgules, au plus 20, par exemple : 10 Ouverture; 60 Ce qui endette les travailleurs; 20 Suite
talk-agenda-long = Le programme prend { $minutes } minutes, et la rencontre { $limit }. Raccourcissez une partie ou allongez la rencontre.
talk-no-rooms = aucun salon, car aucun ne fait encore partie de la consultation
talk-preview-create = Cette rencontre est prévue, et annoncée dans { $rooms }. Est-ce juste ?
talk-preview-move = La rencontre devient ceci. C’est annoncé dans { $rooms }, et toutes les personnes inscrites sont prévenues. Est-ce juste ?
talk-preview-set = La rencontre est ainsi désormais. Personne n’est prévenu. Elle est annoncée dans { $rooms }. Est-ce juste ?
talk-preview-cancel = Cette rencontre est annulée. C’est annoncé dans { $rooms }, toutes les personnes inscrites sont prévenues, et leurs inscriptions prennent fin. Est-ce juste ?
talk-short-notice = Préavis court : une rencontre doit être connue { $limit } jours avant, et celle-ci est dans { $days }.
talk-done-create = La rencontre { $number } est prévue : { $title }. Pour que l’on puisse s’inscrire : { $command }
talk-done-move = La rencontre { $number } est déplacée : { $title }. Toutes les personnes inscrites sont prévenues.
talk-done-set = La rencontre { $number } est changée : { $title }.
talk-done-cancel = La rencontre { $number } est annulée : { $title }. Toutes les personnes inscrites sont prévenues.

talk-told-planned = Une rencontre est prévue.
talk-told-open = On peut s’inscrire à cette rencontre.
talk-told-moved = Cette rencontre a changé :
talk-told-cancelled = Cette rencontre est annulée.
talk-told-comes = Cette rencontre approche.
talk-told-before = Elle devait avoir lieu : { $when }.
talk-told-soon = Vous avez une place à une rencontre de { $consultation } qui commence bientôt :
talk-you-stay = Votre inscription reste valable. Si vous ne pouvez pas venir, écrivez { $command }.
talk-you-have = Vous venez { $mode }. Votre numéro est { $number }. Si vous ne pouvez pas venir, écrivez { $command }.
talk-no-more = Plus de rappels : { $command }

register-which = À quoi vous inscrivez-vous ?
unregister-which = Quelle inscription reprenez-vous ?
unregister-all = toutes
registered-cancelled = { $consultation } : annulé. Votre inscription a pris fin.
entry-cancelled = annulée

error-no-time = À quelle heure ? Écrivez le jour et l’heure, comme { $example }. Les heures sont celles de { $town }.

talk-hosted = { $name } coanime désormais { $title } : peut ouvrir et fermer le salon de la rencontre d’un jour avant à un jour après, voir qui s’y est inscrit, et noter les présences.
talk-unhosted = { $name } ne coanime plus { $title }.
talk-you-host = Vous coanimez désormais { $title }. Pour cette rencontre, vous pouvez écrire : { $commands }
talk-hosts = Coanimation : { $names }
talk-not-begun = La rencontre { $number } n’a pas commencé. Il n’y a encore rien à en lire.

talk-preview-breakout = Chaque personne qui a une place va dans un de ces salons pendant une partie de la rencontre : { $rooms }. Chacune apprend lequel, et pourquoi. Est-ce juste ?
talk-done-breakout = Les personnes sont réparties à la rencontre { $number } : { $title }. Chacune apprend quel salon est le sien.
talk-breakout-line = Nommez au moins deux salons de la consultation, séparés par des virgules, par exemple : { $example }
talk-room-told = À { $title } il y a plusieurs salons. Le vôtre est { $room }. { $because }
talk-room-interest = On y parle d’un thème que vous avez nommé.
talk-room-language = On y parle votre langue.
talk-room-balance = Ainsi, il y a à peu près autant de personnes dans chacun.
talk-room-apart = À { $title } il y a plusieurs salons, tous sur { $platforms }. Je ne vous y connais aucun compte : aucun n’est donc le vôtre. Si vous y avez un compte, écrivez { $command }, et je vous dis comment le réunir à celui-ci. Demandez ensuite aux personnes qui tiennent la rencontre de répartir à nouveau.
talk-room-yours = Votre salon là-bas : { $room }.

# Les salons créés pour une rencontre, et qui en rend compte.
words-make = faire
words-rapporteur = rapporteur, rapporteuse
words-priorities = priorités
talk-make-line = Nommez de { $from } à { $to } salons séparés par des points-virgules, ou dites combien, par exemple : { $example }
talk-preview-make = Le bot les crée à côté de { $room } : qui s’y trouve peut y entrer.
talk-preview-apart = Ces salons sont seulement sur { $platforms }. Les personnes qui n’y ont pas de compte l’apprennent, et comment en réunir un.
talk-done-make = Les salons de la rencontre { $number } sont en cours de création : { $title }. Dès qu’ils existent, chaque personne apprend lequel est le sien.
talk-room-not-made = Le salon { $room } n’a pas pu être créé. La personne qui administre cet espace doit me permettre de créer des salons et des fils, et choisir un autre nom si celui-ci est pris. Répartissez ensuite les personnes à nouveau.
talk-no-breakouts = La rencontre { $number } n’est pas répartie en salons.
talk-rapporteur-line = Écrivez le salon et la personne. Les salons sont : { $rooms }. Par exemple : { $example }
talk-reported = { $name } rend désormais compte de { $room }, et peut lire les synthèses de ce salon.
talk-unreported = { $name } ne rend plus compte de { $room }.
talk-you-report = Vous rendez désormais compte de { $room } à { $title }. Pour lire ce qui y a été noté : { $command }
talk-room = Salon : { $room }
talk-room-reported = Salon : { $room }. Compte rendu : { $names }

# Ce dont une rencontre doit traiter.
talk-told-priorities = De quoi cette rencontre doit-elle traiter ? Vous aidez à en décider.
talk-priorities = Pour dire ce qui compte le plus : { $command }
button-priorities = Dire ce qui compte
priorities-then = Pour voir ce qui a été nommé et un programme qui en découle : { $command }
priorities-none = Les personnes n’ont pas encore été interrogées sur les sujets de cette rencontre. Écrivez { $command }
priorities-heading = Ce qui compte le plus
priorities-people = Réponses : { $people }.
priorities-opening = Ouverture
priorities-ending = Suites
priorities-agenda = Un programme qui en découle. Pour le reprendre, peut-être en d’autres termes :
