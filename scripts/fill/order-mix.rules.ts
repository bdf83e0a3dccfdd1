/** What made-up orders are made of: goods and people, in Chinese and in Latin letters. Nobody of these exists. */

const goodsLatin = ['Mug', 'Bowl', 'Teapot', 'Kettle', 'Lamp', 'Scarf', 'Raincoat', 'Backpack', 'Notebook', 'Candle'];
const kindsLatin = ['Blue', 'Walnut', 'Linen', 'Copper', 'Olive', 'Winter', 'Travel', 'Double-walled', 'Hand-glazed', 'Mini'];
const goodsChinese = ['茶杯', '饭碗', '茶壶', '水壶', '台灯', '围巾', '雨衣', '背包', '笔记本', '蜡烛'];
const kindsChinese = ['青瓷', '胡桃木', '亚麻', '紫铜', '橄榄绿', '冬季', '旅行', '双层', '手工', '迷你'];

export interface Goods {
  readonly code: string;
  readonly name: string;
  /** In minor units. */
  readonly price: number;
}

const series = ['I', 'II', 'III', 'IV'];

/** Eight hundred products. */
export const goods: readonly Goods[] = [
  ...kindsLatin.flatMap((kind) => goodsLatin.flatMap((thing) => series.map((mark) => `${kind} ${thing} ${mark}`))),
  ...kindsChinese.flatMap((kind) => goodsChinese.flatMap((thing) => series.map((mark) => `${kind}${thing}${mark}`))),
].map((name, index) => ({ code: `FILL-${index}`, name, price: 500 + ((index * 37) % 90) * 50 }));

const givenLatin = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gwen', 'Hugo', 'Iris', 'Jon', 'Kara', 'Leo', 'Mona', 'Nils', 'Olga', 'Pim', 'Rosa', 'Sven', 'Tess', 'Uma'];
const familyLatin = ['Moss', 'Klein', 'Weber', 'Lindqvist', 'Okafor', 'Marsh', 'Petrov', 'Silva', 'Dubois', 'Larsen', 'Novak', 'Rossi', 'Brandt', 'Quigley', 'Sato', 'Mbeki', 'Ferreira', 'Holm', 'Ivanova', 'Janssen'];
const familyChinese = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高', '林', '何', '郭', '马', '罗'];
const givenChinese = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛', '明', '超', '兰', '霞', '平'];

/** Eight and a half thousand people. */
export const people: readonly string[] = [
  ...givenLatin.flatMap((given) => familyLatin.map((family) => `${given} ${family}`)),
  ...familyChinese.flatMap((family) => givenChinese.flatMap((first) => [`${family}${first}`, ...givenChinese.map((second) => `${family}${first}${second}`)])),
];
