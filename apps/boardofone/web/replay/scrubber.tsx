import { ActionIcon, SegmentedControl } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { type Speed, speeds } from './playback.ts';
import classes from './scrubber.module.css';
import type { usePlayback } from './use-playback.ts';

interface ScrubberProps {
  playback: ReturnType<typeof usePlayback>;
  /** The moment in words. */
  moment: string;
}

/** Moves through the log of a session: by hand, step by step, or playing. */
export function Scrubber({ playback, moment }: ScrubberProps) {
  const { seq, last, speed, isPlaying, setSpeed, scrub, toggle } = playback;
  return (
    <section className={classes.scrubber} aria-label="Replay">
      <div className={classes.buttons}>
        <ActionIcon aria-label="To the beginning" disabled={seq <= 1} onClick={() => scrub(1)}>
          <IconPlayerSkipBack size={20} stroke={1.7} className="ui-mirrored" />
        </ActionIcon>
        <ActionIcon aria-label="One step back" disabled={seq <= 1} onClick={() => scrub(seq - 1)}>
          <IconChevronLeft size={22} stroke={1.8} className="ui-mirrored" />
        </ActionIcon>
        <ActionIcon
          variant="filled"
          color="accent"
          aria-label={isPlaying ? 'Pause the replay' : 'Play'}
          onClick={toggle}
        >
          {isPlaying ? <IconPlayerPauseFilled size={20} /> : <IconPlayerPlayFilled size={20} />}
        </ActionIcon>
        <ActionIcon aria-label="One step on" disabled={seq >= last} onClick={() => scrub(seq + 1)}>
          <IconChevronRight size={22} stroke={1.8} className="ui-mirrored" />
        </ActionIcon>
        <ActionIcon aria-label="To the end" disabled={seq >= last} onClick={() => scrub(last)}>
          <IconPlayerSkipForward size={20} stroke={1.7} className="ui-mirrored" />
        </ActionIcon>
      </div>
      <label className={classes.place}>
        <span>
          Moment {seq} of {last}
        </span>
        <input
          type="range"
          min={1}
          max={last}
          value={seq}
          aria-valuetext={`${seq} of ${last}: ${moment}`}
          onChange={({ currentTarget }) => scrub(Number(currentTarget.value))}
        />
      </label>
      <SegmentedControl
        aria-label="Speed"
        value={String(speed)}
        onChange={(value) => setSpeed(Number(value) as Speed)}
        data={speeds.map((one) => ({ value: String(one), label: `${one}×` }))}
      />
    </section>
  );
}
