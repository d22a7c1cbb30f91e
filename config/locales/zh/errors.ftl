# 出错时：哪里不对，应该怎样写。

error-internal = 没有成功，也没有做任何改动。请把编号 { $reference } 告诉我的管理者。
error-unknown-command = 我不认识 { $typed }。
error-did-you-mean = 您是想写 { $command } 吗？
error-see-help = 写 { $command } 可以看到我会做什么。
error-role = 只有{ $roles }可以使用 { $command }。
error-role-here = 在 { $room }，只有{ $roles }可以使用 { $command }。
error-role-names = 他们是：{ $names }。
error-rate-limited = 一次发得太多了。请等 { $seconds } 秒再发。
error-too-long = 这段文字太长：{ $size } KiB，我最多能接收 { $limit } KiB。请分几次发送。
error-empty = 没有可以记录的文字。请写在 { $command } 后面。
error-on-behalf = 我看不出您代表谁。代表一个团体，请写 { $example }。代表自己，请换一个词开头。
error-missing = 还缺少内容。请写 { $usage }。
error-who = 我不知道 { $typed } 是谁。请写 { $usage }。
error-too-much = 我不明白这里的 { $typed }。请写 { $usage }。
error-choice = 请用 { $from } 到 { $to } 之间的数字回答。
error-name-long = 这太长，无法放在引文旁。请写在 { $limit } 个字符以内，例如：示例网络。
error-number = { $typed } 不是 { $from } 到 { $to } 之间的数字。
error-objective = 共有 23 项目标。请写 1 到 23 的数字，或一个词：{ $example }
error-date = { $typed } 不是存在的日期。请这样写日期：{ $example }。时间按 { $town } 当地时间。
error-past = { $typed } 已经过去。请写将来的日期，例如 { $example }。
error-receipt = { $typed } 不是编号。编号是这样的：{ $example }。
error-language = 我不会说 { $typed }。我会说{ $languages }。
error-option = 这里不能用 { $typed }。可以用：{ $options }。
error-in-room = 这个要在房间里用。请在那里写。
error-not-bound = 这个房间还不属于任何磋商。主持人可以写 { $command }。
error-no-consultation = 现在没有开放的磋商。
error-which-consultation = 哪一次磋商？请写其中一个：{ $consultations }。
error-join-first = 您还没有参加。请先写 { $command }。

role-observer = 观察员
role-stakeholder = 参加者
role-co-host = 共同主办者
role-moderator = 主持人
role-coordinator = 协调员
role-rapporteur = 报告员
role-task-team = 工作组
role-secretariat = 秘书处

error-unknown-word = 我不明白这里的 { $typed }。
error-option-empty = “{ $option }”后面还缺少内容。请写上您要的。
error-moment = 我看不懂 { $typed } 这个时间。请这样写：{ $example }。时间按 { $town } 当地时间。
error-skipped = { $typed } 不存在：那里的时钟会拨快。请写别的时间，例如 { $example }。时间按 { $town } 当地时间。
error-weekly = 我看不懂 { $typed }，这里需要星期几和时间。请写 { $example }。
error-period = 这段时间还没开始就结束了。请先写较早的日期。
error-scope = 我不明白 { $typed }。请这样写：{ $example }。
error-timezone = 我不认识时区 { $typed }。请这样写：{ $example }，或写城市名。
error-no-receipt = 没有编号为 { $receipt } 的发言。
error-room-name = 房间需要一个由字母、数字和连字符组成的短名称：{ $example }
error-room-taken = 本次磋商已经有房间 { $name }。请选择别的名称。
error-room-of-another = 这个房间属于另一次磋商：{ $consultation }。这里已记录的内容仍归那次磋商。请在那里解绑，或使用新房间。
error-no-rooms = 还没有绑定任何房间。请主持人在房间里写 { $command }。
error-slug = 磋商需要一个由小写字母、数字和连字符组成的短名称：{ $example }
error-value-length = 这里有 { $length } 个字。请至少写一个字，最多 { $limit } 个字。

# 担任某项职责的一个人。
role-one-observer = 观察员
role-one-stakeholder = 参加者
role-one-co-host = 共同主办者
role-one-moderator = 主持人
role-one-coordinator = 协调员
role-one-rapporteur = 报告员
role-one-task-team = 工作组成员
role-one-secretariat = 秘书处
