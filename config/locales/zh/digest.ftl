# 摘要：写了什么、谁写的、关于什么、显示多少。

digest-heading = { $title }，{ $period }
digest-until = 截至{ $date }
digest-contributions = { $count } 条发言
digest-people = { $count } 人
digest-people-band = { $band } 人
# 例如：34 人，61 条发言，使用语言：法文、英文和阿拉伯文。
digest-counts = { $people }，{ $contributions }，使用语言：{ $languages }。
digest-statement = 对参加者所写内容的自动整理。不完整，未经谈判，不是网络的意见。
digest-counted-only = { $people } 人中有 { $count } 人只计数，不引用。
digest-left-out = 未列入：{ $reasons }。
digest-left-out-withdrawn = { $count } 条已撤回
digest-left-out-hidden = { $count } 条被主持人隐藏
digest-left-out-not-consented = { $count } 条不再得到同意
digest-left-out-duplicate = { $count } 条与其他相同
digest-left-out-unreadable = { $count } 条使用我无法分析的语言
digest-nothing = 这个范围内还没有任何记录。从现在起大家在这里写的内容，会进入下一份摘要。
digest-too-few = 在这个范围内写过的人少于 { $count }。人数这么少，摘要可能会让人看出他们是谁，所以不做摘要。请选择更大的范围。

digest-key-messages = 提到最多的内容
digest-not-heard = 尚未听到：{ $who }
digest-not-heard-here = 对此尚未听到：{ $who }
digest-more = 完整摘要：{ $command }
digest-none-published = 这里还没有发布过摘要。
digest-passages = { $count } 个段落
digest-also-from = 来自{ $who }
digest-campaign-short = { $count } 人发送了相同的话
digest-campaign = { $count } 人发送了相同的话；在主题排序中按一人计算。
digest-also-in = 另见：
digest-in = 见：

digest-objective = 目标 { $number }：{ $label }
digest-objective-short = 目标 { $number }
digest-round-table = 第 { $number } 圆桌会议：{ $label }
digest-no-objective = 不属于全球契约的任何目标
digest-title-foreign = { $about }：{ $phrase }
digest-rest = 其他意见，各提到一次

# 标题。
digest-kind-good-practice = 进展和良好做法
digest-kind-challenge = 挑战和差距
digest-kind-recommendation = 建议
digest-kind-pledge = 承诺
digest-kind-question = 问题
digest-kind-other = 其他意见
# 一个段落或一个主题。
digest-one-good-practice = 良好做法
digest-one-challenge = 挑战
digest-one-recommendation = 建议
digest-one-pledge = 承诺
digest-one-question = 问题
digest-one-other = 意见
digest-recommendation-to = { $addressee }的建议
digest-to-states = 对各国
digest-to-un = 对联合国
digest-to-employers = 对雇主
digest-to-local-authorities = 对地方当局
digest-to-civil-society = 对民间社会
digest-to-parliaments = 对议会
digest-to-consulates = 对领事馆
digest-to-media = 对媒体
digest-level-local = 地方
digest-level-national = 国家
digest-level-regional = 区域
digest-level-global = 全球

digest-principles = 贯穿各处的原则
digest-questions = 尚未解答的问题
digest-unplaced = 不属于任何主题
digest-unplaced-text = { $count } 个段落单独列出：
digest-for-a-reader = { $count } 个段落使用我无法分析的语言，由人来阅读：

digest-participation = 谁参加了
digest-attribute-category = 类别
digest-attribute-subregion = 次区域
digest-attribute-language = 语言
digest-share = { $label }：{ $people }
digest-not-stated = 未说明
digest-small-group = 少于 { $count } 人时，不说明他们是谁。

digest-method = 本摘要怎样做成
digest-method-citing = 每一行都注明所依据的段落。引文是原样的完整句子，并且只在作者同意时引用。
digest-method-count-words = 按人数计算，组织提交的按组织计算：“{ $one }”是 1，“{ $some }”是 2 至 4，“{ $several }”是 5 至 9，“{ $many }”是 10 及以上。
digest-method-groups = 对引文作者的描述，在这里至少符合 { $count } 人，除非作者同意写明名字。按特征统计时，人数只用区间表示。
digest-method-excluded = 未列入或不重复显示：{ $reasons }。
digest-method-votes = 没有进行投票，所以不说明共识和分歧。
digest-method-version = gcm-talks { $version }；过程中没有随机因素。
digest-excluded-withdrawn = 已撤回的内容
digest-excluded-hidden = 主持人隐藏的内容
digest-excluded-not-consented = 作者不再同意使用的内容
digest-excluded-duplicate = 相同文字的副本
digest-excluded-unreadable = 使用我无法分析的语言的文字（已列出，由人来阅读）
digest-excluded-rehearsal = 演练

digest-by-someone = 一位参加者
digest-by-place = { $who }，{ $place }
digest-by-organisation = { $organisation }
# 组织名称由作者自己填写，没有人确认过。
digest-by-claim = 以 { $organisation } 名义写的人

digest-language-en = 英文
digest-language-fr = 法文
digest-language-es = 西班牙文
digest-language-ar = 阿拉伯文
digest-language-ru = 俄文
digest-language-zh = 中文
digest-language-pt = 葡萄牙文
digest-language-other = 其他语言（{ $tag }）
