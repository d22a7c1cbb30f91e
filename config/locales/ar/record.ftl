# أن يُسمع الصوت: الإيصالات والتصحيحات والمساهمات والبيانات.

record-noted = سُجِّل برقم { $receipt }.
record-noted-in = { $receipt }، في { $room }.
record-take-back = لسحبه: { $command }، أو ❌ على رسالتكم.
record-read-as = فُهم على أنه: { $reading }. هل هذا غير صحيح؟ { $command }
record-edited = { $receipt } يحتوي الآن على رسالتكم بعد تعديلها.
record-deleted = مُحي { $receipt } لأن رسالته حُذفت.
record-withdrawn = سُحب { $receipt }: مُحي نصه، ويُصحَّح ما اقتبسه.
record-already-withdrawn = { $receipt } مسحوب من قبل.
record-not-yours = ليست لديكم مساهمة برقم { $receipt }.
record-yours-are = مساهماتكم هي: { $receipts }.
record-yours-none = ليست لديكم أي مساهمة.
record-floor-closed = التسجيل مغلق في { $room }. لم يُسجَّل شيء.
record-floor-closed-at = أُغلق التسجيل في { $room } الساعة { $time }. لم يُسجَّل شيء.
record-private-until = لا يزال بإمكانكم الكتابة إليّ على انفراد حتى { $until }.
record-not-decrypted = لم أتمكن من فك تشفير رسالتكم المرسلة الساعة { $time }. يرجى إرسالها مرة أخرى، أو الكتابة إليّ على انفراد.
record-not-readable = لم أتمكن من قراءة رسالتكم المرسلة الساعة { $time }. يرجى إرسالها مرة أخرى كنص.

contributions-heading = ما كتبتموه
contributions-none = ليست لديكم مساهمات هنا.
contributions-count =
    { $count ->
        [one] كتبتم مساهمة واحدة.
        [two] كتبتم مساهمتين.
        [few] كتبتم { $count } مساهمات.
       *[other] كتبتم { $count } مساهمة.
    }
contributions-edited =
    { $count ->
        [one] عُدِّل مرة واحدة
        [two] عُدِّل مرتين
        [few] عُدِّل { $count } مرات
       *[other] عُدِّل { $count } مرة
    }
contributions-hidden = أخفاه أحد المشرفين
contributions-withdrawn = مسحوب
contributions-cited = اقتُبس في: { $digests }.

data-heading = ما أحفظه عنكم
data-none = لا أحفظ شيئًا عنكم.
data-accounts = حساباتكم
data-language = اللغة
data-consent = الموافقة
data-since = منذ { $day }
data-name = الاسم
data-category = الفئة
data-organisation = المنظمة
data-organisation-claim = لم يُؤكَّد بعد
data-roles = الأدوار
data-votes = الأصوات
data-contributions = المساهمات
data-kept =
    { $days ->
        [one] يُمحى كل هذا بعد يوم واحد من نشر الملخص النهائي.
        [two] يُمحى كل هذا بعد يومين من نشر الملخص النهائي.
        [few] يُمحى كل هذا بعد { $days } أيام من نشر الملخص النهائي.
       *[other] يُمحى كل هذا بعد { $days } يومًا من نشر الملخص النهائي.
    }
