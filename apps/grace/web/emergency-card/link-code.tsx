import { QRCodeSVG } from 'qrcode.react';
import classes from './card.module.css';
import { linkOf } from './link-of.ts';

/** The link to the card as a picture that a phone's camera opens. */
export function LinkCode({ token, size }: { token: string; size: number }) {
  return (
    <span className={classes.code}>
      <QRCodeSVG value={linkOf(token)} size={size} marginSize={2} title="QR code of the link to this card" />
    </span>
  );
}
