const sidePx = 192;

/** The middle of a picture as a small JPEG, made on this device: the big one, with whatever it knows of its place, stays here. */
export async function portraitOf(file: File): Promise<string> {
  const picture = await createImageBitmap(file);
  const side = Math.min(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = sidePx;
  canvas.height = sidePx;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws nothing.');
  context.drawImage(
    picture,
    (picture.width - side) / 2,
    (picture.height - side) / 2,
    side,
    side,
    0,
    0,
    sidePx,
    sidePx,
  );
  return canvas.toDataURL('image/jpeg', 0.85);
}
