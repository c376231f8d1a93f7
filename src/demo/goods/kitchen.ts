import type { Glaze } from '../drawing/ceramics.ts';
import { mist } from '../drawing/families.ts';
import { beans, board, coffeeBag, coffeePot, cup, dripper, honeyJar, mortar, mug, spoons } from '../drawing/kitchen.ts';
import { at, together } from '../drawing/sheet.ts';
import { barcode, grid, product, prose, single, studio } from '../make.ts';
import type { DemoProduct } from '../types.ts';
import { glazes } from './colours.ts';

const { onTable, flat } = studio(mist, 'kitchen');
const { bone, indigo, terracotta, sage } = glazes;
const collections = ['kitchen-coffee'] as const;
const pair = (glaze: Glaze) => together(at(505, 740, 1.55, cup(glaze)), at(275, 880, 1.55, cup(glaze)));

/** Coffee and what one needs to make it, and tools for the kitchen. */
export const kitchen: readonly DemoProduct[] = [
  product({
    slug: 'highland-coffee',
    title: 'Highland coffee, Guji',
    descriptionHtml: prose(
      'A natural coffee from smallholders round Hambela, dried as whole cherries on raised beds for three weeks. In the cup: <strong>blueberry, black tea and a little cocoa</strong>, with soft acidity. Roasted in Addis Ababa every second Tuesday and sent out the same week, so the roasting date on your bag is never far back.',
      ['Grown at 2,050 metres, harvest December to February', 'Medium-light roast for filter and pot', 'Whole beans keep longest; we grind only on order'],
    ),
    vendor: 'Hambela Coffee Growers',
    category: ['Kitchen', 'Coffee'],
    collections,
    tags: ['coffee', 'bestseller', 'food'],
    attributes: { material: 'Arabica coffee', origin: 'Ethiopia', altitudeM: 2050, process: 'Natural', roast: 'Medium-light', bestBeforeMonths: 9 },
    optionNames: ['Weight', 'Grind'],
    variants: grid('KIT-COFFEE', [[{ value: '250 g', code: '250' }, { value: '1 kg', code: '1K', plus: 2500n, heavier: 770 }], [{ value: 'Whole beans', code: 'WB' }, { value: 'Filter', code: 'FI' }, { value: 'Pot', code: 'PT' }]], { price: 1150n, grams: 270, stock: [80, 45, 30, 26, 14, 9], barcodesFrom: 4001 }),
    pictures: [onTable('coffee', 'A paper bag of coffee with a label showing coffee cherries, and scattered beans', together(at(390, 830, 1.4, coffeeBag('#c9a877', '#f4ead6', '#b23a2a')), at(400, 915, 1.1, beans(8, 280))))],
  }),
  product({
    slug: 'jebena-coffee-pot',
    title: 'Jebena coffee pot',
    descriptionHtml: prose(
      'The black clay pot of the Ethiopian coffee table. Ground coffee and water go in through the neck, the pot goes on a low flame, and the grounds settle in the round belly while you talk. <strong>Burnished with a stone and smoked, not glazed,</strong> so it should be rinsed with water only. The woven ring keeps it upright.',
      ['Small for three cups, large for eight', 'For gas, charcoal and ceramic hobs with a diffuser', 'Season it once with coffee grounds before first use'],
    ),
    vendor: 'Entoto Clay',
    category: ['Kitchen', 'Coffee'],
    collections: ['kitchen-coffee', 'ceramics'],
    tags: ['earthenware', 'coffee', 'gift'],
    attributes: { material: 'Smoked earthenware, grass', origin: 'Ethiopia', capacityMl: 900, heightMm: 290, dishwasherSafe: false, handmade: true },
    optionNames: ['Size'],
    variants: grid('KIT-JEBENA', [[{ value: 'Three cups', code: '3' }, { value: 'Eight cups', code: '8', plus: 1500n, heavier: 610 }]], { price: 3800n, grams: 740, stock: [13, 8], barcodesFrom: 4011 }),
    pictures: [onTable('jebena', 'A black clay coffee pot with a long neck and spout, standing in a woven ring', at(400, 880, 1.4, coffeePot('#3a2a26', '#d9ae68')))],
  }),
  product({
    slug: 'coffee-cups',
    title: 'Coffee cups with saucers, pair',
    descriptionHtml: prose(
      'Two small cups without handles, made to be held by the rim as long as the coffee is hot and in the palm once it is not. The wall is thin at the lip and thick at the foot, which keeps ninety millilitres warm for the length of a conversation. The saucer has a dip for one date or one sweet.',
      ['Two cups and two saucers in one glaze', '90 ml each', 'Dishwasher safe'],
    ),
    vendor: 'Entoto Clay',
    category: ['Table', 'Cups and beakers'],
    collections: ['kitchen-coffee', 'ceramics'],
    tags: ['stoneware', 'coffee', 'set'],
    attributes: { material: 'Stoneware', origin: 'Ethiopia', capacityMl: 90, pieces: 2, dishwasherSafe: true, handmade: true },
    optionNames: ['Glaze'],
    variants: grid('KIT-CUPS', [[{ value: 'Bone', code: 'BON' }, { value: 'Indigo', code: 'IND' }, { value: 'Terracotta', code: 'TER' }]], { price: 2600n, grams: 460, stock: [32, 18, 21], barcodesFrom: 4021 }),
    pictures: [
      onTable('cups', 'Two bone coffee cups on saucers, filled', pair(bone)),
      onTable('cups-indigo', 'The cups in indigo', pair(indigo)),
      onTable('cups-terracotta', 'The cups in terracotta', pair(terracotta)),
    ],
  }),
  product({
    slug: 'coffee-table-set',
    title: 'Coffee table set',
    descriptionHtml: prose(
      'Everything for a slow coffee in one box: the large jebena with its woven ring, two pairs of bone cups with saucers and a bag of our Guji coffee, ground for the pot. A printed card explains the three rounds, from strong to light, and who is poured first. <strong>You need only a flame and an hour.</strong>',
      ['Contains: eight-cup jebena, four cups, four saucers, 250 g of coffee', 'Packed in straw and shipped in one carton', 'Coffee is roasted fresh for every shipment'],
    ),
    vendor: 'Entoto Clay',
    category: ['Kitchen', 'Coffee'],
    collections,
    tags: ['coffee', 'set', 'gift'],
    attributes: { material: 'Earthenware, stoneware, coffee', origin: 'Ethiopia', pieces: 10, dishwasherSafe: false, handmade: true },
    optionNames: [],
    variants: [
      { sku: 'KIT-SET-TABLE', options: [], priceMinor: 10400n, compareAtMinor: 11650n, weightGrams: 2540, gtin: barcode(4031), stock: 8, kit: [{ sku: 'KIT-JEBENA-8', quantity: 1 }, { sku: 'KIT-CUPS-BON', quantity: 2 }, { sku: 'KIT-COFFEE-250-PT', quantity: 1 }] },
    ],
    pictures: [
      onTable('set', 'A black coffee pot, a bag of coffee and two filled cups on one table', together(at(590, 720, 1.02, coffeeBag('#c9a877', '#f4ead6', '#b23a2a')), at(300, 780, 1.12, coffeePot('#3a2a26', '#d9ae68')), at(600, 850, 1.05, cup(bone)), at(285, 925, 1.05, cup(bone)))),
    ],
  }),
  product({
    slug: 'enamel-mug',
    title: 'Enamel mug, 350 ml',
    descriptionHtml: prose(
      'The mug of every construction site, school trip and station kitchen, made in a factory outside Nairobi since before independence. Two coats of enamel on sheet steel, a black rolled rim, a handle for a gloved hand. Drop it and the enamel may chip; the mug goes on for decades after.',
      ['Holds 350 ml', 'For gas, electric hob and open fire, not for microwaves', 'Dishwasher safe', 'Chips are harmless; dry them so that they do not rust'],
    ),
    vendor: 'Athi Enamel Works',
    category: ['Table', 'Cups and beakers'],
    collections,
    tags: ['enamel', 'outdoor', 'under-30'],
    attributes: { material: 'Enamelled steel', origin: 'Kenya', capacityMl: 350, diameterMm: 85, dishwasherSafe: true, microwaveSafe: false, handmade: false },
    optionNames: ['Colour'],
    variants: grid('KIT-MUG', [[{ value: 'Lake', code: 'LAK' }, { value: 'Ochre', code: 'OCH' }, { value: 'Brick', code: 'BRK' }, { value: 'White', code: 'WHT' }]], { price: 990n, grams: 165, stock: [60, 0, 42, 55], barcodesFrom: 4041 }),
    pictures: [
      onTable('mug', 'A blue-green enamel mug with a dark rim', at(375, 830, 1.75, mug('#3f6b73'))),
      onTable('mug-ochre', 'The mug in ochre', at(375, 830, 1.75, mug('#d19a3d'))),
      onTable('mug-brick', 'The mug in brick red', at(375, 830, 1.75, mug('#a9472f'))),
    ],
  }),
  product({
    slug: 'filter-dripper',
    title: 'Filter dripper with jug',
    descriptionHtml: prose(
      'A ribbed ceramic cone on a glass jug, for one to four cups of filter coffee. The ribs keep the paper off the wall so that the water runs evenly, and the cone is heavy, which holds the heat while it drips. The jug is borosilicate glass with a drawn handle.',
      ['Takes ordinary size 02 papers; forty are in the box', 'Jug holds 600 ml and stands on a low flame with a diffuser', 'Both parts are dishwasher safe and sold together; spare jugs on request'],
    ),
    vendor: 'Cederkloof Studio',
    category: ['Kitchen', 'Coffee'],
    collections,
    tags: ['stoneware', 'glass', 'coffee'],
    attributes: { material: 'Stoneware, borosilicate glass', origin: 'South Africa', capacityMl: 600, heightMm: 240, dishwasherSafe: true, handmade: true },
    optionNames: ['Glaze'],
    variants: grid('KIT-DRIP', [[{ value: 'Bone', code: 'BON' }, { value: 'Sage', code: 'SAG' }]], { price: 5400n, grams: 870, stock: [10, 7], barcodesFrom: 4051 }),
    pictures: [
      onTable('dripper', 'A bone ceramic dripper with paper filter on a glass jug of coffee', at(390, 870, 1.6, dripper(bone))),
      onTable('dripper-sage', 'The dripper in sage', at(390, 870, 1.6, dripper(sage))),
    ],
  }),
  product({
    slug: 'wild-olive-board',
    title: 'Wild olive serving board',
    descriptionHtml: prose(
      'A board cut from one plank of wild olive, a dense wood with a grain like weather maps. The trees are felled by storm or age; each board is stamped with the number of its log. Good for bread and cheese, and hard enough to cut on if you do not mind the marks.',
      ['20 × 38, 24 × 48 or 28 × 60 cm, 2.2 cm thick', 'Oiled with linseed; oil it again when it looks thirsty', 'Wash by hand and stand it on edge to dry'],
    ),
    vendor: 'Arusha Joinery',
    category: ['Kitchen', 'Boards and tools'],
    collections,
    tags: ['wood', 'serving', 'gift'],
    attributes: { material: 'Wild olive wood', origin: 'Tanzania', lengthMm: 480, widthMm: 240, dishwasherSafe: false, handmade: true },
    optionNames: ['Size'],
    variants: grid('KIT-BOARD', [[{ value: 'Small', code: 'S' }, { value: 'Medium', code: 'M', plus: 1400n, heavier: 620 }, { value: 'Large', code: 'L', plus: 3200n, heavier: 1500 }]], { price: 3200n, grams: 980, stock: [15, 11, 4], barcodesFrom: 4061 }),
    pictures: [flat('board', 'A wooden serving board with strong grain, a hole and a leather thong', at(400, 320, 1.08, board('#b98a55', 560, 330)))],
  }),
  product({
    slug: 'olive-wood-spoons',
    title: 'Wild olive spoons, set of three',
    descriptionHtml: prose(
      'A deep spoon, a slotted turner and a three-pronged server, carved from the offcuts of our boards. Wild olive is dense and slightly oily, so it neither splinters nor takes on the colour of tomato sauce. The handles are slim and long enough for a tall pot.',
      ['Length 32 cm', 'Carved with axe and hook knife, finished with sandpaper and oil', 'Will not scratch coated pans', 'Wash by hand; do not leave them standing in water'],
    ),
    vendor: 'Arusha Joinery',
    category: ['Kitchen', 'Boards and tools'],
    collections,
    tags: ['wood', 'set', 'under-30'],
    attributes: { material: 'Wild olive wood', origin: 'Tanzania', lengthMm: 320, pieces: 3, dishwasherSafe: false, handmade: true },
    optionNames: [],
    variants: single('KIT-SPOONS', { price: 2800n, grams: 240, stock: [28], barcodesFrom: 4071 }),
    pictures: [flat('spoons', 'A wooden spoon, a slotted turner and a server side by side', at(400, 350, 1.2, spoons('#b98a55')))],
  }),
  product({
    slug: 'soapstone-mortar',
    title: 'Soapstone mortar and pestle',
    descriptionHtml: prose(
      'A mortar carved from one block of grey soapstone, left rough inside where it works and polished outside where it is looked at. Soapstone is heavy and stays where it is put. The pestle is of hard mninga wood, because stone on stone leaves grit in the pesto.',
      ['Large holds 500 ml, small 200 ml', 'Rinse with water, no soap', 'Grind a spoonful of dry rice before first use and throw it away'],
    ),
    vendor: 'Tabaka Stone Carvers',
    category: ['Kitchen', 'Boards and tools'],
    collections,
    tags: ['stone', 'spices'],
    attributes: { material: 'Soapstone, mninga wood', origin: 'Kenya', diameterMm: 150, capacityMl: 500, dishwasherSafe: false, handmade: true },
    optionNames: ['Size'],
    variants: grid('KIT-MORTAR', [[{ value: 'Small', code: 'S' }, { value: 'Large', code: 'L', plus: 1900n, heavier: 1900 }]], { price: 2900n, grams: 1300, stock: [9, 6], was: { 'KIT-MORTAR-L': 5600n } }),
    pictures: [onTable('mortar', 'A grey stone mortar with a wooden pestle leaning in it', at(395, 840, 1.55, mortar('#8b8f90', '#a1744b')))],
  }),
  product({
    slug: 'miombo-honey',
    title: 'Miombo forest honey',
    descriptionHtml: prose(
      'Dark honey from bark hives hung high in the miombo woodland, harvested at night with a smoker of green leaves. It is strained through cloth and never heated, so it will crystallise in the cold; stand the jar in warm water to clear it. Malty, with a little smoke.',
      ['400 g or 900 g in a returnable glass', 'Forest certified as organic; residue report on request', 'Not for children under twelve months'],
    ),
    vendor: 'Lukanga Bee Forest',
    category: ['Kitchen', 'Pantry'],
    collections,
    tags: ['food', 'gift', 'under-30'],
    attributes: { material: 'Honey', origin: 'Zambia', organic: true, bestBeforeMonths: 24 },
    optionNames: ['Weight'],
    variants: grid('KIT-HONEY', [[{ value: '400 g', code: '400' }, { value: '900 g', code: '900', plus: 900n, heavier: 610 }]], { price: 890n, grams: 620, stock: [40, 3], barcodesFrom: 4081 }),
    pictures: [onTable('honey', 'A jar of dark honey with a red cloth lid and a wooden dipper in front', at(400, 800, 1.65, honeyJar('#c9821f', '#b9583f')))],
  }),
];
