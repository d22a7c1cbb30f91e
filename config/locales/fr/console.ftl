# Ce que la console dit elle-même : des salles et des personnes dans un terminal ou un tube.

console-welcome =
    gcm-talks dans ce terminal : des salles où écrire, et des personnes au nom de qui écrire.
    Le robot entend et répond ici comme sur Matrix et Discord.
console-rooms = Salles : { $rooms }
console-people = Personnes : { $people }
console-everyone-else = tout autre nom participe comme partie prenante
console-private = seul avec le robot
console-try = Trois choses à essayer :
console-try-join = participer ; le robot répond en privé
console-try-private = y répondre
console-try-digest = demander une synthèse, comme rapporteur
console-more = /help montre ce que l’on peut faire d’autre, /quit termine.

console-help =
    #salle @personne texte — le dire là, au nom de cette personne. Les deux restent jusqu’à ce que vous en nommiez d’autres.
    #private — la conversation de la personne seule avec le robot
    /edit TEXTE — modifier le dernier message de la personne dans la salle
    /delete — le supprimer
    /react 📝 — y mettre une marque
    /reply TEXTE — répondre au dernier message du robot dans la salle ; /reply @personne TEXTE à celui d’une personne
    /attach FICHIER — envoyer un fichier texte
    /at +3m — avancer l’horloge : s secondes, m minutes, h heures, d jours
    /room NOM — ouvrir une autre salle
    /who — salles et personnes
    /quit — terminer
    \ au début d’une ligne en fait du simple texte : \/edit, \#, \@
    \ à la fin : le message continue à la ligne suivante

console-no-room = Il n’y a pas de salle #{ $room }. Les salles sont : { $rooms }. Si c’est du texte, écrivez \ devant.
console-bad-room = Le nom d’une salle a des lettres, des chiffres et des traits d’union, 64 au plus : /room north-africa
console-bad-person = Le nom d’une personne a 64 lettres au plus.
console-room-opened = #{ $room } est ouverte jusqu’à la fin. Il faut dire au robot de quoi elle est la salle.
console-no-tap = Je ne connais pas /{ $word }. Écrivez /help, ou \ devant si c’est du texte.
console-no-tap-nearest = Je ne connais pas /{ $word }. Vouliez-vous dire /{ $nearest } ?
console-needs = Écrivez ainsi : { $example }
console-no-message = Je ne me souviens d’aucun message de @{ $person } dans { $room }.
console-no-answer = Je n’ai encore rien dit dans { $room } à quoi vous pourriez répondre.
console-bad-span = Écrivez de combien l’horloge avance, dix ans au plus : /at +3m
console-moved = Il est maintenant { $time } (UTC).
console-too-long = Cette ligne dépasse 1 Mio. Elle n’a pas été lue.
console-leave = Pour sortir, écrivez /quit ou appuyez sur Ctrl-D.
console-earlier = un message précédent
console-on-message = sur ce que @{ $person } a écrit : { $words }
