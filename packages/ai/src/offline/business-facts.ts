import type { ContextSection } from './read-context.ts';

/** What templates are filled with; a section that the context lacks is an empty list. */
export interface BusinessFacts {
  name: string | undefined;
  offer: string[];
  audience: string[];
  tone: string[];
  policies: string[];
  goals: string[];
  avoid: string[];
}

const longestName = 60;

/** Finds the usual sections of a business context by their labels; its title, where it has one, names the business. */
export function businessFacts(sections: ContextSection[], owner?: string): BusinessFacts {
  const statementsOf = (label: RegExp) =>
    sections.find((section) => label.test(section.label))?.statements ?? [];
  return {
    name: owner ?? nameIn(statementsOf(/compan|business|^name|brand name|about/i)),
    offer: statementsOf(/what (we|you|i) (sell|do|offer|make)|offer|product|service|^sell/i),
    audience: statementsOf(/audience|customer|client|target|who (we|you|i) (sell|serve|help)/i),
    tone: statementsOf(/tone|voice|style/i),
    policies: statementsOf(/polic|terms|shipping|returns/i),
    goals: statementsOf(/goal|aim|objective/i),
    avoid: statementsOf(/do.?n[o']t|not.say|avoid|never/i),
  };
}

/** A company section starts with the name, or with a sentence whose subject it is. */
function nameIn(statements: string[]): string | undefined {
  const subject = statements[0]?.split(/\s+(?:is|are|was|sells|makes|offers|helps)\s|[,.;:–—(]/)[0]?.trim();
  return subject !== undefined && subject !== '' && subject.length <= longestName ? subject : undefined;
}
