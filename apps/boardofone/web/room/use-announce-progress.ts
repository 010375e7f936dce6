import { useAnnounce } from '@commons/ui';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { SessionView } from '../../deliberation/view.ts';
import { statusWords } from './status-words.ts';

/** Says when a phase or a round begins, and nothing else: whoever listens is not to be interrupted by every seat. */
export function useAnnounceProgress(view: SessionView): void {
  const announce = useAnnounce();
  const stage = `${view.phase} ${view.round}`;
  const announced = useRef(stage);
  const say = useEffectEvent(() => announce(statusWords(view).title));
  useEffect(() => {
    if (announced.current === stage) return;
    announced.current = stage;
    say();
  }, [stage]);
}
