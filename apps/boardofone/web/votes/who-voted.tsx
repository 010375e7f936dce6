import { confidenceTier } from '../../ballots/ballot.ts';
import { type Confidence, confidences } from '../../deliberation/states.ts';
import type { SeatView, SessionView } from '../../deliberation/view.ts';
import { optionKey, optionLabel } from '../room/option-key.ts';
import { confidenceLabels } from '../room/words.ts';
import classes from './who-voted.module.css';

type Ballots = NonNullable<SessionView['ballots']>;

interface Voter extends Pick<SeatView, 'id' | 'name' | 'baseWeight'> {
  tier: Confidence | null;
}

/** The votes for each option as a bar of seats, each as wide as it counts, with how sure it said it was; the table below says the same. */
export function WhoVoted({ view: { seats, options }, ballots }: { view: SessionView; ballots: Ballots }) {
  const votersFor = (optionId: string | null) =>
    seats.flatMap(({ id, name, baseWeight }): Voter[] => {
      const ballot = ballots.find(({ seatId }) => seatId === id);
      if (!ballot || ballot.optionId !== optionId) return [];
      return [
        { id, name, baseWeight, tier: ballot.confidence === null ? null : confidenceTier(ballot.confidence) },
      ];
    });
  const silent = votersFor(null);
  const total = seats.reduce((sum, { baseWeight }) => sum + baseWeight, 0);
  return (
    <div className={classes.part}>
      <h3>Who voted for what, and how sure</h3>
      <div
        className={classes.bars}
        role="img"
        aria-label="Who voted for what, and how sure. The table below has the same figures."
      >
        {options.map(({ id }) => (
          <Bar
            key={id}
            label={`${optionKey(options, id)} ${optionLabel(options, id)}`}
            voters={votersFor(id)}
            total={total}
          />
        ))}
        {silent.length > 0 && <Bar label="Abstained" voters={silent} total={total} />}
      </div>
    </div>
  );
}

interface BarProps {
  label: string;
  voters: readonly Voter[];
  /** What the whole panel counts. */
  total: number;
}

function Bar({ label, voters, total }: BarProps) {
  return (
    <div className={classes.bar}>
      <span dir="auto">{label}</span>
      {voters.length === 0 ? (
        <span className={classes.nobody}>Nobody</span>
      ) : (
        <span className={classes.voters}>
          {voters.map(({ id, name, baseWeight, tier }) => (
            <span
              key={id}
              className={classes.voter}
              style={{ flexBasis: `calc(${(100 * baseWeight) / total}% - 0.375rem)` }}
            >
              {name}
              {tier && <Sureness tier={tier} />}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

function Sureness({ tier }: { tier: Confidence }) {
  const reached = confidences.indexOf(tier);
  return (
    <span className={classes.sureness}>
      <span className={classes.steps}>
        {confidences.map((step, index) => (
          <span key={step} data-reached={index <= reached || undefined} />
        ))}
      </span>
      {confidenceLabels[tier]}
    </span>
  );
}
