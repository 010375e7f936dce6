/** Whose weights a model descends from. A distilled or tuned model belongs to the one that it began as. */
const families: readonly (readonly [family: string, names: RegExp])[] = [
  ['offline', /^(offline|rehearsal)\b/],
  ['llama', /llama/],
  ['qwen', /qwen|qwq/],
  ['mistral', /mistral|mixtral|codestral|ministral|magistral|devstral|pixtral/],
  ['claude', /claude/],
  ['gemini', /gemini|gemma/],
  ['deepseek', /deepseek/],
  ['gpt', /gpt|\bo[134](-|$)/],
];

/** The family of a model by its id; an unknown model is a family of its own, without provider, version and size. */
export function modelFamily(model: string): string {
  const id = model.trim().toLowerCase();
  const known = families.find(([, names]) => names.test(id));
  return known?.[0] ?? id.replace(/^.*\//, '').replace(/[-_:@.\s]?\d.*$|:.*$/, '');
}

export interface SameFamily {
  family: string;
  warning: string;
}

/** Warns when every seat is answered by one family of models: they tend to agree for reasons that are not in the arguments. */
export function sameFamily(models: readonly string[]): SameFamily | null {
  const [family, ...others] = new Set(models.map(modelFamily));
  if (family === undefined || others.length > 0 || models.length < 2) return null;
  const warning =
    family === 'offline'
      ? 'Every seat is played by the offline rehearsal. It follows the procedure and does not reason, so their agreement says nothing.'
      : `Every seat is answered by models of one family (${family}). They share habits and gaps, so their agreement says less than it seems. Give a seat or two another model.`;
  return { family, warning };
}
