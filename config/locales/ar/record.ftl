# أن يُسمع الصوت: الإيصالات والتصحيحات والمساهمات والبيانات.

record-noted-in = { $receipt }، في { $room }.
record-take-back = لسحبه: { $command }، أو ❌ على رسالتكم.
record-read-as = فُهم على أنه: { $reading }. هل هذا غير صحيح؟ { $command }
record-edited = { $receipt } يحتوي الآن على رسالتكم بعد تعديلها.
record-changed-unseen = لقد عدّلتم رسالة { $receipt }. لا يمكنني هنا رؤية ما تقوله الآن: ما زال المسجَّل ما كانت تقوله من قبل. لمحوه: { $command }. ثم اكتبوها من جديد مع اسمي في أولها.
record-deleted = مُحي { $receipt } لأن رسالته حُذفت.
record-withdrawn = سُحب { $receipt }: مُحي نصه، ويُصحَّح ما اقتبسه.
record-already-withdrawn = { $receipt } مسحوب من قبل.
record-taken-back = سُحب { $receipt }، لذلك لا يُسجَّل ما تغيّرونه في تلك الرسالة. لقوله من جديد اكتبوا رسالة جديدة.
record-not-yours = ليست لديكم مساهمة برقم { $receipt }.
record-yours-are = مساهماتكم هي: { $receipts }.
record-yours-none = ليست لديكم أي مساهمة.
record-floor-closed = التسجيل مغلق في { $room }. لم يُسجَّل شيء.
record-floor-closed-at = أُغلق التسجيل في { $room } الساعة { $time }. لم يُسجَّل شيء.
record-still-private = لا يزال بإمكانكم كتابته لي على انفراد ({ $command })، أو وضع 📝 على رسالتكم.

contributions-heading = ما كتبتموه
contributions-none = ليست لديكم مساهمات هنا.
contributions-edited =
    { $count ->
        [one] عُدِّل مرة واحدة
        [two] عُدِّل مرتين
        [few] عُدِّل { $count } مرات
       *[other] عُدِّل { $count } مرة
    }
contributions-hidden = أخفاه أحد المشرفين
contributions-withdrawn = مسحوب
contributions-cited = اقتُبس في: { $digests }.

data-heading = ما أحفظه عنكم
data-none = لا أحفظ شيئًا عنكم.
data-accounts = حساباتكم
data-linked = حساب على { $platform }
data-language = اللغة
data-consent = الموافقة
data-name = الاسم
data-category = الفئة
data-organisation = المنظمة
data-roles = الأدوار
data-contributions = المساهمات
data-kept =
    { $days ->
        [one] يُمحى كل هذا بعد يوم واحد من نشر الملخص النهائي.
        [two] يُمحى كل هذا بعد يومين من نشر الملخص النهائي.
        [few] يُمحى كل هذا بعد { $days } أيام من نشر الملخص النهائي.
       *[other] يُمحى كل هذا بعد { $days } يومًا من نشر الملخص النهائي.
    }

record-noted-for = { $receipt }، في { $consultation }.
record-on-behalf = باسم { $names }.

# كيف يُفهم المقطع.
reading-objective = الهدف { $number }
reading-because = بسبب: { $words }
reading-no-objective = دون هدف
reading-not-readable = بلغة لا يمكنني تحليلها؛ يقرؤه شخص
kind-good-practice = ممارسة جيدة
kind-challenge = تحدٍّ
kind-recommendation = توصية
kind-pledge = تعهد
kind-question = سؤال
kind-other = غير ذلك

tag-heading = { $receipt } فُهم على أنه:
tag-corrected = مصحَّح يدويًا
tag-help = للتصحيح: { $commands }

explain-heading = كيف فُهم { $receipt }
explain-consent = إلى أين يصل: { $level }.
explain-not-cited = لم يرد في أي ملخص بعد.
explain-wrong = هل هذا غير صحيح؟ { $command }
digest-of-day = ملخص { $day }

show-private = على انفراد
show-imported = مستورد
show-not-quoted = يريد صاحبه أن يُعدّ فقط. يرجى عدم اقتباسه.
show-cited = ورد في: { $digests }.
show-audited = قرأتم هذا بصفة { $role }، { $consultation }. وهذا مدوَّن في سجل التدقيق.

approve-none = لا شيء ينتظر اعتمادكم.
approve-waiting = يُقتبس كلامكم هذا إذا اعتمدتموه:
approve-which = أي مقطع؟ { $passages }
approve-done = اعتمدتم { $passage }. يجوز اقتباسه:
approve-declined = لن يُقتبس { $passage }:

digest-scheduled = من الآن يأتي ملخص هذه الغرفة كل أسبوع، وأول مرة { $first }.
digest-scheduled-end = لإيقافه: { $command }
digest-unscheduled = لم يعد ملخص هذه الغرفة يأتي تلقائيًا.
digest-schedule-over = انتهت هذه المشاورة، فلم يعد ملخصها يأتي تلقائيًا.
digest-not-scheduled = ملخص هذه الغرفة لا يأتي تلقائيًا.

# شخص واحد بحسابين
link-code = من حسابكم الآخر، في محادثة خاصة معي، اكتبوا { $command }. الرمز صالح { $minutes } دقائق ولمرة واحدة.
link-warning = لا تعطوه لأحد: من يكتبه يقرأ كل ما كتبتموه ويستطيع محوه.
link-confirm = هذا يضم هذا الحساب إلى حساب على { $platform }. ومن بعدها يقرأ من بيده أي منهما كل ما كتبتموه هنا، ويستطيع تغييره ومحوه. تابعوا فقط إذا كنتم أنتم من طلب الرمز. هل هو كذلك؟
link-consent = تسري على الحسابين الموافقة الأشد من موافقتيكم.
link-declined = لم يُضم شيء. ولم يعد الرمز صالحًا.
link-done = حساباكم مضمومان: هذا وحساب على { $platform } شخص واحد عندي. ولا يُخبَر بذلك أحد غيركم.
link-named = الاسم أو المنظمة المذكوران في أحدهما لا يظهران أبدًا مع ما تكتبونه من الآخر. أكتب إليكم حيث كتبتم الرمز.
link-undo = للتراجع، اكتبوا { $command } من الحساب الذي تريدون تركه.
link-own = هذا هو الحساب الذي طلب الرمز. اكتبوه في الآخر.
link-already = أحد الحسابين مضموم إلى حساب آخر من قبل. يمكن لحسابين أن يكونا شخصًا واحدًا، لا أكثر. { $command } يترك أحدهما.
link-quiet = طلبتم مني الصمت في أحد الحسابين. اكتبوا هناك أولًا { $command }.
link-code-wrong = لا أعرف هذا الرمز: فيه خطأ أو استُعمل أو مضى عليه أكثر من عشر دقائق. { $command } في الحساب الآخر يعطي رمزًا جديدًا.
link-too-many = رموز خاطئة كثيرة. حاولوا بعد ساعة.
link-code-form = الرمز من { $count } أرقام. { $command } يعطي رمزًا.
link-name-elsewhere = اسمكم يخص حسابكم الآخر: اذكروه هناك. لو ظهر هنا لدل على أن الحسابين لكم. أو اتركوا هذا الحساب: { $command }.
unlink-none = هذا الحساب غير مضموم إلى أي حساب. { $command } يضمه.
unlink-done = هذا الحساب وحده من جديد، ولا أحتفظ بشيء عنه. وما كتبتموه يبقى مع حسابكم على { $platform }: هناك فقط ترونه وتسحبونه. للمشاركة من هنا، اكتبوا { $command }.
unlink-told = تُرك حسابكم على { $platform }. وكل ما كتبتموه مع هذا الحساب. ولم يعد يظهر اسم أو منظمة ذكرتموهما هناك.
