import type { Names } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { readSendingOrganisation } from './sender.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type SigningView = {
  isRegistered: boolean;
  names: Names;
  /** The reader's own agreement; name and address are shown to nobody else here. */
  own: { fullName: string; address: string; agreedAt: Date } | null;
  people: { id: string; fullName: string; agreedAt: Date; isOwn: boolean }[];
};

/** Who signs an organisation's letters, as one of its members sees it. */
export function getSigning(scope: MemberScope): Promise<SigningView> {
  return withScope(scope, async (tx) => {
    const { isRegistered, names, signatories } = await readSendingOrganisation(tx, scope.organisationId);
    const own = signatories.find((one) => one.userId === scope.userId);
    return {
      isRegistered,
      names,
      own: own ? { fullName: own.fullName, address: own.address, agreedAt: own.agreedAt } : null,
      people: signatories.map(({ id, fullName, agreedAt, userId }) => ({
        id,
        fullName,
        agreedAt,
        isOwn: userId === scope.userId,
      })),
    };
  });
}
