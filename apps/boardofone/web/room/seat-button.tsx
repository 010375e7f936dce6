import { UnstyledButton } from '@mantine/core';
import { IconArrowsExchange, IconShieldHalf } from '@tabler/icons-react';
import { isOver } from '../../deliberation/states.ts';
import type { SeatView, SessionView } from '../../deliberation/view.ts';
import { optionKey, optionLabel } from './option-key.ts';
import classes from './seat-button.module.css';
import { SeatStateMark } from './seat-state-mark.tsx';
import { type Stand, standOf } from './stand-of.ts';
import { confidenceLabels } from './words.ts';

interface SeatButtonProps {
  view: SessionView;
  seat: SeatView;
  onSelect: () => void;
}

/** A seat: who sits there, what it is doing, where it stands. Pressed, it shows what was said from it. */
export function SeatButton({ view, seat, onSelect }: SeatButtonProps) {
  const { name, job, state, isAdversarial, baseWeight } = seat;
  const stand = standOf(view, seat);
  return (
    <UnstyledButton className={classes.seat} data-state={state} aria-haspopup="dialog" onClick={onSelect}>
      <span className={classes.name}>{name}</span>
      <span className={classes.job}>{job}</span>
      {(isAdversarial || baseWeight > 1) && (
        <span className={classes.part}>
          {isAdversarial && (
            <>
              <IconShieldHalf size={14} stroke={1.8} aria-hidden="true" /> Sceptic
            </>
          )}
          {isAdversarial && baseWeight > 1 && ', '}
          {baseWeight > 1 && `counts ${baseWeight} times`}
        </span>
      )}
      <SeatStateMark state={state} isOver={isOver(view.status)} />
      {stand && <StandLine view={view} stand={stand} />}
    </UnstyledButton>
  );
}

function StandLine({ view: { options }, stand }: { view: SessionView; stand: Stand }) {
  const { optionId, confidence, from } = stand;
  return (
    <span className={classes.stand}>
      <span className={classes.option}>
        <strong>{optionKey(options, optionId)}</strong> {optionLabel(options, optionId)}
      </span>
      {confidence && <span className={classes.tier}>{confidenceLabels[confidence]}</span>}
      {from && (
        <span className={classes.moved}>
          <IconArrowsExchange size={14} stroke={1.8} aria-hidden="true" /> moved from{' '}
          {optionKey(options, from)}
        </span>
      )}
    </span>
  );
}
