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
error-missing = Il manque quelque chose. Écrivez { $usage }.
error-too-much = Je ne comprends pas { $typed } ici. Écrivez { $usage }.
error-choice = Répondez par un nombre de { $from } à { $to }.
error-number = { $typed } n’est pas un nombre de { $from } à { $to }.
error-objective = Il y a 23 objectifs. Écrivez un nombre de 1 à 23 ou un mot : { $example }
error-date = Le jour { $typed } n’existe pas. Écrivez un jour comme { $example }. Les heures sont celles de { $town }.
error-past = { $typed } est déjà passé. Écrivez un jour à venir, comme { $example }.
error-receipt = { $typed } n’est pas un reçu. Un reçu ressemble à { $example }.
error-language = Je ne parle pas { $typed }. Je parle { $languages }.
error-option = { $typed } n’est pas possible ici. Possible : { $options }.
error-in-private = Cela reste entre nous. Écrivez-le-moi en privé.
error-in-room = Cela marche dans un salon. Écrivez-le là-bas.
error-not-bound = Ce salon n’appartient encore à aucune consultation. Un modérateur peut écrire { $command }.
error-no-consultation = Aucune consultation n’est ouverte.
error-which-consultation = Quelle consultation ? Écrivez l’une de celles-ci : { $consultations }.
error-join-first = Vous ne participez pas encore. Écrivez d’abord { $command }.
error-safe-mode = Je ne fais que lire en ce moment, pour une réparation. Rien n’a été changé. Essayez de nouveau plus tard.

role-observer = les observateurs
role-stakeholder = les participants
role-co-host = les coorganisateurs
role-moderator = les modérateurs
role-coordinator = les coordinateurs
role-rapporteur = les rapporteurs
role-task-team = l’équipe de travail
role-secretariat = le secrétariat
