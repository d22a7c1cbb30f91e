# 被听到：编号、更正、自己的发言和资料。

record-noted-in = { $receipt }，房间：{ $room }。
record-take-back = 要撤回：{ $command }，或在您的消息上点 ❌。
record-read-as = 理解为：{ $reading }。不对吗？{ $command }
record-edited = { $receipt } 现在是您修改后的内容。
record-changed-unseen = 您修改了 { $receipt } 的消息。我在这里看不到它现在的内容：记录中仍是修改前的内容。要删除它：{ $command }。然后请在开头写上我的名字，重新发送。
record-deleted = { $receipt } 已删除，因为原消息被删除了。
record-withdrawn = { $receipt } 已撤回：内容已删除，引用它的地方会更正。
record-already-withdrawn = { $receipt } 以前已经撤回。
record-taken-back = { $receipt } 已经撤回，您在那条消息里做的修改不会被记录。要重新说，请写一条新消息。
record-not-yours = 您没有编号为 { $receipt } 的发言。
record-yours-are = 您的发言：{ $receipts }。
record-yours-none = 您还没有发言。
record-floor-closed = { $room } 的发言已关闭。没有记录任何内容。
record-floor-closed-at = { $room } 的发言已在 { $time } 关闭。没有记录任何内容。
record-still-private = 您仍可以单独写给我（{ $command }），或在您的消息上点 📝。

contributions-heading = 您写的内容
contributions-none = 您在这里没有发言。
contributions-edited = 修改过 { $count } 次
contributions-hidden = 已被主持人隐藏
contributions-withdrawn = 已撤回
contributions-cited = 被引用于：{ $digests }。

data-heading = 我保存的关于您的资料
data-none = 我没有保存关于您的任何资料。
data-accounts = 您的账号
data-linked = { $platform } 上的一个
data-language = 语言
data-consent = 同意方式
data-name = 名字
data-category = 类别
data-organisation = 组织
data-roles = 职责
data-contributions = 发言
data-kept = 总结发布 { $days } 天后，这些资料全部删除。

record-noted-for = { $receipt }，磋商：{ $consultation }。
record-on-behalf = 代表：{ $names }。

# 怎样理解一个段落。
reading-objective = 目标 { $number }
reading-because = 依据：{ $words }
reading-no-objective = 没有对应的目标
reading-not-readable = 使用我无法分析的语言；由人来阅读
kind-good-practice = 良好做法
kind-challenge = 挑战
kind-recommendation = 建议
kind-pledge = 承诺
kind-question = 问题
kind-other = 其他

tag-heading = { $receipt } 理解为：
tag-corrected = 人工更正
tag-help = 要更正：{ $commands }

explain-heading = { $receipt } 是怎样理解的
explain-consent = 可以用到什么程度：{ $level }。
explain-not-cited = 还没有进入任何摘要。
explain-wrong = 不对吗？{ $command }
digest-of-day = { $day }的摘要

show-private = 私信
show-imported = 导入
show-not-quoted = 作者希望只计数。请不要引用。
show-cited = 被引用于：{ $digests }。
show-audited = 您以{ $role }身份阅读了这条内容，{ $consultation }。已记入审计日志。

approve-none = 没有等待您批准的内容。
approve-waiting = 如果您批准，您的这些话会被引用：
approve-which = 哪个段落？{ $passages }
approve-done = 您批准了 { $passage }。可以引用：
approve-declined = { $passage } 不会被引用：

digest-scheduled = 从现在起，本房间的摘要每周自动发布，第一次：{ $first }。
digest-scheduled-end = 要停止：{ $command }
digest-unscheduled = 本房间的摘要不再自动发布。
digest-schedule-over = 本次磋商已结束，因此摘要不再自动发布。
digest-not-scheduled = 本房间的摘要没有自动发布。

# 一个人两个账号
link-code = 请在您的另一个账号上，私下对我写 { $command }。代码在 { $minutes } 分钟内有效，只能用一次。
link-warning = 不要给任何人：输入它的人能读到您写的一切，并能删除。
link-confirm = 这会把这个账号与 { $platform } 上的一个账号合为一人。此后，持有其中任一账号的人都能读到您在这里写的一切，并能更改和删除。只有代码是您自己领取的，才继续。是这样吗？
link-consent = 两个账号都按您较严格的那个同意执行。
link-declined = 没有合并。代码已作废。
link-done = 您的账号已合为一人：这个账号和 { $platform } 上的一个账号，在我看来是同一个人。不会告诉其他任何人。
link-named = 您在其中一个账号上给出的姓名或组织，绝不会与您从另一个账号写的内容一起显示。我会写到您输入代码的地方。
link-undo = 要撤销，请在要放开的账号上写 { $command }。
link-own = 代码就是这个账号领取的。请在另一个账号上输入。
link-already = 两个账号中有一个已与别的账号合并。最多两个账号合为一人。{ $command } 可放开一个。
link-quiet = 您在其中一个账号上让我保持安静。请先在那里写 { $command }。
link-code-wrong = 我不认识这个代码：可能输错、已用过，或超过十分钟。在另一个账号上写 { $command } 可得到新的。
link-too-many = 错误的代码太多。请一小时后再试。
link-code-form = 代码有 { $count } 位数字。写 { $command } 可得到一个。
link-name-elsewhere = 您的姓名属于您的另一个账号：请在那里给出。在这里显示会让人知道两个账号都是您。或者放开这个账号：{ $command }。
unlink-none = 这个账号没有与任何账号合并。{ $command } 可以合并。
unlink-done = 这个账号又独立了，我不再保存它的任何信息。您写的留在您在 { $platform } 上的账号：只有在那里您才能查看和收回。要从这里参与，请写 { $command }。
unlink-told = 您在 { $platform } 上的账号已放开。您写的一切都在这个账号。您在那里给出的姓名或组织不再显示。
