# Даты, перечни, кавычки, ответы, количества и диапазоны.

date-months = января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря
date-months-short = янв., февр., марта, апр., мая, июня, июля, авг., сент., окт., нояб., дек.
date-weekdays-short = пн, вт, ср, чт, пт, сб, вс
date-long = { $day } { $month } { $year } г.
date-short = { $day } { $mon }
date-day-month = { $day } { $month }
date-time = { $time }
date-day-time = { $weekday }, { $day } { $mon }, { $time }
date-period = { $from }–{ $to } { $month }
date-from-to = { $from } – { $to }

ago-now = только что
ago-minutes =
    { $count ->
        [one] { $count } минуту назад
        [few] { $count } минуты назад
       *[other] { $count } минут назад
    }
ago-hours =
    { $count ->
        [one] { $count } час назад
        [few] { $count } часа назад
       *[other] { $count } часов назад
    }
ago-days =
    { $count ->
        [one] { $count } день назад
        [few] { $count } дня назад
       *[other] { $count } дней назад
    }

list-comma = { ", " }
list-and = { " и " }
quoted = «{ $text }»

answer-yes = да
answer-no = нет
words-yes = да, д, хорошо, ок, yes
words-no = нет, н, no

count-one = один
count-some = некоторые
count-several = несколько
count-many = многие

band-fewer = меньше { $count }
band-range = { $from }–{ $to }
band-more = { $count } и больше

labelled = { $label }: { $value }
