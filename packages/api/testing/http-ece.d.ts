declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  /** Opens a body of content encoding aes128gcm. */
  export function decrypt(
    body: Buffer,
    options: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string },
  ): Buffer;
}
