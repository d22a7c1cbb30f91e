# المشاركة والتوقف والنسيان.

# السؤال والإجابات الست وسطر اللغات لا تزيد معًا على 400 حرف.
consent-question = { $consultation } (الجهة المسؤولة: { $controller }). ما يُكتب هنا قد يصل إلى الدول إذا وافقتم. إذا كان عمركم 18 سنة أو أكثر، فكيف يمكنني استخدامه؟
consent-answer-summarise = للعدّ فقط، دون اقتباس
consent-answer-quote = اقتباس دون اسمي
consent-answer-category = مع فئتي (مثل: نقابة)
consent-answer-organisation = مع منظمتي
consent-answer-name = مع اسمي
consent-answer-no = ليس الآن، أو عمري أقل من 18 سنة

consent-agreed-summarise = تم: للعدّ فقط، دون اقتباس.
consent-agreed-quote = تم: اقتباس دون اسمكم.
consent-agreed-category = تم: اقتباس مع فئتكم.
consent-agreed-organisation = تم: اقتباس مع منظمتكم.
consent-agreed-name = تم: اقتباس مع اسمكم.
consent-level-no = لا يُحفظ شيء
consent-level-summarise = للعدّ فقط، دون اقتباس
consent-level-quote = اقتباس دون اسم
consent-level-category = اقتباس مع الفئة
consent-level-organisation = اقتباس مع المنظمة
consent-level-name = اقتباس مع الاسم

consent-holds = يسري هذا على ما تكتبونه من الآن في هذه المشاورة ما دام التسجيل مفتوحًا.
consent-found-again = يمكن العثور على الاقتباس من غرفة مفتوحة في تلك الغرفة مرة أخرى.
consent-lowered = يسري هذا أيضًا على كل ما كتبتموه هنا من قبل.
consent-raised = ما كتبتموه من قبل يبقى كما سمحتم به حينها.
consent-one-lowered = { $receipt } من الآن: { $level }.
consent-ask-category = ما هي فئتكم؟
consent-ask-organisation = ما اسم منظمتكم؟
consent-ask-name = ما الاسم الذي يمكن وضعه بجانب كلامكم؟
consent-claim = لم يؤكد أحد بعد انتماءكم إلى { $organisation }. وحتى ذلك الحين تُحسبون شخصًا واحدًا. وقد يرى منسق اتصالها حسابكم ليؤكد ذلك.

consent-offer = كتبتم الآن { $quote }. هل أضيفه؟
consent-offer-declined = حسنًا. لم تُسجَّل تلك الرسالة.
consent-not-now = حسنًا. لا يُحفظ شيء منكم. يمكن التواصل مع جهة الاتصال: { $contact }.
consent-under-18 = لا يحق لي تسجيل ما تكتبونه قبل بلوغ 18 سنة. يمكن طلب المساعدة من { $contact }.
consent-stopped = حسنًا. من الآن لا يُسجَّل شيء مما تكتبونه، وما كتبتموه من قبل قد مُحي.

private-blocked = لم أتمكن من الكتابة إلى شخص هنا على انفراد. يرجى السماح بالرسائل الخاصة، أو الكتابة إليّ أولًا: { $address }

stop-menu = من الآن ألتزم الصمت في هذه المشاورة. هل تريدون أيضًا
stop-answer-withdraw = سحب شيء كتبتموه
stop-answer-unregister = إلغاء التسجيل في الحضور
stop-answer-forget = النسيان: كل ما كتبتموه وكل ما أعرفه عنكم
stop-answer-nothing = لا شيء آخر
stop-done = حسنًا. للمشاركة من جديد في أي وقت، اكتبوا { $command }.

forget-confirm = هذا يمحو كل ما كتبتموه وكل ما أعرفه عنكم. وتُصحَّح الملخصات التي فيها كلامكم. لا يمكن التراجع عن ذلك. للمتابعة، اكتبوا { $command }.
forget-done =
    { $days ->
        [one] تم. مُحي كل ما كتبتموه وكل ما كنت أعرفه عنكم. وبعد يوم واحد لا يمكن قراءته في أي نسخة احتياطية.
        [two] تم. مُحي كل ما كتبتموه وكل ما كنت أعرفه عنكم. وبعد يومين لا يمكن قراءته في أي نسخة احتياطية.
        [few] تم. مُحي كل ما كتبتموه وكل ما كنت أعرفه عنكم. وبعد { $days } أيام لا يمكن قراءته في أي نسخة احتياطية.
       *[other] تم. مُحي كل ما كتبتموه وكل ما كنت أعرفه عنكم. وبعد { $days } يومًا لا يمكن قراءته في أي نسخة احتياطية.
    }
forget-kept = لم يُمحَ شيء.

language-switched = من الآن أكتب إليكم بهذه اللغة: { $language }.
language-later = أكتب إليكم بهذه اللغة ({ $language }) حين تشاركون: ابدؤوا بكلمة { $command }.

words-stop = توقف، قف، كفى، إيقاف، ايقاف، stop
words-consent-no = لا، لا شيء، no
words-consent-summarise = عد، للعد، العد فقط، summarise
words-consent-quote = اقتباس، مجهول، quote
words-consent-category = فئة، الفئة، category
words-consent-organisation = منظمة، المنظمة، organisation
words-consent-name = اسم، الاسم، name

# To who writes where a floor is open and does not take part: once a month.
invite = ما تكتبونه في { $room } لا يُسجَّل لأنكم لا تشاركون. للمشاركة اكتبوا { $command }.
