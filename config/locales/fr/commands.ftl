# Ce que l’on écrit pour chaque commande, le mot affiché en premier. Deux commandes n’ont jamais le même mot.

command-help = aide, help
command-about = à propos, a propos, about
command-privacy = vie privée, vie privee, confidentialité, privacy
command-join = participer, rejoindre, join
command-consent = accord, consentement, consent
command-language = langue, language
command-my-data = mes données, mes donnees, my data
command-forget-me = oubliez-moi, oublie-moi, forget me
command-unlink-account = délier compte, delier compte, unlink account
command-link-account = lier compte, lier un compte, link account
command-stop = stop, arrêter, arreter
command-status = état, etat, statut, status
command-objective = objectif, objective
command-why = pourquoi, why
command-contact = contact, signaler, recours
command-say = dire, say
command-submit = soumettre, submit
command-my-contributions = mes contributions, my contributions
command-approve = approuver, approve
command-withdraw = retirer, withdraw
command-private = privé, prive, private
command-who = qui, who
command-room = salon, room
command-floor = parole, floor
command-ask = demander, ask
command-hide = masquer, hide
command-restore = rétablir, retablir, restore
command-tag = étiqueter, etiqueter, tag
command-health = santé, sante, health
command-digest = synthèse, synthese, digest
command-show = montrer, show
command-quotes = citations, quotes
command-export = exporter, export
command-consultation = consultation
command-roles = rôles, roles
command-audit = audit

# Une ligne par commande, 60 caractères au plus.
help-help = ce que l’on peut écrire ici, et comment
help-about = ce que je suis et sur quoi je m’appuie
help-privacy = ce qui est conservé de vous, et comment le retirer
help-join = participer : choisir l’usage de vos paroles
help-consent = voir ou changer l’usage de vos paroles
help-language = la langue dans laquelle je vous écris
help-my-data = tout ce que je conserve sur vous
help-forget-me = effacer vos textes et tout ce que je sais de vous
help-unlink-account = détacher ce compte ; ce que vous avez écrit reste à l’autre
help-link-account = réunir ce compte et un autre compte à vous : recevoir un code, ou saisir celui que vous avez reçu
help-stop = je me tais ; vous choisissez ce qu’il faut retirer
help-status = votre participation, et ce que deviennent vos paroles
help-objective = les 23 objectifs, par numéro ou par mot
help-why = les textes qui fondent vos droits ; ou la lecture d’AF-…
help-contact = à qui s’adresser
help-say = dire quelque chose à noter, dans un salon ou en privé
help-submit = texte long ou fichier ; ou : au nom de NOM : texte
help-my-contributions = vos paroles avec leurs reçus
help-approve = autoriser une citation de ce que vous avez écrit en privé
help-withdraw = retirer quelque chose que vous avez écrit
help-private = m’écrire en privé
help-who = qui peut lire ici
help-room = lier ce salon, le régler, le vérifier, répéter
help-floor = ouvrir ou fermer la parole, avec une heure de fin
help-ask = poser une question au salon ; les réponses sont notées
help-hide = sortir une contribution des synthèses ; l’auteur le sait
help-restore = remettre une contribution masquée
help-tag = corriger ce qui a été compris : objectif ou type
help-health = comment je vais
help-digest = ce qui a été écrit, par thèmes, avec des citations
help-show = une contribution et comment elle a été comprise
help-quotes = les passages qui peuvent être cités
help-export = ce qui peut être exporté, en fichiers avec manifeste
help-consultation = créer une consultation, la régler, changer d’étape
help-roles = vos rôles ; le secrétariat les donne et les retire
help-audit = ce qu’ont fait les personnes qui ont un rôle

help-heading = Ce que vous pouvez écrire
help-foot = Dans un salon, écrivez d’abord { $prefix }. En privé, le mot seul suffit.
help-foot-list = Écrivez / et choisissez. En privé, le mot seul suffit.

about-heading = gcm-talks
about-what = Je suis un programme. Je note ce que les personnes écrivent dans les salons d’une consultation sur le Pacte mondial sur les migrations, si elles sont d’accord, et j’en fais des synthèses. Les rapporteurs s’en servent pour écrire le résumé.
about-basis = Je m’appuie sur la note du Réseau des Nations Unies sur les migrations sur la participation des parties prenantes aux examens régionaux, du 10 mai 2023.
about-limits = Une synthèse est une lecture automatique, pas l’avis du réseau. Ce sont des personnes qui décident qui parle, ce qui est publié et ce qui est masqué.

privacy-heading = Ce qui est conservé de vous
privacy-consent = Rien de vous n’est conservé si vous ne participez pas. Vous choisissez l’usage de vos paroles, et vous pouvez le changer à tout moment.
privacy-kept = Je conserve ce que vous écrivez pour qu’il soit noté, votre accord, votre langue, et ce que vous me dites de montrer à côté de vos paroles. Tout est chiffré, et chaque contribution a sa propre clé.
privacy-without = Des personnes qui ne participent pas, je ne conserve ni paroles ni noms. Je garde seulement une marque, qui disparaît après un mois, pour ne poser la question qu’une fois.
privacy-read = Les modérateurs, les rapporteurs et les coordinateurs de votre consultation peuvent lire ce qui est noté. Il est écrit qui a ouvert une contribution.
privacy-backups =
    { $days ->
        [one] Ce que vous retirez est effacé tout de suite. Après { $days } jour, aucune sauvegarde ne permet plus de le lire.
       *[other] Ce que vous retirez est effacé tout de suite. Après { $days } jours, aucune sauvegarde ne permet plus de le lire.
    }
privacy-contact = Responsable : { $controller }. Contact : { $contact }.
privacy-commands = mes données · accord · retirer · oubliez-moi · stop

join-again = accord pour le changer · mes contributions · stop
consent-change = Pour le changer, écrivez l’une de ces lignes :

language-which = Quelle langue ? Écrivez langue et l’une de celles-ci : { $languages }

status-consent = { $consultation }. Vous participez : { $level } (depuis : { $since }).
status-paused = Votre participation est en pause : rien de ce que vous écrivez n’est noté. Pour continuer, écrivez { $command }.
status-none = Vous ne participez pas, et je ne conserve rien de ce que vous avez écrit. Pour participer, écrivez { $command }.
status-written =
    { $count ->
        [0] Vous n’avez encore rien écrit qui soit noté.
        [one] Vous avez écrit { $count } contribution. Présente dans une synthèse : { $cited }.
       *[other] Vous avez écrit { $count } contributions. Présentes dans une synthèse : { $cited }.
    }

objectives-heading = Les 23 objectifs du Pacte mondial, par table ronde
objective-round-table = Il est examiné à la table ronde { $number }.
objective-digest = Ce qui a été écrit à ce sujet : { $command }

why-heading = Pourquoi vous pouvez participer
why-compact = Le Pacte mondial (résolution 73/195) engage les États à travailler en partenariat avec les migrants, la société civile, les syndicats, les organisations confessionnelles, les autorités locales, le secteur privé et d’autres : paragraphes 15 j) et 44.
why-format = Ses examens se font avec la participation de toutes les parties prenantes concernées : paragraphe 48, et résolution 73/326, paragraphe 10.
why-declaration = La Déclaration sur les progrès (résolution 76/266) demande que les processus régionaux coopèrent avec les parties prenantes et tiennent compte de leurs contributions.
why-note = La note du réseau sur la participation des parties prenantes (10 mai 2023) demande un accès effectif à chaque examen et à sa préparation.

contact-help = En danger, ou moins de 18 ans ? Adressez-vous à : { $help }.

which-consultation = De quelle consultation s’agit-il ?
private-hello = Bonjour. Pour dire quelque chose qui soit noté, écrivez-le-moi. { $help } montre ce que je comprends d’autre.
private-note = Faut-il noter ceci pour : { $consultation } ?
private-writing = Écrivez-moi maintenant. Pendant dix minutes, ce que vous écrivez ici est noté pour : { $consultation }.

# Ce que l’on écrit après soumettre : au nom de NOM : texte. Pas « pour » : bien des textes commencent ainsi.
words-for = au nom de, au nom du, au nom des, for, on behalf of

file-too-large = { $name } dépasse { $limit } Kio. Envoyez-le en plusieurs parties, ou collez le texte.
file-not-text = { $name } n’est pas un fichier de texte simple. Envoyez un fichier .txt ou .md en UTF-8, ou collez le texte.
file-unreachable = Je n’ai pas pu recevoir { $name }. Envoyez-le encore une fois, ou collez le texte.
file-poll = Un sondage n’est pas noté. Écrivez ce que vous pensez dans un message.

# Ce que prend une commande, tel que l’aide le nomme.
takes-command = commande
takes-objective = objectif
takes-options = options
takes-passage = passage
takes-reason = raison
takes-code = code
takes-receipt = reçu
takes-receipt-or-word = reçu ou mot
takes-scope = objectif 6 depuis 2 sept. …
takes-until = jusqu’à 13 sept. 18:00
takes-who-and-what = qui et quoi
takes-language = langue
takes-objective-or-kind = objectif ou type
takes-question = question
takes-text = texte

# Ce que l’on écrit après une commande, à côté des mots anglais.
words-bind = lier, rattacher
words-set = régler, regler, définir, definir
words-rehearsal = répétition, repetition
words-check = vérifier, verifier
words-card = carte
words-unbind = délier, delier, détacher, detacher
words-list = liste, lister
words-open = ouvrir, ouvert, ouverte
words-close = fermer
words-on = activer, activé, active
words-off = désactiver, desactiver, désactivé, desactive
words-none = aucun, aucune, rien
words-reaction = réaction, reaction
words-private = privé, prive, en privé, en prive
words-create = créer, creer
words-stage = étape, etape, phase
words-grant = donner, nommer
words-revoke = retirer, révoquer, revoquer
words-everywhere = partout
words-like = comme
words-title = titre
words-controller = responsable
words-contact = contact
words-help = aide
words-retention = conservation
words-timezone = fuseau, fuseau horaire
words-languages = langues
words-risky = sensibles, sensible
words-space = espace
words-ack = accusé, accuse
words-chatham = chatham
words-consultation = consultation
words-objective = objectif
words-round-table = table ronde
words-room = salon, salle
words-subregion = sous-région, sous-region
words-region = région, region
words-since = depuis
words-until = jusqu’à, jusqu'à, jusqu’au, jusqu'au, jusqu’a, jusqu'a
words-level = niveau
words-kind = type, genre
words-category = catégorie, categorie
words-written-in = écrit en, ecrit en, rédigé en, redige en
words-language = langue
words-format = format
words-every = chaque, tous les
words-never = jamais
words-all = tout, tous, toutes
words-full = complet, complète, complete
words-screen = écran, ecran, court, courte
words-local = local, locale
words-national = national, nationale
words-regional = régional, regional, régionale, regionale
words-global = mondial, mondiale
words-preparation = préparation, preparation
words-closing = clôture, cloture
words-summary = résumé, resume
words-follow-up = suivi

# Les jours à partir d’aujourd’hui, et les jours de la semaine en entier, à partir de lundi.
words-today = aujourd’hui, aujourd'hui
words-tomorrow = demain
words-yesterday = hier
date-weekdays = lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche
# Other forms in which people write them, between /.
date-weekdays-forms = lundis, mardis, mercredis, jeudis, vendredis, samedis, dimanches
