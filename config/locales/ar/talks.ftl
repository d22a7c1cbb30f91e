# اللقاءات.

command-talk = لقاء، talk
command-talks = لقاءات، اللقاءات، talks
help-talk = تحديد لقاء أو نقله أو تغييره أو إلغاؤه؛ وفتح التسجيل فيه
help-talks = ما هو قادم وأين أنتم منه؛ وملف لتقويمكم
takes-talk = 3، تقويم، تذكير إيقاف …
option-talk = لقاء
option-talk-about = رقمه؛ أو: تقويم، تذكير إيقاف، توقيت Nairobi

words-talk = لقاء، اللقاء
words-move = نقل، انقل
words-cancel = إلغاء، الغاء
words-starts = يبدأ، البدء
words-minutes = دقائق، دقيقة
words-mode = الحضور، طريقة
words-hybrid = مختلط
words-in-person = حضوريا
words-interpretation = ترجمة، الترجمة
words-agenda = برنامج، البرنامج
words-place = مكان، المكان
words-calendar = تقويم، التقويم
words-reminders = تذكير، التذكير
words-notice = إشعار
words-breakout = مجموعات، مجموعة
words-host = مضيف، استضافة

talk-name = { $number } · { $title }
talk-with-time = { $title } ({ $when })
talk-minutes =
    { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }
talk-hybrid = حضوريا وعبر الإنترنت
talk-languages = اللغات: { $languages }
talk-interpretation = الترجمة: { $languages }

talks-heading = لقاءات { $consultation }
talks-none = لم يُحدد أي لقاء.
talks-calendar = كل اللقاءات في ملف لتقويمكم: { $name }. افتحوه من جديد إذا نُقل لقاء.
talks-reminders-on = أذكركم بكل لقاء لكم فيه مكان، قبله بيوم وبساعة. هل يكفي؟ { $command }
talks-reminders-off = لا أذكركم باللقاءات. أما ما يُنقل أو يُلغى فأخبركم به على كل حال. لتلقي التذكير: { $command }
talks-timezone = أذكر لكم مواعيد اللقاءات بتوقيت { $town }.
talk-register = للتسجيل: { $command }
data-timezone = المنطقة الزمنية

talk-which = أي لقاء؟ اكتبوا رقمه أولا. هناك: { $talks }.
talk-not-planned = اللقاء { $number } انتهى أو أُلغي. لم يعد ممكنا تغييره.
talk-no-title = يحتاج اللقاء إلى عنوان. اكتبوا مثلا: { $example }
talk-no-start = متى يبدأ؟ اكتبوا مثلا: { $example }
talk-twice = تُؤخَّر الساعة هناك ويأتي { $typed } مرتين. اكتبوا وقتا آخر، مثل { $example }. الأوقات بتوقيت { $town }.
talk-agenda-line = اكتبوا الأجزاء مع دقائقها تفصل بينها فاصلة منقوطة، عشرين على الأكثر، مثل: 10 افتتاح؛ 60 ما الذي يغرق العمال في الدين؛ 20 ما بعد ذلك
talk-agenda-long = يستغرق البرنامج { $minutes } دقيقة، واللقاء { $limit }. قصروا جزءا أو أطيلوا اللقاء.
talk-no-rooms = لا غرفة، إذ لا غرفة في المشاورة بعد
talk-preview-create = يُحدد هذا اللقاء ويُعلن في { $rooms }. هل هذا صحيح؟
talk-preview-move = يصبح اللقاء هكذا. يُعلن في { $rooms } ويُخبر كل من سجل. هل هذا صحيح؟
talk-preview-set = هكذا يكون اللقاء من الآن. لا يُخبر أحد. يُعلن عنه في { $rooms }. هل هذا صحيح؟
talk-preview-cancel = يُلغى هذا اللقاء. يُعلن في { $rooms } ويُخبر كل من سجل، وتنتهي تسجيلاتهم. هل هذا صحيح؟
talk-short-notice = مهلة قصيرة: ينبغي أن يُعرف اللقاء قبل { $limit } يوما، وهذا بعد { $days }.
talk-done-create = حُدد اللقاء { $number }: { $title }. ليتمكن الناس من التسجيل: { $command }
talk-done-move = نُقل اللقاء { $number }: { $title }. ويُخبر كل من سجل.
talk-done-set = تغير اللقاء { $number }: { $title }.
talk-done-cancel = أُلغي اللقاء { $number }: { $title }. ويُخبر كل من سجل.

talk-told-planned = حُدد لقاء.
talk-told-open = يمكن التسجيل في هذا اللقاء.
talk-told-moved = تغير هذا اللقاء:
talk-told-cancelled = أُلغي هذا اللقاء.
talk-told-comes = اقترب موعد هذا اللقاء.
talk-told-before = كان موعده { $when }.
talk-told-soon = لكم مكان في لقاء من { $consultation } يبدأ قريبا:
talk-you-stay = تسجيلكم باق. إن لم تستطيعوا الحضور حينها فاكتبوا { $command }.
talk-you-have = حضوركم { $mode }. رقمكم { $number }. إن لم تستطيعوا الحضور فاكتبوا { $command }.
talk-no-more = دون تذكير بعد الآن: { $command }

register-which = فيم تسجلون؟
unregister-which = أي تسجيل تلغون؟
unregister-all = كلها
registered-cancelled = أُلغي { $consultation }. وانتهى تسجيلكم فيه.
entry-cancelled = ملغى

error-no-time = في أي ساعة؟ اكتبوا اليوم والوقت، مثل { $example }. الأوقات بتوقيت { $town }.

talk-hosted = { $name } يشارك الآن في استضافة { $title }: يمكنه فتح الكلام وإغلاقه في غرفة اللقاء من يوم قبله إلى يوم بعده، ورؤية من سجل فيه، وتسجيل الحضور.
talk-unhosted = { $name } لم يعد يشارك في استضافة { $title }.
talk-you-host = أنتم الآن تشاركون في استضافة { $title }. ويمكنكم أن تكتبوا لهذا اللقاء: { $commands }
talk-hosts = المضيفون المشاركون: { $names }
talk-not-begun = لم يبدأ اللقاء { $number } بعد. لا شيء منه للقراءة حتى الآن.

talk-preview-breakout = يذهب كل من له مكان إلى إحدى هذه الغرف في جزء من اللقاء: { $rooms }. ويُخبر كل واحد أيها ولماذا. هل هذا صحيح؟
talk-done-breakout = وُزع الناس في اللقاء { $number }: { $title }. ويُخبر كل واحد بغرفته.
talk-breakout-line = اذكروا غرفتين من المشاورة على الأقل تفصل بينهما فاصلة، مثل: { $example }
talk-room-told = في { $title } عدة غرف. غرفتكم { $room }. { $because }
talk-room-interest = يدور فيها الحديث عن موضوع ذكرتموه.
talk-room-language = يُتكلم فيها بلغتكم.
talk-room-balance = ليكون في كل منها عدد متقارب من الناس.
talk-room-apart = في { $title } عدة غرف، كلها على { $platforms }. لا أعرف لكم حسابًا هناك، لذلك ليست لكم غرفة منها. إن كان لكم حساب هناك فاكتبوا { $command } فأخبركم كيف تضمونه. ثم اطلبوا ممن ينظمون اللقاء أن يوزعوا الناس من جديد.
talk-room-yours = غرفتكم هناك: { $room }.

# الغرف التي تُنشأ للقاء، ومن يقرر عنها.
words-make = اصنع، صنع
words-rapporteur = مقرر، مقررة
words-priorities = أولويات، الأولويات
talk-make-line = اذكروا من { $from } إلى { $to } غرف تفصل بينها فاصلة منقوطة، أو قولوا كم غرفة، مثل: { $example }
talk-preview-make = ينشئها البوت بجانب { $room }: ويمكن لمن هناك أن يدخل.
talk-preview-apart = هذه الغرف على { $platforms } فقط. ومن لا حساب له هناك يُخبر بذلك وبكيفية ضم حساب.
talk-done-make = يجري إنشاء غرف اللقاء { $number }: { $title }. وحين توجد يُخبر كل واحد بغرفته.
talk-room-not-made = تعذر إنشاء الغرفة { $room }. على من يدير هذا المكان أن يسمح لي بإنشاء الغرف والخيوط، وأن يختار اسما آخر إن كان الاسم مستعملا. ثم وزعوا الناس من جديد.
talk-no-breakouts = اللقاء { $number } غير موزع على غرف.
talk-rapporteur-line = اكتبوا الغرفة والشخص. الغرف هي: { $rooms }. مثل: { $example }
talk-reported = { $name } يقرر الآن عن { $room }، ويمكنه قراءة خلاصات هذه الغرفة.
talk-unreported = { $name } لم يعد يقرر عن { $room }.
talk-you-report = أنتم الآن تقررون عن { $room } في { $title }. لقراءة ما دُوّن هناك: { $command }
talk-room = الغرفة: { $room }
talk-room-reported = الغرفة: { $room }. المقرر: { $names }

# عمّ يكون اللقاء.
talk-told-priorities = عمّ ينبغي أن يكون هذا اللقاء؟ رأيكم يساعد في القرار.
talk-priorities = لتقولوا ما هو الأهم: { $command }
button-priorities = قولوا ما الأهم
priorities-then = لرؤية ما ذُكر وبرنامج يتبعه: { $command }
priorities-none = لم يُسأل الناس بعد عمّ يكون هذا اللقاء. اكتبوا { $command }
priorities-heading = ما هو الأهم
priorities-people = أجاب: { $people }.
priorities-opening = افتتاح
priorities-ending = الخطوات التالية
priorities-agenda = برنامج يتبع ذلك. لاعتماده، وربما بكلمات أخرى:
