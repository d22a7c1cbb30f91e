# الدعوات والاستمارات والتسجيل.

command-register = اشتراك، الاشتراك، register
command-unregister = إلغاء الاشتراك، unregister
command-check-in = حضور، check in
command-registrations = التسجيلات، registrations
command-coverage = التغطية، coverage
command-call = دعوة، call

help-register = سجلوا، أو اطلعوا على تسجيلكم وغيروه
help-unregister = إلغاء تسجيلكم؛ تُمحى إجاباتكم
help-check-in = قولوا إنكم حاضرون؛ وعن غيركم برقمه
help-registrations = من سجل، بالرقم والحالة؛ قبول أو رفض
help-coverage = من سجل بالفئة والمنطقة والنوع؛ ومن الغائب
help-call = فتح نداء أو تمديده أو إعلانه أو إغلاقه؛ نصه واستمارته

takes-answers = البلد كينيا الحضور عبر الإنترنت …
takes-number = رقم
takes-which = مؤكدة، انتظار، قبول 17 …
option-answers = إجابات
option-answers-about = إجاباتكم دفعة واحدة، مثل: البلد كينيا الحضور عبر الإنترنت؛ وإلا أسألكم
option-number = رقم
option-number-about = رقم تسجيل أحدهم؛ وبدونه أنتم
option-which = أيها
option-which-about = مثل: انتظار، أو قبول 17، أو رفض 17
menu-gcm-talks = التسجيل والمشاركة في اللقاءات
button-register = سجلوا
button-unregister = إلغاء التسجيل
button-take-place = خذوا المكان

words-pause = توقف مؤقت، وقفة
words-back = رجوع
words-skip = تخط، تخطي
words-change = تغيير
words-registration = التسجيل، اشتراك
words-extend = تمديد
words-capacity = السعة
words-online = عبر الإنترنت
words-audience = الجمهور
words-hours = ساعات
words-everyone = الجميع
words-youth = الشباب
words-states = الدول
words-invitation = بدعوة
words-accept = قبول
words-decline = رفض
words-confirmed = مؤكدة
words-promised = موعودة
words-waiting = انتظار
words-asked = مطلوبة

mode-room = حضوريا
mode-online = عبر الإنترنت

form-first = هذا هو السؤال الأول.
form-change = اكتبوا رقم إجابة لتغييرها، أو 0 إن كان كل شيء صحيحا.
form-required = هذا السؤال يحتاج إلى إجابة. يمكنكم أيضا كتابة «وقفة» والمتابعة لاحقا.
form-empty = لا إجابة هنا. اكتبوا إجابة من فضلكم.
form-too-long = عدد الأحرف هنا { $example }. اكتبوا { $limit } على الأكثر.
form-country = لا أعرف بلدا { $typed }. اكتبوا اسمه أو رمزه أو علمه، مثل كينيا أو KEN أو 🇰🇪.
form-country-near = لا أعرف بلدا { $typed }. هل تقصدون { $example }؟ اكتبوا الرقم أو الاسم.
form-theme = لا أعرف هدفا أو مائدة مستديرة { $typed }. اكتبوا مثلا: 6، التحويلات، مائدة مستديرة 2.
form-too-many = اذكروا { $limit } على الأكثر.
form-choice = { $typed } ليس من الإجابات. اكتبوا رقما من 1 إلى { $limit }، أو الكلمات، مثل: { $example }.
form-choices = { $typed } ليس من الإجابات. اكتبوا أرقاما من 1 إلى { $limit } بفواصل، مثل: 1، 2.

form-skip = دون إجابة
form-sensitive = هذه معلومة حساسة، ولستم ملزمين بالإجابة. فإن أجبتم فقد وافقتم على أن أحفظها مختومة لهذا الغرض وحده.
form-summary = هذه إجاباتكم. اكتبوا رقما لتغيير إجابة، أو 0:
form-confirm = كل شيء صحيح
form-paused = إجاباتكم محفوظة. للمتابعة، ولو بعد أيام، اكتبوا { $command }.
form-more = الأسئلة الباقية، وكلها اختيارية: { $count }. هل تجيبون عنها الآن؟
form-done = شكرا. { $data } يبين ما لدي؛ و{ $undo } يلغي تسجيلكم.

register-none = لا يمكن التسجيل في { $consultation } بعد. للأسئلة: { $contact }.
register-closed = أُغلق التسجيل في { $consultation } يوم { $day }. إن كنتم ما زلتم تريدون الحضور فتوجهوا إلى { $contact }.
register-states = هذا التسجيل للدول الأعضاء. إن كنتم تمثلون إحداها فتوجهوا إلى { $contact }.
register-kept = التسجيل في { $consultation }، بإدارة { $controller }. تُحفظ إجاباتكم مختومة حتى { $days } يوما بعد نشر الملخص، ويمكن للمنظمين قراءتها. يمكنكم سحبها في أي وقت.
register-age = هل عمركم 18 سنة أو أكثر، وهل توافقون؟
register-youth = هذا لمن أعمارهم من 18 إلى 30. هل أنتم منهم، وهل توافقون؟
register-not-youth = لم يُحفظ شيء. لمعرفة ما يمكن أن يحضره غيرهم توجهوا إلى { $contact }.
register-under-18 = لم يُحفظ شيء. إن كنتم دون 18 سنة فلا يجوز لي تسجيلكم؛ ويمكن أن يساعدكم { $contact }.
register-line = لا أعرف ماذا أفعل بـ { $typed }. اكتبوا مثلا: { $example }

registered-confirmed = أنتم مسجلون في { $consultation }، { $mode }. رقمكم { $number }.
registered-waiting = كل الأماكن مأخوذة، فأنتم على قائمة الانتظار في { $consultation }، { $mode }. رقمكم { $number }. أخبركم حين يصبح لكم مكان؛ ويُحفظ لكم عندئذ { $hours } ساعة.
registered-place = ترتيبكم في القائمة: { $place }.
registered-place-of = ترتيبكم في القائمة: { $place } من { $of }.
registered-promised = أصبح لكم مكان: { $consultation }، { $mode }. يُحفظ لكم حتى { $until }. لأخذه اكتبوا { $register }؛ ولإعادته { $unregister }.
registered-asked = قُدم تسجيلكم في { $consultation } بالرقم { $number }. يدعو المنظمون الناس واحدا واحدا؛ وسأخبركم بما يقررون.
registered-draft = تسجيلكم في { $consultation } لم يكتمل. للمتابعة اكتبوا { $register }.
registered-declined = لم يستطع المنظمون قبول تسجيلكم في { $consultation }. للسؤال عن السبب توجهوا إلى { $contact }.
registered-lapsed = المكان الذي حُفظ لكم في { $consultation } انتقل إلى التالي في القائمة. للعودة إليها اكتبوا { $register }.

unregister-none = لستم مسجلين في { $consultation }. للتسجيل اكتبوا { $command }.
unregister-done = لم تعودوا مسجلين في { $consultation }، ومُحيت إجاباتكم. للتسجيل من جديد اكتبوا { $command }.

check-in-none = ليس لكم مكان في { $consultation } بعد. { $command } يبين أين أنتم.
check-in-no-number = لا أحد ممن له مكان يحمل الرقم { $typed }. اكتبوا مثلا: حضور 17.
check-in-done = الرقم { $number } حاضر: { $consultation }.

entry-draft = لم يكتمل
entry-confirmed = مؤكد
entry-promised = مكان محفوظ
entry-waiting = قائمة الانتظار
entry-asked = قيد القرار
entry-declined = لم يُقبل
entry-lapsed = لم يُؤخذ في الوقت
entry-withdrawn = مسحوب
entry-number = الرقم { $number }
entry-checked-in = حاضر

call-needs = قبل فتح أي نداء يجب تحديد: { $missing }. اكتبوا { $command }
call-already = هذا النداء مفتوح أصلا. لتغيير الموعد أو عدد الأماكن: { $command }
call-none = لا نداء كهذا مفتوح. اكتبوا { $command }
call-no-places = لن يكون هناك أي مكان. أعطوا أماكن في القاعة أو عبر الإنترنت، مثل: room 120 online 400.
call-open = التسجيل في { $consultation } مفتوح.
call-open-until = التسجيل في { $consultation } مفتوح حتى { $until }.
call-closed = التسجيل في { $consultation } مغلق.
call-no-limit = بلا حد
call-places = { $mode }: أُعطي { $given } من { $places }، وينتظر { $waiting }
audience-youth = لمن أعمارهم من 18 إلى 30.
audience-states = للدول الأعضاء.
audience-invitation = بدعوة: يقرر أشخاص في كل حالة.
card-register = سجلوا في المشاورة
card-register-until = سجلوا، حتى { $until }

registrations-empty = لا يوجد شيء منها.
registrations-more = و{ $count } أخرى. اذكروا حالة لرؤية أقل، مثل: التسجيلات انتظار.
registrations-no-number = لا تسجيل بالرقم { $typed } ينتظر قرارا. اكتبوا مثلا: التسجيلات قبول 17.
registrations-accepted = قُبل الرقم { $number } وأُبلغ.
registrations-declined = لم يُقبل الرقم { $number } وأُبلغ.

coverage-heading = من سجل
coverage-people = الأشخاص: { $people }.
coverage-group = { $name } { $people }
coverage-missing = قليلون أو لا أحد حتى الآن: { $groups }.
coverage-bands = لا تُحصى المجموعات التي تقل عن { $count } أشخاص. ومن لم يذكر شيئا ليس في أي مجموعة.

# Changing a form from the chat.
words-form = استمارة
words-ask = سؤال
words-submission = مساهمة
words-label = تسمية
words-option = خيار
call-form-line = اكتبوا ما ينبغي تغييره، مثل: { $example }
call-form-preview = هكذا يُقرأ من الآن. هل هذا صحيح؟
call-form-done = تغيرت الاستمارة (النسخة { $version }). ومن يملؤها الآن لا يُسأل إلا عما لم يعد صالحا.
call-form-left = لم يتغير شيء.
call-form-off = متروك
