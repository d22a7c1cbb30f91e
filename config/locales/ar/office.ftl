# ما تقرره الأمانة: المشاورات والأدوار.

stage-preparation = قيد التحضير
stage-open = مفتوحة
stage-closing = الختام
stage-summary = الملخص النهائي
stage-follow-up = المتابعة

consultations-heading = المشاورات
consultation-none = لا توجد مشاورة بعد. الصيغة: { $example }.
consultation-exists = توجد مشاورة باسم { $slug } من قبل. يرجى اختيار اسم آخر.
consultation-created = أُنشئت { $consultation }، وهي قيد التحضير.
consultation-missing = قبل فتح التسجيل يجب تحديد ما يلي: { $missing }. الصيغة: { $command }
consultation-set = حُدِّد { $what } في { $consultation }.
consultation-complete = حُدِّد كل ما يحتاجه التسجيل.
consultation-space = تُجمع غرفها هنا في فضاء واحد، حسب المنطقة دون الإقليمية والموضوع إن تعددت. أُرسلت إليك دعوة.
consultation-space-elsewhere = لا فضاءات هنا. في Matrix تُجمع غرفها في فضاء واحد.
consultation-still-missing = لا يزال ناقصًا: { $missing }.
consultation-stage = مرحلة { $consultation } الآن: { $stage }.
retention-date = يُمحى ما كتبه المشاركون بتاريخ { $date }، كما قيل لهم.
retention-warning = بتاريخ { $date } يُمحى كل ما كتبه المشاركون في { $consultation }، كما قيل لهم. ما يجوز الاحتفاظ به يجب تصديره قبل ذلك: { $command }
retention-quiet = لم يكتب فيها أحد منذ سنة، فهي تُعدّ منتهية. تستمر إذا كتب فيها أحد أو تغيّرت مرحلتها.
retention-erased = مُحي الآن كل ما كتبه المشاركون في { $consultation }، كما قيل لهم. عدد الإيصالات الباقية بلا محتوى: { $count }.
consultation-rooms =
    { $count ->
        [0] لا غرف بعد
        [one] غرفة واحدة
        [two] غرفتان
        [few] { $count } غرف
       *[other] { $count } غرفة
    }

scope-everywhere = كل مكان
roles-own = أدواركم:
roles-none = ليس لكم دور رسمي. تشاركون بصفة أصحاب مصلحة.
roles-heading = أصحاب الأدوار
roles-line = { $role }، { $scope }، منذ { $since }
roles-granted = مُنح { $name } دور { $role }: { $scope }.
roles-already = لدى { $name } دور { $role } من قبل: { $scope }.
roles-revoked = لم يعد لدى { $name } دور { $role }: { $scope }.
roles-not-held = ليس لدى { $name } دور { $role }: { $scope }. لمعرفة أصحاب الأدوار: roles list
roles-everyone = كل من له الدور { $group }
roles-last = هذا آخر حساب للأمانة. يجب منح الدور لحساب آخر أولًا.
audit-everywhere = قراءة السجل كله متاحة فقط للأمانة المعيّنة في كل مكان.

# كيف حال البوت.
health-rooms =
    { $count ->
        [one] { $platform }: غرفة واحدة.
        [two] { $platform }: غرفتان.
        [few] { $platform }: { $count } غرف.
       *[other] { $platform }: { $count } غرفة.
    }
health-last = آخر تسجيل { $ago }.
health-nothing = لم يُسجَّل شيء بعد.
health-waiting =
    { $count ->
        [one] رسالة واحدة تنتظر الإرسال.
        [two] رسالتان تنتظران الإرسال.
        [few] { $count } رسائل تنتظر الإرسال.
       *[other] { $count } رسالة تنتظر الإرسال.
    }
health-room = { $room }: الرسائل نحو { $heard }، والمسجَّل منها { $noted }

audit-whole = سجل التدقيق سليم، وعدد بنوده { $count }. آخرها:
audit-broken = سجل التدقيق غير سليم. يرجى عدم تغيير أي شيء، وإبلاغ من يديرني.

# ملفات تُسلَّم.
digest-file = الملخص في الملف { $name }.
export-done = ما يجوز تصديره: { $files }. يمكن للناس سحب ما كتبوه في أي وقت: يجب فحص هذه الملفات ومقارنتها بالبيان قبل كل استخدام.
export-none = لم يمكن تصدير شيء. يرجى التأكد من اسم المشاورة واسم الغرفة.
export-whole = يحتوي التصدير على غرفة كاملة أو على المشاورة كلها، لا على ما هو أضيق. اكتبوا { $example }.

quotes-heading = ما يجوز اقتباسه
quotes-none = لا يوجد في هذا النطاق ما يجوز اقتباسه.
approve-ask = في الملخص رغبة في اقتباس كلامكم هذا. ولا يكون ذلك إلا بموافقتكم. للموافقة اكتبوا { $command }. للرفض اكتبوا { $command } لا.
health-well = كل شيء على ما يرام.
health-trouble = هناك ما يحتاج إلى نظر:
health-unsaid =
    { $count ->
        [one] رسالة واحدة لم يمكن إرسالها.
        [two] رسالتان لم يمكن إرسالهما.
        [few] { $count } رسائل لم يمكن إرسالها.
       *[other] { $count } رسالة لم يمكن إرسالها.
    }
health-parked =
    { $count ->
        [one] رسالة واحدة فشلت ثلاث مرات وحُفظت لوقت لاحق.
        [two] رسالتان فشلتا ثلاث مرات وحُفظتا لوقت لاحق.
        [few] { $count } رسائل فشلت ثلاث مرات وحُفظت لوقت لاحق.
       *[other] { $count } رسالة فشلت ثلاث مرات وحُفظت لوقت لاحق.
    }
health-references = الرقم المرجعي: { $references }.
health-failed =
    { $count ->
        [one] مهمة واحدة فشلت مرة بعد مرة.
        [two] مهمتان فشلتا مرة بعد مرة.
        [few] { $count } مهام فشلت مرة بعد مرة.
       *[other] { $count } مهمة فشلت مرة بعد مرة.
    }
