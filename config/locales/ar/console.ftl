# ما تقوله وحدة التحكم نفسها: غرف وأشخاص في طرفية أو أنبوب.

console-welcome =
    هنا gcm-talks في هذه الطرفية: غرف للكتابة، وأشخاص يُكتب باسمهم.
    يسمع البوت ويجيب هنا كما في Matrix وDiscord.
console-rooms = الغرف: { $rooms }
console-people = الأشخاص: { $people }
console-everyone-else = أي اسم آخر يشارك بصفة صاحب مصلحة
console-private = على انفراد مع البوت
console-try = ثلاثة أشياء يمكن تجربتها:
console-try-join = المشاركة؛ يجيب البوت على انفراد
console-try-private = الإجابة هناك
console-try-digest = طلب ملخص بصفة مقرر
console-more = يعرض /help ما يمكن فعله أيضًا، ويُنهي /quit البرنامج.

console-help =
    القول في غرفة باسم شخص، ويبقى كلاهما إلى أن يُذكر غيرهما: #room @person text
    محادثة الشخص على انفراد مع البوت: #private
    تغيير آخر رسالة للشخص في الغرفة: /edit TEXT
    حذفها: /delete
    وضع علامة عليها: /react 📝
    الرد على آخر رسالة للبوت في الغرفة: /reply TEXT
    الرد على آخر رسالة لشخص: /reply @person TEXT
    إرسال ملف نصي: /attach FILE
    تقديم الساعة، s للثواني وm للدقائق وh للساعات وd للأيام: /at +3m
    فتح غرفة أخرى: /room NAME
    الغرف والأشخاص: /who
    الإنهاء: /quit
    العلامة \ في أول السطر تجعله نصًا عادياً: \/edit
    العلامة \ في آخر السطر تعني أن الرسالة تستمر في السطر التالي

console-no-room = لا توجد غرفة #{ $room }. الغرف هي: { $rooms }. إن كان هذا نصًا فاكتب \ قبله.
console-bad-room = اسم الغرفة من حروف وأرقام وشرطات، 64 على الأكثر: /room north-africa
console-bad-person = اسم الشخص 64 حرفاً على الأكثر.
console-room-opened = الغرفة #{ $room } مفتوحة حتى الإنهاء. يجب إخبار البوت بموضوعها.
console-no-tap = لا أعرف /{ $word }. اكتب /help، أو \ قبله إن كان نصًا.
console-no-tap-nearest = لا أعرف /{ $word }. هل تقصد /{ $nearest }؟
console-needs = اكتب هكذا: { $example }
console-no-message = لا أذكر أي رسالة من @{ $person } في { $room }.
console-no-answer = لم أقل بعد في { $room } شيئًا يمكن الرد عليه.
console-bad-span = اكتب مقدار تقديم الساعة، عشر سنوات على الأكثر: /at +3m
console-moved = الوقت الآن { $time } (UTC).
console-too-long = هذا السطر أطول من 1 MiB. لم يُقرأ.
console-leave = للخروج اكتب /quit أو اضغط Ctrl-D.
console-earlier = رسالة سابقة
console-on-message = على ما كتبه @{ $person }: { $words }
