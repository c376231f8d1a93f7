import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals('catalog', {
  productGone: {
    status: 404,
    says: 'There is no such product in this shop.',
    sagt: 'Dieses Produkt gibt es in diesem Shop nicht.',
  },
  pictureGone: { status: 404, says: 'There is no such picture.', sagt: 'Dieses Bild gibt es nicht.' },
  collectionGone: {
    status: 404,
    says: 'There is no such collection.',
    sagt: 'Diese Kollektion gibt es nicht.',
  },
  categoryGone: { status: 404, says: 'There is no such category.', sagt: 'Diese Kategorie gibt es nicht.' },
  attributeGone: { status: 404, says: 'There is no such attribute.', sagt: 'Dieses Merkmal gibt es nicht.' },
  changedMeanwhile: {
    status: 412,
    says: 'Someone changed this product in the meantime. Load it again and repeat your change.',
    sagt: 'Das Produkt wurde inzwischen geändert. Bitte neu laden und die Änderung wiederholen.',
  },
  versionMissing: {
    status: 428,
    says: 'Say which version you are changing: send If-Match with the version you read.',
  },
  slugTaken: {
    status: 409,
    says: 'Another product, collection or category already has this address.',
    sagt: 'Diese Adresse ist schon vergeben.',
  },
  skuTaken: {
    status: 409,
    says: 'Another variant already has this SKU.',
    sagt: 'Eine andere Variante hat diese Artikelnummer schon.',
  },
  codeTaken: {
    status: 409,
    says: 'Another attribute already has this code.',
    sagt: 'Ein anderes Merkmal hat dieses Kürzel schon.',
  },
  notAProduct: {
    status: 422,
    says: 'This product is not complete or contradicts itself.',
    sagt: 'Das Produkt ist unvollständig oder widersprüchlich.',
  },
  wrongValue: {
    status: 422,
    says: 'The value does not fit the kind of the attribute.',
    sagt: 'Der Wert passt nicht zur Art des Merkmals.',
  },
  notAPicture: {
    status: 422,
    says: 'This file is not a picture that we can read: use JPEG, PNG, WebP, GIF, AVIF or SVG.',
    sagt: 'Diese Datei ist kein lesbares Bild: möglich sind JPEG, PNG, WebP, GIF, AVIF und SVG.',
  },
  pictureTooLarge: {
    status: 413,
    says: 'A picture may have at most 20 MB and 80 megapixels.',
    sagt: 'Ein Bild darf höchstens 20 MB und 80 Megapixel haben.',
  },
  categoryInItself: {
    status: 422,
    says: 'A category cannot be moved into itself.',
    sagt: 'Eine Kategorie kann nicht in sich selbst liegen.',
  },
  categoryInUse: {
    status: 409,
    says: 'Move the products and subcategories elsewhere first.',
    sagt: 'Bitte zuerst Produkte und Unterkategorien woanders einordnen.',
  },
});

/** Two people at once: the database's own "taken" becomes the refusal that the check before it would have given. */
export async function refuseTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const constraint =
      error instanceof Error && 'constraint' in error ? String(error.constraint).replace(/_\d+$/, '') : '';
    if (
      constraint === 'product_slug' ||
      constraint === 'collection_tenant_id_slug_key' ||
      constraint === 'category_tenant_id_slug_key'
    )
      throw refuse.slugTaken({ field: 'slug' });
    if (constraint === 'offer_sku') throw refuse.skuTaken({ field: 'sku' });
    if (constraint === 'attribute_definition_tenant_id_code_key') throw refuse.codeTaken({ field: 'code' });
    throw error;
  }
}
