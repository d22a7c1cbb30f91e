# Les organisations : où les personnes ont leur place, qui se porte garant, et la parole du point focal.

command-organisation = organisation, organization
command-vouch = attester, vouch
help-organisation = noms et point focal d’une organisation ; en réunir deux, ou les séparer
help-vouch = attester qu’une organisation, ou une personne, est ce qu’elle dit
takes-organisation = organisation
option-organisation = organisation
option-organisation-about = son nom ; suivi d’un @compte, pour dire que cette personne en fait partie
words-claims = demandes, claims
words-show = montrer, show
words-add = ajouter, add
words-remove = retirer, remove
words-focal = focal
words-merge = réunir, reunir, merge
words-part = séparer, separer, part
words-into = dans, into
words-name = nom, name
words-acronym = sigle, acronym

organisation-alike = Vous avez écrit { $organisation }. Est-ce l’une de celles-ci ?
organisation-alike-no = non, une autre
organisation-someone-claims = Quelqu’un dit faire partie de { $organisation }, dont vous êtes le point focal. Pour voir qui, écrivez { $command }.
organisation-belongs = { $name } dit faire partie de { $organisation }. Est-ce exact ?
organisation-later = plus tard
organisation-put-off = Très bien. Quand vous aurez le temps, écrivez { $command }.
organisation-nobody-waits = Personne n’attend votre parole.
organisation-not-focal = Vous n’êtes le point focal d’aucune organisation. C’est la coordination qui les désigne.
organisation-confirmed = { $name } fait maintenant partie de { $organisation }. Ses contributions écrites pour elle comptent comme sa parole.
organisation-declined = { $name } ne fait pas partie de { $organisation }. Rien de ses propos n’est montré avec ce nom.
status-organisation-waits = Votre organisation : { $organisation }. Personne ne l’a encore confirmé ; vous comptez donc comme une seule personne.
status-organisation-confirmed = Votre organisation : { $organisation }. C’est confirmé : ce que vous soumettez pour elle compte comme sa parole.
status-organisation-declined = Votre organisation : { $organisation }. Son point focal n’a pas confirmé que vous en faites partie ; rien de vous n’est donc montré avec son nom. Si c’est une erreur, adressez-vous à la personne que donne contact.
status-focal = Vous êtes le point focal de { $organisation }, depuis le { $since }.
status-claims =
    { $count ->
        [one] Une personne attend votre parole : { $command }
       *[other] { $count } personnes attendent votre parole : { $command }
    }

organisation-unknown = Je ne connais pas d’organisation { $organisation }. { $command } les montre toutes.
organisation-near = Je ne connais pas d’organisation { $organisation }. Il y a : { $organisations }.
organisation-none = Aucune organisation n’est encore connue. Chacun nomme la sienne avec : accord organisation, suivi de son nom.
organisations-heading = Organisations
organisations-more =
    { $count ->
        [one] Et une de plus. organisation montrer la trouve par son nom.
       *[other] Et { $count } de plus. organisation montrer trouve chacune par son nom.
    }
organisation-unvouched = personne ne s’en est encore porté garant
organisation-without-focal = attestée, sans point focal
organisation-with-focal = attestée, avec un point focal
organisation-names = Noms : { $names }
organisation-holds = Ne font qu’une avec elle : { $names }
organisation-focal = Point focal : { $name }, depuis le { $since }
organisation-waiting = Attendent une parole : { $people } personnes
organisation-reference = Dans le journal : organisation { $reference }
organisation-name-taken = { $name } est un nom de { $organisation }. Si les deux n’en font qu’une, réunissez-les.
organisation-name-stays = { $name } n’est pas un de ses noms, ou c’est le seul.
organisation-focal-told = Vous êtes maintenant le point focal de { $organisation }. C’est vous qui dites qui en fait partie. Pour voir qui attend, écrivez { $command }.
organisation-merged = { $gone } ne fait plus qu’une avec { $organisation }. Pour l’annuler, écrivez { $command }
organisation-one-already = Ce sont deux noms de { $organisation } : c’est déjà une seule organisation.
organisation-parted = { $gone } et { $organisation } sont de nouveau deux, chacune avec ce qu’elle avait.
organisation-not-merged = { $organisation } n’est réunie avec aucune autre.
organisation-part-which = Celles-ci ne font qu’une avec { $organisation } : { $organisations }. Écrivez le nom de celle à séparer.

vouch-done = Vous vous portez garant de { $organisation }. Qui dit en faire partie compte comme sa voix dès que son point focal, ou vous, le confirmez pour cette personne.
vouch-next = Ensuite, désignez son point focal : { $command }
vouch-not-claimed = { $name } ne dit pas faire partie de { $organisation }. Il faut d’abord écrire : accord organisation, suivi de son nom.
vouch-none = Personne n’attend de parole sur son organisation.
vouch-heading = Qui dit faire partie de quoi
vouch-line = { $organisation } : { $people } personnes · { $state }
vouch-hint = { $command } suivi d’un nom atteste l’organisation ; avec un @compte ensuite, cette personne.

# Le rapport hebdomadaire de la coordination.

words-report = rapport, report
roles-report-on = Votre rapport hebdomadaire sur votre région revient, le lundi.
roles-report-off = Vous ne recevez plus de rapport hebdomadaire. rôles rapport activer le ramène.
report-people = Prennent part : { $people } personnes ; nouvelles cette semaine : { $new }
report-written =
    { $count ->
        [one] Écrit cette semaine : une contribution
       *[other] Écrit cette semaine : { $count } contributions
    }
report-round-table = Table ronde { $number } : { $count }
report-claims = Attendent une parole sur leur organisation : { $people } personnes. Pour voir lesquelles, écrivez { $command }.
report-foot = Ceci vient chaque lundi. Pour l’arrêter, écrivez { $command }.
