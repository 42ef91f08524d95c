"""Words whose reading must not be guessed: wine, vineyard, trade and place names.

A reading is pinyin with tone numbers for Chinese, /IPA/ for other languages. A pack adds
its own; a scene's readings win over the pack's, which win over these.
"""

from collections.abc import Iterable, Mapping

from kiosk.errors import NarrationError
from kiosk.narration.phonemes.pinyin import parse

CHINESE = {
    "扫码": "sao3 ma3", "扫一扫": "sao3 yi5 sao3", "二维码": "er4 wei2 ma3",
    "直播间": "zhi2 bo1 jian1", "陈酿": "chen2 niang4", "窖藏": "jiao4 cang2",
    "珍藏": "zhen1 cang2", "酒窖": "jiu3 jiao4", "地窖": "di4 jiao4", "佳酿": "jia1 niang4",
    "酿造": "niang4 zao4", "酿酒": "niang4 jiu3", "酿酒师": "niang4 jiu3 shi1",
    "酿制": "niang4 zhi4", "树龄": "shu4 ling2", "藤龄": "teng2 ling2", "老藤": "lao3 teng2",
    "杨梅": "yang2 mei2", "杨梅酒": "yang2 mei2 jiu3", "东魁": "dong1 kui2",
    "荸荠种": "bi2 qi5 zhong3", "青田": "qing1 tian2", "丽水": "li2 shui3",
    "瓯江": "ou1 jiang1", "单宁": "dan1 ning2", "酒泥": "jiu3 ni2", "酒脚": "jiu3 jiao3",
    "浸渍": "jin4 zi4", "浸皮": "jin4 pi2", "发酵": "fa1 jiao4", "压帽": "ya1 mao4",
    "淋皮": "lin2 pi2", "除梗": "chu2 geng3", "果梗": "guo3 geng3", "去梗": "qu4 geng3",
    "破皮": "po4 pi2", "澄清": "cheng2 qing1", "醒酒": "xing3 jiu3", "挂杯": "gua4 bei1",
    "侍酒": "shi4 jiu3", "侍酒师": "shi4 jiu3 shi1", "橡木桶": "xiang4 mu4 tong3",
    "软木塞": "ruan3 mu4 sai1", "木塞": "mu4 sai1", "瓶塞": "ping2 sai1", "酒塞": "jiu3 sai1",
    "灌装": "guan4 zhuang1", "装瓶": "zhuang1 ping2", "瓶陈": "ping2 chen2",
    "陈年": "chen2 nian2", "桶陈": "tong3 chen2", "调配": "tiao2 pei4", "混酿": "hun4 niang4",
    "转色": "zhuan3 se4", "采收": "cai3 shou1", "砾石": "li4 shi2", "黏土": "nian2 tu3",
    "粘土": "nian2 tu3", "片岩": "pian4 yan2", "页岩": "ye4 yan2", "板岩": "ban3 yan2",
    "泥灰岩": "ni2 hui1 yan2", "石灰岩": "shi2 hui1 yan2", "梯田": "ti1 tian2",
    "里奥哈": "li3 ao4 ha1", "皮埃蒙特": "pi2 ai1 meng2 te4", "杜罗河": "du4 luo2 he2",
    "波尔多": "bo1 er3 duo1", "巴罗洛": "ba1 luo2 luo4", "朗格": "lang3 ge2",
    "内比奥罗": "nei4 bi3 ao4 luo2", "丹魄": "dan1 po4", "添普兰尼洛": "tian1 pu3 lan2 ni2 luo4",
    "歌海娜": "ge1 hai3 na4", "格拉西亚诺": "ge2 la1 xi1 ya4 nuo4", "赤霞珠": "chi4 xia2 zhu1",
    "品丽珠": "pin3 li4 zhu1", "梅洛": "mei2 luo4", "梅乐": "mei2 le4", "巴贝拉": "ba1 bei4 la1",
    "国产多瑞加": "guo2 chan3 duo1 rui4 jia1", "多瑞加": "duo1 rui4 jia1",
    "波特酒": "bo1 te4 jiu3", "赛美蓉": "sai4 mei3 rong2", "长相思": "chang2 xiang1 si1",
    "霞多丽": "xia2 duo1 li4", "西拉": "xi1 la1", "维奥娜": "wei2 ao4 na4",
    "埃布罗河": "ai1 bu4 luo2 he2", "比利牛斯": "bi3 li4 niu2 si1",
    "坎塔布里亚": "kan3 ta3 bu4 li3 ya4", "加龙河": "jia1 long2 he2",
    "多尔多涅河": "duo1 er3 duo1 nie4 he2", "酒体": "jiu3 ti3", "余味": "yu2 wei4",
    "回甘": "hui2 gan1", "入口": "ru4 kou3", "杯中": "bei1 zhong1", "红酒": "hong2 jiu3",
    "烤鸭": "kao3 ya1", "红烧肉": "hong2 shao1 rou4", "东坡肉": "dong1 po1 rou4",
    "酸甜": "suan1 tian2", "血橙": "xue4 cheng2", "黑醋栗": "hei1 cu4 li4",
    "雪松": "xue3 song1", "皮革": "pi2 ge2", "甘草": "gan1 cao3", "紫罗兰": "zi3 luo2 lan2",
    "覆盆子": "fu4 pen2 zi3", "樱桃": "ying1 tao2", "黑莓": "hei1 mei2", "浆果": "jiang1 guo3",
    "得以": "de2 yi3", "还会": "hai2 hui4", "还有": "hai2 you3", "只有": "zhi3 you3",
    "只要": "zhi3 yao4", "只用": "zhi3 yong4", "只留": "zhi3 liu2", "为了": "wei4 le5",
    "一串串": "yi2 chuan4 chuan4", "重新": "chong2 xin1", "一层": "yi4 ceng2",
    "晒干": "shai4 gan1", "风干": "feng1 gan1", "干红": "gan1 hong2", "干型": "gan1 xing2",
    "干爽": "gan1 shuang3", "酒庄": "jiu3 zhuang1", "车厘子": "che1 li2 zi3",
    "为什么": "wei4 shen2 me5", "露水": "lu4 shui3", "露台": "lu4 tai2", "背斜": "bei4 xie2",
    "背风": "bei4 feng1", "朝南": "chao2 nan2", "朝向": "chao2 xiang4", "晨雾": "chen2 wu4",
    "夜里": "ye4 li5", "手里": "shou3 li5", "杯里": "bei1 li5", "桶里": "tong3 li5",
    "杯子": "bei1 zi5", "种子": "zhong3 zi5", "筛选": "shai1 xuan3", "分拣": "fen1 jian3",
    "干杯": "gan1 bei1", "长廊": "chang2 lang2", "生长": "sheng1 zhang3", "大雾": "da4 wu4",
}

# Words that the rules of the espeak-ng voice get wrong, in the IPA of the language.
OTHERS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "Rioja": "/ɹiˈoʊhɑː/", "terroir": "/tɛˈɹwɑːɹ/", "Tempranillo": "/ˌtɛmpɹəˈniːjoʊ/",
        "Douro": "/ˈdʊɹoʊ/", "Nebbiolo": "/ˌnɛbiˈoʊloʊ/", "Barolo": "/bəˈɹoʊloʊ/",
        "Piedmont": "/ˈpiːdmɑnt/", "Langhe": "/ˈlɑːŋɡeɪ/", "Graciano": "/ˌɡɹɑːsiˈɑːnoʊ/",
        "Touriga": "/toʊˈɹiːɡə/", "Merlot": "/mɛɹˈloʊ/", "Cabernet": "/ˌkæbɚˈneɪ/",
        "Sauvignon": "/ˌsoʊvɪnˈjoʊn/", "Bordeaux": "/bɔːɹˈdoʊ/", "Qingtian": "/ˌtʃɪŋtiˈɛn/",
        "yangmei": "/ˌjɑːŋˈmeɪ/", "crianza": "/kɹiˈænzə/", "Reserva": "/ɹɪˈzɝvə/",
        "lees": "/ˈliːz/", "must": "/ˈmʌst/", "châteaux": "/ʃæˈtoʊ/", "château": "/ʃæˈtoʊ/",
        "Garonne": "/ɡəˈɹɔn/", "Zhejiang": "/ˌdʒʌdʒiˈɑːŋ/", "marl": "/ˈmɑːɹl/",
        "Alba": "/ˈælbə/", "lagares": "/ləˈɡɑːɹɪs/", "lagar": "/ləˈɡɑːɹ/", "Ebro": "/ˈiːbɹoʊ/",
    },
}


def readings_for(
    language: str, *given: Mapping[str, str] | Iterable[tuple[str, str]]
) -> dict[str, str]:
    """The readings of a base language, overlaid by the given ones in turn.

    Raises NarrationError when a given reading is neither pinyin nor /IPA/.
    """
    merged = dict(CHINESE) if language == "zh" else dict(OTHERS.get(language, {}))
    for layer in given:
        added = dict(layer)
        for word, reading in added.items():
            check_reading(word, reading)
        merged.update(added)
    return merged


def check_reading(word: str, reading: str) -> None:
    """Raises NarrationError unless a reading is /IPA/ or one pinyin syllable per character."""
    if is_ipa(reading):
        return
    syllables = parse(reading)
    if len(syllables) != len(word):
        raise NarrationError(
            f"the reading '{reading}' has {len(syllables)} syllables for {len(word)} characters",
            where=word, advice="give one syllable with tone number for each character",
        )


def is_ipa(reading: str) -> bool:
    """Whether a reading is IPA between slashes."""
    return len(reading) > 2 and reading.startswith("/") and reading.endswith("/")
