# La carte, la parole, et qui peut lire.

card-title = { $consultation } · { $room }
card-invite = Parlez librement. Rien de vous n’est noté si vous ne participez pas.
card-floor-open = Parole ouverte
card-floor-open-until = Parole ouverte jusqu’à : { $until }
card-floor-closed = Parole fermée. Ce qui s’écrit ici n’est pas noté.
card-last-noted = dernière note { $ago }
card-join = Écrivez { $command } pour participer, ici ou à moi en privé.
card-private = m’écrire en privé
card-register = s’inscrire jusqu’à : { $until }
card-who = qui peut lire ici
card-help = de l’aide dans votre langue

floor-opened = La parole est ouverte. Ce qu’écrivent ici les personnes qui participent est noté.
floor-opened-until = La parole est ouverte jusqu’à : { $until }. Ce qu’écrivent ici les personnes qui participent est noté.
floor-closed = La parole est fermée. Plus rien n’est noté ici.
floor-closes-soon = La parole sera fermée à { $time }.
floor-already-open = La parole est déjà ouverte.
floor-already-closed = La parole est déjà fermée.
floor-needs = La parole ne peut pas encore être ouverte. Il manque dans la configuration : { $missing }.
room-rehearsal = Ceci est une répétition. Tout ce qui s’écrit ici reste hors des synthèses et sera effacé.
room-chatham = Règle de Chatham House : on peut utiliser ce qui est dit ici, pas dire qui l’a dit.

who-heading = Qui peut lire ici
who-members =
    { $count ->
        [one] { $count } personne est dans ce salon.
       *[other] { $count } personnes sont dans ce salon.
    }
who-encrypted = Chiffré : les personnes de ce salon peuvent lire, ainsi que le serveur qui me fait fonctionner. Les réactions ne sont pas chiffrées.
who-not-encrypted = Non chiffré : les responsables du serveur peuvent lire aussi.
who-federated =
    { $count ->
        [one] { $count } autre serveur garde une copie. Y supprimer un message n’est qu’une demande.
       *[other] { $count } autres serveurs gardent une copie. Y supprimer un message n’est qu’une demande.
    }
who-discord = Discord peut lire ce qui s’écrit ici et le conserve aux États-Unis.
who-console = Ce salon est une fenêtre sur un ordinateur. Qui s’en sert peut lire aussi.
who-observers =
    { $count ->
        [0] Aucun observateur d’un État Membre n’est ici.
        [one] { $count } observateur d’un État Membre peut lire ici.
       *[other] { $count } observateurs d’États Membres peuvent lire ici.
    }
who-moderators = Modération : { $names }.
who-no-moderators = Personne ne modère encore ce salon.
who-controller = Responsable de ce robot : { $controller }. Contact : { $contact }.
who-not-configured = Il n’est pas encore indiqué qui est responsable de ce robot.
who-retention =
    { $days ->
        [one] Ce que vous écrivez est effacé { $days } jour après la publication du résumé.
       *[other] Ce que vous écrivez est effacé { $days } jours après la publication du résumé.
    }
who-private-hint = Plus sûr : écrivez-moi en privé. Les autres personnes de ce salon ne pourront pas lire.
