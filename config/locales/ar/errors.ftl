# عند حدوث خطأ: ما هو، وما الذي يُكتب بدلًا منه.

error-internal = لم ينجح ذلك، ولم يتغير شيء. الرقم المرجعي { $reference } لمن يديرني.
error-unknown-command = لا أعرف { $typed }.
error-did-you-mean = هل المقصود { $command }؟
error-see-help = { $command } يعرض ما يمكنني فعله.
error-role = استخدام { $command } متاح فقط لهؤلاء: { $roles }.
error-role-here = في { $room }، استخدام { $command } متاح فقط لهؤلاء: { $roles }.
error-role-names = وهم: { $names }.
error-rate-limited =
    { $seconds ->
        [one] هذا كثير دفعة واحدة. يرجى الانتظار ثانية واحدة ثم الإرسال من جديد.
        [two] هذا كثير دفعة واحدة. يرجى الانتظار ثانيتين ثم الإرسال من جديد.
        [few] هذا كثير دفعة واحدة. يرجى الانتظار { $seconds } ثوانٍ ثم الإرسال من جديد.
       *[other] هذا كثير دفعة واحدة. يرجى الانتظار { $seconds } ثانية ثم الإرسال من جديد.
    }
error-too-long = هذا النص طويل جدًا: { $size } كيبيبايت، وأقصى ما أقبله { $limit } كيبيبايت. يرجى إرساله على أجزاء.
error-empty = لا يوجد نص لتسجيله. يُكتب النص بعد { $command }.
error-on-behalf = لا أعرف باسم من تكتبون. باسم مجموعة اكتبوا { $example }. باسمكم أنتم ابدؤوا بكلمة أخرى.
error-missing = هناك شيء ناقص. الصيغة: { $usage }.
error-who = لا أعرف من هو { $typed }. الصيغة: { $usage }.
error-too-much = لا أفهم { $typed } هنا. الصيغة: { $usage }.
error-choice = يرجى الإجابة برقم من { $from } إلى { $to }.
error-name-long = هذا أطول من أن يوضع بجانب اقتباس. يرجى كتابته في { $limit } حرفًا على الأكثر، مثل: شبكة مثال.
error-number = { $typed } ليس رقمًا من { $from } إلى { $to }.
error-objective = هناك 23 هدفًا. يُكتب رقم من 1 إلى 23 أو كلمة: { $example }
error-date = اليوم { $typed } غير موجود. يُكتب اليوم هكذا: { $example }. الأوقات بتوقيت { $town }.
error-past = لقد مضى { $typed }. يُكتب يوم قادم، مثل { $example }.
error-receipt = { $typed } ليس رقم إيصال. رقم الإيصال هكذا: { $example }.
error-language = لا أتكلم { $typed }. لغاتي: { $languages }.
error-option = { $typed } غير ممكن هنا. الممكن: { $options }.
error-in-room = هذا يعمل داخل غرفة. يرجى كتابته هناك.
error-not-bound = هذه الغرفة لا تتبع أي مشاورة بعد. يمكن للمشرف كتابة { $command }.
error-no-consultation = لا توجد مشاورة مفتوحة.
error-which-consultation = أي مشاورة؟ يُكتب اسم واحدة من هذه: { $consultations }.
error-join-first = لم تشاركوا بعد. اكتبوا أولًا { $command }.

role-observer = المراقبون
role-stakeholder = أصحاب المصلحة
role-co-host = المشاركون في الاستضافة
role-moderator = المشرفون
role-coordinator = المنسقون
role-rapporteur = المقررون
role-task-team = فريق العمل
role-secretariat = الأمانة

error-unknown-word = لا أفهم { $typed } هنا.
error-option-empty = هناك شيء ناقص بعد «{ $option }». يُكتب المطلوب بعدها.
error-moment = لا أفهم { $typed } كوقت. يُكتب هكذا: { $example }. الأوقات بتوقيت { $town }.
error-skipped = الوقت { $typed } غير موجود: تُقدَّم الساعة هناك. يُكتب وقت آخر، مثل { $example }. الأوقات بتوقيت { $town }.
error-weekly = لا أفهم { $typed } كيوم من الأسبوع ووقت. الصيغة: { $example }.
error-period = الفترة تنتهي قبل أن تبدأ. يُكتب اليوم الأسبق أولًا.
error-scope = لا أفهم { $typed }. يُكتب مثلًا { $example }.
error-timezone = لا أعرف المنطقة الزمنية { $typed }. يُكتب اسم مثل { $example }، أو اسم المدينة.
error-no-receipt = لا توجد مساهمة برقم { $receipt }.
error-room-name = تحتاج الغرفة إلى اسم قصير من حروف وأرقام وشرطات: { $example }
error-room-taken = في هذه المشاورة غرفة باسم { $name } من قبل. يرجى اختيار اسم آخر.
error-room-of-another = هذه الغرفة تتبع مشاورة أخرى: { $consultation }. وما سُجِّل هنا يبقى لها. يمكن فك الربط هناك، أو استخدام غرفة جديدة.
error-no-rooms = لم تُربط أي غرفة بعد. يكتب المشرف داخل الغرفة: { $command }.
error-slug = تحتاج المشاورة إلى اسم قصير من حروف لاتينية صغيرة وأرقام وشرطات: { $example }
error-value-length = عدد الحروف هنا { $length }. المطلوب حرف واحد على الأقل و{ $limit } على الأكثر.

# صاحب دور واحد.
role-one-observer = مراقب
role-one-stakeholder = صاحب مصلحة
role-one-co-host = مشارك في الاستضافة
role-one-moderator = مشرف
role-one-coordinator = منسق
role-one-rapporteur = مقرر
role-one-task-team = عضو فريق العمل
role-one-secretariat = الأمانة
