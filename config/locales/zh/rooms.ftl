# 卡片、发言，以及谁可以看到。

card-title = { $consultation } · { $room }
card-invite = 请自由交谈。您不参加，就不会记录您的任何内容。
card-floor-open = 发言开放
card-floor-open-until = 发言开放至：{ $until }
card-floor-closed = 发言已关闭。这里写的内容不会记录。
card-last-noted = 最近一次记录：{ $ago }
card-join = 想参加，请写 { $command }，在这里或给我写私信都可以。
card-private = 单独给我写
card-register = 报名截止：{ $until }
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
who-federated = 另有 { $count } 个服务器保存副本。在那里删除只是一个请求。
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
