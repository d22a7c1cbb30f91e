# 卡片、发言，以及谁可以看到。

card-title = { $consultation } · { $room }
card-invite = 请自由交谈。您不参加，就不会记录您的任何内容。
card-floor-open = 发言开放
card-floor-open-until = 发言开放至：{ $until }
card-floor-closed = 发言已关闭。这里写的内容不会记录。
card-last-noted = 最近一次记录：{ $ago }
card-join = 想参加，请写 { $command }，在这里或给我写私信都可以。
card-private = 单独给我写
card-who = 谁可以看到这里
card-help = 用您的语言获得帮助

floor-opened = 发言已开放。参加者在这里写的内容会被记录。
floor-opened-until = 发言开放至：{ $until }。参加者在这里写的内容会被记录。
floor-closed = 发言已关闭。这里不再记录。
floor-closes-soon = 发言将在 { $time } 关闭。
floor-already-open = 发言已经开放。
floor-already-closed = 发言已经关闭。
floor-needs = 发言还不能开放。设置中缺少：{ $missing }。
room-rehearsal = 这是演练。这里写的一切不会进入任何摘要，并会被删除。
room-chatham = 查塔姆大厦规则：这里说的内容可以使用，但不可以说是谁说的。

who-heading = 谁可以看到这里
who-members = 这个房间里有 { $count } 人。
who-encrypted = 已加密：房间里的人和运行我的服务器可以看到。表情回应不加密。
who-not-encrypted = 未加密：服务器的管理者也可以看到。
who-discord = Discord 可以看到这里写的内容，并保存在美国。
who-console = 这个房间是一台电脑上的窗口。使用这台电脑的人也可以看到。
who-observers =
    { $count ->
        [0] 这里没有会员国的观察员。
       *[other] 有 { $count } 名会员国观察员可以看到这里。
    }
who-moderators = 主持人：{ $names }。
who-no-moderators = 这个房间还没有主持人。
who-controller = 我的负责方：{ $controller }。联系方式：{ $contact }。
who-not-configured = 尚未说明谁是我的负责方。
who-retention = 总结发布 { $days } 天后，您写的内容会被删除。
who-private-hint = 更安全的方式：给我写私信。这样房间里的其他人看不到。

card-encrypted = 已加密。
card-mentions-only = 我在这里只阅读发给我的内容。

who-private = 您单独给我写；房间里的其他人看不到。
who-public = 任何人不用邀请就可以进入这个房间。
who-restricted = 某些其他房间或空间的成员无需邀请即可进入这个房间。
who-public-discord = 这个 Discord 服务器上的所有人都可以在这里阅读。
who-mentions-only = 我在这里只能阅读发给我的内容：命令、表单、提及。
who-world = 任何人不进入也可以阅读这个房间。
who-shared = 后来的人可以阅读之前写下的内容。
who-guests = 没有账号的人可以进入。
who-bridged = 这里写的内容会传到另一个网络，那里会保留副本。
who-other-servers = 其他服务器保存副本。在那里删除只是一个请求。
who-not-checked = 我还没有检查这个房间是否加密。
who-offices = 主持人、报告员和协调员可以看到记录的内容。谁打开过哪条发言，都会记下来。

# 按用途称呼房间。
room-round-table = 第 { $number } 圆桌会议
room-objective = 目标 { $number }：{ $label }

# 绑定和检查房间后的回答。
room-bound = 这个房间现在是 { $room }。
room-is = 这个房间是 { $room }。
room-floor-is-open = 发言：开放。
room-floor-is-closed = 发言：关闭。
room-check-may = 我可以阅读、书写、置顶和删除我写的内容
room-check-may-not-read = 我在这里无法阅读。请让我进入，并给我阅读消息的权限。
room-check-may-not-read-discord = 我在这里无法阅读。请在频道设置的权限中，给我的身份组 View Channel 和 Read Message History。
room-check-may-not-write = 我在这里无法书写。请给我发送消息的权限。
room-check-may-not-write-discord = 我在这里无法按需要书写。请在频道设置的权限中，给我的身份组 Send Messages、Send Messages in Threads、Embed Links、Attach Files 和 Add Reactions。
room-check-may-not-pin = 我无法置顶卡片。请给我置顶或更改房间状态的权限。
room-check-may-not-pin-discord = 我无法置顶卡片。请在频道设置的权限中，给我的身份组 Pin Messages。
room-check-may-not-redact = 我无法删除我写的内容。请给我这个权限，否则撤回后无法在这里更正。
room-check-encrypted = 已加密
room-check-not-encrypted = 未加密。请在房间设置的“安全”中打开加密。
room-check-public = 任何人都可以进入。请在房间设置的“安全”中关闭。
room-check-restricted = 某些其他房间或空间的成员可以进入。如不希望如此，请在房间设置的“安全”中更改。
room-check-public-discord = 这个服务器上的所有人都可以在这里阅读。如不需要：频道设置，权限，对 @everyone 关闭 View Channel。
room-check-history = 后来的人可以阅读之前的全部内容。如不需要：房间设置，“安全”，历史记录。
room-check-history-discord = 后来的人可以阅读之前的全部内容。如不需要：频道设置，权限，对 @everyone 关闭 Read Message History。
room-check-world = 任何人不进入也可以阅读。请在房间设置的“安全”中更改历史记录。
room-check-guests = 没有账号的人可以进入。请在房间设置的“安全”中关闭。
room-check-bridged = 桥接会把这里写的内容传到另一个网络。请移除它，或告知大家。
room-check-mentions-only = 我只能阅读发给我的内容：命令、表单、提及、私信。运行我的人可以更改：开发者门户中的 Message Content，以及 [discord] 中的 message_content = true。
room-check-tryout = 这是我的测试消息。读不到的人请更新应用，然后再问一次：{ $command }
room-reads-otherwise = 能在这里阅读的人有变化：
room-check-unknown = 我正在检查我在这里可以做什么。稍后写 { $command } 可以看到。
room-ack-private = 被记录的人会在私信中得知。要更改：room set ack reaction
room-ack-reaction = 被记录的人会在消息上看到 📝。要更改：room set ack private
room-next = 下一步：{ $command }
room-unbound = { $room } 不再是磋商的房间。从现在起，这里写的内容不再记录。已记录的保留。

rehearsal-mark = 演练
rehearsal-over = 演练结束。演练中写的内容已删除。从现在起正式计入。
rehearsal-already-on = 这个房间已经在演练。
rehearsal-already-off = 这个房间没有在演练。

floor-needs-who = 秘书处可以设置：{ $command }
floor-clocks-twice = 那里的时钟会拨慢，这个时间出现两次。我取第一次。

ask-heading = 向大家提问
ask-reply = 请回复这条消息来回答。参加者的回答会记录。
ask-closed =
    { $count ->
        [0] 这里没有开放的问题。
       *[other] 已关闭 { $count } 个问题。对它的回复不再记录为回答。
    }

hide-done = { $receipt } 已隐藏。任何摘要都不再显示或计入，显示过的会更正。
hide-already = { $receipt } 以前已经隐藏。
hide-told = 主持人隐藏了 { $receipt }。它仍是您的，目前不会在任何摘要中显示。
hide-reason = 理由：{ $reason }。
hide-turn-to = 如果您认为不对，请联系 { $contact }。
restore-done = { $receipt } 重新计入。
restore-already = { $receipt } 没有隐藏。
restore-told = { $receipt } 不再隐藏，重新计入摘要。
author-told = 已告诉发言者。
author-not-told = 从这里无法联系发言者。

invited-here = 我来了。请主持人把这个房间设为磋商的房间：{ $command }
invited-declined = 在磋商中任职的人邀请我时，我才进入房间。如要单独给我写信，请邀请我私聊。
invited-ask = 他们是：{ $names }。

unreadable = 我无法解密您 { $time } 的消息。请再发一次，或在这里写给我。
unreadable-here = 我无法解密您 { $time } 的消息。请再发一次。
