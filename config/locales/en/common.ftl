# Dates, lists, quotation marks, answers, counts and bands.

# Each date may use $year, $month, $mon, $day, $weekday and $time; all languages the same ones.
date-months = January, February, March, April, May, June, July, August, September, October, November, December
date-months-short = Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec
date-weekdays-short = Mon, Tue, Wed, Thu, Fri, Sat, Sun
date-long = { $day } { $month } { $year }
date-short = { $day } { $mon }
date-day-month = { $day } { $month }
date-time = { $time }
date-day-time = { $weekday } { $day } { $mon }, { $time }
date-period = { $from }–{ $to } { $month }
date-from-to = { $from } – { $to }

ago-now = just now
ago-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

list-comma = { ", " }
list-and = { " and " }
quoted = “{ $text }”

answer-yes = yes
answer-no = no
# What people type for yes and no, beside the numbers.
words-yes = yes, y, ok
words-no = no, n

# How many people, as a word: one; some 2 to 4; several 5 to 9; many 10 and more.
count-one = one
count-some = some
count-several = several
count-many = many

# How many, so that nobody can be counted out.
band-fewer = fewer than { $count }
band-range = { $from }–{ $to }
band-more = { $count } and more

labelled = { $label }: { $value }
