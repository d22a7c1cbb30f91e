# 控制台自己说的话：终端或管道中的房间和人员。

console-welcome =
    终端中的 gcm-talks：可以写字的房间，和可以代表其发言的人员。
    机器人在这里听取和回答，与在 Matrix 和 Discord 上一样。
console-rooms = 房间：{ $rooms }
console-people = 人员：{ $people }
console-everyone-else = 任何其他名字都作为利益攸关方参加
console-private = 单独与机器人
console-try = 可以试试三件事：
console-try-join = 参加；机器人私下回答
console-try-private = 在那里回答它
console-try-digest = 以报告员身份索取摘要
console-more = /help 显示还可以做什么，/quit 结束。

console-help =
    #房间 @人员 文字 — 以此人的身份在那里说。在您另行指明之前，两者保持不变。
    #private — 此人单独与机器人的对话
    /edit 文字 — 修改此人在房间里的最后一条消息
    /delete — 删除它
    /react 📝 — 给它加一个标记
    /reply 文字 — 回复机器人在房间里的最后一条消息；/reply @人员 文字 回复某人的消息
    /attach 文件 — 发送一个文本文件
    /at +3m — 把时钟拨快：s 秒，m 分钟，h 小时，d 天
    /room 名称 — 打开另一个房间
    /who — 房间和人员
    /quit — 结束
    行首的 \ 使整行成为普通文字：\/edit、\#、\@
    行末的 \：消息在下一行继续

console-no-room = 没有房间 #{ $room }。现有房间：{ $rooms }。如果是文字，请在前面加 \。
console-bad-room = 房间名称由字母、数字和连字符组成，最多 64 个：/room north-africa
console-bad-person = 人名最多 64 个字。
console-room-opened = #{ $room } 已打开，直到结束为止。须告诉机器人这是什么房间。
console-no-tap = 我不认识 /{ $word }。请写 /help；如果是文字，请在前面加 \。
console-no-tap-nearest = 我不认识 /{ $word }。您是指 /{ $nearest } 吗？
console-needs = 请这样写：{ $example }
console-no-message = 我不记得 @{ $person } 在 { $room } 有任何消息。
console-no-answer = 我在 { $room } 还没有说过可以回复的话。
console-bad-span = 请写明时钟拨快多少，最多十年：/at +3m
console-moved = 现在是 { $time }（UTC）。
console-too-long = 此行超过 1 MiB，没有读取。
console-leave = 要离开，请写 /quit 或按 Ctrl-D。
console-earlier = 先前的一条消息
console-on-message = 针对 @{ $person } 所写的：{ $words }
