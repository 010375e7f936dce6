import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The day on which the page is printed; a page may have been open for long. */
export function PrintedOn({ className }: { className: string | undefined }) {
  const [date, setDate] = useState(() => new Date());
  useEffect(() => {
    const update = () => flushSync(() => setDate(new Date()));
    window.addEventListener('beforeprint', update);
    return () => window.removeEventListener('beforeprint', update);
  }, []);
  return (
    <time className={className} dateTime={date.toISOString().slice(0, 10)}>
      {date.toLocaleDateString(undefined, { dateStyle: 'long' })}
    </time>
  );
}
