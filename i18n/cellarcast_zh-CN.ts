<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AskRoom</name>
    <message>
        <source>Land and vines</source>
        <translation>风土与种植</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>酿造工艺</translation>
    </message>
    <message>
        <source>About the wines</source>
        <translation>关于酒款</translation>
    </message>
    <message>
        <source>At the table</source>
        <translation>餐桌搭配</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>关于酒庄</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>选购</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>想了解什么？</translation>
    </message>
    <message>
        <source>Tap a question to hear the answer.</source>
        <translation>点一个问题，听我回答。</translation>
    </message>
    <message>
        <source>Choose what it is about, or type a word of your question.</source>
        <translation>选一个话题，或打出问题里的一个词。</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>已输入：%1</translation>
    </message>
    <message>
        <source>I do not know. Ask my colleague here.</source>
        <extracomment>In Chinese, say that the letters of pinyin are enough.</extracomment>
        <translation>这个我答不上来，请问我身边的同事。</translation>
    </message>
    <message>
        <source>A word of your question is enough, without accents.</source>
        <translation>打问题里的一个词就行，用拼音字母即可。</translation>
    </message>
    <message>
        <source>Tap the question you mean.</source>
        <translation>点选您想问的那一句。</translation>
    </message>
    <message>
        <source>Type a word</source>
        <translation>打字查找</translation>
    </message>
    <message>
        <source>Open the keys</source>
        <translation>打开键盘</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>全部话题</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Text, sound</source>
        <translation>文字、声音</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>我的酒单</translation>
    </message>
    <message numerus="yes">
        <source>%n wine(s)</source>
        <translation>
            <numerusform>%n 款酒</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>ChaptersRoom</name>
    <message>
        <source>Next part</source>
        <translation>下一部分</translation>
    </message>
</context>
<context>
    <name>ContentsRoom</name>
    <message>
        <source>The story</source>
        <translation>酒庄故事</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>听讲解</translation>
    </message>
    <message>
        <source>The making</source>
        <translation>酿造过程</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>一探究竟</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>酒款</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>看一看，比一比</translation>
    </message>
    <message>
        <source>Where it grows</source>
        <translation>产地</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>打开地图</translation>
    </message>
    <message>
        <source>A walk</source>
        <translation>走进酒庄</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>四处看看</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>帮我选酒</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>点五下</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问一问</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>想问就问</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>直播间</translation>
    </message>
    <message>
        <source>Meet the winery</source>
        <translation>连线酒庄</translation>
    </message>
    <message>
        <source>Where shall we begin?</source>
        <translation>先从哪里看起？</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Still here? Everything is reset in %n second(s).</source>
        <translation>
            <numerusform>还在吗？%n 秒后将清空并重新开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>现在结束</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>增强对比</translation>
    </message>
    <message>
        <source>Lower controls</source>
        <translation>按键下移</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动效</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>小声些</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大声些</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>音量 %1%</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
</context>
<context>
    <name>FinderRoom</name>
    <message>
        <source>The winery does not say: %1.</source>
        <translation>酒庄未说明：%1。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>The winery does not say how its wines taste: fewer questions, and a rougher answer.</source>
        <translation>酒庄没有写明酒的口味，所以问得少些，推荐也粗略些。</translation>
    </message>
    <message>
        <source>The next best</source>
        <translation>次选</translation>
    </message>
    <message>
        <source>Your wine</source>
        <translation>适合您的酒</translation>
    </message>
    <message>
        <source>Nothing fits all of it. This comes closest:</source>
        <translation>没有完全符合的，这一款最接近：</translation>
    </message>
    <message>
        <source>One question back</source>
        <translation>返回上一题</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>听讲解</translation>
    </message>
    <message>
        <source>On my list</source>
        <translation>已在酒单</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>加入酒单</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
</context>
<context>
    <name>FinderWords</name>
    <message>
        <source>How sweet may it be?</source>
        <translation>喜欢多甜的？</translation>
    </message>
    <message>
        <source>How full should it feel?</source>
        <translation>喜欢怎样的酒体？</translation>
    </message>
    <message>
        <source>What do you like most in a wine?</source>
        <translation>最喜欢哪种风味？</translation>
    </message>
    <message>
        <source>What will be on the table?</source>
        <translation>打算配什么菜？</translation>
    </message>
    <message>
        <source>How cool do you drink it?</source>
        <translation>喜欢喝多凉的？</translation>
    </message>
    <message>
        <source>How strong may it be?</source>
        <translation>酒劲多大合适？</translation>
    </message>
    <message>
        <source>Dry</source>
        <translation>干型（不甜）</translation>
    </message>
    <message>
        <source>A hint of sweetness</source>
        <translation>微甜</translation>
    </message>
    <message>
        <source>Sweet</source>
        <translation>甜型</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>清淡</translation>
    </message>
    <message>
        <source>Neither light nor heavy</source>
        <translation>不轻不重</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>饱满</translation>
    </message>
    <message>
        <source>Ripe fruit</source>
        <translation>成熟果香</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>清爽</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>Oak and spice</source>
        <translation>橡木与香料</translation>
    </message>
    <message>
        <source>Fish and seafood</source>
        <translation>鱼和海鲜</translation>
    </message>
    <message>
        <source>Meat and poultry</source>
        <translation>肉类与家禽</translation>
    </message>
    <message>
        <source>Something spicy</source>
        <translation>辣味菜</translation>
    </message>
    <message>
        <source>Cakes and sweets</source>
        <translation>糕点甜品</translation>
    </message>
    <message>
        <source>Well chilled</source>
        <translation>冰镇</translation>
    </message>
    <message>
        <source>Cool</source>
        <translation>稍凉</translation>
    </message>
    <message>
        <source>Hardly chilled</source>
        <translation>接近室温</translation>
    </message>
    <message>
        <source>As most wines are</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>浓烈</translation>
    </message>
    <message>
        <source>It is dry.</source>
        <translation>干型。</translation>
    </message>
    <message>
        <source>It is almost dry.</source>
        <translation>接近干型。</translation>
    </message>
    <message>
        <source>It is a little sweet.</source>
        <translation>略带甜味。</translation>
    </message>
    <message>
        <source>It is quite sweet.</source>
        <translation>口味偏甜。</translation>
    </message>
    <message>
        <source>It is sweet.</source>
        <translation>甜型。</translation>
    </message>
    <message>
        <source>It is very light.</source>
        <translation>酒体十分轻盈。</translation>
    </message>
    <message>
        <source>It is light.</source>
        <translation>酒体轻盈。</translation>
    </message>
    <message>
        <source>It is neither light nor heavy.</source>
        <translation>酒体适中。</translation>
    </message>
    <message>
        <source>It is full.</source>
        <translation>酒体饱满。</translation>
    </message>
    <message>
        <source>It is very full.</source>
        <translation>酒体十分饱满。</translation>
    </message>
    <message>
        <source>Fruit %1 of 5, oak %2 of 5.</source>
        <translation>果香 %1/5，橡木 %2/5。</translation>
    </message>
    <message>
        <source>Acidity %1 of 5.</source>
        <translation>酸度 %1/5。</translation>
    </message>
    <message>
        <source>Tannin %1 of 5.</source>
        <translation>单宁 %1/5。</translation>
    </message>
    <message>
        <source>Oak %1 of 5.</source>
        <translation>橡木 %1/5。</translation>
    </message>
    <message>
        <source>The winery pairs it with other dishes.</source>
        <translation>酒庄推荐搭配别的菜。</translation>
    </message>
    <message>
        <source>%1: its taste suits that.</source>
        <translation>%1：风味相宜。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation>​</translation>
    </message>
    <message>
        <source>Not quite “%1”: %2</source>
        <translation>与“%1”有些出入：%2</translation>
    </message>
    <message>
        <source>dishes</source>
        <translation>佐餐</translation>
    </message>
    <message>
        <source>sweetness</source>
        <translation>甜度</translation>
    </message>
    <message>
        <source>body</source>
        <translation>酒体</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>风味</translation>
    </message>
</context>
<context>
    <name>Flavour</name>
    <message>
        <source>Fruit</source>
        <translation>果香</translation>
    </message>
    <message>
        <source>Acidity</source>
        <translation>酸度</translation>
    </message>
    <message>
        <source>Sweetness</source>
        <translation>甜度</translation>
    </message>
    <message>
        <source>Tannin</source>
        <translation>单宁</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>酒体</translation>
    </message>
    <message>
        <source>Oak</source>
        <translation>橡木</translation>
    </message>
</context>
<context>
    <name>HouseView</name>
    <message>
        <source>Your language</source>
        <translation>选择语言</translation>
    </message>
    <message>
        <source>As it suits you</source>
        <translation>按您的喜好</translation>
    </message>
    <message>
        <source>It stays so until you finish.</source>
        <translation>一直有效，到您结束为止。</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Letter %1</source>
        <translation>字母 %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>删除最后一个字母</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Delete everything typed</source>
        <translation>清空已输入的文字</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Close the keys</source>
        <translation>收起键盘</translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 款</numerusform>
        </translation>
    </message>
    <message>
        <source>My wines</source>
        <translation>我选的酒</translation>
    </message>
    <message>
        <source>Code with your list</source>
        <translation>酒单二维码</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>我的酒单</translation>
    </message>
    <message>
        <source>Scan to keep the list on your phone. No app, no account.</source>
        <translation>手机扫码，带走酒单。不用装应用，也不用注册。</translation>
    </message>
    <message>
        <source>Nothing on it yet. Look at a wine and tap its heart.</source>
        <translation>酒单还空着。看到喜欢的酒，点一下它的心形。</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>酒款</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>看一看，比一比</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>帮我选酒</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>点五下</translation>
    </message>
    <message>
        <source>Tap to take it off</source>
        <translation>轻点移除</translation>
    </message>
</context>
<context>
    <name>LiveRoom</name>
    <message>
        <source>No live room yet</source>
        <translation>暂无直播</translation>
    </message>
    <message>
        <source>The live picture is on its way …</source>
        <translation>直播画面正在接通……</translation>
    </message>
    <message>
        <source>The live picture does not come through here. The code works on your phone.</source>
        <translation>直播画面暂时传不到这里，手机扫码照常可看。</translation>
    </message>
    <message>
        <source>Being shown now: %1</source>
        <translation>正在展示：%1</translation>
    </message>
    <message>
        <source>%1, without sound</source>
        <translation>%1 · 静音</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>返回卡片</translation>
    </message>
    <message>
        <source>Watch here</source>
        <translation>在此观看</translation>
    </message>
    <message>
        <source>the live picture, without sound</source>
        <translation>直播画面，静音播放</translation>
    </message>
</context>
<context>
    <name>OriginRoom</name>
    <message>
        <source>Qingtian</source>
        <translation>青田</translation>
    </message>
    <message>
        <source>Right here</source>
        <translation>就在青田</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>to Qingtian</source>
        <translation>到青田的路程</translation>
    </message>
    <message>
        <source>In its country</source>
        <translation>产地所在国</translation>
    </message>
    <message>
        <source>The way to Qingtian</source>
        <translation>到青田的路</translation>
    </message>
</context>
<context>
    <name>WalkRoom</name>
    <message>
        <source>Walk on: %1</source>
        <translation>前往：%1</translation>
    </message>
    <message>
        <source>Hear about: %1</source>
        <translation>听讲解：%1</translation>
    </message>
    <message>
        <source>Walk on</source>
        <translation>往前走</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>听讲解</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右转</translation>
    </message>
</context>
<context>
    <name>WineLeaf</name>
    <message>
        <source>Nose</source>
        <translation>香气</translation>
    </message>
    <message>
        <source>Palate</source>
        <translation>口感</translation>
    </message>
    <message>
        <source>Pair with</source>
        <translation>佐餐</translation>
    </message>
</context>
<context>
    <name>WinesRoom</name>
    <message>
        <source>On my list</source>
        <translation>已在酒单</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>加入酒单</translation>
    </message>
    <message>
        <source>Its description</source>
        <translation>酒款介绍</translation>
    </message>
    <message>
        <source>Its flavour</source>
        <translation>风味</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>与另一款对比</translation>
    </message>
    <message>
        <source>Tap the second wine</source>
        <translation>点选第二款酒</translation>
    </message>
</context>
</TS>
