# الملخصات: ما كُتب، ومن كتبه، وعن ماذا، وكم يُعرض منه.

digest-heading = { $title }، { $period }
digest-until = حتى { $date }
digest-contributions =
    { $count ->
        [one] مساهمة واحدة
        [two] مساهمتان
        [few] { $count } مساهمات
       *[other] { $count } مساهمة
    }
# تأتي بعد حرف الجر «من».
digest-people =
    { $count ->
        [one] شخص واحد
        [two] شخصين
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
digest-people-band = { $band } من الأشخاص
# مثال: 61 مساهمة من 34 شخصًا، باللغات: الفرنسية والإنكليزية والعربية.
digest-counts = { $contributions } من { $people }، باللغات: { $languages }.
digest-statement = قراءة آلية لما كتبه المشاركون. ليست كاملة، ولم تخضع للتفاوض، وليست رأي الشبكة.
digest-counted-only = للعدّ فقط دون اقتباس: { $count } من { $people }.
digest-left-out = لم يدخل في الملخص: { $reasons }.
digest-left-out-withdrawn = { $count } سُحبت
digest-left-out-hidden = { $count } أخفاها المشرفون
digest-left-out-not-consented = { $count } لم تعد عليها موافقة
digest-left-out-duplicate = { $count } مطابقة لغيرها
digest-left-out-unreadable = { $count } بلغة لا يمكنني تحليلها
digest-nothing = لا يوجد بعد شيء مسجَّل في هذا النطاق. ما يُكتب هنا من الآن يظهر في الملخص القادم.
digest-too-few = عدد من كتبوا في هذا النطاق أقل من { $count }. وملخص لعدد قليل كهذا قد يكشف من هم، لذلك لا يُعدّ. يمكن طلب ملخص أوسع.

digest-key-messages = أكثر ما ورد
digest-not-heard = لم يُسمع بعد: { $who }
digest-not-heard-here = لم يُسمع في هذا الموضوع: { $who }
digest-more = الملخص الكامل: { $command }
digest-none-published = لم يُنشر أي ملخص هنا بعد.
digest-passages =
    { $count ->
        [one] مقطع واحد
        [two] مقطعان
        [few] { $count } مقاطع
        [many] { $count } مقطعًا
       *[other] { $count } مقطع
    }
digest-also-from = من: { $who }
digest-campaign-short = مرسلو الكلام نفسه: { $count }
digest-campaign = عدد من أرسلوا الكلام نفسه: { $count }. ويُحسبون في ترتيب الموضوعات واحدًا.
digest-also-in = وأيضًا في:
digest-in = في:

digest-objective = الهدف { $number }: { $label }
digest-objective-short = الهدف { $number }
digest-round-table = المائدة المستديرة { $number }: { $label }
digest-no-objective = خارج أهداف الاتفاق العالمي
digest-title-foreign = { $about }: { $phrase }
digest-rest = نقاط أخرى، وردت كل منها مرة واحدة

# عناوين.
digest-kind-good-practice = التقدم والممارسات الجيدة
digest-kind-challenge = التحديات والثغرات
digest-kind-recommendation = التوصيات
digest-kind-pledge = التعهدات
digest-kind-question = الأسئلة
digest-kind-other = ملاحظات أخرى
# مقطع واحد أو موضوع واحد.
digest-one-good-practice = ممارسة جيدة
digest-one-challenge = تحدٍّ
digest-one-recommendation = توصية
digest-one-pledge = تعهد
digest-one-question = سؤال
digest-one-other = ملاحظة
digest-recommendation-to = توصية { $addressee }
digest-to-states = إلى الدول
digest-to-un = إلى الأمم المتحدة
digest-to-employers = إلى أصحاب العمل
digest-to-local-authorities = إلى السلطات المحلية
digest-to-civil-society = إلى المجتمع المدني
digest-to-parliaments = إلى البرلمانات
digest-to-consulates = إلى القنصليات
digest-to-media = إلى وسائط الإعلام
digest-level-local = محلي
digest-level-national = وطني
digest-level-regional = إقليمي
digest-level-global = عالمي

digest-principles = مبادئ تتكرر في الكلام
digest-questions = أسئلة ما زالت مفتوحة
digest-unplaced = خارج كل الموضوعات
digest-unplaced-text =
    { $count ->
        [one] مقطع واحد قائم بذاته:
        [two] مقطعان كل منهما قائم بذاته:
        [few] { $count } مقاطع كل منها قائم بذاته:
        [many] { $count } مقطعًا كل منها قائم بذاته:
       *[other] { $count } مقطع كل منها قائم بذاته:
    }
digest-for-a-reader =
    { $count ->
        [one] مقطع واحد بلغة لا يمكنني تحليلها. يقرؤه شخص:
        [two] مقطعان بلغات لا يمكنني تحليلها. يقرؤهما شخص:
        [few] { $count } مقاطع بلغات لا يمكنني تحليلها. يقرؤها شخص:
        [many] { $count } مقطعًا بلغات لا يمكنني تحليلها. يقرؤها شخص:
       *[other] { $count } مقطع بلغات لا يمكنني تحليلها. يقرؤها شخص:
    }

digest-participation = من شارك
digest-attribute-category = الفئات
digest-attribute-subregion = المناطق الفرعية
digest-attribute-language = اللغات
digest-share = { $label }: { $people }
digest-not-stated = غير مذكور
digest-small-group = إذا كان عدد الأشخاص أقل من { $count }، لا يُقال شيء عمن هم.

digest-method = كيف أُعدّ هذا
digest-method-citing = كل سطر يذكر المقاطع التي يستند إليها. والاقتباسات جمل كاملة كما كُتبت، وفقط إذا وافق أصحابها.
digest-method-count-words = يُعدّ الأشخاص، أو المنظمات بحسب ما قدمته: { $one } يعني 1، و{ $some } من 2 إلى 4، و{ $several } من 5 إلى 9، و{ $many } 10 فأكثر.
digest-method-groups = ما يُقال عن صاحب الاقتباس ينطبق هنا على عدد من الأشخاص لا يقل عن { $count }، إلا إذا وافق على ذكر اسمه. وحسب الصفات لا تُذكر الأعداد إلا في حدود تقريبية.
digest-method-excluded = لم يدخل في الملخص، أو لم يُعرض مرتين: { $reasons }.
digest-method-votes = لم يكن هناك تصويت، لذلك لا يُقال شيء عن نقاط الاتفاق والاختلاف.
digest-method-version = gcm-talks { $version }؛ لا دور للصدفة.
digest-excluded-withdrawn = ما سُحب
digest-excluded-hidden = ما أخفاه المشرفون
digest-excluded-not-consented = ما لم يعد صاحبه موافقًا عليه
digest-excluded-duplicate = نسخ النص نفسه
digest-excluded-unreadable = نصوص بلغات لا يمكنني تحليلها (مدرجة ليقرأها شخص)
digest-excluded-rehearsal = التجارب

digest-by-someone = أحد المشاركين
digest-by-place = { $who }، { $place }
digest-by-organisation = { $organisation }
# كتب صاحب الكلام اسم المنظمة ولم يؤكده أحد.
digest-by-claim = شخص يكتب باسم { $organisation }

digest-language-en = الإنكليزية
digest-language-fr = الفرنسية
digest-language-es = الإسبانية
digest-language-ar = العربية
digest-language-ru = الروسية
digest-language-zh = الصينية
digest-language-pt = البرتغالية
digest-language-other = لغة أخرى ({ $tag })
