/** Joins the paragraphs that are there. */
export function paragraphs(...blocks: (string | undefined)[]): string {
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
}

/** A bullet list, or nothing for no items. */
export function bullets(items: string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** The text with a full stop, unless it ends in punctuation of its own. */
function sentence(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}

/** Several statements as running text. */
export function prose(statements: string[]): string {
  return statements.map(sentence).join(' ');
}

/** The text with a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as it reads in mid-sentence: without its final full stop. */
export function inline(text: string): string {
  return text.replace(/[.\s]+$/, '');
}
