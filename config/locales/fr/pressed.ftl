# Ce que dit un bouton, un formulaire ou un menu.

handled = C’est fait.
answer-over = Cette question est close. { $help } montre ce que vous pouvez faire maintenant.
hand-in-own = Vous ne pouvez remettre que ce que vous avez écrit vous-même.
form-answer = Répondre
form-write = Écrire
button-join = Participer
button-private = Écrire en privé
button-who = Qui peut lire ici
button-help = Aide
digest-follows = La synthèse suit.
