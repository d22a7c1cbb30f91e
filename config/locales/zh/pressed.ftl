# 按钮、表单或菜单上的文字。

handled = 已完成。
answer-over = 这个问题已经结束。{ $help } 会显示现在可以做什么。
hand-in-own = 您只能提交自己写的内容。
form-answer = 回答
form-write = 写
button-join = 参与
button-private = 私下写
button-who = 谁能看到这里
button-help = 帮助
digest-follows = 摘要见下文。
