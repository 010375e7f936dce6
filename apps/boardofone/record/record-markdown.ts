import { ruleLabels } from '../ballots/rule-labels.ts';
import { checkMemo } from '../debate/memo-claims.ts';
import { relabel } from '../debate/relabel.ts';
import { changeWords, roundWords } from '../deliberation/change-words.ts';
import type { MemoBody } from '../deliberation/memo.ts';
import { dollars } from '../money/dollars.ts';
import { memoSections } from './memo-sections.ts';
import type { SessionRecord } from './schemas.ts';

type Memo = NonNullable<SessionRecord['memo']>;

/** The memo for people, in Markdown, always with the minority report; null while there is no memo. */
export function recordMarkdown(record: SessionRecord): string | null {
  const { session, options, panel, memo, outcome } = record;
  if (!memo) return null;
  const labelOf = (id: string | null) => options.find((option) => option.id === id)?.label ?? 'nothing';
  // As in the room: a sum in which a price is missing is no sum.
  const isPriced = record.events.every(
    ({ type, data }) => type !== 'cost_settled' || data.isPriced !== false,
  );
  const priceOf = (usd: string) => (isPriced ? dollars(usd) : 'price unknown');
  const parts = [
    '# Decision memo',
    quote(session.problem),
    ...whatIf(session),
    ...(outcome ? [heading('Outcome'), plain(outcome.words)] : []),
    ...claims(record, memo.body),
    ...minority(record, memo),
    ...baseline(memo, labelOf, priceOf),
    ...votes(record, labelOf),
    heading('The panel'),
    list(
      panel.map(
        ({ name, job, isAdversarial, baseWeight }) =>
          `${plain(name)}: ${plain(job)}${isAdversarial ? ', sceptic' : ''}${baseWeight === 1 ? '' : `, counts ${baseWeight} times`}`,
      ),
    ),
    ...afterwards(record),
    heading('Sources'),
    ...sources(record),
    `Cost: ${priceOf(session.totalCost)}${isPriced ? '' : `, at least ${dollars(session.totalCost)}`} of at most ${dollars(session.capUsd)}. Exported ${record.exportedAt.slice(0, 10)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Which session it begins from, and what it does otherwise; nothing for a session that is no what-if. */
function whatIf({ forkedFrom }: SessionRecord['session']): string[] {
  if (!forkedFrom) return [];
  const { sessionId, round, change, earlierCost } = forkedFrom;
  const cost = Number(earlierCost) > 0 ? `, where it had cost ${dollars(earlierCost)}` : '';
  return [
    `**${plain(changeWords(change))}**`,
    `${roundWords(round)} taken over from the session ${sessionId}${cost}. The rest was asked anew.`,
  ];
}

function claims(record: SessionRecord, body: MemoBody): string[] {
  const checked = checkMemo(
    body,
    record.contributions.map(({ id }) => id),
  );
  return memoSections.flatMap(({ key, title }) => {
    if (checked[key].length === 0) return [];
    const lines = checked[key].map(({ text, contributionIds, isSupported }) => {
      const cited = contributionIds.map((id) => `[^${number(record, id)}]`).join('');
      return `${plain(text)}${isSupported ? cited : ' *(unsupported)*'}`;
    });
    return [heading(title), list(lines)];
  });
}

function minority(record: SessionRecord, memo: Memo): string[] {
  const { options, panel } = record;
  const parts = memo.minority.map(({ optionId, seatIds, contributionId, quote: words, dealbreakers }) => {
    const names = panel.filter(({ id }) => seatIds.includes(id)).map(({ name }) => plain(name));
    return [
      `### ${plain(options.find(({ id }) => id === optionId)?.label ?? '')}`,
      `For it: ${names.join(', ')}.`,
      quote(withNames(words, record, contributionId)),
      ...(dealbreakers.length > 0 ? [`What would change their minds:`, list(dealbreakers.map(plain))] : []),
    ].join('\n\n');
  });
  return [heading('Minority report'), ...(parts.length > 0 ? parts : ['Nobody voted otherwise.'])];
}

function baseline(
  { baseline: { single, firstRound, final, words } }: Memo,
  labelOf: LabelOf,
  priceOf: (usd: string) => string,
): string[] {
  const first = firstRound.optionIds.map(labelOf).join(' and ') || 'nothing';
  return [
    heading('Was the debate worth it?'),
    plain(words),
    table(
      ['Asked', 'Answer', 'Cost'],
      [
        ['One model alone', labelOf(single.optionId), priceOf(single.cost)],
        ['The panel after the blind round', first, priceOf(firstRound.cost)],
        [
          'The panel after the debate',
          final.optionId ? labelOf(final.optionId) : 'left to you',
          priceOf(final.cost),
        ],
      ],
    ),
  ];
}

type LabelOf = (id: string | null) => string;

function votes({ outcome, options }: SessionRecord, labelOf: LabelOf): string[] {
  if (!outcome) return [];
  return [
    heading('The votes'),
    table(
      ['Option', ...outcome.rules.map(({ rule }) => ruleLabels[rule])],
      options.map(({ id }) => [labelOf(id), ...outcome.rules.map(({ tally }) => String(tally[id] ?? 0))]),
    ),
  ];
}

function afterwards({ followUps, panel }: SessionRecord): string[] {
  if (followUps.length === 0) return [];
  const asked = followUps.flatMap(({ seatId, question, status, answer }) => [
    `### To ${plain(panel.find(({ id }) => id === seatId)?.name ?? 'the chair')}: ${plain(question)}`,
    status === 'answered' ? quote(answer) : 'No answer came.',
  ]);
  return [heading('Asked afterwards'), 'Nothing of it changed the votes or the memo.', ...asked];
}

/** What was said, as footnotes that the claims lead to. */
function sources(record: SessionRecord): string[] {
  const { contributions, panel } = record;
  return contributions
    .filter(({ isAbstention }) => !isAbstention)
    .map(({ id, seatId, roundNumber, content }) => {
      const name = panel.find((seat) => seat.id === seatId)?.name ?? 'A seat';
      return `[^${number(record, id)}]: ${plain(name)}, round ${roundNumber}: ${plain(withNames(content, record, id))}`;
    });
}

/** Names in the place of the labels by which a seat knew the others. */
function withNames(text: string, { contributions, panel }: SessionRecord, id: string | null): string {
  const order = contributions.find((one) => one.id === id)?.speakerOrder ?? [];
  return relabel(text, order, (seatId) => panel.find((seat) => seat.id === seatId)?.name ?? 'somebody');
}

const number = ({ contributions }: SessionRecord, id: string): number =>
  contributions.findIndex((one) => one.id === id) + 1;

const heading = (title: string): string => `## ${title}`;
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const quote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${plain(line)}`)
    .join('\n');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [row(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(row)].join('\n');
}

/** One line in which nothing is markup: what somebody said must not become a heading, a link or a picture. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#!~]/g, '\\$&')
    .trim();
}
