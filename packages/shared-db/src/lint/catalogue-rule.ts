/** One thing that must not be found in the catalogue. */
export interface CatalogueRule {
  /** Kebab-case, as findings and exceptions name it. */
  name: string;
  /** What is wrong and how to put it right. */
  message: string;
  /** Returns `object` for each offender; `$1` is the list of schemas. */
  query: string;
}

/** One offence against a rule. */
export interface CatalogueFinding {
  rule: string;
  object: string;
  message: string;
}
