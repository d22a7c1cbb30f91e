# Être entendu : reçus, corrections, ses propres contributions et données.

record-noted-in = { $receipt }, dans { $room }.
record-take-back = Pour le retirer : { $command }, ou ❌ sur votre message.
record-read-as = Compris comme : { $reading }. Ce n’est pas juste ? { $command }
record-edited = { $receipt } contient maintenant votre message modifié.
record-changed-unseen = Vous avez modifié le message de { $receipt }. Ici, je ne peux pas voir ce qu’il dit maintenant : c’est toujours l’ancien texte qui est enregistré. Pour l’effacer : { $command }. Écrivez-le ensuite de nouveau, avec mon nom au début.
record-deleted = { $receipt } est effacé, car son message a été supprimé.
record-withdrawn = { $receipt } est retiré : son texte est effacé, et ce qui le citait est corrigé.
record-already-withdrawn = { $receipt } était déjà retiré.
record-taken-back = { $receipt } a été retiré : ce que vous changez dans ce message n’est pas noté. Pour le dire de nouveau, écrivez un nouveau message.
record-not-yours = Vous n’avez pas de contribution { $receipt }.
record-yours-are = Les vôtres : { $receipts }.
record-yours-none = Vous n’en avez aucune.
record-floor-closed = La parole est fermée dans { $room }. Rien n’a été noté.
record-floor-closed-at = La parole dans { $room } a été fermée à { $time }. Rien n’a été noté.
record-still-private = Vous pouvez encore me l’écrire en privé ({ $command }), ou mettre 📝 sur votre message.

contributions-heading = Ce que vous avez écrit
contributions-none = Vous n’avez pas de contribution ici.
contributions-edited =
    { $count ->
        [one] modifié { $count } fois
       *[other] modifié { $count } fois
    }
contributions-hidden = masqué par un modérateur
contributions-withdrawn = retiré
contributions-cited = Cité dans : { $digests }.

data-heading = Ce que je conserve sur vous
data-none = Je ne conserve rien sur vous.
data-accounts = Vos comptes
data-linked = un compte sur { $platform }
data-language = Langue
data-consent = Accord
data-name = Nom
data-category = Catégorie
data-organisation = Organisation
data-roles = Rôles
data-contributions = Contributions
data-kept =
    { $days ->
        [one] Tout cela est effacé { $days } jour après la publication du résumé.
       *[other] Tout cela est effacé { $days } jours après la publication du résumé.
    }

record-noted-for = { $receipt }, pour : { $consultation }.
record-on-behalf = Au nom de : { $names }.

# Comment un passage est compris.
reading-objective = objectif { $number }
reading-because = à cause de : { $words }
reading-no-objective = aucun objectif
reading-not-readable = dans une langue que je ne sais pas analyser ; une personne le lit
kind-good-practice = bonne pratique
kind-challenge = difficulté
kind-recommendation = recommandation
kind-pledge = engagement
kind-question = question
kind-other = autre

tag-heading = { $receipt } est compris comme :
tag-corrected = corrigé à la main
tag-help = Pour le corriger : { $commands }

explain-heading = Comment { $receipt } a été compris
explain-consent = L’usage permis : { $level }.
explain-not-cited = Cela ne figure encore dans aucune synthèse.
explain-wrong = Ce n’est pas juste ? { $command }
digest-of-day = la synthèse du { $day }

show-private = en privé
show-imported = importé
show-not-quoted = L’auteur veut que ce soit seulement compté. Ne le citez pas.
show-cited = Cité dans : { $digests }.
show-audited = Vous lisez ceci avec ce rôle : { $role }, { $consultation }. C’est inscrit dans le journal d’audit.

approve-none = Rien n’attend votre autorisation.
approve-waiting = Ces paroles de vous seraient citées si vous l’autorisez :
approve-which = Quel passage ? { $passages }
approve-done = Vous avez autorisé { $passage }. Il peut être cité :
approve-declined = { $passage } ne sera pas cité :

digest-scheduled = À partir de maintenant, la synthèse de ce salon vient chaque semaine. La première : { $first }.
digest-scheduled-end = Pour arrêter : { $command }
digest-unscheduled = La synthèse de ce salon ne vient plus d’elle-même.
digest-schedule-over = Cette consultation est terminée : sa synthèse ne vient plus d’elle-même.
digest-not-scheduled = La synthèse de ce salon ne vient pas d’elle-même.

# Une personne, deux comptes
link-code = Depuis votre autre compte, en privé avec moi, écrivez { $command }. Le code vaut { $minutes } minutes et sert une fois.
link-warning = Ne le donnez à personne : qui le saisit lit tout ce que vous avez écrit et peut l’effacer.
link-confirm = Cela réunit ce compte et un compte sur { $platform }. Dès lors, qui a l’un des deux lit tout ce que vous avez écrit ici et peut le changer et l’effacer. Continuez seulement si vous avez demandé le code vous-même. Est-ce le cas ?
link-consent = Le plus strict de vos accords vaut pour les deux.
link-declined = Rien n’a été réuni. Le code ne sert plus.
link-done = Vos comptes sont réunis : celui-ci et un compte sur { $platform } sont pour moi une seule personne. Personne d’autre ne l’apprend.
link-named = Un nom ou une organisation donnés sur l’un ne sont jamais montrés avec ce que vous écrivez depuis l’autre. Je vous écris là où vous avez saisi le code.
link-undo = Pour y revenir, écrivez { $command } depuis le compte à détacher.
link-own = C’est le compte qui a demandé le code. Saisissez-le sur l’autre.
link-already = L’un des deux comptes est déjà réuni à un autre. Deux comptes peuvent être une personne, pas plus. { $command } en détache un.
link-quiet = Sur l’un des deux comptes vous m’avez demandé le silence. Écrivez-y d’abord { $command }.
link-code-wrong = Je ne connais pas ce code : il est mal saisi, déjà utilisé ou vieux de plus de dix minutes. { $command } sur l’autre compte en donne un nouveau.
link-too-many = Trop de codes faux. Réessayez dans une heure.
link-code-form = Un code a { $count } chiffres. { $command } en donne un.
link-name-elsewhere = Votre nom appartient à votre autre compte : donnez-le là-bas. Montré ici, il dirait que les deux sont à vous. Ou détachez ce compte : { $command }.
unlink-none = Ce compte n’est réuni à aucun autre. { $command } le réunit.
unlink-done = Ce compte est de nouveau seul, et je n’en garde rien. Ce que vous avez écrit reste à votre compte sur { $platform } : c’est là seulement que vous pouvez le voir et le reprendre. Pour participer d’ici, écrivez { $command }.
unlink-told = Votre compte sur { $platform } a été détaché. Tout ce que vous avez écrit est avec celui-ci. Un nom ou une organisation que vous y aviez donnés ne sont plus montrés.
