import { findStatements } from '../find-statements.ts';
import type { OfflinePrompt } from '../read-prompt.ts';

const isCompany = /\bcompanion\b/i;
const questionLabel = /^questions? you may ask\b/i;
const withChoice = /^(.*\?)\s*(\[[^\]|]+\|[^\]|]+\])$/s;

const replies = [
  'Thank you for telling me.',
  'That is good to hear about.',
  'I am listening.',
  'I like to hear that.',
  'Take all the time you like.',
];

/**
 * One turn of small talk, for prompts that ask for a companion and list questions: a kind word, what the context has on what was
 * said, and the next question of the list with its choice. It goes without the notice, because it is read aloud; whoever shows
 * it says what it is beside it. Undefined for other prompts.
 */
export function composeCompany({
  instructions,
  sections,
  question,
  messages,
}: OfflinePrompt): string | undefined {
  const questions = sections.find(({ label }) => questionLabel.test(label));
  if (!isCompany.test(instructions) || !questions) return undefined;
  const said = messages.filter(({ role }) => role === 'assistant').map(({ content }) => content);
  const isNew = (text: string) => !said.some((content) => content.includes(text));
  const story = sections.filter((section) => section !== questions);
  const [found] = findStatements(question, story, 3).filter(({ statement }) => isNew(statement));
  const next = questions.statements
    .flatMap((statement) => [withChoice.exec(statement)])
    .find((match) => match && isNew(match[1] ?? ''));
  return [
    replies[messages.length % replies.length],
    found && `I have this in your story: “${found.statement}”`,
    next?.[1] ?? 'Shall we go on with this?',
    next?.[2],
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}
