# التواريخ والقوائم وعلامات الاقتباس والإجابات والأعداد والفئات.

date-months = يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر
date-months-short = يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر
date-weekdays-short = الاثنين، الثلاثاء، الأربعاء، الخميس، الجمعة، السبت، الأحد
date-long = { $day } { $month } { $year }
date-short = { $day } { $mon }
date-day-month = { $day } { $month }
date-time = { $time }
date-day-time = { $weekday } { $day } { $mon }، الساعة { $time }
date-period = { $from }–{ $to } { $month }
date-from-to = من { $from } إلى { $to }

ago-now = الآن
ago-minutes =
    { $count ->
        [one] قبل دقيقة واحدة
        [two] قبل دقيقتين
        [few] قبل { $count } دقائق
       *[other] قبل { $count } دقيقة
    }
ago-hours =
    { $count ->
        [one] قبل ساعة واحدة
        [two] قبل ساعتين
        [few] قبل { $count } ساعات
       *[other] قبل { $count } ساعة
    }
ago-days =
    { $count ->
        [one] قبل يوم واحد
        [two] قبل يومين
        [few] قبل { $count } أيام
       *[other] قبل { $count } يومًا
    }

list-comma = { "، " }
list-and = { " و" }
quoted = «{ $text }»

answer-yes = نعم
answer-no = لا
words-yes = نعم، أجل، موافق، ok، yes
words-no = لا، كلا، no

count-one = واحد
count-some = بعض
count-several = عدة
count-many = كثيرون

band-fewer = أقل من { $count }
band-range = { $from }–{ $to }
band-more = { $count } أو أكثر

labelled = { $label }: { $value }
