/**
 * The length of every vector. One for all providers, because a column of pgvector has one; the embedding models of
 * OpenAI and Google can all give it, and pgvector indexes up to 2,000.
 */
export const embeddingDimensions = 1536;
