import classes from './markdown.module.css';

/** Text as it was written, line breaks included. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className={classes.plain} dir="auto">
      {text}
    </div>
  );
}
