# Ce que dit un bouton, un formulaire ou un menu.

handled = C’est fait.
answer-over = Cette question est close. { $help } montre ce que vous pouvez faire maintenant.
answer-over-words = Pour qu’ils ne soient pas perdus, voici vos mots :
answer-takes-longer = Cela prend plus de temps que d’habitude. Si aucune réponse n’est là dans une minute, recommencez, s’il vous plaît.
hand-in-own = Vous ne pouvez remettre que ce que vous avez écrit vous-même.
hand-in-nothing = Ce message ne contient pas de texte que je puisse noter.
form-answer = Répondre
form-write = Écrire
button-join = Participer
button-private = Écrire en privé
button-who = Qui peut lire ici
button-help = Aide
button-withdraw = Retirer
button-why = Pourquoi
button-consent = Mon accord
button-stop = Stop
button-my-contributions = Mes contributions
button-my-data = Mes données
button-forget-me = Oubliez-moi
button-approve = Autoriser
button-decline = Ne pas citer
pressed-follows = Voir ci-dessous.

# The commands as they are chosen from a list: the lists, and what a command takes. A name has no
# blanks and at most 32 characters, a line about it at most 100.

menu-gcm = participer à la consultation
menu-gcm-office = gérer les salons et rendre compte
menu-hand-in = Soumettre ce message
option-command = commande
option-command-about = la commande à expliquer
option-level = niveau
option-level-about = l’usage permis de vos paroles
option-receipt-or-word = reçu-ou-mot
option-receipt-or-word-about = un reçu, pour ce texte seul ; ou votre catégorie, organisation ou nom
option-language = langue
option-language-about = la langue dans laquelle je vous écris
option-objective = objectif
option-objective-about = un numéro de 1 à 23, ou un mot
option-receipt = reçu
option-receipt-about = le reçu, par exemple AF-0042
option-text = texte
option-text-about = ce que vous voulez dire ; sans texte, un formulaire s’ouvre
option-passage = passage
option-passage-about = le passage, par exemple AF-0042.1
option-objective-or-kind = objectif-ou-type
option-objective-or-kind-about = par exemple : objectif 6, ou aucun, ou type défi
option-what = quoi
option-what-about = ce qu’il faut faire
option-options = options
option-options-about = un nom, ou ce qu’il faut régler, comme dans le manuel
option-until = jusqu-à
option-until-about = l’heure de fin, par exemple 13 sept. 18:00
option-question = question
option-question-about = la question au salon ; sans elle, un formulaire s’ouvre
option-reason = raison
option-reason-about = pourquoi ; l’auteur le saura
option-scope = étendue
option-scope-about = par exemple : objectif 6 depuis 2 sept., ou salon west-africa
option-who-and-what = qui-et-quoi
option-who-and-what-about = par exemple : moderator @amina région africa
option-code = code
option-code-about = le code donné à l’autre compte
