import { createECDH, hkdfSync } from 'node:crypto';

/** By which push services know this server; both as base64url. */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * The keys that belong to a server's secret, so that every process of the site has the same ones and nothing more is to be kept. With
 * another secret, devices have to subscribe again.
 */
export function vapidKeysOf(secret: string): VapidKeys {
  const curve = createECDH('prime256v1');
  // All but one in four thousand million numbers are a key.
  for (let attempt = 0; ; attempt += 1) {
    const scalar = Buffer.from(hkdfSync('sha256', secret, '', `commons push ${attempt}`, 32));
    try {
      curve.setPrivateKey(scalar);
    } catch {
      continue;
    }
    return { publicKey: curve.getPublicKey('base64url'), privateKey: scalar.toString('base64url') };
  }
}
