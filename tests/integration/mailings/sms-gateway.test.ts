import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmsGateway } from '#app/platform/sms-gateway.server.ts';

/** A gateway that keeps what it is given, and answers with the status that the number ends with. */
const taken: { headers: IncomingHttpHeaders; body: unknown }[] = [];
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    request.on('end', () => {
      // Where it is sent on to, everything is fine.
      if (request.url !== '/send') return void response.writeHead(200).end();
      const body = JSON.parse(text) as { to: string };
      taken.push({ headers: request.headers, body });
      if (body.to.endsWith('000')) {
        response.destroy();
        return;
      }
      response.writeHead(Number(body.to.slice(-3)), { Location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
});
afterAll(() => server.close());

describe('the SMS gateway', () => {
  it('is none unless an address is set', () => {
    expect(openSmsGateway()).toBeNull();
    expect(openSmsGateway({})).toBeNull();
  });

  it('gets a message with its identity and the token', async () => {
    const gateway = openSmsGateway({ url, token: 'sirr' });
    expect(await gateway?.carry({ id: 'bir', to: '+994500000202', text: 'Sabah, ə' })).toBe('sent');
    expect(taken.at(-1)).toMatchObject({
      headers: { authorization: 'Bearer sirr', 'idempotency-key': 'bir' },
      body: { id: 'bir', to: '+994500000202', text: 'Sabah, ə' },
    });
  });

  it.each([
    ['404', 'no-address'],
    ['410', 'no-address'],
    ['400', 'refused'],
    ['403', 'refused'],
    ['429', 'later'],
    ['503', 'later'],
    // It does not follow to where it is sent, and cannot say what became of the message.
    ['302', 'unknown'],
    ['000', 'unknown'],
  ])('reads %s as %s', async (status, carried) => {
    const gateway = openSmsGateway({ url });
    expect(await gateway?.carry({ id: 'iki', to: `+994500000${status}`, text: 'x' })).toBe(carried);
  });

  it('that nobody answers at is asked later', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const nowhere = openSmsGateway({ url: `http://127.0.0.1:${port}` });
    expect(await nowhere?.carry({ id: 'uc', to: '+994500000200', text: 'x' })).toBe('later');
  });
});
