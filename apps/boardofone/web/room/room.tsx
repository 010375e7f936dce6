import { lazyPart } from '@commons/ui';
import { type ReactNode, Suspense, useState } from 'react';
import type { SessionEvent } from '../../deliberation/event.ts';
import type { SessionView } from '../../deliberation/view.ts';
import type { Session } from '../client.ts';
import { Votes } from '../votes/votes.tsx';
import { CostTicker } from './cost-ticker.tsx';
import { Decision } from './decision.tsx';
import { Feed } from './feed.tsx';
import classes from './room.module.css';
import { statusWords } from './status-words.ts';
import { Steps } from './steps.tsx';
import { Table } from './table.tsx';

const SeatDrawer = lazyPart(() => import('./seat-drawer.tsx'), 'SeatDrawer');

interface RoomProps {
  session: Session;
  events: readonly SessionEvent[];
  /** Whether there is nothing before them. */
  isWhole?: boolean;
  /** What these events come to. */
  view: SessionView;
  controls?: ReactNode;
  /** What stands below the table, and above it while the panel waits for it. */
  aside?: ReactNode;
}

/** The room at one moment of its log, live or replayed. */
export function Room({ session, events, isWhole = true, view, controls, aside }: RoomProps) {
  // It stays while it closes, so that the focus finds back to the seat.
  const [chosen, setChosen] = useState({ seatId: '', isOpen: false });
  const seat = view.seats.find(({ id }) => id === chosen.seatId);
  const { title, text } = statusWords(view);
  // What everybody waits for comes first.
  const isAsked = view.waitsFor === 'answers';
  return (
    <>
      <Steps view={view} />
      <section className={classes.status} data-status={view.status} aria-labelledby="how-it-stands">
        <div className={classes.words}>
          <h2 id="how-it-stands">{title}</h2>
          <p dir="auto">{text}</p>
        </div>
        <CostTicker session={session} view={view} />
        {controls}
      </section>
      {isAsked && aside}
      <div className={classes.columns}>
        <div className={classes.main}>
          <Table view={view} onSelect={(seatId) => setChosen({ seatId, isOpen: true })} />
          <Decision session={session} view={view} />
          {!isAsked && aside}
        </div>
        <Feed events={events} isWhole={isWhole} view={view} />
      </div>
      <Votes sessionId={session.id} view={view} />
      {seat && (
        <Suspense>
          <SeatDrawer
            sessionId={session.id}
            view={view}
            seat={seat}
            opened={chosen.isOpen}
            onClose={() => setChosen({ ...chosen, isOpen: false })}
          />
        </Suspense>
      )}
    </>
  );
}
