import { DataTable, PartFailed } from '@commons/ui';
import { herding, type RoundStance } from '../../ballots/herding.ts';
import { lengthCorrelation } from '../../debate/length-correlation.ts';
import type { SessionOutcome } from '../../deliberation/outcome.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { useWholeDebate } from '../log/use-contributions.ts';
import { optionKey } from '../room/option-key.ts';
import classes from './votes.module.css';

interface IndicatorsProps {
  sessionId: string;
  view: SessionView;
  outcome: SessionOutcome;
}

/** What may make one careful; nothing is counted less because of it. */
export function Indicators({ sessionId, view, outcome }: IndicatorsProps) {
  const { seats, options, round } = view;
  const query = useWholeDebate(sessionId, view);
  const said = query.data;
  const rounds = herding(Array.from({ length: round }, (_, index) => stancesIn(view, index + 1)));
  const names = new Map(seats.map(({ id, name }) => [id, name]));
  const switches = rounds.flatMap((one) => one.switches.map((change) => ({ ...change, round: one.round })));
  const herded = switches.filter(({ isHerding }) => isHerding).length;
  return (
    <div className={classes.part}>
      <h3>
        Signs of following <span className={classes.indicator}>indicator only</span>
      </h3>
      <p className={classes.note}>
        {switches.length === 0
          ? 'Nobody changed their mind between rounds.'
          : `${herded} of ${switches.length} ${switches.length === 1 ? 'change' : 'changes'} of mind went to what most others said, without a new argument.`}
      </p>
      {switches.length > 0 && (
        <DataTable
          caption="Changes of mind"
          columns={[{ label: 'Seat' }, { label: 'Round' }, { label: 'Change' }, { label: 'Kind' }]}
          rows={switches.map(({ seatId, from, to, isHerding, round: at }) => ({
            key: `${seatId} ${at}`,
            cells: [
              names.get(seatId),
              at,
              `${optionKey(options, from)} to ${optionKey(options, to)}`,
              isHerding ? 'followed the majority, nothing new' : 'with an argument, or against the majority',
            ],
          }))}
        />
      )}
      <h3>
        Length and votes <span className={classes.indicator}>indicator only</span>
      </h3>
      {said && <p className={classes.note}>{wordsOfLength(said, outcome)}</p>}
      {query.isLoadingError && (
        <PartFailed query={query}>What was said could not be read, so its length is not compared.</PartFailed>
      )}
    </div>
  );
}

type Said = NonNullable<ReturnType<typeof useWholeDebate>['data']>;

function wordsOfLength(said: Said, { rules }: SessionOutcome): string {
  const tally = rules.find(({ rule }) => rule === 'plurality')?.tally ?? {};
  const spoken = said.flatMap(({ optionId, content }) =>
    optionId ? [{ optionId, length: content.split(/\s+/).length }] : [],
  );
  return lengthCorrelation(spoken, tally).words.replace(' This is an indicator only.', '');
}

const stancesIn = ({ seats }: SessionView, round: number): RoundStance[] =>
  seats.map(({ id: seatId, stances }) => {
    const stance = stances.find((one) => one.round === round);
    return { seatId, optionId: stance?.optionId ?? null, isNovel: stance?.isNovel ?? false };
  });
