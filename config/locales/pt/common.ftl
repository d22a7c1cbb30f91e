# Datas, listas, aspas, respostas, quantidades e faixas.

date-months = janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro
date-months-short = jan., fev., mar., abr., mai., jun., jul., ago., set., out., nov., dez.
date-weekdays-short = seg., ter., qua., qui., sex., sáb., dom.
date-long = { $day } de { $month } de { $year }
date-short = { $day } { $mon }
date-day-month = { $day } de { $month }
date-time = { $time }
date-day-time = { $weekday } { $day } { $mon }, { $time }
date-period = { $from }–{ $to } de { $month }
date-from-to = { $from } – { $to }

ago-now = agora mesmo
ago-minutes =
    { $count ->
        [one] há { $count } minuto
       *[other] há { $count } minutos
    }
ago-hours =
    { $count ->
        [one] há { $count } hora
       *[other] há { $count } horas
    }
ago-days =
    { $count ->
        [one] há { $count } dia
       *[other] há { $count } dias
    }

list-comma = { ", " }
list-and = { " e " }
quoted = «{ $text }»

answer-yes = sim
answer-no = não
words-yes = sim, s, ok, yes
words-no = não, nao, n, no

count-one = uma pessoa
count-some = algumas
count-several = várias
count-many = muitas

band-fewer = menos de { $count }
band-range = { $from }–{ $to }
band-more = { $count } ou mais

labelled = { $label }: { $value }
