import type { Persona } from './persona.ts';

type Written = Omit<Persona, 'keywords'> & { keywords: string };

/** A persona as it is comfortably written: lines of the prompt may break anywhere, an empty one parts paragraphs. */
export function definePersona({ keywords, systemPrompt, ...rest }: Written): Persona {
  const paragraphs = systemPrompt.trim().split(/\n\s*\n/);
  return {
    ...rest,
    keywords: keywords.split(' '),
    systemPrompt: paragraphs.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).join('\n\n'),
  };
}
