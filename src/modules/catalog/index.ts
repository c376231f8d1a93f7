/**
 * What is for sale: products with their variants and offers, pictures, shelves and properties, and the shop window in
 * which buyers browse and search. Prices and stock are other modules' truth; they tell us what to show.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { proveListing } from './prove-listing.ts';
import { routes } from './routes.ts';
import { stores, tables } from './tables.ts';

export type { CategoryId, CollectionId, Condition, MediaId, OfferId, ProductId, ProductStatus, VariantId } from './tables.ts';
export type { Facet, Listing, Picture, PictureInput, Product, ProductCard, ProductInput, ProductVariant, SavedProduct, VariantInput } from './product.ts';
export { facts as catalogFacts } from './facts.ts';
export { cleanHtml, removedFrom } from './clean-html.ts';
export { productProblems } from './product-problems.ts';
export { slugOf } from './slug.ts';
export { upsertProduct } from './upsert-product.ts';
export { storePicture } from './store-picture.ts';
export { findOfferBySku, sellableOffers } from './sellable-offers.ts';
export type { SellableOffer } from './sellable-offers.ts';
export { setListingPrice } from './set-listing-price.ts';
export { setAvailability } from './set-availability.ts';
export { listProducts, suggestProducts } from './list-products.ts';
export type { ListingQuery } from './list-products.ts';
export { getProduct } from './get-product.ts';

export const catalogModule: Module = { name: 'catalog', tables, stores, facts, provers: [proveListing], routes };
