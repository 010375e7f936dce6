import type { SessionOutcome } from '../../deliberation/outcome.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { optionLabel } from '../room/option-key.ts';
import { Indicators } from './indicators.tsx';
import { Paths } from './paths.tsx';
import { RuleBars } from './rule-bars.tsx';
import classes from './votes.module.css';
import { WhoVoted } from './who-voted.tsx';

const kinds: Record<SessionOutcome['kind'], string> = {
  decided: 'Decided',
  contested: 'Contested',
  split: 'Split',
};

/** What the votes come to under every rule, how each seat got there, and what to be careful about. */
export function Votes({ sessionId, view }: { sessionId: string; view: SessionView }) {
  const { outcome, ballots } = view;
  if (!outcome || !ballots) return null;
  const again = ballots.filter(({ wasAskedAgain }) => wasAskedAgain).length;
  return (
    <section className={classes.votes} aria-labelledby="the-votes">
      <div className={classes.verdict} data-kind={outcome.kind}>
        <h2 id="the-votes">{kinds[outcome.kind]}</h2>
        <p dir="auto">{withoutKind(outcome.words)}</p>
        <p className={classes.note}>
          {percent(outcome.participation)} of the panel’s weight voted; {percent(outcome.support)} of it
          stands behind the option in front.
          {again > 0 && ` ${again} had to be asked twice.`}
        </p>
      </div>
      {outcome.cycle && <Cycle cycle={outcome.cycle} view={view} />}
      <RuleBars view={view} outcome={outcome} />
      <WhoVoted view={view} ballots={ballots} />
      <Paths view={view} ballots={ballots} />
      <Indicators sessionId={sessionId} view={view} outcome={outcome} />
    </section>
  );
}

/** Majorities that go round in a circle. */
function Cycle({ cycle, view: { options } }: { cycle: readonly string[]; view: SessionView }) {
  const [first = ''] = cycle;
  const beaten = [...cycle.slice(1), first].map((id) => `“${optionLabel(options, id)}”`);
  return (
    <p className={classes.cycle} dir="auto">
      <strong>The majorities go round in a circle:</strong> “{optionLabel(options, first)}” beats{' '}
      {beaten.join(', which beats ')}. Whatever is chosen, a majority would rather have something else.
    </p>
  );
}

/** The verdict stands above them. */
function withoutKind(words: string): string {
  const rest = words.replace(/^(Decided|Contested|Split): /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

const percent = (share: number): string => share.toLocaleString(undefined, { style: 'percent' });
