import { green } from '../drawing/families.ts';
import { birdHouse, broom, flowerPot, gloves, handTools, planter, seedPacket, twine, wateringCan } from '../drawing/garden.ts';
import { branch, bush } from '../drawing/plants.ts';
import { at, together } from '../drawing/sheet.ts';
import { grid, product, prose, single, studio } from '../make.ts';
import type { DemoProduct } from '../types.ts';

const { onTable, flat } = studio(green, 'garden');
const collections = ['garden'] as const;
const sprouts = together(at(-70, 0, 1, branch(190, -60, '#6b8a52', 4, 60)), at(70, 0, 1, branch(200, 60, '#6b8a52', 4, 60)), branch(270, 6, '#5d7a4a', 5, 66));

/** Pots, tools and seeds. */
export const garden: readonly DemoProduct[] = [
  product({
    slug: 'terracotta-pot-with-saucer',
    title: 'Terracotta pot with saucer',
    descriptionHtml: prose(
      'A flower pot as it should be: thick-walled, unglazed, with a heavy rim to lift it by. The clay breathes, so roots get air and the plant tells you early when it is thirsty. Fired hotter than usual, the pot survives a frosty night as long as it does not stand in water.',
      ['Diameter 12, 16, 21 or 28 cm at the rim', 'One drain hole; the saucer is glazed inside and does not sweat', 'White bloom on the outside is lime and can be brushed off'],
    ),
    vendor: 'Entoto Clay',
    category: ['Garden', 'Pots'],
    collections,
    tags: ['terracotta', 'outdoor', 'pot'],
    attributes: { material: 'Terracotta', origin: 'Ethiopia', diameterMm: 210, frostProof: true, outdoor: true, handmade: true },
    optionNames: ['Diameter'],
    variants: grid('GAR-POT', [[{ value: '12 cm', code: '12' }, { value: '16 cm', code: '16', plus: 400n, heavier: 500 }, { value: '21 cm', code: '21', plus: 1100n, heavier: 1400 }, { value: '28 cm', code: '28', plus: 2400n, heavier: 3300 }]], { price: 900n, grams: 620, stock: [44, 38, 21, 3], barcodesFrom: 7001 }),
    pictures: [
      onTable('pot', 'A terracotta pot on its saucer with a pointed-leaf plant', at(400, 880, 1.5, flowerPot('#b8653f', 1, bush(13, 250, 34, '#5d7a4a', 170)))),
      onTable('pot-sizes', 'Three empty pots in three sizes', together(at(530, 750, 1.35, flowerPot('#b8653f')), at(265, 800, 1.05, flowerPot('#b8653f')), at(465, 900, 0.78, flowerPot('#b8653f')))),
    ],
  }),
  product({
    slug: 'long-reach-watering-can',
    title: 'Long-reach watering can',
    descriptionHtml: prose(
      'A watering can whose spout is long enough for the back row and whose two handles let you carry with one hand and pour with the other. Sheet steel, folded and soldered, then dipped in enamel. The brass rose unscrews and gives a fine, upward-falling rain that does not wash seedlings out.',
      ['Holds 5 litres, weighs 1.1 kg empty', 'The spout ends above the water line, so it does not slop when carried', 'Empty it before frost'],
    ),
    vendor: 'Athi Enamel Works',
    category: ['Garden', 'Tools'],
    collections,
    tags: ['enamel', 'brass', 'outdoor'],
    attributes: { material: 'Enamelled steel, brass', origin: 'Kenya', capacityLitres: 5, heightMm: 340, outdoor: true, handmade: false },
    optionNames: ['Colour'],
    variants: grid('GAR-CAN', [[{ value: 'Bottle green', code: 'GRN' }, { value: 'Ochre', code: 'OCH' }, { value: 'Brick', code: 'BRK' }]], { price: 4900n, grams: 1100, stock: [13, 8, 6], barcodesFrom: 7011, was: { 'GAR-CAN-OCH': 5900n } }),
    pictures: [
      onTable('can', 'A bottle-green watering can with a brass rose and two handles', at(440, 850, 1.22, wateringCan('#4f7166', '#b98f45'))),
      onTable('can-ochre', 'The watering can in ochre', at(440, 850, 1.22, wateringCan('#cf9440', '#b98f45'))),
      onTable('can-brick', 'The watering can in brick red', at(440, 850, 1.22, wateringCan('#a9503a', '#b98f45'))),
    ],
  }),
  product({
    slug: 'hand-trowel-and-fork',
    title: 'Hand trowel and fork',
    descriptionHtml: prose(
      'A trowel and a fork forged from old leaf springs by a smith in Jos, who makes hoes for half the plateau. Spring steel takes a thin edge and springs back from stones. The handles are turned from ash-like celtis wood, shaped for a closed fist and hung on leather.',
      ['Length 32 cm', 'Sold singly or as a pair', 'Wipe with an oily rag before winter; the edge can be filed', 'Loose handles are refitted free of charge'],
    ),
    vendor: 'Plateau Forge',
    category: ['Garden', 'Tools'],
    collections,
    tags: ['forged', 'recycled', 'gift'],
    attributes: { material: 'Spring steel, celtis wood', origin: 'Nigeria', lengthMm: 320, repairable: true, handmade: true },
    optionNames: ['Tool'],
    variants: grid('GAR-HAND', [[{ value: 'Trowel', code: 'TRO' }, { value: 'Fork', code: 'FRK', plus: 200n, heavier: 20 }, { value: 'Pair', code: 'PR', plus: 1900n, heavier: 340 }]], { price: 2300n, grams: 320, stock: [16, 12, 9], barcodesFrom: 7021 }),
    pictures: [flat('tools', 'A hand trowel and a hand fork with wooden handles and leather loops', at(400, 455, 1.28, handTools('#b98a55', '#9aa3a3', '#5a3020')))],
  }),
  product({
    slug: 'kitchen-garden-seeds',
    title: 'Kitchen garden seeds',
    descriptionHtml: prose(
      'Open-pollinated seeds from a farm that has saved its own since 1974, so you can save yours too. Each packet tells when to sow north and south of the equator. Choose between a sweet plum tomato, a small-leaved basil, a branching sunflower and a chilli that is hot but has manners.',
      ['Tomato 40, basil 200, sunflower 30, chilli 25 seeds', 'Germination tested in the year of sale, printed on the back', 'Not shipped outside the EU and the African Union'],
    ),
    vendor: 'Ngong Seed Keepers',
    category: ['Garden', 'Seeds'],
    collections,
    tags: ['seeds', 'kitchen', 'under-30'],
    attributes: { material: 'Seeds', origin: 'Kenya', organic: true, openPollinated: true, bestBeforeMonths: 24 },
    optionNames: ['Sort'],
    variants: grid('GAR-SEED', [[{ value: 'Plum tomato', code: 'TOM' }, { value: 'Small-leaved basil', code: 'BAS' }, { value: 'Sunflower', code: 'SUN' }, { value: 'Chilli', code: 'CHI' }]], { price: 390n, grams: 12, stock: [90, 120, 75, 4], barcodesFrom: 7031 }),
    pictures: [
      flat('seed-tomato', 'A seed packet with three tomatoes on a vine', at(400, 470, 1.3, seedPacket('#e9d3a4', 'tomato', '#b93f2a', '#55734f'))),
      flat('seed-basil', 'A seed packet with a sprig of basil', at(400, 470, 1.3, seedPacket('#e3e0c0', 'basil', '#55734f', '#55734f'))),
      flat('seed-sunflower', 'A seed packet with a sunflower', at(400, 470, 1.3, seedPacket('#d9d3e4', 'flower', '#d9932f', '#55734f'))),
    ],
  }),
  product({
    slug: 'calabash-bird-house',
    title: 'Calabash bird house',
    descriptionHtml: prose(
      'A nesting box that grew on a vine. The calabash is dried for a season, opened, scraped clean and sealed outside with linseed oil; inside it stays rough, so that fledglings can climb. The entrance is 32 mm wide, which suits tits and sparrows and keeps out larger guests.',
      ['Height about 28 cm, on two metres of waxed cord', 'Hang it facing east, out of reach of cats', 'Drain holes in the base; clean it out every autumn with hot water'],
    ),
    vendor: 'Casamance Calabash',
    category: ['Garden', 'Birds'],
    collections,
    tags: ['calabash', 'outdoor', 'gift'],
    attributes: { material: 'Calabash', origin: 'Senegal', heightMm: 280, openingMm: 32, outdoor: true, handmade: true },
    optionNames: [],
    variants: single('GAR-BIRD', { price: 2700n, grams: 410, stock: [15], barcodesFrom: 7041 }),
    pictures: [flat('bird', 'A calabash bird house on a cord with a blue bird at its entrance', at(400, 790, 1.35, birdHouse('#c08a45', '#34648a')))],
  }),
  product({
    slug: 'garden-twine',
    title: 'Garden twine on a reel',
    descriptionHtml: prose(
      'Three-ply sisal twine for tying up tomatoes, parcels and gates. It holds for two seasons and then rots away, so what you forget on the stem does no harm. The reel is turned from prunings and has a hole through the middle for a stick or a belt.',
      ['100 or 250 metres, 3 mm thick', 'Untreated, without oil or dye', 'Refill hanks fit the same reel, which is why we sell it only once to most people'],
    ),
    vendor: 'Machakos Sisal Women',
    category: ['Garden', 'Tools'],
    collections,
    tags: ['sisal', 'refillable', 'under-30'],
    attributes: { material: 'Sisal, wood', origin: 'Kenya', lengthM: 100, compostable: true, outdoor: true },
    optionNames: ['Length'],
    variants: grid('GAR-TWINE', [[{ value: '100 m', code: '100' }, { value: '250 m', code: '250', plus: 700n, heavier: 480 }]], { price: 980n, grams: 390, stock: [36, 20], barcodesFrom: 7051 }),
    pictures: [onTable('twine', 'A wooden reel of pale twine with its loose end in front', at(400, 800, 1.55, twine('#c9b078', '#a1744b')))],
  }),
  product({
    slug: 'grass-hand-broom',
    title: 'Grass hand broom',
    descriptionHtml: prose(
      'A short broom of mountain grass, bound so tightly with dyed cord that it needs neither wire nor glue. Soft at the tips and springy at the root, it sweeps sand from a threshold and crumbs from a table equally well. Stand it on its handle, or hang it up; standing on its tips would bend them.',
      ['Length 62 cm, width 30 cm', 'Shake it out, and once a year wash it in salt water', 'All of it can go on the compost in the end'],
    ),
    vendor: 'Maluti Broom Makers',
    category: ['Home', 'Small things'],
    collections,
    tags: ['grass', 'household', 'under-30'],
    attributes: { material: 'Mountain grass, cotton cord', origin: 'Lesotho', lengthMm: 620, widthMm: 300, compostable: true, handmade: true },
    optionNames: [],
    variants: single('GAR-BROOM', { price: 1800n, grams: 280, stock: [19], barcodesFrom: 7061 }),
    pictures: [flat('broom', 'A fan-shaped grass broom bound with red cord, hanging by its loop', at(400, 500, 1.02, broom('#d2b468', '#8f3d2a')))],
  }),
  product({
    slug: 'planter-on-legs',
    title: 'Planter on legs',
    descriptionHtml: prose(
      'A rounded stoneware bowl held by three mninga legs, for the plant that deserves a place of its own. The legs screw into wooden plugs in the base and can be left off. The inside is glazed without a hole, so use an inner pot, or put gravel at the bottom and water with care.',
      ['Bowl 30 cm wide, 20 cm deep; height on legs 38 cm', 'Plant not included', 'Felt under the legs; keep indoors or under a roof'],
    ),
    vendor: 'Msasa Hill Pottery',
    category: ['Garden', 'Pots'],
    collections: ['garden', 'ceramics'],
    tags: ['stoneware', 'wood', 'indoor'],
    attributes: { material: 'Stoneware, mninga wood', origin: 'Zimbabwe', diameterMm: 300, heightMm: 380, outdoor: false, handmade: true },
    optionNames: ['Glaze'],
    variants: grid('GAR-PLANTER', [[{ value: 'Indigo', code: 'IND' }, { value: 'Bone', code: 'BON' }, { value: 'Terracotta', code: 'TER' }]], { price: 8400n, grams: 4100, stock: [5, 6, 3], barcodesFrom: 7071, was: { 'GAR-PLANTER-TER': 9800n } }),
    pictures: [
      onTable('planter', 'An indigo planter on three wooden legs with a tall plant', at(400, 890, 1.28, planter('#34506e', '#a1744b', bush(11, 350, 28, '#55734f', 130)))),
      onTable('planter-bone', 'The planter in bone with young branches', at(400, 890, 1.28, planter('#e9dcc6', '#a1744b', sprouts))),
      onTable('planter-terracotta', 'The planter in terracotta', at(400, 890, 1.28, planter('#b8593a', '#a1744b', bush(11, 350, 28, '#55734f', 130)))),
    ],
  }),
  product({
    slug: 'canvas-garden-gloves',
    title: 'Canvas garden gloves',
    descriptionHtml: prose(
      'Gloves of unbleached canvas with a second layer of waxed cotton where the handle rubs. Cut with a seam along the side of the finger, not over the tip, so you can still feel a weed by its stem. <strong>The size run is being corrected by our sewers,</strong> which is why this page is not public yet.',
      ['Sizes 7, 8 and 9', 'Machine wash at 40 °C, wax the palms again once a year', 'Long cuff that keeps out soil'],
    ),
    vendor: 'Harar Cotton House',
    category: ['Garden', 'Tools'],
    collections,
    tags: ['cotton', 'canvas', 'outdoor'],
    attributes: { material: 'Cotton canvas', origin: 'Ethiopia', washTemperatureC: 40, outdoor: true, handmade: false },
    optionNames: ['Size'],
    variants: grid('GAR-GLOVE', [[{ value: '7', code: '7' }, { value: '8', code: '8' }, { value: '9', code: '9' }]], { price: 1600n, grams: 110, stock: [12, 12, 12] }),
    pictures: [flat('gloves', 'A pair of canvas garden gloves with green palms and cuffs', at(400, 510, 1.3, gloves('#d9cba8', '#5a6b4a')))],
    status: 'draft',
  }),
];
