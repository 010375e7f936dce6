export type { CatalogueFinding } from './catalogue-rule.ts';
export { type CatalogueException, lintCatalogue } from './lint-catalogue.ts';
