import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Agent } from 'node:https';
import { connect, type AddressInfo } from 'node:net';

/** An operator's keys for web push, as the environment names them. */
export function makeVapid() {
  const curve = createECDH('prime256v1');
  curve.generateKeys();
  return {
    VAPID_PUBLIC_KEY: curve.getPublicKey('base64url'),
    VAPID_PRIVATE_KEY: Buffer.from(curve.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
    VAPID_SUBJECT: 'mailto:operator@misal.az',
  };
}

/** What came in at a stand-in. */
export type Pushed = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };

/**
 * A local stand-in for all push services: `wire` leads whatever host is asked to it, so that the product's own rules say which
 * hosts those may be. It answers with the status that the address ends with (`…/410`), and never when it ends with `/silent`.
 */
export async function openStandIn() {
  const taken: Pushed[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { headers, method = '', url = '' } = request;
      taken.push({ method, path: url, headers, body: Buffer.concat(chunks) });
      if (url.endsWith('/silent')) return;
      const status = Number(/\/(\d{3})$/.exec(url)?.[1] ?? 201);
      response.writeHead(status, status >= 300 && status < 400 ? { Location: '/elsewhere/201' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const wire = new Agent({ keepAlive: false });
  Object.assign(wire, { createConnection: () => connect(port, '127.0.0.1') });
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { taken, wire, close };
}

/** A browser's subscription: what it hands over, and what opens a message to it. */
export function makeBrowser(endpoint: string) {
  const curve = createECDH('prime256v1');
  const publicKey = curve.generateKeys();
  const auth = randomBytes(16);
  /** RFC 8291 on top of RFC 8188, with one record. */
  const open = (message: Buffer): string => {
    const salt = message.subarray(0, 16);
    const size = message.readUInt8(20);
    const theirs = message.subarray(21, 21 + size);
    const sealed = message.subarray(21 + size);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, theirs]);
    const secret = Buffer.from(hkdfSync('sha256', curve.computeSecret(theirs), auth, info, 32));
    const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
    const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
    const cipher = createDecipheriv('aes-128-gcm', key, nonce);
    cipher.setAuthTag(sealed.subarray(-16));
    const clear = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    // The last record ends with a 2 and nothing but zeros after it.
    return clear.subarray(0, clear.lastIndexOf(2)).toString('utf8');
  };
  return {
    address: { endpoint, p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    open,
  };
}

/** Whom a request says it comes from (RFC 8292); throws when the signature is not of the key that it names. */
export function readVapid(authorization: string): { aud: string; sub: string; exp: number; key: string } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) };
  const signed = Buffer.from(`${head}.${claims}`);
  const from = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
  if (!verify('sha256', signed, from, Buffer.from(signature, 'base64url'))) throw new Error('Not signed by that key');
  return {
    ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string; exp: number }),
    key,
  };
}
