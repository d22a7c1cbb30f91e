# Synthèses : ce qui a été écrit, par qui, sur quoi, et quelle part en est montrée.

digest-heading = { $title }, { $period }
digest-until = jusqu’au { $date }
digest-contributions =
    { $count ->
        [one] { $count } contribution
       *[other] { $count } contributions
    }
digest-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
digest-people-band = personnes : { $band }
# Par exemple : 61 contributions (34 personnes), en français, anglais et arabe.
digest-counts = { $contributions } ({ $people }), en { $languages }.
digest-statement = Lecture automatique de ce que les participants ont écrit. Elle n’est pas complète, n’a pas été négociée et n’est pas l’avis du réseau.
digest-counted-only =
    { $count ->
        [one] Sur { $people } personnes, { $count } est comptée, sans être citée.
       *[other] Sur { $people } personnes, { $count } sont comptées, sans être citées.
    }
digest-left-out = Contributions laissées de côté : { $reasons }.
digest-left-out-withdrawn =
    { $count ->
        [one] { $count } retirée
       *[other] { $count } retirées
    }
digest-left-out-hidden =
    { $count ->
        [one] { $count } masquée par les modérateurs
       *[other] { $count } masquées par les modérateurs
    }
digest-left-out-not-consented =
    { $count ->
        [one] { $count } dont l’auteur n’est plus d’accord
       *[other] { $count } dont l’auteur n’est plus d’accord
    }
digest-left-out-duplicate =
    { $count ->
        [one] { $count } identique à d’autres
       *[other] { $count } identiques à d’autres
    }
digest-left-out-unreadable = { $count } dans une langue que je ne sais pas analyser
digest-nothing = Rien n’est encore noté dans ce cadre. Ce que l’on écrit ici à partir de maintenant figurera dans la prochaine synthèse.
digest-too-few =
    { $count ->
        [one] Moins de { $count } personne a écrit dans ce cadre. La synthèse d’un si petit groupe pourrait montrer qui en fait partie ; il n’y en a donc pas. Demandez un cadre plus large.
       *[other] Moins de { $count } personnes ont écrit dans ce cadre. La synthèse d’un si petit groupe pourrait montrer qui en fait partie ; il n’y en a donc pas. Demandez un cadre plus large.
    }

digest-key-messages = Ce qui est revenu le plus souvent
digest-not-heard = Pas encore entendus : { $who }
digest-not-heard-here = Pas encore entendus à ce sujet : { $who }
digest-more = Synthèse complète : { $command }
digest-none-published = Aucune synthèse n’a encore été publiée ici.
digest-passages =
    { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }
digest-also-from = de : { $who }
digest-campaign-short =
    { $count ->
        [one] { $count } envoi dans les mêmes termes
       *[other] { $count } envois dans les mêmes termes
    }
digest-campaign =
    { $count ->
        [one] Envoyé dans les mêmes termes par { $count } personne ; compté comme une seule dans l’ordre des thèmes.
       *[other] Envoyé dans les mêmes termes par { $count } personnes ; comptées comme une seule dans l’ordre des thèmes.
    }
digest-also-in = Aussi dans :
digest-in = Dans :

digest-objective = Objectif { $number } : { $label }
digest-objective-short = objectif { $number }
digest-round-table = Table ronde { $number } : { $label }
digest-no-objective = Sur aucun objectif du Pacte mondial
digest-title-foreign = { $about } : { $phrase }
digest-rest = Autres points, faits une seule fois chacun

# Titres.
digest-kind-good-practice = Progrès et bonnes pratiques
digest-kind-challenge = Difficultés et lacunes
digest-kind-recommendation = Recommandations
digest-kind-pledge = Engagements
digest-kind-question = Questions
digest-kind-other = Autres remarques
# Un passage ou un thème.
digest-one-good-practice = bonne pratique
digest-one-challenge = difficulté
digest-one-recommendation = recommandation
digest-one-pledge = engagement
digest-one-question = question
digest-one-other = remarque
digest-recommendation-to = recommandation { $addressee }
digest-to-states = aux États
digest-to-un = aux Nations Unies
digest-to-employers = aux employeurs
digest-to-local-authorities = aux autorités locales
digest-to-civil-society = à la société civile
digest-to-parliaments = aux parlements
digest-to-consulates = aux consulats
digest-to-media = aux médias
digest-level-local = niveau local
digest-level-national = niveau national
digest-level-regional = niveau régional
digest-level-global = niveau mondial

digest-principles = Principes transversaux
digest-questions = Questions encore ouvertes
digest-unplaced = Hors de tout thème
digest-unplaced-text =
    { $count ->
        [one] { $count } passage reste seul :
       *[other] { $count } passages restent seuls :
    }
digest-for-a-reader =
    { $count ->
        [one] { $count } passage est dans une langue que je ne sais pas analyser. Une personne le lit :
       *[other] { $count } passages sont dans des langues que je ne sais pas analyser. Une personne les lit :
    }

digest-participation = Qui a participé
digest-attribute-category = Catégories
digest-attribute-subregion = Sous-régions
digest-attribute-language = Langues
digest-share = { $label } : { $people }
digest-not-stated = non indiqué
digest-small-group =
    { $count ->
        [one] Avec moins de { $count } personne, rien n’est dit sur le groupe.
       *[other] Avec moins de { $count } personnes, rien n’est dit sur le groupe.
    }

digest-method = Comment cette synthèse est faite
digest-method-citing = Chaque ligne nomme les passages sur lesquels elle repose. Les citations sont des phrases entières, telles qu’elles ont été écrites, et seulement avec l’accord de leurs auteurs.
digest-method-count-words = On compte les personnes, ou les organisations d’après leurs textes soumis : { $one } pour 1, { $some } pour 2 à 4, { $several } pour 5 à 9, { $many } à partir de 10.
digest-method-groups =
    { $count ->
        [one] Ce qui est dit de l’auteur d’une citation vaut ici pour { $count } personne au moins, sauf si l’auteur a accepté d’être nommé. Par caractéristique, les personnes ne sont comptées que par fourchettes.
       *[other] Ce qui est dit de l’auteur d’une citation vaut ici pour { $count } personnes au moins, sauf si l’auteur a accepté d’être nommé. Par caractéristique, les personnes ne sont comptées que par fourchettes.
    }
digest-method-excluded = Laissé de côté, ou pas montré deux fois : { $reasons }.
digest-method-votes = Il n’y a pas eu de votes ; rien n’est donc dit des points d’accord et des différences.
digest-method-version = gcm-talks { $version } ; le hasard n’y a aucune part.
digest-excluded-withdrawn = ce qui a été retiré
digest-excluded-hidden = ce que les modérateurs ont masqué
digest-excluded-not-consented = ce pour quoi l’auteur n’est plus d’accord
digest-excluded-duplicate = les copies d’un même texte
digest-excluded-unreadable = les textes dans des langues que je ne sais pas analyser (ils figurent dans une liste, pour qu’une personne les lise)
digest-excluded-rehearsal = les répétitions

digest-by-someone = une personne qui participe
digest-by-place = { $who }, { $place }
digest-by-organisation = { $organisation }
# L’organisation a été écrite par l’auteur et personne ne l’a confirmée.
digest-by-claim = une personne qui écrit pour { $organisation }

digest-language-en = anglais
digest-language-fr = français
digest-language-es = espagnol
digest-language-ar = arabe
digest-language-ru = russe
digest-language-zh = chinois
digest-language-pt = portugais
digest-language-other = une autre langue ({ $tag })
