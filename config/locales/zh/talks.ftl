# 对话会。

command-talk = 安排对话会, talk
command-talks = 对话会, talks
help-talk = 安排、改期、更改或取消对话会；开放报名
help-talks = 即将举行的对话会和您的情况；日历文件
takes-talk = 3、日历、提醒 关 …
option-talk = 对话会
option-talk-about = 其号码；或：日历，提醒 关，时区 Nairobi

words-talk = 对话会
words-move = 改期, 移动
words-cancel = 取消
words-starts = 开始
words-minutes = 分钟
words-mode = 方式
words-hybrid = 混合
words-in-person = 现场
words-interpretation = 口译
words-agenda = 议程
words-place = 地点
words-calendar = 日历
words-reminders = 提醒
words-notice = 提前通知
words-breakout = 分组
words-host = 共同主持

talk-name = { $number } · { $title }
talk-with-time = { $title }（{ $when }）
talk-minutes = { $minutes } 分钟
talk-hybrid = 现场和线上
talk-languages = 语言：{ $languages }
talk-interpretation = 口译：{ $languages }

talks-heading = { $consultation }的对话会
talks-none = 目前没有安排对话会。
talks-calendar = 所有对话会的日历文件：{ $name }。对话会改期后请重新打开。
talks-reminders-on = 对您有名额的每场对话会，我会提前一天和一小时提醒您。不想再收到？{ $command }
talks-reminders-off = 我不提醒您对话会。改期或取消仍会告诉您。要收到提醒：{ $command }
talks-timezone = 我按 { $town } 当地时间告诉您对话会的时间。
talk-register = 报名：{ $command }
data-timezone = 时区

talk-which = 哪场对话会？请先写号码。有：{ $talks }。
talk-not-planned = 对话会 { $number } 已结束或已取消，不能再更改。
talk-no-title = 对话会需要标题。请写例如：{ $example }
talk-no-start = 何时开始？请写例如：{ $example }
talk-twice = 那里的时钟会拨慢，{ $typed }出现两次。请写别的时间，例如 { $example }。时间按 { $town } 当地时间。
talk-agenda-line = 请写出各部分及其分钟数，用分号分开，最多 20 项，例如：10 开场；60 什么使工人负债；20 下一步
talk-agenda-long = 议程需要 { $minutes } 分钟，对话会只有 { $limit } 分钟。请缩短某一部分，或延长对话会。
talk-no-rooms = 没有房间，因为磋商还没有房间
talk-preview-create = 将安排这场对话会，并在{ $rooms }公告。对吗？
talk-preview-move = 对话会将改为如下，在{ $rooms }公告，并通知所有报名者。对吗？
talk-preview-set = 对话会今后如下。不通知任何人。公告房间：{ $rooms }。对吗？
talk-preview-cancel = 将取消这场对话会，在{ $rooms }公告，通知所有报名者，其报名随之结束。对吗？
talk-short-notice = 通知时间短：对话会应提前 { $limit } 天让人知道，而这场在 { $days } 天后。
talk-done-create = 对话会 { $number } 已安排：{ $title }。要开放报名：{ $command }
talk-done-move = 对话会 { $number } 已改期：{ $title }。所有报名者都会得到通知。
talk-done-set = 对话会 { $number } 已更改：{ $title }。
talk-done-cancel = 对话会 { $number } 已取消：{ $title }。所有报名者都会得到通知。

talk-told-planned = 安排了一场对话会。
talk-told-open = 这场对话会可以报名了。
talk-told-moved = 这场对话会有变动：
talk-told-cancelled = 这场对话会已取消。
talk-told-comes = 这场对话会即将举行。
talk-told-before = 原定时间：{ $when }。
talk-told-soon = 您在{ $consultation }的一场对话会有名额，即将开始：
talk-you-stay = 您的报名仍然有效。如届时不能来，请写 { $command }。
talk-you-have = 您的参加方式：{ $mode }。您的号码是 { $number }。如不能来，请写 { $command }。
talk-no-more = 不再提醒：{ $command }

register-which = 您要报名哪一项？
unregister-which = 您要取消哪一项报名？
unregister-all = 全部
registered-cancelled = { $consultation }已取消，您的报名已结束。
entry-cancelled = 已取消

error-no-time = 几点？请写日期和时间，例如 { $example }。时间按 { $town } 当地时间。

talk-hosted = { $name } 现在共同主持{ $title }：可在前一天至后一天开放和关闭其房间的发言，查看谁报了名，并为人签到。
talk-unhosted = { $name } 不再共同主持{ $title }。
talk-you-host = 您现在共同主持{ $title }。对这场对话会，您可以写：{ $commands }
talk-hosts = 共同主持人：{ $names }
talk-not-begun = 对话会 { $number } 尚未开始，还没有可读的内容。

talk-preview-breakout = 有名额的人在对话会的一部分时间里进入以下房间之一：{ $rooms }。每个人都会得知是哪一间以及原因。对吗？
talk-done-breakout = 对话会 { $number } 已分组：{ $title }。每个人都会得知自己的房间。
talk-breakout-line = 请写出磋商的至少两个房间，用逗号分开，例如：{ $example }
talk-room-told = { $title }分为几个房间。您的房间是{ $room }。{ $because }
talk-room-interest = 那里讨论您提到的主题。
talk-room-language = 那里使用您的语言。
talk-room-balance = 这样各房间人数大致相同。
talk-room-apart = { $title }分为几个房间，全部在 { $platforms } 上。我不知道您在那里有账号，因此没有您的房间。如果您在那里有账号，请写 { $command }，我会说明如何合并。然后请对话会的组织者重新分组。
talk-room-yours = 您在那里的房间：{ $room }。

# 为对话会创建的房间，以及由谁报告。
words-make = 建立
words-rapporteur = 报告员
words-priorities = 优先议题
talk-make-line = 请写出 { $from } 至 { $to } 个房间，用分号分开，或写出数量，例如：{ $example }
talk-preview-make = 机器人在{ $room }旁边创建这些房间：在那里的人可以进入。
talk-preview-apart = 这些房间只在 { $platforms } 上。在那里没有账号的人会得知这一点，以及如何合并账号。
talk-done-make = 正在为对话会 { $number } 创建房间：{ $title }。创建后，每个人都会得知自己的房间。
talk-room-not-made = 房间{ $room }无法创建。管理此处的人须允许我创建房间和帖子；如名称已被占用，请换一个名称。然后请重新分组。
talk-no-breakouts = 对话会 { $number } 没有分组。
talk-rapporteur-line = 请写出房间和人。房间有：{ $rooms }。例如：{ $example }
talk-reported = { $name } 现在是{ $room }的报告员，可以阅读该房间的摘要。
talk-unreported = { $name } 不再是{ $room }的报告员。
talk-you-report = 您现在是{ $title }中{ $room }的报告员。要阅读那里的记录：{ $command }
talk-room = 房间：{ $room }
talk-room-reported = 房间：{ $room }。报告员：{ $names }

# 对话会讨论什么。
talk-told-priorities = 这场对话会应讨论什么？您可以帮助决定。
talk-priorities = 说明最重要的议题：{ $command }
button-priorities = 说明最重要的
priorities-then = 查看所提议题及据此拟定的议程：{ $command }
priorities-none = 尚未询问人们这场对话会应讨论什么。请写 { $command }
priorities-heading = 最重要的议题
priorities-people = 回答人数：{ $people }。
priorities-opening = 开场
priorities-ending = 后续步骤
priorities-agenda = 据此拟定的议程。如要采用，也可换一种说法：
