"""Words that stand in every question and say little of what it is about, without accents."""

# The longer Chinese ones as they are typed; the short ones are parts of other words.
COMMON_PINYIN = (
    "weishenme youmeiyou shibushi nengbuneng kebukeyi qingwen shenme zenmeyang zenme zenyang ruhe"
    " weihe nali naxie nage nakuan nazhong nimen women zhege zheli yixia keyi duoshao"
).split()

COMMON: dict[str, frozenset[str]] = {
    "en": frozenset(
        "a an and are as at be by can could do does for from get have how i if in is it its me"
        " my of on or please that the their there this to was we what when where which who whom"
        " why will with would you your tell about much many".split()
    ),
    "es": frozenset(
        "a al algo ante como con cual cuales cuando cuanto cuanta cuantos cuantas de del donde el"
        " ella en es esta este esto hay la las lo los me mi o para por porque puede puedo que"
        " quien se ser si sin son su sus tiene tienen un una unos unas y".split()
    ),
    "it": frozenset(
        "a ad al alla anche c che chi ci come con cosa da dal dei del della di dove e ed gli ha"
        " hanno i il in io l la le lo mi nel nella o per perche piu posso puo quale quali quando"
        " quanto quanta quanti quante questa questo si sono su sul un una uno vi".split()
    ),
    "fr": frozenset(
        "a au aux avec avez c ce ces cette combien comment d dans de des du elle en est et il ils"
        " j je l la le les leur ma mon n ne nous on ou par pas peut peux plus pour pourquoi qu"
        " quand que quel quelle quelles quels qui quoi s sa se son sont sur t un une votre vos"
        " vous y".split()
    ),
    "pt": frozenset(
        "a ao aos as ate com como da das de do dos e ela ele em essa esse esta este eu ha isso"
        " isto me na nas no nos o onde os ou para pela pelo podem pode por porque posso qual"
        " quais quando quanto quanta quantos quantas que quem se sem ser seu sua sao so tem um"
        " uma voces".split()
    ),
    "de": frozenset(
        "aber als am an auf aus bei bin bitte da das dass dem den denn der des die dies diese"
        " dieser ein eine einem einen einer er es fur gibt haben hat ich ihr ihre im in ist kann"
        " konnen man mit nach nicht oder sie sind so und uns von vor wann warum was welche"
        " welchem welchen welcher welches wem wen wer werden wie wird wo woher wohin zu zum zur"
        .split()
    ),
    "zh": frozenset(COMMON_PINYIN + "ma ne ba de le shi zai you wo ni nin zhe yao".split()),
}  # fmt: skip

# Longest first: 为什么 goes before 什么.
COMMON_HAN = (
    "为什么 有没有 是不是 能不能 可不可以 请问 什么 怎么 怎样 如何 为何 哪里 哪些 哪个 哪款 哪种"
    " 你们 我们 这个 那个 这里 一下 可以 多少"
    " 的 了 吗 呢 吧 啊 是 在 有 和 与 跟 我 你 您 这 那 要 想 请 用 能 会 个"
).split()
