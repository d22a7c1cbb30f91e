# ما يُكتب لكل أمر، والكلمة الأولى هي المعروضة. لا يشترك أمران في كلمة.

command-help = مساعدة، المساعدة، help
command-about = حول، about
command-privacy = خصوصية، الخصوصية، privacy
command-join = مشاركة، أشارك، اشارك، انضمام، join
command-consent = موافقة، الموافقة، consent
command-language = لغة، اللغة، language
command-my-data = بياناتي، my data
command-forget-me = انسني، انسوني، forget me
command-unlink-account = فصل حساب، فصل الحساب، unlink account
command-link-account = ربط حساب، ربط الحساب، link account
command-stop = توقف، stop
command-status = حالة، الحالة، status
command-objective = هدف، الهدف، objective
command-why = لماذا، why
command-contact = تواصل، اتصال، contact
command-say = قول، أقول، اقول، say
command-submit = تقديم، submit
command-my-contributions = مساهماتي، my contributions
command-approve = اعتماد، approve
command-withdraw = سحب، withdraw
command-private = خاص، private
command-who = من، who
command-room = غرفة، room
command-floor = تسجيل، floor
command-ask = سؤال، ask
command-hide = إخفاء، اخفاء، hide
command-restore = استعادة، restore
command-tag = وسم، tag
command-health = سلامة، health
command-digest = ملخص، digest
command-show = عرض، show
command-quotes = اقتباسات، quotes
command-export = تصدير، export
command-consultation = مشاورة، consultation
command-roles = أدوار، ادوار، roles
command-audit = تدقيق، audit

# سطر لكل أمر، 60 حرفًا على الأكثر.
help-help = ما يمكن كتابته هنا، وما يحتاجه كل أمر
help-about = من أنا وعلى ماذا أستند
help-privacy = ما يُحفظ عنكم، وإلى متى، وكيف يُسحب
help-join = المشاركة: اختيار كيف يُستخدم كلامكم
help-consent = معرفة أو تغيير كيف يُستخدم كلامكم
help-language = اللغة التي أكتب إليكم بها
help-my-data = كل ما أحفظه عنكم
help-forget-me = محو كل ما كتبتموه وكل ما أعرفه عنكم
help-unlink-account = ترك هذا الحساب؛ وما كتبتموه يبقى مع الآخر
help-link-account = ضم هذا الحساب إلى حساب آخر لكم: اطلبوا رمزًا أو اكتبوا الرمز الذي وصلكم
help-stop = ألتزم الصمت، وتختارون ما يُسحب أيضًا
help-status = كيف تشاركون، وماذا حدث لكلامكم
help-objective = الأهداف الثلاثة والعشرون، برقم أو بكلمة
help-why = النصوص التي تعطيكم هذا الحق؛ أو كيف فُهم AF-…
help-contact = إلى من يمكن التوجه
help-say = قول شيء ليُسجَّل، في أي غرفة أو على انفراد
help-submit = نص طويل أو ملف؛ وعن جماعة: باسم المنظمة: النص
help-my-contributions = كلامكم مع أرقام إيصالاته
help-approve = السماح باقتباس واحد مما كتبتموه على انفراد
help-withdraw = سحب شيء كتبتموه
help-private = الكتابة إليّ على انفراد
help-who = من يمكنه القراءة هنا
help-room = ربط هذه الغرفة وضبطها وفحصها وتجربتها
help-floor = فتح التسجيل أو إغلاقه، مع وقت للإغلاق
help-ask = طرح سؤال على الغرفة؛ تُسجَّل الردود كإجابات
help-hide = إبعاد مساهمة عن الملخصات؛ ويُبلَّغ كاتبها
help-restore = إعادة احتساب مساهمة مخفية
help-tag = تصحيح كيف فُهم شيء: الهدف أو النوع
help-health = كيف حالي
help-digest = ما كُتب، حسب الموضوعات ومع اقتباسات
help-show = مساهمة واحدة وكيف فُهمت
help-quotes = المقاطع التي يجوز اقتباسها
help-export = ما يجوز تصديره، في ملفات مع بيان بها
help-consultation = إنشاء مشاورة وضبطها ونقلها بين المراحل
help-roles = أدواركم؛ الأمانة تمنحها وتلغيها
help-audit = ما فعله أصحاب الأدوار

help-heading = ما يمكن كتابته
help-foot = في الغرفة تُكتب { $prefix } أولًا. وعلى انفراد تكفي الكلمة وحدها.
help-foot-list = في الغرفة تُكتب / ثم يُختار الأمر. وعلى انفراد تكفي الكلمة وحدها.

about-heading = gcm-talks
about-what = أنا برنامج. أسجّل ما يُكتب في غرف مشاورة عن الاتفاق العالمي من أجل الهجرة إذا وافق كاتبه، وأعدّ منه ملخصات يكتب منها المقررون الملخص النهائي.
about-basis = أتبع مذكرة شبكة الأمم المتحدة المعنية بالهجرة بشأن إشراك أصحاب المصلحة في الاستعراضات الإقليمية، المؤرخة 10 أيار/مايو 2023.
about-limits = الملخص قراءة آلية وليس رأي الشبكة. والناس هم من يقررون من يتكلم وما يُنشر وما يُخفى.

privacy-heading = ما يُحفظ عنكم
privacy-consent = لا يُحفظ شيء من كلامكم ما لم تشاركوا. أنتم تختارون إلى أين يصل كلامكم، ويمكنكم تغيير ذلك في أي وقت.
privacy-kept = يُحفظ ما تكتبونه للتسجيل، وموافقتكم، ولغتكم، وما تطلبون وضعه بجانب كلامكم. كل ذلك مشفّر، ولكل مساهمة مفتاح خاص بها.
privacy-without = من لا يشارك لا أحفظ كلامه ولا اسمه، بل علامة فقط تزول بعد شهر، كي لا أسأل إلا مرة واحدة.
privacy-read = يمكن للمشرفين والمقررين والمنسقين في مشاورتكم قراءة ما يُسجَّل. ويُدوَّن من فتح أي مساهمة.
privacy-backups =
    { $days ->
        [one] ما تسحبونه يُمحى فورًا. وبعد يوم واحد لا يمكن قراءته في أي نسخة احتياطية.
        [two] ما تسحبونه يُمحى فورًا. وبعد يومين لا يمكن قراءته في أي نسخة احتياطية.
        [few] ما تسحبونه يُمحى فورًا. وبعد { $days } أيام لا يمكن قراءته في أي نسخة احتياطية.
        [many] ما تسحبونه يُمحى فورًا. وبعد { $days } يومًا لا يمكن قراءته في أي نسخة احتياطية.
       *[other] ما تسحبونه يُمحى فورًا. وبعد { $days } يوم لا يمكن قراءته في أي نسخة احتياطية.
    }
privacy-contact = الجهة المسؤولة: { $controller }. للتواصل: { $contact }.
privacy-commands = بياناتي · موافقة · سحب · انسني · توقف

join-again = للتغيير: موافقة · مساهماتي · توقف
consent-change = للتغيير اكتبوا واحدًا مما يلي:

language-which = أي لغة؟ اكتبوا كلمة لغة ثم واحدة من هذه: { $languages }

status-consent = { $consultation }. أنتم مشاركون: { $level } (منذ { $since }).
status-paused = مشاركتكم متوقفة: لا يُسجَّل شيء مما تكتبونه. للمتابعة اكتبوا { $command }.
status-none = لم تشاركوا، ولا أحفظ شيئًا مما كتبتموه. للمشاركة اكتبوا { $command }.
status-written =
    { $count ->
        [0] لم تكتبوا بعد شيئًا للتسجيل.
        [one] كتبتم مساهمة واحدة؛ الوارد منها في ملخص: { $cited }.
        [two] كتبتم مساهمتين؛ الوارد منهما في ملخص: { $cited }.
        [few] كتبتم { $count } مساهمات؛ الوارد منها في ملخص: { $cited }.
       *[other] كتبتم { $count } مساهمة؛ الوارد منها في ملخص: { $cited }.
    }

objectives-heading = أهداف الاتفاق العالمي الثلاثة والعشرون، حسب المائدة المستديرة
objective-round-table = يُناقش في المائدة المستديرة { $number }.
objective-digest = ما كُتب عنه: { $command }

why-heading = لماذا يحق لكم المشاركة
why-compact = في الاتفاق العالمي (القرار 73/195) تلتزم الدول بالشراكة مع المهاجرين والمجتمع المدني والنقابات والمنظمات الدينية والسلطات المحلية والقطاع الخاص وغيرهم: الفقرتان 15 (ي) و44.
why-format = تُجرى استعراضاته بمشاركة جميع أصحاب المصلحة المعنيين: الفقرة 48، والقرار 73/326، الفقرة 10.
why-declaration = يطلب إعلان التقدم المحرز (القرار 76/266) أن تتعاون العمليات الإقليمية مع أصحاب المصلحة وأن تستفيد من مساهماتهم.
why-note = تطلب مذكرة الشبكة بشأن إشراك أصحاب المصلحة (10 أيار/مايو 2023) أن يتاح لهم الوصول الفعلي إلى كل استعراض وإلى التحضير له.

contact-help = في خطر، أو دون 18 سنة؟ يمكن التوجه إلى { $help }.

which-consultation = عن أي مشاورة الأمر؟
private-hello = مرحبًا. لقول شيء ليُسجَّل، اكتبوه إليّ. و{ $help } يعرض ما أفهمه أيضًا.
private-note = هل أسجّل هذا في { $consultation }؟
private-writing = يمكنكم الكتابة إليّ الآن. ما تكتبونه هنا خلال عشر دقائق يُسجَّل في { $consultation }.

# ما يُكتب بعد أمر التقديم: باسم الاسم: النص.
words-for = نيابة عن، بالنيابة عن، باسم، لصالح، on behalf of، for

file-too-large = الملف { $name } أكبر من { $limit } كيبيبايت. يرجى إرساله على أجزاء، أو لصق النص.
file-not-text = الملف { $name } ليس نصًا عاديًا. يرجى إرسال ملف .txt أو .md بترميز UTF-8، أو لصق النص.
file-unreachable = لم أتمكن من جلب { $name }. يرجى إرساله مرة أخرى، أو لصق النص.
file-poll = لا تُدوَّن الاستطلاعات. يرجى كتابة رأيكم في رسالة.

# ما يأخذه الأمر، كما تسميه المساعدة.
takes-command = أمر
takes-objective = هدف
takes-options = خيارات
takes-passage = مقطع
takes-reason = السبب
takes-code = الرمز
takes-receipt = رقم الإيصال
takes-receipt-or-word = رقم الإيصال أو كلمة
takes-scope = هدف 6 منذ 2 سبتمبر …
takes-until = حتى 13 سبتمبر 18:00
takes-who-and-what = من وماذا
takes-language = لغة
takes-objective-or-kind = هدف أو نوع
takes-question = السؤال
takes-text = النص

# ما يُكتب بعد الأمر، إلى جانب الكلمات الإنكليزية.
words-bind = ربط، اربط
words-set = ضبط، اضبط، تحديد
words-rehearsal = تجربة، التجربة
words-check = فحص، افحص
words-card = بطاقة، البطاقة
words-unbind = فك، فصل
words-list = قائمة، القائمة
words-open = فتح، افتح، مفتوح، مفتوحة
words-close = إغلاق، اغلاق، أغلق، اغلق
words-on = تشغيل، تفعيل
words-off = إيقاف، ايقاف، تعطيل
words-none = بلا، بدون، لا شيء
words-reaction = تفاعل، علامة
words-private = خاص، انفراد، على انفراد
words-create = إنشاء، انشاء، أنشئ، انشئ
words-stage = مرحلة، المرحلة
words-grant = منح، تعيين
words-revoke = إلغاء، الغاء
words-everywhere = كل مكان، الكل
words-like = على غرار، مثل
words-title = عنوان، العنوان
words-controller = مسؤول، المسؤول
words-contact = تواصل، التواصل، اتصال
words-help = مساعدة، المساعدة
words-retention = احتفاظ، الاحتفاظ، حفظ
words-timezone = توقيت، التوقيت، منطقة زمنية
words-languages = لغات، اللغات
words-risky = خطرة، حساسة
words-space = فضاء، مساحة
words-ack = إشعار، اشعار، تأكيد، تاكيد
words-chatham = تشاتام
words-consultation = مشاورة، المشاورة
words-objective = هدف، الهدف
words-round-table = مائدة مستديرة، المائدة المستديرة، مائدة
words-room = غرفة، الغرفة
words-subregion = منطقة فرعية، المنطقة الفرعية
words-region = منطقة، المنطقة، إقليم، اقليم
words-since = منذ، من
words-until = حتى، إلى، الى
words-level = مستوى، المستوى
words-kind = نوع، النوع
words-category = فئة، الفئة
words-written-in = مكتوب بلغة، بلغة
words-language = لغة، اللغة
words-format = صيغة، الصيغة، تنسيق
words-every = كل
words-never = أبدًا، أبداً، أبدا، ابدا
words-all = الكل، جميع، الجميع
words-full = كامل، كاملًا، كاملا، كاملة
words-screen = شاشة، مختصر، قصير
words-local = محلي، محلية
words-national = وطني، وطنية
words-regional = إقليمي، اقليمي، إقليمية، اقليمية
words-global = عالمي، عالمية
words-preparation = تحضير، التحضير، إعداد، اعداد
words-closing = ختام، الختام، اختتام
words-summary = ملخص نهائي، الملخص النهائي
words-follow-up = متابعة، المتابعة

# أيام قريبة من اليوم، وأيام الأسبوع كما تُكتب أيضًا، والاثنين أولها.
words-today = اليوم
words-tomorrow = غدًا، غداً، غدا، الغد
words-yesterday = أمس، امس
date-weekdays = الإثنين، الثلاثاء، الاربعاء، الخميس، الجمعة، السبت، الاحد
# Other forms in which people write them, between /.
date-weekdays-forms = اثنين/إثنين، ثلاثاء، أربعاء/اربعاء، خميس، جمعة، سبت، أحد/احد
