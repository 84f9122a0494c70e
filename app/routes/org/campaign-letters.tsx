import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listBodyChoices } from '#app/features/authorities/public.server.ts';
import { keepLetterAction } from '#app/features/campaigns/commands/keep-letter-action.server.ts';
import { letterRoomForm } from '#app/features/campaigns/delivery-forms.ts';
import { getLetterRoom } from '#app/features/campaigns/letter-queries.server.ts';
import { LetterRoom } from '#app/features/campaigns/ui/letter-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('deliveries.letters.title');

const NOTICES = [
  'letters-started',
  'letters-saved',
  'letters-test',
  'letters-opened',
  'letters-closed',
  'letters-held',
] as const;
const DONE = {
  start: 'letters-started',
  edit: 'letters-saved',
  test: 'letters-test',
  open: 'letters-opened',
  close: 'letters-closed',
  hold: 'letters-held',
} as const satisfies Record<string, (typeof NOTICES)[number]>;

/** The words of those who wrote are for those who may see people; the room is theirs alone. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const room = isId(args.params.id) ? await getLetterRoom(scope, args.params.id) : undefined;
  if (!room) throw notFound();
  return {
    room,
    choices: await listBodyChoices(room.region, room.category, ctx.now),
    clientId: newId(),
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, letterRoomForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepLetterAction({ actor, scope, now: ctx.now }, id, posted.value);
  if (!kept.ok) return refused(posted, kept.refusal);
  return seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'letters'), { done: DONE[posted.value.intent] });
}

export default function CampaignLetters() {
  const { room, choices, clientId, done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const { t } = useWords();
  return (
    <Stack>
      {done && (
        <Notice tone="success" live>
          {t(`deliveries.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={useReturned(result).errors} />
      <Heading>{t('deliveries.letters.title')}</Heading>
      <p className="lead">{t('deliveries.letters.lead')}</p>
      <LetterRoom room={room} choices={choices} clientId={clientId} result={result} />
    </Stack>
  );
}
