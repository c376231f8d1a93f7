/**
 * What people may ask of us about their data: requests from whichever door, with proof of who asks, a clock and an answer.
 * One engine for every right and every door; what it finds and does about a person it asks of persons.
 */
import type { Module } from '#kernel/module.ts';
import { facts } from './facts.ts';
import { stores, tables } from './tables.ts';

export { facts as rightsFacts } from './facts.ts';

export const rightsModule: Module = { name: 'rights', tables, stores, facts };
