/** People and goods of the demo installation; all invented. */
const price = (listPrice: string, salePrice = listPrice, unitCost?: string) => [{ currency: 'CNY', listPrice, salePrice, unitCost }];

const tea = (...attributes: [name: string, value: string][]) => [['Kind', 'tea'] as const, ...attributes].map(([name, value]) => ({ name, value }));
const ware = (material: string) => [{ name: 'Kind', value: 'tableware' }, { name: 'Material', value: material }];
const option = (name: string, value: string) => [{ name, value }];

export const demoStores = [
  { code: 'GZ-01', name: 'Docket Tea, Beijing Road', currency: 'CNY', phone: '020-5550101', address: { province: 'Guangdong', city: 'Guangzhou', district: 'Yuexiu', street: 'Beijing Road 88' } },
  { code: 'GZ-02', name: 'Docket Tea, Tianhe', currency: 'CNY', phone: '020-5550102', address: { province: 'Guangdong', city: 'Guangzhou', district: 'Tianhe', street: 'Tiyu West Road 9' } },
];

export const demoStaff = [
  { store: 'GZ-01', subject: 'clerk-1', name: 'Mei Chen', role: 'CLERK' as const },
  { store: 'GZ-01', subject: 'manager-1', name: 'Tao Wu', role: 'MANAGER' as const },
  { store: 'GZ-02', subject: 'clerk-2', name: 'Jun He', role: 'CLERK' as const },
];

/** The first is everybody's who has none. */
export const demoTiers = [
  { code: 'MEMBER', name: 'Member', isDefault: true, canRedeemPoints: true, minimumPoints: 100, maximumPointsPercent: '50', pointsPerUnit: 100, earnPercent: '1' },
  {
    code: 'GOLD', name: 'Gold', discountPercent: '3', birthdayDiscountPercent: '10', canRedeemPoints: true, minimumPoints: 100, maximumPointsPercent: '50', pointsPerUnit: 100, earnPercent: '2',
    currencies: [{ currency: 'CNY', birthdayMaximum: '50.00' }],
  },
];

export const demoCustomers = [
  { subject: 'shopper-1', name: 'Lin Yue', phone: '13900000001', email: 'lin.yue@example.com', givenName: 'Yue', familyName: 'Lin', tier: 'GOLD', birthday: { month: 3, day: 1 }, timeZone: 'Asia/Shanghai' },
  { subject: 'shopper-2', name: 'Ana Silva', phone: '13900000002', email: 'ana.silva@example.com', timeZone: 'Asia/Shanghai' },
];

export const demoPoints = 761;

export const demoAddress = {
  name: 'Lin Yue', phone: '13900000001', isDefault: true, address: { country: 'CN', province: 'Guangdong', city: 'Guangzhou', district: 'Yuexiu', street: 'Jianshe Road 12', detail: 'Floor 6' },
};

export const demoFreight = {
  code: 'STANDARD', name: 'Standard parcel', currency: 'CNY', unit: 'WEIGHT' as const, origin: { country: 'CN', province: 'Guangdong', city: 'Guangzhou' },
  rules: [
    { regions: ['Guangdong'], firstUnits: 1000, firstFee: '8.00', additionalUnits: 500, additionalFee: '2.00', freeFromAmount: '99.00' },
    { regions: ['Xinjiang', 'Tibet'], firstUnits: 1000, firstFee: '22.00', additionalUnits: 500, additionalFee: '9.00' },
    { regions: ['CN'], firstUnits: 1000, firstFee: '12.00', additionalUnits: 500, additionalFee: '4.00', freeFromAmount: '199.00' },
  ],
};

export const demoProducts = [
  {
    code: 'TEA-GREEN', name: '龙井绿茶 Longjing green tea', attributes: tea(['Origin', 'Hangzhou'], ['Season', 'spring']),
    skus: [
      { code: 'TEA-GREEN-100', specification: '100 g', options: option('Weight', '100 g'), weightGrams: 120, prices: price('68.00', '68.00', '31.00') },
      { code: 'TEA-GREEN-250', specification: '250 g', options: option('Weight', '250 g'), weightGrams: 280, prices: price('158.00', '148.00', '74.00') },
    ],
  },
  {
    code: 'TEA-BLACK', name: '祁门红茶 Keemun black tea', attributes: tea(['Origin', 'Qimen']),
    skus: [{ code: 'TEA-BLACK-100', specification: '100 g', options: option('Weight', '100 g'), weightGrams: 120, prices: price('58.00', '58.00', '24.00') }],
  },
  {
    code: 'MUG', name: '陶瓷杯 Ceramic mug', attributes: ware('stoneware'),
    skus: [
      { code: 'MUG-WHITE', specification: 'white', options: option('Color', 'white'), weightGrams: 310, prices: [...price('39.00', '39.00', '15.00'), { currency: 'CNY', minimumQuantity: 12, listPrice: '35.00', unitCost: '15.00' }] },
      { code: 'MUG-BLUE', specification: 'blue', options: option('Color', 'blue'), weightGrams: 310, prices: price('42.00', '35.00', '16.00') },
    ],
  },
  {
    code: 'POT', name: '紫砂壶 Clay teapot', attributes: ware('clay'),
    skus: [
      { code: 'POT-CLAY', specification: '250 ml', weightGrams: 420, prices: price('328.00', '328.00', '150.00') },
      { code: 'POT-SET', specification: 'with two mugs', prices: price('398.00', '368.00', '180.00'), components: [{ sku: 'POT-CLAY', quantity: 1 }, { sku: 'MUG-WHITE', quantity: 2 }] },
    ],
  },
];
