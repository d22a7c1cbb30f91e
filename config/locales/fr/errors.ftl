# Quand quelque chose ne va pas : ce que c’était, et quoi écrire à la place.

error-internal = Cela n’a pas marché, et rien n’a été changé. Référence { $reference } pour la personne qui s’occupe de moi.
error-unknown-command = Je ne connais pas { $typed }.
error-did-you-mean = Vouliez-vous dire { $command } ?
error-see-help = { $command } montre ce que je sais faire.
error-role = { $command } est réservé à ces personnes : { $roles }.
error-role-here = Dans { $room }, { $command } est réservé à ces personnes : { $roles }.
error-role-names = Ce sont : { $names }.
error-rate-limited =
    { $seconds ->
        [one] C’était beaucoup à la fois. Attendez { $seconds } seconde et envoyez-le de nouveau.
       *[other] C’était beaucoup à la fois. Attendez { $seconds } secondes et envoyez-le de nouveau.
    }
error-too-long = Ce texte est trop long : { $size } Kio, et je peux en prendre { $limit }. Envoyez-le en plusieurs parties.
error-empty = Il n’y a pas de texte à noter. Écrivez-le après { $command }.
error-on-behalf = Je ne vois pas au nom de qui vous écrivez. Pour un groupe, écrivez { $example }. En votre propre nom, commencez par un autre mot.
error-missing = Il manque quelque chose. Écrivez { $usage }.
error-who = Je ne sais pas qui est { $typed }. Écrivez { $usage }.
error-too-much = Je ne comprends pas { $typed } ici. Écrivez { $usage }.
error-choice = Répondez par un nombre de { $from } à { $to }.
error-name-long = C’est trop long pour figurer à côté d’une citation. Écrivez-le en { $limit } caractères au plus, par exemple : Réseau Exemple.
error-number = { $typed } n’est pas un nombre de { $from } à { $to }.
error-objective = Il y a 23 objectifs. Écrivez un nombre de 1 à 23 ou un mot : { $example }
error-date = Le jour { $typed } n’existe pas. Écrivez un jour comme { $example }. Les heures sont celles de { $town }.
error-past = { $typed } est déjà passé. Écrivez un jour à venir, comme { $example }.
error-receipt = { $typed } n’est pas un reçu. Un reçu ressemble à { $example }.
error-language = Je ne parle pas { $typed }. Je parle { $languages }.
error-option = { $typed } n’est pas possible ici. Possible : { $options }.
error-in-room = Cela marche dans un salon. Écrivez-le là-bas.
error-not-bound = Ce salon n’appartient encore à aucune consultation. Un modérateur peut écrire { $command }.
error-no-consultation = Aucune consultation n’est ouverte.
error-which-consultation = Quelle consultation ? Écrivez l’une de celles-ci : { $consultations }.
error-join-first = Vous ne participez pas encore. Écrivez d’abord { $command }.

role-observer = les observateurs
role-stakeholder = les participants
role-co-host = les coorganisateurs
role-moderator = les modérateurs
role-coordinator = les coordinateurs
role-rapporteur = les rapporteurs
role-task-team = l’équipe de travail
role-secretariat = le secrétariat

error-unknown-word = Je ne comprends pas { $typed } ici.
error-option-empty = Il manque quelque chose après « { $option } ». Écrivez-y ce que vous voulez.
error-moment = Je ne comprends pas { $typed } comme date ou heure. Écrivez comme ceci : { $example }. Les heures sont celles de { $town }.
error-skipped = { $typed } n’existe pas : les horloges sont avancées à ce moment-là. Écrivez une autre heure, comme { $example }. Les heures sont celles de { $town }.
error-weekly = Je ne comprends pas { $typed } comme jour de la semaine et heure. Écrivez { $example }.
error-period = La période finit avant de commencer. Écrivez d’abord la date la plus ancienne.
error-scope = Je ne comprends pas { $typed }. Écrivez par exemple { $example }.
error-timezone = Je ne connais pas le fuseau horaire { $typed }. Écrivez par exemple { $example }, ou sa ville.
error-no-receipt = Il n’y a pas de contribution { $receipt }.
error-room-name = Il faut au salon un nom court, avec des lettres, des chiffres et des traits d’union : { $example }
error-room-taken = Il y a déjà un salon { $name } dans cette consultation. Choisissez un autre nom.
error-room-of-another = Ce salon appartient à une autre consultation : { $consultation }. Ce qui a été noté ici lui reste. Déliez le salon là-bas, ou prenez un nouveau salon.
error-no-rooms = Aucun salon n’est encore lié. Dans le salon, un modérateur écrit { $command }.
error-slug = Il faut à la consultation un nom court, avec des lettres minuscules, des chiffres et des traits d’union : { $example }
error-value-length =
    { $length ->
        [one] Ce texte a { $length } caractère. Écrivez-en un au moins et { $limit } au plus.
       *[other] Ce texte a { $length } caractères. Écrivez-en un au moins et { $limit } au plus.
    }

# Une personne qui a ce rôle.
role-one-observer = observateur
role-one-stakeholder = participant
role-one-co-host = coorganisateur
role-one-moderator = modérateur
role-one-coordinator = coordinateur
role-one-rapporteur = rapporteur
role-one-task-team = membre de l’équipe de travail
role-one-secretariat = secrétariat
