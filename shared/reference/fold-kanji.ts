/**
 * Kanji that are one letter in a name, each group's plain form first. Old forms as the Jōyō kanji table brackets them
 * (常用漢字表, cabinet notification 2 of 2010) and as the Family Register Act's rules allow them in given names
 * (戸籍法施行規則別表第二); and the variants that registers keep in family names (the Ministry of Justice's 戸籍統一文字),
 * among them 髙 and 﨑; and those in names of towns that JIS X 0208 simplified (諫早 is 諌早). Those that Unicode takes for
 * one letter (神 of two shapes) are left to NFKC.
 */
const variants = [
  // Frequent in names.
  '高髙 崎﨑嵜碕 斉齊斎齋 辺邊邉 沢澤 浜濱濵 広廣 国國圀 島嶋嶌 桜櫻 真眞 徳德 瀬瀨 条條 竜龍 蔵藏 恵惠 栄榮 寿壽 静靜 黒黑 浅淺 関關 円圓',
  '学學斈 会會 万萬 与與 仮假 吉𠮷 土圡 内內 戸戶 呉吳 富冨 峰峯 柳栁 桑桒 橋槗 滝瀧 館舘 船舩 野埜 村邨 秋穐 柏栢 桧檜 薮藪籔',
  '芦蘆 曽曾 渕淵 塩鹽 渋澁澀 渓溪谿 沖冲 涼凉 昇曻 晋晉 萌萠 凛凜 槙槇 祢禰 弥彌 尭堯 遥遙 瑶瑤 亘亙 彦彥 郎郞 尚尙 強强 禄祿',
  '鎮鎭 鴎鷗 鶴靏靎 雁鴈 桝枡 蘇蘓 莱萊 熙煕 晃晄 鯵鰺 諫諌 砺礪 梼檮 騨驒 竃竈 篭籠',
  // The Jōyō table's other old forms.
  '亜亞 壱壹 隠隱 衛衞 営營 駅驛 悦悅 閲閱 縁緣 艶艷 応應 奥奧 横橫 温溫 価價 絵繪 懐懷 楽樂 覚覺 岳嶽 巻卷 寛寬 勧勸 観觀',
  '巌巖 帰歸 気氣 亀龜 戯戲 旧舊 拠據 挙擧 峡峽 教敎 郷鄕鄉 暁曉 勲勳 薫薰 径徑 経經 蛍螢 継繼 鶏鷄 芸藝 県縣 剣劍劒釼 研硏 圏圈',
  '検檢 献獻 権權 顕顯 験驗 厳嚴 恒恆 黄黃 号號 砕碎 済濟 歳歲 雑雜 参參 桟棧 蚕蠶 賛贊 産產 糸絲 児兒 歯齒 辞辭 実實 舎舍',
  '釈釋 収收 従從 縦縱 粛肅 処處 緒緖 叙敍 将將 渉涉 焼燒 奨奬 乗乘 浄淨 剰剩 畳疊疉 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 慎愼 尽盡',
  '図圖 粋粹 酔醉 穂穗 随隨 枢樞 数數 声聲 青靑 清淸 税稅 説說 摂攝 専專 戦戰 銭錢 禅禪 双雙 壮壯 荘莊 巣巢 装裝 総總 聡聰',
  '騒騷 増增 続續 即卽 対對 体體 台臺 択擇 単單 担擔 団團 弾彈 昼晝 虫蟲 鋳鑄 庁廳 聴聽 鉄鐵 転轉 点點 伝傳 灯燈 当當 党黨',
  '稲稻 闘鬭 独獨 読讀 届屆 弐貳 拝拜 麦麥 発發 抜拔 姫姬 秘祕 仏佛 払拂 並竝 変變 弁辨瓣辯 歩步 豊豐 宝寶 翻飜 毎每 満滿 黙默',
  '訳譯 薬藥 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 覧覽 両兩 猟獵 緑綠 隣鄰 礼禮 励勵 霊靈 齢齡 暦曆 恋戀 錬鍊 炉爐 労勞',
  '楼樓 録錄 湾灣 医醫 為爲',
].flatMap((line) => line.split(' '));

const plain: ReadonlyMap<string, string> = new Map(
  variants.flatMap((group) => {
    const [first = '', ...others] = group;
    return others.map((other) => [other, first] as const);
  }),
);

/**
 * Text with each kanji in its plain form: 髙橋, 渡邉 and 廣澤 are 高橋, 渡辺 and 広沢. A mark of repetition is written out
 * (佐々木), the small ヶ large, and what only chooses a letter's shape falls away.
 */
export const foldKanji = (text: string): string =>
  [...text.normalize('NFKC').replaceAll(/[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu, '')]
    .map((letter) => plain.get(letter) ?? letter)
    .join('')
    .replaceAll(/(\p{Script=Han})々/gu, '$1$1')
    .replaceAll('ヶ', 'ケ');
