import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { splitSentences } from '../../companion/sentences.ts';

export const canSpeak = typeof window !== 'undefined' && 'speechSynthesis' in window;

/** What is being said, and whether more of it may come. */
interface Spoken {
  id: string;
  text: string;
  isWhole: boolean;
}

/** Reads turns aloud as their sentences arrive, when the person has switched it on; kept per device. */
export function useReadAloud({ id, text, isWhole }: Spoken) {
  const [on, setOn] = useLocalStorage({
    key: 'grace:read-aloud',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [rate, setRate] = useLocalStorage({
    key: 'grace:read-rate',
    defaultValue: 0.9,
    getInitialValueInEffect: false,
  });
  // What was there when the page opened is read only when somebody asks for it.
  const place = useRef({ id, at: text.length });

  useEffect(() => {
    if (!canSpeak || !on) return;
    if (place.current.id !== id) {
      speechSynthesis.cancel();
      place.current = { id, at: 0 };
    }
    const waiting = text.slice(place.current.at);
    const ready = isWhole ? waiting : splitSentences(waiting).whole.join(' ');
    if (ready.trim() === '') return;
    place.current.at += isWhole ? waiting.length : waiting.length - splitSentences(waiting).rest.length;
    say(ready, rate);
  }, [id, text, isWhole, on, rate]);

  useEffect(
    () => () => {
      if (canSpeak) speechSynthesis.cancel();
    },
    [],
  );

  return {
    on,
    rate,
    setRate,
    toggle: () => {
      speechSynthesis.cancel();
      place.current = { id, at: on ? text.length : 0 };
      setOn(!on);
    },
    again: () => {
      speechSynthesis.cancel();
      place.current = { id, at: text.length };
      say(text, rate);
    },
    stop: () => speechSynthesis.cancel(),
  };
}

function say(text: string, rate: number): void {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.rate = rate;
  utterance.lang = document.documentElement.lang || 'en';
  speechSynthesis.speak(utterance);
}
