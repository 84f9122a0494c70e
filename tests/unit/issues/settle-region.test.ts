import { describe, expect, it } from 'vitest';
import { districtsOf, settleRegion } from '#app/features/issues/settle-region.server.ts';

/** In the hills of Lerik, far from its borders. */
const LERIK = { lat: 38.7736, lng: 48.4151 };

describe('a pin and a district that was chosen', () => {
  it('agree when there is no pin, when it lies there, and where a choice stands for town and rayon', () => {
    expect(settleRegion({ region: 'AZ-AST', point: null })).toEqual({ ok: true, value: 'AZ-AST' });
    expect(settleRegion({ region: 'AZ-LER', point: LERIK })).toEqual({ ok: true, value: 'AZ-LER' });
    expect(settleRegion({ region: 'AZ-LA', point: { lat: 38.7543, lng: 48.8506 } }).ok).toBe(true);
  });

  it('are asked about when they name two districts', () => {
    const said = { region: 'AZ-AST', point: LERIK };
    expect(districtsOf(said)).toEqual({ pin: 'AZ-LER', chosen: 'AZ-AST' });
    expect(settleRegion(said)).toEqual({
      ok: false,
      refusal: { code: 'issues.form.error.pin-region', field: 'pinRegion' },
    });
  });

  it('are settled by the answer', () => {
    const said = { region: 'AZ-AST', point: LERIK };
    expect(settleRegion({ ...said, pinRegion: 'pin' })).toEqual({ ok: true, value: 'AZ-LER' });
    expect(settleRegion({ ...said, pinRegion: 'keep' })).toEqual({ ok: true, value: 'AZ-AST' });
  });
});
