# 被听到：编号、更正、自己的发言和资料。

record-noted-in = { $receipt }，房间：{ $room }。
record-take-back = 要撤回：{ $command }，或在您的消息上点 ❌。
record-read-as = 理解为：{ $reading }。不对吗？{ $command }
record-edited = { $receipt } 现在是您修改后的内容。
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
data-language = 语言
data-consent = 同意方式
data-since = 起始日：{ $day }
data-name = 名字
data-category = 类别
data-organisation = 组织
data-organisation-claim = 尚未确认
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
