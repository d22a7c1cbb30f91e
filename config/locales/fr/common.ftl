# Dates, listes, guillemets, réponses, quantités et fourchettes.

date-months = janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre
date-months-short = janv., févr., mars, avr., mai, juin, juil., août, sept., oct., nov., déc.
date-weekdays-short = lun., mar., mer., jeu., ven., sam., dim.
date-long = { $day } { $month } { $year }
date-short = { $day } { $mon }
date-day-month = { $day } { $month }
date-time = { $time }
date-day-time = { $weekday } { $day } { $mon }, { $time }
date-period = { $from }–{ $to } { $month }
date-from-to = { $from } – { $to }

ago-now = à l’instant
ago-minutes =
    { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
ago-hours =
    { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
ago-days =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }

list-comma = { ", " }
list-and = { " et " }
quoted = « { $text } »

answer-yes = oui
answer-no = non
words-yes = oui, o, d’accord, d'accord, ok, yes
words-no = non, n, no

count-one = une personne
count-some = quelques-uns
count-several = plusieurs
count-many = beaucoup

band-fewer = moins de { $count }
band-range = { $from }–{ $to }
band-more = { $count } et plus

labelled = { $label } : { $value }
