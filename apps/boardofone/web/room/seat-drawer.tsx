import { ErrorState, LoadingState, PartFailed, useDialogLayer } from '@commons/ui';
import { Drawer } from '@mantine/core';
import type { SeatView, SessionView } from '../../deliberation/view.ts';
import { useContributions } from '../log/use-contributions.ts';
import { Contribution } from './contribution.tsx';
import classes from './seat-drawer.module.css';
import { ruleLabel } from './words.ts';

interface SeatDrawerProps {
  sessionId: string;
  view: SessionView;
  seat: SeatView;
  opened: boolean;
  onClose: () => void;
}

/** What was said from one seat, round by round. */
export function SeatDrawer({ sessionId, view, seat, opened, onClose }: SeatDrawerProps) {
  return (
    <Drawer
      {...useDialogLayer(opened)}
      onClose={onClose}
      position="right"
      size="min(34rem, 100vw)"
      title={seat.name}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <p className={classes.job}>{seat.job}</p>
      {seat.reason && <p className={classes.reason}>Here because: {seat.reason}</p>}
      <Rounds sessionId={sessionId} view={view} seat={seat} />
    </Drawer>
  );
}

function Rounds({ sessionId, view, seat }: Omit<SeatDrawerProps, 'opened' | 'onClose'>) {
  const query = useContributions(sessionId);
  const { data, error, refetch } = query;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  // By the log and not by the table, so that a replay shows what was there at its moment.
  const spoken = [...seat.stances, ...seat.silences].toSorted((one, other) => one.round - other.round);
  if (spoken.length === 0) return <p className={classes.reason}>Has not spoken yet.</p>;
  return spoken.map(({ round, contributionId }) => {
    const said = data.find(({ id }) => id === contributionId);
    const asked = view.interventions.find((one) => one.seatId === seat.id && one.round === round);
    return (
      <section key={round} className={classes.round} aria-label={`Round ${round}`}>
        <h3>
          {round === 1 ? 'Round 1, blind' : `Round ${round}`}
          {view.forkedFrom && round <= view.forkedFrom.round && ', taken over'}
        </h3>
        {asked && (
          <p className={classes.asked}>
            <strong>Moderator</strong> ({ruleLabel(asked.rule)}): {asked.words}
          </p>
        )}
        {said ? (
          <Contribution said={said} view={view} />
        ) : query.isError ? (
          <PartFailed query={query}>What was said here could not be read.</PartFailed>
        ) : (
          <LoadingState />
        )}
      </section>
    );
  });
}
