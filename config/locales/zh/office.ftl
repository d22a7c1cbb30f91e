# 秘书处管理的事：磋商和职责。

stage-preparation = 筹备
stage-open = 开放
stage-closing = 收尾
stage-summary = 总结
stage-follow-up = 后续落实

consultations-heading = 磋商
consultation-none = 还没有磋商。请写 { $example }。
consultation-exists = 已经有磋商 { $slug }。请选择别的名称。
consultation-created = 已创建 { $consultation }，正在筹备。
consultation-missing = 开放发言之前，需要设置：{ $missing }。请写 { $command }
consultation-set = 已设置 { $consultation } 的 { $what }。
consultation-complete = 开放发言所需的都已设置。
consultation-space = 它的房间会放进这里的一个空间；次区域或主题不止一个时，分别归类。已邀请您加入。
consultation-space-elsewhere = 这里没有空间。在 Matrix 上，它的房间会放进一个空间。
consultation-still-missing = 还缺少：{ $missing }。
consultation-stage = { $consultation } 现在的阶段：{ $stage }。
retention-date = 参加者写的内容会在{ $date }删除，正如事先告诉他们的那样。
retention-warning = { $date }，{ $consultation }中参加者写的所有内容都会删除，正如事先告诉他们的那样。可以保留的内容，请在此之前导出：{ $command }
retention-quiet = 那里已有一年无人发言，因此视为已结束。有人在那里发言或更改其阶段，它就继续进行。
retention-erased = { $consultation }中参加者写的所有内容现已删除，正如事先告诉他们的那样。留下的不含内容的编号：{ $count }个。
consultation-rooms =
    { $count ->
        [0] 还没有房间
       *[other] { $count } 个房间
    }

scope-everywhere = 各处
roles-own = 您的职责：
roles-none = 您没有担任职责。您以利益攸关方身份参加。
roles-heading = 谁担任职责
roles-line = { $role }，{ $scope }，起始日：{ $since }
roles-granted = { $name } 现在是{ $role }：{ $scope }。
roles-already = { $name } 已经是{ $role }：{ $scope }。
roles-revoked = { $name } 不再是{ $role }：{ $scope }。
roles-not-held = { $name } 不是{ $role }：{ $scope }。写 roles list 可以看到谁是。
roles-everyone = 具有身份组 { $group } 的每个人
roles-last = 这是秘书处的最后一个账号。请先授予另一个账号。
audit-everywhere = 只有范围为“各处”的秘书处可以阅读全部日志。

# 机器人的运行情况。
health-rooms = { $platform }：{ $count } 个房间。
health-last = 最近一次记录：{ $ago }。
health-nothing = 还没有任何记录。
health-waiting = 有 { $count } 条消息等待发送。
health-room = { $room }：约 { $heard } 条消息，已记录 { $noted } 条

audit-whole = 审计日志完好，共 { $count } 条。最近几条：
audit-broken = 审计日志不完整。请不要做任何改动，并告诉我的管理者。

# 交付的文件。
digest-file = 摘要在文件 { $name } 中。
export-done = 可以导出的内容：{ $files }。大家随时可以撤回自己写的内容：每次使用前，请用清单核对这些文件。
export-none = 没有可以导出的内容。请检查磋商和房间的名称。
export-whole = 导出内容是整个房间或整个磋商，不能更小。请写 { $example }。

quotes-heading = 可以引用的内容
quotes-none = 这个范围内没有可以引用的内容。
approve-ask = 摘要想引用您的这段话。只有您同意才会引用。要同意，请写 { $command }。要拒绝，请写 { $command } 不。
health-well = 一切正常。
health-trouble = 有情况需要查看：
health-unsaid = 有 { $count } 条消息没能发出。
health-parked = 有 { $count } 条消息处理失败三次，已留待以后处理。
health-references = 编号：{ $references }。
health-failed = 有 { $count } 项任务多次失败。
