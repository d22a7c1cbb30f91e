# 征集、表格和报名。

command-register = 报名, 注册, register
command-unregister = 取消报名, unregister
command-check-in = 签到, check in
command-registrations = 报名名单, registrations
command-coverage = 覆盖, coverage
command-call = 征集, call

help-register = 报名，或查看和更改报名
help-unregister = 取消报名；您的回答会被删除
help-check-in = 表明您已到场；为他人签到用其号码
help-registrations = 谁报了名，按号码和状态；接受或谢绝
help-coverage = 按类别、区域和性别看谁报了名，缺了谁
help-call = 开放、延长、公布或关闭征集；其文本和表格

takes-answers = 国家 肯尼亚 方式 线上 …
takes-number = 号码
takes-which = 已确认、候补、接受 17 …
option-answers = 回答
option-answers-about = 一次给出回答，例如：国家 肯尼亚 方式 线上；否则我逐一询问
option-number = 号码
option-number-about = 某人报名的号码；不写则为您本人
option-which = 哪些
option-which-about = 例如：候补，或 接受 17，或 谢绝 17
menu-gcm-talks = 报名和参加对话会
button-register = 报名
button-unregister = 取消报名
button-take-place = 接受名额

words-pause = 暂停
words-back = 返回
words-skip = 跳过
words-change = 更改
words-registration = 报名
words-extend = 延长
words-capacity = 名额
words-online = 线上
words-audience = 对象
words-hours = 小时
words-everyone = 所有人
words-youth = 青年
words-states = 国家
words-invitation = 邀请
words-accept = 接受
words-decline = 谢绝
words-confirmed = 已确认
words-promised = 已预留
words-waiting = 候补
words-asked = 待定

mode-room = 现场
mode-online = 线上

form-first = 这是第一个问题。
form-change = 写出某个回答的号码来更改它；全部正确则写 0。
form-required = 这个问题需要回答。您也可以写“暂停”，以后再继续。
form-empty = 这里没有回答。请写一个。
form-too-long = 共 { $example } 个字符。请不超过 { $limit } 个。
form-country = 我不认识国家{ $typed }。请写国名、代码或国旗，例如：肯尼亚、KEN 或 🇰🇪。
form-country-near = 我不认识国家{ $typed }。您是指 { $example } 吗？请写号码或国名。
form-theme = 我不认识目标或圆桌会议{ $typed }。请写例如：6，汇款，圆桌会议 2。
form-too-many = 请最多写 { $limit } 项。
form-choice = { $typed }不是其中的回答。请写 1 到 { $limit } 的号码，或文字，例如：{ $example }。
form-choices = { $typed }不是其中的回答。请写 1 到 { $limit } 的号码，用逗号分开，例如：1, 2。

form-skip = 不回答
form-sensitive = 这是敏感信息，您不必回答。如果回答，即表示您同意我将其密封保存，仅用于此目的。
form-summary = 您的回答如下。写号码更改某个回答，或写 0：
form-confirm = 全部正确
form-paused = 您的回答已保存。要继续（几天后也可以），请写 { $command }。
form-more = 剩余的问题都可选答：{ $count } 个。现在回答吗？
form-done = 谢谢。{ $data } 显示我保存的内容；{ $undo } 取消您的报名。

register-none = { $consultation }尚未开放报名。问题请联系：{ $contact }。
register-closed = { $consultation }的报名已于 { $day } 截止。如仍想参加，请联系 { $contact }。
register-states = 此报名面向会员国。如您代表会员国，请联系 { $contact }。
register-kept = { $consultation }报名，由{ $controller }负责。您的回答会密封保存，直到摘要发布后 { $days } 天；组织者可以阅读。您可随时撤回。
register-age = 您是否年满 18 岁，并且同意？
register-youth = 这面向 18 至 30 岁的人。您是否符合，并且同意？
register-not-youth = 没有保存任何内容。其他年龄的人可以参加什么，请联系 { $contact }。
register-under-18 = 没有保存任何内容。如您未满 18 岁，我不能为您报名；{ $contact } 可以帮助您。
register-line = 我不知道如何处理{ $typed }。请写例如：{ $example }

registered-confirmed = 您已报名{ $consultation }，{ $mode }。您的号码是 { $number }。
registered-waiting = 名额已满，您在{ $consultation }（{ $mode }）的候补名单上。您的号码是 { $number }。有名额时我会告诉您，届时为您保留 { $hours } 小时。
registered-place = 您在名单上的位置：{ $place }。
registered-place-of = 您在名单上的位置：{ $place }/{ $of }。
registered-promised = 您有名额了：{ $consultation }，{ $mode }。保留到 { $until }。要接受，请写 { $register }；要放弃，请写 { $unregister }。
registered-asked = 您对{ $consultation }的报名已提交，号码 { $number }。组织者逐一邀请；我会告诉您他们的决定。
registered-draft = 您对{ $consultation }的报名尚未完成。要继续，请写 { $register }。
registered-declined = 组织者未能接受您对{ $consultation }的报名。想问原因，请联系 { $contact }。
registered-lapsed = 为您在{ $consultation }保留的名额已转给下一位。要重新进入名单，请写 { $register }。

unregister-none = 您没有报名{ $consultation }。要报名，请写 { $command }。
unregister-done = 您已不再报名{ $consultation }，您的回答已删除。要重新报名，请写 { $command }。

check-in-none = 您在{ $consultation }还没有名额。{ $command } 显示您的情况。
check-in-no-number = 有名额的人中没有号码{ $typed }。请写例如：签到 17。
check-in-done = 号码 { $number } 已到场：{ $consultation }。

entry-draft = 未完成
entry-confirmed = 已确认
entry-promised = 名额已预留
entry-waiting = 候补
entry-asked = 待决定
entry-declined = 未接受
entry-lapsed = 未及时接受
entry-withdrawn = 已撤回
entry-number = 号码 { $number }
entry-checked-in = 已到场

call-needs = 开放征集前须设定：{ $missing }。请写 { $command }
call-already = 此征集已经开放。要更改截止时间或名额：{ $command }
call-none = 没有开放这样的征集。请写 { $command }
call-no-places = 这样就没有任何名额。请给出现场或线上名额，例如：room 120 online 400。
call-open = { $consultation }的报名已开放。
call-open-until = { $consultation }的报名开放至 { $until }。
call-closed = { $consultation }的报名已关闭。
call-no-limit = 不限
call-places = { $mode }：已给出 { $given }，共 { $places }，候补 { $waiting }
audience-youth = 面向 18 至 30 岁的人。
audience-states = 面向会员国。
audience-invitation = 受邀参加：由人逐一决定。
card-register = 报名参加磋商
card-register-until = 报名，截止 { $until }

registrations-empty = 没有。
registrations-more = 还有 { $count } 个。写出状态可少看一些，例如：报名名单 候补。
registrations-no-number = 没有号码为{ $typed }的报名在等待决定。请写例如：报名名单 接受 17。
registrations-accepted = 号码 { $number } 已接受，并已通知。
registrations-declined = 号码 { $number } 未接受，并已通知。

coverage-heading = 谁报了名
coverage-people = 人数：{ $people }。
coverage-group = { $name } { $people }
coverage-missing = 目前很少或没有：{ $groups }。
coverage-bands = 少于 { $count } 人的群体不计数。未说明者不属于任何群体。

# Changing a form from the chat.
words-form = 表格
words-ask = 提问
words-submission = 意见
words-label = 标签
words-option = 选项
call-form-line = 请写要更改什么，例如：{ $example }
call-form-preview = 今后将这样显示。对吗？
call-form-done = 表格已更改（版本 { $version }）。正在填写的人只会被问到不再有效的内容。
call-form-left = 没有更改。
call-form-off = 略去
