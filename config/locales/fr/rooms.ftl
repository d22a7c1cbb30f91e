# La carte, la parole, et qui peut lire.

card-title = { $consultation } · { $room }
card-invite = Parlez librement. Rien de vous n’est noté si vous ne participez pas.
card-floor-open = Parole ouverte
card-floor-open-until = Parole ouverte jusqu’à : { $until }
card-floor-closed = Parole fermée. Ce qui s’écrit ici n’est pas noté.
card-last-noted = dernière note { $ago }
card-join = Écrivez { $command } pour participer, ici ou à moi en privé.
card-private = m’écrire en privé
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

card-encrypted = Chiffré.
card-mentions-only = Je ne lis ici que ce qui m’est adressé.

who-private = Vous m’écrivez en privé ; les autres personnes des salons ne peuvent pas lire.
who-public = N’importe qui peut entrer dans ce salon sans invitation.
who-restricted = Les membres de certains autres salons ou espaces peuvent entrer dans ce salon sans invitation.
who-public-discord = Tout le monde sur ce serveur Discord peut lire ici.
who-mentions-only = Je ne peux lire ici que ce qui m’est adressé : commandes, formulaires, mentions.
who-world = N’importe qui peut lire ce salon sans y entrer.
who-shared = Qui arrive plus tard peut lire ce qui a été écrit avant.
who-guests = Des personnes sans compte peuvent entrer.
who-bridged = Ce qui est écrit ici est transmis à un autre réseau, qui en garde une copie.
who-other-servers = D’autres serveurs gardent une copie. Y supprimer un message n’est qu’une demande.
who-not-checked = Je n’ai pas encore regardé si ce salon est chiffré.
who-offices = Les modérateurs, les rapporteurs et les coordinateurs peuvent lire ce qui est noté. Il est écrit qui a ouvert une contribution.

# Un salon d’après son usage.
room-round-table = Table ronde { $number }
room-objective = Objectif { $number } : { $label }

# La réponse à salon lier et à salon vérifier.
room-bound = Ce salon est maintenant { $room }.
room-is = Ce salon est { $room }.
room-floor-is-open = Parole : ouverte.
room-floor-is-closed = Parole : fermée.
room-check-may = Je peux lire, écrire, épingler et supprimer ce que j’ai écrit
room-check-may-not-read = Je ne peux pas lire ici. Laissez-moi entrer, avec le droit de lire les messages.
room-check-may-not-read-discord = Je ne peux pas lire ici. Paramètres du salon, Permissions : donnez à mon rôle View Channel et Read Message History.
room-check-may-not-write = Je ne peux pas écrire ici. Donnez-moi le droit d’envoyer des messages.
room-check-may-not-write-discord = Je ne peux pas écrire ici comme il le faut. Paramètres du salon, Permissions : donnez à mon rôle Send Messages, Send Messages in Threads, Embed Links, Attach Files et Add Reactions.
room-check-may-not-pin = Je ne peux pas épingler la carte. Donnez-moi le droit d’épingler ou de modifier l’état du salon.
room-check-may-not-pin-discord = Je ne peux pas épingler la carte. Paramètres du salon, Permissions : donnez à mon rôle Pin Messages.
room-check-may-not-redact = Je ne peux pas supprimer ce que j’ai écrit. Donnez-m’en le droit ; sinon, ce qui est retiré ne peut pas être corrigé ici.
room-check-encrypted = chiffré
room-check-not-encrypted = non chiffré. Activez le chiffrement dans les paramètres du salon, sous Sécurité.
room-check-public = n’importe qui peut entrer. Désactivez cela dans les paramètres du salon, sous Sécurité.
room-check-restricted = les membres de certains autres salons ou espaces peuvent entrer. Si ce n’est pas voulu : paramètres du salon, Sécurité.
room-check-public-discord = tout le monde sur ce serveur peut lire ici. Si ce n’est pas voulu : paramètres du salon, Permissions, désactivez View Channel pour @everyone.
room-check-history = qui arrive plus tard lit tout ce qui précède. Si ce n’est pas voulu : paramètres du salon, Sécurité, historique.
room-check-history-discord = qui arrive plus tard lit tout ce qui précède. Si ce n’est pas voulu : paramètres du salon, Permissions, désactivez Read Message History pour @everyone.
room-check-world = n’importe qui peut lire sans entrer. Désactivez cela dans les paramètres du salon, Sécurité, historique.
room-check-guests = des personnes sans compte peuvent entrer. Désactivez cela dans les paramètres du salon, sous Sécurité.
room-check-bridged = une passerelle transmet ce qui est écrit à un autre réseau. Retirez-la, ou prévenez les gens.
room-check-mentions-only = je ne peux lire que ce qui m’est adressé : commandes, formulaires, mentions, messages privés. Qui me fait fonctionner peut le changer : Message Content dans le portail des développeurs, et message_content = true sous [discord].
room-check-tryout = Ceci est mon message d’essai. Qui ne peut pas le lire met son application à jour et demande encore une fois : { $command }
room-reads-otherwise = Les personnes qui peuvent lire ici ont changé :
room-check-unknown = Je regarde maintenant ce que je peux faire ici. { $command } le montre dans un instant.
room-ack-private = Les personnes dont le message est noté l’apprennent en privé. Pour le changer : salon régler accusé réaction
room-ack-reaction = Les personnes dont le message est noté voient 📝 sur ce message. Pour le changer : salon régler accusé privé
room-next = Ensuite : { $command }
room-unbound = { $room } n’est plus un salon de la consultation. À partir de maintenant, rien de ce qui s’écrit ici n’est noté. Ce qui a été noté reste.

rehearsal-mark = répétition
rehearsal-over = La répétition est finie. Ce qui y a été écrit est effacé. À partir de maintenant, cela compte.
rehearsal-already-on = Ce salon est déjà en répétition.
rehearsal-already-off = Ce salon n’est pas en répétition.

floor-needs-who = Le secrétariat peut le régler : { $command }
floor-clocks-twice = Les horloges sont reculées à ce moment-là, et cette heure vient deux fois. Je prends la première.

ask-heading = Une question à tout le monde
ask-reply = Pour répondre, répondez à ce message. Les réponses des personnes qui participent sont notées.
ask-closed =
    { $count ->
        [0] Aucune question n’est ouverte ici.
        [one] { $count } question est fermée. Ce qu’on y répond n’est plus noté comme réponse.
       *[other] { $count } questions sont fermées. Ce qu’on y répond n’est plus noté comme réponse.
    }

hide-done = { $receipt } est masqué. Aucune synthèse ne le montre ni ne le compte, et celles qui le faisaient sont corrigées.
hide-already = { $receipt } est déjà masqué.
hide-told = Un modérateur a masqué { $receipt }. Cette contribution reste la vôtre, et aucune synthèse ne la montre pour le moment.
hide-reason = La raison donnée : { $reason }.
hide-turn-to = Si vous pensez que ce n’est pas juste, adressez-vous à : { $contact }.
restore-done = { $receipt } compte de nouveau.
restore-already = { $receipt } n’est pas masqué.
restore-told = { $receipt } n’est plus masqué. Cette contribution compte de nouveau dans les synthèses.
author-told = L’auteur a été prévenu.
author-not-told = L’auteur ne peut pas être joint d’ici.

invited-here = Me voici. Qui anime le salon en fait un salon de la consultation : { $command }
invited-declined = J’entre dans un salon quand une personne qui a une fonction dans une consultation m’y invite. Pour m’écrire en privé, invitez-moi à un message direct.
invited-ask = Ce sont : { $names }.

unreadable = Je n’ai pas pu déchiffrer votre message de { $time }. Envoyez-le encore une fois, ou écrivez-moi ici.
unreadable-here = Je n’ai pas pu déchiffrer votre message de { $time }. Envoyez-le encore une fois.
