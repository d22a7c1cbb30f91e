# 参加、停止、被忘记。

# 问题、六个回答和语言一行合计不超过 400 个字符。
consent-question = { $consultation }（负责方：{ $controller }）。如果您同意，您在这里写的内容可以送达各国政府。如果您已满 18 岁，我可以怎样使用？
consent-answer-summarise = 只计数，绝不引用
consent-answer-quote = 引用，不写我的名字
consent-answer-category = 写明我的类别（例如：工会）
consent-answer-organisation = 写明我的组织
consent-answer-name = 写明我的名字
consent-answer-no = 现在不要，或我未满 18 岁

consent-agreed-summarise = 已同意：只计数，绝不引用。
consent-agreed-quote = 已同意：引用时不写您的名字。
consent-agreed-category = 已同意：引用时写明您的类别。
consent-agreed-organisation = 已同意：引用时写明您的组织。
consent-agreed-name = 已同意：引用时写明您的名字。
consent-level-no = 什么都不保存
consent-level-summarise = 只计数，不引用
consent-level-quote = 引用，不写名字
consent-level-category = 引用，写明类别
consent-level-organisation = 引用，写明组织
consent-level-name = 引用，写明名字

consent-holds = 从现在起，在本次磋商开放发言期间，您写的内容都按此处理。
consent-found-again = 引用自公开房间的话，可以在那个房间里再次找到。
consent-lowered = 您以前在这里写的内容也按此处理。
consent-raised = 您以前写的内容仍按当时的许可处理。
consent-one-lowered = { $receipt } 从现在起：{ $level }。
consent-ask-category = 您属于哪一类？
consent-ask-organisation = 您的组织叫什么名字？
consent-ask-name = 您的话旁边可以写什么名字？
consent-claim = 还没有人确认您属于 { $organisation }。在此之前，您按个人计算。该组织的联络人可能会看到您的账号，以便确认。

consent-offer = 您刚才写了 { $quote }。要把它包括进来吗？
consent-offer-declined = 好的。那条消息没有记录。
consent-not-now = 好的。没有保存您的任何内容。联系人：{ $contact }。
consent-under-18 = 您未满 18 岁，我不可以记录您写的内容。{ $contact } 可以帮助您。
consent-stopped = 好的。从现在起，您写的内容不再记录，以前写的内容已删除。

private-blocked = 我无法给这里的一位朋友发私信。请允许私信，或先给我写信：{ $address }

stop-menu = 从现在起，我在本次磋商中不再打扰您。您还想要
stop-answer-withdraw = 撤回您写的某条内容
stop-answer-unregister = 取消报名
stop-answer-forget = 被忘记：您写的一切和我知道的关于您的一切
stop-answer-nothing = 不需要别的
stop-done = 好的。想再参加时，请写 { $command }。

forget-confirm = 这会删除您写的一切和我知道的关于您的一切。含有您的话的摘要会被更正。此操作无法撤销。要继续，请写 { $command }。
forget-done = 完成。您写的一切和我知道的关于您的一切已删除。{ $days } 天以后，备份中也无法再读到。
forget-kept = 什么都没有删除。

language-switched = 从现在起，我用{ $language }给您写。
language-later = 您参与之后，我就可以用{ $language }给您写：请从 { $command } 开始。

words-stop = 停止, 停, 退订, 别打扰我, stop
words-consent-no = 不, 否, 不同意, no
words-consent-summarise = 计数, 只计数, summarise
words-consent-quote = 引用, 匿名, quote
words-consent-category = 类别, category
words-consent-organisation = 组织, organisation
words-consent-name = 名字, 姓名, name

# To who writes where a floor is open and does not take part: once a month.
invite = 您没有参加，所以您在“{ $room }”写的内容不会被记录。要参加，请写 { $command }。
