# ما يقوله زر أو استمارة أو قائمة.

handled = تم.
answer-over = انتهى هذا السؤال. { $help } يبيّن ما يمكنك فعله الآن.
hand-in-own = لا يمكنك تسليم إلا ما كتبته بنفسك.
form-answer = إجابة
form-write = كتابة
button-join = المشاركة
button-private = الكتابة على انفراد
button-who = من يمكنه القراءة هنا
button-help = مساعدة
digest-follows = الملخص في ما يلي.
