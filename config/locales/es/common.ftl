# Fechas, listas, comillas, respuestas, cantidades y tramos.

date-months = enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre
date-months-short = ene, feb, mar, abr, may, jun, jul, ago, sept, oct, nov, dic
date-weekdays-short = lun, mar, mié, jue, vie, sáb, dom
date-long = { $day } de { $month } de { $year }
date-short = { $day } { $mon }
date-day-month = { $day } de { $month }
date-time = { $time }
date-day-time = { $weekday } { $day } { $mon }, { $time }
date-period = { $from }–{ $to } de { $month }
date-from-to = { $from } – { $to }

ago-now = ahora mismo
ago-minutes =
    { $count ->
        [one] hace { $count } minuto
       *[other] hace { $count } minutos
    }
ago-hours =
    { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
ago-days =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }

list-comma = { ", " }
list-and = { " y " }
quoted = «{ $text }»

answer-yes = sí
answer-no = no
words-yes = sí, si, s, vale, ok, yes
words-no = no, n

count-one = una persona
count-some = algunas
count-several = varias
count-many = muchas

band-fewer = menos de { $count }
band-range = { $from }–{ $to }
band-more = { $count } o más

labelled = { $label }: { $value }
