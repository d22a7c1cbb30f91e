# Participer, s’arrêter, être oublié.

# La question, ses six réponses et la ligne des langues font ensemble 400 caractères au plus.
consent-question = { $consultation } (responsable : { $controller }). Ce que vous écrivez ici peut parvenir aux États si vous acceptez. Si vous avez 18 ans ou plus, comment l’utiliser ?
consent-answer-summarise = compter, jamais citer
consent-answer-quote = citer sans mon nom
consent-answer-category = avec ma catégorie (syndicat…)
consent-answer-organisation = avec mon organisation
consent-answer-name = avec mon nom
consent-answer-no = pas maintenant, ou moins de 18 ans

consent-agreed-summarise = C’est convenu : compté, jamais cité.
consent-agreed-quote = C’est convenu : cité sans votre nom.
consent-agreed-category = C’est convenu : cité avec votre catégorie.
consent-agreed-organisation = C’est convenu : cité avec votre organisation.
consent-agreed-name = C’est convenu : cité avec votre nom.
consent-level-no = rien n’est conservé
consent-level-summarise = compté, jamais cité
consent-level-quote = cité sans nom
consent-level-category = cité avec la catégorie
consent-level-organisation = cité avec l’organisation
consent-level-name = cité avec le nom

consent-holds = Cela vaut pour ce que vous écrivez à partir de maintenant dans cette consultation, quand la parole est ouverte.
consent-found-again = Une citation d’un salon ouvert peut être retrouvée dans ce salon.
consent-lowered = Cela vaut aussi pour tout ce que vous avez déjà écrit ici.
consent-raised = Ce que vous avez écrit avant reste comme vous l’aviez permis alors.
consent-one-lowered = { $receipt } à partir de maintenant : { $level }.
consent-ask-category = Quelle est votre catégorie ?
consent-ask-organisation = Comment s’appelle votre organisation ?
consent-ask-name = Quel nom peut figurer à côté de vos paroles ?
consent-claim = Personne n’a encore confirmé que vous faites partie de { $organisation }. D’ici là, vous comptez comme une seule personne. Son point focal peut voir votre compte, pour le confirmer.

consent-offer = Vous venez d’écrire { $quote }. Faut-il l’inclure ?
consent-offer-declined = D’accord. Ce message n’est pas noté.
consent-not-now = D’accord. Rien de vous n’est conservé. Vous pouvez joindre le point de contact : { $contact }.
consent-under-18 = Je n’ai pas le droit de noter ce que vous écrivez avant vos 18 ans. { $contact } peut vous aider.
consent-stopped = D’accord. À partir de maintenant, rien de ce que vous écrivez n’est noté, et ce que vous aviez écrit est effacé.

private-blocked = Je n’ai pas pu écrire en privé à une personne d’ici. Autorisez les messages privés, ou écrivez-moi d’abord : { $address }

stop-menu = Je ne vous dirai plus rien dans cette consultation. Voulez-vous aussi
stop-answer-withdraw = retirer quelque chose que vous avez écrit
stop-answer-unregister = annuler votre inscription
stop-answer-forget = être oublié : tout ce que vous avez écrit et tout ce que je sais de vous
stop-answer-nothing = rien de plus
stop-done = D’accord. Écrivez { $command } quand vous voudrez participer de nouveau.

forget-confirm = Cela efface tout ce que vous avez écrit et tout ce que je sais de vous. Les synthèses qui contiennent vos paroles sont corrigées. C’est définitif. Pour continuer, écrivez { $command }.
forget-done =
    { $days ->
        [one] C’est fait. Tout ce que vous avez écrit et tout ce que je savais de vous est effacé. Après { $days } jour, aucune sauvegarde ne permet plus de le lire.
       *[other] C’est fait. Tout ce que vous avez écrit et tout ce que je savais de vous est effacé. Après { $days } jours, aucune sauvegarde ne permet plus de le lire.
    }
forget-kept = Rien n’a été effacé.

language-switched = À partir de maintenant, je vous écris en { $language }.
language-later = Je pourrai vous écrire en { $language } quand vous participerez : commencez par { $command }.

words-stop = stop, arrêter, arreter, arrête, arrete, laissez-moi tranquille
words-consent-no = non, aucun, rien, no
words-consent-summarise = compter, résumer, resumer, summarise
words-consent-quote = citer, citation, anonyme, quote
words-consent-category = catégorie, categorie, category
words-consent-organisation = organisation
words-consent-name = nom, name

# To who writes where a floor is open and does not take part: once a month.
invite = Ce que vous écrivez dans { $room } n’est pas noté, car vous ne participez pas. Pour participer, écrivez { $command }.
