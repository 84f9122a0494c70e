import { describe, expect, it } from 'vitest';
import { hasRoom, inTurn, MOST_WAITING } from '#app/platform/passwords.server.ts';

describe('slow derivations', () => {
  it('wait in a queue that ends: whoever comes to a full one is told to come again, and the others are served', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const served: number[] = [];
    const taken = Array.from({ length: MOST_WAITING + 2 }, (_, at) =>
      inTurn(async () => {
        await gate;
        served.push(at);
      }),
    );
    expect(hasRoom()).toBe(false);
    const refused = await inTurn(() => Promise.resolve()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).status).toBe(503);
    open();
    await Promise.all(taken);
    expect(served).toHaveLength(MOST_WAITING + 2);
    expect(hasRoom()).toBe(true);
    expect(await inTurn(() => Promise.resolve('served'))).toBe('served');
  });
});
