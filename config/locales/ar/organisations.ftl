# المنظمات: إلى من ينتمي الناس، ومن يزكّيها، وكلمة منسق الاتصال فيها.

command-organisation = منظمة، المنظمة، organisation، organization
command-vouch = تزكية، vouch
help-organisation = أسماء منظمة ومنسق اتصالها؛ دمج اثنتين أو فصلهما
help-vouch = تزكية منظمة أو شخص منها
takes-organisation = منظمة
option-organisation = منظمة
option-organisation-about = اسمها؛ ومعه @الحساب ليُقال إن هذا الشخص ينتمي إليها
words-claims = طلبات، claims
words-show = عرض، show
words-add = إضافة، اضافة، add
words-remove = حذف، remove
words-focal = منسق، focal
words-merge = دمج، merge
words-part = فصل، part
words-into = مع، into
words-name = اسم، name
words-acronym = مختصر، acronym

organisation-alike = كتبتم { $organisation }. هل هي واحدة من هذه؟
organisation-alike-no = لا، غيرها
organisation-someone-claims = يقول شخص إنه ينتمي إلى { $organisation } التي أنتم منسق اتصالها. لمعرفة من هو اكتبوا { $command }.
organisation-belongs = يقول { $name } إنه ينتمي إلى { $organisation }. هل هذا صحيح؟
organisation-later = لاحقًا
organisation-put-off = حسنًا. عندما يتيسر لكم الوقت اكتبوا { $command }.
organisation-nobody-waits = لا أحد ينتظر كلمتكم.
organisation-not-focal = لستم منسق اتصال لأي منظمة. يسمّيهم المنسق الإقليمي.
organisation-confirmed = { $name } ينتمي الآن إلى { $organisation }. وما يقدمه باسمها يُحسب كلمة لها.
organisation-declined = { $name } لا ينتمي إلى { $organisation }. ولا يُعرض شيء مما كتبه مع اسمها.
status-organisation-waits = منظمتكم: { $organisation }. لم يؤكد أحد ذلك بعد، فتُحسبون شخصًا واحدًا.
status-organisation-confirmed = منظمتكم: { $organisation }. وهذا مؤكد: ما تقدمونه باسمها يُحسب كلمة لها.
status-organisation-declined = منظمتكم: { $organisation }. لم يؤكد منسق اتصالها انتماءكم إليها، فلا يُعرض شيء لكم مع اسمها. إن كان ذلك خطأ فتوجهوا إلى من يذكره الأمر تواصل.
status-focal = أنتم منسق اتصال { $organisation } منذ { $since }.
status-claims =
    { $count ->
        [zero] لا أحد ينتظر كلمتكم: { $command }
        [one] شخص واحد ينتظر كلمتكم: { $command }
        [two] شخصان ينتظران كلمتكم: { $command }
        [few] { $count } أشخاص ينتظرون كلمتكم: { $command }
        [many] { $count } شخصًا ينتظرون كلمتكم: { $command }
       *[other] { $count } شخص ينتظرون كلمتكم: { $command }
    }

organisation-unknown = لا أعرف منظمة { $organisation }. الأمر { $command } يعرضها كلها.
organisation-near = لا أعرف منظمة { $organisation }. الموجود: { $organisations }.
organisation-none = لا توجد منظمة معروفة بعد. يسمّي كلٌّ منظمته هكذا: موافقة منظمة ثم اسمها.
organisations-heading = المنظمات
organisations-more =
    { $count ->
        [one] وواحدة أخرى. منظمة عرض يجدها باسمها.
       *[other] و{ $count } أخرى. منظمة عرض يجد كلًّا منها باسمها.
    }
organisation-unvouched = لم يزكّها أحد بعد
organisation-without-focal = مزكّاة، بلا منسق اتصال
organisation-with-focal = مزكّاة، ولها منسق اتصال
organisation-names = الأسماء: { $names }
organisation-holds = هي واحدة مع: { $names }
organisation-focal = منسق الاتصال: { $name }، منذ { $since }
organisation-waiting = من ينتظرون كلمة: { $people } أشخاص
organisation-reference = في السجل: منظمة { $reference }
organisation-name-taken = { $name } اسم للمنظمة { $organisation }. إن كانتا واحدة فادمجوهما.
organisation-name-stays = { $name } ليس من أسمائها، أو هو اسمها الوحيد.
organisation-focal-told = أنتم الآن منسق اتصال { $organisation }. أنتم تقولون من ينتمي إليها. لمعرفة من ينتظر اكتبوا { $command }.
organisation-merged = { $gone } و{ $organisation } واحدة الآن. للتراجع اكتبوا { $command }
organisation-one-already = هذان اسمان للمنظمة { $organisation }: هي واحدة أصلًا.
organisation-parted = { $gone } و{ $organisation } اثنتان من جديد، ولكل منهما ما كان لها.
organisation-not-merged = { $organisation } غير مدمجة مع غيرها.
organisation-part-which = هذه واحدة مع { $organisation }: { $organisations }. اكتبوا اسم التي تُفصل.

vouch-done = زكّيتم { $organisation }. من يقول إنه ينتمي إليها يُحسب صوتًا لها حين يؤكد ذلك عنه منسق اتصالها أو أنتم.
vouch-next = بعد ذلك سمّوا منسق اتصالها: { $command }
vouch-not-claimed = { $name } لا يقول إنه ينتمي إلى { $organisation }. يكتب أولًا: موافقة منظمة ثم اسمها.
vouch-none = لا أحد ينتظر كلمة عن منظمته.
vouch-heading = من يقول إنه ينتمي وإلى أين
vouch-line = { $organisation }: { $people } أشخاص · { $state }
vouch-hint = الأمر { $command } مع اسم يزكّي المنظمة؛ ومع @الحساب بعده يزكّي ذلك الشخص.

# التقرير الأسبوعي للمنسق.

words-report = تقرير، report
roles-report-on = يعود تقريركم الأسبوعي عن منطقتكم، كل يوم اثنين.
roles-report-off = لن يصلكم التقرير الأسبوعي بعد الآن. أدوار تقرير تشغيل يعيده.
report-people = المشاركون: { $people }؛ الجدد هذا الأسبوع: { $new }
report-written =
    { $count ->
        [one] كُتب هذا الأسبوع: مساهمة واحدة
       *[other] عدد ما كُتب هذا الأسبوع: { $count }
    }
report-round-table = المائدة المستديرة { $number }: { $count }
report-claims = من ينتظرون كلمة عن منظمتهم: { $people }. لمعرفة أي المنظمات اكتبوا { $command }.
report-foot = يصل هذا كل يوم اثنين. لإيقافه اكتبوا { $command }.
