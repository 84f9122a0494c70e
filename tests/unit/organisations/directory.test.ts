import { describe, expect, it } from 'vitest';
import { arrangeDirectory, choiceName, choicesOf } from '#app/features/organisations/rules/directory.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import { regionsForChoice } from '#app/kernel/regions.ts';

const cbo = (name: string, ...regions: string[]) => ({ name, kind: 'cbo' as const, regions });

describe('the directory', () => {
  it('puts each organisation under every region it serves, town and district of one name together', () => {
    const { served } = arrangeDirectory([cbo('a', 'AZ-LA', 'AZ-AST'), cbo('b', 'AZ-LAN')]);
    expect(served.map(({ choice, organisations }) => [choice.code, organisations.map((one) => one.name)])).toEqual([
      ['AZ-AST', ['a']],
      ['AZ-LAN', ['a', 'b']],
    ]);
  });

  it('says where nobody works, in the order of the Azerbaijani alphabet', () => {
    const { empty, networks } = arrangeDirectory([{ ...cbo('n'), kind: 'network' as const }]);
    expect(networks).toHaveLength(1);
    expect(empty).toHaveLength(regionsForChoice().length);
    const names = empty.map((choice) => choice.short.az);
    expect(names).toEqual([...names].sort(compareAz));
  });

  it('names choices and not the half of them', () => {
    expect(choicesOf(['AZ-SA', 'AZ-SAK', 'AZ-BAB'])).toEqual(['AZ-SAK', 'AZ-NX']);
    expect(choiceName('AZ-LAN', 'az')).toBe('Lənkəran şəhəri və rayonu');
    expect(choiceName('AZ-NX', 'en')).toBe('Nakhchivan Autonomous Republic');
  });
});
