# ما يقوله زر أو استمارة أو قائمة.

handled = تم.
answer-over = انتهى هذا السؤال. { $help } يبيّن ما يمكنك فعله الآن.
answer-over-words = حتى لا تضيع كلماتك، ها هي:
answer-takes-longer = يستغرق هذا وقتًا أطول من المعتاد. إن لم يظهر هنا رد خلال دقيقة، فأعيدوا المحاولة من فضلكم.
hand-in-own = لا يمكنك تسليم إلا ما كتبته بنفسك.
hand-in-nothing = لا توجد في هذه الرسالة كلمات يمكنني تدوينها.
form-answer = إجابة
form-write = كتابة
button-join = المشاركة
button-private = الكتابة على انفراد
button-who = من يمكنه القراءة هنا
button-help = مساعدة
button-withdraw = سحب
button-why = لماذا
button-consent = موافقتي
button-stop = توقف
button-my-contributions = مساهماتي
button-my-data = بياناتي
button-forget-me = انسني
button-approve = السماح
button-decline = عدم الاقتباس
pressed-follows = يأتي في ما يلي.

# The commands as they are chosen from a list: the lists, and what a command takes. A name has no
# blanks and at most 32 characters, a line about it at most 100.

menu-gcm = المشاركة في المشاورة
menu-gcm-office = إدارة الغرف وإعداد التقارير
menu-hand-in = تقديم هذه الرسالة
option-command = أمر
option-command-about = الأمر المطلوب شرحه
option-level = مستوى
option-level-about = كيف يمكن استخدام كلامك
option-receipt-or-word = إيصال-أو-كلمة
option-receipt-or-word-about = رقم إيصال لذلك النص وحده، أو فئتك أو منظمتك أو اسمك
option-language = لغة
option-language-about = اللغة التي أكتب لك بها
option-objective = هدف
option-objective-about = رقم من 1 إلى 23 أو كلمة
option-receipt = إيصال
option-receipt-about = رقم الإيصال، مثل AF-0042
option-text = نص
option-text-about = ما تريد قوله، ومن دونه تُفتح استمارة
option-passage = مقطع
option-passage-about = المقطع، مثل AF-0042.1
option-objective-or-kind = هدف-أو-نوع
option-objective-or-kind-about = مثل: هدف 6 أو لا شيء أو نوع تحد
option-what = ماذا
option-what-about = ما المطلوب
option-options = خيارات
option-options-about = اسم، أو ما يُضبط، كما في الدليل
option-until = حتى
option-until-about = متى يُغلق، مثل 13 سبتمبر 18:00
option-question = سؤال
option-question-about = السؤال الموجه إلى الغرفة، ومن دونه تُفتح استمارة
option-reason = سبب
option-reason-about = السبب، ويُبلَّغ به الكاتب
option-scope = نطاق
option-scope-about = مثل: هدف 6 منذ 2 سبتمبر، أو غرفة west-africa
option-who-and-what = من-وماذا
option-who-and-what-about = مثل: moderator @amina منطقة africa
option-code = رمز
option-code-about = الرمز الذي أُعطي للحساب الآخر
