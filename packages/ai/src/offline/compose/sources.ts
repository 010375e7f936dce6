import type { Finding } from '../find-statements.ts';
import type { Composition } from './composition.ts';
import { inline } from './markdown.ts';

/** Says which sections an answer came from. */
export function sourcesOf(findings: Finding[]): string {
  return `*From what you told me: ${[...new Set(findings.map(({ label }) => label))].join(', ')}.*`;
}

/** What a person should check in a draft before using it: the facts that a template cannot honour by itself. */
export function checklist({ facts, sections }: Composition): string {
  if (sections.length === 0) return '*Fill the brackets, or save what belongs into them and ask again.*';
  const checks = [
    facts.tone[0] === undefined ? 'the tone' : `the tone (${inline(facts.tone[0])})`,
    ...(facts.avoid.length > 0
      ? [`that it avoids what you listed (${facts.avoid.map(inline).join('; ')})`]
      : []),
  ];
  return `*A template filled with your facts. Before you use it, check ${checks.join(' and ')}.*`;
}
