import { findStatements } from '../find-statements.ts';
import type { Composition } from './composition.ts';
import { bullets, paragraphs } from './markdown.ts';
import { composeNoContext } from './small-talk.ts';
import { sourcesOf } from './sources.ts';

/** The sentences of the context that have to do with the question, or a plain word that there are none. */
export function composeReply({ question, sections }: Composition): string {
  if (sections.length === 0) return composeNoContext();
  const findings = findStatements(question, sections);
  if (findings.length === 0) {
    return paragraphs(
      'What you told me says nothing about that, and I will not make something up.',
      `It has these sections: ${sections.map(({ label }) => `**${label}**`).join(', ')}.`,
      'Save the missing facts and ask again, or connect a language model for general questions.',
    );
  }
  return paragraphs(
    'What you told me:',
    bullets(findings.map(({ label, statement }) => `**${label}:** ${statement}`)),
    sourcesOf(findings),
  );
}
