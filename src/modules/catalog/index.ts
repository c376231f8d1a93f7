/**
 * What is for sale: products with their variants and offers, pictures, shelves and properties, and the shop window in
 * which buyers browse and search. Prices and stock are other modules' truth; they tell us what to show.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { proveListing } from './prove-listing.ts';
import { routes } from './routes.ts';
import { stores, tables } from './tables.ts';

export type {
  CategoryId,
  CollectionId,
  Condition,
  MediaId,
  OfferId,
  ProductId,
  ProductStatus,
  VariantId,
} from './tables.ts';
export type {
  Facet,
  FacetValue,
  Listing,
  Picture,
  PictureInput,
  Price,
  Product,
  ProductCard,
  ProductInput,
  ProductVariant,
  SavedProduct,
  VariantInput,
} from './product.ts';
export { facts as catalogFacts } from './facts.ts';
export { cleanHtml, removedFrom } from './clean-html.ts';
export { productProblems } from './product-problems.ts';
export { freeSlug, slugOf } from './slug.ts';
export { upsertProduct } from './upsert-product.ts';
export { fillPicture, pendingPictures } from './pending-pictures.ts';
export { removePictureFiles, storePicture } from './store-picture.ts';
export { findOfferBySku, sellableOffers } from './sellable-offers.ts';
export type { SellableOffer } from './sellable-offers.ts';
export { setListingPrice } from './set-listing-price.ts';
export { setAvailability } from './set-availability.ts';
export { facetsOf, listProducts, suggestProducts } from './list-products.ts';
export type { ListingQuery } from './list-products.ts';
export { getProduct } from './get-product.ts';
export { listAttributes } from './list-attributes.ts';
export { listCollections, listShelves } from './list-collections.ts';
export type { CollectionCard } from './list-collections.ts';
export { readCatalogue } from './read-catalogue.ts';
export type { CatalogueEntry } from './read-catalogue.ts';
export { readShopWindow } from './read-shop-window.ts';
export { findOffersByText } from './find-offers-by-text.ts';
export { findSkusInUse, findSlugsInUse } from './find-skus-in-use.ts';
export { createProduct } from './create-product.ts';
export { changeProduct } from './change-product.ts';
export { changeVariants } from './change-variants.ts';
export { changeStatus } from './change-status.ts';
export { addPicture } from './add-picture.ts';
export { arrangeCollection, changeCollection, createCollection } from './save-collection.ts';
export { catalogueProperties } from './list-attributes.ts';
export { defineAttribute } from './save-attribute.ts';

export const catalogModule: Module = {
  name: 'catalog',
  tables,
  stores,
  facts,
  provers: [proveListing],
  routes,
};
