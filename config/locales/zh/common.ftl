# 日期、列举、引号、回答、数量和区间。

date-months = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
date-months-short = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
date-weekdays-short = 周一, 周二, 周三, 周四, 周五, 周六, 周日
date-long = { $year }年{ $month }{ $day }日
date-short = { $mon }{ $day }日
date-day-month = { $month }{ $day }日
date-time = { $time }
date-day-time = { $mon }{ $day }日（{ $weekday }）{ $time }
date-period = { $month }{ $from }日至{ $to }日
date-from-to = { $from }至{ $to }

ago-now = 刚刚
ago-minutes = { $count } 分钟前
ago-hours = { $count } 小时前
ago-days = { $count } 天前

list-comma = 、
list-and = 和
quoted = “{ $text }”

answer-yes = 是
answer-no = 否
words-yes = 是, 是的, 好, 好的, 可以, yes
words-no = 否, 不, 不是, 不要, no

count-one = 一人
count-some = 几人
count-several = 多人
count-many = 许多人

band-fewer = 少于 { $count }
band-range = { $from }–{ $to }
band-more = { $count } 及以上

labelled = { $label }：{ $value }
