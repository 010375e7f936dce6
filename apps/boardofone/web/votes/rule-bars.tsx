import { DataTable, Disclosure } from '@commons/ui';
import { IconCheck } from '@tabler/icons-react';
import { ruleLabels } from '../../ballots/rule-labels.ts';
import type { RuleResult, SessionOutcome } from '../../deliberation/outcome.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { Bars } from '../frame/bars.tsx';
import { optionKey } from '../room/option-key.ts';
import classes from './votes.module.css';

/** The same votes counted by every rule, side by side, and as a table. */
export function RuleBars({ view, outcome }: { view: SessionView; outcome: SessionOutcome }) {
  const { options } = view;
  const { rules } = outcome;
  return (
    <div className={classes.part}>
      <h3>The same votes, counted four ways</h3>
      <div className={classes.rules}>
        {rules.map((result) => (
          <Rule key={result.rule} view={view} result={result} />
        ))}
      </div>
      <Disclosure label="As a table">
        <DataTable
          caption="What each option gets by each rule"
          columns={[
            { label: 'Option' },
            ...rules.map(({ rule }) => ({ label: ruleLabels[rule], numeric: true })),
          ]}
          rows={options.map(({ id, label }) => ({
            key: id,
            cells: [
              `${optionKey(options, id)} ${label}`,
              ...rules.map(({ tally, winners }) => figure(tally[id] ?? 0, winners, id)),
            ],
          }))}
        />
      </Disclosure>
    </div>
  );
}

function figure(points: number, winners: readonly string[], id: string): string {
  if (!winners.includes(id)) return String(points);
  return `${points} (${winners.length > 1 ? 'tied' : 'wins'})`;
}

function Rule({ view: { options }, result }: { view: SessionView; result: RuleResult }) {
  const { rule, tally, winners, words } = result;
  return (
    <div className={classes.rule}>
      <h4>{ruleLabels[rule]}</h4>
      <Bars
        title={ruleLabels[rule]}
        labels="cut"
        bars={options.map(({ id, label }) => {
          const value = tally[id] ?? 0;
          const wins = winners.includes(id);
          return {
            key: id,
            label: `${optionKey(options, id)} ${label}`,
            value,
            figure: (
              <>
                {wins && <IconCheck size={15} stroke={2.4} />}
                {value}
              </>
            ),
            emphasis: wins ? 'strong' : 'faint',
          };
        })}
      />
      <p className={classes.note} dir="auto">
        {words}
      </p>
    </div>
  );
}
