# Appels, formulaires et inscription.

command-register = inscription, m'inscrire, s'inscrire, register
command-unregister = désinscription, me désinscrire, unregister
command-check-in = présent, check in
command-registrations = inscriptions, registrations
command-coverage = couverture, coverage
command-call = appel, call

help-register = s’inscrire, ou voir et changer son inscription
help-unregister = reprendre son inscription ; les réponses sont effacées
help-check-in = dire que l’on est là ; pour d’autres, par leur numéro
help-registrations = qui s’est inscrit, par numéro et état ; accepter ou non
help-coverage = inscrits par catégorie, région et genre ; qui manque
help-call = ouvrir, prolonger, annoncer ou fermer un appel ; son texte

takes-answers = pays Kenya mode en ligne …
takes-number = numéro
takes-which = confirmés, attente, accepter 17 …
option-answers = réponses
option-answers-about = vos réponses d’un coup, par exemple : pays Kenya mode en ligne ; sinon je demande
option-number = numéro
option-number-about = le numéro d’une inscription ; sans lui, vous-même
option-which = lesquelles
option-which-about = par exemple : attente, ou accepter 17, ou refuser 17
menu-gcm-talks = s’inscrire et participer aux rencontres
button-register = M’inscrire
button-unregister = Me désinscrire
button-take-place = Prendre la place

words-pause = pause
words-back = retour
words-skip = passer
words-change = changer
words-registration = inscription, inscriptions
words-extend = prolonger
words-capacity = capacité
words-online = en ligne
words-audience = public
words-hours = heures
words-everyone = tous
words-youth = jeunes
words-states = états
words-invitation = invitation
words-accept = accepter
words-decline = refuser
words-confirmed = confirmés
words-promised = promis
words-waiting = attente
words-asked = demandés

mode-room = sur place
mode-online = en ligne

form-first = C’est la première question.
form-change = Écrivez le numéro d’une réponse pour la changer, ou 0 si tout est juste.
form-required = Cette question demande une réponse. Vous pouvez aussi écrire pause et continuer plus tard.
form-empty = Il n’y a pas de réponse ici. Écrivez-en une.
form-too-long = Cela fait { $example } caractères. Écrivez-en au plus { $limit }.
form-country = Je ne connais pas de pays { $typed }. Écrivez son nom, son code ou son drapeau, comme Kenya, KEN ou 🇰🇪.
form-country-near = Je ne connais pas de pays { $typed }. Voulez-vous dire { $example } ? Écrivez le numéro ou le nom.
form-theme = Je ne connais ni objectif ni table ronde { $typed }. Écrivez par exemple : 6, remises, table ronde 2.
form-too-many = Nommez-en au plus { $limit }.
form-choice = { $typed } n’est pas une des réponses. Écrivez un numéro de 1 à { $limit } ou les mots, par exemple : { $example }.
form-choices = { $typed } n’est pas une des réponses. Écrivez des numéros de 1 à { $limit } avec des virgules, par exemple : 1, 2.

form-skip = ne pas répondre
form-sensitive = C’est sensible, et vous n’êtes pas tenu de répondre. Si vous le faites, vous acceptez que je le garde, scellé, pour cela seulement.
form-summary = Voici vos réponses. Écrivez un numéro pour changer une réponse, ou 0 :
form-confirm = tout est juste
form-paused = Vos réponses sont gardées. Pour continuer, même dans quelques jours, écrivez { $command }.
form-more = Questions restantes, toutes facultatives : { $count }. Y répondre maintenant ?
form-done = Merci. { $data } montre ce que je garde ; { $undo } reprend votre inscription.

register-none = On ne peut pas encore s’inscrire à { $consultation }. Questions : { $contact }.
register-closed = L’inscription à { $consultation } a été close le { $day }. Si vous voulez encore venir, adressez-vous à { $contact }.
register-states = Cette inscription est pour les États Membres. Si vous en représentez un, adressez-vous à { $contact }.
register-kept = Inscription à { $consultation }, organisée par { $controller }. Vos réponses sont gardées, scellées, jusqu’à { $days } jours après la publication du résumé ; les organisateurs peuvent les lire. Vous pouvez les reprendre à tout moment.
register-age = Avez-vous 18 ans ou plus, et êtes-vous d’accord ?
register-youth = C’est pour les personnes de 18 à 30 ans. En êtes-vous, et êtes-vous d’accord ?
register-not-youth = Rien n’a été gardé. Pour savoir où peuvent venir les personnes d’un autre âge, adressez-vous à { $contact }.
register-under-18 = Rien n’a été gardé. Si vous avez moins de 18 ans, je ne peux pas vous inscrire ; { $contact } peut vous aider.
register-line = Je ne sais que faire de { $typed }. Écrivez par exemple : { $example }

registered-confirmed = Vous êtes inscrit à { $consultation }, { $mode }. Votre numéro est { $number }.
registered-waiting = Toutes les places sont prises : vous êtes sur la liste d’attente de { $consultation }, { $mode }. Votre numéro est { $number }. Je vous dis quand une place est à vous ; elle est alors gardée { $hours } heures.
registered-place = Votre place sur la liste : { $place }.
registered-place-of = Votre place sur la liste : { $place } sur { $of }.
registered-promised = Une place est à vous : { $consultation }, { $mode }. Elle est gardée jusqu’au { $until }. Pour la prendre, écrivez { $register } ; pour la rendre, { $unregister }.
registered-asked = Votre inscription à { $consultation } est remise sous le numéro { $number }. Les organisateurs invitent une personne à la fois ; je vous dirai ce qu’ils décident.
registered-draft = Votre inscription à { $consultation } n’est pas terminée. Pour continuer, écrivez { $register }.
registered-declined = Les organisateurs n’ont pas pu retenir votre inscription à { $consultation }. Pour savoir pourquoi, adressez-vous à { $contact }.
registered-lapsed = La place gardée pour vous à { $consultation } est passée à la personne suivante. Pour revenir sur la liste, écrivez { $register }.

unregister-none = Vous n’êtes pas inscrit à { $consultation }. Pour vous inscrire, écrivez { $command }.
unregister-done = Vous n’êtes plus inscrit à { $consultation }, et vos réponses sont effacées. Pour vous réinscrire, écrivez { $command }.

check-in-none = Vous n’avez pas encore de place à { $consultation }. { $command } montre où vous en êtes.
check-in-no-number = Personne ayant une place n’a le numéro { $typed }. Écrivez par exemple : présent 17.
check-in-done = Le numéro { $number } est là : { $consultation }.

entry-draft = non terminée
entry-confirmed = confirmée
entry-promised = place gardée
entry-waiting = liste d’attente
entry-asked = à décider
entry-declined = non retenue
entry-lapsed = place non prise à temps
entry-withdrawn = reprise
entry-number = numéro { $number }
entry-checked-in = est là

call-needs = Avant d’ouvrir un appel, il faut régler : { $missing }. Écrivez { $command }
call-already = Cet appel est déjà ouvert. Pour changer la fin ou les places : { $command }
call-none = Aucun appel de ce genre n’est ouvert. Écrivez { $command }
call-no-places = Il n’y aurait aucune place. Donnez des places sur place ou en ligne, par exemple : salle 120 en ligne 400.
call-open = L’inscription à { $consultation } est ouverte.
call-open-until = L’inscription à { $consultation } est ouverte jusqu’au { $until }.
call-closed = L’inscription à { $consultation } est close.
call-no-limit = sans limite
call-places = { $mode } : { $given } attribuées sur { $places }, { $waiting } en attente
audience-youth = Pour les personnes de 18 à 30 ans.
audience-states = Pour les États Membres.
audience-invitation = Sur invitation : des personnes décident pour chacun.
card-register = s’inscrire à la consultation
card-register-until = s’inscrire, jusqu’au { $until }

registrations-empty = Il n’y en a pas.
registrations-more = Et { $count } de plus. Nommez un état pour en voir moins, par exemple : inscriptions attente.
registrations-no-number = Aucune inscription de numéro { $typed } n’attend de décision. Écrivez par exemple : inscriptions accepter 17.
registrations-accepted = Le numéro { $number } est accepté et en a été informé.
registrations-declined = Le numéro { $number } n’est pas retenu et en a été informé.

coverage-heading = Qui s’est inscrit
coverage-people = Personnes : { $people }.
coverage-group = { $name } { $people }
coverage-missing = Peu ou pas jusqu’ici : { $groups }.
coverage-bands = Les groupes de moins de { $count } personnes ne sont pas comptés. Qui n’a rien dit n’est dans aucun groupe.

# Changing a form from the chat.
words-form = formulaire
words-ask = demander
words-submission = contribution
words-label = libellé
words-option = option
call-form-line = Écrivez ce qui doit changer, par exemple : { $example }
call-form-preview = Voici comment cela se lit désormais. Est-ce juste ?
call-form-done = Le formulaire est changé (version { $version }). Qui est en train de le remplir n’est interrogé que sur ce qui ne vaut plus.
call-form-left = Rien n’a été changé.
call-form-off = omis
