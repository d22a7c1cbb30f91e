# 按钮、表单或菜单上的文字。

handled = 已完成。
answer-over = 这个问题已经结束。{ $help } 会显示现在可以做什么。
answer-over-words = 为免丢失，以下是您写的内容：
answer-takes-longer = 这次用的时间比平时长。如果一分钟后这里还没有答复，请再做一次。
hand-in-own = 您只能提交自己写的内容。
hand-in-nothing = 这条消息里没有可以记录的文字。
form-answer = 回答
form-write = 写
button-join = 参与
button-private = 私下写
button-who = 谁能看到这里
button-help = 帮助
button-withdraw = 撤回
button-why = 为什么
button-consent = 我的同意
button-stop = 停止
button-my-contributions = 我的发言
button-my-data = 我的资料
button-forget-me = 忘记我
button-approve = 允许引用
button-decline = 不要引用
pressed-follows = 见下文。

# The commands as they are chosen from a list: the lists, and what a command takes. A name has no
# blanks and at most 32 characters, a line about it at most 100.

menu-gcm = 参加磋商
menu-gcm-office = 管理房间和汇总
menu-hand-in = 提交这条消息
option-command = 命令
option-command-about = 要说明的命令
option-level = 级别
option-level-about = 您的话可以怎样使用
option-receipt-or-word = 编号或词
option-receipt-or-word-about = 编号：只对该条；或您的类别、组织或名字
option-language = 语言
option-language-about = 我用哪种语言给您写
option-objective = 目标
option-objective-about = 1 到 23 的数字，或一个词
option-receipt = 编号
option-receipt-about = 编号，例如 AF-0042
option-text = 文字
option-text-about = 您想说的话；不填会打开表单
option-passage = 段落
option-passage-about = 段落，例如 AF-0042.1
option-objective-or-kind = 目标或种类
option-objective-or-kind-about = 例如：目标 6，或 无，或 种类 挑战
option-what = 做什么
option-what-about = 要做什么
option-options = 选项
option-options-about = 名称或要设置的内容，见手册
option-until = 截至
option-until-about = 何时关闭，例如 9月13日 18:00
option-question = 问题
option-question-about = 向房间提的问题；不填会打开表单
option-reason = 理由
option-reason-about = 为什么；会告诉发言者
option-scope = 范围
option-scope-about = 例如：目标 6 从 9月2日，或 房间 west-africa
option-who-and-what = 谁和什么
option-who-and-what-about = 例如：moderator @amina 区域 africa
option-code = 代码
option-code-about = 另一个账号得到的代码
