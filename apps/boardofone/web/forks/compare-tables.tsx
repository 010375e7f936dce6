import { DataTable } from '@commons/ui';
import { ruleLabels } from '../../ballots/rule-labels.ts';
import type { Comparison } from '../client.ts';
import classes from './forks.module.css';

type Side = Comparison['before'];

interface CompareTablesProps {
  before: Side;
  after: Side;
}

/** What each rule and each seat came to in both; what differs says so in words. */
export function CompareTables({ before, after }: CompareTablesProps) {
  const rules = (before.outcome ?? after.outcome)?.rules.map(({ rule }) => rule) ?? [];
  const codes = [...new Set([...before.seats, ...after.seats].map(({ personaCode }) => personaCode))];
  return (
    <>
      <DataTable
        caption="The result by each rule"
        columns={[{ label: 'Rule' }, ...columns]}
        rows={rules.map((rule) => ({
          key: rule,
          cells: beside(ruleLabels[rule], winnerOf(before, rule), winnerOf(after, rule)),
        }))}
        empty="Nobody has voted yet."
      />
      <DataTable
        caption="Who voted for what"
        columns={[{ label: 'Seat' }, ...columns]}
        rows={codes.map((code) => ({
          key: code,
          cells: beside(
            nameIn(before, code) ?? nameIn(after, code),
            voteOf(before, code),
            voteOf(after, code),
          ),
        }))}
      />
    </>
  );
}

const columns = [{ label: 'As it was' }, { label: 'What if' }, { label: 'Differs' }];

const beside = (name: string | undefined, before: string, after: string) => {
  const differs = before !== after;
  return [
    name,
    before,
    <span key="after" className={differs ? classes.changed : undefined}>
      {after}
    </span>,
    differs ? 'Yes' : 'No',
  ];
};

const labelIn = ({ options }: Side, id: string | null) =>
  options.find((option) => option.id === id)?.label ?? 'No option';

function winnerOf(side: Side, rule: keyof typeof ruleLabels): string {
  const result = side.outcome?.rules.find((one) => one.rule === rule);
  if (!result) return 'Not counted';
  const labels = result.winners.map((id) => labelIn(side, id));
  return labels.length === 0 ? 'Nothing' : labels.toSorted().join(', ');
}

const seatIn = ({ seats }: Side, code: string) => seats.find(({ personaCode }) => personaCode === code);
const nameIn = (side: Side, code: string) => seatIn(side, code)?.name;

function voteOf(side: Side, code: string): string {
  const seat = seatIn(side, code);
  if (!seat) return 'Not on the panel';
  if (!seat.hasVoted) return 'No vote';
  return seat.optionId === null ? 'Abstained' : labelIn(side, seat.optionId);
}
