import { DataTable, Disclosure } from '@commons/ui';
import { Fragment } from 'react';
import { confidenceTier } from '../../ballots/ballot.ts';
import { type SeatChoice, shiftOf } from '../../ballots/shift.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { optionKey, optionLabel } from '../room/option-key.ts';
import { confidenceLabels } from '../room/words.ts';
import classes from './votes.module.css';

type Ballots = NonNullable<SessionView['ballots']>;

/** How each seat came from its first choice to its vote, round by round, and as a table. */
export function Paths({ view, ballots }: { view: SessionView; ballots: Ballots }) {
  const { seats, options } = view;
  const final = ballots.map(
    ({ seatId, optionId, confidence }): SeatChoice => ({
      seatId,
      optionId,
      confidence: confidence === null ? null : confidenceTier(confidence),
    }),
  );
  const first = seats.flatMap(({ id: seatId, stances: [stance] }): SeatChoice[] =>
    stance ? [{ seatId, optionId: stance.optionId, confidence: stance.confidence }] : [],
  );
  const shift = shiftOf(first, final);
  const moved = shift.seats.filter(({ hasChanged }) => hasChanged).length;
  const rounds = Array.from({ length: view.round }, (_, index) => index + 1);
  const choiceIn = (seatId: string, round: number) =>
    seats.find(({ id }) => id === seatId)?.stances.find((stance) => stance.round === round)?.optionId ?? null;
  const tierOf = (seatId: string) => final.find((choice) => choice.seatId === seatId)?.confidence;
  return (
    <div className={classes.part}>
      <h3>From the first word to the vote</h3>
      <p className={classes.note}>
        {moved === 0
          ? 'Everybody voted for what they stood for at first.'
          : `${moved} of ${seats.length} voted for something else than they stood for at first.`}{' '}
        Circles are rounds, squares are votes; a dash is an abstention.
      </p>
      <div
        className={classes.paths}
        role="img"
        aria-label="How each seat moved. The table below has the same figures."
      >
        {seats.map(({ id, name }) => {
          const vote = final.find(({ seatId }) => seatId === id)?.optionId ?? null;
          const stops = [...rounds.map((round) => choiceIn(id, round)), vote];
          return (
            <div key={id} className={classes.path}>
              <span>{name}</span>
              <span className={classes.stops}>
                {stops.map((optionId, index) => (
                  <Fragment key={index}>
                    {index > 0 && (
                      <span className={classes.leg} data-moved={stops[index - 1] !== optionId || undefined} />
                    )}
                    <span className={classes.stop} data-last={index === rounds.length || undefined}>
                      {optionKey(options, optionId)}
                    </span>
                  </Fragment>
                ))}
              </span>
            </div>
          );
        })}
      </div>
      <Disclosure label="As a table">
        <DataTable
          caption="What each seat stood for, and how it voted"
          columns={[
            { label: 'Seat' },
            ...rounds.map((round) => ({ label: `Round ${round}` })),
            { label: 'Vote' },
            { label: 'Confidence' },
          ]}
          rows={seats.map(({ id, name }) => {
            const vote = final.find(({ seatId }) => seatId === id)?.optionId ?? null;
            const tier = tierOf(id);
            return {
              key: id,
              cells: [
                name,
                ...rounds.map((round) => named(choiceIn(id, round))),
                named(vote),
                tier ? confidenceLabels[tier] : '–',
              ],
            };
          })}
        />
      </Disclosure>
    </div>
  );

  function named(id: string | null): string {
    return id === null ? 'Abstained' : `${optionKey(options, id)} ${optionLabel(options, id)}`;
  }
}
