import { Fragment } from 'react';

interface MarkedTextProps {
  text: string;
  /** From and to, in order and apart. */
  marks: [from: number, to: number][];
}

/** A text in which some parts stand out. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  return (
    <>
      {marks.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(marks[index - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
