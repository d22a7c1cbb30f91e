# Ce que règle le secrétariat : les consultations et les rôles.

stage-preparation = en préparation
stage-open = ouverte
stage-closing = en clôture
stage-summary = résumé
stage-follow-up = suivi

consultations-heading = Consultations
consultation-none = Il n’y a pas encore de consultation. Écrivez { $example }.
consultation-exists = Il y a déjà une consultation { $slug }. Choisissez un autre nom.
consultation-created = { $consultation } : la consultation est créée, en préparation.
consultation-missing = Avant d’ouvrir la parole, il faut régler : { $missing }. Écrivez { $command }
consultation-set = C’est réglé : { $what } de { $consultation }.
consultation-complete = Tout ce qu’il faut pour ouvrir la parole est réglé.
consultation-space = Ses salons sont rangés ici dans un espace, par sous-région et par thème s’il y en a plusieurs. Vous y êtes invité.
consultation-space-elsewhere = Il n’y a pas d’espaces ici. Sur Matrix, ses salons sont rangés dans un espace.
consultation-still-missing = Il manque encore : { $missing }.
consultation-stage = { $consultation } est maintenant à cette étape : { $stage }.
retention-date = Ce que les gens ont écrit sera effacé le { $date }, comme on le leur a dit.
retention-warning = Le { $date }, tout ce que les gens ont écrit dans { $consultation } sera effacé, comme on le leur a dit. Ce qui peut être gardé doit être exporté avant : { $command }
retention-quiet = Personne n’y a écrit depuis un an : elle est considérée comme terminée. Qui y écrit, ou change son étape, la fait continuer.
retention-erased = Tout ce que les gens ont écrit dans { $consultation } est maintenant effacé, comme on le leur a dit. Reçus qui restent, sans contenu : { $count }.
consultation-rooms =
    { $count ->
        [0] pas encore de salon
        [one] { $count } salon
       *[other] { $count } salons
    }

scope-everywhere = partout
roles-own = Vos rôles :
roles-none = Vous n’avez pas de rôle particulier. Vous participez comme partie prenante.
roles-heading = Qui a quel rôle
roles-line = { $role }, { $scope }, depuis : { $since }
roles-granted = Rôle donné à { $name } : { $role }, { $scope }.
roles-already = { $name } a déjà ce rôle : { $role }, { $scope }.
roles-revoked = Rôle retiré à { $name } : { $role }, { $scope }.
roles-not-held = { $name } n’a pas ce rôle : { $role }, { $scope }. rôles liste montre qui l’a.
roles-everyone = Quiconque a le rôle { $group }
roles-last = C’est le dernier compte du secrétariat. Donnez d’abord ce rôle à une autre personne.
audit-everywhere = Seul le secrétariat nommé pour tout peut lire le journal entier.

# Comment va le robot.
health-rooms =
    { $count ->
        [one] { $platform } : { $count } salon.
       *[other] { $platform } : { $count } salons.
    }
health-last = Dernière note { $ago }.
health-nothing = Rien n’a encore été noté.
health-waiting =
    { $count ->
        [one] { $count } message attend d’être envoyé.
       *[other] { $count } messages attendent d’être envoyés.
    }
health-room =
    { $heard ->
        [one] { $room } : environ { $heard } message, dont notés : { $noted }
       *[other] { $room } : environ { $heard } messages, dont notés : { $noted }
    }

audit-whole =
    { $count ->
        [one] Le journal d’audit est intact : { $count } entrée. Les dernières :
       *[other] Le journal d’audit est intact : { $count } entrées. Les dernières :
    }
audit-broken = Le journal d’audit n’est pas intact. Ne changez rien, et prévenez la personne qui s’occupe de moi.

# Les fichiers remis.
digest-file = La synthèse est dans le fichier { $name }.
export-done = Ce qui peut être exporté : { $files }. Chacun peut retirer à tout moment ce qu’il a écrit : vérifiez ces fichiers avec le manifeste avant chaque usage.
export-none = Rien n’a pu être exporté. Vérifiez le nom de la consultation et du salon.
export-whole = Un export contient une salle entière ou toute la consultation, rien de plus étroit. Écrivez { $example }.

quotes-heading = Ce qui peut être cité
quotes-none = Dans ce cadre, rien ne peut être cité.
approve-ask = La synthèse voudrait citer ces paroles de vous. Elle ne le fait que si vous êtes d’accord. Pour accepter, écrivez { $command }. Pour refuser, écrivez { $command } non.
health-well = Tout va bien.
health-trouble = Quelque chose est à vérifier :
health-unsaid =
    { $count ->
        [one] { $count } message n’a pas pu être envoyé.
       *[other] { $count } messages n’ont pas pu être envoyés.
    }
health-parked =
    { $count ->
        [one] { $count } message a échoué trois fois et est gardé pour plus tard.
       *[other] { $count } messages ont échoué trois fois et sont gardés pour plus tard.
    }
health-references = Référence : { $references }.
health-failed =
    { $count ->
        [one] { $count } tâche a échoué plusieurs fois.
       *[other] { $count } tâches ont échoué plusieurs fois.
    }
