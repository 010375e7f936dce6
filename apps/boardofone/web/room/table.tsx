import type { CSSProperties } from 'react';
import type { SessionView } from '../../deliberation/view.ts';
import { optionKey, optionLabel } from './option-key.ts';
import { SeatButton } from './seat-button.tsx';
import { standOf } from './stand-of.ts';
import classes from './table.module.css';

interface TableProps {
  view: SessionView;
  onSelect: (seatId: string) => void;
}

/** The panel around its table; on a narrow screen one below the other. */
export function Table({ view, onSelect }: TableProps) {
  const { seats } = view;
  if (seats.length === 0) return null;
  return (
    <section className={classes.room} aria-labelledby="the-panel">
      <h2 id="the-panel" className="ui-hidden">
        The panel
      </h2>
      <div className={classes.around}>
        <Standings view={view} />
        <ul className={classes.seats}>
          {seats.map((seat, index) => (
            <li key={seat.id} style={angleOf(index, seats.length)}>
              <SeatButton view={view} seat={seat} onSelect={() => onSelect(seat.id)} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The places go round from the top. */
function angleOf(index: number, seats: number): CSSProperties {
  const angle: Record<`--${string}`, string> = { '--angle': `${(index * 360) / seats - 90}deg` };
  return angle;
}

/** How many stand where, in the middle of the table. */
function Standings({ view }: { view: SessionView }) {
  const { options, seats, ballots } = view;
  const stands = seats.map((seat) => standOf(view, seat)?.optionId);
  return (
    <div className={classes.middle}>
      <h3>{ballots ? 'How they voted' : 'Where they stand'}</h3>
      <ul>
        {options.map(({ id }) => {
          const count = stands.filter((optionId) => optionId === id).length;
          return (
            <li key={id} data-empty={count === 0 || undefined}>
              <span className={classes.letter}>{optionKey(options, id)}</span>
              <span className={classes.option}>{optionLabel(options, id)}</span>
              <span className={classes.count}>{count}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
