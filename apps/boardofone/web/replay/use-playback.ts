import { useEffect, useState } from 'react';
import type { SessionEvent } from '../../deliberation/event.ts';
import { msUntilNext, type Speed } from './playback.ts';

/** A place in a log that somebody moves, and that moves by itself while it plays. */
export function usePlayback(events: readonly SessionEvent[]) {
  const last = events.length;
  const [seq, setSeq] = useState(1);
  const [speed, setSpeed] = useState<Speed>(1);
  const [wantsToPlay, setPlaying] = useState(false);
  const isPlaying = wantsToPlay && seq < last;
  const goTo = (place: number) => setSeq(Math.min(last, Math.max(1, place)));

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => setSeq((place) => place + 1), msUntilNext(events, seq, speed));
    return () => clearTimeout(timer);
  }, [isPlaying, events, seq, speed]);

  return {
    seq,
    last,
    speed,
    isPlaying,
    setSpeed,
    /** By hand: it stands there then. */
    scrub: (place: number) => {
      setPlaying(false);
      goTo(place);
    },
    toggle: () => {
      // At the end it begins again.
      if (!isPlaying && seq >= last) setSeq(1);
      setPlaying(!isPlaying);
    },
  };
}
