# 每个命令的写法，第一个词用于显示。两个命令没有相同的词。

command-help = 帮助, help
command-about = 关于, about
command-privacy = 隐私, privacy
command-join = 参加, 加入, join
command-consent = 同意, consent
command-language = 语言, language
command-my-data = 我的资料, 我的数据, my data
command-forget-me = 忘记我, forget me
command-unlink-account = 取消关联, 取消关联账号, unlink account
command-link-account = 关联账号, link account
command-stop = 停止, stop
command-status = 状态, status
command-objective = 目标, objective
command-why = 为什么, why
command-contact = 联系, contact
command-say = 说, say
command-submit = 提交, submit
command-my-contributions = 我的发言, 我的贡献, my contributions
command-approve = 批准, approve
command-withdraw = 撤回, withdraw
command-private = 私信, private
command-who = 谁, who
command-room = 房间, room
command-floor = 发言, floor
command-ask = 提问, ask
command-hide = 隐藏, hide
command-restore = 恢复, restore
command-tag = 标记, tag
command-health = 运行, health
command-digest = 摘要, digest
command-show = 显示, show
command-quotes = 引文, quotes
command-export = 导出, export
command-consultation = 磋商, consultation
command-roles = 职责, roles
command-audit = 审计, audit

# 每个命令一行，最多 60 个字符。
help-help = 这里可以写什么，每个命令需要什么
help-about = 我是什么，以什么为依据
help-privacy = 保存您的什么、保存多久、怎样撤回
help-join = 参加：选择您的话可以怎样使用
help-consent = 查看或更改您的话可以怎样使用
help-language = 我给您写信用的语言
help-my-data = 我保存的关于您的一切
help-forget-me = 删除您写的一切和我知道的关于您的一切
help-unlink-account = 放开这个账号；您写的留在另一个账号
help-link-account = 把这个账号与您的另一个账号合为一人：领取代码，或输入收到的代码
help-stop = 我不再打扰您，您再选择还要撤回什么
help-status = 您怎样参加，您的话有什么结果
help-objective = 23 项目标，可用数字或词查找
help-why = 您为什么有权参加；或 AF-… 为什么这样理解
help-contact = 可以找谁
help-say = 说一段要记录的话，在任何房间或私信都可以
help-submit = 长文字或文件；替团体提交：代表 名称：文字
help-my-contributions = 您自己的发言和编号
help-approve = 允许引用您私下写的一段话
help-withdraw = 撤回您写的某条内容
help-private = 单独给我写
help-who = 谁可以看到这里
help-room = 绑定、设置、检查本房间，或演练
help-floor = 开放或关闭发言，可写关闭时间
help-ask = 向房间提一个问题；回复会记录为回答
help-hide = 不让一条发言进入摘要；会告诉发言者
help-restore = 让隐藏的发言重新计入
help-tag = 更正对内容的理解：目标或种类
help-health = 我的运行情况
help-digest = 大家写了什么，按主题列出并附引文
help-show = 一条发言，以及怎样理解
help-quotes = 可以引用的段落
help-export = 可以导出的内容，附清单
help-consultation = 创建磋商、设置、转入下一阶段
help-roles = 您的职责；由秘书处授予和撤销
help-audit = 担任职责的人做了什么

help-heading = 您可以写什么
help-foot = 在房间里，请先写 { $prefix }。在私信里，只写命令就可以。
help-foot-list = 输入 / 再选择。在私信里，只写命令就可以。

about-heading = gcm-talks
about-what = 我是一个程序。在关于移民问题全球契约的磋商中，如果大家同意，我会记录房间里写的内容并整理成摘要，供报告员撰写总结。
about-basis = 我遵循联合国移民网络 2023 年 5 月 10 日关于利益攸关方参与区域审查的说明。
about-limits = 摘要是自动整理的，不是网络的意见。谁发言、发布什么、隐藏什么，都由人决定。

privacy-heading = 保存您的什么
privacy-consent = 您不参加，就不会保存您的任何内容。您的话可以用到什么程度，由您选择，随时可以更改。
privacy-kept = 保存的是：您为记录而写的内容、您的同意方式、您的语言，以及您让我写在您的话旁边的信息。这些全部加密，每条发言各有一把密钥。
privacy-without = 对不参加的人，我不保存他们的话和名字，只保存一个标记，一个月后失效，这样我只问一次。
privacy-read = 您所在磋商的主持人、报告员和协调员可以看到记录的内容。谁打开过哪条发言，都会记下来。
privacy-backups = 您撤回的内容会立即删除。{ $days } 天以后，备份中也无法再读到。
privacy-contact = 负责方：{ $controller }。联系方式：{ $contact }。
privacy-commands = 我的资料 · 同意 · 撤回 · 忘记我 · 停止

join-again = 要更改：同意 · 我的发言 · 停止
consent-change = 要更改，请写下面其中一个：

language-which = 哪种语言？请写“语言”，再写其中一个：{ $languages }

status-consent = { $consultation }。您已参加：{ $level }（起始日：{ $since }）。
status-paused = 您已暂停：您写的内容不会记录。要继续，请写 { $command }。
status-none = 您没有参加，我没有保存您写的任何内容。想参加，请写 { $command }。
status-written =
    { $count ->
        [0] 您还没有写过要记录的内容。
       *[other] 您写了 { $count } 条发言，其中 { $cited } 条列入摘要。
    }

objectives-heading = 全球契约的 23 项目标，按圆桌会议排列
objective-round-table = 在第 { $number } 圆桌会议讨论。
objective-digest = 关于这项目标写了什么：{ $command }

why-heading = 您为什么可以参加
why-compact = 在全球契约（第 73/195 号决议）中，各国承诺与移民、民间社会、工会、宗教组织、地方当局、私营部门等结成伙伴：第 15(j) 段和第 44 段。
why-format = 契约的审查由所有相关利益攸关方参与：第 48 段，以及第 73/326 号决议第 10 段。
why-declaration = 《进展宣言》（第 76/266 号决议）要求区域进程与利益攸关方合作，并吸收他们的意见。
why-note = 移民网络关于利益攸关方参与的说明（2023 年 5 月 10 日）要求让他们真正参加每一次审查及其筹备工作。

contact-help = 遇到危险，或未满 18 岁？请联系 { $help }。

which-consultation = 是关于哪一次磋商？
private-hello = 您好。想说一段要记录的话，请写给我。写 { $help } 可以看到我还懂什么。
private-note = 要为 { $consultation } 记录这段话吗？
private-writing = 现在请写给我。十分钟内，您在这里写的内容会为 { $consultation } 记录。

# 写在“提交”后面：代表 名称：文字。
words-for = 代表, on behalf of, for

file-too-large = { $name } 超过 { $limit } KiB。请分几次发送，或粘贴文字。
file-not-text = { $name } 不是纯文本。请发送 UTF-8 编码的 .txt 或 .md 文件，或粘贴文字。
file-unreachable = 我无法取得 { $name }。请再发一次，或粘贴文字。
file-poll = 投票不会被记录。请把您的想法写成一条消息。

# 命令带什么，如帮助所称。
takes-command = 命令
takes-objective = 目标
takes-options = 选项
takes-passage = 段落
takes-reason = 理由
takes-code = 代码
takes-receipt = 编号
takes-receipt-or-word = 编号或词
takes-scope = 目标 6 从 9月2日 …
takes-until = 至 9月13日 18:00
takes-who-and-what = 谁和什么
takes-language = 语言
takes-objective-or-kind = 目标或种类
takes-question = 问题
takes-text = 文字

# 写在命令后面的词，英文词也可以用。
words-bind = 绑定, 关联
words-set = 设置, 设定
words-rehearsal = 演练, 排练
words-check = 检查
words-card = 卡片
words-unbind = 解绑, 解除绑定
words-list = 列表, 清单
words-open = 开放, 打开
words-close = 关闭, 结束
words-on = 开, 开启
words-off = 关, 停用
words-none = 无, 没有
words-reaction = 表情, 表情回应
words-private = 私信, 私下
words-create = 创建, 新建
words-stage = 阶段
words-grant = 授予, 任命
words-revoke = 撤销, 免去
words-everywhere = 各处, 所有地方
words-like = 参照, 仿照
words-title = 标题, 名称
words-controller = 负责方, 负责人
words-contact = 联系, 联系方式, 联系人
words-help = 帮助, 求助
words-retention = 保存期, 保留期
words-timezone = 时区
words-languages = 语言, 语种
words-risky = 高风险, 敏感
words-space = 空间
words-ack = 确认, 回执
words-chatham = 查塔姆, 查塔姆大厦
words-consultation = 磋商
words-objective = 目标
words-round-table = 圆桌, 圆桌会议
words-room = 房间
words-subregion = 次区域
words-region = 区域, 地区
words-since = 从, 自, 自从
words-until = 至, 到, 截至
words-level = 级别, 层级
words-kind = 种类, 类型
words-category = 类别
words-written-in = 原文, 原文语言
words-language = 语言
words-format = 格式
words-every = 每, 每逢
words-never = 从不, 不再
words-all = 全部, 所有
words-full = 完整, 全文
words-screen = 一屏, 简短
words-local = 地方, 地方级
words-national = 国家, 国家级
words-regional = 区域级, 区域
words-global = 全球, 全球级
words-preparation = 筹备, 准备
words-closing = 收尾, 收尾阶段
words-summary = 总结
words-follow-up = 后续落实, 后续行动, 后续

# 与今天相近的日子，和星期的全称，从星期一开始。
words-today = 今天, 今日
words-tomorrow = 明天, 明日
words-yesterday = 昨天, 昨日
date-weekdays = 星期一, 星期二, 星期三, 星期四, 星期五, 星期六, 星期日
# Other forms in which people write them, between /.
date-weekdays-forms = 礼拜一, 礼拜二, 礼拜三, 礼拜四, 礼拜五, 礼拜六, 星期天/周天/礼拜天/礼拜日
