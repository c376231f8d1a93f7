import type { Format } from './tables.ts';

/** Our name of a Shopify column, its heading in today's dialect, and its heading in the older one. */
export const shopifyColumns = [
  ['title', 'Title', 'Title'],
  ['handle', 'URL handle', 'Handle'],
  ['body', 'Description', 'Body (HTML)'],
  ['vendor', 'Vendor', 'Vendor'],
  ['category', 'Product category', 'Product Category'],
  ['type', 'Type', 'Type'],
  ['tags', 'Tags', 'Tags'],
  ['published', 'Published on online store', 'Published'],
  ['status', 'Status', 'Status'],
  ['sku', 'SKU', 'Variant SKU'],
  ['barcode', 'Barcode', 'Variant Barcode'],
  ['option1Name', 'Option1 name', 'Option1 Name'],
  ['option1Value', 'Option1 value', 'Option1 Value'],
  ['option2Name', 'Option2 name', 'Option2 Name'],
  ['option2Value', 'Option2 value', 'Option2 Value'],
  ['option3Name', 'Option3 name', 'Option3 Name'],
  ['option3Value', 'Option3 value', 'Option3 Value'],
  ['price', 'Price', 'Variant Price'],
  ['compareAt', 'Compare-at price', 'Variant Compare At Price'],
  ['taxable', 'Charge tax', 'Variant Taxable'],
  ['taxCode', 'Tax code', 'Variant Tax Code'],
  ['tracker', 'Inventory tracker', 'Variant Inventory Tracker'],
  ['quantity', 'Inventory quantity', 'Variant Inventory Qty'],
  ['policy', 'Continue selling when out of stock', 'Variant Inventory Policy'],
  ['grams', 'Weight value (grams)', 'Variant Grams'],
  ['weightUnit', 'Weight unit for display', 'Variant Weight Unit'],
  ['requiresShipping', 'Requires shipping', 'Variant Requires Shipping'],
  ['fulfilment', 'Fulfillment service', 'Variant Fulfillment Service'],
  ['image', 'Product image URL', 'Image Src'],
  ['imagePosition', 'Image position', 'Image Position'],
  ['imageAlt', 'Image alt text', 'Image Alt Text'],
  ['variantImage', 'Variant image URL', 'Variant Image'],
  ['giftCard', 'Gift card', 'Gift Card'],
  ['seoTitle', 'SEO title', 'SEO Title'],
  ['seoDescription', 'SEO description', 'SEO Description'],
  ['condition', 'Google Shopping / Condition', 'Google Shopping / Condition'],
  ['collection', 'Collection', 'Collection'],
] as const;

export type ShopifyColumn = (typeof shopifyColumns)[number][0];

/** Our name of a WooCommerce column, its heading, and what translated shops call it (German, French, Spanish, Italian, Dutch). */
export const wooColumns = [
  ['id', 'ID', []],
  ['type', 'Type', ['Typ', 'Tipo']],
  ['sku', 'SKU', ['Artikelnummer', 'UGS', 'COD']],
  [
    'gtin',
    'GTIN, UPC, EAN, or ISBN',
    ['GTIN, UPC, EAN oder ISBN', 'GTIN, UPC, EAN ou ISBN', 'GTIN, UPC, EAN o ISBN', 'GTIN, UPC, EAN of ISBN'],
  ],
  ['name', 'Name', ['Nom', 'Nombre', 'Nome', 'Naam']],
  ['published', 'Published', ['Veröffentlicht', 'Publié', 'Publicado', 'Pubblicato', 'Gepubliceerd']],
  [
    'featured',
    'Is featured?',
    ['Ist hervorgehoben?', 'Mis en avant ?', '¿Está destacado?', 'In primo piano?', 'Is uitgelicht?'],
  ],
  [
    'visibility',
    'Visibility in catalog',
    [
      'Sichtbarkeit im Katalog',
      'Visibilité dans le catalogue',
      'Visibilidad en el catálogo',
      'Visibilità nel catalogo',
      'Zichtbaarheid in catalogus',
    ],
  ],
  [
    'shortDescription',
    'Short description',
    [
      'Kurzbeschreibung',
      'Description courte',
      'Descripción corta',
      'Breve descrizione',
      'Korte beschrijving',
    ],
  ],
  ['description', 'Description', ['Beschreibung', 'Descripción', 'Descrizione', 'Beschrijving']],
  [
    'saleFrom',
    'Date sale price starts',
    [
      'Datum, an dem Angebotspreis beginnt',
      'Date de début de promo',
      'Día en que empieza el precio rebajado',
      'Data di inizio del prezzo in saldo',
      'Startdatum actieprijs',
    ],
  ],
  [
    'saleTo',
    'Date sale price ends',
    [
      'Datum, an dem Angebotspreis endet',
      'Date de fin de promo',
      'Día en que termina el precio rebajado',
      'Data di fine del prezzo in saldo',
      'Einddatum actieprijs',
    ],
  ],
  [
    'taxStatus',
    'Tax status',
    ['Steuerstatus', 'État de la TVA', 'Estado del impuesto', 'Stato delle imposte', 'Belastingstatus'],
  ],
  [
    'taxClass',
    'Tax class',
    ['Steuerklasse', 'Classe de TVA', 'Clase de impuesto', 'Aliquota di imposta', 'Belastingklasse'],
  ],
  [
    'inStock',
    'In stock?',
    ['Vorrätig?', 'En stock ?', '¿Existencias?', '¿En inventario?', 'In stock?', 'Op voorraad?'],
  ],
  ['stock', 'Stock', ['Lager', 'Lagerbestand', 'Bestand', 'Inventario', 'Magazzino', 'Voorraad']],
  [
    'lowStock',
    'Low stock amount',
    [
      'Geringe Lagermenge',
      'Montant de stock faible',
      'Cantidad de bajo inventario',
      'Quantità di scorte basse',
      'Lage voorraad',
    ],
  ],
  [
    'backorders',
    'Backorders allowed?',
    [
      'Lieferrückstände erlaubt?',
      'Autoriser les commandes de produits en rupture ?',
      '¿Permitir reservas de productos agotados?',
      'Ordini arretrati ammessi?',
      'Nabestellingen toegestaan?',
    ],
  ],
  [
    'soldIndividually',
    'Sold individually?',
    [
      'Nur einzeln verkaufen?',
      'Vendre individuellement ?',
      '¿Vendido individualmente?',
      'Venduto singolarmente?',
    ],
  ],
  ['weight', 'Weight', ['Gewicht', 'Poids', 'Peso']],
  ['length', 'Length', ['Länge', 'Longueur', 'Longitud', 'Lunghezza', 'Lengte']],
  ['width', 'Width', ['Breite', 'Largeur', 'Anchura', 'Larghezza', 'Breedte']],
  ['height', 'Height', ['Höhe', 'Hauteur', 'Altura', 'Altezza', 'Hoogte']],
  [
    'reviews',
    'Allow customer reviews?',
    [
      'Kundenrezensionen erlauben?',
      'Autoriser les avis clients ?',
      '¿Permitir valoraciones de clientes?',
      'Abilita le recensioni dei clienti?',
    ],
  ],
  [
    'purchaseNote',
    'Purchase note',
    ['Hinweis zum Kauf', 'Note de commande', 'Nota de compra', 'Nota di acquisto'],
  ],
  [
    'salePrice',
    'Sale price',
    ['Angebotspreis', 'Tarif promo', 'Precio rebajado', 'Prezzo in offerta', 'Actieprijs'],
  ],
  [
    'regularPrice',
    'Regular price',
    ['Regulärer Preis', 'Tarif régulier', 'Precio normal', 'Prezzo di listino', 'Reguliere prijs'],
  ],
  ['categories', 'Categories', ['Kategorien', 'Catégories', 'Categorías', 'Categorie', 'Categorieën']],
  ['tags', 'Tags', ['Schlagwörter', 'Étiquettes', 'Etiquetas', 'Tag']],
  [
    'shippingClass',
    'Shipping class',
    ['Versandklasse', "Classe d'expédition", 'Clase de envío', 'Classe di spedizione', 'Verzendklasse'],
  ],
  ['images', 'Images', ['Bilder', 'Imágenes', 'Immagini', 'Afbeeldingen']],
  ['downloadLimit', 'Download limit', ['Download-Limit', 'Limite de téléchargement', 'Límite de descargas']],
  [
    'downloadExpiry',
    'Download expiry days',
    ['Ablauftage des Downloads', "Jours d'expiration du téléchargement", 'Días de caducidad de la descarga'],
  ],
  ['parent', 'Parent', ['Übergeordnetes Produkt', 'Superior', 'Genitore', 'Hoofd']],
  [
    'grouped',
    'Grouped products',
    ['Gruppierte Produkte', 'Groupes de produits', 'Productos agrupados', 'Prodotti raggruppati'],
  ],
  ['upsells', 'Upsells', ['Zusatzverkäufe', 'Produits suggérés', 'Ventas dirigidas']],
  ['crossSells', 'Cross-sells', ['Cross-Sells (Querverkäufe)', 'Ventes croisées', 'Ventas cruzadas']],
  ['externalUrl', 'External URL', ['Externe URL', 'URL externe', 'URL externa', 'URL esterno']],
  [
    'buttonText',
    'Button text',
    ['Button-Text', 'Libellé du bouton', 'Texto del botón', 'Testo del pulsante'],
  ],
  ['position', 'Position', ['Posición', 'Posizione', 'Positie']],
] as const satisfies readonly (readonly [string, string, readonly string[]])[];

export type WooColumn = (typeof wooColumns)[number][0];

/** Where our own extras travel: what the other shop's columns have no room for. */
export const shopifyExtras = 'Kontor (product.metafields.kontor.extra)';
export const wooExtras = 'Meta: _kontor';

const folded = (heading: string): string =>
  heading.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** What a heading is called in the file's own format, for reports. */
export function headingOf(format: Format, key: string): string {
  if (format === 'woocommerce') return wooColumns.find(([name]) => name === key)?.[1] ?? key;
  const column = shopifyColumns.find(([name]) => name === key);
  return column ? column[format === 'shopify' ? 1 : 2] : key;
}

/** Whose columns these are; undefined when they are nobody's that we know. */
export function formatOf(headings: readonly string[]): Format | undefined {
  const known = new Set(headings.map(folded));
  if (
    known.has('handle') &&
    ['body (html)', 'variant sku', 'variant price', 'option1 value'].some((name) => known.has(name))
  )
    return 'shopify-legacy';
  if (known.has('title') && (known.has('url handle') || (known.has('price') && known.has('option1 name'))))
    return 'shopify';
  const woo = new Set(headings.map(wooKeyOf));
  if (woo.has('type') && woo.has('name') && (woo.has('regularPrice') || woo.has('sku'))) return 'woocommerce';
  return undefined;
}

/**
 * Our keys for the columns of a file, in their order.
 *
 * Shape: undefined for columns that we do not carry over; attributes are `attribute.1.name`, metafields `meta.<key>|<label>`.
 */
export function keysOf(format: Format, headings: readonly string[]): (string | undefined)[] {
  return headings.map(format === 'woocommerce' ? wooKeyOf : shopifyKeyOf);
}

const shopifyByHeading = new Map(
  shopifyColumns.flatMap(
    ([key, today, older]) =>
      [
        [folded(today), key],
        [folded(older), key],
      ] as const,
  ),
);
const wooByHeading = new Map<string, WooColumn>(
  wooColumns.flatMap(([key, heading, others]) =>
    [heading, ...others].map((name) => [folded(name), key] as const),
  ),
);

function shopifyKeyOf(heading: string): string | undefined {
  if (folded(heading) === folded(shopifyExtras)) return 'extras';
  const meta = /^(.*)\(product\.metafields\.([\w-]+)\.([\w-]+)\)\s*$/i.exec(heading.trim());
  if (meta) return `meta.${(meta[3] ?? '').toLowerCase()}|${(meta[1] ?? '').trim() || meta[3]}`;
  return shopifyByHeading.get(folded(heading));
}

function wooKeyOf(heading: string): string | undefined {
  if (folded(heading) === folded(wooExtras)) return 'extras';
  const attribute =
    /^(?:attribute|attribut|atributo|attributo|attribuut) (\d+) (.+)$|^(?:nom|valeur\(s\)|nombre|valor\(es\)) (?:de l.attribut|del atributo) (\d+)$/.exec(
      folded(heading),
    );
  if (attribute) {
    const part = attribute[2] ?? (folded(heading).startsWith('nom') ? 'name' : 'values');
    if (/^(name|nom|nombre|nome|naam)/.test(part)) return `attribute.${attribute[1] ?? attribute[3]}.name`;
    if (/^(value|wert|valeur|valor|waarde)/.test(part))
      return `attribute.${attribute[1] ?? attribute[3]}.values`;
    return undefined;
  }
  const unit = /^(.+) \((kg|g|lbs?|oz)\)$/.exec(folded(heading));
  if (unit && wooByHeading.get(unit[1] ?? '') === 'weight')
    return `weight.${(unit[2] ?? '').replace('lbs', 'lb')}`;
  const size = /^(.+) \((m|cm|mm|in|yd)\)$/.exec(folded(heading));
  return wooByHeading.get(size?.[1] ?? folded(heading));
}
