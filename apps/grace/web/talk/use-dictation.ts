import { useEffect, useRef, useState } from 'react';

interface Recognition {
  lang: string;
  interimResults: boolean;
  start(): void;
  abort(): void;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
}

/** Speech recognition where the browser has it; under its old name in most of them. */
const recognitionOf = (): (new () => Recognition) | undefined => {
  const names = window as {
    SpeechRecognition?: new () => Recognition;
    webkitSpeechRecognition?: new () => Recognition;
  };
  return names.SpeechRecognition ?? names.webkitSpeechRecognition;
};

/** Turns speech into text by the browser's own means; undefined where it has none. */
export function useDictation(onText: (text: string) => void) {
  const [listening, setListening] = useState(false);
  const current = useRef<Recognition | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  const Recognition = recognitionOf();
  if (!Recognition) return undefined;

  const start = () => {
    const recognition = new Recognition();
    current.current = recognition;
    recognition.lang = navigator.language;
    recognition.interimResults = false;
    recognition.onresult = ({ results }) =>
      onText(Array.from(results, (result) => result[0]?.transcript ?? '').join(' '));
    recognition.onend = () => setListening(false);
    setListening(true);
    recognition.start();
  };
  return { listening, toggle: () => (listening ? current.current?.abort() : start()) };
}
