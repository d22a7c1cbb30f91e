# 组织：人们属于哪里、谁来担保、联络人的话。

command-organisation = 组织, organisation, organization
command-vouch = 担保, vouch
help-organisation = 组织的名称和联络人；把两个合为一个，或再分开
help-vouch = 担保某个组织或其中的人属实
takes-organisation = 组织
option-organisation = 组织
option-organisation-about = 它的名称；后面加 @账号，表示此人属于它
words-claims = 申请, claims
words-show = 显示, show
words-add = 添加, add
words-remove = 移除, remove
words-focal = 联络人, focal
words-merge = 合并, merge
words-part = 分开, part
words-into = 到, into
words-name = 名称, name
words-acronym = 简称, acronym

organisation-alike = 您写的是 { $organisation }。是下面的一个吗？
organisation-alike-no = 不是，是另一个
organisation-someone-claims = 有人说自己属于 { $organisation }，您是它的联络人。想知道是谁，请写 { $command }。
organisation-belongs = { $name } 说自己属于 { $organisation }。是这样吗？
organisation-later = 以后再说
organisation-put-off = 好的。有空时请写 { $command }。
organisation-nobody-waits = 没有人在等您的答复。
organisation-not-focal = 您不是任何组织的联络人。联络人由协调员指定。
organisation-confirmed = { $name } 现在属于 { $organisation }。此人代表它提交的内容算作它的话。
organisation-declined = { $name } 不属于 { $organisation }。此人的任何话都不与它的名称一起显示。
status-organisation-waits = 您的组织：{ $organisation }。还没有人确认，所以您按一个人计算。
status-organisation-confirmed = 您的组织：{ $organisation }。已经确认：您代表它提交的内容算作它的话。
status-organisation-declined = 您的组织：{ $organisation }。它的联络人没有确认您属于它，所以您的话不与它的名称一起显示。如果不对，请写“联系”看可以找谁。
status-focal = 您是 { $organisation } 的联络人，自 { $since } 起。
status-claims =
    { $count ->
       *[other] 有 { $count } 人在等您的答复：{ $command }
    }

organisation-unknown = 我不知道组织 { $organisation }。{ $command } 显示全部。
organisation-near = 我不知道组织 { $organisation }。有这些：{ $organisations }。
organisation-none = 还没有已知的组织。人们这样写自己的组织：同意 组织，再写名称。
organisations-heading = 组织
organisations-more =
    { $count ->
       *[other] 还有 { $count } 个。用“组织 显示”和名称可以找到。
    }
organisation-unvouched = 还没有人担保
organisation-without-focal = 已担保，没有联络人
organisation-with-focal = 已担保，有联络人
organisation-names = 名称：{ $names }
organisation-holds = 与它是同一个：{ $names }
organisation-focal = 联络人：{ $name }，自 { $since } 起
organisation-waiting = 等待答复的人：{ $people }
organisation-reference = 在审计日志中：组织 { $reference }
organisation-name-taken = { $name } 是 { $organisation } 的名称。如果是同一个，请合并。
organisation-name-stays = { $name } 不是它的名称，或是它唯一的名称。
organisation-focal-told = 您现在是 { $organisation } 的联络人。由您说明谁属于它。想看谁在等，请写 { $command }。
organisation-merged = { $gone } 和 { $organisation } 现在是一个。要撤销，请写 { $command }
organisation-one-already = 这是 { $organisation } 的两个名称：本来就是一个。
organisation-parted = { $gone } 和 { $organisation } 又是两个，各有原来的一切。
organisation-not-merged = { $organisation } 没有与别的合并。
organisation-part-which = 与 { $organisation } 是同一个的有：{ $organisations }。请写要分开的那个的名称。

vouch-done = 您为 { $organisation } 担保。说自己属于它的人，要由它的联络人或您逐一确认，才算它的声音。
vouch-next = 接下来请指定它的联络人：{ $command }
vouch-not-claimed = { $name } 没有说自己属于 { $organisation }。此人先要写：同意 组织，再写名称。
vouch-none = 没有人在等关于自己组织的答复。
vouch-heading = 谁说自己属于哪里
vouch-line = { $organisation }：{ $people } 人 · { $state }
vouch-hint = { $command } 加名称为组织担保；后面再加 @账号，为此人担保。

# 协调员的每周报告。

words-report = 报告, report
roles-report-on = 您所在地区的每周报告恢复，每周一发送。
roles-report-off = 您不再收到每周报告。写“职责 报告 开”可以恢复。
report-people = 参与者：{ $people } 人；本周新增：{ $new } 人
report-written =
    { $count ->
       *[other] 本周写了 { $count } 条
    }
report-round-table = 第 { $number } 圆桌会议：{ $count }
report-claims = 等待组织确认的人：{ $people } 人。想看是哪些组织，请写 { $command }。
report-foot = 每周一发送。要停止，请写 { $command }。
