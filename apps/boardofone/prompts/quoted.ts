/**
 * Puts what people and models wrote between marks, so that it reads as material and not as instructions. Whatever looks like a mark
 * inside it is taken apart.
 */
export function quoted(name: string, text: string): string {
  const harmless = text.replaceAll(/<(?=\/?[a-z_]+[ >])/gi, '< ');
  return `<${name}>\n${harmless.trim() || '(nothing)'}\n</${name}>`;
}
